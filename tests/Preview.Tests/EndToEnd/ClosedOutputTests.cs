using System.Diagnostics;
using Preview.Tests.Support;

namespace Preview.Tests.EndToEnd;

/// <summary>A reader that is not there is told about in one line, if anybody is left to be told.</summary>
public class ClosedOutputTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData(">&-", 1, "error: the standard output cannot be written to: Bad file descriptor\n")]
    [InlineData(">/dev/full", 1, "error: the standard output cannot be written to: No space left on device\n")]
    [InlineData("--json >/dev/full", 1, "error: the standard output cannot be written to: No space left on device\n")]
    [InlineData("--help >/dev/full", 1, "error: the standard output cannot be written to: No space left on device\n")]
    [InlineData("| true", 0, "")]
    [InlineData(">/dev/null 2>&-", 0, "")]
    public async Task Ends_with_one_line(string redirection, int exit, string messages)
    {
        using var folder = new TemporaryFolder();
        folder.Write("Pulumi.yaml", $"name: shop\nruntime: {{ name: dotnet, options: {{ binary: {Built.Programs} }} }}\n");
        folder.Write("Pulumi.dev.yaml", "config: {}\n");
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", $"dotnet \"$0\" --stack dev --cwd \"$1\" {redirection}; exit ${{PIPESTATUS[0]}}", Built.Preview, folder.FullName])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        })!;
        using var timeout = new CancellationTokenSource(Limit);

        var told = await process.StandardError.ReadToEndAsync(timeout.Token);
        await process.WaitForExitAsync(timeout.Token);

        Assert.Equal((exit, messages), (process.ExitCode, told));
    }
}

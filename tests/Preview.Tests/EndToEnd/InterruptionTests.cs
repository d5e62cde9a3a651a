using System.Diagnostics;
using System.Globalization;
using Preview.Tests.Support;

namespace Preview.Tests.EndToEnd;

/// <summary>A preview that is ended leaves no program behind.</summary>
public sealed class InterruptionTests : IDisposable
{
    private const int NotPlanned = 1;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Interrupting_the_preview_ends_the_program(string signal)
    {
        using var preview = Start("hangs", "config: {}\n");
        using var program = await ProgramOfAsync(preview);

        using (Process.Start("kill", [$"-{signal}", preview.Id.ToString(CultureInfo.InvariantCulture)]))
            await EndAsync(preview);

        await EndAsync(program);
        Assert.Equal(NotPlanned, preview.ExitCode);
        Assert.Contains("error: interrupted; the program was stopped", await preview.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_takes_too_long_is_ended()
    {
        using var preview = Start("hangs", "config: {}\n", "--timeout", "3");
        using var program = await ProgramOfAsync(preview);

        await EndAsync(program);
        await EndAsync(preview);

        Assert.Equal(NotPlanned, preview.ExitCode);
    }

    [Fact]
    public async Task Killing_the_preview_ends_a_program_that_needs_it()
    {
        using var preview = Start("many", "config: { droplets: 5000 }\n");
        using var program = await ProgramOfAsync(preview);

        preview.Kill();

        await EndAsync(program);
    }

    private static async Task EndAsync(Process process)
    {
        using var timeout = new CancellationTokenSource(Limit);
        await process.WaitForExitAsync(timeout.Token);
    }

    // The program's first line ends with the id of its process.
    private static async Task<Process> ProgramOfAsync(Process preview)
    {
        var line = await preview.StandardError.ReadLineAsync() ?? "";
        return Process.GetProcessById(int.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture));
    }

    private Process Start(string project, string settings, params IEnumerable<string> arguments)
    {
        _folder.Write("Pulumi.yaml", $"name: {project}\nruntime: {{ name: dotnet, options: {{ binary: {Built.Programs} }} }}\n");
        _folder.Write("Pulumi.dev.yaml", settings);
        return PreviewProcess.Start(_folder.FullName, ["--stack", "dev", .. arguments]);
    }
}

using Preview.Tests.Support;

namespace Preview.Tests.EndToEnd;

/// <summary>The program named by <c>main</c> is built and started, here programs without packages so that nothing is restored.</summary>
public class BuildTests
{
    private const string Project =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
        </Project>
        """;

    [Fact]
    public async Task Builds_the_program_quietly_and_tells_it_where_the_engine_is()
    {
        using var folder = Program("System.Console.WriteLine(System.Environment.GetEnvironmentVariable(\"PULUMI_STACK\"));");

        var run = await PreviewProcess.RunAsync(folder.FullName, "--stack", "dev");

        Assert.Equal((0, "dev\n"), (run.ExitCode, run.Messages));
        Assert.StartsWith("Preview of built, stack dev\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_what_the_compiler_says()
    {
        using var folder = Program("int answer = \"42\";");

        var run = await PreviewProcess.RunAsync(folder.FullName, "--stack", "dev");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("error: the program does not build\n", run.Messages, StringComparison.Ordinal);
        Assert.Contains("error CS0029", run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_start_what_was_not_built()
    {
        using var folder = Program("");

        var run = await PreviewProcess.RunAsync(folder.FullName, "--stack", "dev", "--no-build");

        Assert.Equal((1, "error: program is not built; run without --no-build\n"), (run.ExitCode, run.Messages));
    }

    [Fact]
    public async Task Says_which_folder_has_no_program()
    {
        using var folder = Program("");
        folder.Write("Pulumi.yaml", "name: built\nruntime: dotnet\nmain: nowhere\n");

        var run = await PreviewProcess.RunAsync(folder.FullName, "--stack", "dev");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            "error: Pulumi.yaml: 1 setting to fix\n  main: no .NET project in 'nowhere'; name the folder or the project file of the program\n",
            run.Messages);
    }

    private static TemporaryFolder Program(string source)
    {
        var folder = new TemporaryFolder();
        folder.Write("Pulumi.yaml", "name: built\nruntime: dotnet\nmain: program\n");
        folder.Write("Pulumi.dev.yaml", "config: {}\n");
        folder.Write("program/Program.csproj", Project);
        folder.Write("program/Program.cs", source);
        return folder;
    }
}

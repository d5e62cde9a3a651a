using System.Collections.Concurrent;
using Preview.Settings;

namespace Preview.Programs;

/// <summary>Builds a C# program as Pulumi's language host does, and says how to start it.</summary>
public static class DotnetProgram
{
    private static readonly Dictionary<string, string> BuildVariables = new()
    {
        // A build node that stays would keep the redirected output open, and with it this process waiting.
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
    };

    /// <summary>Builds the program of a project. The build's output is shown only when it fails.</summary>
    /// <param name="project">The project.</param>
    /// <param name="skipBuild">Whether to start what was built before.</param>
    /// <param name="cancellationToken">Ends the build.</param>
    /// <exception cref="SettingsException">The project file names no program that can be started.</exception>
    /// <exception cref="ProgramStartException">The program does not compile.</exception>
    public static async Task<ProgramCommand> PrepareAsync(ProjectFile project, bool skipBuild, CancellationToken cancellationToken)
    {
        if (project.Runtime != "dotnet")
            throw Problem(project, "runtime", $"'{project.Runtime}' programs cannot be started", "use a preview of a 'dotnet' project");

        var folder = File.Exists(project.ProgramPath) ? Path.GetDirectoryName(project.ProgramPath)! : project.ProgramPath;
        if (project.Binary is { } binary)
            return Command(BinaryPath(project, binary), folder);

        var target = await TargetAsync(ProjectPath(project), skipBuild, cancellationToken);
        return File.Exists(target)
            ? Command(target, folder)
            : throw new ProgramStartException($"{project.Main} is not built; run without --no-build");
    }

    private static ProgramCommand Command(string target, string folder) => Path.GetExtension(target) == ".dll"
        ? new("dotnet", ["exec", target], folder)
        : new(target, [], folder);

    private static string BinaryPath(ProjectFile project, string binary)
    {
        var path = Path.GetFullPath(Path.Combine(project.Folder, binary));
        return File.Exists(path)
            ? path
            : throw Problem(project, "runtime/options/binary", $"'{binary}' does not exist", "build it first, or leave 'binary' out to have it built");
    }

    private static string ProjectPath(ProjectFile project)
    {
        if (File.Exists(project.ProgramPath))
            return project.ProgramPath;

        var found = Directory.Exists(project.ProgramPath) ? Directory.GetFiles(project.ProgramPath, "*.*proj") : [];
        return found switch
        {
            [var only] => only,
            [] => throw Problem(project, "main", $"no .NET project in '{project.Main}'", "name the folder or the project file of the program"),
            _ => throw Problem(project, "main", $"{found.Length} .NET projects in '{project.Main}'", "name the project file of the program"),
        };
    }

    private static async Task<string> TargetAsync(string projectPath, bool skipBuild, CancellationToken cancellationToken)
    {
        string[] build = skipBuild ? ["msbuild"] : ["build", "-t:Build", "-nodeReuse:false"];
        var output = new ConcurrentQueue<string>();
        var code = await ChildProcess.RunAsync(
            new("dotnet", [.. build, projectPath, "-nologo", "-getProperty:TargetPath"], Path.GetDirectoryName(projectPath)!),
            BuildVariables,
            output.Enqueue,
            output.Enqueue,
            cancellationToken);
        return code == 0
            ? output.Last(line => line.Length > 0)
            : throw new ProgramStartException($"the program does not build\n{string.Join('\n', output)}");
    }

    private static SettingsException Problem(ProjectFile project, string path, string why, string fix) =>
        new(project.FileName, [new SettingsProblem(path, why, fix)]);
}

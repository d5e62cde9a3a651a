using System.Diagnostics;
using Tests.Support;

namespace Backups.Tests;

/// <summary>
/// Programs of PostgreSQL run as its own user, because it refuses to run as root, and with the newest installed version first in the path.
/// </summary>
internal static class AsPostgres
{
    /// <summary>Folder of the newest installed version's programs.</summary>
    public static string Programs { get; } = Versions().Last();

    /// <summary>The same of every installed version, oldest first.</summary>
    public static IEnumerable<string> Versions() => Directory.EnumerateDirectories("/usr/lib/postgresql")
        .Where(version => File.Exists($"{version}/bin/initdb"))
        .OrderBy(version => int.Parse(Path.GetFileName(version)))
        .Select(version => $"{version}/bin");

    /// <summary>Runs a program to its end.</summary>
    public static Task<ToolResult> RunAsync(IReadOnlyDictionary<string, string> environment, params IReadOnlyList<string> command) =>
        Tool.RunAsync("setpriv", Arguments(environment, command), "/", input: "");

    /// <summary>Starts a program; its output goes to a file, so that it never waits for a reader.</summary>
    public static Process Start(IReadOnlyDictionary<string, string> environment, string log, params IReadOnlyList<string> command) => Process.Start(new ProcessStartInfo(
        Tool.Find("setpriv")!, Arguments(environment, ["sh", "-c", $"exec \"$@\" >>{log} 2>&1", "sh", .. command]))
    { WorkingDirectory = "/" })!;

    private static string[] Arguments(IReadOnlyDictionary<string, string> environment, IReadOnlyList<string> command) =>
    [
        "--reuid=postgres", "--regid=postgres", "--clear-groups", "env", "--ignore-environment", $"PATH={Programs}:/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=/tmp",
        .. environment.Select(variable => $"{variable.Key}={variable.Value}"), .. command,
    ];
}

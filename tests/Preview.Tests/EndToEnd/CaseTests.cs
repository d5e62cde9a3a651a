using Preview.Tests.Support;

namespace Preview.Tests.EndToEnd;

/// <summary>
/// Each folder below Cases is a run of the preview: settings in, plan out. A new case is a folder with Pulumi.yaml and Pulumi.dev.yaml, where
/// PROGRAM stands for the built test programs; "arguments" replaces "--stack dev", with STATES for the folder of the states to compare with and
/// FOLDER for that of the case. Run the tests with ACCEPT=1 to write what was printed (plan.txt, messages.txt, exit), and read the difference
/// before committing it.
/// </summary>
public class CaseTests
{
    public static TheoryData<string> Cases { get; } =
        [.. Directory.EnumerateDirectories(Built.CasesFolder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Prints_and_returns_what_is_expected(string name)
    {
        var source = Path.Combine(Built.CasesFolder, name);
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(source).Where(file => Path.GetExtension(file) is ".yaml" or ".json"))
            folder.Write(Path.GetFileName(file), (await File.ReadAllTextAsync(file)).Replace("PROGRAM", Built.Programs, StringComparison.Ordinal));

        var run = await PreviewProcess.RunAsync(folder.FullName, Arguments(source, folder.FullName));

        if (Accepting.IsOn)
            Write(source, run);
        Assert.Equal(Read(source, "messages.txt", ""), run.Messages);
        Assert.Equal(Read(source, "plan.txt", ""), run.Output);
        Assert.Equal(Read(source, "exit", "0"), $"{run.ExitCode}");
    }

    private static string[] Arguments(string source, string folder) => Read(source, "arguments", "--stack dev")
        .Replace("STATES", Built.StatesFolder, StringComparison.Ordinal)
        .Replace("FOLDER", folder, StringComparison.Ordinal)
        .Split(' ');

    private static string Read(string folder, string file, string otherwise)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
            return otherwise;

        var text = File.ReadAllText(path);
        return file.EndsWith(".txt", StringComparison.Ordinal) ? text : text.Trim();
    }

    private static void Write(string folder, PreviewProcess run)
    {
        foreach (var (file, text) in new[] { ("plan.txt", run.Output), ("messages.txt", run.Messages), ("exit", run.ExitCode == 0 ? "" : $"{run.ExitCode}\n") })
        {
            File.Delete(Path.Combine(folder, file));
            if (text.Length > 0)
                File.WriteAllText(Path.Combine(folder, file), text);
        }
    }
}

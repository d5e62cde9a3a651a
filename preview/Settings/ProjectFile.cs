using YamlDotNet.RepresentationModel;

namespace Preview.Settings;

/// <summary><c>Pulumi.yaml</c>: the project's name, its program, and the settings that it declares.</summary>
/// <param name="Name">Name of the project.</param>
/// <param name="Folder">Full path of the folder that holds the file.</param>
/// <param name="FileName">Name of the file.</param>
/// <param name="Runtime">Language of the program, e.g. <c>dotnet</c>.</param>
/// <param name="Binary">Built program to run instead of building one (<c>runtime.options.binary</c>), or null.</param>
/// <param name="Main">Where the program is, relative to <paramref name="Folder"/>.</param>
/// <param name="StackFolder">Where the stack files are, relative to <paramref name="Folder"/>.</param>
/// <param name="Config">The declared settings.</param>
public sealed record ProjectFile(
    string Name,
    string Folder,
    string FileName,
    string Runtime,
    string? Binary,
    string Main,
    string StackFolder,
    IReadOnlyList<ConfigDeclaration> Config)
{
    private static readonly string[] FileNames = ["Pulumi.yaml", "Pulumi.yml"];

    /// <summary>Full path of the program's folder or project file.</summary>
    public string ProgramPath => Path.GetFullPath(Path.Combine(Folder, Main));

    /// <summary>Finds and reads the project file in a folder or the nearest folder above it, as the Pulumi CLI does.</summary>
    /// <exception cref="SettingsException">There is none, or it has problems.</exception>
    public static ProjectFile Load(string folder)
    {
        for (var candidate = new DirectoryInfo(folder); candidate is not null; candidate = candidate.Parent)
        {
            var file = FileNames.Select(name => new FileInfo(Path.Combine(candidate.FullName, name))).FirstOrDefault(found => found.Exists);
            if (file is not null)
                return Parse(YamlFile.ReadText(file.FullName), file.Name, candidate.FullName);
        }

        throw new SettingsException(
            "Pulumi.yaml", "not found in this folder or any above it", "run in the project's folder, or name it with --cwd");
    }

    /// <summary>Reads the text of a project file.</summary>
    /// <exception cref="SettingsException">It has problems; all of them are listed.</exception>
    public static ProjectFile Parse(string text, string fileName, string folder)
    {
        var root = YamlFile.Parse(text, fileName);
        var problems = new List<SettingsProblem>();
        var name = Required(root, "name", "name the project, e.g. 'name: lhd'", problems);
        var runtime = ReadRuntime(root, problems);
        var config = YamlFile.Find(root, "config") is { } node
            ? YamlFile.Entries(node).Select(entry => ConfigDeclaration.Read(name, entry.Key, entry.Value, problems)).ToList()
            : [];
        if (problems.Count > 0)
            throw new SettingsException(fileName, problems);

        var binary = YamlFile.Find(root, "runtime") is YamlMappingNode mapping && YamlFile.Find(mapping, "options") is YamlMappingNode options
            ? YamlFile.FindText(options, "binary")
            : null;
        return new(
            name, folder, fileName, runtime, binary, YamlFile.FindText(root, "main") ?? ".", YamlFile.FindText(root, "stackConfigDir") ?? ".", config);
    }

    private static string ReadRuntime(YamlMappingNode root, List<SettingsProblem> problems) =>
        YamlFile.Find(root, "runtime") is YamlMappingNode runtime
            ? Required(runtime, "name", "name the runtime, e.g. 'name: dotnet'", problems, "runtime/name")
            : Required(root, "runtime", "name the program's language, e.g. 'runtime: dotnet'", problems);

    private static string Required(YamlMappingNode node, string key, string fix, List<SettingsProblem> problems, string? path = null)
    {
        var text = YamlFile.FindText(node, key);
        if (text is null)
            problems.Add(new(path ?? key, "missing", fix));
        return text ?? "";
    }
}

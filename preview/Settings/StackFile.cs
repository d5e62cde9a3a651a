using YamlDotNet.RepresentationModel;

namespace Preview.Settings;

/// <summary><c>Pulumi.&lt;stack&gt;.yaml</c>: the values of one environment.</summary>
/// <param name="Stack">Name of the stack.</param>
/// <param name="FileName">Name of the file.</param>
/// <param name="Values">Values by full key.</param>
/// <param name="Encrypted">Keys whose value is encrypted as a whole or in part.</param>
/// <param name="Problems">What is wrong with the file.</param>
/// <param name="Warnings">What the file holds that a preview does not use.</param>
public sealed record StackFile(
    string Stack,
    string FileName,
    IReadOnlyDictionary<string, ConfigValue> Values,
    IReadOnlySet<string> Encrypted,
    IReadOnlyList<SettingsProblem> Problems,
    IReadOnlyList<string> Warnings)
{
    // Beside the values: how the CLI decrypts secrets, and which shared environments it opens.
    private static readonly HashSet<string> KnownKeys = ["config", "encryptionsalt", "secretsprovider", "encryptedkey", "environment"];

    /// <summary>Reads the file of a stack.</summary>
    /// <exception cref="SettingsException">There is no such file (the message lists those that exist), or it is none.</exception>
    public static StackFile Load(ProjectFile project, string stack)
    {
        var folder = Path.Combine(project.Folder, project.StackFolder);
        var file = new[] { $"Pulumi.{stack}.yaml", $"Pulumi.{stack}.yml" }.FirstOrDefault(name => File.Exists(Path.Combine(folder, name)));
        if (file is null)
            throw Missing(stack, StackNames.In(folder));

        return Parse(YamlFile.ReadText(Path.Combine(folder, file)), file, stack, project.Name);
    }

    /// <summary>Reads the text of a stack file.</summary>
    /// <exception cref="SettingsException">It is not a stack file.</exception>
    public static StackFile Parse(string text, string fileName, string stack, string project)
    {
        var root = YamlFile.Parse(text, fileName);
        var config = YamlFile.Find(root, "config") ?? new YamlMappingNode();
        if (config is not YamlMappingNode && !YamlFile.IsNull(config))
            throw new SettingsException(fileName, "'config' is not a mapping", $"write '{project}:key: value' lines below it");

        var values = new Dictionary<string, ConfigValue>();
        var problems = YamlFile.Entries(root).SelectMany(entry => Stray(project, entry.Key)).ToList();
        foreach (var (name, node) in YamlFile.Entries(config))
        {
            var key = ConfigKey.Full(project, name);
            if (NamespaceSlip.Meant(project, ConfigKey.Namespace(key)) is { } meant)
                problems.Add(new(key, $"there is no {(meant == project ? "project" : "provider")} '{ConfigKey.Namespace(key)}'", $"did you mean {meant}:{ConfigKey.Name(key)}?"));
            else if (!values.TryAdd(key, Value(project, key, node)))
                problems.Add(new(key, "it is set twice, with and without its namespace", "keep one of them"));
            problems.AddRange(PlainText(key, node));
        }

        return new(stack, fileName, values, values.Where(entry => entry.Value.IsPlaceholder).Select(entry => entry.Key).ToHashSet(), problems,
            YamlFile.Find(root, "environment") is null ? [] : [$"{fileName}: values of 'environment' are not read, since they live in Pulumi's cloud"]);
    }

    // A program's own settings are declared as secrets where they are; a provider's schema is not at hand.
    private static ConfigValue Value(string project, string key, YamlNode node)
    {
        var value = YamlValue.Read(key, node);
        return value with { IsSecret = value.IsSecret || (ConfigKey.Namespace(key) != project && ProviderSecrets.IsNamedLikeOne(key)) };
    }

    // The CLI takes a value for encrypted when a part of it is.
    private static IEnumerable<SettingsProblem> PlainText(string key, YamlNode node) => ProviderSecrets.IsNamedLikeOne(key) && YamlValue.ContainsEncrypted(node)
        ? YamlValue.Plain(key, node).Select(path => new SettingsProblem(path, "it is a secret in plain text", $"encrypt it: pulumi config set --secret --path '{path}'"))
        : [];

    private static IEnumerable<SettingsProblem> Stray(string project, string key)
    {
        if (!KnownKeys.Contains(key))
            yield return new($"'{key}'", "it is no key of a stack file and has no effect", $"move settings below 'config', e.g. '{project}:key: value'");
    }

    private static SettingsException Missing(string stack, IReadOnlyList<string> existing) => new(
        $"Pulumi.{stack}.yaml",
        "not found",
        existing.Count == 0
            ? "no stack has a file yet; create this one"
            : $"create it, or choose a stack that has a file: {string.Join(", ", existing)}");
}

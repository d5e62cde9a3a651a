using System.Text.Json;
using YamlDotNet.RepresentationModel;

namespace Infra.Tests;

/// <summary>A setting as the project file declares it.</summary>
public sealed record DeclaredSetting(string? Type, string? Description, string? Default, bool IsSecret);

/// <summary>The project file and the stack files, read as the engine reads them: defaults first, then the stack's own values.</summary>
public static class StackFiles
{
    /// <summary>What an operator would have set as a secret.</summary>
    private const string Secret = "sentinel-of-a-secret";

    /// <summary>The declared settings by key without namespace.</summary>
    public static IReadOnlyDictionary<string, DeclaredSetting> Declarations { get; } = Config("Pulumi.yaml").ToDictionary(
        entry => entry.Key,
        entry =>
        {
            var fields = (YamlMappingNode)entry.Value;
            return new DeclaredSetting(Scalar(fields, "type"), Scalar(fields, "description"), fields.Children.TryGetValue("default", out var value) ? Text(value) : null, Scalar(fields, "secret") == "true");
        });

    /// <summary>Keys that are encrypted in a stack file: those declared so, and those that cannot be declared because they have no default.</summary>
    public static IReadOnlySet<string> SecretKeys { get; } =
        Declarations.Where(entry => entry.Value.IsSecret).Select(entry => entry.Key).Concat([
            "slackUrl", "serviceSecrets", "acmeDnsToken", "backupAccessKey", "backupSecretKey", "restoreAccessKey", "restoreSecretKey", "restoreKey",
        ]).ToHashSet();

    /// <summary>The values that a stack's program is given, by key without namespace; secrets have a value that can be searched for.</summary>
    public static IDictionary<string, string> Values(string stack)
    {
        var values = Declarations.Where(entry => entry.Value.Default is not null).ToDictionary(entry => entry.Key, entry => entry.Value.Default!);
        foreach (var (key, declaration) in Declarations.Where(entry => entry.Value.IsSecret))
            values[key] = $"{Secret}-{key}";
        foreach (var (key, value) in Config($"Pulumi.{stack}.yaml"))
            values[key] = Text(value);
        // They cannot be declared, and other storage takes them.
        foreach (var key in values.ContainsKey("backupRepository") ? new[] { "backupAccessKey", "backupSecretKey" } : [])
            values[key] = $"{Secret}-{key}";
        return values;
    }

    /// <summary>Settings of a file that is a part of a stack file, by key without namespace.</summary>
    public static IReadOnlyDictionary<string, string> Fragment(string path)
    {
        using var reader = new StreamReader(path);
        var yaml = new YamlStream();
        yaml.Load(reader);
        return ((YamlMappingNode)yaml.Documents[0].RootNode).Children
            .ToDictionary(entry => ((YamlScalarNode)entry.Key).Value!.Replace("lhd:", ""), entry => Text(entry.Value));
    }

    /// <summary>The same as the engine writes it into <c>PULUMI_CONFIG</c>.</summary>
    public static string PulumiConfig(IDictionary<string, string> values) =>
        JsonSerializer.Serialize(values.ToDictionary(entry => $"lhd:{entry.Key}", entry => entry.Value));

    /// <summary>The keys that the engine writes into <c>PULUMI_CONFIG_SECRET_KEYS</c>.</summary>
    public static string PulumiSecretKeys { get; } = JsonSerializer.Serialize(SecretKeys.Select(key => $"lhd:{key}"));

    private static IEnumerable<KeyValuePair<string, YamlNode>> Config(string file)
    {
        using var reader = new StreamReader(Repository.PathOf(file));
        var yaml = new YamlStream();
        yaml.Load(reader);
        var config = (YamlMappingNode)((YamlMappingNode)yaml.Documents[0].RootNode).Children["config"];
        return config.Children.Select(entry => KeyValuePair.Create(((YamlScalarNode)entry.Key).Value!.Replace("lhd:", ""), entry.Value));
    }

    private static string? Scalar(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) ? ((YamlScalarNode)value).Value : null;

    private static string Text(YamlNode node) => node is YamlScalarNode scalar ? scalar.Value! : JsonSerializer.Serialize(Plain(node));

    private static object? Plain(YamlNode node) => node switch
    {
        YamlSequenceNode list => list.Select(Plain).ToList(),
        YamlMappingNode map => map.ToDictionary(entry => ((YamlScalarNode)entry.Key).Value!, entry => Plain(entry.Value)),
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } scalar when bool.TryParse(scalar.Value, out var flag) => flag,
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } scalar when double.TryParse(scalar.Value, out var number) => number,
        YamlScalarNode scalar => scalar.Value,
        _ => throw new InvalidOperationException($"{node.NodeType} in a stack file"),
    };
}

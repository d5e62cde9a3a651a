using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Preview.Settings;

/// <summary>Turns a YAML node below <c>config:</c> into the text that a program receives, as the Pulumi CLI does.</summary>
public static class YamlValue
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a value; an encrypted one (<c>secure: v1:…</c>, also nested) becomes a secret placeholder.</summary>
    /// <param name="key">Full key of the setting, which names the placeholder.</param>
    /// <param name="node">The value.</param>
    public static ConfigValue Read(string key, YamlNode node)
    {
        var encrypted = ContainsEncrypted(node);
        return node switch
        {
            YamlScalarNode scalar => new(YamlFile.IsNull(scalar) ? "" : scalar.Value ?? ""),
            _ when IsEncrypted(node) => ConfigValue.Placeholder(key),
            _ => new(ToJson(key, node)?.ToJsonString(Relaxed) ?? "null", encrypted, IsStructured: true, encrypted),
        };
    }

    /// <summary>Whether the node is one encrypted value.</summary>
    public static bool IsEncrypted(YamlNode node) =>
        node is YamlMappingNode { Children.Count: 1 } mapping && YamlFile.Find(mapping, "secure") is YamlScalarNode;

    /// <summary>Whether the node is encrypted as a whole or in part.</summary>
    public static bool ContainsEncrypted(YamlNode node) => IsEncrypted(node) || node switch
    {
        YamlMappingNode mapping => mapping.Children.Values.Any(ContainsEncrypted),
        YamlSequenceNode sequence => sequence.Children.Any(ContainsEncrypted),
        _ => false,
    };

    /// <summary>Paths of the values that are not encrypted, e.g. <c>shop:secrets.mail</c>.</summary>
    /// <param name="path">Path of the node.</param>
    /// <param name="node">The value.</param>
    public static IEnumerable<string> Plain(string path, YamlNode node) => node switch
    {
        _ when IsEncrypted(node) => [],
        YamlMappingNode => YamlFile.Entries(node).SelectMany(entry => Plain($"{path}.{entry.Key}", entry.Value)),
        YamlSequenceNode sequence => sequence.Children.SelectMany((child, index) => Plain($"{path}[{index}]", child)),
        _ => [path],
    };

    private static JsonNode? ToJson(string key, YamlNode node) => node switch
    {
        _ when IsEncrypted(node) => ConfigValue.PlaceholderFor(key),
        YamlMappingNode => new JsonObject(YamlFile.Entries(node).Select(entry => KeyValuePair.Create(entry.Key, ToJson(key, entry.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(child => ToJson(key, child))]),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => ToJson(scalar),
        YamlScalarNode scalar => scalar.Value,
        _ => null,
    };

    private static JsonNode? ToJson(YamlScalarNode scalar) => scalar.Value switch
    {
        _ when YamlFile.IsNull(scalar) => null,
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        var text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) => integer,
        var text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        var text => text,
    };
}

using System.Text.Encodings.Web;
using System.Text.Json;

namespace Infra.Monitoring;

/// <summary>Values for YAML templates, safe whatever they hold. JSON's strings and lists are YAML's (YAML 1.2, section 1.3).</summary>
internal static class YamlScalar
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A quoted string.</summary>
    public static string Quote(string text) => JsonSerializer.Serialize(text, Readable);

    /// <summary>A list on one line.</summary>
    public static string List(IEnumerable<string> items) => $"[{string.Join(", ", items.Select(Quote))}]";

    /// <summary>The lines after a <c>|</c>, indented by a number of spaces.</summary>
    public static string Block(string text, int indent) => Indent(text.Trim(), indent);

    /// <summary>Every line moved to the right, empty lines left empty.</summary>
    public static string Indent(string text, int indent) =>
        string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? line : new string(' ', indent) + line));
}

using System.Globalization;
using System.Text.RegularExpressions;
using Preview.Engine;
using Pulumi.Protocol;

namespace Preview.Rendering;

/// <summary>A property on one line: secrets masked, unknown values shown as such, long ones cut.</summary>
public static partial class PropertyText
{
    /// <summary>What is shown for a secret.</summary>
    public const string Secret = "[secret]";

    /// <summary>What is shown for a value that is not known before the update, as the Pulumi CLI does.</summary>
    public const string Unknown = "output<string>";

    private const int MaximumLength = 100;
    private const int MaximumItems = 6;
    private const int PatternTimeoutMilliseconds = 1000;

    /// <summary>A value as a reader wants it: text without quotes, cut when it is long.</summary>
    public static string Brief(PropertyValue value) => value switch
    {
        PropertyValue.String { Value.Length: > 0 } text => Cut(text.Value),
        PropertyValue.List list => Brief([.. list.Items.Select(Brief)]),
        _ => Exact(value),
    };

    /// <summary>Items with commas between them, cut when there are many.</summary>
    public static string Brief(IReadOnlyList<string> items) => items.Count <= MaximumItems
        ? string.Join(", ", items)
        : $"{string.Join(", ", items.Take(MaximumItems - 1))}, … ({items.Count} in all)";

    /// <summary>A value as JSON has it, in full.</summary>
    public static string Exact(PropertyValue value) => value switch
    {
        PropertyValue.Null => "null",
        PropertyValue.Bool flag => flag.Value ? "true" : "false",
        PropertyValue.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        PropertyValue.String text => $"\"{Escape(text.Value)}\"",
        PropertyValue.Secret or PropertyValue.OutputValue { IsSecret: true } => Secret,
        PropertyValue.Unknown or PropertyValue.OutputValue { Value: null } => Unknown,
        PropertyValue.OutputValue output => Exact(output.Value),
        PropertyValue.List list => $"[{string.Join(", ", list.Items.Select(Exact))}]",
        PropertyValue.Map map => $"{{{string.Join(", ", Sorted(map.Members).Select(member => $"{member.Key}: {Exact(member.Value)}"))}}}",
        PropertyValue.ResourceReference reference => Urn.Name(reference.Urn),
        PropertyValue.Asset asset => $"asset({asset.Source switch { AssetSource.Text => "text", _ => asset.Content }})",
        PropertyValue.Archive archive => $"archive({(archive.Assets is null ? archive.Content : $"{archive.Assets.Members.Count} files")})",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType().Name, "not a property value"),
    };

    /// <summary>Members by name, since programs send them in no particular order.</summary>
    public static IEnumerable<KeyValuePair<string, PropertyValue>> Sorted(IEnumerable<KeyValuePair<string, PropertyValue>> members) =>
        members.OrderBy(member => member.Key, StringComparer.Ordinal);

    private static string Cut(string text)
    {
        var lines = text.Trim().Split('\n');
        var first = (Array.Find(lines, IsMeaningful) ?? lines[0]).Trim();
        var cut = first.Length > MaximumLength ? $"{first[..MaximumLength]}…" : first;
        return lines.Length > 1 ? $"{cut.TrimEnd('…')} … ({lines.Length} lines)" : cut;
    }

    // The first line that does something: scripts begin with an interpreter, comments, shell options, variables and checks.
    private static bool IsMeaningful(string line) =>
        line.Trim() is { Length: > 0 } text && !text.StartsWith('#') && !text.StartsWith("set -", StringComparison.Ordinal) && !Preparation().IsMatch(text);

    [GeneratedRegex(@"^(\w+=(\S*|\$\(.*\))(\s*#.*)?|(IFS=\S* )?read .*|case .* in|[\w|*]+\)( ;;)?|if .*; then|echo .* >&2|exit \d+|fi|esac|;;)$", RegexOptions.ExplicitCapture, PatternTimeoutMilliseconds)]
    private static partial Regex Preparation();

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal)
        .Replace("\t", "\\t", StringComparison.Ordinal);
}

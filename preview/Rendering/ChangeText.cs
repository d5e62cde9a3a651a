using Preview.Planning;
using Pulumi.Protocol;

namespace Preview.Rendering;

/// <summary>A changed property as text, in the words of <c>pulumi preview --diff</c>: <c>~ region: "fra1" => "ams3"</c>.</summary>
public static class ChangeText
{
    private const int MaximumLength = 100;
    private const int Lead = 20;
    private const string Force = "  (forces replacement)";

    /// <summary>Path and values on one line, long ones cut to where they differ.</summary>
    public static string OnOneLine(PropertyChange change) => $"{change.Path}: {Values(change)}";

    /// <summary>The lines for a change: one, or line by line for texts of several lines.</summary>
    public static IEnumerable<string> Lines(PropertyChange change)
    {
        var force = change.ForcesReplacement ? Force : "";
        return change is { Old: PropertyValue.String(var old), New: PropertyValue.String(var now) } && (old.Contains('\n', StringComparison.Ordinal) || now.Contains('\n', StringComparison.Ordinal))
            ? [$"~ {change.Path}:{force}", .. TextDiff.Lines(old, now).Select(line => $"    {line}")]
            : [$"{Mark(change.Kind)} {OnOneLine(change)}{force}"];
    }

    /// <summary>The mark of the Pulumi CLI.</summary>
    public static char Mark(ChangeKind kind) => kind switch
    {
        ChangeKind.Add => '+',
        ChangeKind.Delete => '-',
        _ => '~',
    };

    private static string Values(PropertyChange change)
    {
        var old = change.Old is null ? "" : PropertyText.Exact(change.Old);
        var now = change.New is null ? "" : PropertyText.Exact(change.New);
        if (change.Kind != ChangeKind.Update)
            return Cut(old + now, 0);
        if (old == now)
            return $"{now}  (may change)";

        var start = Math.Max(0, CommonPrefix(old, now) - Lead);
        return $"{Cut(old, start)} => {Cut(now, start)}";
    }

    private static int CommonPrefix(string left, string right) => left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();

    private static string Cut(string text, int start)
    {
        if (text.Length <= MaximumLength)
            return text;

        start = Math.Min(start, text.Length - 1);
        var end = Math.Min(text.Length, start + MaximumLength);
        return $"{(start > 0 ? "…" : "")}{text[start..end]}{(end < text.Length ? "…" : "")}";
    }
}

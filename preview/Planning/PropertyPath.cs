using System.Text;
using System.Text.RegularExpressions;

namespace Preview.Planning;

/// <summary>The way to a property inside a resource, written as Pulumi does: <c>taskSpec.mounts[0].source</c>, <c>labels["a.b"]</c>.</summary>
public sealed partial record PropertyPath
{
    private const string Any = "*";
    private const int PatternTimeoutMilliseconds = 1000;

    private readonly IReadOnlyList<string> _segments;

    private PropertyPath(IReadOnlyList<string> segments, string text) => (_segments, Text) = (segments, text);

    /// <summary>The properties themselves.</summary>
    public static PropertyPath Root { get; } = new([], "");

    /// <summary>The path as text.</summary>
    public string Text { get; }

    /// <summary>The outermost property.</summary>
    public string First => _segments.Count == 0 ? "" : _segments[0];

    /// <summary>Reads a path, in which <c>*</c> stands for any member or item (https://www.pulumi.com/docs/iac/concepts/options/ignorechanges/).</summary>
    public static PropertyPath Parse(string text)
    {
        var segments = Segments().Matches(text).Select(match => match.Groups["segment"].Value);
        return new([.. segments.Select(segment => segment.Replace("\\\"", "\"", StringComparison.Ordinal))], text);
    }

    /// <summary>A member of what is here.</summary>
    public PropertyPath Member(string name)
    {
        var text = new StringBuilder(Text);
        if (!Identifier().IsMatch(name))
            text.Append("[\"").Append(name.Replace("\"", "\\\"", StringComparison.Ordinal)).Append("\"]");
        else
            text.Append(Text.Length > 0 ? "." : "").Append(name);
        return new([.. _segments, name], text.ToString());
    }

    /// <summary>An item of the list that is here.</summary>
    public PropertyPath Item(int index) => new([.. _segments, $"{index}"], $"{Text}[{index}]");

    /// <summary>Whether the path is, or leads below, what a pattern names.</summary>
    public bool IsWithin(PropertyPath pattern) =>
        pattern._segments.Count <= _segments.Count
        && pattern._segments.Zip(_segments).All(pair => pair.First == Any || pair.First == pair.Second);

    /// <inheritdoc/>
    public bool Equals(PropertyPath? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;

    [GeneratedRegex("""\["(?<segment>([^"\\]|\\.)*)"\]|\[(?<segment>[^\]]*)\]|(?<segment>[^.\[\]]+)""", RegexOptions.ExplicitCapture, PatternTimeoutMilliseconds)]
    private static partial Regex Segments();

    [GeneratedRegex("^[A-Za-z_$][A-Za-z0-9_$]*$", RegexOptions.None, PatternTimeoutMilliseconds)]
    private static partial Regex Identifier();
}

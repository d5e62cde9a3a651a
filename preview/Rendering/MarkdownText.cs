using System.Text;

namespace Preview.Rendering;

/// <summary>
/// Foreign text in Markdown, so that it is read as nothing but text. Everything is code: there, GitLab neither sees HTML nor makes references
/// (@mentions, #issues) or quick actions (/close) of it. The delimiters are longer than any run of backticks inside
/// (https://spec.commonmark.org/0.31.2/#code-spans, https://spec.commonmark.org/0.31.2/#fenced-code-blocks).
/// </summary>
public static class MarkdownText
{
    private const char Replacement = '\uFFFD';
    private const int ShortestFence = 3;

    /// <summary>A text as a code span on one line.</summary>
    public static string Code(string text)
    {
        var line = Clean(text.Trim().ReplaceLineEndings("\n").Replace("\n", " ⏎ ", StringComparison.Ordinal));
        var ticks = new string('`', LongestRun(line) + 1);

        // A space keeps backticks at the edges apart from the delimiters; renderers take one off on both sides.
        return line.Length == 0 || line[0] == '`' || line[^1] == '`' ? $"{ticks} {line} {ticks}" : $"{ticks}{line}{ticks}";
    }

    /// <summary>A delimiter for a block of lines.</summary>
    public static string Fence(IEnumerable<string> lines) => new('`', Math.Max(ShortestFence, lines.Select(LongestRun).DefaultIfEmpty().Max() + 1));

    /// <summary>A line without the characters that control terminals or the direction of text.</summary>
    public static string Clean(string line)
    {
        var clean = new StringBuilder(line.Length);
        foreach (var character in line)
            clean.Append(IsControl(character) ? Replacement : character);
        return clean.ToString();
    }

    // U+202A to U+202E and U+2066 to U+2069 turn the direction of text, so that a reviewer reads what is not there (Unicode TR 36).
    private static bool IsControl(char character) =>
        (char.IsControl(character) && character != '\t') || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029';

    private static int LongestRun(string line)
    {
        var (longest, current) = (0, 0);
        foreach (var character in line)
        {
            current = character == '`' ? current + 1 : 0;
            longest = Math.Max(longest, current);
        }

        return longest;
    }
}

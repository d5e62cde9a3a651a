using System.Globalization;
using System.Text;

namespace Preview.Rendering;

/// <summary>A note that never grows beyond what GitLab takes: what is too long is cut at a line, and the note says so.</summary>
/// <param name="maximumBytes">The limit, as UTF-8.</param>
/// <param name="more">Where to see what was cut, as Markdown.</param>
public sealed class MarkdownNote(int maximumBytes, string more)
{
    // What a fold costs beside its lines: its title, delimiters, and the sentence about what was cut.
    private const int FoldBytes = 1_000;

    private readonly StringBuilder _text = new();
    private int _bytes;

    /// <summary>Appends a line of the note's own.</summary>
    public void Line(string line = "") => Append($"{line}\n");

    /// <summary>Appends items of a list, as many as leave room for the folds that follow.</summary>
    /// <param name="items">The items, as Markdown on one line each.</param>
    public void Items(IReadOnlyList<string> items)
    {
        var taken = 0;
        for (; taken < items.Count && Fits($"- {items[taken]}\n", maximumBytes / 2); taken++)
            Append($"- {items[taken]}\n");
        if (taken < items.Count)
            Line($"- … and {items.Count - taken} more: {more}");
    }

    /// <summary>Appends lines of foreign text that are folded away.</summary>
    /// <param name="title">Title of the fold, as HTML.</param>
    /// <param name="language">Language of the block, e.g. <c>diff</c>.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="reserved">Number of folds that follow and must have room.</param>
    public void Fold(string title, string language, IEnumerable<string> lines, int reserved)
    {
        var all = lines.Select(MarkdownText.Clean).ToList();
        var fence = MarkdownText.Fence(all);
        var limit = maximumBytes - ((reserved + 1) * (FoldBytes + (2 * fence.Length)));
        Append($"\n<details>\n<summary>{title}</summary>\n\n{fence}{language}\n");
        var taken = 0;
        for (; taken < all.Count && Fits($"{all[taken]}\n", limit); taken++)
            Append($"{all[taken]}\n");
        Append($"{fence}\n\n");
        if (taken < all.Count)
            Append(string.Create(CultureInfo.InvariantCulture, $"{all.Count - taken} of {all.Count} lines are left out, since a note has a limit: {more}\n\n"));
        Append("</details>\n");
    }

    /// <summary>The note so far.</summary>
    public override string ToString() => _text.ToString();

    private bool Fits(string text, int limit) => _bytes + Encoding.UTF8.GetByteCount(text) <= limit;

    private void Append(string text)
    {
        _text.Append(text);
        _bytes += Encoding.UTF8.GetByteCount(text);
    }
}

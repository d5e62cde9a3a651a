namespace Preview.Rendering;

/// <summary>The difference between two texts, line by line.</summary>
public static class TextDiff
{
    private const int Context = 2;
    private const int MaximumCells = 4_000_000;
    private const string Gap = "  …";

    /// <summary>Lines that begin with <c>- </c>, <c>+ </c> or two spaces; equal ones only next to a difference.</summary>
    public static IReadOnlyList<string> Lines(string old, string now)
    {
        var lines = Compare(Split(old), Split(now));
        var isShown = new bool[lines.Count];
        foreach (var index in Enumerable.Range(0, lines.Count).Where(index => lines[index][0] != ' '))
            Array.Fill(isShown, value: true, Math.Max(0, index - Context), Math.Min(lines.Count, index + Context + 1) - Math.Max(0, index - Context));

        var shown = new List<string>();
        foreach (var (index, line) in lines.Index())
        {
            if (isShown[index])
                shown.Add(line);
            else if (shown.Count == 0 || shown[^1] != Gap)
                shown.Add(Gap);
        }

        return shown;
    }

    private static string[] Split(string text) => [.. text.TrimEnd('\n').Split('\n').Select(line => line.TrimEnd('\r'))];

    private static List<string> Compare(string[] old, string[] now)
    {
        // Two large texts: the exact difference would take more memory than it is worth.
        if ((long)old.Length * now.Length > MaximumCells)
            return [.. old.Select(line => $"- {line}"), .. now.Select(line => $"+ {line}")];

        var common = CommonLengths(old, now);
        var lines = new List<string>();
        var (left, right) = (0, 0);
        while (left < old.Length || right < now.Length)
        {
            if (left < old.Length && right < now.Length && old[left] == now[right])
            {
                lines.Add($"  {old[left++]}");
                right++;
            }
            else if (right == now.Length || (left < old.Length && common[left + 1][right] >= common[left][right + 1]))
            {
                lines.Add($"- {old[left++]}");
            }
            else
            {
                lines.Add($"+ {now[right++]}");
            }
        }

        return lines;
    }

    // Of the rests of both texts, the length of the longest common subsequence.
    private static int[][] CommonLengths(string[] old, string[] now)
    {
        var lengths = Enumerable.Range(0, old.Length + 1).Select(_ => new int[now.Length + 1]).ToArray();
        for (var left = old.Length - 1; left >= 0; left--)
        {
            for (var right = now.Length - 1; right >= 0; right--)
                lengths[left][right] = old[left] == now[right] ? lengths[left + 1][right + 1] + 1 : Math.Max(lengths[left + 1][right], lengths[left][right + 1]);
        }

        return lengths;
    }
}

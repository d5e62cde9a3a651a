using Preview.Rendering;

namespace Preview.Tests.Rendering;

public class TextDiffTests
{
    [Fact]
    public void Shows_what_differs_and_two_lines_around_it() => Assert.Equal(
        ["  …", "  3", "  4", "- 5", "+ five", "  6", "  7", "  …"],
        TextDiff.Lines("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"));

    /// <summary>Whatever the texts are, the lines that stay and go make the old one, those that stay and come the new one.</summary>
    [Fact]
    public void Is_complete()
    {
        var random = new Random(20261121);
        foreach (var _ in Enumerable.Range(0, 300))
        {
            var (old, now) = (Text(random), Text(random));
            var lines = TextDiff.Lines(old, now);

            // Five lines at most, and two of context, so that nothing is left out unless nothing differs.
            if (old.TrimEnd('\n') == now.TrimEnd('\n'))
                continue;
            Assert.Equal(old.TrimEnd('\n').Split('\n').Where(line => now.Split('\n').All(other => other != line)), lines.Where(line => line[0] == '-').Select(line => line[2..]).Where(line => now.Split('\n').All(other => other != line)));
            Assert.Equal(Count(old) - Count(now), lines.Count(line => line[0] == '-') - lines.Count(line => line[0] == '+'));
        }
    }

    [Fact]
    public void Large_texts_are_shown_whole()
    {
        var lines = TextDiff.Lines(string.Join('\n', Enumerable.Range(0, 3000)), string.Join('\n', Enumerable.Range(1, 3000)));

        Assert.Equal(6000, lines.Count);
    }

    private static int Count(string text) => text.TrimEnd('\n').Split('\n').Length;

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => $"{(char)('a' + random.Next(4))}\n"));
}

using System.Text;
using System.Text.RegularExpressions;
using Preview.Planning;
using Preview.Rendering;
using Preview.Settings;
using Preview.Tests.Support;
using Pulumi.Protocol;

namespace Preview.Tests.Rendering;

public partial class PlanMarkdownTests
{
    private static readonly string[] Hostile =
    [
        "`", "``", "```", "````diff\n", "</details>", "<script>alert(1)</script>", "<!-- lhd-preview:other -->", "| a | b |", "@all", "#1", "!1", "/close\n", "\n/merge\n", "\r\n", "\n\n# heading\n\n",
        "[x](javascript:alert(1))", "![x](https://example.com/x.png)", "\e[31m", "\u202Eevil", "~~~", "    ", "&lt;", "\\", "*x*", "\0", " ", "🐳",
    ];

    [Fact]
    public void Begins_with_the_comment_by_which_a_pipeline_finds_it() =>
        Assert.StartsWith("<!-- lhd-preview:dev -->\n", new PlanMarkdown(InputDetail.Key).Render(Samples.Plan(Samples.Root())), StringComparison.Ordinal);

    /// <summary>Whatever names, values and messages are, outside of code there is only what the note itself says.</summary>
    [Fact]
    public void Foreign_text_is_nothing_but_text()
    {
        var random = new Random(20261121);
        foreach (var _ in Enumerable.Range(0, 500))
        {
            var note = new PlanMarkdown(InputDetail.All).Render(Plan(Any(random), Any(random), Any(random)));

            Assert.True(IsHarmless().IsMatch(WithoutCode(note)), note);
        }
    }

    [Theory]
    [InlineData("a", "`a`")]
    [InlineData("a`b", "``a`b``")]
    [InlineData("`a", "`` `a ``")]
    [InlineData("", "`  `")]
    [InlineData("a\nb", "`a ⏎ b`")]
    public void A_code_span_holds_any_text(string text, string expected) => Assert.Equal(expected, MarkdownText.Code(text));

    /// <summary>At whatever length it is cut, the note is within the limit, and every block and fold is closed.</summary>
    [Fact]
    public void Is_cut_at_a_line_and_stays_whole()
    {
        var plan = Samples.Plan(Enumerable.Range(0, 300).Select(index => Samples.Step(Samples.DropletType, $"node-{index}-ü", inputs: ("userData", Samples.Text("`````\nx")))).Prepend(Samples.Root()));
        foreach (var limit in Enumerable.Range(3, 60).Select(step => step * 701))
        {
            var note = new PlanMarkdown(InputDetail.All).Render(plan, limit);

            Assert.True(Encoding.UTF8.GetByteCount(note) <= limit, $"{Encoding.UTF8.GetByteCount(note)} > {limit}");
            Assert.EndsWith("</details>\n", note, StringComparison.Ordinal);
            Assert.Equal(2, note.Split('\n').Count(line => line.StartsWith("``````", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Says_how_much_was_cut()
    {
        var plan = Samples.Plan(Enumerable.Range(0, 300).Select(index => Samples.Step(Samples.DropletType, $"node-{index}")).Prepend(Samples.Root()));

        Assert.Matches(@"\n[12]\d\d of 302 lines are left out, since a note has a limit: run `dotnet run --project preview -- --stack dev`\n", new PlanMarkdown(InputDetail.Key).Render(plan, 10_000));
    }

    [Fact]
    public void Many_messages_leave_room_for_the_rest()
    {
        var builder = Samples.Builder();
        builder.AddStep(Samples.Root());
        foreach (var index in Enumerable.Range(0, 1000))
            builder.AddDiagnostic(new(Severity.Warning, "", $"warning number {index}"));

        var note = new PlanMarkdown(InputDetail.Key).Render(builder.Build(), 10_000);

        Assert.True(Encoding.UTF8.GetByteCount(note) <= 10_000);
        Assert.Matches(@"\n- … and \d+ more: run", note);
        Assert.Contains("shop-dev", note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_setting_is_masked_where_the_program_printed_it()
    {
        var config = new Dictionary<string, ConfigValue>
        {
            ["shop:token"] = new("hunter2", IsSecret: true),
            ["shop:database"] = new("""{"password": "correct horse"}""", IsSecret: true, IsStructured: true),
        };
        var builder = Samples.Builder(new(config, [], []));
        builder.AddStep(Samples.Step(Samples.DropletType, "hunter2"));
        builder.AddDiagnostic(new(Severity.Warning, "", "logged in with hunter2 and correct horse"));

        var note = new PlanMarkdown(InputDetail.All).Render(builder.Build());

        Assert.DoesNotContain("hunter2", note, StringComparison.Ordinal);
        Assert.DoesNotContain("correct horse", note, StringComparison.Ordinal);
        Assert.Contains("logged in with [secret] and [secret]", note, StringComparison.Ordinal);
    }

    private static Plan Plan(string name, string value, string message)
    {
        var builder = Samples.Builder();
        builder.AddStep(Samples.Root());
        builder.AddStep(Samples.Step(Samples.DropletType, name, inputs: [("userData", Samples.Text(value)), (value, new PropertyValue.List([Samples.Text(name)]))]));
        builder.AddDiagnostic(new(Severity.Warning, Samples.Stack, message));
        return builder.Build();
    }

    private static string Any(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Hostile[random.Next(Hostile.Length)]));

    // As CommonMark reads it: first blocks, whose end is a line of at least as many backticks, then spans, whose end is a run of exactly as many.
    private static string WithoutCode(string note)
    {
        var outside = new StringBuilder();
        var fence = "";
        foreach (var line in note.Split('\n'))
        {
            var run = line.TakeWhile(character => character == '`').Count();
            if (fence.Length > 0)
                fence = run >= fence.Length && line.Trim('`', ' ').Length == 0 ? "" : fence;
            else if (run >= 3 && !line[run..].Contains('`', StringComparison.Ordinal))
                fence = new('`', run);
            else
                outside.Append(line).Append('\n');
        }

        return Span().Replace(outside.ToString(), "CODE");
    }

    [GeneratedRegex("(?<!`)(?<ticks>`+)(?!`).*?(?<!`)\\k<ticks>(?!`)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Span();

    [GeneratedRegex(
        """
        ^<!-- lhd-preview:dev -->
        ### Preview of CODE, stack CODE

        \| \| count \|
        \|---\|---:\|
        \| create \| 2 \|
        \| warnings \| 1 \|
        \| still to set \| 1 \|

        To look at:

        - warning: CODE CODE: CODE

        To set before CODE:

        - CODE, or CODE

        <details>
        <summary>All resources</summary>


        </details>
        $
        """,
        RegexOptions.None,
        1000)]
    private static partial Regex IsHarmless();
}

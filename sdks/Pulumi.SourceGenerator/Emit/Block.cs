namespace Pulumi.SourceGenerator.Emit;

/// <summary>Puts blocks of text below each other in generated code.</summary>
internal static class Block
{
    private const string Indent = "    ";

    /// <summary>Members of a class, a blank line between them, indented once.</summary>
    public static string Members(params IEnumerable<string>[] members) =>
        string.Join("\n\n", members.SelectMany(member => member).Where(member => member.Length > 0).Select(member => Indented(member)));

    /// <summary>Lines indented by levels of four spaces.</summary>
    public static string Lines(IEnumerable<string> lines, int levels) => Indented(string.Join("\n", lines), levels);

    private static string Indented(string text, int levels = 1)
    {
        var indent = string.Concat(Enumerable.Repeat(Indent, levels));
        return string.Join("\n", text.Split('\n').Select(line => line.Length == 0 || line[0] == '#' ? line : indent + line));
    }
}

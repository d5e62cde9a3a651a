using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Preview.Settings;

/// <summary>Reads one YAML document whose root is a mapping, and says where in the file something is wrong.</summary>
public static class YamlFile
{
    private const int MaximumDepth = 100;
    private const int MaximumNodes = 100_000;

    /// <summary>The text of a file.</summary>
    /// <exception cref="SettingsException">It cannot be read.</exception>
    public static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException(Path.GetFileName(path), "it cannot be read", problem.Message);
        }
    }

    /// <summary>The root mapping; an empty file is an empty mapping.</summary>
    /// <param name="text">The YAML text.</param>
    /// <param name="file">Name of the file, for messages.</param>
    /// <exception cref="SettingsException">The text is not YAML, or not a mapping.</exception>
    public static YamlMappingNode Parse(string text, string file)
    {
        var stream = new YamlStream();
        var scanner = new Scanner(new StringReader(text));
        try
        {
            stream.Load(new Parser(scanner));
        }
        catch (YamlException exception)
        {
            var reason = (exception.InnerException ?? exception).Message.TrimEnd('.');
            // The mistake is where reading stopped, which may be far below where the value began.
            var mark = reason.StartsWith("While scanning", StringComparison.Ordinal) ? scanner.CurrentPosition : exception.Start;
            throw Invalid(file, mark, $" ({reason})");
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet's scanner fails so inside an unclosed list or object.
            throw Invalid(file, scanner.CurrentPosition, ": a '[' or '{' is not closed, or a value needs quotes");
        }

        if (stream.Documents.Count > 1)
            throw new SettingsException(file, $"{Position(stream.Documents[1].RootNode)}: a second document, which is not read", "remove the line '---' before it, or what follows");
        return stream.Documents.Count == 0 ? [] : Limited(stream.Documents[0].RootNode, file) switch
        {
            YamlMappingNode mapping => mapping,
            YamlScalarNode { Value: null or "" } => [],
            var other => throw new SettingsException(file, $"{Position(other)}: not a mapping", "write `key: value` lines"),
        };
    }

    /// <summary>The entries of a mapping in the order of the file.</summary>
    public static IEnumerable<(string Key, YamlNode Value)> Entries(YamlNode node) =>
        node is YamlMappingNode mapping
            ? mapping.Children.Select(child => (child.Key is YamlScalarNode scalar ? scalar.Value ?? "" : child.Key.ToString(), child.Value))
            : [];

    /// <summary>The value of a key, or null when the key is absent.</summary>
    public static YamlNode? Find(YamlMappingNode mapping, string key) =>
        mapping.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    /// <summary>The text of a key, or null when it is absent, empty or not a scalar.</summary>
    public static string? FindText(YamlMappingNode mapping, string key) =>
        Find(mapping, key) is YamlScalarNode { Value: { Length: > 0 } text } ? text : null;

    /// <summary>Whether a node is a scalar that YAML reads as null.</summary>
    public static bool IsNull(YamlNode node) =>
        node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" or "Null" or "NULL" };

    /// <summary>Where a node begins, as people count.</summary>
    public static string Position(YamlNode node) => Position(node.Start);

    // An anchor that refers to itself has no end, and nested ones can stand for more than fits into memory.
    private static YamlNode Limited(YamlNode root, string file)
    {
        var pending = new Stack<(YamlNode Node, int Depth)>([(root, 0)]);
        for (var count = 0; pending.TryPop(out var next); count++)
        {
            if (next.Depth > MaximumDepth || count > MaximumNodes)
                throw Invalid(file, next.Node.Start, ": anchors that nest without end");
            foreach (var child in Children(next.Node))
                pending.Push((child, next.Depth + 1));
        }

        return root;
    }

    private static IEnumerable<YamlNode> Children(YamlNode node) => node switch
    {
        YamlMappingNode mapping => mapping.Children.Values,
        YamlSequenceNode sequence => sequence.Children,
        _ => [],
    };

    private static SettingsException Invalid(string file, Mark mark, string reason) =>
        new(file, $"{Position(mark)}: not valid YAML{reason}", "correct the syntax");

    private static string Position(Mark mark) => $"line {mark.Line}, column {mark.Column}";
}

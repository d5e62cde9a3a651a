using Pulumi.SourceGenerator.Json;

namespace Pulumi.SourceGenerator.Schema;

/// <summary>A value of the schema, its path, and where its problems go.</summary>
internal sealed record SchemaNode(JsonValue Value, string Path, ICollection<SchemaProblem> Problems)
{
    public static SchemaNode Root(string json, ICollection<SchemaProblem> problems)
    {
        var root = new SchemaNode(JsonReader.Read(json), "", problems);
        if (root.Value.Kind != JsonKind.Object)
            root.Invalid("expected an object with name, version, resources, functions and types");
        return root;
    }

    public string Text => Value.Text;

    public void Invalid(string why) => Report(SchemaProblemKind.Invalid, why);

    public void Report(SchemaProblemKind kind, string why) =>
        Problems.Add(new(kind, Path.Length == 0 ? "schema" : Path, why, Value.Offset, Value.Length));

    /// <summary>The members in order; a key that occurs again is a problem, and is left out.</summary>
    public IEnumerable<(string Key, SchemaNode Node)> Members()
    {
        var seen = new HashSet<string>();
        foreach (var member in Value.Members)
        {
            var node = this with { Value = member.Value, Path = Path.Length == 0 ? member.Key : $"{Path}/{member.Key}" };
            if (seen.Add(member.Key))
                yield return (member.Key, node);
            else
                Problems.Add(new(SchemaProblemKind.Duplicate, node.Path, "declared twice; keep one", member.Offset, member.Key.Length + 2));
        }
    }

    public IEnumerable<SchemaNode> Items() =>
        Value.Items.Select((item, index) => this with { Value = item, Path = $"{Path}/{index}" });

    public SchemaNode? Find(string key, JsonKind kind)
    {
        var member = Value.Members.FirstOrDefault(candidate => candidate.Key == key);
        if (member is null)
            return null;
        var node = this with { Value = member.Value, Path = Path.Length == 0 ? key : $"{Path}/{key}" };
        if (node.Value.Kind == kind)
            return node;
        node.Invalid($"expected {Describe(kind)}");
        return null;
    }

    public string? FindText(string key) => Find(key, JsonKind.String)?.Text;

    public bool Flag(string key) => Find(key, JsonKind.Boolean)?.Text == "true";

    /// <summary>Reports every key that the generator would silently leave out of the generated code.</summary>
    public void AllowOnly(IReadOnlyCollection<string> known)
    {
        foreach (var (key, node) in Members())
        {
            if (!known.Contains(key))
                node.Invalid($"unknown key; the generator knows {string.Join(", ", known)}");
        }
    }

    private static string Describe(JsonKind kind) => kind switch
    {
        JsonKind.Object => "an object",
        JsonKind.List => "a list",
        JsonKind.String => "a string",
        JsonKind.Boolean => "true or false",
        _ => kind.ToString(),
    };
}

using Pulumi.SourceGenerator.Json;

namespace Pulumi.SourceGenerator.Schema;

internal sealed class PropertyReader(TypeSpecReader types)
{
    private static readonly string[] Known =
    [
        "type", "$ref", "items", "additionalProperties", "oneOf", "default", "defaultInfo", "secret", "replaceOnChanges",
        "willReplaceOnChanges", "language", "description", "deprecationMessage",
    ];

    /// <summary>The properties under one key of the owner, with those that the other key names required; by wire name.</summary>
    public IReadOnlyList<Property> Read(SchemaNode owner, string propertiesKey, string requiredKey)
    {
        var required = new HashSet<string>();
        var declared = owner.Find(propertiesKey, JsonKind.Object);
        var names = new HashSet<string>(declared?.Value.Members.Select(member => member.Key) ?? []);
        foreach (var item in owner.Find(requiredKey, JsonKind.List)?.Items() ?? [])
        {
            if (!names.Contains(item.Text))
                item.Invalid($"'{item.Text}' is not among '{propertiesKey}'; declare it there, or remove it here");
            else if (!required.Add(item.Text))
                item.Report(SchemaProblemKind.Duplicate, $"'{item.Text}' is listed twice; keep one");
        }

        var properties = (declared?.Members() ?? []).Select(member => Read(member.Key, member.Node, required.Contains(member.Key))).ToList();
        ReportSameNames(declared, properties);
        return properties;
    }

    private Property Read(string wire, SchemaNode node, bool required)
    {
        node.AllowOnly(Known);
        var name = node.Find("language", JsonKind.Object)?.Find("csharp", JsonKind.Object)?.FindText("name") ?? Naming.Pascal(wire);
        if (!Naming.IsIdentifier(name))
            node.Invalid($"'{name}' is no C# name; set language/csharp/name");
        var type = types.Read(node);
        return new(wire, name, type)
        {
            IsRequired = required,
            IsSecret = node.Flag("secret"),
            WillReplace = node.Flag("willReplaceOnChanges"),
            ReplaceOnChanges = node.Flag("replaceOnChanges"),
            Default = DefaultReader.Read(node, type),
        };
    }

    private static void ReportSameNames(SchemaNode? declared, IEnumerable<Property> properties)
    {
        foreach (var group in properties.GroupBy(property => property.Name).Where(group => group.Count() > 1))
        {
            var wires = string.Join(", ", group.Select(property => property.Wire));
            declared!.Report(SchemaProblemKind.Duplicate, $"{wires} would all be named {group.Key} in C#; set language/csharp/name");
        }
    }
}

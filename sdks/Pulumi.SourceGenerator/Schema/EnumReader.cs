using Pulumi.SourceGenerator.Json;

namespace Pulumi.SourceGenerator.Schema;

internal static class EnumReader
{
    public static EnumSchema Read(SchemaNode node, string token, ClassName name)
    {
        node.AllowOnly(["type", "enum", "description"]);
        if (node.FindText("type") != "string")
            node.Report(SchemaProblemKind.UnknownType, "expected \"type\": \"string\"; other enums are not supported");

        var members = new List<EnumMember>();
        foreach (var item in node.Find("enum", JsonKind.List)?.Items() ?? [])
        {
            item.AllowOnly(["name", "value", "description", "deprecationMessage"]);
            var value = item.FindText("value") ?? "";
            var member = item.FindText("name") ?? Naming.Pascal(value);
            if (!Naming.IsIdentifier(member))
                item.Invalid($"'{member}' is no C# name; set 'name'");
            if (members.Any(other => other.Name == member))
                item.Report(SchemaProblemKind.Duplicate, $"'{member}' is declared twice; keep one");
            members.Add(new(member, value));
        }

        return new(token, name, members);
    }
}

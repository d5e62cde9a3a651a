using Pulumi.SourceGenerator.Json;

namespace Pulumi.SourceGenerator.Schema;

internal sealed class TypeSpecReader(ISet<string> types)
{
    private const string TypePrefix = "#/types/";

    /// <summary>The type that the node states; what cannot be read is a problem, and an <c>object</c>.</summary>
    public TypeSpec Read(SchemaNode node)
    {
        if (node.Find("$ref", JsonKind.String) is { } reference)
            return ReadReference(reference);
        if (node.Find("oneOf", JsonKind.List) is { } alternatives)
            return ReadUnion(alternatives);

        var type = node.Find("type", JsonKind.String);
        return type?.Text switch
        {
            "string" => TypeSpec.Text,
            "integer" => TypeSpec.Integer,
            "number" => TypeSpec.Number,
            "boolean" => TypeSpec.Boolean,
            "array" => new TypeSpec.List(ReadPart(node, "items")),
            "object" => new TypeSpec.Map(ReadPart(node, "additionalProperties")),
            _ => Unknown(type ?? node, "expected type string, integer, number, boolean, array or object, or a $ref, or oneOf"),
        };
    }

    private TypeSpec ReadPart(SchemaNode node, string key) =>
        node.Find(key, JsonKind.Object) is { } part ? Read(part) : Unknown(node, $"add '{key}', the type of what it holds");

    private TypeSpec ReadUnion(SchemaNode alternatives)
    {
        var read = alternatives.Items().Select(Read).ToList();
        return read.Count == 2 ? new TypeSpec.Union(read[0], read[1]) : Unknown(alternatives, "expected two alternatives");
    }

    private TypeSpec ReadReference(SchemaNode node)
    {
        var target = node.Text;
        if (target.StartsWith(TypePrefix, StringComparison.Ordinal))
        {
            // Tokens hold slashes, which a JSON pointer in a URI fragment may write as %2F.
            var token = Uri.UnescapeDataString(target.Substring(TypePrefix.Length));
            if (types.Contains(token))
                return new TypeSpec.Reference(token);
            node.Report(SchemaProblemKind.UnknownReference, $"'{target}' refers to no type; declare '{token}' under 'types', or correct it");
            return TypeSpec.Any;
        }

        return target switch
        {
            "pulumi.json#/Any" => TypeSpec.Any,
            "pulumi.json#/Asset" => TypeSpec.Asset,
            "pulumi.json#/Archive" => TypeSpec.Archive,
            _ => UnknownReference(node, target),
        };
    }

    private static TypeSpec.Plain UnknownReference(SchemaNode node, string target)
    {
        node.Report(
            SchemaProblemKind.UnknownReference,
            $"'{target}' cannot be referred to; expected {TypePrefix}<token> or pulumi.json#/Any, Asset or Archive");
        return TypeSpec.Any;
    }

    private static TypeSpec.Plain Unknown(SchemaNode node, string expected)
    {
        var found = node.Value.Kind == JsonKind.String ? $"'{node.Text}' is not a type that the generator knows; " : "";
        node.Report(SchemaProblemKind.UnknownType, found + expected);
        return TypeSpec.Any;
    }
}

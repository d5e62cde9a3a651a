using Pulumi.SourceGenerator.Json;

namespace Pulumi.SourceGenerator.Schema;

internal static class DefaultReader
{
    /// <summary>The C# expression of <c>default</c> and <c>defaultInfo.environment</c>, null without either.</summary>
    public static string? Read(SchemaNode node, TypeSpec type)
    {
        var constant = Constant(node, type);
        var variables = node.Find("defaultInfo", JsonKind.Object)?.Find("environment", JsonKind.List)?.Items().ToList() ?? [];
        if (variables.Count == 0)
            return constant;

        var reader = type == TypeSpec.Text ? "GetEnv"
            : type == TypeSpec.Boolean ? "GetEnvBoolean"
            : type == TypeSpec.Integer ? "GetEnvInt32"
            : type == TypeSpec.Number ? "GetEnvDouble"
            : null;
        if (reader is null)
        {
            node.Invalid("only a string, boolean, integer or number can default to an environment variable");
            return null;
        }

        var read = $"Utilities.{reader}({string.Join(", ", variables.Select(variable => CSharp.Literal(variable.Text)))})";
        return constant is null ? read : $"{read} ?? {constant}";
    }

    private static string? Constant(SchemaNode node, TypeSpec type)
    {
        var value = node.Value.Members.FirstOrDefault(member => member.Key == "default")?.Value;
        if (value is null)
            return null;
        var literal = (value.Kind, type) switch
        {
            (JsonKind.String, TypeSpec.Plain { CSharp: "string" }) => CSharp.Literal(value.Text),
            (JsonKind.Boolean, TypeSpec.Plain { CSharp: "bool" }) => value.Text,
            (JsonKind.Number, TypeSpec.Plain { CSharp: "int" or "double" }) => value.Text,
            _ => null,
        };
        if (literal is null)
            node.Invalid($"default '{value.Text}' does not fit the type");
        return literal;
    }
}

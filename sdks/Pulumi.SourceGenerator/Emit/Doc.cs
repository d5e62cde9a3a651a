using Pulumi.SourceGenerator.Schema;

namespace Pulumi.SourceGenerator.Emit;

/// <summary>XML documentation of generated members: the facts of the schema, nothing else.</summary>
internal static class Doc
{
    public static string Summary(string text) => $"/// <summary>{text}</summary>";

    public static string Input(Property property)
    {
        var facts = new List<string> { $"Input <c>{property.Wire}</c>" };
        if (property.IsRequired)
            facts.Add("required");
        if (property.IsSecret)
            facts.Add("always secret");
        if (property.Default is not null)
            facts.Add("has a default");
        if (property.WillReplace || property.ReplaceOnChanges)
            facts.Add("a change replaces the resource");
        return Summary($"{string.Join(", ", facts)}.");
    }

    public static string Output(Property property) =>
        Summary($"Output <c>{property.Wire}</c>{(property.IsSecret ? ", always secret" : "")}.");
}

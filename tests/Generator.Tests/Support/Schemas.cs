namespace Generator.Tests.Support;

/// <summary>Small schemas to generate from.</summary>
internal static class Schemas
{
    public static string Package(string sections) => $$"""
        {
          "name": "acme", "version": "1.2.3",
          "language": { "csharp": { "namespaces": { "acme": "Acme" }, "compatibility": "tfbridge20" } },
          {{sections}}
        }
        """;

    /// <summary>One resource <c>Thing</c> with these keys.</summary>
    public static string Thing(string keys) => Package($$"""
        "resources": { "acme:index/thing:Thing": { {{keys}} } }
        """);

    /// <summary>One resource <c>Thing</c> with these inputs.</summary>
    public static string Inputs(string inputs, string required = "") => Thing($$"""
        "inputProperties": { {{inputs}} }, "requiredInputs": [{{required}}]
        """);

    /// <summary>A resource whose input has this type, and one declared object type <c>Part</c>.</summary>
    public static string Part(string properties, string shape) => Package($$"""
        "resources": { "acme:index/thing:Thing": { {{shape}} } },
        "types": { "acme:index/Part:Part": { "type": "object", "properties": { {{properties}} } } }
        """);
}

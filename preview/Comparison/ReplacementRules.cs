using System.Text.Json;
using Preview.Engine;
using Preview.Planning;

namespace Preview.Comparison;

/// <summary>
/// Which inputs replace a resource when they change: <c>willReplaceOnChanges</c> and <c>replaceOnChanges</c> of the package schemas that
/// were built into this program, and <see cref="UnlistedReplacements"/>.
/// </summary>
public sealed class ReplacementRules
{
    private readonly Dictionary<string, IReadOnlyList<PropertyPath>> _byType;

    private ReplacementRules(Dictionary<string, IReadOnlyList<PropertyPath>> byType) => _byType = byType;

    /// <summary>The rules of the schemas in this program.</summary>
    public static ReplacementRules BuiltIn { get; } = new(ReadSchemas());

    /// <summary>Whether there are rules for a type. For others, nobody can tell here whether a change replaces the resource.</summary>
    public bool Knows(string type) => _byType.ContainsKey(type) || type.StartsWith(ProviderReference.TypePrefix, StringComparison.Ordinal);

    /// <summary>Whether a change at a path replaces a resource of a type.</summary>
    public bool Replaces(string type, PropertyPath path) =>
        _byType.GetValueOrDefault(type, []).Any(path.IsWithin) && !UnlistedReplacements.IsInPlace(type, path);

    private static Dictionary<string, IReadOnlyList<PropertyPath>> ReadSchemas()
    {
        var assembly = typeof(ReplacementRules).Assembly;
        var rules = new Dictionary<string, IReadOnlyList<PropertyPath>>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith("schema.json", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var schema = JsonDocument.Parse(stream);
            foreach (var resource in schema.RootElement.GetProperty("resources").EnumerateObject())
                rules[resource.Name] = [.. Listed(resource.Value), .. UnlistedReplacements.Of(resource.Name)];
        }

        return rules;
    }

    private static IEnumerable<PropertyPath> Listed(JsonElement resource) =>
        resource.TryGetProperty("inputProperties", out var inputs)
            ? inputs.EnumerateObject().Where(input => Has(input.Value, "willReplaceOnChanges") || Has(input.Value, "replaceOnChanges"))
                .Select(input => PropertyPath.Root.Member(input.Name))
            : [];

    private static bool Has(JsonElement property, string flag) => property.TryGetProperty(flag, out var value) && value.ValueKind == JsonValueKind.True;
}

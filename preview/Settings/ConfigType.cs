using System.Globalization;
using System.Text.Json;

namespace Preview.Settings;

/// <summary>A type that a setting is declared with in <c>Pulumi.yaml</c>.</summary>
/// <param name="Name">string, integer, boolean, array or object.</param>
/// <param name="Items">The type of an array's items, or null when it is not declared.</param>
public sealed record ConfigType(string Name, ConfigType? Items = null)
{
    /// <summary>The names that <c>type:</c> accepts.</summary>
    public static IReadOnlyList<string> Names { get; } = ["string", "integer", "boolean", "array", "object"];

    /// <summary>Whether a value is of this type. As with the CLI, an integer may be numeric text and a boolean "true" or "false".</summary>
    public bool Accepts(ConfigValue value) => Name switch
    {
        _ when value is { IsPlaceholder: true, IsStructured: false } => true,
        "string" => !value.IsStructured,
        "integer" => !value.IsStructured && IsInteger(value.Text),
        "boolean" => !value.IsStructured && value.Text is "true" or "false",
        _ => value.IsStructured && Accepts(JsonElement.Parse(value.Text)),
    };

    /// <summary>The type as people say it, e.g. <c>array of string</c>.</summary>
    public override string ToString() => Items is null ? Name : $"{Name} of {Items}";

    private bool Accepts(JsonElement value) => (Name, value.ValueKind) switch
    {
        ("array", JsonValueKind.Array) => Items is null || value.EnumerateArray().All(Items.Accepts),
        ("object", JsonValueKind.Object) => true,
        ("string", JsonValueKind.String) => true,
        ("integer", JsonValueKind.Number) => value.TryGetInt64(out _),
        ("integer", JsonValueKind.String) => IsInteger(value.GetString()!),
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("boolean", JsonValueKind.String) => value.GetString() is "true" or "false",
        _ => false,
    };

    private static bool IsInteger(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}

using System.Text.Json;
using Preview.Settings;

namespace Preview.Rendering;

/// <summary>Takes the stack's secret settings out of texts that a program wrote itself, as the Pulumi CLI does with its log.</summary>
/// <param name="config">The settings.</param>
public sealed class SecretMask(IEnumerable<ConfigValue> config)
{
    // Shorter ones are everywhere, and masking them would tell what they are.
    private const int ShortestSecret = 4;

    private readonly string[] _secrets =
    [
        .. config.Where(value => value.IsSecret).SelectMany(Texts).Where(text => text.Length >= ShortestSecret).Distinct().OrderByDescending(text => text.Length),
    ];

    /// <summary>A text without secrets.</summary>
    public string Apply(string text) => _secrets.Aggregate(text, (masked, secret) => masked.Replace(secret, PropertyText.Secret, StringComparison.Ordinal));

    private static IEnumerable<string> Texts(ConfigValue value)
    {
        if (!value.IsStructured)
            return [value.Text];

        using var json = JsonDocument.Parse(value.Text);
        return [.. Leaves(json.RootElement)];
    }

    private static IEnumerable<string> Leaves(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Leaves(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Leaves),
        JsonValueKind.String => [json.GetString()!],
        _ => [],
    };
}

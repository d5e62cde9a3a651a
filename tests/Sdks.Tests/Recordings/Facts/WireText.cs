using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sdks.Tests.Recordings.Facts;

/// <summary>
/// A value of a request as short text, special values by name: <c>{a: 'x', b: [1, secret('y')], c: unknown, d: resource(URN, 'id')}</c>.
/// </summary>
public static class WireText
{
    private const string Signature = "4dabf18193072939515e22adb298388d";

    public static string Of(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject special when special[Signature] is { } signature => Special(signature.GetValue<string>(), special),
        JsonObject map => $"{{{string.Join(", ", map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}: {Of(entry.Value)}"))}}}",
        JsonArray list => $"[{string.Join(", ", list.Select(Of))}]",
        _ when value.GetValueKind() == JsonValueKind.String => Text(value.GetValue<string>()),
        _ => value.ToJsonString(),
    };

    private static string Text(string text) => text == "04da6b54-80e4-46f7-96ec-b56ff0331ba9" ? "unknown" : $"'{text}'";

    private static string Special(string signature, JsonObject value) => signature switch
    {
        "1b47061264138c4ac30d75fd1eb44270" => $"secret({Of(value["value"])})",
        "d0e6a833031e9bbcd3f4e8bde6ca49a4" => $"output({Members(value)})",
        "5cf8f73096256a8f31e491e813e4eb8e" => $"resource({Members(value)})",
        "c44067f5952c0a294b673a41bacd8c17" => $"asset({Members(value)})",
        "0def7320c3a5731c473e5ecbe6d01bc7" => $"archive({Members(value)})",
        _ => throw new ArgumentException($"unknown signature '{signature}'", nameof(signature)),
    };

    private static string Members(JsonObject value) => string.Join(", ", value
        .Where(entry => entry.Key != Signature)
        .OrderBy(entry => entry.Key, StringComparer.Ordinal)
        .Select(entry => $"{entry.Key}: {Of(entry.Value)}"));
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sdks.Tests.Recordings;

/// <summary>Where two JSON trees differ, one line a place: its path, what was expected and what is there.</summary>
public static class JsonDifferences
{
    public static IEnumerable<string> Between(JsonNode? expected, JsonNode? actual, string path = "") => (expected, actual) switch
    {
        (JsonObject left, JsonObject right) => left.Select(entry => entry.Key).Union(right.Select(entry => entry.Key))
            .Order(StringComparer.Ordinal)
            .SelectMany(key => BetweenMembers(left, right, key, $"{path}/{key}")),
        (JsonArray left, JsonArray right) => Enumerable.Range(0, Math.Max(left.Count, right.Count))
            .SelectMany(index => BetweenItems(left, right, index, $"{path}/{index}")),
        _ => JsonNode.DeepEquals(expected, actual) ? [] : [$"{path}: expected {Show(expected)}, got {Show(actual)}"],
    };

    /// <summary>A missing member and a null one are different things: absent and null are different messages on the wire.</summary>
    private static IEnumerable<string> BetweenMembers(JsonObject expected, JsonObject actual, string key, string path) =>
        (expected.TryGetPropertyValue(key, out var left), actual.TryGetPropertyValue(key, out var right)) switch
        {
            (true, false) => [$"{path}: expected {Show(left)}, got nothing"],
            (false, true) => [$"{path}: expected nothing, got {Show(right)}"],
            _ => Between(left, right, path),
        };

    private static IEnumerable<string> BetweenItems(JsonArray expected, JsonArray actual, int index, string path) =>
        index >= actual.Count ? [$"{path}: expected {Show(expected[index])}, got nothing"]
        : index >= expected.Count ? [$"{path}: expected nothing, got {Show(actual[index])}"]
        : Between(expected[index], actual[index], path);

    /// <summary>JSON as it is read, on one line.</summary>
    public static string Show(JsonNode? node) => node?.ToJsonString(ShownOptions) ?? "null";

    private static readonly JsonSerializerOptions ShownOptions = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace Peers.Tests;

/// <summary>What a program said to an engine made of Pulumi's own stubs, as those stubs understood it.</summary>
internal sealed record PeerConversation(int ExitCode, string Stdout, string Stderr, IReadOnlyList<PeerCall> Calls)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static PeerConversation Parse(string json) => JsonSerializer.Deserialize<PeerConversation>(json, Options)!;

    public IReadOnlyList<JsonObject> Requests(string method) =>
        [.. Calls.Where(call => call.Method == method).Select(call => call.Request)];

    /// <summary>The registration of the only resource of this name.</summary>
    public JsonObject Resource(string name) => Assert.Single(Requests("registerResource"), request => Text(request["name"]) == name);

    /// <summary>The outputs that were registered for the only resource of this name.</summary>
    public JsonNode Outputs(string name) => Assert.Single(
        Requests("registerResourceOutputs"), request => Text(request["urn"]).EndsWith($"::{name}", StringComparison.Ordinal))["outputs"]!;

    public static string Text(JsonNode? node) => node?.GetValue<string>() ?? "";

    public static IEnumerable<string> Texts(JsonNode? list) => list!.AsArray().Select(Text).Order(StringComparer.Ordinal);
}

internal sealed record PeerCall(string Method, JsonObject Request);

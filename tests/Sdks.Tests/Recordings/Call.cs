using System.Text.Json.Nodes;

namespace Sdks.Tests.Recordings;

/// <summary>One request of a program to its engine, in proto field names with defaults written out, and what it was answered.</summary>
public sealed record Call(string Method, JsonObject Request, JsonObject? Response = null, JsonObject? Error = null)
{
    /// <summary>What the call is about: enough to find its counterpart in another conversation, whatever the order.</summary>
    public string Key => Method switch
    {
        "RegisterResource" or "ReadResource" => $"{Method} {Text("type")} {Text("name")}",
        "RegisterResourceOutputs" => $"{Method} {Text("urn")}",
        "Invoke" => $"{Method} {Text("tok")}",
        "SupportsFeature" => $"{Method} {Text("id")}",
        "Log" => $"{Method} {Text("severity")}",
        _ => Method,
    };

    public string Text(string field) => Request[field]?.GetValue<string>() ?? "";

    /// <summary>
    /// Whether it is a debug log of the SDK about its own work, which costs a round trip and says nothing about resources.
    /// What a program logs for debugging is not.
    /// </summary>
    public bool IsTrace => Method == "Log" && Text("severity") == "DEBUG"
        && TraceStarts.Any(start => Text("message").StartsWith(start, StringComparison.Ordinal));

    private static readonly string[] TraceStarts =
    [
        "Registering resource ", "Preparing resource: ", "Prepared resource: ", "Fields to assign: ", "Reading resource: ",
        "ReadResource RPC prepared: ", "RegisterResourceOutputs RPC prepared: ", "Invoking function: ", "Invoke RPC prepared: ",
        "SignalAndWaitForShutdown: ",
    ];

    public static Call Parse(JsonObject recorded) => new(
        recorded["method"]!.GetValue<string>(),
        recorded["request"]!.AsObject(),
        recorded["response"]?.AsObject(),
        recorded["error"]?.AsObject());
}

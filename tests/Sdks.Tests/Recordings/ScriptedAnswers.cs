using System.Text.Json.Nodes;

namespace Sdks.Tests.Recordings;

/// <summary>
/// The engine that the recordings were made with, as rules: it echoes inputs, adds what the script says and checks nothing.
/// One instance is one deployment, since a second resource of the same URN is refused.
/// </summary>
public sealed class ScriptedAnswers(EngineScript script)
{
    private const string StackType = "pulumi:pulumi:Stack";
    private const string SecondResourceOfAUrn = "resource monitor shut down while waiting on step's done channel";
    private readonly HashSet<string> _urns = [];
    private readonly Lock _lock = new();

    /// <summary>The call with its answer: a response, or an error of a gRPC status and a message.</summary>
    public Call Answer(Call call) => call.Method switch
    {
        "SupportsFeature" => Success(call, new() { ["hasSupport"] = script.Supports(call.Text("id")) }),
        "RegisterResource" => Register(call),
        "ReadResource" => Success(call, new()
        {
            ["urn"] = Urn(call),
            ["properties"] = Merge(call.Request["properties"]!.AsObject(), script.ReadState(call.Text("type"))),
        }),
        "Invoke" => Success(call, new()
        {
            ["return"] = script.InvokeResult(call.Text("tok")).DeepClone(),
            ["failures"] = Failures(script.InvokeFailures(call.Text("tok"))),
            ["unknown"] = false,
        }),
        "SignalAndWaitForShutdown" when script.IsShutdownUnimplemented =>
            Failure(call, "Unimplemented", "unknown method SignalAndWaitForShutdown"),
        _ => Success(call, []),
    };

    private Call Register(Call call)
    {
        var (type, name) = (call.Text("type"), call.Text("name"));
        if (script.Error(type, name) is { } error)
            return Failure(call, error["code"]!.GetValue<string>(), error["message"]!.GetValue<string>());
        var urn = Urn(call);
        lock (_lock)
        {
            if (!_urns.Add(urn))
                return Failure(call, "Unavailable", SecondResourceOfAUrn);
        }
        var hasId = script.IsUpdate && call.Request["custom"]!.GetValue<bool>() && script.GivesId(name);
        return Success(call, new()
        {
            ["urn"] = urn,
            ["id"] = hasId ? $"{name}-id" : "",
            ["object"] = Merge(call.Request["object"]!.AsObject(), script.Outputs(type, name)),
            ["stable"] = false,
            ["stables"] = new JsonArray(),
            ["propertyDependencies"] = script.PropertyDependencies(name).DeepClone(),
            ["result"] = script.Result(name),
            ["unknown"] = false,
        });
    }

    private static Call Success(Call call, JsonObject response) => call with { Response = response };

    private static Call Failure(Call call, string status, string message) =>
        call with { Error = new() { ["status"] = status, ["message"] = message } };

    private static string Urn(Call call)
    {
        var parentType = call.Text("parent") is { Length: > 0 } parent ? parent.Split("::")[2] : StackType;
        var chain = parentType == StackType ? "" : $"{parentType}$";
        return $"urn:pulumi:dev::wire::{chain}{call.Text("type")}::{call.Text("name")}";
    }

    private static JsonObject Merge(JsonObject inputs, IEnumerable<KeyValuePair<string, JsonNode?>> additions)
    {
        var merged = inputs.DeepClone().AsObject();
        foreach (var (key, value) in additions)
            merged[key] = value?.DeepClone();
        return merged;
    }

    private static JsonArray Failures(JsonArray scripted) => [.. scripted.Select(failure => new JsonObject
    {
        ["property"] = failure!["property"]?.GetValue<string>() ?? "",
        ["reason"] = failure["reason"]!.GetValue<string>(),
    })];
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Sdks.Tests.Recordings;

/// <summary>Takes out of a call what differs between two runs of the same SDK: the order of sets, paths, and stack traces.</summary>
public static partial class CallNormalization
{
    public static Call Normalize(Call call)
    {
        var request = call.Request.DeepClone().AsObject();
        foreach (var field in NeverSent(call.Method).Where(field => IsDefault(request[field])))
            request.Remove(field);
        if (call.Method is "RegisterResource" or "ReadResource")
            SortSets(request);
        if (call.Method == "Log")
            request["message"] = WithoutTrace(call.Text("message"));
        return call with { Request = request };
    }

    /// <summary>Fields that no recorded request fills; the protocol in this repository has no use for them. A value in one would still differ.</summary>
    private static IEnumerable<string> NeverSent(string method) =>
        method == "Invoke" ? ["accepts_byte_string", "dependsOn", "parent"] : ["accepts_byte_string", "snippetId"];

    private static bool IsDefault(JsonNode? value) => value?.ToJsonString() is "\"\"" or "false" or "[]";

    private static void SortSets(JsonObject request)
    {
        Sort(request, "dependencies");
        if (request["propertyDependencies"] is not JsonObject properties)
            return;
        foreach (var (_, urns) in properties)
            Sort(urns!.AsObject(), "urns");
    }

    private static void Sort(JsonObject owner, string field)
    {
        if (owner[field] is JsonArray list)
            owner[field] = new JsonArray([.. list.Select(item => item?.DeepClone()).OrderBy(item => item?.ToJsonString(), StringComparer.Ordinal)]);
    }

    /// <summary>
    /// The message up to its stack trace. The official SDK's frames, the path of the program, and what its
    /// gRPC library calls its exception and a connection that failed are not part of the contract; the kind of any other exception
    /// and its message are.
    /// </summary>
    public static string WithoutTrace(string message)
    {
        var text = Trace().Split(message)[0];
        text = ProgramPath().Replace(text, "Running program 'PROGRAM' failed");
        text = RpcException().Replace(text, "RpcException: ");
        return ConnectionDetail().Replace(text, "Detail=\"no connection\"");
    }

    [GeneratedRegex("\n   at |\n ---> ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Trace();

    [GeneratedRegex("Running program '[^']*' failed", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ProgramPath();

    [GeneratedRegex("(Grpc\\.Core\\.RpcException|Pulumi\\.RpcException): ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RpcException();

    [GeneratedRegex("Detail=\"[^\"]*(connect|refused)[^\"]*\"(, DebugException=\"[^\"]*\")?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ConnectionDetail();
}

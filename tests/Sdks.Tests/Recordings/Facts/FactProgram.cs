using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Sdks.Tests.Recordings.Facts;

/// <summary>
/// A small program that shows one fact about the official SDK that no recording covers. It declares a `Thing`, a resource that takes
/// any inputs, and is run as recorded programs are; the script is what a recording's `.spec.json` would say.
/// </summary>
public static class FactProgram
{
    public static Task<Conversation> PreviewAsync(string body, string script = "{}", params (string Name, string? Value)[] environment) =>
        RunAsync(body, script, isUpdate: false, environment);

    public static Task<Conversation> UpdateAsync(string body, string script = "{}", params (string Name, string? Value)[] environment) =>
        RunAsync(body, script, isUpdate: true, environment);

    /// <summary>What the program gave as the stack's outputs.</summary>
    public static string StackOutputs(this Conversation conversation)
    {
        Assert.True(conversation.ExitCode == 0, $"exit code {conversation.ExitCode}: {string.Join('\n', ConversationComparison.Errors(conversation))}{conversation.Stderr}");
        return WireText.Of(conversation.Of("RegisterResourceOutputs").Single(call => call.Text("urn").EndsWith("::wire-dev", StringComparison.Ordinal)).Request["outputs"]);
    }

    /// <summary>The inputs that the resource of this name was registered with.</summary>
    public static string Inputs(this Conversation conversation, string resource) => conversation.Field(resource, "object");

    /// <summary>A field of the registration of the resource of this name, sets in order.</summary>
    public static string Field(this Conversation conversation, string resource, string field) =>
        WireText.Of(CallNormalization.Normalize(conversation.Registration(resource)).Request[field]);

    /// <summary>The one error that the program logged, up to its stack trace.</summary>
    public static string Error(this Conversation conversation) =>
        CallNormalization.WithoutTrace(Assert.Single(conversation.Calls, call => call.Key == "Log ERROR").Text("message"));

    private static Task<Conversation> RunAsync(string body, string script, bool isUpdate, (string Name, string? Value)[] changes)
    {
        var source = Prelude.Replace("BODY", body);
        var name = $"fact-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)))[..12]}";
        var environment = Environment(isUpdate);
        foreach (var (variable, value) in changes)
        {
            if (value is null)
                environment.Remove(variable);
            else
                environment[variable] = value;
        }
        return Replay.RunAsync(ProgramCompiler.CompileSource(name, source), new(JsonNode.Parse(script)!.AsObject(), isUpdate), environment);
    }

    private static Dictionary<string, string> Environment(bool isUpdate) => new()
    {
        ["PULUMI_MONITOR"] = "127.0.0.1:PORT",
        ["PULUMI_ENGINE"] = "127.0.0.1:PORT",
        ["PULUMI_PROJECT"] = "wire",
        ["PULUMI_STACK"] = "dev",
        ["PULUMI_ORGANIZATION"] = "acme",
        ["PULUMI_DRY_RUN"] = isUpdate ? "false" : "true",
        ["PULUMI_QUERY_MODE"] = "false",
        ["PULUMI_PARALLEL"] = "16",
        ["PULUMI_CONFIG"] = "{}",
        ["PULUMI_CONFIG_SECRET_KEYS"] = "[]",
    };

    private const string Prelude = """
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Linq;
        using System.Threading.Tasks;
        using Pulumi;

        return await Deployment.RunAsync(async () =>
        {
            var outputs = new Dictionary<string, object?>();
            await Task.CompletedTask;
            BODY
            return (IDictionary<string, object?>)outputs;
        });

        class Thing : CustomResource
        {
            [Output("text")] public Output<string> Text { get; private set; } = null!;
            [Output("number")] public Output<int> Number { get; private set; } = null!;
            [Output("flag")] public Output<bool> Flag { get; private set; } = null!;
            [Output("list")] public Output<ImmutableArray<string>> List { get; private set; } = null!;
            [Output("map")] public Output<ImmutableDictionary<string, string>> Map { get; private set; } = null!;

            public Thing(string name, Dictionary<string, object?>? inputs = null, CustomResourceOptions? options = null)
                : base("test:index:Thing", name, new DictionaryResourceArgs((inputs ?? new()).ToImmutableDictionary()), options) { }
        }

        class MutableThing : CustomResource
        {
            [Output("map")] public Output<Dictionary<string, string>> Map { get; private set; } = null!;

            public MutableThing(string name) : base("test:index:Thing", name, ResourceArgs.Empty) { }
        }

        class Group : ComponentResource
        {
            public Group(string name, ComponentResourceOptions? options = null) : base("test:index:Group", name, options) { }
        }
        """;
}

using System.Text.Json.Nodes;

namespace Sdks.Tests.Recordings;

/// <summary>Each takes a recorded conversation, breaks one thing in it, and expects that very thing to be named.</summary>
public class ConversationComparisonTests
{
    private const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    [Theory]
    [MemberData(nameof(EveryRecording))]
    public void A_recording_equals_itself_in_any_order(string name)
    {
        var conversation = Recording.Load(name).Conversation;

        var reordered = conversation with { Calls = [.. conversation.Calls.Reverse()] };

        Assert.Empty(ConversationComparison.Differences(conversation, reordered));
    }

    public static TheoryData<string> EveryRecording() => [.. Recording.Names("dry"), .. Recording.Names("up")];

    [Fact]
    public void Debug_logs_of_the_sdk_and_repeated_feature_probes_do_not_count()
    {
        var recorded = Recording.Load("03-component.up").Conversation;

        var terse = recorded with { Calls = [.. recorded.Calls.Where(call => !call.IsTrace).DistinctBy(call => call.Request.ToJsonString())] };

        Assert.Empty(ConversationComparison.Differences(recorded, terse));
    }

    [Fact]
    public void What_a_program_itself_logs_for_debugging_counts()
    {
        var compared = Recording.Names("up").SelectMany(name => Recording.Load(name).Conversation.Calls)
            .Where(call => call is { IsTrace: false, Key: "Log DEBUG" });

        Assert.Equal("a debug line", Assert.Single(compared).Text("message"));
    }

    [Fact]
    public void The_order_of_dependencies_does_not_count() => AssertSame("06-options.up", request => Reverse(request["dependencies"]!), "all");

    [Fact]
    public void A_dropped_dependency_is_named() => AssertDifference(
        "03-component.computed.up", "site-dns-a", request => request["dependencies"] = new JsonArray(),
        "RegisterResource digitalocean:index/dnsRecord:DnsRecord site-dns-a /dependencies/0: expected "
        + "\"urn:pulumi:dev::wire::acme:web:Site$digitalocean:index/droplet:Droplet::site-vm\", got nothing");

    [Fact]
    public void A_dropped_dependency_of_one_property_is_named() => AssertDifference(
        "03-component.computed.up", "site-dns-a", request => request["propertyDependencies"]!["value"]!["urns"] = new JsonArray(),
        "RegisterResource digitalocean:index/dnsRecord:DnsRecord site-dns-a /propertyDependencies/value/urns/0: expected "
        + "\"urn:pulumi:dev::wire::acme:web:Site$digitalocean:index/droplet:Droplet::site-vm\", got nothing");

    [Fact]
    public void An_unmasked_secret_is_named() => AssertDifference(
        "05-secrets.up", "run", request => request["object"]!["environment"]!["TOKEN"] = "t0k",
        "RegisterResource command:local:Command run /object/environment/TOKEN: expected "
        + "{\"4dabf18193072939515e22adb298388d\":\"1b47061264138c4ac30d75fd1eb44270\",\"value\":\"t0k\"}, got \"t0k\"");

    [Fact]
    public void An_unknown_sent_as_null_is_named() => AssertDifference(
        "04-unknowns.dry", "prepare", request => request["object"]!["connection"]!["value"]!["host"] = null,
        $"RegisterResource command:remote:Command prepare /object/connection/value/host: expected \"{Unknown}\", got null");

    [Fact]
    public void An_unknown_left_out_is_named() => AssertDifference(
        "04-unknowns.dry", "prepare", request => request["object"]!.AsObject().Remove("create"),
        $"RegisterResource command:remote:Command prepare /object/create: expected \"{Unknown}\", got nothing");

    [Fact]
    public void A_missing_version_is_named() => AssertDifference(
        "02-droplet.up", "web", request => request["version"] = "",
        "RegisterResource digitalocean:index/droplet:Droplet web /version: expected \"4.76.0\", got \"\"");

    [Fact]
    public void An_unset_option_is_not_an_option_set_to_false() => AssertDifference(
        "06-options.up", "falses", request => request.Remove("protect"),
        "RegisterResource digitalocean:index/droplet:Droplet falses /protect: expected false, got nothing");

    [Fact]
    public void A_wrong_exit_code_is_named()
    {
        var recorded = Recording.Load("10-failures.logErrorOnly.up").Conversation;

        Assert.Equal(["exit code: expected 1, got 0"], ConversationComparison.Differences(recorded, recorded with { ExitCode = 0 }));
    }

    [Fact]
    public void A_registration_that_was_not_sent_is_named()
    {
        var recorded = Recording.Load("02-droplet.up").Conversation;

        var shorter = recorded with { Calls = [.. recorded.Calls.Where(call => call.Text("name") != "web")] };

        Assert.StartsWith(
            "RegisterResource digitalocean:index/droplet:Droplet web: not sent: {",
            Assert.Single(ConversationComparison.Differences(recorded, shorter)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_sent_twice_is_named()
    {
        var recorded = Recording.Load("02-droplet.up").Conversation;

        var longer = recorded with { Calls = [.. recorded.Calls, recorded.Of("RegisterResourceOutputs").Single()] };

        Assert.StartsWith(
            "RegisterResourceOutputs urn:pulumi:dev::wire::pulumi:pulumi:Stack::wire-dev: sent, but not by the official SDK: {",
            Assert.Single(ConversationComparison.Differences(recorded, longer)),
            StringComparison.Ordinal);
    }

    private static void AssertDifference(string recording, string resource, Action<JsonObject> breakIt, string difference)
    {
        var recorded = Recording.Load(recording).Conversation;

        Assert.Equal([difference], ConversationComparison.Differences(recorded, Changed(recorded, resource, breakIt)));
    }

    private static void AssertSame(string recording, Action<JsonObject> change, string resource)
    {
        var recorded = Recording.Load(recording).Conversation;

        Assert.Empty(ConversationComparison.Differences(recorded, Changed(recorded, resource, change)));
    }

    private static Conversation Changed(Conversation recorded, string resource, Action<JsonObject> change)
    {
        var original = recorded.Registration(resource);
        var request = original.Request.DeepClone().AsObject();
        change(request);
        return recorded with { Calls = [.. recorded.Calls.Select(call => call == original ? call with { Request = request } : call)] };
    }

    private static void Reverse(JsonNode list)
    {
        var items = list.AsArray();
        var reversed = items.Reverse().Select(item => item!.DeepClone()).ToList();
        items.Clear();
        reversed.ForEach(items.Add);
    }
}

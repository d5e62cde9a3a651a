using System.Text.Json.Nodes;

namespace Peers.Tests;

/// <summary>A C# program on <c>sdks/</c>, seen through the stubs that Pulumi publishes.</summary>
public sealed class CSharpProgramTests
{
    private const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    private const string Stack = "urn:pulumi:dev::peers::pulumi:pulumi:Stack::peers-dev";
    private const string Site = "urn:pulumi:dev::peers::peers:index:Site::site";
    private const string Node = "urn:pulumi:dev::peers::peers:index:Site$digitalocean:index/droplet:Droplet::site-node";
    private const string Record = "urn:pulumi:dev::peers::peers:index:Site$cloudflare:index/dnsRecord:DnsRecord::site-record";
    private const string Password = "urn:pulumi:dev::peers::peers:index:Site$random:index/randomPassword:RandomPassword::site-password";

    [PeerFact]
    public Task Every_octet_of_a_preview_is_understood() => AssertUnderstoodAsync("dry");

    [PeerFact]
    public Task Every_octet_of_an_update_is_understood() => AssertUnderstoodAsync("up");

    [PeerFact]
    public async Task Resources_have_their_type_parent_and_version()
    {
        var conversation = await PeerEngine.RunAsync("up");

        Assert.Equal(
            [
                "cloudflare:index/dnsRecord:DnsRecord site-record 6.17.0 in " + Site,
                "command:remote:Command site-start 1.2.1 in " + Site,
                "digitalocean:index/droplet:Droplet site-node 4.76.0 in " + Site,
                "peers:index:Site site  in " + Stack,
                "pulumi:pulumi:Stack peers-dev  in ",
                "random:index/randomPassword:RandomPassword site-password 4.21.1 in " + Site,
            ],
            conversation.Requests("registerResource").Select(Describe).Order(StringComparer.Ordinal));
    }

    [PeerFact]
    public async Task Dependencies_are_those_of_the_inputs_and_of_DependsOn()
    {
        var conversation = await PeerEngine.RunAsync("up");

        var start = conversation.Resource("site-start");
        Assert.Equal([Record, Node, Password], PeerConversation.Texts(start["dependencies"]));
        Assert.Equal([Node], PeerConversation.Texts(start["propertydependencies"]!["connection"]!["urns"]));
        Assert.Equal([Password], PeerConversation.Texts(start["propertydependencies"]!["stdin"]!["urns"]));
        Assert.Empty(PeerConversation.Texts(start["propertydependencies"]!["create"]!["urns"]));
        Assert.Equal([Node], PeerConversation.Texts(conversation.Resource("site-record")["dependencies"]));
    }

    [PeerFact]
    public async Task Secrets_are_marked_wherever_they_go()
    {
        var conversation = await PeerEngine.RunAsync("up");

        var inputs = conversation.Resource("site-start")["object"]!;
        Assert.Equal("PRIVATE KEY", Secret(Secret(inputs["connection"])["privateKey"]).GetValue<string>());
        Assert.Equal("hunter2", Secret(inputs["stdin"]).GetValue<string>());
        Assert.Equal("hunter2", Secret(conversation.Outputs("peers-dev")["password"]).GetValue<string>());
        Assert.Equal(
            ["bcryptHash", "result"], PeerConversation.Texts(conversation.Resource("site-password")["additionalsecretoutputs"]));
    }

    [PeerFact]
    public async Task What_a_preview_does_not_know_is_sent_as_unknown()
    {
        var conversation = await PeerEngine.RunAsync("dry");

        Assert.Equal(Unknown, PeerConversation.Text(conversation.Resource("site-record")["object"]!["content"]));
        Assert.Equal(Unknown, PeerConversation.Text(conversation.Resource("site-start")["object"]!["stdin"]));
        Assert.Equal(Unknown, PeerConversation.Text(conversation.Outputs("peers-dev")["address"]));
        Assert.Equal(Unknown, PeerConversation.Text(conversation.Outputs("site")["address"]));
    }

    [PeerFact]
    public async Task What_an_update_knows_is_sent_as_it_is()
    {
        var conversation = await PeerEngine.RunAsync("up");

        Assert.Equal("203.0.113.7", PeerConversation.Text(conversation.Resource("site-record")["object"]!["content"]));
        Assert.Equal("203.0.113.7", PeerConversation.Text(conversation.Outputs("site")["address"]));
        Assert.Equal(["198.51.100.0/24"], PeerConversation.Texts(conversation.Outputs("peers-dev")["ranges"]));
    }

    [PeerFact]
    public async Task A_function_is_called_with_the_version_of_its_package()
    {
        var invoke = Assert.Single((await PeerEngine.RunAsync("dry")).Requests("invoke"));

        Assert.Equal(
            ("cloudflare:index/getIpRanges:getIpRanges", "6.17.0"),
            (PeerConversation.Text(invoke["tok"]), PeerConversation.Text(invoke["version"])));
    }

    [PeerFact]
    public Task A_preview_that_succeeds_ends_with_the_handshake_and_0() => AssertEndsAsync("dry", fail: null, exitCode: 0);

    [PeerFact]
    public Task An_update_that_succeeds_ends_with_the_handshake_and_0() => AssertEndsAsync("up", fail: null, exitCode: 0);

    [PeerFact]
    public Task A_program_that_throws_tells_the_engine_and_ends_with_32() =>
        AssertEndsAsync("up", "throw", exitCode: 32, "the program gives up");

    [PeerFact]
    public Task A_program_that_logs_an_error_ends_with_1() => AssertEndsAsync("up", "log", exitCode: 1, "the program is not content");

    private static async Task AssertUnderstoodAsync(string mode)
    {
        var conversation = await PeerEngine.RunAsync(mode);

        Assert.Empty(conversation.Requests("undecoded"));
        Assert.Equal(6, conversation.Requests("registerResource").Count);
    }

    private static async Task AssertEndsAsync(string mode, string? fail, int exitCode, params string[] errors)
    {
        const int Error = 3;

        var conversation = await PeerEngine.RunAsync(mode, fail);

        var logged = conversation.Requests("log").Where(request => request["severity"]?.GetValue<int>() == Error);
        Assert.Equal(errors, logged.Select(request => PeerConversation.Text(request["message"])));
        Assert.Equal(exitCode, conversation.ExitCode);
        Assert.Equal(exitCode == 0 ? 1 : 0, conversation.Requests("signalAndWaitForShutdown").Count);
        Assert.Equal(("", ""), (conversation.Stdout, conversation.Stderr));
    }

    private static string Describe(JsonObject request) =>
        $"{request["type"]} {request["name"]} {request["version"]} in {request["parent"]}";

    private static JsonNode Secret(JsonNode? special)
    {
        Assert.Equal("1b47061264138c4ac30d75fd1eb44270", special?["4dabf18193072939515e22adb298388d"]?.GetValue<string>());
        return special!["value"]!;
    }
}

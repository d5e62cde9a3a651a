using System.Collections.Immutable;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Pulumi.Utilities;
using Pulumirpc;
using Sdks.Tests.Support;

namespace Sdks.Tests.Deployments;

public class InvokeTests
{
    private const string Token = "acme:index/find:find";

    [Fact]
    public async Task Sends_its_arguments_and_reads_the_result()
    {
        var (found, monitor) = await FindAsync(Arguments(Output.CreateSecret("n")), new() { Version = "2.0.0", PluginDownloadURL = "https://x" });

        Assert.Equal("p", (await found.ValueAsync()).Name);
        Assert.False((await found.DataAsync()).IsSecret);
        var request = Assert.Single(monitor.Invoked);
        Assert.Equal((Token, "2.0.0", "https://x", true), (request.Tok, request.Version, request.PluginDownloadURL, request.AcceptResources));
        Assert.Equal("n", request.Args.Fields["name"].StructValue.Fields["value"].StringValue);
    }

    [Fact]
    public async Task Is_not_sent_while_an_argument_is_unknown()
    {
        var (found, monitor) = await FindAsync(Arguments(OutputUtilities.CreateUnknown("n")));

        Assert.False((await found.DataAsync()).IsKnown);
        Assert.Empty(monitor.Invoked);
    }

    [Fact]
    public async Task Is_not_sent_before_the_resources_it_depends_on_exist()
    {
        var monitor = new FakeMonitor { IsDryRun = true };
        Output<WidgetPart>? found = null;

        Assert.Equal(0, await TestProgram.RunAsync(monitor, () => found = Deployment.Instance.Invoke<WidgetPart>(
            Token, InvokeArgs.Empty, new InvokeOutputOptions { DependsOn = { new Group("group", group => _ = new Widget("w", options: new() { Parent = group })) } })));

        Assert.False((await found!.DataAsync()).IsKnown);
        Assert.Empty(monitor.Invoked);
    }

    [Fact]
    public async Task A_secret_in_the_answer_makes_the_result_secret()
    {
        var (found, _) = await FindAsync(
            Arguments("n"), answer: """{"name": {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "value": "p"}}""");

        Assert.True((await found.DataAsync()).IsSecret);
    }

    [Fact]
    public async Task A_refusal_names_each_argument()
    {
        var monitor = new FakeMonitor
        {
            Function = _ => new InvokeResponse { Failures = { new CheckFailure { Property = "networks", Reason = "not a network" }, new CheckFailure { Reason = "second" } } },
        };

        Assert.Equal(32, await TestProgram.RunAsync(monitor, () => Deployment.Instance.Invoke<WidgetPart>(Token, InvokeArgs.Empty)));
        Assert.Contains($"Invoke of '{Token}' failed: not a network (networks); second ()", monitor.Logged.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_task_form_gives_the_plain_value()
    {
        var monitor = new FakeMonitor { Function = _ => Answer("""{"name": "p"}""") };
        WidgetPart? found = null;

        Assert.Equal(0, await TestProgram.RunAsync(monitor, async () =>
        {
            found = await Deployment.Instance.InvokeAsync<WidgetPart>(Token, InvokeArgs.Empty);
            return new Dictionary<string, object?>();
        }));

        Assert.Equal("p", found!.Name);
    }

    [Fact]
    public async Task A_single_value_is_taken_out_of_its_object()
    {
        var monitor = new FakeMonitor { Function = _ => Answer("""{"result": 4}""") };
        Output<int>? found = null;

        Assert.Equal(0, await TestProgram.RunAsync(monitor, () => found = Deployment.Instance.InvokeSingle<int>(Token, InvokeArgs.Empty)));

        Assert.Equal(4, await found!.ValueAsync());
    }

    private static DictionaryInvokeArgs Arguments(Input<string> name) => new(ImmutableDictionary<string, object?>.Empty.Add("name", name));

    private static InvokeResponse Answer(string json) => new() { Return = JsonParser.Default.Parse<Struct>(json) };

    private static async Task<(Output<WidgetPart> Found, FakeMonitor Monitor)> FindAsync(
        InvokeArgs args, InvokeOptions? options = null, string answer = """{"name": "p"}""")
    {
        var monitor = new FakeMonitor { Function = _ => Answer(answer) };
        Output<WidgetPart>? found = null;
        Assert.Equal(0, await TestProgram.RunAsync(monitor, () => found = Deployment.Instance.Invoke<WidgetPart>(Token, args, options)));
        return (found!, monitor);
    }
}

using System.Collections.Immutable;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Pulumirpc;
using Sdks.Tests.Support;

namespace Sdks.Tests.Deployments;

public class AnswerReadingTests
{
    private const string Secret = "\"4dabf18193072939515e22adb298388d\": \"1b47061264138c4ac30d75fd1eb44270\"";
    private const string Unknown = "\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"";

    [Fact]
    public async Task Reads_every_kind_of_property()
    {
        var (widget, _) = await AnsweredAsync(
            """
            {"label": "l", "size": 3.9, "ratio": 0.5, "isOn": true, "tags": ["a", "b"], "env": {"K": "v", "__defaults": []}, "color": "red",
             "part": {"name": "p"}, "parts": [{"name": "q", "password": "x"}], "anything": [1, {"a": null}], "choice": 4}
            """);

        Assert.Equal("l", await widget.Label.ValueAsync());
        Assert.Equal(3, await widget.Size.ValueAsync());
        Assert.Equal(0.5, await widget.Ratio.ValueAsync());
        Assert.True(await widget.IsOn.ValueAsync());
        Assert.Equal(["a", "b"], await widget.Tags.ItemsAsync());
        Assert.Equal(["K"], (await widget.Env.ValueAsync())!.Keys);
        Assert.Equal(Color.Red, await widget.Color.ValueAsync());
        Assert.Equal(("p", null), ((await widget.Part.ValueAsync())!.Name, (await widget.Part.ValueAsync())!.Password));
        Assert.Equal("x", (await widget.Parts.ValueAsync())[0].Password);
        Assert.Equal(1.0, ((ImmutableArray<object>)(await widget.Anything.ValueAsync())!)[0]);
        Assert.Equal(4, (await widget.Choice.ValueAsync()).AsT1);
    }

    [Fact]
    public async Task What_is_missing_in_an_update_is_known_to_be_the_default()
    {
        var (widget, _) = await AnsweredAsync("""{"label": null}""");

        Assert.Null(await widget.Label.ValueAsync());
        Assert.Equal(0, await widget.Size.ValueAsync());
        Assert.True((await widget.Tags.ValueAsync()).IsDefault);
        Assert.Null(await widget.Part.ValueAsync());
    }

    [Theory]
    [InlineData(Result.Fail)]
    [InlineData(Result.Skip)]
    public async Task What_is_missing_after_a_failure_is_unknown(Result result)
    {
        var (widget, _) = await AnsweredAsync("""{"label": "l"}""", response => response.Result = result);

        Assert.False((await widget.Size.DataAsync()).IsKnown);
        Assert.Equal("l", await widget.Label.ValueAsync());
    }

    [Fact]
    public async Task A_part_that_is_unknown_or_secret_makes_the_whole_property_so()
    {
        var (widget, _) = await AnsweredAsync(
            $$"""
            {"tags": ["a", {{Unknown}}],
             "env": {"K": { {{Secret}}, "value": "v"} },
             "part": {"name": "p", "password": { {{Secret}}, "value": {{Unknown}} } } }
            """);

        Assert.False((await widget.Tags.DataAsync()).IsKnown);
        var env = await widget.Env.DataAsync();
        Assert.True(env is { IsKnown: true, IsSecret: true });
        Assert.Equal("v", env.Value!["K"]);
        Assert.True(await widget.Part.DataAsync() is { IsKnown: false, IsSecret: true });
    }

    [Fact]
    public async Task A_wrong_type_is_warned_of_and_becomes_the_default()
    {
        var (widget, monitor) = await AnsweredAsync("""{"label": 7, "size": "two", "tags": "no"}""");

        Assert.Null(await widget.Label.ValueAsync());
        Assert.Equal(0, await widget.Size.ValueAsync());
        Assert.Contains(monitor.Logged, log => log.Severity == LogSeverity.Warning && log.Urn == FakeMonitor.Widget("w")
            && log.Message == "Expected System.String but got System.Double deserializing Sdks.Tests.Support.Widget.label");
        Assert.Contains(monitor.Logged, log => log.Message == "Expected System.Double but got System.String deserializing Sdks.Tests.Support.Widget.size");
        Assert.Equal(3, monitor.Logged.Count);
    }

    [Fact]
    public async Task Reads_assets_and_archives()
    {
        var (widget, _) = await AnsweredAsync(
            """
            {"source": {"4dabf18193072939515e22adb298388d": "0def7320c3a5731c473e5ecbe6d01bc7", "assets": {
                "a": {"4dabf18193072939515e22adb298388d": "c44067f5952c0a294b673a41bacd8c17", "text": "hello"}}}}
            """);

        var archive = Assert.IsType<AssetArchive>(await widget.Source.ValueAsync());
        var parts = Assert.IsAssignableFrom<ImmutableDictionary<string, object?>>(archive.Value);
        Assert.Equal("hello", Assert.IsType<StringAsset>(parts["a"]).Value);
    }

    [Fact]
    public async Task An_id_is_unknown_when_the_answer_has_none()
    {
        var (widget, _) = await AnsweredAsync("{}", response => response.Id = "");

        Assert.False((await widget.Id.DataAsync()).IsKnown);
        Assert.Equal(FakeMonitor.Widget("w"), await widget.Urn.ValueAsync());
    }

    [Fact]
    public async Task An_output_comes_from_its_resource()
    {
        var (widget, _) = await AnsweredAsync("{}");

        Assert.Equal([widget], (await widget.Label.DataAsync()).Resources);
        Assert.Equal([widget], (await widget.Urn.DataAsync()).Resources);
    }

    private static async Task<(Widget Widget, FakeMonitor Monitor)> AnsweredAsync(string properties, Action<RegisterResourceResponse>? change = null)
    {
        var monitor = new FakeMonitor();
        Widget? widget = null;
        monitor.Answers["w"] = request =>
        {
            var response = monitor.Echo(request);
            response.Object = JsonParser.Default.Parse<Struct>(properties);
            change?.Invoke(response);
            return response;
        };
        Assert.Equal(0, await TestProgram.RunAsync(monitor, () => widget = new Widget("w")));
        return (widget!, monitor);
    }
}

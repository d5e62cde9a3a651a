using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;
using Sdks.Tests.Support;

namespace Sdks.Tests.Outputs;

public class OutputJsonTests
{
    [Fact]
    public async Task Serializes_nested_outputs_as_their_values()
    {
        var later = Output.Create(Task.Run(() => "host"));

        var json = Output.JsonSerialize(Output.Create(new Dictionary<string, object> { ["host"] = later, ["port"] = Output.Create(80) }));

        Assert.Equal("""{"host":"host","port":80}""", await json.ValueAsync());
    }

    [Fact]
    public async Task A_nested_secret_makes_the_text_secret() =>
        Assert.True((await Output.JsonSerialize(Output.Create(new[] { Output.CreateSecret("s") })).DataAsync()).IsSecret);

    [Fact]
    public async Task A_nested_unknown_makes_the_text_unknown() =>
        Assert.False((await Output.JsonSerialize(Output.Create(new[] { OutputUtilities.CreateUnknown("s") })).DataAsync()).IsKnown);

    [Fact]
    public async Task An_output_that_brings_another_output_is_waited_for()
    {
        var outer = Output.Create(Task.Run(() => Output.Create(Task.Run(() => Output.CreateSecret("deep")))));

        var json = await Output.JsonSerialize(Output.Create(new[] { outer })).DataAsync();

        Assert.Equal("""["deep"]""", json.Value);
        Assert.True(json.IsSecret);
    }

    [Fact]
    public async Task Uses_the_given_options()
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

        Assert.Equal("""{"name":"x"}""", await Output.JsonSerialize(Output.Create(new { Name = "x" }), options).ValueAsync());
    }

    [Fact]
    public async Task Deserializes_and_keeps_secretness()
    {
        var numbers = await Output.JsonDeserialize<int[]>(Output.CreateSecret("[1,2]")).DataAsync();

        Assert.Equal([1, 2], numbers.Value);
        Assert.True(numbers.IsSecret);
    }
}

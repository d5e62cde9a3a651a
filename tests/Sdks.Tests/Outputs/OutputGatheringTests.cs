using Pulumi;
using Pulumi.Utilities;
using Sdks.Tests.Support;

namespace Sdks.Tests.Outputs;

public class OutputGatheringTests
{
    [Fact]
    public async Task All_keeps_the_order() =>
        Assert.Equal((int[])[1, 2, 3], await Output.All(Output.Create(1), Output.Create(Task.Run(() => 2)), Output.Create(3)).ItemsAsync());

    [Fact]
    public async Task All_is_secret_when_one_part_is()
    {
        Assert.True((await Output.All<string>("a", Output.CreateSecret("b")).DataAsync()).IsSecret);
        Assert.False((await Output.All<string>("a", "b").DataAsync()).IsSecret);
    }

    [Fact]
    public async Task All_is_unknown_when_one_part_is() =>
        Assert.False((await Output.All(Output.Create("a"), OutputUtilities.CreateUnknown("b")).DataAsync()).IsKnown);

    [Fact]
    public async Task All_of_nothing_is_known_and_empty() => Assert.Empty(await Output.All(Array.Empty<Output<int>>()).ValueAsync());

    [Fact]
    public async Task Tuple_keeps_types_and_flags()
    {
        var tuple = await Output.Tuple(Output.Create("a"), Output.CreateSecret(2), Output.Create(true)).DataAsync();

        Assert.Equal(("a", 2, true), tuple.Value);
        Assert.True(tuple.IsSecret);
    }

    [Fact]
    public async Task Tuple_holds_up_to_eight()
    {
        var one = Output.Create(1);

        Assert.Equal((1, 1, 1, 1, 1, 1, 1, 1), await Output.Tuple(one, one, one, one, one, one, one, one).ValueAsync());
    }

    [Fact]
    public async Task Tuple_with_an_unknown_part_of_a_value_type_is_unknown() =>
        Assert.False((await Output.Tuple(Output.Create("a"), OutputUtilities.CreateUnknown(2)).DataAsync()).IsKnown);

    [Fact]
    public async Task Format_fills_outputs_and_inputs_in()
    {
        Input<string> path = "index";

        Assert.Equal("http://host:080/index", await Output.Format($"http://{Output.Create("host")}:{Output.Create(80):000}/{path}").ValueAsync());
    }

    [Fact]
    public async Task Format_prints_a_null_as_nothing() => Assert.Equal("a  b", await Output.Format($"a {Output.Create((string?)null)} b").ValueAsync());

    [Fact]
    public async Task Format_with_a_secret_is_secret() => Assert.True((await Output.Format($"login {Output.CreateSecret("pw")}").DataAsync()).IsSecret);

    [Fact]
    public async Task Format_with_an_unknown_is_unknown() =>
        Assert.False((await Output.Format($"at {OutputUtilities.CreateUnknown("ip")}").DataAsync()).IsKnown);

    [Fact]
    public async Task Unsecret_opens_and_keeps_the_value()
    {
        var open = await Output.Unsecret(Output.CreateSecret("s")).DataAsync();

        Assert.Equal("s", open.Value);
        Assert.False(open.IsSecret);
    }

    [Fact]
    public async Task A_secret_of_an_output_keeps_what_it_knows()
    {
        var secret = Output.CreateSecret(OutputUtilities.CreateUnknown("u"));

        Assert.True(await Output.IsSecretAsync(secret));
        Assert.False(await OutputUtilities.GetIsKnownAsync(secret));
    }
}

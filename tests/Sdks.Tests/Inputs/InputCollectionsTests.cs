using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;
using Sdks.Tests.Support;

namespace Sdks.Tests.Inputs;

public class InputCollectionsTests
{
    [Fact]
    public async Task A_list_takes_plain_values_outputs_and_other_lists()
    {
        InputList<string> list = ["a", Output.Create("b")];
        list.Add(new InputList<string> { "c" });
        list.AddRange(Output.Create(ImmutableArray.Create("d", "e")));

        Assert.Equal(["a", "b", "c", "d", "e"], await list.ToOutput().ItemsAsync());
    }

    [Fact]
    public async Task Concat_leaves_both_lists_alone()
    {
        InputList<int> first = [1];
        InputList<int> second = [2];

        var both = first.Concat(second);

        Assert.Equal((int[])[1, 2], await both.ToOutput().ItemsAsync());
        Assert.Equal((int[])[1], await first.ToOutput().ItemsAsync());
        Assert.Equal((int[])[2], await second.ToOutput().ItemsAsync());
    }

    [Fact]
    public async Task A_list_of_an_output_that_has_no_array_is_empty()
    {
        InputList<string> list = Output.Create(default(ImmutableArray<string>));

        Assert.Empty(await list.ToOutput().ValueAsync());
    }

    [Fact]
    public async Task A_list_converts_from_every_collection_of_its_elements()
    {
        InputList<string>[] lists =
        [
            new[] { "x" }, new List<string> { "x" }, ImmutableArray.Create("x"), new[] { Output.Create("x") }, new Input<string>[] { "x" },
            new List<Output<string>> { Output.Create("x") }, new List<Input<string>> { "x" }, ImmutableArray.Create(Output.Create("x")),
            ImmutableArray.Create<Input<string>>("x"), Output.Create(new[] { "x" }), Output.Create(new List<string> { "x" }),
            Output.Create<IEnumerable<string>>(["x"]), Output.Create(ImmutableArray.Create("x")), "x", Output.Create("x"), (Input<string>)"x",
        ];

        foreach (var list in lists)
            Assert.Equal(["x"], await list.ToOutput().ItemsAsync());
    }

    [Fact]
    public async Task A_map_takes_plain_values_and_outputs()
    {
        var map = new InputMap<string> { ["a"] = "1", ["b"] = Output.Create("2") };
        map.Add(new InputMap<string> { ["c"] = "3" });

        Assert.Equal(
            new Dictionary<string, string> { ["a"] = "1", ["b"] = "2", ["c"] = "3" },
            (await map.ToOutput().ValueAsync()).ToDictionary());
    }

    [Fact]
    public void A_map_refuses_a_key_twice()
    {
        var map = new InputMap<string> { { "a", "1" } };

        Assert.Throws<ArgumentException>(() => map.Add("a", "2"));
    }

    [Fact]
    public async Task The_second_map_wins_a_merge()
    {
        var merged = InputMap<string>.Merge(new() { ["a"] = "1", ["b"] = "1" }, new Dictionary<string, string> { ["b"] = "2" });

        Assert.Equal("2", (await merged.ToOutput().ValueAsync())["b"]);
        Assert.Equal("1", (await merged.ToOutput().ValueAsync())["a"]);
    }

    [Fact]
    public async Task One_secret_makes_the_whole_collection_secret_as_an_output()
    {
        InputMap<string> map = new() { ["open"] = "x", ["closed"] = Output.CreateSecret("y") };
        InputList<string> list = ["x", OutputUtilities.CreateUnknown("y")];

        Assert.True((await map.ToOutput().DataAsync()).IsSecret);
        Assert.False((await list.ToOutput().DataAsync()).IsKnown);
    }

    [Fact]
    public async Task Collections_are_enumerated_asynchronously()
    {
        InputList<string> list = Output.Create(ImmutableArray.Create("a", "b"));
        var seen = new List<string>();
        await foreach (var item in list)
            seen.Add(await item.ToOutput().ValueAsync());

        Assert.Equal(["a", "b"], seen);
        Assert.Throws<NotSupportedException>(() => ((System.Collections.IEnumerable)list).GetEnumerator());
    }

    [Fact]
    public async Task A_union_input_holds_either_type()
    {
        InputUnion<string, int> text = "a";
        InputUnion<string, int> number = Output.Create(3);

        Assert.Equal("a", (await text.ToOutput().ValueAsync()).AsT0);
        Assert.Equal(3, (await number.ToOutput().ValueAsync()).AsT1);
        Assert.Throws<InvalidOperationException>(() => Union<string, int>.FromT0("a").AsT1);
    }

    [Fact]
    public async Task A_json_input_parses_text()
    {
        InputJson json = """{"a":[1,2]}""";

        Assert.Equal(2, (await json.ToOutput().ValueAsync()).GetProperty("a").GetArrayLength());
    }
}

using Pulumi;
using Pulumi.Utilities;
using Sdks.Tests.Support;

namespace Sdks.Tests.Outputs;

public class OutputApplyTests
{
    [Fact]
    public async Task Transforms_a_known_value() => Assert.Equal(3, await Output.Create("abc").Apply(text => text.Length).ValueAsync());

    [Fact]
    public async Task Waits_for_a_value_that_is_not_there_yet()
    {
        var later = new TaskCompletionSource<string>();
        var length = Output.Create(later.Task).Apply(text => text.Length);

        later.SetResult("abc");

        Assert.Equal(3, await length.ValueAsync());
    }

    [Fact]
    public async Task Does_not_run_on_an_unknown_value()
    {
        var ran = false;

        var result = await OutputUtilities.CreateUnknown("hidden").Apply(text => ran = text.Length > 0).DataAsync();

        Assert.False(result.IsKnown);
        Assert.False(ran);
    }

    [Fact]
    public async Task Does_not_run_on_a_value_that_turns_out_unknown()
    {
        var ran = false;
        var unknown = OutputUtilities.CreateUnknown(() => Task.Delay(1).ContinueWith(_ => 1, TaskScheduler.Default));

        var result = await unknown.Apply(number => ran = number > 0).DataAsync();

        Assert.False(result.IsKnown);
        Assert.False(ran);
    }

    [Fact]
    public async Task Keeps_a_secret_secret()
    {
        Assert.True((await Output.CreateSecret("s").Apply(text => text + text).DataAsync()).IsSecret);
        Assert.True((await Output.CreateSecret("s").Apply(text => Task.FromResult(text)).DataAsync()).IsSecret);
        Assert.True((await Output.CreateSecret("s").Apply(text => Output.Create(text)).DataAsync()).IsSecret);
    }

    [Fact]
    public async Task Takes_over_secretness_and_unknownness_of_an_inner_output()
    {
        var secret = await Output.Create(1).Apply(_ => Output.CreateSecret("s")).DataAsync();
        var unknown = await Output.CreateSecret(1).Apply(_ => OutputUtilities.CreateUnknown("u")).DataAsync();

        Assert.True(secret.IsSecret);
        Assert.False(unknown.IsKnown);
        Assert.True(unknown.IsSecret);
    }

    [Fact]
    public async Task Accepts_an_inner_input()
    {
        Input<string> inner = Output.CreateSecret("s");

        var result = await Output.Create(1).Apply(_ => inner).DataAsync();

        Assert.Equal("s", result.Value);
        Assert.True(result.IsSecret);
    }

    [Fact]
    public async Task Fails_with_what_the_function_throws()
    {
        var failing = Output.Create(1).Apply(number => number > 0 ? throw new InvalidOperationException("boom") : number);

        Assert.Equal("boom", (await Assert.ThrowsAsync<InvalidOperationException>(() => failing.DataAsync())).Message);
    }

    [Fact]
    public async Task Passes_a_failure_on_without_running()
    {
        var ran = false;
        var failed = Output.Create(Task.FromException<int>(new InvalidOperationException("boom")));

        var next = failed.Apply(number => ran = number > 0);

        await Assert.ThrowsAsync<InvalidOperationException>(() => next.DataAsync());
        Assert.False(ran);
    }

    [Fact]
    public void Has_no_text_of_its_own()
    {
        var text = Output.CreateSecret("hunter2").ToString();

        Assert.Contains("Output.Format", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
    }
}

using Infra.Tests;
using Pulumi;

namespace Stacks.Tests;

[Collection(SerialGraphs.Name)]
public class StackByNameTests
{
    [Fact]
    public async Task A_stack_that_does_not_exist_is_answered_with_those_that_do() => Assert.Equal(
        "the program has no stack 'stagign'; choose one of existing, local, production, staging, or add it to stacks/Program.cs (CONTRIBUTING.md, \"An environment\")",
        await RefusalAsync("stagign"));

    [Fact]
    public async Task Wrong_settings_are_told_together_with_their_file() => Assert.Equal(
        """
        Pulumi.staging.yaml: 2 settings to fix
          lhd:managers: 2 is even, which adds a vote but no safety; set 1, 3, 5 or 7, e.g. lhd:managers: 3
          lhd:registryToken: it is not set; run: pulumi config set --secret lhd:registryToken
        """,
        await RefusalAsync("staging", ("managers", "2"), ("registryToken", "")));

    [Fact]
    public async Task A_mistyped_key_is_found_although_the_engine_passes_it_on() => Assert.Equal(
        """
        Pulumi.production.yaml: 1 setting to fix
          lhd:worker: there is no such setting; did you mean lhd:workers?
        """,
        await RefusalAsync("production", ("worker", "2")));

    [Fact]
    public void What_the_user_can_put_right_is_remembered_for_the_exit_code()
    {
        var stack = StackRun.Choose("stagign");

        Assert.Throws<ResourceException>(() => stack.GetService(typeof(Stack)));
        Assert.True(stack.WasRefused);
    }

    private static async Task<string> RefusalAsync(string stack, params (string Key, string? Value)[] changes)
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => StackRun.GraphAsync(stack, changes));
        return failure.Message;
    }
}

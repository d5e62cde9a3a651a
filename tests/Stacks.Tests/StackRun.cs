using Infra.Tests;
using Pulumi;

namespace Stacks.Tests;

/// <summary>A stack of the program, run with the values of its file or others.</summary>
public static class StackRun
{
    private static readonly string[] Variables = ["PULUMI_CONFIG", "PULUMI_CONFIG_SECRET_KEYS"];

    /// <summary>The stacks as the program makes them.</summary>
    public static StackByName Choose(string name, StackOptions? options = null) => new(name, new Dictionary<string, Func<Stack>>
    {
        ["staging"] = () => new StagingStack(options),
        ["production"] = () => new ProductionStack(options),
        ["existing"] = () => new ProductionStack(options),
        ["local"] = () => new LocalStack(options),
    });

    /// <summary>What a stack declares with the values of its file, some of them changed; a null value removes its key.</summary>
    public static Task<ResourceGraph> GraphAsync(string stack, params (string Key, string? Value)[] changes) =>
        GraphAsync(stack, options => (Stack)Choose(stack, options).GetService(typeof(Stack)), changes);

    /// <summary>The same for a stack that the test makes itself.</summary>
    public static Task<ResourceGraph> GraphAsync(string stack, Func<StackOptions, Stack> create, params (string Key, string? Value)[] changes) =>
        GraphAsync(stack, create, Changed(stack, changes));

    /// <summary>What a stack refuses its values with, before it declares anything.</summary>
    public static async Task<string> RefusalAsync(string stack, IDictionary<string, string> values)
    {
        var declared = 0;
        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => GraphAsync(
            stack,
            options =>
            {
                options.ResourceTransformations.Add(args =>
                {
                    declared += args.Resource is Stack ? 0 : 1;
                    return null;
                });
                return (Stack)Choose(stack, options).GetService(typeof(Stack));
            },
            values));
        Assert.Equal(0, declared);
        return refusal.Message;
    }

    private static async Task<ResourceGraph> GraphAsync(string stack, Func<StackOptions, Stack> create, IDictionary<string, string> values)
    {
        var before = Variables.Select(Environment.GetEnvironmentVariable).ToArray();
        Set(StackFiles.PulumiConfig(values), StackFiles.PulumiSecretKeys);
        try
        {
            return await ResourceGraph.OfStackAsync(create, stack);
        }
        finally
        {
            Set(before);
        }
    }

    private static void Set(params string?[] values)
    {
        foreach (var (name, value) in Variables.Zip(values))
            Environment.SetEnvironmentVariable(name, value);
    }

    private static IDictionary<string, string> Changed(string stack, (string Key, string? Value)[] changes)
    {
        var values = File.Exists(Repository.PathOf($"Pulumi.{stack}.yaml")) ? StackFiles.Values(stack) : new Dictionary<string, string>();
        foreach (var (key, value) in changes)
        {
            if (value is null)
                values.Remove(key);
            else
                values[key] = value;
        }

        return values;
    }
}

using Infra.Tests;
using Pulumi;

namespace Stacks.Tests;

/// <summary>A stack of the program, run with the values of its file or others.</summary>
public static class StackRun
{
    private const string ConfigVariable = "PULUMI_CONFIG";

    /// <summary>The stacks as the program makes them.</summary>
    public static StackByName Choose(string name, StackOptions? options = null) => new(name, new Dictionary<string, Func<Stack>>
    {
        ["staging"] = () => new StagingStack(options),
        ["production"] = () => new ProductionStack(options),
    });

    /// <summary>What a stack declares with the values of its file, some of them changed; a null value removes its key.</summary>
    public static Task<ResourceGraph> GraphAsync(string stack, params (string Key, string? Value)[] changes) =>
        GraphAsync(stack, options => (Stack)Choose(stack, options).GetService(typeof(Stack)), changes);

    /// <summary>The same for a stack that the test makes itself.</summary>
    public static async Task<ResourceGraph> GraphAsync(string stack, Func<StackOptions, Stack> create, params (string Key, string? Value)[] changes)
    {
        var before = Environment.GetEnvironmentVariable(ConfigVariable);
        Environment.SetEnvironmentVariable(ConfigVariable, StackFiles.PulumiConfig(Changed(stack, changes)));
        try
        {
            return await ResourceGraph.OfStackAsync(create, stack);
        }
        finally
        {
            Environment.SetEnvironmentVariable(ConfigVariable, before);
        }
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

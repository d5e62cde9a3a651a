using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Reads the outputs of another stack.</summary>
public class StackReference : CustomResource
{
    /// <summary>Refers to a stack.</summary>
    /// <param name="name">The stack, <c>organization/project/stack</c>, unless <paramref name="args"/> names it.</param>
    /// <param name="args">Which stack; null to go by <paramref name="name"/>.</param>
    /// <param name="options">How the engine treats the reference; the defaults when null.</param>
    public StackReference(string name, StackReferenceArgs? args = null, CustomResourceOptions? options = null)
        : base(
            "pulumi:pulumi:StackReference",
            name,
            new StackReferenceArgs { Name = args?.Name ?? name },
            CustomResourceOptions.Merge(options, new CustomResourceOptions { Id = args?.Name ?? name }))
    {
    }

    /// <summary>The stack that is read.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>All outputs of the stack.</summary>
    [Output("outputs")]
    public Output<ImmutableDictionary<string, object>> Outputs { get; private set; } = null!;

    /// <summary>The names of the outputs that are secret.</summary>
    [Output("secretOutputNames")]
    public Output<ImmutableArray<string>> SecretOutputNames { get; private set; } = null!;

    /// <summary>One output of the stack; null when the stack has none of that name.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The value, secret if the stack says so.</returns>
    public Output<object?> GetOutput(Input<string> name) =>
        new(ReadAsync<object?>(name, (outputs, key) => outputs.GetValueOrDefault(key)));

    /// <summary>One output of the stack; fails the program when the stack has none of that name.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The value, secret if the stack says so.</returns>
    public Output<object> RequireOutput(Input<string> name) =>
        new(ReadAsync(name, (outputs, key) => outputs.TryGetValue(key, out var value) ? value : throw Missing(key)));

    /// <summary>The value of one output, to be used outside outputs; secrets are refused.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The value; null when there is none of that name or it is not known.</returns>
    public async Task<object?> GetValueAsync(Input<string> name) => OpenValue(await GetOutput(name).GetDataAsync(), nameof(GetOutput));

    /// <summary>The value of one output, to be used outside outputs; secrets and names that the stack does not have are refused.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The value.</returns>
    public async Task<object> RequireValueAsync(Input<string> name) => OpenValue(await RequireOutput(name).GetDataAsync(), nameof(RequireOutput));

    /// <summary>One output of the stack with its secretness, to be used outside outputs.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The value, in the property that says whether it is secret.</returns>
    public async Task<StackReferenceOutputDetails> GetOutputDetailsAsync(string name)
    {
        var data = await GetOutput(name).GetDataAsync();
        return new StackReferenceOutputDetails
        {
            Value = data.IsSecret ? null : data.Value,
            SecretValue = data.IsSecret ? data.Value : null,
        };
    }

    private async Task<OutputData<T>> ReadAsync<T>(Input<string> name, Func<ImmutableDictionary<string, object>, string, T> read)
    {
        var value = await Output.Tuple(name.ToOutput(), Outputs).Apply(pair => read(pair.Item2, pair.Item1)).GetDataAsync();
        var names = await SecretOutputNames.GetDataAsync();
        var key = await name.ToOutput().GetDataAsync();
        return names.IsKnown && key.IsKnown ? value with { IsSecret = IsSecret(names.Value, key.Value) } : value;
    }

    private bool IsSecret(ImmutableArray<string> secretNames, string key) => secretNames.IsDefault
        ? throw new InvalidOperationException($"The stack '{GetResourceName()}' does not say which of its outputs are secret.")
        : secretNames.Contains(key);

    private T OpenValue<T>(OutputData<T> data, string alternative) => data.IsSecret
        ? throw new InvalidOperationException(
            $"The output of stack '{GetResourceName()}' is a secret and cannot leave its output; use {alternative} instead.")
        : data.Value;

    private KeyNotFoundException Missing(string key) =>
        new($"Required output '{key}' does not exist on stack '{GetResourceName()}'.");
}

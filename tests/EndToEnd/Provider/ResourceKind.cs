using System.Text.Json.Nodes;

namespace EndToEnd.Tests.Provider;

/// <summary>A resource as a provider sees it.</summary>
/// <param name="Name">Name in the program, of which automatic names are made.</param>
/// <param name="Inputs">What was asked for.</param>
/// <param name="Provider">Settings of the explicit provider; empty for the default one.</param>
internal sealed record Asked(string Name, JsonObject Inputs, JsonObject Provider)
{
    /// <summary>An input as text; empty when absent.</summary>
    public string Text(string key) => $"{Inputs[key]}";
}

/// <summary>A resource that exists: its id and the outputs that are not inputs.</summary>
internal sealed record Existing(string Id, JsonObject Outputs);

/// <summary>What a provider does with one type of resource. This base keeps a record of it and does nothing else.</summary>
internal class ResourceKind
{
    /// <summary>Outputs that are secret.</summary>
    public virtual IReadOnlySet<string> SecretOutputs { get; } = new HashSet<string>();

    /// <summary>Whether any change makes a new one, as of what is generated.</summary>
    public virtual bool IsFixed => false;

    /// <summary>Takes note of one that an earlier process has made.</summary>
    public virtual void Recall(Existing existing, Asked asked)
    {
    }

    /// <summary>Makes it.</summary>
    public virtual Task<Existing> CreateAsync(Asked asked, CancellationToken cancellation) => Task.FromResult(new Existing($"{Guid.NewGuid()}", []));

    /// <summary>Changes it; by default a record changes by itself.</summary>
    public virtual Task<Existing> UpdateAsync(Existing existing, Asked before, Asked asked, CancellationToken cancellation) => Task.FromResult(existing);

    /// <summary>Removes it.</summary>
    public virtual Task DeleteAsync(Existing existing, Asked asked, CancellationToken cancellation) => Task.CompletedTask;
}

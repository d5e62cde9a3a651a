using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Preview.Answers;
using Preview.Engine;
using Pulumi.Protocol;

namespace EndToEnd.Tests.Provider;

/// <summary>An operation of a run: create, update, replace or delete.</summary>
/// <param name="Verb">What was done.</param>
/// <param name="Name">Name of the resource.</param>
/// <param name="Began">When it began.</param>
/// <param name="Ended">When it ended, well.</param>
internal sealed record Operation(string Verb, string Name, DateTime Began, DateTime Ended)
{
    /// <summary>How long it took.</summary>
    public TimeSpan Took => Ended - Began;
}

/// <summary>
/// Answers registrations of an update as Pulumi's engine does: what is new is created, what has changed is updated or replaced, and what the
/// program no longer declares is deleted when it has ended well.
/// </summary>
internal sealed class LoopbackAnswers(StackState state, IReadOnlyDictionary<string, ResourceKind> kinds, ReplacedBy replacedBy) : IAnswerRegistrations
{
    private const string Retired = "#retired-";

    private readonly ConcurrentDictionary<string, bool> _seen = new();
    private readonly ConcurrentQueue<Operation> _operations = new();

    /// <inheritdoc/>
    public bool IsPreview => false;

    /// <summary>What was done, in the order in which it ended.</summary>
    public IReadOnlyList<Operation> Operations => [.. _operations];

    /// <summary>
    /// Called with the resource's name when an operation has ended well, before the state knows of it; what it throws keeps the state from
    /// knowing.
    /// </summary>
    public Action<string> Ending { get; init; } = _ => { };

    /// <summary>Name of a resource to replace whether or not it has changed, as <c>--replace</c> does; empty for none.</summary>
    public string Replace { get; init; } = "";

    /// <inheritdoc/>
    public async Task<ResourceAnswer> RegisterAsync(Registration registration, CancellationToken cancellationToken)
    {
        if (!registration.Custom)
            return new("", registration.Inputs);
        _seen[registration.Urn] = true;
        try
        {
            var known = await BringAboutAsync(registration, cancellationToken);
            return new(known.Id, Answer(registration, known));
        }
        catch (Exception reason) when (reason is not (EngineException or OperationCanceledException))
        {
            throw new EngineException($"{registration.Name}: {reason.Message}", registration.Urn);
        }
    }

    /// <inheritdoc/>
    public Task<ResourceAnswer> ReadAsync(ReadRequest request, CancellationToken cancellationToken) =>
        throw new EngineException($"{request.Name}: nothing exists here that the program did not make", request.Urn);

    /// <inheritdoc/>
    public Task<InvokeAnswer> InvokeAsync(Invocation invocation, CancellationToken cancellationToken) =>
        KnownFacts.Find(invocation) is { } fact ? Task.FromResult(fact) : throw new EngineException($"nobody answers {invocation.Token} here");

    /// <summary>Deletes what was replaced and what is no longer declared, last made first.</summary>
    public async Task DeleteUndeclaredAsync(CancellationToken cancellation)
    {
        var going = state.All.Where(each => !_seen.ContainsKey(each.Urn)).Reverse().ToList();
        var urns = going.Select(each => each.Urn.Split(Retired)[0]).ToHashSet();
        foreach (var each in going)
        {
            if (!urns.Contains(each.DeletedWith))
                await TimedAsync("delete", each.Name, () => DeleteAsync(each, cancellation));
            state.Remove(each.Urn);
        }
    }

    private async Task<KnownResource> BringAboutAsync(Registration registration, CancellationToken cancellation)
    {
        var (urn, kind) = (registration.Urn, Kind(registration.Type));
        var old = state.Find(urn);
        var inputs = Plain.Of(registration.Inputs);
        foreach (var ignored in registration.Options.IgnoreChanges.Where(key => old is not null && !key.Contains('.')))
            inputs[ignored] = old!.Inputs[ignored]?.DeepClone();
        var provider = registration.Provider.Length == 0 ? [] : (JsonObject)state.Find(registration.Provider[..registration.Provider.LastIndexOf("::", StringComparison.Ordinal)])!.Inputs.DeepClone();
        var asked = new Asked(registration.Name, inputs, provider);

        var wanted = new KnownResource(urn, registration.Type, registration.Name, "", inputs, [], provider, registration.Options.DeletedWith, old?.Order ?? 0);
        if (old is null)
            return Keep(wanted, await TimedAsync("create", asked.Name, () => kind.CreateAsync(asked, cancellation)));

        var changed = inputs.Select(each => each.Key).Union(old.Inputs.Select(each => each.Key)).Where(key => !JsonNode.DeepEquals(inputs[key], old.Inputs[key])).ToList();
        var isAsked = Replace.Length > 0 && asked.Name == Replace;
        if (changed.Count == 0 && !isAsked)
            return Keep(wanted, old.Existing);
        if (!isAsked && !kind.IsFixed && !changed.Any(key => replacedBy.Contains(registration.Type, key)))
            return Keep(wanted, await TimedAsync("update", asked.Name, () => kind.UpdateAsync(old.Existing, old.Asked, asked, cancellation)));

        if (registration.Options.Protect)
            throw new EngineException($"{urn} is protected, and a change of {string.Join(", ", changed)} would replace it", urn);
        return await TimedAsync("replace", asked.Name, async () =>
        {
            if (registration.Options.DeleteBeforeReplace == true)
                await DeleteAsync(old, cancellation);
            else
                state.Put(old with { Urn = $"{urn}{Retired}{Guid.NewGuid():N}" });
            return Keep(wanted with { Order = 0 }, await kind.CreateAsync(asked, cancellation));
        });
    }

    private KnownResource Keep(KnownResource wanted, Existing existing)
    {
        var kept = wanted with { Id = existing.Id, Outputs = existing.Outputs };
        state.Put(kept);
        return kept;
    }

    private Task DeleteAsync(KnownResource known, CancellationToken cancellation) => Kind(known.Type).DeleteAsync(known.Existing, known.Asked, cancellation);

    private ResourceKind Kind(string type) => kinds.TryGetValue(type, out var kind) ? kind : throw new EngineException($"the loopback cloud has no {type}");

    private Dictionary<string, PropertyValue> Answer(Registration registration, KnownResource known)
    {
        var answer = registration.Inputs.Where(each => each.Value is not PropertyValue.Null).ToDictionary();
        var secret = registration.Options.AdditionalSecretOutputs.Concat(Kind(known.Type).SecretOutputs).ToHashSet();
        foreach (var (key, value) in known.Outputs)
            answer[key] = secret.Contains(key) ? new PropertyValue.Secret(Plain.Back(value)) : Plain.Back(value);
        return answer;
    }

    private async Task<T> TimedAsync<T>(string verb, string name, Func<Task<T>> operation)
    {
        var began = DateTime.UtcNow;
        var result = await operation();
        Ending(name);
        _operations.Enqueue(new(verb, name, began, DateTime.UtcNow));
        return result;
    }

    private Task<bool> TimedAsync(string verb, string name, Func<Task> operation) => TimedAsync(verb, name, async () =>
    {
        await operation();
        return true;
    });
}

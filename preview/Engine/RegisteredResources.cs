using System.Collections.Concurrent;
using Preview.Answers;
using Pulumi.Protocol;

namespace Preview.Engine;

/// <summary>The resources of one run, and the rules about their names. Safe for concurrent use.</summary>
public sealed class RegisteredResources
{
    private readonly ConcurrentDictionary<string, ResourceAnswer?> _answers = new();
    private readonly ConcurrentDictionary<string, bool> _finished = new();

    /// <summary>Takes a name before the resource is answered.</summary>
    /// <exception cref="EngineException">The name is taken, or the parent or a dependency is unknown.</exception>
    public void Reserve(string urn, string parent, IReadOnlyList<string> dependencies)
    {
        if (parent.Length > 0 && !IsKnown(parent))
            throw new EngineException($"The parent of '{urn}' is '{parent}', which is not registered", urn);
        foreach (var dependency in dependencies)
        {
            if (!Urn.IsValid(dependency))
                throw new EngineException($"'{urn}' depends on '{dependency}', which is not a URN", urn);
            if (!IsKnown(dependency))
                throw new EngineException($"'{urn}' depends on '{dependency}', which is not registered", urn);
        }

        if (!_answers.TryAdd(urn, null))
            throw new EngineException($"Duplicate resource URN '{urn}'; try giving it a unique name", urn);
    }

    /// <summary>Keeps the answer of a reserved name.</summary>
    public void Complete(string urn, ResourceAnswer answer) => _answers[urn] = answer;

    /// <summary>Notes that a resource got its outputs.</summary>
    /// <exception cref="EngineException">The resource is unknown, or has them already.</exception>
    public void Finish(string urn)
    {
        if (!IsKnown(urn))
            throw new EngineException($"Outputs were given for '{urn}', which is not registered");
        if (!_finished.TryAdd(urn, true))
            throw new EngineException($"Outputs of '{urn}' were given twice", urn);
    }

    /// <summary>The result of <c>pulumi:pulumi:getResource</c>: URN, id and state of a resource of this run.</summary>
    /// <exception cref="EngineException">There is no such resource.</exception>
    public IReadOnlyDictionary<string, PropertyValue> Describe(IReadOnlyDictionary<string, PropertyValue> arguments)
    {
        var urn = arguments.GetValueOrDefault("urn") is PropertyValue.String text ? text.Value : "";
        if (!_answers.TryGetValue(urn, out var answer) || answer is null)
            throw new EngineException($"The program looks up '{urn}', which is not registered");

        return new Dictionary<string, PropertyValue>
        {
            ["urn"] = new PropertyValue.String(urn),
            ["id"] = answer.Id.Length == 0 ? PropertyValue.Unknown.Instance : new PropertyValue.String(answer.Id),
            ["state"] = new PropertyValue.Map(answer.Outputs),
        };
    }

    // Answered, not merely reserved: nobody can have learned the name of one that is under way.
    private bool IsKnown(string urn) => _answers.TryGetValue(urn, out var answer) && answer is not null;
}

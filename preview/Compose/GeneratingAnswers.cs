using Preview.Answers;
using Preview.Engine;
using Pulumi.Protocol;

namespace Preview.Compose;

/// <summary>
/// Answers as an update would, as far as that needs no provider: random and tls resources are really made, what is in the swarm has its
/// name for an id, and a command on this machine is not run and prints nothing. Anything else is refused.
/// </summary>
/// <param name="values">What was generated before, and receives what is generated now.</param>
internal sealed class GeneratingAnswers(GeneratedValues values) : IAnswerRegistrations
{
    /// <summary>A command on this machine.</summary>
    public const string LocalCommand = "command:local:Command";

    /// <inheritdoc/>
    public bool IsPreview => false;

    /// <inheritdoc/>
    public Task<ResourceAnswer> RegisterAsync(Registration registration, CancellationToken cancellationToken)
    {
        if (!registration.Custom)
            return Task.FromResult(new ResourceAnswer("", registration.Inputs));
        var outputs = new Dictionary<string, PropertyValue>(registration.Inputs);
        if (Generators.Knows(registration.Type))
        {
            foreach (var (name, value) in values.Of(registration.Urn, registration.Type, PlainJson.Of(registration.Inputs)))
                outputs[name] = new PropertyValue.Secret(PlainJson.Value(value));
        }
        else if (registration.Type == LocalCommand)
        {
            outputs["stdout"] = outputs["stderr"] = new PropertyValue.String("");
        }
        else if (registration.IsProvider || registration.Package == "docker")
        {
            outputs.TryAdd("name", new PropertyValue.String(registration.Name));
        }
        else
        {
            throw new EngineException(
                $"{registration.Type} cannot be in a Compose file: --compose writes what runs on one Docker Engine, such as the stack local", registration.Urn);
        }

        return Task.FromResult(new ResourceAnswer(registration.Name, outputs));
    }

    /// <inheritdoc/>
    public Task<ResourceAnswer> ReadAsync(ReadRequest request, CancellationToken cancellationToken) =>
        throw new EngineException($"{request.Type} is looked up, which --compose cannot do", request.Urn);

    /// <inheritdoc/>
    public Task<InvokeAnswer> InvokeAsync(Invocation invocation, CancellationToken cancellationToken) =>
        Task.FromResult(KnownFacts.Find(invocation) ?? throw new EngineException($"the function {invocation.Token} cannot be called by --compose"));
}

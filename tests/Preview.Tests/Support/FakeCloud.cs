using System.Collections.Concurrent;
using System.Text.Json;
using Preview.Answers;
using Preview.Comparison;
using Preview.Engine;
using Pulumi.Protocol;

namespace Preview.Tests.Support;

/// <summary>
/// A cloud that makes whatever is asked for: a resource has an id, its inputs, and a made-up value for every other output that its schema promises.
/// It keeps what an engine would keep in the state.
/// </summary>
internal sealed class FakeCloud : IAnswerRegistrations
{
    private static readonly Dictionary<string, JsonElement> Schemas = ReadSchemas();

    private readonly ConcurrentQueue<MadeResource> _made = new();

    public bool IsPreview => false;

    public IReadOnlyCollection<MadeResource> Made => _made;

    public Task<ResourceAnswer> RegisterAsync(Registration registration, CancellationToken cancellationToken)
    {
        var answer = registration.Custom
            ? new ResourceAnswer(Id(registration.Urn), Outputs(registration))
            : new ResourceAnswer("", new Dictionary<string, PropertyValue>());
        _made.Enqueue(new(registration, answer, IsExternal: false));
        return Task.FromResult(answer);
    }

    public Task<ResourceAnswer> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        var registration = request.AsRegistration();
        var answer = new ResourceAnswer(request.Id, Outputs(registration));
        _made.Enqueue(new(registration, answer, IsExternal: true));
        return Task.FromResult(answer);
    }

    public Task<InvokeAnswer> InvokeAsync(Invocation invocation, CancellationToken cancellationToken) =>
        Task.FromResult(KnownFacts.Find(invocation) ?? throw new EngineException($"{invocation.Token} is not known to the tests"));

    // A positive number, as DigitalOcean's are, and always the same: FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/).
    private static string Id(string urn) => $"{urn.Aggregate(2166136261u, (hash, character) => (hash ^ character) * 16777619u) / 2}";

    private static Dictionary<string, PropertyValue> Outputs(Registration registration)
    {
        var outputs = new Dictionary<string, PropertyValue>(registration.Inputs);
        if (!Schemas.TryGetValue(registration.Type, out var schema) || !schema.TryGetProperty("properties", out var properties))
            return outputs;

        var required = schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()).ToHashSet();
        foreach (var property in properties.EnumerateObject().Where(property => required.Contains(property.Name) && !outputs.ContainsKey(property.Name)))
        {
            var value = MadeUp(registration.Name, property);
            outputs[property.Name] = IsSecret(registration, property) ? new PropertyValue.Secret(value) : value;
        }

        return outputs;
    }

    private static bool IsSecret(Registration registration, JsonProperty property) =>
        registration.Options.AdditionalSecretOutputs.Contains(property.Name)
        || (property.Value.TryGetProperty("secret", out var flag) && flag.GetBoolean());

    private static PropertyValue MadeUp(string resource, JsonProperty property) =>
        (property.Value.TryGetProperty("type", out var type) ? type.GetString() : "object") switch
        {
            "string" => new PropertyValue.String($"{property.Name}-of-{resource}"),
            "integer" or "number" => new PropertyValue.Number(property.Name.Length),
            "boolean" => new PropertyValue.Bool(false),
            "array" => new PropertyValue.List([]),
            _ => new PropertyValue.Map(new Dictionary<string, PropertyValue>()),
        };

    private static Dictionary<string, JsonElement> ReadSchemas()
    {
        var assembly = typeof(ReplacementRules).Assembly;
        return assembly.GetManifestResourceNames()
            .Select(name => JsonDocument.Parse(assembly.GetManifestResourceStream(name)!).RootElement)
            .SelectMany(schema => schema.GetProperty("resources").EnumerateObject())
            .ToDictionary(resource => resource.Name, resource => resource.Value);
    }
}

/// <summary>A resource and what became of it.</summary>
internal sealed record MadeResource(Registration Registration, ResourceAnswer Answer, bool IsExternal);

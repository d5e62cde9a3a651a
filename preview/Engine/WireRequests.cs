using Google.Protobuf.WellKnownTypes;
using Pulumi.Protocol;
using Pulumirpc;

namespace Preview.Engine;

/// <summary>Translates messages of the wire to what the engine works with.</summary>
public static class WireRequests
{
    /// <summary>A declared resource.</summary>
    public static Registration ToRegistration(RegisterResourceRequest request, string stack, string project) => new()
    {
        Urn = Urn.Create(stack, project, request.Parent, request.Type, request.Name),
        Type = request.Type,
        Name = request.Name,
        Parent = request.Parent,
        Custom = request.Custom,
        Inputs = Members(request.Object),
        Dependencies = Sorted(request.Dependencies),
        PropertyDependencies = new SortedDictionary<string, IReadOnlyList<string>>(
            request.PropertyDependencies.ToDictionary(entry => entry.Key, entry => Sorted(entry.Value.Urns)), StringComparer.Ordinal),
        Provider = request.Provider,
        Version = request.Version,
        Options = ToOptions(request, stack, project),
    };

    /// <summary>A resource to read.</summary>
    public static ReadRequest ToReadRequest(ReadResourceRequest request, string stack, string project) => new(
        Urn.Create(stack, project, request.Parent, request.Type, request.Name),
        request.Type,
        request.Name,
        request.Parent,
        request.Id,
        Members(request.Properties),
        Sorted(request.Dependencies),
        request.Provider,
        request.Version);

    /// <summary>A function to call.</summary>
    public static Invocation ToInvocation(ResourceInvokeRequest request) =>
        new(request.Tok, Members(request.Args), request.Provider, request.Version);

    /// <summary>The members of an object; none when it is absent.</summary>
    /// <exception cref="EngineException">A special value is malformed.</exception>
    public static IReadOnlyDictionary<string, PropertyValue> Members(Struct? members)
    {
        try
        {
            return members is null ? new Dictionary<string, PropertyValue>() : PropertyValueCodec.DecodeMap(members).Members;
        }
        catch (FormatException malformed)
        {
            throw new EngineException($"The program sent a malformed value: {malformed.Message}");
        }
    }

    private static RegistrationOptions ToOptions(RegisterResourceRequest request, string stack, string project) => new()
    {
        Protect = request.Protect,
        RetainOnDelete = request.RetainOnDelete,
        DeleteBeforeReplace = request.DeleteBeforeReplaceDefined ? request.DeleteBeforeReplace : null,
        IgnoreChanges = [.. request.IgnoreChanges],
        ReplaceOnChanges = [.. request.ReplaceOnChanges],
        AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
        Aliases = [.. request.AliasURNs, .. request.Aliases.Select(alias => ToUrn(alias, request, stack, project))],
        DeletedWith = request.DeletedWith,
        ReplaceWith = [.. request.ReplaceWith],
        ImportId = request.ImportId,
        Timeouts = request.CustomTimeouts is { } timeouts ? OperationTimeouts.Parse(timeouts.Create, timeouts.Update, timeouts.Delete) : null,
    };

    private static string ToUrn(Alias alias, RegisterResourceRequest request, string stack, string project)
    {
        if (alias.AliasCase != Alias.AliasOneofCase.Spec)
            return alias.Urn;

        var spec = alias.Spec;
        var parent = spec.ParentCase switch
        {
            Alias.Types.Spec.ParentOneofCase.ParentUrn => spec.ParentUrn,
            _ when spec.NoParent => "",
            _ => request.Parent,
        };
        return Urn.Create(
            Or(spec.Stack, stack), Or(spec.Project, project), parent, Or(spec.Type, request.Type), Or(spec.Name, request.Name));
    }

    private static string Or(string text, string otherwise) => text.Length > 0 ? text : otherwise;

    private static IReadOnlyList<string> Sorted(IEnumerable<string> urns) => [.. urns.Order(StringComparer.Ordinal)];
}

using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

/// <summary>Writes down what a resource is made of, for the engine.</summary>
internal sealed class ResourcePreparation(Deployment deployment)
{
    /// <summary>The prepared resource; null while something is waited for.</summary>
    public PreparedResource? TryPrepare(Resource resource, ResourceArgs args, ResourceOptions options, Waiting waiting)
    {
        var parent = ParentUrn(resource, options, waiting);
        var serializer = NewSerializer(resource, waiting);
        var members = args.Members();
        foreach (var member in members)
            serializer.Foresee(member.Value);
        if (!waiting.IsOver)
            return null;

        var (properties, origins) = WriteProperties(resource, members, serializer);
        var all = ExplicitDependencies(options, waiting);
        foreach (var (_, resources) in origins)
            all.UnionWith(resources);
        var prepared = new PreparedResource
        {
            Parent = parent,
            Provider = resource.IsCustom || resource.IsRemote ? ProviderReference.Of(options.Provider, waiting) : "",
            Properties = properties,
            PropertyDependencies = origins.ConvertAll(origin => new PropertyOrigins(origin.Name, DependencyUrns.Of(origin.Resources, resource, waiting))),
            Dependencies = DependencyUrns.Of(all, resource, waiting),
        };
        return waiting.IsOver ? prepared : null;
    }

    private string ParentUrn(Resource resource, ResourceOptions options, Waiting waiting)
    {
        var parent = options.Parent ?? (resource.GetResourceType() == Stack.RootType ? null : deployment.RootStack);
        return parent is null ? "" : waiting.For(parent.Urn).Value;
    }

    private PropertySerializer NewSerializer(Resource resource, Waiting waiting)
    {
        var keepResources = deployment.Features.ResourceReferences(waiting);
        var keepOutputValues = resource.IsRemote && deployment.Features.OutputValues(waiting);
        return new PropertySerializer(new SerializerOptions(keepResources, keepOutputValues, KeepReferencesApart: resource.IsRemote), waiting);
    }

    private static (Struct Properties, List<SerializedProperty> Origins) WriteProperties(
        Resource resource, IReadOnlyList<InputMember> members, PropertySerializer serializer)
    {
        var properties = new Struct();
        var origins = new List<SerializedProperty>(members.Count);
        foreach (var member in members)
        {
            var isWritten = PropertyWriter.Write(properties, serializer, resource, member);
            var resources = serializer.TakeResources();
            if (isWritten)
                origins.Add(new SerializedProperty(member.Name, resources));
        }

        return (properties, origins);
    }

    private static HashSet<Resource> ExplicitDependencies(ResourceOptions options, Waiting waiting)
    {
        if (options.GivenDependsOn is not { } given)
            return [];
        var data = waiting.For(given.ToOutput());
        return data.IsKnown ? [.. data.Value] : [];
    }
}

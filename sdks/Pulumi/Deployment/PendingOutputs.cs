using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The outputs of a resource that is being registered.</summary>
internal sealed class PendingOutputs
{
    private readonly Resource _resource;
    private readonly OutputProperty[] _properties;
    private readonly object[] _outputs;
    private readonly Output<string> _urn = Output<string>.Pending();
    private readonly Output<string>? _id;

    public PendingOutputs(Resource resource)
    {
        _resource = resource;
        resource.Urn = _urn;
        if (resource is CustomResource custom)
            custom.Id = _id = Output<string>.Pending();
        _properties = OutputProperties.Of(resource);
        _outputs = new object[_properties.Length];
        for (var i = 0; i < _properties.Length; i++)
            _outputs[i] = _properties[i].Begin(resource);
    }

    public void Complete(ResourceAnswer answer, Action<string> warn)
    {
        var self = ImmutableHashSet.Create(_resource);
        _urn.Complete(new OutputData<string>(answer.Urn, IsKnown: true, IsSecret: false, self));
        _id?.Complete(new OutputData<string>(answer.Id, answer.Id.Length > 0, IsSecret: false, self));
        for (var i = 0; i < _properties.Length; i++)
        {
            var name = _properties[i].Name;
            var reading = new OutputReading(Origins(answer, name, self), answer.MissingIsKnown, warn);
            _properties[i].Complete(_outputs[i], answer.Properties.Fields.TryGetValue(name, out var value) ? value : null, reading);
        }
    }

    /// <summary>Fails what is not complete, so that whoever waits for it stops waiting.</summary>
    public void Fail(Exception exception)
    {
        _urn.Fail(exception);
        _id?.Fail(exception);
        for (var i = 0; i < _properties.Length; i++)
            _properties[i].Fail(_outputs[i], exception);
    }

    private static ImmutableHashSet<Resource> Origins(ResourceAnswer answer, string property, ImmutableHashSet<Resource> self) =>
        answer.PropertyDependencies.TryGetValue(property, out var urns) ? self.Union(urns.Select(urn => new DependencyResource(urn))) : self;
}

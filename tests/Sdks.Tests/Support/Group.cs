using Pulumi;

namespace Sdks.Tests.Support;

/// <summary>A component that declares what it is told to.</summary>
public class Group : ComponentResource
{
    public Group(string name, Action<Group>? declare = null, ComponentResourceOptions? options = null)
        : base("test:index:Group", name, options) => declare?.Invoke(this);

    public void Finish(IDictionary<string, object?> outputs) => RegisterOutputs(outputs);
}

namespace Pulumi;

/// <summary>How a stack treats its resources.</summary>
public class StackOptions
{
    private List<ResourceTransformation>? _transformations;

    /// <summary>Changes to the arguments and options of every resource of the stack.</summary>
    public List<ResourceTransformation> ResourceTransformations
    {
        get => _transformations ??= [];
        set => _transformations = value;
    }
}

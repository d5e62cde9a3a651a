namespace Pulumi;

/// <summary>Which stack a <see cref="StackReference"/> reads.</summary>
public sealed class StackReferenceArgs : ResourceArgs
{
    /// <summary>The stack, <c>organization/project/stack</c>; the reference's own name when null.</summary>
    [Input("name", required: true)]
    public Input<string>? Name { get; set; }
}

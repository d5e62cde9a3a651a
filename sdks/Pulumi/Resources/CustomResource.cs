namespace Pulumi;

/// <summary>A resource that a provider manages.</summary>
public class CustomResource : Resource
{
    /// <summary>Declares the resource.</summary>
    /// <param name="type">The type token.</param>
    /// <param name="name">The name, unique for its type in the stack.</param>
    /// <param name="args">The arguments; none when null.</param>
    /// <param name="options">How the engine treats it; the defaults when null.</param>
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : base(type, name, custom: true, args ?? ResourceArgs.Empty, options ?? new CustomResourceOptions())
    {
    }

    private protected CustomResource(string type, string name, Output<string> urn, Output<string> id)
        : base(type, name, custom: true, urn) => Id = id;

    /// <summary>The identifier that the provider gave the resource; not known before it exists.</summary>
    public Output<string> Id { get; internal set; } = null!;
}

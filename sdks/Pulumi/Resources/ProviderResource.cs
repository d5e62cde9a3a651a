namespace Pulumi;

/// <summary>A provider with a configuration of its own, for resources that name it or inherit it.</summary>
public abstract class ProviderResource : CustomResource
{
    internal const string TypePrefix = "pulumi:providers:";

    /// <summary>Declares the provider.</summary>
    /// <param name="package">The package, such as <c>digitalocean</c>.</param>
    /// <param name="name">The name, unique in the stack.</param>
    /// <param name="args">Its configuration.</param>
    /// <param name="options">How the engine treats it; the defaults when null.</param>
    protected ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : base(TypePrefix + package, name, args, options)
    {
    }

    private protected ProviderResource(string package, string name, Output<string> urn, Output<string> id)
        : base(TypePrefix + package, name, urn, id)
    {
    }

    internal string Package => GetResourceType()[TypePrefix.Length..];
}

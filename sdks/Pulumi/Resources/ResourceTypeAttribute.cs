namespace Pulumi;

/// <summary>Says which resource type a class stands for.</summary>
/// <param name="type">The type token, such as <c>digitalocean:index/droplet:Droplet</c>.</param>
/// <param name="version">Version of the provider plugin.</param>
[AttributeUsage(AttributeTargets.Class)]
public class ResourceTypeAttribute(string type, string version) : Attribute
{
    /// <summary>The type token.</summary>
    public string Type { get; } = type;

    /// <summary>Version of the provider plugin.</summary>
    public string Version { get; } = version;
}

namespace Pulumi;

/// <summary>How a provider function is called.</summary>
public class InvokeOptions
{
    /// <summary>The resource whose provider is used when <see cref="Provider"/> is not given.</summary>
    public Resource? Parent { get; set; }

    /// <summary>The provider to ask; the package's default provider when null.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>Version of the provider plugin; the package's own when null.</summary>
    public string? Version { get; set; }

    /// <summary>Where the provider plugin is downloaded from when it is not installed.</summary>
    public string? PluginDownloadURL { get; set; }
}

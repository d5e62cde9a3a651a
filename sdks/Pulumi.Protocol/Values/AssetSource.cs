namespace Pulumi.Protocol;

/// <summary>Where the content of an asset or archive comes from.</summary>
public enum AssetSource
{
    /// <summary>A path on this machine.</summary>
    Path,

    /// <summary>The text itself; assets only.</summary>
    Text,

    /// <summary>A URI.</summary>
    Uri,

    /// <summary>Further assets and archives by name; archives only.</summary>
    Assets,
}

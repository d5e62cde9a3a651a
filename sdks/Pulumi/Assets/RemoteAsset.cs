namespace Pulumi;

/// <summary>A file that is fetched.</summary>
/// <param name="uri">Where from: http, https or file.</param>
public sealed class RemoteAsset(string uri) : Asset("uri", uri)
{
}

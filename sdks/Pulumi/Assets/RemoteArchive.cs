namespace Pulumi;

/// <summary>An archive that is fetched.</summary>
/// <param name="uri">Where from: http, https or file.</param>
public sealed class RemoteArchive(string uri) : Archive("uri", uri)
{
}

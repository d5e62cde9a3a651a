using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A tree of files put together from other assets and archives.</summary>
/// <param name="assets">Path inside the tree to content.</param>
public sealed class AssetArchive(IDictionary<string, AssetOrArchive> assets)
    : Archive("assets", assets.ToImmutableDictionary(entry => entry.Key, entry => (object?)entry.Value))
{
}

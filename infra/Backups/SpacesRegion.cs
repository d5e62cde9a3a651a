namespace Infra.Backups;

/// <summary>
/// Where backups go: a region other than the one they must survive, in the same part of the world, so that they stay under the same law where
/// there are two. Every region has Spaces but nyc1, nyc2 and ric1 (https://docs.digitalocean.com/products/spaces/details/availability/).
/// </summary>
public static class SpacesRegion
{
    private static readonly Dictionary<string, string> Neighbours = new()
    {
        ["ams3"] = "fra1",
        ["fra1"] = "ams3",
        ["lon1"] = "ams3",
        ["nyc3"] = "sfo3",
        ["sfo3"] = "nyc3",
        ["tor1"] = "nyc3",
        ["atl1"] = "nyc3",
        ["sgp1"] = "syd1",
        ["syd1"] = "sgp1",
        ["blr1"] = "sgp1",
    };

    /// <summary>The region for the backups of another region.</summary>
    public static string Near(string region) => Neighbours.TryGetValue(region, out var near) ? near
        : region.StartsWith("nyc", StringComparison.Ordinal) ? "sfo3"
        : region.StartsWith("sfo", StringComparison.Ordinal) ? "nyc3"
        : region.StartsWith("ams", StringComparison.Ordinal) ? "fra1"
        : "nyc3";
}

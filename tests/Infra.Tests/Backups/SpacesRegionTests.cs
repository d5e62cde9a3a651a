using Infra.Backups;

namespace Infra.Tests.Backups;

public class SpacesRegionTests
{
    /// <summary>Of https://docs.digitalocean.com/products/spaces/details/availability/, March 2026.</summary>
    private static readonly string[] WithSpaces = ["nyc3", "ams3", "sfo2", "sfo3", "sgp1", "lon1", "fra1", "tor1", "blr1", "syd1", "atl1"];

    [Theory]
    [InlineData("nyc1")]
    [InlineData("nyc2")]
    [InlineData("nyc3")]
    [InlineData("sfo1")]
    [InlineData("sfo2")]
    [InlineData("sfo3")]
    [InlineData("ams2")]
    [InlineData("ams3")]
    [InlineData("fra1")]
    [InlineData("lon1")]
    [InlineData("tor1")]
    [InlineData("sgp1")]
    [InlineData("blr1")]
    [InlineData("syd1")]
    [InlineData("atl1")]
    [InlineData("ric1")]
    public void Backups_go_to_another_region_that_has_spaces(string region)
    {
        var near = SpacesRegion.Near(region);

        Assert.Contains(near, WithSpaces);
        Assert.NotEqual(region[..3], near[..3]);
    }
}

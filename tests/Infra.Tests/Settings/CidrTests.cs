using Infra.Settings;

namespace Infra.Tests.Settings;

public class CidrTests
{
    [Theory]
    [InlineData("203.0.113.0/24")]
    [InlineData("203.0.113.7/32")]
    [InlineData("2400:cb00::/32")]
    public void Is_written_as_it_was_read(string text) => Assert.Equal(text, Cidr.Parse(text).ToString());

    [Theory]
    [InlineData("", "'' is not a network")]
    [InlineData("203.0.113.7", "'203.0.113.7' is not a network")]
    [InlineData("300.1.1.0/24", "'300.1.1.0/24' is not a network")]
    [InlineData("203.0.113.0/33", "'203.0.113.0/33' is not a network")]
    [InlineData("203.0.113.7/24", "'203.0.113.7/24' is not a network's base address, which is 203.0.113.0/24")]
    public void Says_what_is_wrong_with_a_text_that_is_no_network(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => Cidr.Parse(text)).Message);

    [Theory]
    [InlineData("10.0.0.0/8", "10.20.0.0/20", true)]
    [InlineData("10.20.0.0/20", "10.0.0.0/8", true)]
    [InlineData("10.20.0.0/20", "10.21.0.0/20", false)]
    [InlineData("10.20.0.0/20", "2400:cb00::/32", false)]
    public void Knows_whether_it_overlaps_another(string left, string right, bool overlaps) =>
        Assert.Equal(overlaps, Cidr.Parse(left).Overlaps(Cidr.Parse(right)));

    [Fact]
    public void Contains_a_smaller_network_and_not_a_larger_one()
    {
        Assert.True(Cidr.Parse("10.0.0.0/8").Contains(Cidr.Parse("10.20.0.0/20")));
        Assert.False(Cidr.Parse("10.20.0.0/20").Contains(Cidr.Parse("10.0.0.0/8")));
    }
}

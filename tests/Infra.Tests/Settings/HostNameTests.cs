using Infra.Settings;

namespace Infra.Tests.Settings;

public class HostNameTests
{
    [Theory]
    [InlineData("example.com")]
    [InlineData("api-staging.example.co.uk")]
    [InlineData("xn--bcher-kva.example")]
    public void Is_written_as_it_was_read(string text) => Assert.Equal(text, HostName.Parse(text).ToString());

    [Theory]
    [InlineData("example")]
    [InlineData("Example.com")]
    [InlineData("https://example.com")]
    [InlineData("example.com/")]
    [InlineData("example.com.")]
    [InlineData("-a.example.com")]
    [InlineData("a_b.example.com")]
    [InlineData("a..example.com")]
    [InlineData("203.0.113.7")]
    [InlineData("example.com\n")]
    public void Refuses_what_is_not_a_domain_name(string text) =>
        Assert.Equal($"'{text}' is not a domain name", Assert.Throws<FormatException>(() => HostName.Parse(text)).Message);

    [Fact]
    public void Refuses_a_label_of_more_than_63_letters() =>
        Assert.Throws<FormatException>(() => HostName.Parse($"{new string('a', 64)}.example.com"));
}

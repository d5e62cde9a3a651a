using Infra.Settings;

namespace Infra.Tests.Settings;

public class HostPatternTests
{
    private static readonly HostName Domain = HostName.Parse("example.com");

    [Theory]
    [InlineData("{service}", "api.example.com")]
    [InlineData("{service}-staging", "api-staging.example.com")]
    public void Makes_the_host_of_a_service(string pattern, string host) =>
        Assert.Equal(host, HostPattern.Parse(pattern).For("api", Domain).ToString());

    [Theory]
    [InlineData("{service}.staging", "'{service}.staging' puts hosts more than one level below the domain, which Universal SSL does not cover (did you mean {service}-staging?)")]
    [InlineData("staging", "'staging' does not contain {service} once")]
    [InlineData("{service}-{service}", "'{service}-{service}' does not contain {service} once")]
    [InlineData("{service}_staging", "'{service}_staging' does not make a host name: it would be api_staging.example.com")]
    [InlineData("{service}.", "'{service}.' does not make a host name: it would be api..example.com")]
    public void Says_what_is_wrong_with_a_pattern(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => HostPattern.Parse(text)).Message);
}

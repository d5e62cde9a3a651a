using Preview.Comparison;
using Preview.Planning;

namespace Preview.Tests.Comparison;

public class ReplacementRulesTests
{
    [Theory]
    [InlineData("digitalocean:index/droplet:Droplet", "region", true)]
    [InlineData("digitalocean:index/droplet:Droplet", "size", false)]
    [InlineData("digitalocean:index/droplet:Droplet", "sshKeys[0]", true)]
    [InlineData("docker:index/service:Service", "mode", true)]
    [InlineData("docker:index/service:Service", "mode.global", true)]
    [InlineData("docker:index/service:Service", "mode.replicated.replicas", false)]
    [InlineData("docker:index/service:Service", "taskSpec.containerSpec.image", false)]
    [InlineData("docker:index/service:Service", "taskSpec.networksAdvanceds[0].id", true)]
    [InlineData("command:remote:Command", "triggers[0]", true)]
    [InlineData("command:remote:Command", "create", false)]
    [InlineData("random:index/randomPassword:RandomPassword", "length", true)]
    [InlineData("tls:index/selfSignedCert:SelfSignedCert", "earlyRenewalHours", false)]
    [InlineData("tls:index/selfSignedCert:SelfSignedCert", "dnsNames[0]", true)]
    [InlineData("cloudflare:index/dnsRecord:DnsRecord", "content", false)]
    [InlineData("acme:index/thing:Thing", "anything", false)]
    public void Knows_what_replaces(string type, string path, bool expected) =>
        Assert.Equal(expected, ReplacementRules.BuiltIn.Replaces(type, PropertyPath.Parse(path)));

    [Theory]
    [InlineData("a.b[0].c", "a", true)]
    [InlineData("a.b[0].c", "a.b[*].c", true)]
    [InlineData("a.b[0].c", "a.b[1]", false)]
    [InlineData("a", "a.b", false)]
    [InlineData("""labels["x.y"].z""", """labels["x.y"]""", true)]
    [InlineData("""labels["x.y"]""", "labels.x", false)]
    [InlineData("anything.at.all", "*", true)]
    public void A_path_is_within_a_pattern(string path, string pattern, bool expected) =>
        Assert.Equal(expected, PropertyPath.Parse(path).IsWithin(PropertyPath.Parse(pattern)));

    [Fact]
    public void A_path_is_written_as_it_is_read()
    {
        var path = PropertyPath.Root.Member("a b").Member("c").Item(0).Member("d\"e");

        Assert.Equal("""["a b"].c[0]["d\"e"]""", path.Text);
        Assert.True(path.IsWithin(PropertyPath.Parse(path.Text)));
    }
}

using Infra.Settings;
using Pulumi;

namespace Infra.Tests.Settings;

/// <summary>What can be wrong where nodes come from, who declares their names, and who signs for them.</summary>
public class ProviderSettingsTests
{
    private const string Host = """{"name":"manager-0","address":"203.0.113.10","privateAddress":"10.0.0.10","hostKey":"KEY"}""";

    private static readonly string Named = Host.Replace("\"address\"", "\"hostName\":\"box-1\",\"address\"");

    [Theory]
    [InlineData("existing", "managers", "3", "managers: 3 set, but the nodes are those in lhd:hosts; remove it; it is for droplets")]
    [InlineData("local", "workers", "2", "workers: 2 set, but the nodes are this machine; remove it; it is for droplets")]
    [InlineData("staging", "hosts", "[{}]", "hosts: hosts are listed, and the nodes come from elsewhere; set lhd:provider: existing, or remove them")]
    [InlineData("staging", "https", "false", "https: passwords would travel in plain text; set lhd:https: true; it is off on one's own machine only")]
    [InlineData("staging", "registryServer", "ghcr.io", "registryServer: no image is there; that of the application is on registry.gitlab.com; write registry.gitlab.com, or leave out lhd:registryUser")]
    [InlineData("existing", "provider", "aws", "provider: 'aws' is not one of digitalocean, existing, local; write digitalocean or existing or local, e.g. lhd:provider: digitalocean")]
    [InlineData("existing", "dns", "route53", "dns: 'route53' is not one of cloudflare, none; write cloudflare or none, e.g. lhd:dns: cloudflare")]
    [InlineData("existing", "hosts", "[]", "hosts: there are no hosts; list at least one, named manager-0")]
    [InlineData("existing", "certificate", "origin", "certificate: an origin certificate is trusted by Cloudflare's proxy alone, which is not in front; set lhd:certificate: letsencrypt or selfsigned")]
    [InlineData("existing", "acmeEmail", "", "acmeEmail: it is not set; write whom the authority may write to, e.g. lhd:acmeEmail: ops@example.com")]
    [InlineData("existing", "acmeEmail", "ops", "acmeEmail: 'ops' is not a mail address; write a mail address, e.g. lhd:acmeEmail: ops@example.com")]
    [InlineData("existing", "acmeChallenge", "dns", "acmeDnsToken: it is not set; run: pulumi config set --secret lhd:acmeDnsToken; the token may edit the zone's DNS")]
    [InlineData("existing", "ownsZone", "true", "ownsZone: there is no zone to own; set lhd:ownsZone: false, or lhd:dns: cloudflare")]
    [InlineData("existing", "backupRepository", null, "backupRepository: it is not set, and hosts of your own come with no storage for backups; name S3 storage, e.g. lhd:backupRepository: s3:https://s3.example.com/shop-backups/postgres, set lhd:backupRegion for a DigitalOcean Space, or set lhd:backups: false")]
    [InlineData("existing", "backupRepository", "s3:http://s3.example.com/shop", "backupRepository: 's3:http://s3.example.com/shop' is not a repository in S3-compatible storage over https; write s3:https://HOST/BUCKET/PATH, e.g. s3:https://ams3.digitaloceanspaces.com/shop-backups/postgres")]
    [InlineData("existing", "backupSecretKey", null, "backupSecretKey: it is not set; run: pulumi config set --secret lhd:backupSecretKey")]
    [InlineData("staging", "certificate", "selfsigned", "certificate: Cloudflare's proxy trusts no certificate that signs itself; set lhd:certificate: origin or letsencrypt")]
    [InlineData("staging", "cloudflareZoneId", "", "cloudflareZoneId: it is empty; copy it from the zone's overview page, e.g. 0123456789abcdef0123456789abcdef")]
    [InlineData("local", "sourceFolder", "", "sourceFolder: it is not set; write the folder of the application's source, e.g. lhd:sourceFolder: ../shop")]
    [InlineData("local", "dns", "cloudflare", "dns: nobody else can reach this machine by a public name; set lhd:dns: none")]
    [InlineData("local", "hasuraFolder", "../hasura", "hasuraFolder: '../hasura' is not a folder below the source folder; write the folder with Hasura's config.yaml below the source folder, e.g. lhd:hasuraFolder: hasura")]
    public void A_choice_that_does_not_fit_is_named_with_what_does(string stack, string key, string? value, string told) =>
        Assert.Equal([told], ProblemsOf(stack, (key, value)));

    [Fact]
    public void An_even_number_of_managers_is_found_among_hosts_too() => Assert.Equal(
        ["hosts: 2 of the hosts are managers; name 1, 3, 5 or 7 of them manager-0, manager-1 and so on"],
        ProblemsOf("existing", ("dataNode", "manager-0"), ("hosts", Hosts(Host, Host.Replace("manager-0", "manager-1").Replace(".10\"", ".11\"")))));

    [Fact]
    public void Two_hosts_cannot_be_the_same() => Assert.Equal(
        [
            "hosts[1].hostName: hosts[0] has box-1, too; each host has its own",
            "hosts[1].privateAddress: hosts[0] has 10.0.0.10, too; each host has its own",
            "hosts[1].address: hosts[0] has 203.0.113.10 with port 22, too; each host has its own",
        ],
        ProblemsOf("existing", ("dataNode", "manager-0"), ("hosts", Hosts(Named, Named.Replace("manager-0", "worker-0")))));

    [Fact]
    public void Everything_that_is_wrong_with_a_host_is_told_with_its_place() => Assert.Equal(
        ["hosts[0].name", "hosts[0].address", "hosts[0].privateAddress", "hosts[0].hostKey", "hosts[0].port", "hosts[0].labels.disk", "hosts[0].usr"],
        ProblemsOf("existing", ("hosts", """[{"name":"boss","address":"a b","privateAddress":"x","hostKey":"-","port":0,"labels":{"disk":"very fast"},"usr":"me"}]"""))
            .Select(told => told.Split(':')[0]));

    [Fact]
    public void Nothing_of_an_account_is_asked_for_on_hosts_that_exist()
    {
        var values = StackFiles.Values("existing");
        foreach (var key in new[] { "cloudflareZoneId", "adminCidrs", "sshPublicKeys", "slackUrl" })
            values.Remove(key);

        Assert.Empty(ProblemsOf(values));
    }

    [Fact]
    public void A_missing_secret_can_wait_in_a_preview_and_not_in_an_update()
    {
        var values = StackFiles.Values("staging");
        values["registryToken"] = "";
        var preview = new SettingsSource(values.AsReadOnly(), StackFiles.SecretKeys, key => Output.CreateSecret(values[key]), secretsMayWait: true);

        EnvironmentSettings.Read(preview);

        Assert.Equal("registryToken", Assert.Single(preview.Waiting).Key);
        Assert.Empty(preview.Problems);
        Assert.Equal(["registryToken: it is not set; run: pulumi config set --secret lhd:registryToken"], ProblemsOf(values));
    }

    private static string Hosts(params string[] hosts) => $"[{string.Join(',', hosts)}]".Replace("KEY", Samples.PublicKey);

    private static IEnumerable<string> ProblemsOf(string stack, params (string Key, string? Value)[] changes)
    {
        var values = StackFiles.Values(stack);
        values.Remove("acmeDnsToken");
        foreach (var (key, value) in changes)
        {
            if (value is null)
                values.Remove(key);
            else
                values[key] = value;
        }

        return ProblemsOf(values);
    }

    private static IEnumerable<string> ProblemsOf(IDictionary<string, string> values)
    {
        var source = new SettingsSource(values.AsReadOnly(), StackFiles.SecretKeys, key => Output.CreateSecret(values[key]));
        source.Section(EnvironmentSettings.Read);
        return source.Problems.Select(problem => $"{problem.Key}: {problem.Why}; {problem.Fix}");
    }
}

using Infra.Settings;
using Pulumi;

namespace Infra.Tests.Settings;

/// <summary>Every mistake in a stack file, and what the user is told about it.</summary>
public class EnvironmentSettingsTests
{
    [Theory]
    [InlineData("staging")]
    [InlineData("production")]
    [InlineData("existing")]
    [InlineData("local")]
    public void The_stack_files_of_the_repository_are_right(string stack) => Assert.Empty(ProblemsOf(StackFiles.Values(stack)));

    [Fact]
    public void Every_setting_that_is_declared_is_read_and_described()
    {
        var source = SourceOf(StackFiles.Values("staging"));
        EnvironmentSettings.Read(source);

        Assert.Empty(StackFiles.Declarations.Keys.Except(source.KnownKeys));
        Assert.All(StackFiles.Declarations, entry => Assert.NotEmpty(entry.Value.Description ?? ""));
        Assert.All(StackFiles.Declarations, entry => Assert.Contains(entry.Value.Type, new[] { "string", "integer", "boolean", "array", "object" }));
    }

    [Theory]
    [InlineData("domain", "https://example.com", "'https://example.com' is not a domain name; write a registered name in lower case without scheme or path, e.g. example.com")]
    [InlineData("hostPattern", "staging", "'staging' does not contain {service} once; write a pattern with {service} in it, e.g. {service} or {service}-staging")]
    [InlineData("hostPattern", "{service}.staging", "'{service}.staging' puts hosts more than one level below the domain, which Universal SSL does not cover (did you mean {service}-staging?); write a pattern with {service} in it, e.g. {service} or {service}-staging")]
    [InlineData("cloudflareZoneId", "example.com", "'example.com' is not a zone id, which has 32 hexadecimal digits; copy it from the zone's overview page, e.g. 0123456789abcdef0123456789abcdef")]
    [InlineData("ownsZone", "yes", "'yes' is neither true nor false; write true or false, e.g. lhd:ownsZone: false")]
    [InlineData("region", "fra2", "there is no region 'fra2' (did you mean fra1?); choose a region of DigitalOcean, e.g. fra1 or nyc3")]
    [InlineData("managers", "three", "'three' is not a whole number; set 1, 3, 5 or 7, e.g. lhd:managers: 3")]
    [InlineData("managers", "9", "9 is not between 0 and 7; set 1, 3, 5 or 7, e.g. lhd:managers: 3")]
    [InlineData("managers", "2", "2 is even, which adds a vote but no safety; set 1, 3, 5 or 7, e.g. lhd:managers: 3")]
    [InlineData("workers", "-1", "-1 is not between 0 and 50; set 0 to 50, e.g. lhd:workers: 2")]
    [InlineData("nodeSize", "s-2vcpu-4bg", "there is no droplet size 's-2vcpu-4bg' (did you mean s-2vcpu-4gb?); choose a droplet size, e.g. s-2vcpu-4gb")]
    [InlineData("nodeImage", "docker-20-04", "'docker-20-04' is not an Ubuntu image; choose an Ubuntu LTS image, e.g. ubuntu-24-04-x64")]
    [InlineData("dataNode", "node-1", "'node-1' is not the name of a node; name one node, e.g. manager-0")]
    [InlineData("edgeNode", "worker-0", "there is no worker-0; name one of manager-0")]
    [InlineData("dataVolumeSize", "0", "0 is not between 1 and 16384; set the size in GiB, 1 to 16384, e.g. lhd:dataVolumeSize: 50")]
    [InlineData("privateRange", "203.0.113.0/24", "203.0.113.0/24 is not a private network of /16 to /24; write a private network of /16 to /24, e.g. 10.20.0.0/20")]
    [InlineData("privateRange", "172.20.0.0/20", "172.20.0.0/20 overlaps 172.20.0.0/16, which Docker or DigitalOcean uses; write a private network of /16 to /24, e.g. 10.20.0.0/20")]
    [InlineData("adminCidrs", "[]", "the list is empty; write base address/prefix, e.g. 203.0.113.0/24, or one address as 203.0.113.7/32")]
    [InlineData("adminCidrs", "203.0.113.7/32", "it is not a list, with one '- ' line for each element; write base address/prefix, e.g. 203.0.113.0/24, or one address as 203.0.113.7/32")]
    [InlineData("sshPublicKeys", "[]", "the list is empty; write one line as in ~/.ssh/id_ed25519.pub, e.g. ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA... name@host")]
    [InlineData("registryServer", "https://registry.gitlab.com", "'https://registry.gitlab.com' is not a registry's host; write the host alone, e.g. registry.gitlab.com")]
    [InlineData("privateRange", "172.17.0.0/16", "172.17.0.0/16 overlaps 172.17.0.0/16, which Docker or DigitalOcean uses; write a private network of /16 to /24, e.g. 10.20.0.0/20")]
    [InlineData("managers", "99999999999", "99999999999 is not between 0 and 7; set 1, 3, 5 or 7, e.g. lhd:managers: 3")]
    [InlineData("managers", "0", "there is no swarm without a manager; set 1, 3, 5 or 7, e.g. lhd:managers: 3")]
    [InlineData("adminCidrs", """["0.0.0.0/1","128.0.0.0/1"]""", "together they let in more addresses than a /8, far more than operators and CI have; list the operators' networks alone, e.g. 203.0.113.0/24, or one address as 203.0.113.7/32")]
    [InlineData("adminCidrs", """["2000::/3"]""", "together they let in more addresses than a /16, far more than operators and CI have; list the operators' networks alone, e.g. 203.0.113.0/24, or one address as 203.0.113.7/32")]
    [InlineData("luckyEnv", """{"DB":"postgres://u:hunter2@h/x"}""", ".DB: 'DB' has a credential in plain text, which belongs in lhd:serviceSecrets, and its name there in luckySecretEnv; write names and texts, e.g. {LOG_LEVEL: info}")]
    [InlineData("hasuraEnv", """{"SMTP_PASSWORD":"hunter2"}""", ".SMTP_PASSWORD: 'SMTP_PASSWORD' has a credential in plain text, which belongs in lhd:serviceSecrets, and its name there in hasuraSecretEnv; write names and texts, e.g. {LOG_LEVEL: info}")]
    [InlineData("adminCidrs", "[null]", "[0]: it is empty; write base address/prefix, e.g. 203.0.113.0/24, or one address as 203.0.113.7/32")]
    [InlineData("luckyEnv", "{\"TIER\":null}", ".TIER: it is empty; write names and texts, e.g. {LOG_LEVEL: info}")]
    [InlineData("luckyEnv", "TIER=1", "it is not a mapping of names to values; write names and texts, e.g. {LOG_LEVEL: info}")]
    [InlineData("luckyImage", "https://robot:hunter2@registry.gitlab.com/acme/shop", "'https://[hidden]@registry.gitlab.com/acme/shop' is not the repository of an image; write the repository alone, e.g. registry.gitlab.com/acme/shop/lucky")]
    [InlineData("luckyImage", "registry.gitlab.com/acme/shop:1a2b3c4d", "'registry.gitlab.com/acme/shop:1a2b3c4d' has a tag or digest; the tag is the setting release; write the repository alone, e.g. registry.gitlab.com/acme/shop/lucky")]
    [InlineData("registryUser", "robot:hunter2", "'robot:hunter2' cannot be a user name, which has no colon and no space; create a deploy token with the scope read_registry and write its user name, e.g. gitlab+deploy-token-1")]
    [InlineData("database", "backup", "'backup' is a name of Postgres's own or of the platform's; write letters, digits and _, e.g. lhd:database: shop")]
    [InlineData("postgresImage", "acme/pg:stable", "'acme/pg:stable' does not name the version of PostgreSQL; write an image with its version in the tag, e.g. postgres:18.6-bookworm")]
    [InlineData("serviceSecrets", "{\"B ad\":\"x\"}", ".B ad: this cannot be the name of a secret; choose another name of lower-case letters, digits and -, e.g. flask-key")]
    [InlineData("database", "postgres", "'postgres' is a name of Postgres's own or of the platform's; write letters, digits and _, e.g. lhd:database: shop")]
    [InlineData("generatedSecrets", "[\"grafana\"]", "[0]: there is a secret grafana already; choose another name of lower-case letters, digits and -, e.g. flask-key")]
    [InlineData("generatedSecrets", "[\"database-blue\"]", "[0]: there is a secret database-blue already; choose another name of lower-case letters, digits and -, e.g. flask-key")]
    [InlineData("generatedSecrets", "[\"key\",\"key\"]", "[1]: there is a secret key already; choose another name of lower-case letters, digits and -, e.g. flask-key")]
    [InlineData("secretGenerations", "{\"database\":0}", ".database: 0 is not between 1 and 2147483647; write a whole number from 1 up, one higher than before, e.g. {database: 2}")]
    [InlineData("luckySecretEnv", """{"STRIPE_API_KEY":"sk_live_Hunter2"}""", ".STRIPE_API_KEY: this cannot be the name of a secret; write a secret's name for each variable, e.g. {STRIPE_API_KEY: stripe-key}")]
    [InlineData("acmeServer", "https://me:hunter2@acme.example.com/directory", "'https://[hidden]@acme.example.com/directory' has a login, which Traefik's configuration would show; write the authority's directory, e.g. https://acme-v02.api.letsencrypt.org/directory")]
    public void A_wrong_value_is_named_with_what_is_expected(string key, string value, string told) =>
        Assert.Equal([told[0] is '[' or '.' ? key + told : $"{key}: {told}"], ProblemsOf(With(key, value)));

    [Theory]
    [InlineData("domain", "it is not set; write a registered name in lower case without scheme or path, e.g. example.com")]
    [InlineData("sshPublicKeys", "it is not set; write one line as in ~/.ssh/id_ed25519.pub, e.g. ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA... name@host")]
    [InlineData("registryToken", "it is not set; run: pulumi config set --secret lhd:registryToken")]
    public void A_missing_value_is_named(string key, string told)
    {
        var values = StackFiles.Values("staging");
        values.Remove(key);

        Assert.Equal([$"{key}: {told}"], ProblemsOf(values));
    }

    [Fact]
    public void An_element_of_a_list_is_named_by_its_number() => Assert.Equal(
        ["adminCidrs[1]: 0.0.0.0/0 is everybody; write base address/prefix, e.g. 203.0.113.0/24, or one address as 203.0.113.7/32"],
        ProblemsOf(With("adminCidrs", """["203.0.113.7/32", "0.0.0.0/0"]""")));

    [Fact]
    public void A_worker_needs_a_manager()
    {
        var values = With("managers", "0");
        values["workers"] = "1";
        values["dataNode"] = values["edgeNode"] = "worker-0";

        Assert.Equal(["workers: 1 set, but no manager that they could join; set 1, 3, 5 or 7, e.g. lhd:managers: 3"], ProblemsOf(values));
    }

    [Fact]
    public void An_unknown_key_comes_with_the_one_that_was_meant() =>
        Assert.Equal(["manager: there is no such setting; did you mean lhd:managers?"], ProblemsOf(With("manager", "3")));

    [Fact]
    public void An_unknown_key_that_is_like_no_other_comes_with_all_there_are()
    {
        var told = Assert.Single(ProblemsOf(With("frobnicate", "1")));

        Assert.StartsWith("frobnicate: there is no such setting; remove it; the settings are acmeChallenge, ", told, StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var values = With("managers", "2");
        values["domain"] = "example";
        values["hostPattern"] = "{service}.staging";
        values["adminCidrs"] = """["10.0.0.1/8"]""";
        values["certificate"] = "comodo";
        values["nodeSzie"] = "s-1vcpu-1gb";

        Assert.Equal(["domain", "hostPattern", "managers", "adminCidrs[0]", "certificate", "nodeSzie"], ProblemsOf(values).Select(told => told.Split(':')[0]));
    }

    [Theory]
    [InlineData("registryToken", "run: pulumi config set --secret lhd:registryToken")]
    [InlineData("sendGridKey", "run: pulumi config set --secret lhd:sendGridKey; the value unused sends no mail")]
    [InlineData("slackUrl", "run: pulumi config set --secret lhd:slackUrl")]
    [InlineData("serviceSecrets", "run: pulumi config set --secret --path 'lhd:serviceSecrets.NAME'")]
    [InlineData("acmeDnsToken", "run: pulumi config set --secret lhd:acmeDnsToken")]
    [InlineData("backupAccessKey", "run: pulumi config set --secret lhd:backupAccessKey")]
    [InlineData("backupSecretKey", "run: pulumi config set --secret lhd:backupSecretKey")]
    [InlineData("restoreAccessKey", "run: pulumi config set --secret lhd:restoreAccessKey")]
    [InlineData("restoreSecretKey", "run: pulumi config set --secret lhd:restoreSecretKey")]
    [InlineData("restoreKey", "run: pulumi config set --secret lhd:restoreKey")]
    public void A_secret_in_plain_text_is_refused_without_showing_it(string key, string fix) =>
        Assert.Equal([$"{key}: it is a secret in plain text; {fix}"], ProblemsOf(With(key, "hunter2"), new HashSet<string>(StackFiles.SecretKeys.Except([key]))));

    [Fact]
    public void The_registrys_token_in_plain_text_is_refused_when_nobody_logs_in()
    {
        var values = With("registryToken", "hunter2");
        values.Remove("registryUser");

        Assert.Equal(
            ["registryToken: it is a secret in plain text; run: pulumi config set --secret lhd:registryToken"],
            ProblemsOf(values, new HashSet<string>(StackFiles.SecretKeys.Except(["registryToken"]))));
    }

    [Theory]
    [InlineData("lucky")]
    [InlineData("hasura")]
    public void A_variable_is_not_both_a_text_and_a_secret(string service)
    {
        var values = With($"{service}Env", """{"LEVEL":"info"}""");
        values[$"{service}SecretEnv"] = """{"LEVEL":"database-url"}""";

        Assert.Equal([$"{service}SecretEnv.LEVEL: {service}Env has the same variable; keep one of the two"], ProblemsOf(values));
    }

    [Fact]
    public async Task What_stands_in_for_secrets_in_plain_text_can_be_read()
    {
        var source = SourceOf(With("serviceSecrets", """{"mail":"hunter2"}"""), new HashSet<string>());

        var settings = EnvironmentSettings.Read(source);

        Assert.Equal("unreadable", await settings.Secrets.Given["mail"].ValueAsync());
    }

    [Theory]
    [InlineData("domain", "hunter2")]
    [InlineData("serviceSecrets", "hunter2")]
    [InlineData("luckyEnv", "{\"hunter2!\":\"x\"}")]
    [InlineData("adminCidrs", "[\"hunter2\"]")]
    public void What_is_encrypted_is_not_shown_when_it_does_not_fit(string key, string value)
    {
        var told = Assert.Single(ProblemsOf(With(key, value), new HashSet<string>([.. StackFiles.SecretKeys, key])));

        Assert.DoesNotContain("hunter2", told.Split(": it is")[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("host", "edge", "edge is the name of the edge node, which the others lead to; choose another label, e.g. www")]
    [InlineData("host", "a123456789-123456789-123456789-123456789-123456789-1234567", "with the pattern {service}-staging it has more than 63 characters; choose a shorter label, e.g. www")]
    [InlineData("placement", "worker", "there is no worker that it could run on; choose manager, data or edge, or set lhd:workers")]
    public void A_service_must_fit_its_environment(string key, string value, string told)
    {
        var values = With("services", $$"""[{"name":"web","image":"nginx:1.29.1","port":80,"health":{"none":"x"},"{{key}}":"{{value}}"}]""");
        if (value == "edge")
            values["hostPattern"] = "{service}";

        Assert.Equal([$"services[0].{key}: {told}"], ProblemsOf(values));
    }

    private static IDictionary<string, string> With(string key, string value)
    {
        var values = StackFiles.Values("staging");
        values[key] = value;
        return values;
    }

    private static SettingsSource SourceOf(IDictionary<string, string> values, IReadOnlySet<string>? secretKeys = null) =>
        new(values.AsReadOnly(), secretKeys ?? StackFiles.SecretKeys, key => Output.CreateSecret(values[key]));

    private static IEnumerable<string> ProblemsOf(IDictionary<string, string> values, IReadOnlySet<string>? secretKeys = null)
    {
        var source = SourceOf(values, secretKeys);
        source.Section(EnvironmentSettings.Read);
        source.ReportUnknownKeys();
        return source.Problems.Select(problem => $"{problem.Key}: {problem.Why}; {problem.Fix}");
    }
}

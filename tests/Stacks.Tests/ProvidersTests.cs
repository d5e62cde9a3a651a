using System.Text.Json.Nodes;
using Infra.Backups;
using Infra.Development;
using Infra.Monitoring;
using Infra.Tests;
using Pulumi.Docker;

namespace Stacks.Tests;

/// <summary>The same services wherever the nodes come from.</summary>
[Collection(SerialGraphs.Name)]
public class ProvidersTests
{
    /// <summary>What one's own machine has besides: it takes the place of a command on the node, and of Hasura's command line.</summary>
    private static readonly string[] OnlyLocal = [HasuraConsole.Name, PostgresRolesService.Name];

    /// <summary>What it has not, since nothing on it must survive: backups, and what takes their metrics.</summary>
    private static readonly string[] NeverLocal = [BackupNames.Service, BackupNames.Jobs, MonitoringNames.Pushgateway];

    [Fact]
    public async Task Local_and_production_declare_the_same_services() => Assert.Equal(
        (await ServicesAsync("production", ("monitoring", "false"))).Keys.Except(NeverLocal).Union(OnlyLocal).Order(StringComparer.Ordinal),
        (await ServicesAsync("local")).Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task Local_and_production_declare_the_same_services_with_monitoring_too() => Assert.Equal(
        (await ServicesAsync("production")).Keys.Except(NeverLocal).Union(OnlyLocal).Order(StringComparer.Ordinal),
        (await ServicesAsync("local", ("monitoring", "true"))).Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task They_have_the_same_networks_secrets_and_health_checks()
    {
        // No certificate of the stack's own in either, since Traefik's secrets follow from it.
        var production = await ServicesAsync("production", ("certificate", "letsencrypt"), ("acmeEmail", "ops@example.com"));
        var local = await ServicesAsync("local", ("monitoring", "true"));

        Assert.All(production.Where(service => !NeverLocal.Contains(service.Key)), service =>
        {
            Assert.Equal(Networks(service.Value), Networks(local[service.Key]));
            Assert.Equal(Secrets(service.Value), Secrets(local[service.Key]));
            Assert.Equal(HealthTest(service.Value), HealthTest(local[service.Key]));
        });
    }

    [Fact]
    public async Task Only_the_ports_that_developers_know_are_open()
    {
        var ports = (await ServicesAsync("local")).ToDictionary(service => service.Key, service => Ports(service.Value));

        Assert.Equal(["80"], ports["traefik"]);
        Assert.Equal(["5000"], ports["lucky"]);
        Assert.Equal(["8080"], ports["hasura"]);
        Assert.Equal(["9695", "9693"], ports["hasura-console"]);
        Assert.Equal(4, ports.Count(service => service.Value.Count > 0));
    }

    [Fact]
    public async Task Lucky_runs_from_the_source_folder_and_keeps_what_it_builds_in_volumes()
    {
        var mounts = (await ServicesAsync("local", ("sourceFolder", "/home/me/shop")))["lucky"]["taskSpec"]!["containerSpec"]!["mounts"]!.AsArray();

        Assert.Equal("bind /home/me/shop /app", Shown(mounts[0]!));
        Assert.Equal(["/app/lib", "/app/bin", "/app/node_modules", "/root/.cache"], mounts.Skip(1).Select(mount => $"{mount!["target"]}"));
        Assert.All(mounts.Skip(1), mount => Assert.Equal("volume", $"{mount!["type"]}"));
    }

    [Fact]
    public async Task Data_are_in_a_volume_that_the_stack_tells_how_to_drop()
    {
        LocalStack? stack = null;
        var graph = await StackRun.GraphAsync("local", options => stack = new LocalStack(options));

        Assert.Equal("volume lhd-local-postgres /var/lib/postgresql", Shown(Services(graph)["postgres"]["taskSpec"]!["containerSpec"]!["mounts"]![0]!));
        Assert.Equal("docker volume rm lhd-local-postgres", await stack!.DropData.ValueAsync());
    }

    [Fact]
    public async Task Nothing_local_waits_for_a_label_of_a_node() => Assert.All(
        (await ServicesAsync("local", ("monitoring", "true"))).Values,
        service => Assert.DoesNotContain("labels", service["taskSpec"]!["placement"]!.ToJsonString(), StringComparison.Ordinal));

    [Theory]
    [InlineData("local", "command,docker,lhd,random")]
    [InlineData("existing", "command,docker,lhd,random")]
    public async Task No_account_is_needed(string stack, string packages) => Assert.Equal(
        packages.Split(','),
        (await StackRun.GraphAsync(stack)).All
            .Select(each => each.Type.Replace("pulumi:providers:docker", "docker:", StringComparison.Ordinal).Split(':')[0]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task Existing_hosts_and_droplets_run_the_same_services()
    {
        var droplets = await ServicesAsync("production", ("dns", "none"), ("ownsZone", "false"), ("certificate", "letsencrypt"), ("acmeEmail", "ops@example.com"));
        var hosts = await ServicesAsync("existing");

        Assert.Equal(droplets.Keys, hosts.Keys);
        Assert.All(droplets, service => Assert.Equal(Networks(service.Value), Networks(hosts[service.Key])));
        Assert.All(droplets, service => Assert.Equal(Secrets(service.Value), Secrets(hosts[service.Key])));
        Assert.All(droplets, service => Assert.Equal(HealthTest(service.Value), HealthTest(hosts[service.Key])));
    }

    [Fact]
    public async Task What_is_on_a_host_that_stays_is_deleted_piece_by_piece() =>
        Assert.All((await StackRun.GraphAsync("existing")).All, each => Assert.Null(each.Options.DeletedWith));

    [Fact]
    public async Task Existing_hosts_may_be_behind_cloudflare()
    {
        var graph = await StackRun.GraphAsync("existing", ("dns", "cloudflare"), ("cloudflareZoneId", "0123456789abcdef0123456789abcdef"), ("certificate", "origin"));

        Assert.Equal("203.0.113.10", $"{graph.Inputs["records-edge"]["content"]}");
        Assert.DoesNotContain(graph.All, each => each.Type.StartsWith("digitalocean:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Https_on_one_s_own_machine_is_self_signed()
    {
        var graph = await StackRun.GraphAsync("local", ("https", "true"), ("certificate", "selfsigned"));

        Assert.Equal("tls:index/selfSignedCert:SelfSignedCert", graph.Named("certificate-certificate").Type);
        Assert.Contains("origin-key", Secrets(Services(graph)["traefik"]));
    }

    private static async Task<IReadOnlyDictionary<string, JsonObject>> ServicesAsync(string stack, params (string Key, string? Value)[] changes) =>
        Services(await StackRun.GraphAsync(stack, changes));

    private static SortedDictionary<string, JsonObject> Services(ResourceGraph graph) => new(
        graph.All.Where(each => each.Resource is Service).ToDictionary(each => $"{graph.Inputs[each.Name]["name"]}", each => graph.Inputs[each.Name]), StringComparer.Ordinal);

    /// <summary>Ids follow from names and inputs, which are the same for the networks of all environments.</summary>
    private static List<string> Networks(JsonObject service) => [.. (service["taskSpec"]!["networksAdvanceds"]?.AsArray() ?? []).Select(network => $"{network!["id"]}")];

    private static List<string> Secrets(JsonObject service) =>
        [.. (service["taskSpec"]!["containerSpec"]!["secrets"]?.AsArray() ?? []).Select(secret => $"{secret!["fileName"]}"["/run/secrets/".Length..])];

    private static string HealthTest(JsonObject service) => service["taskSpec"]!["containerSpec"]!["healthcheck"]!["tests"]!.ToJsonString();

    private static List<string> Ports(JsonObject service) => [.. (service["endpointSpec"]!["ports"]?.AsArray() ?? []).Select(port => $"{port!["publishedPort"]}")];

    private static string Shown(JsonNode mount) => $"{mount["type"]} {mount["source"]} {mount["target"]}";
}

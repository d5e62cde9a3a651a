using System.Text;
using System.Text.Json.Nodes;
using Infra.Tests;
using Pulumi;

namespace Stacks.Tests;

/// <summary>One setting puts a cluster of DigitalOcean's in the place of the service.</summary>
[Collection(SerialGraphs.Name)]
public class ManagedPostgresTests
{
    private static readonly (string, string?)[] Managed = [("postgres", "managed"), ("managedPostgresSize", "db-s-2vcpu-4gb"), ("managedPostgresNodes", "2")];

    [Fact]
    public async Task The_cluster_is_in_the_private_network_and_lets_only_the_nodes_in()
    {
        var inputs = (await StackRun.GraphAsync("production", Managed)).Inputs;

        var cluster = inputs["postgres-cluster"];
        Assert.Equal("pg 18 db-s-2vcpu-4gb 2 fra1", $"{cluster["engine"]} {cluster["version"]} {cluster["size"]} {cluster["nodeCount"]} {cluster["region"]}");
        Assert.Equal($"{inputs["nodes-manager-0"]["vpcUuid"]}", $"{cluster["privateNetworkUuid"]}");
        var rule = Assert.Single(inputs["postgres-firewall"]["rules"]!.AsArray())!;
        Assert.Equal("tag lhd-production-node", $"{rule["type"]} {rule["value"]}");
        Assert.Equal("app", $"{inputs["postgres-database"]["name"]}");
    }

    [Fact]
    public async Task Readers_get_the_same_secrets_which_lead_to_the_private_name_and_demand_its_certificate()
    {
        var inputs = (await StackRun.GraphAsync("production", Managed)).Inputs;

        Assert.Matches(
            @"\Apostgres://app_1:sentinel-of-postgres-blue-\w+@private\.db\.example\.com:25060/app\?sslmode=verify-full&sslrootcert=/run/secrets/database-certificate\z",
            Plain(inputs["secrets-database-url"]));
        Assert.Equal("the certificate of the database's authority", Plain(inputs["secrets-database-certificate"]));
        Assert.Equal(
            "private.db.example.com:25060/app?sslmode=verify-full&sslrootcert=/run/secrets/database-certificate", Plain(inputs["secrets-database-exporter-uri"]));
        foreach (var service in new[] { "lucky", "hasura", "postgres-exporter" })
            Assert.Contains("/run/secrets/database-certificate", inputs[$"services-{service}-service"]["taskSpec"]!["containerSpec"]!["secrets"]!.ToJsonString(), StringComparison.Ordinal);
        var env = inputs["services-postgres-exporter-service"]["taskSpec"]!["containerSpec"]!["env"]!;
        Assert.Equal("monitoring_1 /run/secrets/database-exporter-uri", $"{env["DATA_SOURCE_USER"]} {env["DATA_SOURCE_URI_FILE"]}");
    }

    [Fact]
    public async Task Readers_wait_until_the_roles_are_set_and_the_database_is_migrated()
    {
        var graph = await StackRun.GraphAsync("production", Managed);

        foreach (var service in new[] { "lucky", "hasura", "postgres-exporter" })
            Assert.Contains("postgres-logins-set", await graph.Named($"services-{service}-service").DependenciesAsync());
        Assert.Contains("postgres-firewall", await graph.Named("postgres-logins-set").DependenciesAsync());
        Assert.Contains("postgres-logins-set", await graph.Named("migration-run").DependenciesAsync());
    }

    [Fact]
    public async Task Neither_service_nor_volume_nor_backups_of_ours_are_left_and_all_other_services_are_the_same()
    {
        var service = await StackRun.GraphAsync("production");
        var managed = await StackRun.GraphAsync("production", Managed);

        Assert.Equal(
            ["services-backup-jobs-service", "services-backups-service", "services-postgres-service", "services-pushgateway-service"],
            Services(service).Except(Services(managed)).Order(StringComparer.Ordinal));
        Assert.Empty(Services(managed).Except(Services(service)));
        Assert.DoesNotContain(managed.All, each => each.Name.StartsWith("data", StringComparison.Ordinal) || each.Name.StartsWith("backup", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Production_protects_and_keeps_what_holds_data_and_staging_does_not()
    {
        Assert.Equal(
            ["postgres-cluster", "postgres-database"],
            (await StackRun.GraphAsync("production", Managed)).All.Where(each => each.Options is CustomResourceOptions { Protect: true, RetainOnDelete: true }).Select(each => each.Name));
        Assert.DoesNotContain((await StackRun.GraphAsync("staging", Managed)).All, each => each.Options.Protect == true);
    }

    [Fact]
    public async Task The_administrator_s_address_is_an_output_that_is_secret()
    {
        ProductionStack? stack = null;
        await StackRun.GraphAsync("production", options => stack = new ProductionStack(options), Managed);

        Assert.True(await Output.IsSecretAsync(stack!.Passwords));
    }

    [Fact]
    public async Task A_new_generation_is_a_new_user_in_the_place_of_the_one_that_nobody_uses()
    {
        Assert.Equal("app_1 app_0 monitoring_1", await UsersAsync());
        Assert.Equal("app_1 app_2 monitoring_2", await UsersAsync(("secretGenerations", """{"database": 2, "monitoring": 2}""")));

        static async Task<string> UsersAsync(params (string, string?)[] changes)
        {
            var inputs = (await StackRun.GraphAsync("production", [.. Managed, .. changes])).Inputs;
            return $"{inputs["postgres-blue"]["name"]} {inputs["postgres-green"]["name"]} {inputs["postgres-monitoring"]["name"]}";
        }
    }

    [Theory]
    [InlineData("existing", "lhd:postgres: a managed cluster is reached over the private network of droplets, and there are none; set lhd:postgres: service, or lhd:provider: digitalocean")]
    [InlineData("local", "lhd:postgres: a managed cluster is reached over the private network of droplets, and there are none; set lhd:postgres: service, or lhd:provider: digitalocean")]
    public async Task Elsewhere_than_on_droplets_it_is_refused(string stack, string problem) =>
        Assert.Contains(problem, await RefusalAsync(stack, Managed), StringComparison.Ordinal);

    [Fact]
    public async Task A_standby_of_the_smallest_size_is_refused() => Assert.Contains(
        "lhd:managedPostgresNodes: nodes of the size db-s-1vcpu-1gb have no standby; choose a larger size",
        await RefusalAsync("production", ("postgres", "managed"), ("managedPostgresNodes", "2")), StringComparison.Ordinal);

    [Fact]
    public async Task All_that_is_wrong_with_it_is_told_at_once()
    {
        var refusal = await RefusalAsync("production", [("postgres", "managed"), ("managedPostgresSize", "large"), ("managedPostgresNodes", "4"), ("postgresImage", "postgres:14.20-bookworm")]);

        Assert.Contains("lhd:managedPostgresSize: 'large' is no size of a database", refusal, StringComparison.Ordinal);
        Assert.Contains("lhd:managedPostgresNodes: 4 is not between 1 and 3", refusal, StringComparison.Ordinal);
        Assert.Contains("lhd:postgresImage: a managed cluster is used from PostgreSQL 15 on, not with postgres:14.20-bookworm", refusal, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Services(ResourceGraph graph) => graph.Inputs.Where(each => each.Value.ContainsKey("taskSpec")).Select(each => each.Key);

    private static string Plain(JsonObject secret) => Encoding.UTF8.GetString(Convert.FromBase64String($"{secret["data"]}"));

    private static async Task<string> RefusalAsync(string stack, params (string Key, string? Value)[] changes)
    {
        var values = StackFiles.Values(stack);
        foreach (var (key, value) in changes)
            values[key] = value!;
        return await StackRun.RefusalAsync(stack, values);
    }
}

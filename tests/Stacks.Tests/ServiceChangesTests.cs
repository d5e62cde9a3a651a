using System.Text;
using System.Text.Json.Nodes;
using Infra.Tests;
using Pulumi.Docker;

namespace Stacks.Tests;

/// <summary>What a change of one setting changes in the swarm, and what it leaves alone: two runs of the real program, compared.</summary>
[Collection(SerialGraphs.Name)]
public class ServiceChangesTests
{
    /// <summary>Inputs of a service whose change would replace it, and interrupt it.</summary>
    private static readonly string[] Replacing = ["auth", "mode", "name", "networksAdvanceds"];

    [Fact]
    public async Task A_release_migrates_changes_the_application_and_nothing_else() =>
        Assert.Equal(["deployed-record", "migration-run", "services-lucky-service"], await ChangedAsync(("release", "5e6f7a8b")));

    [Fact]
    public async Task A_new_registry_token_replaces_nothing_and_reaches_every_node_and_private_image() => Assert.Equal(
        ["cluster-docker", "registry-login-manager-0", "registry-version", "services-lucky-service"],
        await ChangedAsync(("registryToken", "another-sentinel")));

    [Fact]
    public async Task A_new_registry_token_starts_no_task_anew()
    {
        var (before, after) = await RunsAsync(("registryToken", "another-sentinel"));

        Assert.Equal(before["services-lucky-service"]["taskSpec"]!.ToJsonString(), after["services-lucky-service"]["taskSpec"]!.ToJsonString());
    }

    [Theory]
    [InlineData("database", "generated-database-green", "secrets-database-url,secrets-postgres-roles", "services-backup-jobs-service,services-hasura-service,services-lucky-service", "migration-run,postgres-logins-set")]
    [InlineData("postgres", "generated-postgres", "secrets-postgres-password,secrets-postgres-roles", "services-backup-jobs-service,services-postgres-service", "postgres-logins-set")]
    [InlineData("monitoring", "generated-monitoring", "secrets-postgres-monitoring-password,secrets-postgres-roles", "services-backup-jobs-service,services-postgres-exporter-service", "postgres-logins-set")]
    [InlineData("hasuraAdmin", "generated-hasuraAdmin", "secrets-hasura-admin-secret", "services-hasura-service", "")]
    [InlineData("backup", "generated-backup", "secrets-backup-pgpass,secrets-postgres-roles", "services-backup-jobs-service,services-backups-service", "postgres-logins-set")]
    [InlineData("secretKeyBase", "generated-secretKeyBase", "secrets-hasura-jwt-secret,secrets-secret-key-base", "services-hasura-service,services-lucky-service", "migration-run")]
    [InlineData("dashboard", "generated-dashboard", "secrets-dashboard-users", "services-traefik-service", "")]
    [InlineData("grafana", "generated-grafana", "secrets-grafana-password", "services-grafana-service", "")]
    public async Task A_rotation_makes_one_secret_anew_and_updates_its_readers(string name, string generated, string secrets, string readers, string then) => Assert.Equal(
        string.Join(',', generated, secrets, readers, then).Split(',', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
        await ChangedAsync(("secretGenerations", $$"""{"{{name}}":2}""")));

    [Theory]
    [InlineData("sendGridKey", "secrets-send-grid-key", "services-lucky-service")]
    public async Task A_new_given_secret_is_made_anew_and_updates_its_readers(string key, string secret, string reader) =>
        Assert.Equal(["migration-run", secret, reader], await ChangedAsync((key, "another-sentinel")));

    [Fact]
    public async Task The_readers_of_a_rotated_database_password_log_in_with_the_other_role()
    {
        var (before, after) = await RunsAsync(("secretGenerations", """{"database":2}"""));

        Assert.StartsWith("postgres://app_blue:", Plain(before["secrets-database-url"]), StringComparison.Ordinal);
        Assert.StartsWith("postgres://app_green:", Plain(after["secrets-database-url"]), StringComparison.Ordinal);
        Assert.Contains("ALTER ROLE app_blue PASSWORD 'sentinel-of-generated-database-blue", $"{after["postgres-logins-set"]["stdin"]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_change_of_these_replaces_a_service()
    {
        foreach (var change in new[] { ("release", "5e6f7a8b"), ("registryToken", "another-sentinel"), ("secretGenerations", """{"database":2,"secretKeyBase":2}""") })
        {
            var (before, after) = await RunsAsync(change);
            foreach (var (name, inputs) in after.Where(each => each.Key.EndsWith("-service", StringComparison.Ordinal) && each.Value.ContainsKey("taskSpec")))
            {
                Assert.All(Replacing, key => Assert.Equal(
                    (before[name][key] ?? before[name]["taskSpec"]![key])?.ToJsonString(),
                    (inputs[key] ?? inputs["taskSpec"]![key])?.ToJsonString()));
            }
        }
    }

    [Theory]
    [InlineData("staging", "service")]
    [InlineData("production", "service")]
    [InlineData("production", "managed")]
    public async Task No_secret_is_in_what_anybody_may_read(string stack, string postgres)
    {
        var graph = await StackRun.GraphAsync(stack, ("slackUrl", "sentinel-of-a-secret-slackUrl"), ("postgres", postgres));

        foreach (var (name, inputs) in graph.Inputs)
        {
            var shown = inputs.DeepClone().AsObject();
            foreach (var secret in await SecretInputsAsync(graph, name))
                shown.Remove(secret);
            Assert.DoesNotContain("sentinel", shown.ToJsonString(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes("sentinel"))[..8], shown.ToJsonString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_swarm_secret_holds_a_value_that_is_secret_on_its_way()
    {
        var graph = await StackRun.GraphAsync("staging");

        foreach (var secret in graph.With<SecretArgs>())
            Assert.True(await ((SecretArgs)secret.Args).Data.IsSecretAsync(), secret.Name);
    }

    private static string Plain(JsonObject secret) => Encoding.UTF8.GetString(Convert.FromBase64String($"{secret["data"]}"));

    /// <summary>Inputs that are secret as a whole, as the engine is told.</summary>
    private static async Task<IReadOnlyList<string>> SecretInputsAsync(ResourceGraph graph, string name)
    {
        if (name.StartsWith("lhd", StringComparison.Ordinal) || graph.All.All(each => each.Name != name))
            return [];
        var secrets = new List<string>();
        foreach (var property in graph.Named(name).Args?.GetType().GetProperties() ?? [])
        {
            if (await IsSecretAsync(property.GetValue(graph.Named(name).Args)))
                secrets.Add(char.ToLowerInvariant(property.Name[0]) + property.Name[1..]);
        }

        return secrets;
    }

    private static async Task<bool> IsSecretAsync(object? input) => input switch
    {
        Pulumi.Input<string> text => await text.IsSecretAsync(),
        Pulumi.InputMap<string> map => await map.IsSecretAsync(),
        Pulumi.InputList<Pulumi.Docker.Inputs.ProviderRegistryAuthArgs> list => await list.IsSecretAsync(),
        // A connection is secret by the provider's own schema.
        Pulumi.Input<Pulumi.Command.Remote.Inputs.ConnectionArgs> => true,
        _ => false,
    };

    /// <summary>Names of the resources whose inputs a change of settings changes.</summary>
    private static async Task<IEnumerable<string>> ChangedAsync(params (string Key, string? Value)[] changes)
    {
        var (before, after) = await RunsAsync(changes);
        return before.Keys.Union(after.Keys)
            .Where(name => before.GetValueOrDefault(name)?.ToJsonString() != after.GetValueOrDefault(name)?.ToJsonString())
            .Order(StringComparer.Ordinal);
    }

    private static async Task<(IReadOnlyDictionary<string, JsonObject> Before, IReadOnlyDictionary<string, JsonObject> After)> RunsAsync(params (string Key, string? Value)[] changes) =>
        ((await StackRun.GraphAsync("staging")).Inputs, (await StackRun.GraphAsync("staging", changes)).Inputs);
}

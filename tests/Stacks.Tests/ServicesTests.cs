using System.Text.Json.Nodes;
using Infra.Tests;
using Pulumi;
using Pulumi.Docker;

namespace Stacks.Tests;

/// <summary>What the services of both stacks are, as the engine is told.</summary>
[Collection(SerialGraphs.Name)]
public class ServicesTests
{
    [Theory]
    [InlineData("staging")]
    [InlineData("production")]
    public async Task The_whole_stack_is_there(string stack)
    {
        var services = await PlannedAsync(stack);

        Assert.Subset(services.Keys.ToHashSet(), new HashSet<string> { "hasura", "lucky", "postgres", "socket-proxy", "traefik", "prometheus", "alertmanager", "grafana" });
    }

    [Theory]
    [InlineData("staging")]
    [InlineData("production")]
    public async Task Every_service_has_a_health_check_or_a_reason(string stack)
    {
        var services = await PlannedAsync(stack);

        var unchecked_ = services.Where(service => Texts(Container(service.Value)["healthcheck"]!["tests"]) is ["NONE"]).Select(service => service.Key);

        Assert.Equal(["backup-jobs", "container-api"], unchecked_);
    }

    [Theory]
    [InlineData("staging")]
    [InlineData("production")]
    public async Task Every_service_has_limits_logs_restarts_and_a_pinned_image(string stack) => Assert.All(await PlannedAsync(stack), service =>
    {
        var task = service.Value["taskSpec"]!;
        Assert.True(Number(task["resources"]!["limits"]!["memoryBytes"]) >= Number(task["resources"]!["reservation"]!["memoryBytes"]));
        Assert.True(Number(task["resources"]!["limits"]!["nanoCpus"]) > 0);
        Assert.Equal("local", Text(task["logDriver"]!["name"]));
        Assert.Equal("10m", Text(task["logDriver"]!["options"]!["max-size"]));
        Assert.Equal(service.Key == "backup-jobs" ? "none" : "any", Text(task["restartPolicy"]!["condition"]));
        Assert.Matches(@"\A[^:]+(:\d+/[^:]+)?:(?!latest)[\w.-]+\z", Text(Container(service.Value)["image"]));
    });

    [Theory]
    [InlineData("staging")]
    [InlineData("production")]
    public async Task A_bad_update_is_watched_long_enough_and_rolled_back(string stack) => Assert.All(await PlannedAsync(stack), service =>
    {
        Assert.Equal("rollback", Text(service.Value["updateConfig"]!["failureAction"]));
        Assert.Equal(Text(service.Value["updateConfig"]!["order"]), Text(service.Value["rollbackConfig"]!["order"]));
        Assert.Equal(service.Value["mode"]!["global"] is null, service.Value["convergeConfig"] is not null);
    });

    [Theory]
    [InlineData("staging")]
    [InlineData("production")]
    public async Task Only_the_proxy_publishes_ports(string stack)
    {
        var services = await PlannedAsync(stack);

        Assert.Equal(["traefik"], services.Where(service => service.Value["endpointSpec"]!["ports"] is JsonArray { Count: > 0 }).Select(service => service.Key));
        Assert.Equal(
            ["host 80", "host 443"],
            services["traefik"]["endpointSpec"]!["ports"]!.AsArray().Select(port => $"{Text(port!["publishMode"])} {Number(port["publishedPort"])}"));
    }

    [Theory]
    [InlineData("staging")]
    [InlineData("production")]
    public async Task The_docker_socket_is_seen_by_read_only_proxies_and_reached_by_traefik_alone(string stack)
    {
        var services = await PlannedAsync(stack);
        var networks = await NetworksAsync(stack);

        var mounting = services.Where(service => Mounts(service.Value).Any(mount => Text(mount["source"])?.EndsWith("docker.sock", StringComparison.Ordinal) == true)).ToList();

        Assert.Equal(["container-api", "socket-proxy"], mounting.Select(service => service.Key));
        Assert.All(mounting, service => Assert.Equal("0", Text(Container(service.Value)["env"]!["POST"])));
        Assert.Empty(networks["container-api"]);
        Assert.Equal(["socket"], networks["socket-proxy"]);
        Assert.Equal(["socket-proxy", "traefik"], networks.Where(service => service.Value.Contains("socket")).Select(service => service.Key));
    }

    [Theory]
    [InlineData("staging")]
    [InlineData("production")]
    public async Task The_database_is_on_no_network_that_the_proxy_is_on(string stack)
    {
        var networks = await NetworksAsync(stack);

        Assert.Equal(["data"], networks["postgres"]);
        Assert.Empty(networks["traefik"].Intersect(networks["postgres"]));
    }

    [Theory]
    [InlineData("staging")]
    [InlineData("production")]
    public async Task Networks_for_data_and_the_socket_have_no_way_out(string stack)
    {
        var graph = await StackRun.GraphAsync(stack);

        Assert.Equal(
            ["data True", "edge False", "metrics False", "socket True"],
            new[] { "data", "edge", "metrics", "socket" }.Select(name => $"{name} {graph.Inputs[$"networks-{name}"]["internal"]}"), StringComparer.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("lucky")]
    [InlineData("hasura")]
    [InlineData("postgres-exporter")]
    public async Task Readers_of_the_database_wait_for_it_and_for_its_roles(string service)
    {
        var graph = await StackRun.GraphAsync("staging");

        var waits = await graph.Named($"services-{service}-service").DependenciesAsync();

        Assert.Contains("services-postgres-service", waits);
        Assert.Contains("postgres-logins-set", waits);
    }

    [Fact]
    public async Task Postgres_waits_for_the_mounted_volume() =>
        Assert.Contains("data-mount", await (await StackRun.GraphAsync("staging")).Named("services-postgres-service").DependenciesAsync());

    [Theory]
    [InlineData("staging")]
    [InlineData("production")]
    public async Task Routes_records_and_certificate_know_the_same_names(string stack)
    {
        var graph = await StackRun.GraphAsync(stack);
        var routed = Services(graph).Values.SelectMany(Labels)
            .Where(label => label.Key.EndsWith(".rule", StringComparison.Ordinal))
            .Select(label => label.Value.Split('`')[1]).Distinct().Order(StringComparer.Ordinal).ToList();

        var certified = Texts(graph.Inputs["certificate-certificate"]["hostnames"]);
        var recorded = graph.Inputs.Where(each => each.Key.StartsWith("records-", StringComparison.Ordinal) && Text(each.Value["type"]) == "CNAME")
            .Select(each => Text(each.Value["name"])!).Order(StringComparer.Ordinal);

        Assert.Equal(routed, certified);
        Assert.Equal(routed, recorded);
    }

    [Fact]
    public async Task Graphql_goes_to_hasura_and_the_rest_of_the_api_to_lucky()
    {
        var services = await PlannedAsync("production");

        Assert.Equal("Host(`api.example.com`) && (Path(`/v1/graphql`) || PathPrefix(`/v1/graphql/`))", Labels(services["hasura"])["traefik.http.routers.hasura.rule"]);
        Assert.Equal("Host(`api.example.com`)", Labels(services["lucky"])["traefik.http.routers.lucky.rule"]);
        Assert.Equal("5000", Labels(services["lucky"])["traefik.http.services.lucky.loadbalancer.server.port"]);
        Assert.Equal("false", Text(Container(services["hasura"])["env"]!["HASURA_GRAPHQL_ENABLE_CONSOLE"]));
    }

    [Theory]
    [InlineData("traefik")]
    [InlineData("prometheus")]
    [InlineData("alertmanager")]
    public async Task A_page_without_a_login_of_its_own_asks_for_the_password_first(string page)
    {
        var labels = Labels((await PlannedAsync("production"))[page]);

        Assert.Equal("dashboard-auth@file", labels[$"traefik.http.routers.{page}.middlewares"].Split(',')[0]);
    }

    [Fact]
    public async Task Files_are_readable_and_nothing_else_and_the_proxys_key_only_to_the_proxy()
    {
        var services = await PlannedAsync("staging");

        Assert.All(Container(services["lucky"])["secrets"]!.AsArray(), file => Assert.Equal(0x124, Number(file!["fileMode"])));
        var key = Container(services["traefik"])["secrets"]!.AsArray().Single(file => Text(file!["fileName"]) == "/run/secrets/origin-key")!;
        Assert.Equal((0x100, "65532"), ((int)Number(key["fileMode"]), Text(key["fileUid"])));
    }

    [Fact]
    public async Task Large_limits_are_sent_whole()
    {
        var postgres = (await PlannedAsync("production", ("postgresMemory", "6144")))["postgres"]["taskSpec"]!["resources"]!["limits"]!;

        Assert.Equal(6144L * 1024 * 1024, Number(postgres["memoryBytes"]));
        Assert.Equal(4_000_000_000, Number(postgres["nanoCpus"]));
    }

    [Fact]
    public async Task Without_https_there_is_one_port_and_no_certificate_in_the_swarm()
    {
        var graph = await StackRun.GraphAsync("local", ("monitoring", "true"));
        var traefik = Services(graph)["traefik"];

        Assert.Equal(["80"], traefik["endpointSpec"]!["ports"]!.AsArray().Select(port => $"{port!["publishedPort"]}"));
        Assert.DoesNotContain("secrets-origin-key", graph.Inputs.Keys);
        Assert.All(Services(graph).Values.SelectMany(Labels).Where(label => label.Key.EndsWith(".entrypoints", StringComparison.Ordinal)), label => Assert.Equal("web", label.Value));
    }

    [Fact]
    public async Task Encrypted_networks_have_names_of_their_own()
    {
        var network = (await StackRun.GraphAsync("staging", ("overlayEncryption", "true"))).Inputs["networks-edge"];

        Assert.Equal("edge-encrypted", Text(network["name"]));
        Assert.Equal("true", Text(network["options"]!["encrypted"]));
    }

    [Theory]
    [InlineData("staging")]
    [InlineData("production")]
    public async Task What_cannot_change_in_place_is_made_anew_before_the_old_goes(string stack)
    {
        var graph = await StackRun.GraphAsync(stack);

        Assert.All(
            graph.All.Where(each => each.Resource is Secret or ServiceConfig or Network),
            each => Assert.False(((CustomResourceOptions)each.Options).DeleteBeforeReplace));
        Assert.All(graph.All.Where(each => each.Resource is Secret or ServiceConfig), each => Assert.DoesNotContain("name", graph.Inputs[each.Name]));
        Assert.All(graph.All.Where(each => each.Resource is Secret or ServiceConfig or Network or Service), each => Assert.NotNull(each.Options.DeletedWith));
    }

    private static async Task<IReadOnlyDictionary<string, JsonObject>> PlannedAsync(string stack, params (string Key, string? Value)[] changes) =>
        Services(await StackRun.GraphAsync(stack, changes));

    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> NetworksAsync(string stack)
    {
        var graph = await StackRun.GraphAsync(stack);
        var names = new Dictionary<string, string>();
        foreach (var network in graph.All.Where(each => each.Resource is Network))
            names[await ((Network)network.Resource).Id.ValueAsync()] = Text(graph.Inputs[network.Name]["name"])!;
        return Services(graph).ToDictionary(service => service.Key, IReadOnlyList<string> (service) =>
            [.. (service.Value["taskSpec"]!["networksAdvanceds"]?.AsArray() ?? []).Select(each => names[Text(each!["id"])!])]);
    }

    private static SortedDictionary<string, JsonObject> Services(ResourceGraph graph) =>
        new(graph.All.Where(each => each.Resource is Service).ToDictionary(each => Text(graph.Inputs[each.Name]["name"])!, each => graph.Inputs[each.Name]), StringComparer.Ordinal);

    private static JsonObject Container(JsonObject service) => service["taskSpec"]!["containerSpec"]!.AsObject();

    private static IEnumerable<JsonObject> Mounts(JsonObject service) => (Container(service)["mounts"]?.AsArray() ?? []).Select(mount => mount!.AsObject());

    private static Dictionary<string, string> Labels(JsonObject service) =>
        (service["labels"]?.AsArray() ?? []).ToDictionary(label => Text(label!["label"])!, label => Text(label!["value"])!);

    private static string? Text(JsonNode? node) => node?.GetValue<string>();

    private static double Number(JsonNode? node) => node!.GetValue<double>();

    private static IReadOnlyList<string> Texts(JsonNode? node) => [.. node!.AsArray().Select(each => Text(each)!)];
}

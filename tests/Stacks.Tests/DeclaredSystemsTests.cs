using System.Text.Json.Nodes;
using Infra.Tests;
using Pulumi.Docker;

namespace Stacks.Tests;

/// <summary>Real systems of other people, declared by settings alone (<c>Systems/*.yaml</c>), with the guarantees of the platform's own services.</summary>
[Collection(SerialGraphs.Name)]
public class DeclaredSystemsTests
{
    public static TheoryData<string, string> Systems => new()
    {
        { "recordsponge", "flask,static" },
        { "examist", "client,database,server" },
        { "virtual-hosts", "auth,frontend,migrations,redis" },
        { "two-nodes", "cache,gateway,heartbeat,portainer,wallet" },
    };

    [Theory]
    [MemberData(nameof(Systems))]
    public async Task A_system_is_declared_by_settings_alone(string system, string services)
    {
        var plain = await StackRun.GraphAsync("staging");
        var graph = await GraphAsync(system);

        var added = ServicesOf(graph).Keys.Except(ServicesOf(plain).Keys).Order(StringComparer.Ordinal);

        Assert.Equal(services.Split(','), added);
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public async Task Its_services_have_the_guarantees_of_all_services(string system, string services)
    {
        var declared = ServicesOf(await GraphAsync(system));

        Assert.All(services.Split(','), name =>
        {
            var service = declared[name];
            Assert.NotNull(service["taskSpec"]!["resources"]!["limits"]!["memoryBytes"]);
            Assert.NotEmpty(service["taskSpec"]!["containerSpec"]!["healthcheck"]!["tests"]!.AsArray());
            Assert.Equal("rollback", $"{service["updateConfig"]!["failureAction"]}");
            Assert.Equal("local", $"{service["taskSpec"]!["logDriver"]!["name"]}");
            Assert.True(service["endpointSpec"]!["ports"] is null or JsonArray { Count: 0 });
        });
    }

    [Fact]
    public async Task A_flask_app_and_its_static_files_share_the_domain()
    {
        var services = ServicesOf(await GraphAsync("recordsponge"));

        Assert.Equal("Host(`example.com`)", Label(services["flask"], "traefik.http.routers.flask.rule"));
        Assert.Equal("Host(`example.com`) && (Path(`/static`) || PathPrefix(`/static/`))", Label(services["static"], "traefik.http.routers.static.rule"));
        Assert.Equal("/static", Label(services["static"], "traefik.http.middlewares.static-strip.stripprefix.prefixes"));
    }

    [Fact]
    public async Task The_domain_itself_gets_a_record_and_a_place_in_the_certificate()
    {
        var graph = await GraphAsync("recordsponge");

        Assert.Contains("example.com", graph.Inputs["certificate-certificate"]["hostnames"]!.AsArray().Select(host => $"{host}"));
        Assert.Contains(graph.Inputs, each => each.Key.StartsWith("records-", StringComparison.Ordinal) && $"{each.Value["name"]}" == "example.com");
    }

    [Fact]
    public async Task Secrets_reach_a_program_that_reads_variables_without_being_in_its_description()
    {
        var flask = ServicesOf(await GraphAsync("recordsponge"))["flask"]["taskSpec"]!["containerSpec"]!;

        Assert.Equal(["/bin/sh", "/etc/lhd/with-secrets.sh"], flask["commands"]!.AsArray().Select(each => $"{each}"));
        Assert.Equal("gunicorn", $"{flask["args"]![0]}");
        Assert.Equal(["LOG_LEVEL", "TIER"], flask["env"]!.AsObject().Select(each => each.Key).Order(StringComparer.Ordinal));
        Assert.Equal(["/run/secrets/database-url", "/run/secrets/flask-key"], flask["secrets"]!.AsArray().Select(each => $"{each!["fileName"]}"));
    }

    [Fact]
    public async Task A_reader_of_the_platforms_database_waits_for_it_and_reaches_it_without_saying_so()
    {
        var graph = await GraphAsync("recordsponge");

        Assert.Contains("postgres-logins-set", await graph.Named("services-flask-service").DependenciesAsync());
        Assert.Contains(
            graph.Inputs["services-flask-service"]["taskSpec"]!["networksAdvanceds"]!.AsArray(),
            network => $"{network!["id"] ?? network["name"]}".StartsWith("networks-data", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_database_of_ones_own_is_tied_to_the_node_with_its_data_and_stops_before_it_starts()
    {
        var database = ServicesOf(await GraphAsync("examist"))["database"];

        Assert.Equal(["node.labels.data == true"], database["taskSpec"]!["placement"]!["constraints"]!.AsArray().Select(each => $"{each}"));
        Assert.Equal("stop-first", $"{database["updateConfig"]!["order"]}");
        Assert.Equal("examist-data", $"{database["taskSpec"]!["containerSpec"]!["mounts"]![0]!["source"]}");
    }

    [Fact]
    public async Task Migrations_are_over_before_those_that_need_them_start() => Assert.Contains(
        "services-migrations-service",
        await (await GraphAsync("virtual-hosts")).Named("services-auth-service").DependenciesAsync());

    [Fact]
    public async Task A_given_secret_is_a_swarm_secret_of_its_own() =>
        Assert.Equal(
            Convert.ToBase64String("sentinel-of-a-secret-magic-link-key"u8),
            $"{(await GraphAsync("virtual-hosts")).Inputs["secrets-magic-link-key"]["data"]}");

    [Fact]
    public async Task Services_are_pinned_to_managers_or_workers_and_one_runs_everywhere()
    {
        var services = ServicesOf(await GraphAsync("two-nodes"));

        Assert.Equal("node.role == worker", $"{services["wallet"]["taskSpec"]!["placement"]!["constraints"]![0]}");
        Assert.Equal("node.role == manager", $"{services["gateway"]["taskSpec"]!["placement"]!["constraints"]![0]}");
        Assert.True(services["heartbeat"]["mode"]!["global"]!.GetValue<bool>());
        Assert.StartsWith("dashboard-auth@file", Label(services["portainer"], "traefik.http.routers.portainer.middlewares"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"name":"lucky","image":"nginx:1.29.1","health":{"none":"x"}}]""", "lucky is there 2 times")]
    [InlineData("""[{"name":"web","image":"nginx:1.29.1","host":"api","port":80,"health":{"path":"/"}}]""", "lucky and web take the same address api-staging.example.com/")]
    [InlineData("""[{"name":"web","image":"nginx:1.29.1","secrets":["database-ulr"],"health":{"none":"x"}}]""", "web reads the secret database-ulr, which there is not; did you mean database-url?")]
    [InlineData("""[{"name":"web","image":"nginx:1.29.1","mounts":[{"source":"/var/run/docker.sock","target":"/s"}],"placement":"manager","health":{"none":"x"}}]""", "shows the service /run/docker.sock, which belongs to the node's engine")]
    [InlineData("""[{"name":"web","image":"nginx:1.29.1","memory":6000,"health":{"none":"x"}}]""", "all services reserve")]
    public async Task What_does_not_fit_the_platform_is_refused_like_any_other_setting(string services, string told)
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => StackRun.GraphAsync("staging", ("services", services)));

        Assert.Contains("Pulumi.staging.yaml: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
    }

    private static Task<ResourceGraph> GraphAsync(string system) =>
        StackRun.GraphAsync("staging", [.. StackFiles.Fragment(Repository.PathOf("tests", "Stacks.Tests", "Systems", $"{system}.yaml")).Select(entry => (entry.Key, (string?)entry.Value))]);

    private static Dictionary<string, JsonObject> ServicesOf(ResourceGraph graph) =>
        graph.All.Where(each => each.Resource is Service).ToDictionary(each => $"{graph.Inputs[each.Name]["name"]}", each => graph.Inputs[each.Name]);

    private static string? Label(JsonObject service, string name) =>
        service["labels"]!.AsArray().Where(label => $"{label!["label"]}" == name).Select(label => $"{label!["value"]}").SingleOrDefault();
}

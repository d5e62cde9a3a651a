using System.Text.Json.Nodes;
using Infra.Tests;
using Pulumi.Docker;
using Tests.Support;

namespace Stacks.Tests.Releases;

/// <summary>That an update interrupts nobody, and that a bad one is put right.</summary>
[Collection(SerialGraphs.Name)]
public class UpdateTests(ReleaseEngine engine) : IClassFixture<ReleaseEngine>
{
    [Theory]
    [InlineData("staging")]
    [InlineData("production")]
    public async Task A_new_task_is_watched_as_long_as_its_health_check_can_take_to_fail(string stack)
    {
        var graph = await StackRun.GraphAsync(stack);
        var services = graph.All.Where(each => each.Resource is Service).Select(each => EngineSpec.Of(graph.Inputs[each.Name], AnyId.Instance)).ToList();

        Assert.NotEmpty(services);
        foreach (var service in services)
        {
            var health = service["TaskTemplate"]!["ContainerSpec"]!["Healthcheck"]!;
            var fails = $"{health["Test"]![0]}" == "NONE" ? 0 : Number(health["StartPeriod"]) + (Number(health["Interval"]) * Number(health["Retries"]));
            foreach (var config in new[] { "UpdateConfig", "RollbackConfig" })
                Assert.True(Number(service[config]!["Monitor"]) >= fails, $"{service["Name"]} {config}");
        }
    }

    [Theory]
    [InlineData("lucky")]
    [InlineData("hasura")]
    public async Task The_api_is_reached_through_an_address_that_only_healthy_tasks_are_behind(string name)
    {
        var inputs = (await StackRun.GraphAsync("production")).Inputs[$"services-{name}-service"];
        var labels = inputs["labels"]!.AsArray().ToDictionary(label => $"{label!["label"]}", label => $"{label!["value"]}");

        Assert.Equal("start-first", $"{inputs["updateConfig"]!["order"]}");
        Assert.Equal("vip", $"{inputs["endpointSpec"]!["mode"]}");
        Assert.Equal("true", labels["traefik.swarm.lbswarm"]);
        Assert.Contains("retry@file", labels[$"traefik.http.routers.{name}.middlewares"], StringComparison.Ordinal);
    }

    [RequiresToolFact("dockerd", "docker", "busybox")]
    public async Task A_bad_image_is_put_back_while_the_good_one_runs_on()
    {
        await ApplicationImage.ImportAsync(engine.Docker, "good", "", "");
        var good = await engine.PlanAsync("good");
        var bad = await engine.PlanAsync("bad", ("luckyCommand", """["./no_such_program"]"""));
        await ApplicationImage.ImportAsync(engine.Docker, "bad", "", "");
        var id = $"{(await engine.Docker.PostAsync("services/create", Spec(good)))!["ID"]}";
        await engine.AwaitAsync(answer => answer.Contains("(healthy)", StringComparison.Ordinal), "ps", "--format", "{{.Status}}");
        var version = (await engine.Docker.GetAsync($"services/{id}"))["Version"]!["Index"];

        await engine.Docker.PostAsync($"services/{id}/update?version={version}", Spec(bad));
        await engine.AwaitAsync(answer => answer.StartsWith("rollback_", StringComparison.Ordinal), "service", "inspect", "--format", "{{.UpdateStatus.State}}", "lucky");

        Assert.Equal($"{ApplicationImage.Repository}:good", await engine.AskAsync("service", "inspect", "--format", "{{.Spec.TaskTemplate.ContainerSpec.Image}}", "lucky"));
        Assert.Contains("(healthy)", await engine.AskAsync("ps", "--filter", $"ancestor={ApplicationImage.Repository}:good", "--format", "{{.Status}}"), StringComparison.Ordinal);
    }

    private JsonObject Spec(ResourceGraph graph) => EngineSpec.Of(graph.Inputs["services-lucky-service"], engine.Ids);

    private static long Number(JsonNode? node) => node!.GetValue<long>();

    /// <summary>For specifications that no engine is given.</summary>
    private sealed class AnyId : Dictionary<string, string>, IReadOnlyDictionary<string, string>
    {
        public static AnyId Instance { get; } = [];

        string IReadOnlyDictionary<string, string>.this[string key] => key;
    }
}

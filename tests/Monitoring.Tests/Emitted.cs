using Infra.Tests;
using Pulumi.Docker;
using Pulumi.Docker.Inputs;
using Stacks.Tests;

namespace Monitoring.Tests;

/// <summary>
/// What the program would create for monitoring, read from the resource graph of the staging stack: the text of every swarm config and the
/// arguments of every service.
/// </summary>
public sealed class Emitted
{
    /// <summary>The component that declares all services, whose name theirs begin with.</summary>
    private const string Stack = "services-";

    private static readonly SemaphoreSlim OneAtATime = new(1, 1);
    private static readonly Dictionary<string, Emitted> Known = [];

    private readonly ResourceGraph _graph;
    private readonly Dictionary<string, string> _configs = [];

    private Emitted(ResourceGraph graph) => _graph = graph;

    /// <summary>Text of every swarm config, by resource name such as <c>prometheus-alert-rules</c>.</summary>
    public IReadOnlyDictionary<string, string> Configs => _configs;

    /// <summary>The staging stack with its own settings and a Slack URL, or some others.</summary>
    public static async Task<Emitted> StagingAsync(params (string Key, string? Value)[] changes)
    {
        await OneAtATime.WaitAsync();
        try
        {
            var key = string.Join('\n', changes);
            if (!Known.TryGetValue(key, out var emitted))
            {
                emitted = new(await StackRun.GraphAsync("staging", [("slackUrl", "https://hooks.example.com/sentinel"), .. changes]));
                foreach (var config in emitted._graph.With<ServiceConfigArgs>())
                    emitted._configs[config.Name[Stack.Length..]] = await ((ServiceConfigArgs)config.Args).DataRaw.ValueAsync();
                Known[key] = emitted;
            }

            return emitted;
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>Names of the services.</summary>
    public IReadOnlyList<string> Services => [.. _graph.With<ServiceArgs>().Select(service => service.Name[Stack.Length..^"-service".Length])];

    /// <summary>The arguments of a service's resource.</summary>
    public ServiceArgs Service(string name) => _graph.Args<ServiceArgs>($"{Stack}{name}-service");

    /// <summary>The container of a service.</summary>
    public async Task<ServiceTaskSpecContainerSpecArgs> ContainerAsync(string name)
    {
        var task = await Service(name).TaskSpec.ValueAsync();
        return await task.ContainerSpec.ValueAsync();
    }

    /// <summary>What a service's program is started with.</summary>
    public async Task<IReadOnlyList<string>> ArgumentsAsync(string name) => await (await ContainerAsync(name)).Args.ValuesAsync();

    /// <summary>The labels of a service.</summary>
    public async Task<IReadOnlyDictionary<string, string>> LabelsAsync(string name)
    {
        var labels = new Dictionary<string, string>();
        foreach (var label in await Service(name).Labels.ValuesAsync())
            labels[await label.Label.ValueAsync()] = await label.Value.ValueAsync();
        return labels;
    }
}

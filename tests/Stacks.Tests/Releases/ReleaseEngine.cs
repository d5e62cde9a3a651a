using System.Diagnostics;
using System.Text.Json.Nodes;
using Infra.Tests;
using Pulumi;
using Pulumi.Docker;
using Tests.Support;
using Tests.Support.Docker;

namespace Stacks.Tests.Releases;

/// <summary>
/// A real Docker Engine with everything in its swarm that the jobs of a release refer to, and a shell as on a manager in which the program's
/// commands run as the command provider runs them. One for all tests of a class.
/// </summary>
public sealed class ReleaseEngine : IAsyncLifetime
{
    private readonly Dictionary<string, string> _ids = [];

    /// <summary>The engine's id by the id that the program knows.</summary>
    internal IReadOnlyDictionary<string, string> Ids => _ids;

    internal DockerDaemon Docker { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (Tool.Find("dockerd") is not null)
            Docker = await DockerDaemon.StartAsync();
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (Docker is not null)
            await Docker.DisposeAsync();
    }

    /// <summary>What the program declares for a release, with its networks, secrets and files made in the engine.</summary>
    internal async Task<ResourceGraph> PlanAsync(string release, params (string Key, string? Value)[] settings)
    {
        var graph = await StackRun.GraphAsync("staging", [("luckyImage", ApplicationImage.Repository), ("registryServer", "localhost"), ("release", release), .. settings]);
        foreach (var each in graph.All.Where(each => each.Resource is Network or Secret or ServiceConfig))
            await MakeAsync(graph, each);
        return graph;
    }

    /// <summary>Runs one of the program's commands to its end.</summary>
    internal Task<ToolResult> RunAsync(ResourceGraph graph, string command) =>
        Tool.RunAsync("sh", ["-c", Script(graph, command)], Path.GetTempPath(), Stdin(graph, command));

    /// <summary>Starts one of the program's commands, to be killed.</summary>
    internal async Task<Process> StartAsync(ResourceGraph graph, string command)
    {
        var start = new ProcessStartInfo("sh", ["-c", Script(graph, command)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await process.StandardInput.WriteAsync(Stdin(graph, command));
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Asks Docker's command line.</summary>
    internal async Task<string> AskAsync(params string[] arguments)
    {
        var result = await Tool.RunAsync("docker", ["--host", Docker.Host, .. arguments]);
        Assert.True(result.ExitCode == 0, $"docker {string.Join(' ', arguments)}: {result.Output}");
        return result.Output.Trim();
    }

    /// <summary>Waits, at most two minutes, until what Docker answers satisfies a condition.</summary>
    internal async Task<string> AwaitAsync(Func<string, bool> condition, params string[] arguments)
    {
        var answer = "";
        for (var tries = 0; tries < 240; tries++)
        {
            var result = await Tool.RunAsync("docker", ["--host", Docker.Host, .. arguments]);
            answer = result.Output.Trim();
            if (result.ExitCode == 0 && condition(answer))
                return answer;
            await Task.Delay(500);
        }

        throw new TimeoutException($"docker {string.Join(' ', arguments)} still says: {answer}");
    }

    private string Script(ResourceGraph graph, string command) => $"export DOCKER_HOST={Docker.Host}\n{graph.Inputs[command]["create"]}";

    private static string Stdin(ResourceGraph graph, string command) => $"{graph.Inputs[command]["stdin"]}";

    private async Task MakeAsync(ResourceGraph graph, Declared declared)
    {
        var id = await ((CustomResource)declared.Resource).Id.ValueAsync();
        if (_ids.ContainsKey(id))
            return;
        var inputs = graph.Inputs[declared.Name];
        // Docker takes a name wherever it takes an id.
        var (path, body) = declared.Resource switch
        {
            Network => ("networks/create", new JsonObject { ["Name"] = id, ["Driver"] = "overlay", ["Internal"] = inputs["internal"]!.GetValue<bool>() }),
            Secret => ("secrets/create", new JsonObject { ["Name"] = id, ["Data"] = $"{inputs["data"]}" }),
            _ => ("configs/create", new JsonObject { ["Name"] = id, ["Data"] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{inputs["dataRaw"]}")) }),
        };
        var made = (await Docker.PostAsync(path, body))!;
        _ids[id] = $"{made["ID"] ?? made["Id"]}";
    }
}

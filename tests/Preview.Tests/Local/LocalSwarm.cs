using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Preview.Tests.Support;
using Tests.Support;
using Tests.Support.Docker;
using Tests.Support.Images;

namespace Preview.Tests.Local;

/// <summary>
/// The stack local as README's path makes it: written by <c>--compose</c>, and deployed by <c>docker stack deploy</c> on a real swarm of one
/// node. Postgres, HAProxy and psql in its images are this system's; <c>tests/Support/Images/files</c> has what stands for the rest.
/// One for all tests of a class.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed partial class LocalSwarm : IAsyncLifetime
{
    /// <summary>Name of the swarm stack, the project's.</summary>
    public const string Stack = "lhd";

    /// <summary>The services of the stack.</summary>
    public static IReadOnlyList<string> Services { get; } = ["hasura", "hasura-console", "lucky", "postgres", "postgres-roles", "socket-proxy", "traefik"];

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("lhd-local-").FullName;

    /// <summary>The engine.</summary>
    internal DockerDaemon Engine { get; private set; } = null!;

    /// <summary>The folder that <c>--compose</c> writes.</summary>
    public string Compose => Path.Combine(_folder, "compose");

    /// <summary>The application's source.</summary>
    public string Source => Path.Combine(_folder, "shop");

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (!RequiresSwarmFactAttribute.Runs)
            return;
        Put("Pulumi.local.yaml", (await OwnAsync("Pulumi.local.yaml")).Replace("../shop", "shop", StringComparison.Ordinal));
        Put("Pulumi.yaml", (await OwnAsync("Pulumi.yaml")).Replace("main: stacks", $"main: {Built.RepositoryFolder}/stacks", StringComparison.Ordinal));
        Put("shop/tasks/db/seed/required_data.cr", "# Lucky's template has one.\n");
        Put("shop/spec/customers.sql", "INSERT INTO customers (name) VALUES ('from a test');\nSELECT current_database();\n");
        await WriteAsync();

        Engine = await DockerDaemon.StartAsync(storage: "", swarm: false);
        using var images = new TemporaryFolder();
        var needed = Matches(ImagePattern(), "docker-compose.yml").Concat(Matches(BasePattern(), "prepare.sh")).Except(Matches(BuiltPattern(), "prepare.sh"));
        await Engine.RunAsync("load", "--input", await ImageArchive.WriteAsync(images.FullName, needed));
        var prepared = await PrepareAsync();
        Assert.True(prepared.ExitCode == 0, prepared.Output);
    }

    /// <summary>Runs the script that readies the machine, with Docker's own builder: the other one is a plugin that not every system has.</summary>
    internal Task<ToolResult> PrepareAsync() => Tool.RunAsync("env", $"DOCKER_HOST={Engine.Host}", "DOCKER_BUILDKIT=0", "sh", $"{Compose}/prepare.sh");

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (Engine is not null)
            await Engine.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Runs <c>--compose</c>, and returns what it said.</summary>
    public async Task<string> WriteAsync()
    {
        var run = await PreviewProcess.RunAsync(_folder, "--stack", "local", "--no-build", "--compose", Compose);
        Assert.True(run.ExitCode == 0, run.Messages);
        return run.Output;
    }

    /// <summary>Deploys the folder, and waits until every service has a task that is healthy. What is deployed already does not change.</summary>
    public async Task DeployAsync()
    {
        // This kernel may have no IPVS, on which a service's virtual address stands; then its name is that of its tasks.
        var addresses = string.Concat(Services.Select(name => $"  {name}:\n    deploy:\n      endpoint_mode: dnsrr\n"));
        Put("dnsrr.yml", $"version: \"3.8\"\nservices:\n{addresses}");
        await Engine.RunAsync(
            "stack", "deploy", "--compose-file", $"{Compose}/docker-compose.yml", "--compose-file", Path.Combine(_folder, "dnsrr.yml"), Stack);
        await UntilAsync("every service runs and is healthy", async () => (await HealthyAsync()).Count == Services.Count);
    }

    /// <summary>Waits until something holds, and fails with what the swarm says of its tasks when it does not.</summary>
    public Task UntilAsync(string what, Func<Task<bool>> holds) => Patience.UntilAsync(
        what, Limit, holds, async () => (await Engine.TryAsync("stack", "ps", "--no-trunc", "--format", "{{.Name}} {{.CurrentState}} {{.Error}}", Stack)).Output);

    /// <summary>Ids of the healthy containers by service.</summary>
    public async Task<IReadOnlyDictionary<string, string>> HealthyAsync()
    {
        var containers = (await Engine.GetAsync("containers/json?filters=%7B%22health%22%3A%5B%22healthy%22%5D%7D")).AsArray();
        return containers.GroupBy(each => $"{each!["Labels"]!["com.docker.swarm.service.name"]}"[(Stack.Length + 1)..]).ToDictionary(group => group.Key, group => $"{group.First()!["Id"]}");
    }

    /// <summary>Runs a program in the container of a service.</summary>
    internal async Task<ToolResult> ExecAsync(string service, params IReadOnlyList<string> command) =>
        await Engine.TryAsync(["exec", (await HealthyAsync())[service], .. command]);

    /// <summary>A value that was generated for the folder, by the name of its secret.</summary>
    public Task<string> SecretAsync(string name) => File.ReadAllTextAsync($"{Compose}/secrets/secrets-{name}");

    /// <summary>What is answered at an address of the machine, with the status before it.</summary>
    public async Task<string> AskAsync(string url, params IReadOnlyList<string> options) =>
        (await Engine.InNetworkAsync("curl", ["--silent", "--show-error", "--max-time", "20", "--write-out", "\n%{http_code}", .. options, url])).Output;

    /// <summary>The same as JSON.</summary>
    public async Task<JsonNode> ReadAsync(string url)
    {
        var answer = await AskAsync(url);
        Assert.EndsWith("\n200", answer, StringComparison.Ordinal);
        return JsonNode.Parse(answer[..^4])!;
    }

    private static Task<string> OwnAsync(string name) => File.ReadAllTextAsync(Path.Combine(Built.RepositoryFolder, name));

    private void Put(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private IEnumerable<string> Matches(Regex pattern, string file) => pattern.Matches(File.ReadAllText(Path.Combine(Compose, file))).Select(match => match.Groups["name"].Value).Distinct();

    [GeneratedRegex(@"^ +image: (?<name>\S+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ImagePattern();

    [GeneratedRegex(@"^FROM (?<name>\S+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BasePattern();

    [GeneratedRegex(@"^docker build --tag (?<name>\S+) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BuiltPattern();
}

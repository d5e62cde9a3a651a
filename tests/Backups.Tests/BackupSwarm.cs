using System.Text;
using System.Text.Json.Nodes;
using Infra.Backups;
using Infra.Secrets;
using Infra.Services;
using Infra.Tests;
using Pulumi;
using Pulumi.Docker;
using Stacks.Tests;
using Tests.Support;
using Tests.Support.Docker;

namespace Backups.Tests;

/// <summary>
/// A real swarm of one node with Postgres and the services of backups as the program declares them; the scheduled one has no task until it is scaled. No image can be pulled here, so the tasks have an empty image
/// with this system's programs mounted into it; addresses and the folders behind the mounts are the test's. All else is what is deployed.
/// </summary>
internal sealed class BackupSwarm : IAsyncDisposable
{
    private const string Image = "backups:local";
    private const string Source = "source";

    private readonly string _folder = Directory.CreateTempSubdirectory("lhd-storage-").FullName;
    private DockerDaemon _engine = null!;
    private S3Server _storage = null!;
    private Lab _lab = null!;

    private BackupSwarm()
    {
    }

    public DatabaseServer Postgres => _lab.Postgres;

    /// <summary>Folder behind <c>/mnt/data/backups</c>.</summary>
    public string Work => _lab.Work;

    /// <summary>Folder behind <c>/mnt/data/postgres</c>.</summary>
    public string DataMount => _lab.Mount;

    /// <summary>Folder of Postgres' socket.</summary>
    public string Socket => _lab.Folder;

    /// <summary>A number that a service recorded for Prometheus; 0 when it did not.</summary>
    public long Metric(string name) => _lab.Metric(name);

    public static async Task<BackupSwarm> StartAsync()
    {
        var swarm = new BackupSwarm();
        try
        {
            await swarm.CreateAsync();
            return swarm;
        }
        catch
        {
            await swarm.DisposeAsync();
            throw;
        }
    }

    private async Task CreateAsync()
    {
        _engine = await DockerDaemon.StartAsync();
        _storage = await S3Server.StartAsync(_folder, _engine.Network);
        _lab = await Lab.StartAsync("production", _storage);
        await _lab.ReadFromAsync(_lab);
        await _lab.WriteSecretAsync(SecretNames.RestoreRepository, _storage.Repository(Source));
        await Postgres.StopAsync();
        await ImportImageAsync();
        // The mounts' owner, as the node's script makes them, is the image's user.
        await Tool.AcceptAsync("chown", "", "-R", "999:999", _lab.Folder);
        await CreatePostgresAsync();
        await CreateBackupsAsync();
    }

    /// <summary>Makes what is in the storage the backups of another environment, from which this one may restore.</summary>
    public Task CopyToSourceAsync() => Tool.AcceptAsync("cp", "", "--recursive", $"{_storage.Objects}/production", $"{_storage.Objects}/{Source}");

    /// <summary>Runs a shell script as an operator on the manager, where the emitted command has been installed by the emitted script.</summary>
    public Task<ToolResult> OnManagerAsync(string script) => Tool.RunAsync(
        "timeout",
        [
            "600", "unshare", "--mount", "bash", "-c", """
            set -euo pipefail
            scratch=$(mktemp --directory)
            mount -t tmpfs tmpfs "$scratch"
            mkdir "$scratch/upper" "$scratch/work"
            mount -t overlay overlay -o "lowerdir=/usr/local/bin,upperdir=$scratch/upper,workdir=$scratch/work" /usr/local/bin
            sh -c "$2"
            DOCKER_HOST=$1 sh -c "$3"
            """,
            "bash", _engine.Host, OperatorCommand.Install, script,
        ]);

    /// <summary>Waits until Postgres takes connections and gives the result of some SQL.</summary>
    public async Task<string> AskAsync(string sql)
    {
        for (var tries = 0; ; tries++)
        {
            var ready = await Tool.RunAsync("pg_isready", "--quiet", $"--host={_lab.Folder}", $"--port={Postgres.Port}");
            if (ready.ExitCode == 0)
                return await Postgres.SqlAsync(sql);
            Assert.True(tries < 600, "Postgres does not start");
            await Task.Delay(200);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_engine is not null)
            await _engine.DisposeAsync();
        _storage?.Dispose();
        if (_lab is not null)
            await _lab.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Path => $"{AsPostgres.Programs}:/usr/bin:/bin";

    private Task<string> CreatePostgresAsync() => Tool.AcceptAsync(
        "docker", "",
        [
            "--host", _engine.Host, "service", "create", "--quiet", "--detach", "--name", Infra.Services.Catalogue.Postgres.Name, "--network", "host",
            "--mount", "type=bind,source=/usr,target=/usr,readonly", "--mount", $"type=bind,source={_lab.Folder},target={_lab.Folder}",
            "--env", $"PATH={Path}", "--user", "999:999", "--stop-signal", "SIGINT",
            Image, "postgres", "-D", _lab.DataPath, .. Postgres.Options.SelectMany(option => option.Split(' ', 2)),
        ]);

    private Task<string> ImportImageAsync() => Tool.AcceptAsync("sh", "", "-c", """
        set -eu
        root=$(mktemp -d)
        # The engine puts its init into /sbin.
        mkdir "$root/etc" "$root/usr" "$root/tmp" "$root/sbin"
        chmod 0755 "$root"
        chmod 1777 "$root/tmp"
        for folder in bin lib lib64; do ln -s "usr/$folder" "$root/$folder"; done
        echo 'postgres:x:999:999::/tmp:/bin/bash' >"$root/etc/passwd"
        tar --directory "$root" --create . | docker --host "$0" import - "$1" >/dev/null
        rm -r "$root"
        """, _engine.Host, Image);

    private async Task CreateBackupsAsync()
    {
        var graph = await StackRun.GraphAsync(
            "production",
            ("postgresImage", "postgres:15.18-bookworm"),
            ("restoreRepository", "s3:https://s3.example.com/bucket/postgres"), ("restoreAccessKey", "id"), ("restoreSecretKey", "secret"), ("restoreKey", "key"),
            ("restoreSql", "UPDATE things SET name = 'anonymous';"));
        var ids = new Dictionary<string, string>();
        foreach (var name in new[] { BackupNames.Jobs, BackupNames.Service })
        {
            var inputs = graph.Inputs[$"services-{name}-service"];
            await CreateFilesAsync(graph, inputs["taskSpec"]!["containerSpec"]!, ids);
            foreach (var network in inputs["taskSpec"]!["networksAdvanceds"]!.AsArray())
                ids[$"{network!["id"]}"] = $"{(await _engine.GetAsync("networks/host"))["Id"]}";
            await _engine.PostAsync("services/create", Here(EngineSpec.Of(inputs, ids)));
        }
    }

    private async Task CreateFilesAsync(ResourceGraph graph, JsonNode container, Dictionary<string, string> ids)
    {
        foreach (var secret in container["secrets"]!.AsArray().Where(secret => !ids.ContainsKey($"{secret!["secretId"]}")))
        {
            var value = await File.ReadAllBytesAsync($"{_lab.Folder}/secrets/{System.IO.Path.GetFileName($"{secret!["fileName"]}")}");
            ids[$"{secret["secretId"]}"] = await CreateAsync("secrets", $"{secret["secretName"]}", value);
        }

        foreach (var config in graph.All.Where(each => each.Resource is ServiceConfig))
        {
            var id = await ((CustomResource)config.Resource).Id.ValueAsync();
            if (!ids.ContainsKey(id) && container["configs"]!.AsArray().FirstOrDefault(used => $"{used!["configId"]}" == id) is { } mounted)
                ids[id] = await CreateAsync("configs", $"{mounted["configName"]}", Encoding.UTF8.GetBytes($"{graph.Inputs[config.Name]["dataRaw"]}"));
        }
    }

    private async Task<string> CreateAsync(string kind, string name, byte[] value) =>
        $"{(await _engine.PostAsync($"{kind}/create", new() { ["Name"] = name, ["Data"] = Convert.ToBase64String(value) }))!["ID"]}";

    /// <summary>The service with this machine's folders, addresses and programs.</summary>
    private JsonObject Here(JsonObject service)
    {
        var task = service["TaskTemplate"]!;
        var container = task["ContainerSpec"]!;
        container["Image"] = Image;
        var mounts = container["Mounts"]!.AsArray();
        foreach (var mount in mounts.Where(mount => $"{mount!["Type"]}" == "bind"))
            mount!["Source"] = FolderBehind($"{mount["Target"]}");
        mounts.Add(new JsonObject { ["Type"] = "bind", ["Source"] = "/usr", ["Target"] = "/usr", ["ReadOnly"] = true });
        var environment = container["Env"]!.AsArray();
        // The daily backup was due an hour ago: one that was just taken is enough, at whatever hour this runs.
        var settings = new[]
        {
            "PGHOST=127.0.0.1", $"PGPORT={Postgres.Port}", "PUSHGATEWAY=", $"PATH={Path}", "WAL_INTERVAL=1", "TICK=0.2", $"BACKUP_TIME={DateTime.UtcNow.AddHours(-1):HH:mm}",
        };
        foreach (var here in settings)
        {
            foreach (var given in environment.Where(each => $"{each}".StartsWith(here[..(here.IndexOf('=', StringComparison.Ordinal) + 1)], StringComparison.Ordinal)).ToList())
                environment.Remove(given);
            environment.Add(JsonValue.Create(here));
        }

        service["Mode"]!["Replicated"]!["Replicas"] = 0;
        task["Networks"] = new JsonArray(task["Networks"]![0]!.DeepClone());
        task["Placement"]!["Constraints"] = new JsonArray();
        return service;
    }

    private string FolderBehind(string target) => target switch
    {
        BackupService.WorkPath => _lab.Work,
        ResticTool.Path => Tool.Find("restic")!,
        "/etc/ssl/certs/ca-certificates.crt" => _lab.Storage.CertificatePath,
        _ when target == PostgresImage.DataMount(15) => _lab.Mount,
        _ => throw new InvalidOperationException($"the jobs mount {target}, of which the test knows nothing"),
    };
}

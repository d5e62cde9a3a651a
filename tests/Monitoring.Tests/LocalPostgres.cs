using Tests.Support;

namespace Monitoring.Tests;

/// <summary>A fresh Postgres on loopback, of the installed version. It refuses to run as root, so root hands it to its own user.</summary>
public sealed class LocalPostgres : IAsyncDisposable
{
    private readonly string _folder;

    private LocalPostgres(string folder, int port) => (_folder, Port) = (folder, port);

    public int Port { get; }

    public static async Task<LocalPostgres> StartAsync()
    {
        var server = new LocalPostgres(Directory.CreateTempSubdirectory("postgres-").FullName, Loopback.FreePort());
        if (Environment.IsPrivilegedProcess)
            await server.ShellAsync($"chown postgres {server._folder}");
        await server.AsServerAsync($"initdb --pgdata=$data --username=app --auth=trust");
        await server.AsServerAsync($"pg_ctl start --wait --pgdata=$data --log=$data/log -o '-p {server.Port} -k {server._folder} -c listen_addresses=127.0.0.1'");
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await AsServerAsync("pg_ctl stop --wait --mode=fast --pgdata=$data");
        Directory.Delete(_folder, recursive: true);
    }

    private Task AsServerAsync(string command)
    {
        var script = $"data={_folder}/data; PATH=$(ls -d /usr/lib/postgresql/*/bin | tail -n 1):$PATH; {command} >/dev/null";
        return Environment.IsPrivilegedProcess
            ? RunAsync("runuser", ["-u", "postgres", "--", "sh", "-c", script])
            : ShellAsync(script);
    }

    private Task ShellAsync(string script) => RunAsync("sh", ["-c", script]);

    private async Task RunAsync(string tool, IReadOnlyList<string> arguments)
    {
        var result = await Tool.RunAsync(tool, arguments, _folder, input: "");
        if (result.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', arguments)}: {result.Output}");
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Infra.Services;
using Tests.Support;

namespace Backups.Tests;

/// <summary>A PostgreSQL server with the access rules, the settings and the roles that the program emits.</summary>
internal sealed class DatabaseServer(string folder, string data, string superUser, PostgresPasswords passwords)
{
    public const string Database = "app";

    private static readonly Dictionary<string, string> None = [];

    public int Port { get; } = FreePort();

    public string Log => File.ReadAllText($"{folder}/server.log");

    public async Task CreateAsync()
    {
        await AcceptAsync("initdb", "--pgdata", data, $"--username={superUser}", "--auth=trust", "--data-checksums", "--no-sync");
        await StartAsync();
        await SqlAsync($"CREATE DATABASE {Database}", "postgres");
        await SqlAsync(PostgresRoles.Sql(Database, passwords));
    }

    public async Task StartAsync()
    {
        await File.WriteAllTextAsync($"{folder}/pg_hba.conf", PostgresHba.Text);
        // Its output goes nowhere, because the server would keep the pipe open.
        await AcceptAsync("sh", "-c", "exec pg_ctl start --wait --timeout=300 --pgdata=\"$0\" --log=\"$1\" --options=\"$2\" >/dev/null", data, $"{folder}/server.log", string.Join(' ', Options));
    }

    /// <summary>What it is started with, besides the folder of the data.</summary>
    public IEnumerable<string> Options => PostgresTuning.For(512, 1).Concat(new Dictionary<string, string>
    {
        ["port"] = $"{Port}",
        ["listen_addresses"] = "127.0.0.1",
        ["unix_socket_directories"] = folder,
        ["hba_file"] = $"{folder}/pg_hba.conf",
        ["fsync"] = "off",
    }).Select(setting => $"-c {setting.Key}={setting.Value}");

    public Task StopAsync() => AcceptAsync("sh", "-c", "exec pg_ctl stop --wait --timeout=300 --mode=fast --pgdata=\"$0\" >/dev/null", data);

    /// <summary>Asks it to stop when its last client has gone.</summary>
    public Task BeginStopAsync() => AcceptAsync("pg_ctl", "stop", "--no-wait", "--mode=smart", $"--pgdata={data}");

    /// <summary>A client that stays connected until it is killed.</summary>
    public async Task<Process> ConnectAsync()
    {
        var client = Process.Start(Tool.Find("psql")!, [$"--host={folder}", $"--port={Port}", $"--username={superUser}", "--dbname=postgres", "--command=SELECT pg_sleep(3600)"]);
        for (var tries = 0; await SqlAsync("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(%'") != "1"; tries++)
        {
            Assert.True(tries < 600, "the client does not connect");
            await Task.Delay(100);
        }

        return client;
    }

    public async Task StopIfRunningAsync()
    {
        if (File.Exists($"{data}/postmaster.pid"))
            await AsPostgres.RunAsync(None, "pg_ctl", "stop", "--wait", "--mode=immediate", $"--pgdata={data}");
    }

    /// <summary>Runs SQL as the super user over the socket and gives its result, one row a line.</summary>
    public async Task<string> SqlAsync(string sql, string database = Database) => (await Tool.AcceptAsync(
        "psql", sql, "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1", $"--host={folder}", $"--port={Port}", $"--username={superUser}", $"--dbname={database}")).Trim();

    /// <summary>What a login role of the application is told over the network.</summary>
    public async Task<string> ApplicationAsync(string sql) => (await Tool.AcceptAsync(
        "psql", "", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--command", sql,
        Login(0))).Trim();

    /// <summary>The same for what may fail.</summary>
    public Task<ToolResult> TryApplicationAsync(string sql) => Tool.RunAsync("psql", "--no-psqlrc", "--command", sql, Login(0));

    /// <summary>A client that is connected and idle until it is killed.</summary>
    public Process HoldConnection(string role, string password) => Process.Start(new ProcessStartInfo(
        Tool.Find("psql")!, ["--no-psqlrc", $"postgresql://{role}:{password}@127.0.0.1:{Port}/{Database}"])
    { UseShellExecute = false, RedirectStandardInput = true })!;

    private string Login(int slot) => $"postgresql://{PostgresRoles.LoginsOf(Database)[slot]}:{passwords.Logins[slot]}@127.0.0.1:{Port}/{Database}";

    private static async Task AcceptAsync(params string[] command)
    {
        var result = await AsPostgres.RunAsync(None, command);
        Assert.True(result.ExitCode == 0, $"{string.Join(' ', command)}: {result.Output}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

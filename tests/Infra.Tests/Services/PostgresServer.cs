using System.Net;
using System.Net.Sockets;
using Tests.Support;

namespace Infra.Tests.Services;

/// <summary>A real PostgreSQL server in a temporary folder, on a socket there and a free port, with the access rules of the official image.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lhd-postgres-").FullName;
    private readonly int _port = FreePort();
    private readonly string _database;

    private PostgresServer(string database) => _database = database;

    public string Log => File.ReadAllText($"{_folder}/log");

    public int Port => _port;

    public static async Task<PostgresServer> StartAsync(string database, IReadOnlyDictionary<string, string>? settings = null)
    {
        var server = new PostgresServer(database);
        var options = string.Concat((settings ?? new Dictionary<string, string>()).Select(setting => $" -c {setting.Key}={setting.Value}"));
        var folder = server._folder;
        await Tool.AcceptAsync("chown", "", "postgres", folder);
        await AsServerAsync("initdb", "--pgdata", $"{folder}/data", "--username=super", "--auth-local=trust", "--auth-host=scram-sha-256", "--no-sync");
        await AsServerAsync(
            "pg_ctl", "--pgdata", $"{folder}/data", "--wait", "--log", $"{folder}/log",
            "--options", $"-c port={server._port} -c unix_socket_directories={folder} -c log_statement=all -c fsync=off{options}", "start");
        await server.LocalAsync("postgres", $"CREATE DATABASE {database}");
        return server;
    }

    /// <summary>Runs SQL as the super user over the socket.</summary>
    public Task RunAsync(string sql) => LocalAsync(_database, sql);

    /// <summary>What a query gives to a role that logs in over the network.</summary>
    public async Task<string> QueryAsync(string role, string password, string sql) => (await Tool.AcceptAsync("psql", "", Arguments(role, password, sql))).Trim();

    /// <summary>What the server says when it refuses.</summary>
    public async Task<string> RefusedAsync(string role, string password, string sql = "SELECT 1")
    {
        var result = await Tool.RunAsync("psql", Arguments(role, password, sql));
        Assert.NotEqual(0, result.ExitCode);
        return result.Output;
    }

    public async ValueTask DisposeAsync()
    {
        await AsServerAsync("pg_ctl", "--pgdata", $"{_folder}/data", "--mode=immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private Task<string> LocalAsync(string database, string sql) => Tool.AcceptAsync(
        "psql", sql, "--no-psqlrc", "--quiet", "--output=/dev/null", "--set=ON_ERROR_STOP=1", $"--host={_folder}", $"--port={_port}", "--username=super", $"--dbname={database}");

    private string[] Arguments(string role, string password, string sql) =>
        ["--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--command", sql, $"postgresql://{role}:{password}@127.0.0.1:{_port}/{_database}"];

    /// <summary>The server refuses to run as root, which is who CI is. Its output goes nowhere, because it keeps the pipe open.</summary>
    private static async Task AsServerAsync(string program, params string[] arguments) => await Tool.AcceptAsync(
        "setpriv", "", ["--reuid=postgres", "--regid=postgres", "--clear-groups", "sh", "-c", "exec \"$@\" >/dev/null", "sh", FullPath(program), .. arguments]);

    private static string FullPath(string program) => Directory.EnumerateDirectories("/usr/lib/postgresql")
        .Order(StringComparer.Ordinal)
        .Select(version => $"{version}/bin/{program}")
        .LastOrDefault(File.Exists) ?? program;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

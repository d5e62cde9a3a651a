using Infra.Services;
using Tests.Support;

namespace Backups.Tests;

/// <summary>The server of the later version, on what an upgrade has put in place.</summary>
internal sealed class NextServer : IAsyncDisposable
{
    private readonly Lab _lab;
    private readonly LaterVersion _later;

    private NextServer(Lab lab, LaterVersion later) => (_lab, _later) = (lab, later);

    private string Data => $"{_lab.Mount}/{LaterVersion.Major}/docker";

    public static async Task<NextServer> StartAsync(Lab lab, LaterVersion later)
    {
        var server = new NextServer(lab, later);
        await File.WriteAllTextAsync($"{lab.Work}/next_hba.conf", PostgresHba.Text);
        await server.AcceptAsync(
            "sh", "-c", "exec pg_ctl start --wait --timeout=300 --pgdata=\"$0\" --log=\"$1\" --options=\"$2\" >/dev/null", server.Data, $"{lab.Work}/next.log",
            $"-c port={lab.Postgres.Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={lab.Work} -c hba_file={lab.Work}/next_hba.conf -c fsync=off");
        return server;
    }

    /// <summary>Runs SQL as the super user over the socket.</summary>
    public Task<string> SqlAsync(string sql) => QueryAsync($"host={_lab.Work} port={_lab.Postgres.Port} user=superstaging dbname=app", sql);

    /// <summary>Runs SQL as a role that logs in with its password.</summary>
    public Task<string> AsAsync(string role, string password, string sql) => QueryAsync($"postgresql://{role}:{password}@127.0.0.1:{_lab.Postgres.Port}/app", sql);

    public async ValueTask DisposeAsync() => await AcceptAsync("sh", "-c", "exec pg_ctl stop --wait --mode=immediate --pgdata=\"$0\" >/dev/null", Data);

    private static async Task<string> QueryAsync(string connection, string sql) =>
        (await Tool.AcceptAsync("psql", sql, "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1", connection)).Trim();

    private async Task AcceptAsync(params string[] command)
    {
        var result = await AsPostgres.RunAsync(_later.First, command);
        Assert.True(result.ExitCode == 0, $"{string.Join(' ', command)}: {result.Output}");
    }
}

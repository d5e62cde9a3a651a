using System.Diagnostics;
using Infra.Backups;
using Infra.Secrets;
using Infra.Services;
using Infra.Tests;
using Tests.Support;

namespace Backups.Tests;

/// <summary>
/// An environment on this machine: the emitted script with the emitted variables, of which only addresses and folders differ, a PostgreSQL
/// server as the program sets it up, and S3 storage.
/// </summary>
internal sealed class Lab : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lhd-backups-").FullName;
    private readonly bool _ownsStorage;
    private readonly Dictionary<string, string> _environment;
    private readonly string _name;

    private Lab(string name, S3Server? storage)
    {
        _name = name;
        Storage = storage!;
        _ownsStorage = storage is null;
        Postgres = new(_folder, DataPath, $"super{name}", new("super-password", ["blue-password", "green-password"], "watch-password", "backup-password"));
        _environment = Variables();
    }

    public string Folder => _folder;

    public string Mount => $"{_folder}/mount";

    public string DataPath => $"{Mount}/pgdata";

    public string Work => $"{_folder}/work";

    public S3Server Storage { get; private set; }

    public DatabaseServer Postgres { get; }

    public string ReplaceName => $"lhd-{_name}/{DatabaseServer.Database}";

    /// <summary>An environment with a table of things.</summary>
    public static async Task<Lab> StartAsync(string name = "staging", S3Server? storage = null, int rows = 1000)
    {
        var lab = new Lab(name, storage);
        if (storage is null)
            lab.Storage = await S3Server.StartAsync($"{lab._folder}/storage");
        foreach (var folder in new[] { "mount", "work", "secrets" })
            Directory.CreateDirectory($"{lab._folder}/{folder}");
        await lab.WriteSecretsAsync();
        await lab.GiveToPostgresAsync();
        await lab.Postgres.CreateAsync();
        if (rows > 0)
        {
            await lab.Postgres.SqlAsync($"""
                SET ROLE {DatabaseServer.Database};
                CREATE TABLE things (id int PRIMARY KEY, name text, updated_at timestamptz DEFAULT now());
                INSERT INTO things SELECT n, 'thing ' || n || ' ' || md5(n::text) FROM generate_series(1, {rows}) AS n;
                CREATE TABLE migrations (id int PRIMARY KEY, version bigint);
                INSERT INTO migrations VALUES (1, 20260101000000);
                """);
        }

        return lab;
    }

    /// <summary>Runs a command of the script to its end.</summary>
    public Task<ToolResult> RunAsync(params string[] command) => RunAsync(new Dictionary<string, string>(), command);

    /// <summary>The same with some variables changed.</summary>
    public Task<ToolResult> RunAsync(IReadOnlyDictionary<string, string> changes, params string[] command) =>
        AsPostgres.RunAsync(With(changes), ["bash", Script, .. command]);

    /// <summary>Runs a command that must succeed and gives what it said.</summary>
    public Task<string> AcceptAsync(params string[] command) => AcceptAsync(new Dictionary<string, string>(), command);

    /// <summary>The same with some variables changed.</summary>
    public async Task<string> AcceptAsync(IReadOnlyDictionary<string, string> changes, params string[] command)
    {
        var result = await RunAsync(changes, command);
        Assert.True(result.ExitCode == 0, $"{string.Join(' ', command)} ends with {result.ExitCode}:\n{result.Output}");
        return result.Output;
    }

    /// <summary>Runs a command that must fail and gives what it said.</summary>
    public async Task<string> RefusedAsync(params string[] command)
    {
        var result = await RunAsync(command);
        Assert.True(result.ExitCode != 0, $"{string.Join(' ', command)} succeeds:\n{result.Output}");
        return result.Output;
    }

    /// <summary>Starts a command; what it says is in <see cref="Said"/>.</summary>
    public Process Begin(params string[] command) => Begin(new Dictionary<string, string>(), command);

    /// <summary>The same with some variables changed.</summary>
    public Process Begin(IReadOnlyDictionary<string, string> changes, params string[] command) => AsPostgres.Start(With(changes), $"{Work}/said", ["bash", Script, .. command]);

    /// <summary>Variables with which another program, a shell script, is found before the one of that name.</summary>
    public async Task<IReadOnlyDictionary<string, string>> WithProgramAsync(string name, string script)
    {
        Directory.CreateDirectory($"{_folder}/programs");
        await File.WriteAllTextAsync($"{_folder}/programs/{name}", $"#!/bin/bash\n{script}\n");
        await Tool.AcceptAsync("chmod", "", "0755", $"{_folder}/programs/{name}");
        return new Dictionary<string, string> { ["PATH"] = $"{_folder}/programs:{AsPostgres.Programs}:/usr/bin:/bin" };
    }

    /// <summary>The emitted script.</summary>
    public string Script => $"{_folder}/lhd-backups.sh";

    public string Said => File.Exists($"{Work}/said") ? File.ReadAllText($"{Work}/said") : "";

    /// <summary>A number that the script recorded for Prometheus; 0 when it did not.</summary>
    public long Metric(string name) => File.Exists($"{Work}/metrics/{name}") ? long.Parse(File.ReadAllText($"{Work}/metrics/{name}")) : 0;

    public Task WriteSecretAsync(string name, string value) => File.WriteAllTextAsync($"{_folder}/secrets/{name}", value);

    /// <summary>Lets this environment restore from the backups of another.</summary>
    public async Task ReadFromAsync(Lab other)
    {
        foreach (var what in new[] { "repository", "key", "credentials" })
            File.Copy($"{other._folder}/secrets/backup-{what}", $"{_folder}/secrets/restore-{what}");
        await GiveToPostgresAsync();
    }

    public void Hook(string sql)
    {
        File.WriteAllText($"{_folder}/hook.sql", sql);
        _environment["HOOK"] = $"{_folder}/hook.sql";
    }

    /// <summary>Stops the server, puts prepared data in place, and starts it, as an operator's restore does.</summary>
    public async Task<string> ActivateAsync()
    {
        await Postgres.StopAsync();
        var said = await AcceptAsync("activate");
        await Postgres.StartAsync();
        return said;
    }

    /// <summary>Waits until something holds.</summary>
    public async Task UntilAsync(Func<bool> holds, string what)
    {
        for (var tries = 0; tries < 1200; tries++)
        {
            if (holds())
                return;
            await Task.Delay(50);
        }

        Assert.Fail($"{what} has not happened within a minute\n{Said}");
    }

    public async ValueTask DisposeAsync()
    {
        await Postgres.StopIfRunningAsync();
        if (_ownsStorage)
            Storage.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task WriteSecretsAsync()
    {
        await File.WriteAllTextAsync(Script, BackupScript.Text);
        await WriteSecretAsync(SecretNames.BackupRepository, Storage.Repository(_name));
        await WriteSecretAsync(SecretNames.BackupKey, $"encryption-key-of-{_name}");
        await WriteSecretAsync(SecretNames.BackupCredentials, $"[default]\naws_access_key_id = {S3Server.AccessKey}\naws_secret_access_key = {S3Server.AccessKey}\n");
        await WriteSecretAsync(SecretNames.BackupPasswordFile, $"*:*:*:{PostgresRoles.Backup}:backup-password\n");
        await WriteSecretAsync(SecretNames.PostgresUser, $"super{_name}");
        await WriteSecretAsync(SecretNames.PostgresPassword, "super-password");
        await WriteSecretAsync(SecretNames.PostgresRoles, PostgresRoles.Sql(DatabaseServer.Database, new("super-password", ["blue-password", "green-password"], "watch-password", "backup-password")));
        _environment["SSL_CERT_FILE"] = Storage.CertificatePath;
    }

    private Task<string> GiveToPostgresAsync() => Tool.AcceptAsync("sh", "", "-c", "chmod 0755 \"$0\" && chown -R postgres \"$0\"/mount \"$0\"/work \"$0\"/secrets \"$0\" && chmod 0400 \"$0\"/secrets/*", _folder);

    private Dictionary<string, string> Variables() => new(
        BackupService.Describe($"lhd-{_name}", Samples.Settings("staging", ("postgresImage", "postgres:15.18-bookworm"))).Single(spec => spec.Name == BackupNames.Jobs).Env)
    {
        ["PGHOST"] = "127.0.0.1",
        ["PGPORT"] = $"{Postgres.Port}",
        ["PGPASSFILE"] = $"{_folder}/secrets/{SecretNames.BackupPasswordFile}",
        ["SECRETS"] = $"{_folder}/secrets",
        ["WORK"] = Work,
        ["DATA_MOUNT"] = Mount,
        ["PGDATA"] = DataPath,
        ["DEADLINE"] = "120",
        ["TICK"] = "0.2",
        ["WAL_INTERVAL"] = "1",
        ["PUSHGATEWAY"] = "",
    };

    private Dictionary<string, string> With(IReadOnlyDictionary<string, string> changes) => changes.Aggregate(
        new Dictionary<string, string>(_environment), (all, change) =>
        {
            all[change.Key] = change.Value;
            return all;
        });
}

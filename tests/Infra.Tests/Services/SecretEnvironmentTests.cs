using Infra.Services;
using Tests.Support;

namespace Infra.Tests.Services;

public class SecretEnvironmentTests
{
    [Fact]
    public void The_entry_point_exports_each_secret_from_its_file_and_becomes_the_program()
    {
        var script = SecretEnvironment.Script(new Dictionary<string, string>
        {
            ["SECRET_KEY_BASE"] = "/run/secrets/secret-key-base",
            ["DATABASE_URL"] = "/run/secrets/database-url",
        });

        Assert.Equal(
            """
            #!/bin/sh
            # Exports secrets from their files to the program that follows, and to nothing else.
            set -eu

            DATABASE_URL=$(cat '/run/secrets/database-url')
            export DATABASE_URL
            SECRET_KEY_BASE=$(cat '/run/secrets/secret-key-base')
            export SECRET_KEY_BASE

            exec "$@"

            """,
            script);
    }

    [RequiresToolFact("shellcheck")]
    public async Task The_entry_point_is_clean_posix_shell() => await Tool.AcceptAsync(
        "shellcheck", SecretEnvironment.Script(new Dictionary<string, string> { ["A"] = "/run/secrets/a" }), "--shell=sh", "-");

    [RequiresToolFact("sh")]
    public async Task The_program_sees_the_value_and_gets_its_arguments()
    {
        using var files = new TemporaryFiles();
        var script = files.Write(SecretEnvironment.Script(new Dictionary<string, string> { ["KEY"] = files.Write("s3cret with spaces\n") }));

        var said = await Tool.AcceptAsync("sh", "", script, "sh", "-c", "echo \"[$KEY] $*\"", "name", "one", "two");

        Assert.Equal("[s3cret with spaces] one two\n", said);
    }

    [RequiresToolFact("sh")]
    public async Task A_missing_secret_stops_the_start()
    {
        using var files = new TemporaryFiles();
        var script = files.Write(SecretEnvironment.Script(new Dictionary<string, string> { ["KEY"] = "/nowhere/at-all" }));

        var result = await Tool.RunAsync("sh", script, "echo", "started");

        Assert.NotEqual(0, result.ExitCode);
        Assert.DoesNotContain("started", result.Output);
    }

    [Fact]
    public void A_service_keeps_its_program_and_gets_the_files_that_the_entry_point_reads()
    {
        var spec = (ServiceSamples.Worker with { Command = ["program"], Args = ["--flag"] })
            .WithSecretEnvironment(new Dictionary<string, string> { ["DATABASE_URL"] = "database-url", ["DB_URL"] = "database-url" });

        Assert.Equal(["/bin/sh", "/etc/lhd/with-secrets.sh"], spec.Command);
        Assert.Equal(["program", "--flag"], spec.Args);
        Assert.Equal(["database-url"], spec.Secrets.Select(mount => mount.Secret));
        Assert.Contains("export DB_URL", Assert.Single(spec.Configs).Content);
    }
}

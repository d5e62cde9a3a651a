using Tests.Support;
using Tests.Support.Docker;

namespace Stacks.Tests.Releases;

/// <summary>
/// An image of files of this machine (BusyBox, which Debian links statically) with a program that speaks as Lucky's tasks do: it lists,
/// runs and undoes migrations, which it knows from a file, as Avram prints it (github.com/luckyframework/avram, src/avram/tasks/db).
/// </summary>
internal static class ApplicationImage
{
    /// <summary>Repository of the images; nobody listens there, so nothing is pulled.</summary>
    public const string Repository = "localhost/acme/lucky";

    /// <summary>Puts the image of a release into an engine.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="release">The release's tag.</param>
    /// <param name="migrate">Shell text of what happens while it migrates, after each migration was reported.</param>
    /// <param name="rollBack">Shell text of what happens while it rolls back to <c>$2</c>.</param>
    /// <param name="migrations">Versions of the migrations that the release has.</param>
    public static async Task ImportAsync(DockerDaemon engine, string release, string migrate, string rollBack, params string[] migrations)
    {
        var folder = Directory.CreateTempSubdirectory("lhd-image-").FullName;
        try
        {
            foreach (var part in new[] { "bin", "app", "app/public", "tmp", "etc", "run" })
                Directory.CreateDirectory(Path.Combine(folder, part));
            File.Copy(Tool.Find("busybox")!, Path.Combine(folder, "bin/busybox"));
            foreach (var applet in new[] { "sh", "cat", "echo", "sleep", "hostname", "wget", "httpd" })
                File.CreateSymbolicLink(Path.Combine(folder, "bin", applet), "busybox");
            var program = Path.Combine(folder, "app/run_task");
            await File.WriteAllTextAsync(program, Program(migrate, rollBack, string.Join(' ', migrations)));
            await File.WriteAllTextAsync(Path.Combine(folder, "app/start_server"), "#!/bin/sh\nexec httpd -f -p 5000 -h /app/public\n");
            await File.WriteAllTextAsync(Path.Combine(folder, "app/public/version"), release);
            await RequireAsync("chmod", "755", program, Path.Combine(folder, "app/start_server"));
            var image = Path.Combine(folder, "image.tar");
            await RequireAsync("tar", "--create", "--exclude=./image.tar", "--file", image, "--directory", folder, ".");
            await RequireAsync("docker", "--host", engine.Host, "import", "--change", "WORKDIR /app", image, $"{Repository}:{release}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Program(string migrate, string rollBack, string versions) =>
        $$"""
        #!/bin/sh
        set -eu
        done_to=/tmp/rolled-back-to
        case $1 in
          db.migrate)
            echo "on $(hostname)"
            for version in {{versions}}; do echo "Migrated Change::V$version"; done
            {{migrate}}
            ;;
          db.migrations.status)
            {{(versions.Length == 0 ? "echo 'There are no migrations.'" : ":")}}
            for version in {{versions}}; do
              status=Migrated
              [ ! -e "$done_to" ] || [ "$version" -le "$(cat "$done_to")" ] || status=Pending
              echo "| Change::V$version | $status |"
            done
            ;;
          db.rollback_to)
            {{rollBack}}
            echo "$2" >"$done_to"
            echo "Done rolling back to $2"
            ;;
        esac

        """;

    private static async Task RequireAsync(string tool, params string[] arguments)
    {
        var result = await Tool.RunAsync(tool, arguments);
        Assert.True(result.ExitCode == 0, $"{tool} {string.Join(' ', arguments)}: {result.Output}");
    }
}

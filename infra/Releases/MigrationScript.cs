using Infra.Compute;
using Infra.Settings;

namespace Infra.Releases;

/// <summary>
/// Pure: the script that migrates the database for a release, once. That it is done is remembered by the swarm, in a config that is named
/// after the release and says which migration was its last; the managers keep it, whichever of them is lost.
/// </summary>
public static class MigrationScript
{
    /// <summary>The script.</summary>
    /// <param name="settings">The release.</param>
    /// <param name="functions">Of <see cref="JobScript"/>, for the release's image.</param>
    public static string Text(ReleaseSettings settings, string functions) =>
        $$"""
        {{functions}}{{ReleaseRecords.Functions}}
        if migrated "$release"; then
          echo "release $release was migrated before"
          exit 0
        fi
        if ! run_job migrate {{ShellWord.Of(CommandLine(settings.Commands))}}; then
          # Another run may have finished the same job and removed it.
          ! migrated "$release" || exit 0
          echo "the migration of release $release failed; its log is above" >&2
          exit 1
        fi
        migrations=$(listed)
        version=$(printf '%s\n' "$migrations" | tail -n 1 | cut -d ' ' -f 1)
        version=${version:-0}
        remember "$release" "$version" {{(settings.IsReversible ? "true" : "false")}}
        end_job
        echo "release $release is migrated; its last migration is $version"

        """;

    private static string CommandLine(DatabaseCommands commands) => $"{ShellWord.Line(commands.Migrate)}\n{JobScript.List(commands.List)}";
}

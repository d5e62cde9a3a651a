using Infra.Compute;
using Infra.Settings;

namespace Infra.Releases;

/// <summary>
/// Pure: the scripts that take the database back to the last migration of an earlier release, with the newest image, which alone knows how
/// to undo what came after. The first only looks, and refuses before anything has changed; the second acts.
/// </summary>
public static class RollbackScript
{
    /// <summary>Refuses a release that was never migrated here, and one that cannot be gone back to.</summary>
    /// <param name="settings">The release.</param>
    /// <param name="target">Tag of the release to go back to.</param>
    /// <param name="functions">Of <see cref="JobScript"/>, for the newest release's image.</param>
    public static string Check(ReleaseSettings settings, string target, string functions) =>
        $$"""
        {{Beginning(target, functions)}}
        newest=$(printf '%s\n' "$known" | tail -n 1 | cut -d ' ' -f 2)
        if [ "$newest" != "$release" ] && [ "$newest" != "$target" ]; then
          echo "cannot go back to $target with the image of $release: the newest release here is $newest; run: pulumi config set lhd:release $newest" >&2
          exit 1
        fi
        stuck=$(later | awk '$4 == "false" { print $2 }')
        if [ -n "$stuck" ]; then
          echo "cannot go back to $target: the migrations of $(echo "$stuck" | tr '\n' ' ')cannot be undone (lhd:reversible); release a correction, or restore a backup" >&2
          exit 1
        fi
        if ! run_job check {{ShellWord.Of(JobScript.List(settings.Commands.List))}}; then
          echo "cannot go back to $target: the image of $release does not list its migrations; its log is above" >&2
          exit 1
        fi
        migrations=$(listed)
        end_job
        if [ "$version" != 0 ] && ! printf '%s\n' "$migrations" | grep -q "^$version "; then
          echo "cannot go back to $target: its last migration, $version, is unknown to release $release, which was not built on top of it" >&2
          exit 1
        fi
        echo "release $target is at migration $version; to be undone:"
        printf '%s\n' "$migrations" | awk -v version="$version" '$1 + 0 > version + 0 && $2 == "Migrated" { print "  " $1 }'

        """;

    /// <summary>Undoes every migration after the release's last.</summary>
    /// <param name="settings">The release.</param>
    /// <param name="target">Tag of the release to go back to.</param>
    /// <param name="functions">Of <see cref="JobScript"/>, for the newest release's image.</param>
    public static string Run(ReleaseSettings settings, string target, string functions) =>
        $$"""
        {{Beginning(target, functions)}}
        if ! run_job "rollback-$target" {{ShellWord.Of($"{ShellWord.Line(settings.Commands.RollBackTo)} ")}}"$version"{{ShellWord.Of($"\n{JobScript.List(settings.Commands.List)}")}}; then
          echo "the rollback of the database to release $target failed; its log is above" >&2
          exit 1
        fi
        left=$(listed | awk -v version="$version" '$1 + 0 > version + 0 && $2 == "Migrated" { print $1 }')
        if [ -n "$left" ]; then
          end_job
          echo "the rollback to release $target has left migrations after $version: $(echo "$left" | tr '\n' ' ')" >&2
          exit 1
        fi
        # They must run again when their releases come back.
        later | while read -r _ _ _ _ id; do docker config rm "$id" >/dev/null; done
        end_job
        echo "the database is at migration $version, the last of release $target"

        """;

    /// <summary>Finds the release, and defines <c>later</c>, which prints the records of the releases after it.</summary>
    private static string Beginning(string target, string functions) =>
        $$"""
        {{functions}}{{ReleaseRecords.Functions}}
        target={{ShellWord.Of(target)}}
        known=$(records)
        record=$(printf '%s\n' "$known" | awk -v tag="$target" '$2 "" == tag ""')
        if [ -z "$record" ]; then
          echo "cannot go back to $target: it was never released here; known, newest last: $(printf '%s\n' "$known" | awk '{ printf "%s ", $2 }')" >&2
          exit 1
        fi
        at=$(echo "$record" | cut -d ' ' -f 1)
        version=$(echo "$record" | cut -d ' ' -f 3)
        later() {
          printf '%s\n' "$known" | awk -v at="$at" '$1 > at'
        }
        """;
}

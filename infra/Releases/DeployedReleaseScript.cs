using Infra.Compute;

namespace Infra.Releases;

/// <summary>
/// Pure: the script that remembers in the swarm that a release was deployed, in a config labelled with its tag, and prints since when it
/// runs. A release that already is the last one deployed keeps its time.
/// </summary>
public static class DeployedReleaseScript
{
    /// <summary>The script, which prints a time such as <c>2026-11-21T12:00:00Z</c>.</summary>
    /// <param name="release">Tag of the release whose code runs.</param>
    public static string Text(string release) =>
        $$$"""
        set -eu
        release={{{ShellWord.Of(release)}}}
        last() {
          docker config ls --quiet --filter label=lhd.deployed | while read -r id; do
            docker config inspect --format '{{.Version.Index}} {{index .Spec.Labels "lhd.deployed"}} {{.CreatedAt.UTC.Format "2006-01-02T15:04:05Z"}}' "$id"
          done | sort -n | tail -n 1 | cut -d ' ' -f 2-
        }
        found=$(last)
        if [ "${found% *}" != "$release" ]; then
          echo "$release" | docker config create --label "lhd.deployed=$release" "lhd-deployed-$(date -u +%Y%m%d%H%M%S)" - >/dev/null
          found=$(last)
        fi
        echo "${found#* }"

        """;
}

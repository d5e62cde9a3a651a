namespace Infra.Releases;

/// <summary>
/// Pure: the shell functions around the swarm's memory of releases: one config for each release that was migrated, labelled with its tag,
/// its last migration and whether its migrations can be undone. The swarm's own counter (<c>Version.Index</c>) tells their order.
/// </summary>
internal static class ReleaseRecords
{
    /// <summary>
    /// Defines <c>migrated TAG</c>, which succeeds when a release is remembered; <c>remember TAG VERSION REVERSIBLE</c>; and <c>records</c>, which
    /// prints counter, tag, version, <c>true</c> or <c>false</c>, and id of each, oldest first.
    /// </summary>
    public const string Functions =
        """

        migrated() {
          [ -n "$(docker config ls --quiet --filter "label=lhd.migrated=$1")" ]
        }

        remember() {
          echo "$1 $2" | docker config create --label "lhd.migrated=$1" --label "lhd.version=$2" --label "lhd.reversible=$3" "lhd-release-$1-migrated" - >/dev/null \
            || migrated "$1"
        }

        records() {
          docker config ls --quiet --filter label=lhd.migrated | while read -r id; do
            docker config inspect --format '{{.Version.Index}} {{index .Spec.Labels "lhd.migrated"}} {{index .Spec.Labels "lhd.version"}} {{index .Spec.Labels "lhd.reversible"}} {{.ID}}' "$id"
          done | sort -n
        }

        """;
}

namespace Infra.Services;

/// <summary>
/// Pure: keeps a server from starting beside data of another major version. From 18 on each version has a directory of its own, so the official
/// image would make an empty database next to the old one (https://hub.docker.com/_/postgres, PGDATA), and an application that
/// migrates at its start would go on with that. What an upgrade has prepared is put in place here, at the first start of the new version.
/// </summary>
public static class PostgresGuard
{
    /// <summary>Path of the script in the container; it becomes the program of its arguments.</summary>
    public const string Path = "/etc/lhd/start-postgres.sh";

    /// <summary>The entry point of the official image, which the script becomes.</summary>
    public const string EntryPoint = "docker-entrypoint.sh";

    /// <summary>Name of the directory, on the data volume, of data that an upgrade to a version has prepared.</summary>
    public static string Prepared(int major) => $".upgraded-{major}";

    /// <summary>The script of the container, in POSIX shell.</summary>
    /// <param name="major">Major version of the server.</param>
    public static string Start(int major) => $$"""
        #!/bin/sh
        # Starts PostgreSQL on data of its own major version or on none, and never beside another's.
        set -eu
        {{Check(PostgresImage.DataMount(major), major)}}
        if [ ! -e "$own/PG_VERSION" ] && [ -d "$prepared" ]; then
          mkdir -p "$(dirname "$own")"
          mv "$prepared/data" "$own"
          rmdir "$prepared"
          echo "the data that the upgrade to PostgreSQL $major prepared are in place"
        fi
        exec "$@"

        """;

    /// <summary>The same question asked on the node, before the running server is stopped. For a user who may use sudo.</summary>
    /// <param name="major">Major version of the server.</param>
    public static string CheckOnNode(int major) => $"""
        set -eu
        sudo sh -s <<'END_OF_CHECK'
        set -eu
        {Check(Catalogue.Postgres.Directory.Path, major)}
        END_OF_CHECK

        """;

    /// <summary>Sets <c>own</c> and <c>prepared</c>, or ends with a sentence and 78, which is <c>EX_CONFIG</c> of sysexits.h.</summary>
    private static string Check(string mount, int major) => $$"""
        mount={{mount}}
        major={{major}}
        own=$mount/{{PostgresImage.DataBelowMount(major)}}
        prepared=$mount/{{Prepared(major)}}
        older=0
        fits=no
        for file in "$mount"/pgdata/PG_VERSION "$mount"/*/docker/PG_VERSION; do
          [ -e "$file" ] || continue
          directory=${file#"$mount"/}
          case "$directory" in
            pgdata/*) found=$(cat "$file") ;;
            [1-9][0-9]/*) found=${directory%%/*} ;;
            *) continue ;;
          esac
          if [ "$found" -gt "$major" ]; then
            echo "error: the data volume holds data of PostgreSQL $found, which $major cannot read. Set lhd:postgresImage back to $found; to return to the data from before the upgrade: docs/postgres.md, Back" >&2
            exit 78
          fi
          if [ "$found" -eq "$major" ]; then
            fits=yes
          elif [ "$found" -gt "$older" ]; then
            older=$found
          fi
        done
        if [ "$older" -gt 0 ] && [ "$fits" = no ] && [ ! -d "$prepared" ]; then
          echo "error: the data volume holds data of PostgreSQL $older and none of $major, so nothing was started. Set lhd:postgresImage back to $older, run lhd-backups upgrade on the first manager, then set it again: docs/postgres.md" >&2
          exit 78
        fi
        """;
}

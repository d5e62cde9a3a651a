namespace Infra.Backups;

/// <summary>
/// Pure: puts restic on a node. Backups need it in one container with PostgreSQL's own tools, and no maintained image has both; restic is one
/// static program, so it is taken out of its official image and mounted into the official PostgreSQL image.
/// </summary>
public static class ResticTool
{
    /// <summary>restic's own image, of an exact version (https://hub.docker.com/r/restic/restic).</summary>
    public const string Image = "restic/restic:0.18.1";

    /// <summary>Where the program is in its image (docker/Dockerfile in https://github.com/restic/restic), and in the services.</summary>
    public const string Path = "/usr/bin/restic";

    /// <summary>The program on the node. The version is part of the path, so a new one never replaces the file of a running service.</summary>
    public static string NodePath => $"/opt/lhd/{Image.Replace('/', '-').Replace(':', '-')}";

    /// <summary>The script, for a user who may use Docker. It does nothing when the program is there.</summary>
    public static string Script => $"""
        set -eu
        target={NodePath}
        if [ -x "$target" ]; then
          exit 0
        fi
        container=$(docker create --quiet {Image})
        scratch=$(mktemp)
        trap 'docker rm "$container" >/dev/null; rm -f "$scratch"' EXIT
        docker cp --quiet "$container:{Path}" "$scratch"
        sudo install -d -m 0755 /opt/lhd
        sudo install -m 0755 "$scratch" "$target.new"
        sudo mv "$target.new" "$target"

        """;
}

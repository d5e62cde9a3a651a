using System.Text.RegularExpressions;

namespace Infra.Services;

/// <summary>What depends on the major version of the official PostgreSQL image (https://hub.docker.com/_/postgres, PGDATA).</summary>
public static partial class PostgresImage
{
    /// <summary>Major version that an image's tag names, such as 18 for <c>postgres:18.6-bookworm</c>; null when it names none.</summary>
    public static int? Major(string image) =>
        TagPattern().Match(image) is { Success: true } match ? int.Parse(match.Groups["major"].Value) : null;

    /// <summary>
    /// Where the data volume is mounted: from 18 on the parent, which holds a directory per major version; before, the data directory
    /// itself, because its parent would be an anonymous volume that dies with the container.
    /// </summary>
    public static string DataMount(int major) => major >= 18 ? "/var/lib/postgresql" : "/var/lib/postgresql/data";

    /// <summary>The directory with the data; below the mount, because the server wants to begin with an empty one.</summary>
    public static string DataDirectory(int major) => $"{DataMount(major)}/{DataBelowMount(major)}";

    /// <summary>The same below the mount, which is also where it is below the directory on the data volume.</summary>
    public static string DataBelowMount(int major) => major >= 18 ? $"{major}/docker" : "pgdata";

    [GeneratedRegex(@":(?<major>\d+)(\.\d+)?(-|@|\z)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TagPattern();
}

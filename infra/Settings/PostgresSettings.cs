using System.Text.RegularExpressions;
using Infra.Services;

namespace Infra.Settings;

/// <summary>The database server.</summary>
/// <param name="Image">Image with tag. Another major version needs its data migrated first.</param>
/// <param name="Database">Name of the application's database, and of the role that owns it.</param>
/// <param name="MemoryMiB">Memory limit in MiB; 0 for a part of the node's memory.</param>
public sealed partial record PostgresSettings(string Image, string Database, int MemoryMiB) : ISettingsSection
{
    /// <summary>The cluster that is used instead of a service of the swarm; null for the service.</summary>
    public ManagedPostgresSettings? Managed { get; init; }

    /// <summary>
    /// Databases that each server has (postgresql.org/docs/18/manage-ag-templatedbs.html), names that no role may have
    /// (postgresql.org/docs/18/sql-createrole.html; also all that begin with pg_), and the platform's other roles.
    /// </summary>
    private static readonly string[] Reserved = ["postgres", "template0", "template1", "public", "none", "monitoring", "backup"];

    /// <summary>Reads the section.</summary>
    public static PostgresSettings Read(SettingsSource source)
    {
        var (hosting, managed) = (source.Choice<PostgresHosting>("postgres"), ManagedPostgresSettings.Read(source));
        return Server(source) with { Managed = hosting == PostgresHosting.Managed ? managed : null };
    }

    private static PostgresSettings Server(SettingsSource source) => new(
        source.Value("postgresImage", ParseImage, "write an image with its version in the tag, e.g. postgres:18.6-bookworm", "unreadable:0"),
        source.Value("database", ParseDatabase, "write letters, digits and _, e.g. lhd:database: shop"),
        source.Integer("postgresMemory", 0, MemoryBounds.MaximumMiB, "set MiB, or 0 for a part of the node's memory, e.g. lhd:postgresMemory: 1024"));

    /// <inheritdoc/>
    public IEnumerable<SettingsProblem> Problems()
    {
        // The smallest size has no standby nodes (docs.digitalocean.com/reference/ansible/reference/modules/database_cluster/).
        if (Managed is { Size: ManagedPostgresSettings.Smallest, Nodes: > 1 })
        {
            yield return new(
                "managedPostgresNodes",
                $"nodes of the size {Managed.Size} have no standby",
                "choose a larger size, e.g. lhd:managedPostgresSize: db-s-1vcpu-2gb, or one node")
            {
                Inputs = ["postgres", "managedPostgresSize"],
            };
        }
    }

    /// <summary>Where data are kept follows from the major version.</summary>
    private static string ParseImage(string text) => ImageReference.Parse(text).ToString() is var image && PostgresImage.Major(image) is not null
        ? image
        : throw new FormatException($"'{text}' does not name the version of PostgreSQL");

    /// <summary>PostgreSQL cuts names after 63 bytes; the login roles add a suffix.</summary>
    private static string ParseDatabase(string text) =>
        !Pattern().IsMatch(text) ? throw new FormatException($"'{text}' cannot be a database's name without quotes")
        : Reserved.Contains(text) || text.StartsWith("pg_", StringComparison.Ordinal) ? throw new FormatException($"'{text}' is a name of Postgres's own or of the platform's")
        : text;

    [GeneratedRegex(@"\A[a-z_][a-z0-9_]{0,49}\z", RegexOptions.None, 1000)]
    private static partial Regex Pattern();
}

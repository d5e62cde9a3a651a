using System.Text.RegularExpressions;

namespace Infra.Settings;

/// <summary>Where the database server runs.</summary>
public enum PostgresHosting
{
    /// <summary>As a service of the swarm, with its data on the data volume.</summary>
    Service,

    /// <summary>As a cluster that DigitalOcean runs, in the environment's private network.</summary>
    Managed,
}

/// <summary>A cluster of DigitalOcean's managed PostgreSQL.</summary>
/// <param name="Size">Slug of the size of each of its nodes, such as <c>db-s-1vcpu-2gb</c>.</param>
/// <param name="Nodes">How many: 1, or up to two more that take over when the first one fails.</param>
public sealed partial record ManagedPostgresSettings(string Size, int Nodes)
{
    /// <summary>The major versions whose schema <c>public</c> belongs to the database's owner (postgresql.org/docs/15/release-15.html) and so to the application.</summary>
    public const int OldestMajor = 15;

    /// <summary>The smallest size, and the default.</summary>
    public const string Smallest = "db-s-1vcpu-1gb";

    /// <summary>Reads what is said of it.</summary>
    internal static ManagedPostgresSettings Read(SettingsSource source) => new(
        source.Value("managedPostgresSize", ParseSize, "write a size of DigitalOcean's databases, e.g. lhd:managedPostgresSize: db-s-1vcpu-2gb", Smallest),
        source.Integer("managedPostgresNodes", 1, 3, "set 1, 2 or 3, e.g. lhd:managedPostgresNodes: 2"));

    /// <summary>The package knows only some of the sizes (doctl databases options slugs); all begin with a family and name vCPUs and memory.</summary>
    private static string ParseSize(string text) => Pattern().IsMatch(text) ? text : throw new FormatException($"'{text}' is no size of a database");

    [GeneratedRegex(@"\A[a-z][a-z0-9_]*(-[a-z0-9_]+)*-\d+vcpu-\d+gb(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}

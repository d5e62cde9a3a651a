namespace Infra.Secrets;

/// <summary>The generated values that have a generation in <c>lhd:secretGenerations</c>; a higher one makes a new value.</summary>
public static class RotatableSecrets
{
    /// <summary>Password of the application's database: the readers move to the other login role.</summary>
    public const string Database = "database";

    /// <summary>Password of Postgres's super user; Postgres restarts.</summary>
    public const string Postgres = "postgres";

    /// <summary>Password of the role that reads statistics.</summary>
    public const string Monitoring = "monitoring";

    /// <summary>Password of the role that streams backups.</summary>
    public const string Backup = "backup";

    /// <summary>Hasura's admin secret.</summary>
    public const string HasuraAdmin = "hasuraAdmin";

    /// <summary>Key that Lucky and Hasura share; everybody is signed out.</summary>
    public const string SecretKeyBase = "secretKeyBase";

    /// <summary>Password of the dashboard user.</summary>
    public const string Dashboard = "dashboard";

    /// <summary>Password of Grafana's administrator.</summary>
    public const string Grafana = "grafana";

    /// <summary>All of the platform's own.</summary>
    public static IReadOnlyList<string> All { get; } = [Database, Postgres, Monitoring, Backup, HasuraAdmin, SecretKeyBase, Dashboard, Grafana];
}

namespace Infra.Services;

/// <summary>
/// Pure: who may connect to Postgres, and how (https://www.postgresql.org/docs/current/auth-pg-hba-conf.html). The image's own file knows no
/// replication from other hosts, which backups need.
/// </summary>
public static class PostgresHba
{
    /// <summary>Path of the file in the container.</summary>
    public const string Path = "/etc/postgresql/pg_hba.conf";

    /// <summary>The file: whoever is in the container, everyone on the network with a password, and replication for backups alone.</summary>
    public const string Text = $"""
        local all all trust
        host replication {PostgresRoles.Backup} all scram-sha-256
        host all {PostgresRoles.Backup} all reject
        host all all all scram-sha-256

        """;
}

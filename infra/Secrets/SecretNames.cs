namespace Infra.Secrets;

/// <summary>The name of every swarm secret, once. A reader finds it at <c>/run/secrets/NAME</c>.</summary>
public static class SecretNames
{
    /// <summary>Postgres super user's name.</summary>
    public const string PostgresUser = "postgres-user";

    /// <summary>Postgres super user's password.</summary>
    public const string PostgresPassword = "postgres-password";

    /// <summary>Password of the role that may read statistics only; its user is <see cref="Infra.Services.PostgresRoles.Monitoring"/>.</summary>
    public const string PostgresMonitoringPassword = "postgres-monitoring-password";

    /// <summary>SQL that gives the roles of Postgres their passwords, for a restored database and for one on one's own machine.</summary>
    public const string PostgresRoles = "postgres-roles";

    /// <summary>Where backups go: the address of a restic repository.</summary>
    public const string BackupRepository = "backup-repository";

    /// <summary>What backups are encrypted with.</summary>
    public const string BackupKey = "backup-key";

    /// <summary>The storage's access key, as a credentials file of the AWS tools.</summary>
    public const string BackupCredentials = "backup-credentials";

    /// <summary>Password of the role that streams backups, as a password file of libpq.</summary>
    public const string BackupPasswordFile = "backup-pgpass";

    /// <summary>Another environment's repository, from which a restore may come.</summary>
    public const string RestoreRepository = "restore-repository";

    /// <summary>What that one's backups are encrypted with.</summary>
    public const string RestoreKey = "restore-key";

    /// <summary>The access key of that one's storage, as a credentials file of the AWS tools.</summary>
    public const string RestoreCredentials = "restore-credentials";

    /// <summary>Connection URL of the application's database.</summary>
    public const string DatabaseUrl = "database-url";

    /// <summary>Certificate of the authority of a managed database's server, in PEM form.</summary>
    public const string DatabaseCertificate = "database-certificate";

    /// <summary>Address of a managed database for the metrics exporter, without user and password.</summary>
    public const string DatabaseExporterUri = "database-exporter-uri";

    /// <summary>Hasura's admin secret.</summary>
    public const string HasuraAdminSecret = "hasura-admin-secret";

    /// <summary>Key of Lucky's cookies, and of the tokens that Lucky signs and Hasura verifies.</summary>
    public const string SecretKeyBase = "secret-key-base";

    /// <summary>Hasura's JWT configuration, which holds the shared key.</summary>
    public const string HasuraJwtSecret = "hasura-jwt-secret";

    /// <summary>SendGrid API key that Lucky sends mail with.</summary>
    public const string SendGridKey = "send-grid-key";

    /// <summary>Slack's incoming webhook URL.</summary>
    public const string SlackUrl = "slack-url";

    /// <summary>Users file of Traefik's basic auth: the dashboard user with a bcrypt hash.</summary>
    public const string DashboardUsers = "dashboard-users";

    /// <summary>Password of Grafana's first administrator.</summary>
    public const string GrafanaPassword = "grafana-password";

    /// <summary>Password of Portainer's first administrator.</summary>
    public const string PortainerPassword = "portainer-password";

    /// <summary>What Portainer and its agents know each other by.</summary>
    public const string PortainerAgentSecret = "portainer-agent-secret";

    /// <summary>The origin certificate in PEM form.</summary>
    public const string OriginCertificate = "origin-certificate";

    /// <summary>The origin certificate's private key in PEM form.</summary>
    public const string OriginKey = "origin-key";

    /// <summary>Cloudflare API token with which Traefik answers the DNS challenge of an ACME authority.</summary>
    public const string AcmeDnsToken = "acme-dns-token";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        PostgresUser, PostgresPassword, PostgresMonitoringPassword, DatabaseUrl, DatabaseCertificate, DatabaseExporterUri, HasuraAdminSecret, SecretKeyBase, HasuraJwtSecret,
        PostgresRoles, BackupRepository, BackupKey, BackupCredentials, BackupPasswordFile, RestoreRepository, RestoreKey, RestoreCredentials,
        SendGridKey, SlackUrl, DashboardUsers, GrafanaPassword, PortainerPassword, PortainerAgentSecret, OriginCertificate, OriginKey, AcmeDnsToken,
    ];
}

using Infra.Secrets;
using Infra.Services;
using Infra.Settings;
using Pulumi;
using Pulumi.DigitalOcean;
using Pulumi.DigitalOcean.Inputs;

namespace Infra.Databases;

/// <summary>What a managed cluster needs.</summary>
/// <param name="Environment">Name of the environment, with which everything in the account is named.</param>
/// <param name="Region">Slug of the region, the nodes' own.</param>
/// <param name="Settings">The environment's settings of Postgres.</param>
/// <param name="Secrets">Which generation each password is of.</param>
/// <param name="VpcId">Id of the private network.</param>
/// <param name="NodeTag">Tag of those who may connect.</param>
/// <param name="Protect">Whether it is protected from deletion.</param>
public sealed record ManagedPostgresArgs(
    string Environment, string Region, PostgresSettings Settings, SecretSettings Secrets, Output<string> VpcId, Output<string> NodeTag, bool Protect);

/// <summary>
/// A PostgreSQL cluster that DigitalOcean runs: in the private network, reachable from the nodes alone, with a user for each who logs in. It is
/// the same for those who read its secrets as the service of the swarm.
/// </summary>
public sealed class ManagedPostgres : ComponentResource
{
    /// <summary>Declares the cluster, the application's database and the users.</summary>
    public ManagedPostgres(string name, ManagedPostgresArgs args, ComponentResourceOptions? options = null)
        : base("lhd:databases:ManagedPostgres", name, options)
    {
        var cluster = Cluster(name, args);
        // Without one the cluster is open to everybody who has a password.
        var firewall = new DatabaseFirewall($"{name}-firewall", new()
        {
            ClusterId = cluster.Id,
            Rules = { new DatabaseFirewallRuleArgs { Type = "tag", Value = args.NodeTag } },
        }, new() { Parent = this });
        var database = new DatabaseDb($"{name}-database", new() { ClusterId = cluster.Id, Name = args.Settings.Database }, Kept(args));
        var generation = args.Secrets.GenerationOf(RotatableSecrets.Database);
        DatabaseUser[] logins =
        [
            .. ManagedPostgresRoles.LoginsOf(args.Settings.Database, generation).Select((login, slot) => User($"{name}-{(slot == 0 ? "blue" : "green")}", cluster, login)),
        ];
        var monitoring = User($"{name}-monitoring", cluster, ManagedPostgresRoles.MonitoringOf(args.Secrets));
        var certificate = GetDatabaseCa.Invoke(new() { ClusterId = cluster.Id }, new() { Parent = this }).Apply(authority => authority.Certificate);

        ClusterUrn = cluster.ClusterUrn;
        Administrator = Output.CreateSecret(Output.Tuple(cluster.PrivateHost, cluster.Port, cluster.User, cluster.Password)
            .Apply(each => ManagedPostgresRoles.AdministratorService(each.Item1, each.Item2, args.Settings.Database, new(each.Item3, each.Item4))));
        Values = SecretsOf(cluster, args.Settings.Database, logins[PostgresRoles.Slot(generation)], monitoring, certificate);
        Setup = SetupOf(cluster, args, logins, certificate);
        Declared = [firewall, database, .. logins, monitoring];
        RegisterOutputs();
    }

    /// <summary>The server must show a certificate of the cluster's own authority for the name that it is called by (postgresql.org/docs/current/libpq-ssl.html).</summary>
    private static string Verified => $"sslmode=verify-full&sslrootcert=/run/secrets/{SecretNames.DatabaseCertificate}";

    /// <summary>What DigitalOcean calls the cluster, to put it into a project.</summary>
    public Output<string> ClusterUrn { get; }

    /// <summary>How its administrator connects to the application's database, as a service file of libpq; secret.</summary>
    public Output<string> Administrator { get; }

    /// <summary>The values by the name of the swarm secret that holds each.</summary>
    public IReadOnlyDictionary<string, Output<string>> Values { get; }

    /// <summary>What <see cref="ManagedPostgresRoles.Script"/> reads; secret.</summary>
    public Output<string> Setup { get; }

    /// <summary>What must be there before anybody can connect.</summary>
    public IReadOnlyList<Resource> Declared { get; }

    private CustomResourceOptions Kept(ManagedPostgresArgs args) => new() { Parent = this, Protect = args.Protect, RetainOnDelete = args.Protect };

    private DatabaseCluster Cluster(string name, ManagedPostgresArgs args) => new($"{name}-cluster", new()
    {
        Name = args.Environment,
        Engine = "pg",
        Version = $"{PostgresImage.Major(args.Settings.Image)}",
        Region = args.Region,
        Size = args.Settings.Managed!.Size,
        NodeCount = args.Settings.Managed.Nodes,
        PrivateNetworkUuid = args.VpcId,
    }, Kept(args));

    private DatabaseUser User(string name, DatabaseCluster cluster, string user) =>
        new(name, new() { ClusterId = cluster.Id, Name = user }, new() { Parent = this });

    private static Dictionary<string, Output<string>> SecretsOf(
        DatabaseCluster cluster, string database, DatabaseUser login, DatabaseUser monitoring, Output<string> certificate) => new()
        {
            [SecretNames.DatabaseCertificate] = Output.CreateSecret(certificate),
            [SecretNames.DatabaseUrl] = Output.CreateSecret(Output.Tuple(login.Name, login.Password, cluster.PrivateHost, cluster.Port)
            .Apply(each => $"postgres://{each.Item1}:{Uri.EscapeDataString(each.Item2)}@{each.Item3}:{each.Item4}/{database}?{Verified}")),
            [SecretNames.DatabaseExporterUri] = Output.CreateSecret(Output.Format($"{cluster.PrivateHost}:{cluster.Port}/{database}?{Verified}")),
            [SecretNames.PostgresMonitoringPassword] = Output.CreateSecret(monitoring.Password),
        };

    private static Output<string> SetupOf(DatabaseCluster cluster, ManagedPostgresArgs args, IEnumerable<DatabaseUser> logins, Output<string> certificate)
    {
        var server = Output.Tuple(cluster.PrivateHost, cluster.Port, certificate).Apply(at => new ManagedServer(at.Item1, at.Item2, args.Settings.Database, at.Item3));
        var administrator = Output.Tuple(cluster.User, cluster.Password).Apply(who => new PostgresLogin(who.Item1, who.Item2));
        var users = Output.All(logins.Select(login => Output.Tuple(login.Name, login.Password).Apply(who => new PostgresLogin(who.Item1, who.Item2))));
        var monitoring = ManagedPostgresRoles.MonitoringOf(args.Secrets);
        return Output.CreateSecret(Output.Tuple(server, administrator, users).Apply(known => ManagedPostgresRoles.Files(known.Item1, known.Item2, known.Item3, monitoring)));
    }
}

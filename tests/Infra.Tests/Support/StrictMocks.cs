using System.Security.Cryptography;
using System.Text.Json;
using Moq;
using Pulumi.Testing;

namespace Infra.Tests;

/// <summary>
/// Providers that answer as the real ones would, for the resource types that are listed here and no others: a type or a function that
/// nobody thought about fails the test.
/// </summary>
public static class StrictMocks
{
    /// <summary>What every generated private key contains, to find where one leaks.</summary>
    public const string PrivateKeySentinel = "sentinel-of-a-private-key";

    /// <summary>What every join token is, to find where one leaks.</summary>
    public const string JoinTokenSentinel = "SWMTKN-1-sentinel";

    /// <summary>Types whose outputs, beyond their inputs, no test looks at.</summary>
    private static readonly HashSet<string> Echoing =
    [
        "digitalocean:index/firewall:Firewall", "digitalocean:index/sshKey:SshKey", "digitalocean:index/vpc:Vpc", "digitalocean:index/tag:Tag",
        "digitalocean:index/project:Project", "digitalocean:index/volumeAttachment:VolumeAttachment",
        "digitalocean:index/databaseFirewall:DatabaseFirewall", "digitalocean:index/databaseDb:DatabaseDb",
        "digitalocean:index/reservedIpAssignment:ReservedIpAssignment", "digitalocean:index/spacesBucket:SpacesBucket", "pulumi:providers:digitalocean",
        "cloudflare:index/dnsRecord:DnsRecord", "cloudflare:index/zoneSetting:ZoneSetting", "pulumi:providers:docker",
        "docker:index/service:Service", "docker:index/volume:Volume",
    ];

    /// <summary>Outputs that a provider adds, by type.</summary>
    private static readonly Dictionary<string, Func<MockResourceArgs, int, Dictionary<string, object>>> Computed = new()
    {
        ["digitalocean:index/droplet:Droplet"] = (_, number) => new()
        {
            ["ipv4Address"] = $"198.51.100.{number}",
            ["ipv4AddressPrivate"] = $"10.20.0.{number}",
            ["dropletUrn"] = $"do:droplet:{number}",
        },
        ["digitalocean:index/volume:Volume"] = (_, number) => new() { ["volumeUrn"] = $"do:volume:{number}" },
        ["digitalocean:index/reservedIp:ReservedIp"] = (_, _) => new() { ["ipAddress"] = "192.0.2.10", ["reservedIpUrn"] = "do:reservedip:192.0.2.10" },
        ["digitalocean:index/databaseCluster:DatabaseCluster"] = (args, number) => new()
        {
            ["clusterUrn"] = $"do:dbaas:{number}",
            ["host"] = "public.db.example.com",
            ["privateHost"] = "private.db.example.com",
            ["port"] = 25060,
            ["user"] = "doadmin",
            ["password"] = $"sentinel-of-{args.Name}",
            ["uri"] = $"postgresql://doadmin:sentinel-of-{args.Name}@public.db.example.com:25060/defaultdb?sslmode=require",
            ["privateUri"] = $"postgresql://doadmin:sentinel-of-{args.Name}@private.db.example.com:25060/defaultdb?sslmode=require",
        },
        ["digitalocean:index/databaseUser:DatabaseUser"] = (args, _) => new() { ["password"] = $"sentinel-of-{args.Name}-{Hash(args.Inputs):x8}" },
        ["digitalocean:index/spacesKey:SpacesKey"] = (args, _) => new()
        {
            ["accessKey"] = $"access-key-of-{args.Name}",
            ["secretKey"] = $"sentinel-of-{args.Name}",
        },
        ["tls:index/privateKey:PrivateKey"] = (args, _) => new()
        {
            ["privateKeyOpenssh"] = $"-----BEGIN OPENSSH PRIVATE KEY-----\n{PrivateKeySentinel}\n-----END OPENSSH PRIVATE KEY-----\n",
            ["privateKeyPem"] = $"-----BEGIN PRIVATE KEY-----\n{PrivateKeySentinel}\n-----END PRIVATE KEY-----\n",
            ["publicKeyOpenssh"] = $"ssh-ed25519 AAAA{args.Name}\n",
        },
        ["tls:index/certRequest:CertRequest"] = (_, _) => new() { ["certRequestPem"] = "a certificate request" },
        ["cloudflare:index/originCaCertificate:OriginCaCertificate"] = (_, _) => new() { ["certificate"] = "a certificate" },
        ["tls:index/selfSignedCert:SelfSignedCert"] = (_, _) => new() { ["certPem"] = "a certificate" },
        ["command:remote:Command"] = (args, _) => Printed(args.Name!),
        ["command:local:Command"] = (args, _) => Printed(args.Name!),
        ["random:index/randomPassword:RandomPassword"] = (args, _) => new()
        {
            ["result"] = $"sentinel-of-{args.Name}-{Hash(args.Inputs):x8}",
            ["bcryptHash"] = $"$2a$10$sentinel-of-{args.Name}-{Hash(args.Inputs):x8}",
        },
        ["random:index/randomString:RandomString"] = (args, _) => new() { ["result"] = $"sentinel-of-{args.Name}" },
        // Another value for other keepers, as the provider makes.
        ["random:index/randomId:RandomId"] = (args, _) => new() { ["hex"] = $"{Hash(args.Inputs):x8}" },
        ["random:index/randomBytes:RandomBytes"] = (args, _) => new() { ["hex"] = $"sentinel-of-{args.Name}", ["base64"] = $"sentinel-of-{args.Name}" },
    };

    private static Dictionary<string, object> Printed(string command) => new()
    {
        ["stdout"] = command.Contains("-token-", StringComparison.Ordinal) ? JoinTokenSentinel
            : command.EndsWith("-init", StringComparison.Ordinal) ? "swarm-id\nfirst-node-id"
            : $"{command}-id",
        ["stderr"] = "",
    };

    /// <summary>Types of which nothing can change: other inputs make another one, with another id.</summary>
    private static readonly HashSet<string> Immutable =
        ["docker:index/network:Network", "docker:index/secret:Secret", "docker:index/serviceConfig:ServiceConfig"];

    /// <summary>The mocks; ids follow from names, so that two runs can be compared.</summary>
    /// <param name="seen">Is told of every resource.</param>
    public static IMocks Create(Action<MockResourceArgs>? seen = null)
    {
        var mocks = new Mock<IMocks>(MockBehavior.Strict);
        mocks.Setup(mock => mock.NewResourceAsync(It.IsAny<MockResourceArgs>()))
            .Returns((MockResourceArgs args) =>
            {
                seen?.Invoke(args);
                return Task.FromResult(Answer(args));
            });
        mocks.Setup(mock => mock.CallAsync(It.IsAny<MockCallArgs>()))
            .Returns((MockCallArgs args) => args.Token == "digitalocean:index/getDatabaseCa:getDatabaseCa" ? Task.FromResult<object>(DatabaseCa(args)) : throw new InvalidOperationException($"the mocks do not know the function {args.Token}; add it to {nameof(StrictMocks)}"));
        mocks.Setup(mock => mock.RegisterResourceOutputs(It.IsAny<MockRegisterResourceOutputsRequest>())).Returns(Task.CompletedTask);
        return mocks.Object;
    }

    private static Dictionary<string, object> DatabaseCa(MockCallArgs args) => new()
    {
        ["id"] = "a certificate's id",
        ["clusterId"] = args.Args["clusterId"],
        ["certificate"] = "the certificate of the database's authority",
    };

    /// <summary>A number that follows from a value, on every run the same.</summary>
    private static uint Hash(object value) => BitConverter.ToUInt32(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        value is IReadOnlyDictionary<string, object> inputs ? inputs.OrderBy(input => input.Key, StringComparer.Ordinal) : value)));

    private static (string? Id, object State) Answer(MockResourceArgs args) => Answer(args, 1 + (int)(Hash(args.Name!) % 250));

    private static (string? Id, object State) Answer(MockResourceArgs args, int number) => args.Type switch
    {
        { } type when Immutable.Contains(type) => ($"{args.Name}-{Hash(args.Inputs):x8}", args.Inputs.SetItem("name", args.Inputs.GetValueOrDefault("name", $"{args.Name}-{Hash(args.Inputs):x8}"))),
        { } component when component.StartsWith("lhd:", StringComparison.Ordinal) => ("", args.Inputs),
        { } type when Echoing.Contains(type) => ($"{number}", args.Inputs),
        { } type when Computed.TryGetValue(type, out var outputs) => ($"{number}", args.Inputs.SetItems(outputs(args, number))),
        _ => throw new InvalidOperationException($"the mocks do not know the type {args.Type} of {args.Name}; add it to {nameof(StrictMocks)}"),
    };
}

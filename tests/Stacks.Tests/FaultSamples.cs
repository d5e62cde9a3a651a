using System.Text.Json.Nodes;
using Infra.Tests;

namespace Stacks.Tests;

/// <summary>Mistakes of every kind: in a value, between values of a section, between sections, and in what the settings describe.</summary>
public static class FaultSamples
{
    private static readonly string[] Sizes = ["nodeSize", "managers", "workers", "monitoring", "luckyReplicas", "services.memory", "services.replicas"];

    private static readonly Fault[] Anywhere =
    [
        new("a domain that is an address", "domain", [("domain", "https://example.com")]),
        new("hosts two levels deep", "hostPattern", [("hostPattern", "{service}.staging")]),
        new("a number in words", "managers", [("managers", "two")]),
        new("a size that there is not", "nodeSize", [("nodeSize", "s-2vcpu-4bg")]),
        new("a region that there is not", "region", [("region", "fra2")]),
        new("a range that Docker uses", "privateRange", [("privateRange", "172.20.0.0/20")]),
        new("a network that is none", "adminCidrs[0]", [("adminCidrs", """["10.0.0.1/8"]""")]),
        new("a registry that is an address", "registryServer", [("registryServer", "https://registry.gitlab.com")]),
        new("a tag with a space", "release", [("release", "a b")]),
        new("an image with a tag", "luckyImage", [("luckyImage", "registry.gitlab.com/acme/shop/lucky:1")]),
        new("an image that moves", "hasuraImage", [("hasuraImage", "hasura/graphql-engine:latest")]),
        new("a server that is not pinned", "postgresImage", [("postgresImage", "postgres")]),
        new("a time of no day", "backupTime", [("backupTime", "25:00")]),
        new("a database of Postgres's own", "database", [("database", "postgres")]),
        new("a flag that is neither", "monitoring", [("monitoring", "maybe")]),
        new("a channel without #", "slackChannel", [("slackChannel", "alerts")]),
        new("a variable with a hyphen", "luckyEnv.LOG-LEVEL", [("luckyEnv", """{"LOG-LEVEL":"info"}""")]),
        new("a credential among variables", "hasuraEnv.SMTP_PASSWORD", [("hasuraEnv", """{"SMTP_PASSWORD":"hunter2"}""")]),
        new("a key that there is not", "mangers", [("mangers", "3")]),
        new("a secret of a name that is taken", "generatedSecrets[0]", [("generatedSecrets", """["grafana"]""")]),
        new("a variable from no secret", "luckySecretEnv", [("luckySecretEnv", """{"STRIPE_API_KEY":"ghost"}""")], "generatedSecrets"),
        new("a generation of no secret", "secretGenerations.ghost", [("secretGenerations", """{"ghost":2}""")], "generatedSecrets"),
        new("going back to the same release", "rollbackTo", [("release", "1a2b3c4d"), ("rollbackTo", "1a2b3c4d")]),
        new("going back before the first release", "rollbackTo", [("rollbackTo", "0a2b3c4d"), ("releaseMode", "first")]),
        new("a service with a name that is none", "name", [Service("""{"name":"Web 1"}""")]),
        new("a service with an image that moves", "image", [Service("""{"image":"nginx:latest"}""")]),
        new("a service with a key that there is not", "prt", [Service("""{"prt":3}""")]),
        new("a service that waits for nobody", "waitsFor", [Service("""{"waitsFor":["ghost"]}""")], "monitoring", "services.name"),
        new("a service that reads no secret", "secrets", [Service("""{"secrets":["ghost"]}""")], "generatedSecrets"),
        new("a service with a host and no port", "port", [Service("""{"host":"shop"}""")]),
        new("a service that is the edge", "host", [Service("""{"host":"edge","port":80}""")]),
        new("a service at the application's address", "host", [Service("""{"host":"api","port":80}""")]),
        new("a service with data anywhere", "placement", [Service("""{"mounts":[{"volume":"v","target":"/v"}]}""")]),
        new("a service of a name that is taken", "name", [Service("""{"name":"hasura"}""")], "services.name"),
        new("a service that reserves more than its limit", "reservedMemory", [Service("""{"memory":64,"reservedMemory":65}""")]),
        new("a service with memory in words", "memory", [Service("""{"memory":"much"}""")]),
    ];

    private static readonly Fault[] WithDroplets =
    [
        new("an even number of managers", "managers", [("managers", "4")]),
        new("a data node that there is not", "dataNode", [("dataNode", "worker-9")], "managers", "workers", "provider"),
        new("an edge node that is none", "edgeNode", [("edgeNode", "edge")]),
        new("everybody as an administrator", "adminCidrs", [("adminCidrs", """["0.0.0.0/1","128.0.0.0/1"]""")]),
        new("an authority without an address", "acmeEmail", [("certificate", "letsencrypt")], "https"),
        new("a certificate that Cloudflare does not trust", "certificate", [("certificate", "selfsigned")], "https", "dns"),
        new("plain text on the Internet", "https", [("https", "false")], "provider"),
        new("a registry without images", "registryServer", [("registryServer", "ghcr.io")], "luckyImage", "hasuraImage", "postgresImage", "services.image"),
        new("a secret that is not set", "registryToken", [("registryToken", "")]),
        new("hosts that are not used", "hosts", [("hosts", Host("manager-0", 1))], "provider"),
        new("a zone and no zone", "ownsZone", [("dns", "none"), ("ownsZone", "true"), ("certificate", "letsencrypt"), ("acmeEmail", "ops@example.com")]),
        new("nodes that are too small", "nodeSize", [("nodeSize", "s-1vcpu-1gb")], Sizes),
    ];

    /// <summary>The mistakes that a stack's file can have, by the stack.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Fault>> Of { get; } = new Dictionary<string, IReadOnlyList<Fault>>
    {
        ["staging"] =
        [
            .. Anywhere, .. WithDroplets,
            new("a service on a worker where there is none", "placement", [Service("""{"placement":"worker"}""")], "managers", "workers"),
        ],
        ["production"] = [.. Anywhere, new("a public console", "hasuraConsole", [("hasuraConsole", "true")]), new("a provider of another stack", "dns", [("provider", "local")])],
        ["existing"] =
        [
            .. Anywhere,
            new("a host of a name that is taken", "name", [("hosts", Host("worker-0", 2))]),
            new("a host with an address that is taken", "address", [("hosts", Host("worker-7", 3).Replace("203.0.113.3", "203.0.113.10"))]),
            new("a host of another role", "name", [("hosts", Host("boss", 4))]),
            new("workers besides the hosts", "workers", [("workers", "3")], "hosts", "provider"),
            new("an authority without an address", "acmeEmail", [("acmeEmail", "")]),
            new("backups in a region that there is not", "backupRegion", [("backupRegion", "fra2")]),
        ],
        ["local"] = [.. Anywhere, new("no source", "sourceFolder", [("sourceFolder", "")]), new("public names", "dns", [("dns", "cloudflare")])],
    };

    private static int _count;

    /// <summary>A service that is right but for one thing.</summary>
    private static (string Key, string Value) Service(string mistake)
    {
        var service = JsonNode.Parse($$"""{"name":"service-{{++_count}}","image":"nginx:1.29.1","health":{"none":"it has no port"} }""")!.AsObject();
        foreach (var (key, value) in JsonNode.Parse(mistake)!.AsObject())
            service[key] = value?.DeepClone();
        return ("services", service.ToJsonString());
    }

    private static string Host(string name, int number) =>
        $$"""{"name":"{{name}}","hostName":"other-{{number}}","address":"203.0.113.{{number}}","privateAddress":"192.168.10.{{number}}","hostKey":"{{Samples.PublicKey}}"}""";
}

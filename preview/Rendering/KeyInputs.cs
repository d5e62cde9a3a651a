using Preview.Engine;
using Pulumi.Protocol;

namespace Preview.Rendering;

/// <summary>The inputs by which a reviewer judges a resource, by type. Other types show none.</summary>
public static class KeyInputs
{
    private const string Firewall = "digitalocean:index/firewall:Firewall";
    private const string DnsRecord = "cloudflare:index/dnsRecord:DnsRecord";
    private const string Service = "docker:index/service:Service";

    // Each row is a line; a dot leads to a member of an object.
    private static readonly Dictionary<string, string[][]> Table = new()
    {
        ["cloudflare:index/originCaCertificate:OriginCaCertificate"] = [["hostnames"], ["requestType", "requestedValidity"]],
        ["cloudflare:index/zoneSetting:ZoneSetting"] = [["settingId", "value"]],
        ["command:remote:Command"] = [["connection.host", "connection.user"]],
        ["command:remote:CopyToRemote"] = [["connection.host", "remotePath"]],
        ["digitalocean:index/droplet:Droplet"] = [["region", "size", "image", "backups"], ["tags"]],
        ["digitalocean:index/project:Project"] = [["name", "environment"]],
        ["digitalocean:index/reservedIp:ReservedIp"] = [["region"]],
        ["digitalocean:index/reservedIpAssignment:ReservedIpAssignment"] = [["ipAddress"]],
        ["digitalocean:index/sshKey:SshKey"] = [["name"]],
        ["digitalocean:index/tag:Tag"] = [["name"]],
        ["digitalocean:index/volume:Volume"] = [["region", "size", "initialFilesystemType"]],
        ["digitalocean:index/vpc:Vpc"] = [["region", "ipRange"]],
        ["docker:index/network:Network"] = [["name", "driver", "ipamConfigs"]],
        ["docker:index/secret:Secret"] = [["name"]],
        ["docker:index/serviceConfig:ServiceConfig"] = [["name"]],
        [Service] = [["taskSpec.containerSpec.image"], ["mode.replicated.replicas", "endpointSpec.ports"]],
        ["pulumi:providers:docker"] = [["host"]],
        ["random:index/randomPassword:RandomPassword"] = [["length", "special", "keepers.generation"]],
        ["tls:index/certRequest:CertRequest"] = [["dnsNames"]],
        ["tls:index/privateKey:PrivateKey"] = [["algorithm", "rsaBits", "ecdsaCurve"]],
    };

    /// <summary>The lines for one resource.</summary>
    public static IEnumerable<string> Of(Registration resource) => resource.Type switch
    {
        Firewall => FirewallRules.Lines(resource.Inputs),
        DnsRecord => [Record(resource.Inputs)],
        "command:local:Command" or "command:remote:Command" => [.. Rows(resource), .. Commands(resource.Inputs)],
        _ when !resource.Custom => Given(resource.Inputs),
        _ => Rows(resource),
    };

    // A component has inputs for the reviewer alone.
    private static IEnumerable<string> Given(IReadOnlyDictionary<string, PropertyValue> inputs) =>
        PropertyText.Sorted(inputs).Where(input => input.Value is not PropertyValue.List { Items.Count: 0 }).Select(input => $"{input.Key}: {PropertyText.Brief(input.Value)}");

    private static IEnumerable<string> Rows(Registration resource) => Table.TryGetValue(resource.Type, out var rows)
        ? rows.Select(row => Line(resource.Inputs, row)).Where(line => line.Length > 0)
        : [];

    // What runs when, a command that runs on several occasions once.
    private static IEnumerable<string> Commands(IReadOnlyDictionary<string, PropertyValue> inputs) => new[] { "create", "update", "delete" }
        .Where(inputs.ContainsKey)
        .GroupBy(name => inputs[name])
        .Select(group => $"{string.Join(", ", group)}: {PropertyText.Brief(group.Key)}");

    private static string Line(IReadOnlyDictionary<string, PropertyValue> inputs, string[] row) =>
        string.Join(", ", row.Select(path => (Name: path.Split('.')[^1], Value: Find(inputs, path.Split('.'))))
            .Where(input => input.Value is not (null or PropertyValue.List { Items.Count: 0 }))
            .Select(input => $"{input.Name}: {PropertyText.Brief(input.Value!)}"));

    private static PropertyValue? Find(IReadOnlyDictionary<string, PropertyValue> members, ReadOnlySpan<string> path) =>
        (members.GetValueOrDefault(path[0]), path.Length) switch
        {
            (PropertyValue.Map map, > 1) => Find(map.Members, path[1..]),
            (PropertyValue.Secret or PropertyValue.Unknown, > 1) => null,
            var (value, _) => value,
        };

    private static string Record(IReadOnlyDictionary<string, PropertyValue> inputs) =>
        $"{Text(inputs, "type")} {Text(inputs, "name")} → {Text(inputs, "content")}{(inputs.GetValueOrDefault("proxied") is PropertyValue.Bool { Value: true } ? ", proxied" : "")}";

    private static string Text(IReadOnlyDictionary<string, PropertyValue> inputs, string name) =>
        inputs.TryGetValue(name, out var value) ? PropertyText.Brief(value) : "";
}

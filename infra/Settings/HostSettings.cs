using System.Net;
using System.Text.RegularExpressions;

namespace Infra.Settings;

/// <summary>A host that exists already and is to be a node.</summary>
/// <param name="Name">Its role and number; it keeps them for life, wherever it stands in the list.</param>
/// <param name="Address">Where SSH reaches it.</param>
/// <param name="PrivateAddress">Its address on the network that the nodes share; swarm traffic goes there.</param>
/// <param name="HostKey">Its SSH host key, which is checked at every connection.</param>
public sealed partial record HostSettings(NodeName Name, string Address, string PrivateAddress, SshPublicKey HostKey)
{
    /// <summary>Key of the list.</summary>
    public const string Key = "hosts";

    private const string Expected =
        "list hosts, e.g. [{name: manager-0, address: 203.0.113.10, privateAddress: 10.0.0.10, user: deploy, hostKey: \"ssh-ed25519 AAAAC3...\"}]";

    /// <summary>Its place in the settings, e.g. <c>hosts[0]</c>.</summary>
    public string Setting { get; init; } = Key;

    /// <summary>What the host calls itself (<c>hostname</c>), by which metrics know it; the node's name when not said.</summary>
    public string HostName { get; init; } = Name.ToString();

    /// <summary>The login name for SSH; the account may use Docker, or sudo without a password.</summary>
    public string User { get; init; } = "deploy";

    /// <summary>The port of SSH.</summary>
    public int Port { get; init; } = 22;

    /// <summary>Swarm labels besides the platform's own.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Reads the list.</summary>
    public static IReadOnlyList<HostSettings> ReadAll(SettingsSource source) => [.. source.Objects(Key, Expected).Select(Read)];

    /// <summary>What is wrong with the hosts together.</summary>
    public static IEnumerable<SettingsProblem> Problems(IReadOnlyList<HostSettings> hosts)
    {
        var managers = hosts.Count(host => host.Name.Role == NodeRole.Manager);
        if (hosts.Count == 0)
            yield return new(Key, "there are no hosts", "list at least one, named manager-0") { Inputs = [$"{Key}[*]"] };
        else if (managers is not (1 or 3 or 5 or 7))
            yield return new(Key, $"{managers} of the hosts are managers", "name 1, 3, 5 or 7 of them manager-0, manager-1 and so on") { Inputs = [$"{Key}[*].name"] };
        (string Key, Func<HostSettings, string> Of)[] own =
        [
            ("name", host => $"{host.Name}"),
            ("hostName", host => host.HostName),
            ("privateAddress", host => host.PrivateAddress),
            ("address", host => $"{host.Address} with port {host.Port}"),
        ];
        foreach (var (key, of) in own)
        {
            foreach (var same in hosts.Where(host => key != "hostName" || host.HostName != $"{host.Name}").GroupBy(of).Where(group => group.Count() > 1))
                yield return new($"{same.Last().Setting}.{key}", $"{same.First().Setting} has {same.Key}, too", "each host has its own");
        }
    }

    private static HostSettings Read(SettingsObject item, int index)
    {
        // What stands in for a value that could not be read is like that of no other host.
        var host = new HostSettings(
            item.Value("name", NodeName.Parse, "write role and number, e.g. manager-0 or worker-1", new(NodeRole.Worker, 100 + index)),
            item.Value("address", ParseAddress, "write where SSH reaches it, e.g. 203.0.113.10 or box.example.com", $"unreadable-{index}"),
            item.Value("privateAddress", ParseIp, "write its address on the network that the hosts share, e.g. 10.0.0.10", $"unreadable-{index}"),
            item.Value("hostKey", SshPublicKey.Parse, "write what `ssh-keyscan -t ed25519 ADDRESS` prints after the address, e.g. ssh-ed25519 AAAAC3...", SshPublicKey.None))
        {
            Setting = item.Path,
            User = item.Optional("user", text => ParseWord(text, "login name"), "deploy", "write a login name, e.g. deploy"),
            Port = item.Integer("port", 1, 65535, 22, "write the port of SSH, e.g. 22"),
            Labels = item.Map("labels", (name, value) => _ = (ParseWord(name, "label"), ParseWord(value, "label")), "write names and values of letters, digits, and . _ -, e.g. {disk: ssd}"),
        };
        if (item.Optional<string?>("hostName", text => ParseWord(text, "host name"), null, "write what `hostname` prints on it, e.g. box-1") is { } name)
            host = host with { HostName = name };
        item.ReportUnknownKeys();
        return host;
    }

    private static string ParseAddress(string text) => IPAddress.TryParse(text, out _) ? text : Settings.HostName.Parse(text).ToString();

    private static string ParseIp(string text) => IPAddress.TryParse(text, out var address) && address.ToString() == text
        ? text
        : throw new FormatException($"'{text}' is not an address");

    private static string ParseWord(string text, string what) => WordPattern().IsMatch(text)
        ? text
        : throw new FormatException($"'{text}' is not a {what}");

    [GeneratedRegex(@"\A[a-zA-Z0-9_][a-zA-Z0-9._-]*\z", RegexOptions.None, 1000)]
    private static partial Regex WordPattern();
}

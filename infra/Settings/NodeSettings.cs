using System.Text.RegularExpressions;

namespace Infra.Settings;

/// <summary>The machines of the environment: how many, how big, where, and who may reach them.</summary>
/// <param name="Region">Slug of the DigitalOcean region.</param>
/// <param name="Managers">Number of manager nodes: 1, 3, 5 or 7.</param>
/// <param name="Workers">Number of worker nodes.</param>
/// <param name="Size">Slug of the droplet size.</param>
/// <param name="Image">Slug of the image; the nodes are set up for Ubuntu.</param>
/// <param name="DataNode">The node that the data volume is attached to.</param>
/// <param name="EdgeNode">The node that has the public, reserved address.</param>
/// <param name="DataVolumeSize">Size of the data volume in GiB. It can grow, never shrink.</param>
/// <param name="PrivateRange">Range of the private network; no other network of the account may overlap it.</param>
/// <param name="AdminCidrs">Networks from which SSH is allowed.</param>
/// <param name="SshPublicKeys">Keys of those who deploy and operate.</param>
public sealed partial record NodeSettings(
    string Region,
    int Managers,
    int Workers,
    string Size,
    string Image,
    NodeName DataNode,
    NodeName EdgeNode,
    int DataVolumeSize,
    Cidr PrivateRange,
    IReadOnlyList<Cidr> AdminCidrs,
    IReadOnlyList<SshPublicKey> SshPublicKeys) : ISettingsSection
{
    /// <summary>Where the nodes come from.</summary>
    public NodeProvider Provider { get; init; }

    /// <summary>The hosts that exist already; none for other providers.</summary>
    public IReadOnlyList<HostSettings> Hosts { get; init; } = [];

    private const string PrivateRangeExpected = "write a private network of /16 to /24, e.g. 10.20.0.0/20";
    private const string OddManagers = "set 1, 3, 5 or 7, e.g. lhd:managers: 3";

    /// <summary>The settings that say which nodes there are.</summary>
    public static IReadOnlyList<string> Counted { get; } = ["provider", "managers", "workers", $"{HostSettings.Key}[*].name"];

    /// <summary>The nodes, managers first.</summary>
    public IEnumerable<NodeName> Names => Provider == NodeProvider.Existing ? Hosts.Select(host => host.Name).OrderBy(name => name.Role).ThenBy(name => name.Number) :
    [
        .. Enumerable.Range(0, Managers).Select(number => new NodeName(NodeRole.Manager, number)),
        .. Enumerable.Range(0, Workers).Select(number => new NodeName(NodeRole.Worker, number)),
    ];

    /// <summary>Reads the section.</summary>
    public static NodeSettings Read(SettingsSource source)
    {
        var provider = source.Choice<NodeProvider>("provider");
        source.Ignore(HostSettings.Key);
        var read = Read(source, provider == NodeProvider.DigitalOcean) with { Provider = provider };
        var settings = provider switch
        {
            NodeProvider.Existing => read.On(HostSettings.ReadAll(source)),
            NodeProvider.Local => read with { Managers = 1, Workers = 0 },
            _ => read,
        };
        source.Tell(Ignored(source, read, settings));
        return settings;
    }

    /// <summary>What was set and has no effect. A number that <c>Pulumi.yaml</c> has for a default may not have been set at all.</summary>
    private static IEnumerable<SettingsProblem> Ignored(SettingsSource source, NodeSettings read, NodeSettings used)
    {
        if (read.Provider != NodeProvider.Existing && source.IsSet(HostSettings.Key))
            yield return new(HostSettings.Key, "hosts are listed, and the nodes come from elsewhere", "set lhd:provider: existing, or remove them") { Inputs = ["provider"] };
        (string Key, int Set, int Default, int Used)[] counts = [("managers", read.Managers, 1, used.Managers), ("workers", read.Workers, 0, used.Workers)];
        foreach (var (key, set, _, _) in counts.Where(each => each.Set != each.Default && each.Set != each.Used))
        {
            yield return new(key, $"{set} set, but the nodes are {(used.Provider == NodeProvider.Local ? "this machine" : "those in lhd:hosts")}", "remove it; it is for droplets")
            {
                Inputs = ["provider", $"{HostSettings.Key}[*].name"],
            };
        }
    }

    private NodeSettings On(IReadOnlyList<HostSettings> hosts) => this with
    {
        Hosts = hosts,
        Managers = hosts.Count(host => host.Name.Role == NodeRole.Manager),
        Workers = hosts.Count(host => host.Name.Role == NodeRole.Worker),
    };

    private static NodeSettings Read(SettingsSource source, bool droplets) => new(
        source.Value("region", Slugs.ParseRegion, "choose a region of DigitalOcean, e.g. fra1 or nyc3"),
        source.Value("managers", ParseManagers, OddManagers, 1),
        source.Integer("workers", 0, 50, "set 0 to 50, e.g. lhd:workers: 2"),
        source.Value("nodeSize", Slugs.ParseSize, "choose a droplet size, e.g. s-2vcpu-4gb"),
        source.Value("nodeImage", ParseImage, "choose an Ubuntu LTS image, e.g. ubuntu-24-04-x64"),
        source.Value("dataNode", NodeName.Parse, "name one node, e.g. manager-0", NodeName.First),
        source.Value("edgeNode", NodeName.Parse, "name one node, e.g. manager-0", NodeName.First),
        source.Integer("dataVolumeSize", 1, 16384, "set the size in GiB, 1 to 16384, e.g. lhd:dataVolumeSize: 50"),
        source.Value("privateRange", ParsePrivateRange, PrivateRangeExpected, Cidr.Parse("10.20.0.0/20")),
        droplets ? source.List(AdminNetworks.Key, ParseAdmin, Cidr.Expected) : source.OptionalList(AdminNetworks.Key, ParseAdmin, Cidr.Expected),
        droplets ? source.List("sshPublicKeys", SshPublicKey.Parse, SshPublicKey.Expected) : source.OptionalList("sshPublicKeys", SshPublicKey.Parse, SshPublicKey.Expected));

    /// <inheritdoc/>
    public IEnumerable<SettingsProblem> Problems() =>
    [
        .. AdminNetworks.Problems(AdminCidrs),
        .. Provider == NodeProvider.Existing ? [.. HostSettings.Problems(Hosts), .. PlacementProblems()]
        : Managers == 0 ? NoManagerProblems()
        : PlacementProblems(),
    ];

    private IEnumerable<SettingsProblem> NoManagerProblems()
    {
        yield return Workers > 0
            ? new("workers", $"{Workers} set, but no manager that they could join", OddManagers) { Inputs = ["managers"] }
            : new("managers", "there is no swarm without a manager", OddManagers);
    }

    private IEnumerable<SettingsProblem> PlacementProblems()
    {
        foreach (var (key, node) in new[] { ("dataNode", DataNode), ("edgeNode", EdgeNode) })
        {
            if (Names.Any() && !Names.Contains(node))
                yield return new(key, $"there is no {node}", $"name one of {string.Join(", ", Names.Distinct())}") { Inputs = Counted };
        }
    }

    private static int ParseManagers(string text) => SettingsSource.ParseInteger(text, 0, 7) switch
    {
        0 => 0,
        var number when number % 2 == 0 => throw new FormatException($"{number} is even, which adds a vote but no safety"),
        var number => number,
    };

    private static Cidr ParsePrivateRange(string text)
    {
        var range = Cidr.Parse(text);
        if (range.PrefixLength is < 16 or > 24 || !NetworkRanges.Private.Any(network => network.Contains(range)))
            throw new FormatException($"{range} is not a private network of /16 to /24");
        Cidr[] taken = [NetworkRanges.DefaultBridge, NetworkRanges.Bridges, NetworkRanges.Overlays, .. NetworkRanges.ReservedByDigitalOcean];
        return Array.Find(taken, range.Overlaps) is { } other
            ? throw new FormatException($"{range} overlaps {other}, which Docker or DigitalOcean uses")
            : range;
    }

    private static Cidr ParseAdmin(string text) => Cidr.Parse(text) is { PrefixLength: > 0 } network
        ? network
        : throw new FormatException($"{text} is everybody");

    private static string ParseImage(string text) => ImagePattern().IsMatch(text)
        ? text
        : throw new FormatException($"'{text}' is not an Ubuntu image");

    [GeneratedRegex(@"\Aubuntu-[0-9][0-9]-04-x64\z", RegexOptions.None, 1000)]
    private static partial Regex ImagePattern();
}

namespace EndToEnd.Tests.Cloud;

/// <summary>A machine of the loopback cloud: its own processes, root file system, network, sshd and Docker Engine, set up by its user data.</summary>
internal sealed class Machine(LoopbackCloud cloud, string name, int number)
{
    private const string Router = "198.18.0.1";
    private const int FirstHost = 10;

    /// <summary>Host name.</summary>
    public string Name => name;

    /// <summary>Its number, by which it has its addresses.</summary>
    public int Number => number;

    /// <summary>Address on the public network.</summary>
    public string PublicAddress => $"198.18.0.{FirstHost + number}";

    /// <summary>Address on the private network.</summary>
    public required string PrivateAddress { get; init; }

    /// <summary>Prefix length of the private network.</summary>
    public required int PrivatePrefix { get; init; }

    /// <summary>Tags, by which firewalls find it.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    private string Folder => $"{cloud.Folder}/machines/{name}";

    private string Network => $"m{number}";

    /// <summary>Path of the machine's network namespace.</summary>
    public string NetworkName => Network;

    /// <summary>Lays the disk out and starts the machine.</summary>
    /// <param name="userData">What cloud-init is given.</param>
    /// <param name="files">Other files by path, such as names that a resolver would know.</param>
    /// <param name="firewall">What iptables-restore is given.</param>
    public async Task CreateAsync(string userData, IReadOnlyDictionary<string, string> files, string firewall)
    {
        Directory.CreateDirectory($"{Folder}/content");
        await cloud.RunAsync(null, "cp", "-a", $"{LoopbackCloud.Script("machine")}/.", $"{Folder}/content");
        var seed = "/var/lib/cloud/seed/nocloud";
        foreach (var (path, text) in files.Concat(new Dictionary<string, string>
        {
            [$"{seed}/user-data"] = userData,
            [$"{seed}/meta-data"] = $"instance-id: {name}-{number}\nlocal-hostname: {name}\n",
        }))
        {
            Directory.CreateDirectory(Path.GetDirectoryName($"{Folder}/content{path}")!);
            await File.WriteAllTextAsync($"{Folder}/content{path}", path == "/etc/hosts" ? $"{text}127.0.1.1 {name}\n" : text);
        }

        await File.WriteAllTextAsync($"{Folder}/firewall", firewall);
        await PowerOnAsync();
    }

    /// <summary>Starts the machine from its disk.</summary>
    public Task PowerOnAsync() => PowerAsync("on", $"{PublicAddress}/24", $"{PrivateAddress}/{PrivatePrefix}", Router);

    /// <summary>Ends the machine at once, as a loss of power does.</summary>
    public Task PowerOffAsync() => PowerAsync("off");

    /// <summary>Replaces what stands in front of the machine.</summary>
    public async Task FilterAsync(string firewall)
    {
        await File.WriteAllTextAsync($"{Folder}/firewall", firewall);
        await PowerAsync("firewall");
    }

    /// <summary>Gives the machine another public address.</summary>
    public async Task AddAddressAsync(string address)
    {
        await File.WriteAllTextAsync($"{Folder}/addresses", $"{address}/32\n");
        await PowerAsync("addresses");
    }

    /// <summary>Makes a file a disk of this machine, as <c>/dev/disk/by-id/ID</c>, also after a restart.</summary>
    public async Task AttachAsync(string id, string file)
    {
        var device = (await cloud.RunAsync(null, "losetup", "--find", "--show", file)).Trim();
        var minor = device["/dev/loop".Length..];
        await File.WriteAllTextAsync($"{Folder}/disks", $"{id} {minor}\n");
        await RunAsync("mknod \"/dev/loop$1\" b 7 \"$1\" 2>/dev/null || test -b \"/dev/loop$1\"; ln -sfn \"../../loop$1\" \"/dev/disk/by-id/$0\"", id, minor);
    }

    /// <summary>Runs a shell command as root on the machine.</summary>
    public async Task<string> RunAsync(string script, params IReadOnlyList<string> arguments)
    {
        var process = (await File.ReadAllTextAsync($"{Folder}/process")).Trim();
        return await cloud.RunAsync(null, ["nsenter", $"--target={process}", "--mount", "--pid", "--net", "--uts", "--ipc", "--", "sh", "-ec", script, .. arguments]);
    }

    /// <summary>Ends the machine and forgets it.</summary>
    public Task DestroyAsync() => PowerOffAsync();

    private Task<string> PowerAsync(string verb, params IReadOnlyList<string> arguments) =>
        cloud.RunAsync(null, [LoopbackCloud.Script("machine-power"), verb, Folder, Network, .. arguments]);
}

using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Cloud;

namespace EndToEnd.Tests.Provider;

/// <summary>The account: its machines, networks, firewalls and volumes, all on the loopback cloud.</summary>
/// <param name="cloud">Where they are.</param>
/// <param name="files">Files that every machine has from the start, by path.</param>
internal sealed class Account(LoopbackCloud cloud, IReadOnlyDictionary<string, string> files) : IDisposable
{
    private const int FirstId = 1000;

    private readonly SemaphoreSlim _one = new(1);
    private readonly Dictionary<string, Machine> _machines = [];
    private readonly Dictionary<string, JsonObject> _firewalls = [];
    private readonly Dictionary<string, IPNetwork> _networks = [];

    /// <summary>The machines that exist.</summary>
    public IReadOnlyCollection<Machine> Machines => [.. _machines.Values];

    /// <summary>The machine whose name ends so.</summary>
    public Machine Machine(string name) => _machines.Values.Single(machine => machine.Name.EndsWith(name, StringComparison.Ordinal));

    /// <summary>The machine with an id.</summary>
    public Machine ById(string id) => _machines[id];

    /// <summary>Where files of volumes are.</summary>
    public string VolumeFile(string name) => $"{cloud.Folder}/volume-{name}";

    public void Dispose() => _one.Dispose();

    public void AddNetwork(string id, string range) => _networks[id] = IPNetwork.Parse(range);

    public async Task<(string Id, Machine Machine)> CreateMachineAsync(JsonObject inputs)
    {
        await _one.WaitAsync();
        try
        {
            var number = _machines.Count == 0 ? 0 : _machines.Values.Max(each => each.Number) + 1;
            var machine = Describe(inputs, number);
            var id = (FirstId + number).ToString(CultureInfo.InvariantCulture);
            _machines[id] = machine;
            await machine.CreateAsync($"{inputs["userData"]}", files, RulesOf(machine));
            await RefilterAsync();
            return (id, machine);
        }
        finally
        {
            _one.Release();
        }
    }

    public async Task DeleteMachineAsync(string id)
    {
        await _machines[id].DestroyAsync();
        _machines.Remove(id);
        await RefilterAsync();
    }

    /// <summary>Takes note of a machine that exists.</summary>
    public void Recall(string id, JsonObject inputs) => _machines[id] = Describe(inputs, int.Parse(id, CultureInfo.InvariantCulture) - FirstId);

    /// <summary>Takes note of a firewall that exists.</summary>
    public void RecallFirewall(string id, JsonObject inputs) => _firewalls[id] = inputs;

    public async Task SetFirewallAsync(string id, JsonObject? inputs)
    {
        if (inputs is null)
            _firewalls.Remove(id);
        else
            _firewalls[id] = inputs;
        await RefilterAsync();
    }

    private Machine Describe(JsonObject inputs, int number)
    {
        var range = _networks[$"{inputs["vpcUuid"]}"];
        var bytes = range.BaseAddress.GetAddressBytes();
        bytes[3] += (byte)(10 + number);
        return new(cloud, $"{inputs["name"]}", number)
        {
            PrivateAddress = $"{new IPAddress(bytes)}",
            PrivatePrefix = range.PrefixLength,
            Tags = [.. inputs["tags"]!.AsArray().Select(tag => $"{tag}")],
        };
    }

    private async Task RefilterAsync()
    {
        foreach (var machine in _machines.Values)
            await machine.FilterAsync(RulesOf(machine));
    }

    private string RulesOf(Machine machine) => Firewall.Rules(
        [.. _firewalls.Values.Where(each => each["tags"]!.AsArray().Any(tag => machine.Tags.Contains($"{tag}"))).SelectMany(each => each["inboundRules"]!.AsArray()).Select(rule => rule!)],
        tag => _machines.Values.Where(each => each.Tags.Contains(tag)).SelectMany(each => new[] { each.PublicAddress, each.PrivateAddress }));
}

/// <summary>A private network.</summary>
internal sealed class Vpc(Account account) : ResourceKind
{
    public override async Task<Existing> CreateAsync(Asked asked, CancellationToken cancellation)
    {
        var created = await base.CreateAsync(asked, cancellation);
        Recall(created, asked);
        return created;
    }

    public override void Recall(Existing existing, Asked asked) => account.AddNetwork(existing.Id, asked.Text("ipRange"));
}

/// <summary>A firewall in front of the machines with its tags.</summary>
internal sealed class CloudFirewall(Account account) : ResourceKind
{
    public override async Task<Existing> CreateAsync(Asked asked, CancellationToken cancellation)
    {
        var created = await base.CreateAsync(asked, cancellation);
        await account.SetFirewallAsync(created.Id, asked.Inputs);
        return created;
    }

    public override async Task<Existing> UpdateAsync(Existing existing, Asked before, Asked asked, CancellationToken cancellation)
    {
        await account.SetFirewallAsync(existing.Id, asked.Inputs);
        return existing;
    }

    public override Task DeleteAsync(Existing existing, Asked asked, CancellationToken cancellation) => account.SetFirewallAsync(existing.Id, null);

    public override void Recall(Existing existing, Asked asked) => account.RecallFirewall(existing.Id, asked.Inputs);
}

/// <summary>A machine.</summary>
internal sealed class Droplet(Account account) : ResourceKind
{
    public override async Task<Existing> CreateAsync(Asked asked, CancellationToken cancellation)
    {
        var (id, machine) = await account.CreateMachineAsync(asked.Inputs);
        return new(id, new()
        {
            ["ipv4Address"] = machine.PublicAddress,
            ["ipv4AddressPrivate"] = machine.PrivateAddress,
            ["dropletUrn"] = $"do:droplet:{id}",
            ["status"] = "active",
        });
    }

    public override Task DeleteAsync(Existing existing, Asked asked, CancellationToken cancellation) => account.DeleteMachineAsync(existing.Id);

    public override void Recall(Existing existing, Asked asked) => account.Recall(existing.Id, asked.Inputs);
}

/// <summary>A volume: a file of its size, without content.</summary>
internal sealed class Volume(Account account) : ResourceKind
{
    public override async Task<Existing> CreateAsync(Asked asked, CancellationToken cancellation)
    {
        await using (var file = new FileStream(account.VolumeFile(asked.Text("name")), FileMode.CreateNew))
            file.SetLength((long)asked.Inputs["size"]!.GetValue<double>() << 30);
        // Its id is its name here, so that an attachment finds the file.
        return new(asked.Text("name"), new() { ["volumeUrn"] = $"do:volume:{asked.Text("name")}" });
    }
}

/// <summary>A volume that is a disk of a machine.</summary>
internal sealed class VolumeAttachment(Account account) : ResourceKind
{
    public override async Task<Existing> CreateAsync(Asked asked, CancellationToken cancellation)
    {
        var name = asked.Text("volumeId");
        await account.ById(asked.Text("dropletId")).AttachAsync($"scsi-0DO_Volume_{name}", account.VolumeFile(name));
        return await base.CreateAsync(asked, cancellation);
    }
}

/// <summary>A public address of its own.</summary>
internal sealed class ReservedIp : ResourceKind
{
    /// <summary>The one that there is.</summary>
    public const string Address = "198.18.0.100";

    public override Task<Existing> CreateAsync(Asked asked, CancellationToken cancellation) =>
        Task.FromResult(new Existing(Address, new() { ["ipAddress"] = Address, ["reservedIpUrn"] = $"do:reservedip:{Address}" }));
}

/// <summary>A reserved address that leads to a machine.</summary>
internal sealed class ReservedIpAssignment(Account account) : ResourceKind
{
    public override async Task<Existing> CreateAsync(Asked asked, CancellationToken cancellation)
    {
        await account.ById(asked.Text("dropletId")).AddAddressAsync(asked.Text("ipAddress"));
        return await base.CreateAsync(asked, cancellation);
    }
}

/// <summary>A DNS record, kept to be looked up.</summary>
internal sealed class DnsRecord(IDictionary<string, string> records) : ResourceKind
{
    public override Task<Existing> CreateAsync(Asked asked, CancellationToken cancellation)
    {
        Recall(new("", []), asked);
        return base.CreateAsync(asked, cancellation);
    }

    public override void Recall(Existing existing, Asked asked) => records[asked.Text("name")] = asked.Text("content");

    public override Task DeleteAsync(Existing existing, Asked asked, CancellationToken cancellation)
    {
        records.Remove(asked.Text("name"));
        return Task.CompletedTask;
    }
}

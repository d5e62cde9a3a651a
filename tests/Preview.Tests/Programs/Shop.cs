using Pulumi;
using Pulumi.Cloudflare;
using Pulumi.Command.Remote;
using Pulumi.Command.Remote.Inputs;
using Pulumi.DigitalOcean;
using Pulumi.DigitalOcean.Inputs;
using Pulumi.Random;

namespace Preview.Programs;

internal static class Shop
{
    public static Task<int> RunAsync() => Deployment.RunAsync(() =>
    {
        var nodes = new Nodes("nodes");
        var record = new DnsRecord("api", new()
        {
            ZoneId = "zone",
            Name = "api.example.com",
            Type = "A",
            Content = nodes.Address,
            Ttl = 1,
            Proxied = true,
        });
        var ranges = GetIpRanges.Invoke();
        _ = new Firewall("edge", new()
        {
            Name = "edge",
            Tags = { "swarm" },
            InboundRules =
            {
                new FirewallInboundRuleArgs { Protocol = "tcp", PortRange = "22", SourceAddresses = { "203.0.113.7/32" } },
                new FirewallInboundRuleArgs
                {
                    Protocol = "tcp", PortRange = "443", SourceAddresses = ranges.Apply(known => known.Ipv4Cidrs.AddRange(known.Ipv6Cidrs)),
                },
            },
        });
        Log.Warn("one node means downtime", nodes);
        return new Dictionary<string, object?>
        {
            ["url"] = Output.Format($"https://{record.Name}"),
            ["address"] = nodes.Address,
            ["password"] = nodes.Password,
        };
    });

    private sealed class Nodes : ComponentResource
    {
        public Nodes(string name)
            : base("shop:compute:Nodes", name)
        {
            var droplet = new Droplet(
                $"{name}-manager", new() { Region = "fra1", Size = "s-1vcpu-2gb", Image = "ubuntu-24-04-x64", Tags = { "swarm" } }, new() { Parent = this, Protect = true });
            var password = new RandomPassword($"{name}-password", new() { Length = 32 }, new() { Parent = this });
            _ = new Command(
                $"{name}-init",
                new()
                {
                    Connection = new ConnectionArgs { Host = droplet.Ipv4Address, User = "deploy", PrivateKey = Output.CreateSecret("hunter2") },
                    Create = "set -eu\ndocker swarm init --advertise-addr eth1\n",
                    Stdin = password.Result,
                },
                new() { Parent = this, DeletedWith = droplet });
            (Address, Password) = (droplet.Ipv4Address, password.Result);
            RegisterOutputs(new Dictionary<string, object?> { ["address"] = Address });
        }

        public Output<string> Address { get; }

        public Output<string> Password { get; }
    }
}

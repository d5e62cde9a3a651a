using Pulumi;
using Pulumi.Cloudflare;
using Pulumi.Command.Remote;
using Pulumi.Command.Remote.Inputs;
using Pulumi.DigitalOcean;
using Pulumi.Random;

namespace CSharpProgram;

internal sealed record SiteArgs(Input<string> SshKey, string Zone);

internal sealed class Site : ComponentResource
{
    public Site(string name, SiteArgs args)
        : base("peers:index:Site", name)
    {
        var children = new CustomResourceOptions { Parent = this };
        var password = new RandomPassword($"{name}-password", new() { Length = 24 }, children);
        var node = new Droplet($"{name}-node", new() { Image = "debian-13-x64", Region = "ams3", Size = "s-1vcpu-1gb" }, children);
        var record = new DnsRecord(
            $"{name}-record",
            new() { ZoneId = args.Zone, Name = "api", Type = "A", Content = node.Ipv4Address, Ttl = 1, Proxied = true },
            children);
        _ = new Command(
            $"{name}-start",
            new()
            {
                Connection = new ConnectionArgs { Host = node.Ipv4Address, User = "deploy", PrivateKey = args.SshKey },
                Create = "cat > password",
                Stdin = password.Result,
            },
            new() { Parent = this, DependsOn = record });

        (Address, Password) = (node.Ipv4Address, password.Result);
        RegisterOutputs(new Dictionary<string, object?> { ["address"] = Address });
    }

    public Output<string> Address { get; }

    public Output<string> Password { get; }
}

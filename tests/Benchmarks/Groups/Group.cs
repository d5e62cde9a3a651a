using Pulumi;
using Pulumi.Cloudflare;
using Pulumi.Command.Remote;
using Pulumi.Command.Remote.Inputs;
using Pulumi.DigitalOcean;
using Pulumi.Docker;
using Pulumi.Docker.Inputs;
using Pulumi.Random;

namespace Groups;

/// <summary>One component and six resources of the kinds that a real stack is made of, which depend on each other.</summary>
internal sealed class Group : ComponentResource
{
    public Group(string name)
        : base("benchmarks:index:Group", name)
    {
        var children = new CustomResourceOptions { Parent = this };
        var password = new RandomPassword($"{name}-password", new() { Length = 24, Special = false }, children);
        var node = new Droplet(
            $"{name}-node",
            new() { Image = "debian-13-x64", Region = "ams3", Size = "s-2vcpu-4gb", Monitoring = true, Tags = { "swarm", name } },
            children);
        _ = new DnsRecord(
            $"{name}-record",
            new() { ZoneId = "zone", Name = name, Type = "A", Content = node.Ipv4Address, Ttl = 1, Proxied = true },
            children);
        var start = new Command(
            $"{name}-start",
            new()
            {
                Connection = new ConnectionArgs { Host = node.Ipv4Address, User = "deploy", PrivateKey = Output.CreateSecret("key") },
                Create = Output.Format($"start {node.Name}"),
            },
            children);
        var secret = new Secret($"{name}-secret", new() { Data = password.Result }, children);
        _ = new Service($"{name}-service", ServiceOf(secret), new() { Parent = this, DependsOn = start });
        RegisterOutputs();
    }

    private static ServiceArgs ServiceOf(Secret secret) => new()
    {
        TaskSpec = new ServiceTaskSpecArgs
        {
            ContainerSpec = new ServiceTaskSpecContainerSpecArgs
            {
                Image = "registry.example.org/app:1.2.3",
                Env = { ["PASSWORD_FILE"] = "/run/secrets/password" },
                Secrets =
                {
                    new ServiceTaskSpecContainerSpecSecretArgs
                    {
                        SecretId = secret.Id, SecretName = secret.Name, FileName = "/run/secrets/password", FileMode = 256,
                    },
                },
            },
        },
        Mode = new ServiceModeArgs { Replicated = new ServiceModeReplicatedArgs { Replicas = 2 } },
    };
}

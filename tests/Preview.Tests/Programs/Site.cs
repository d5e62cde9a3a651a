using System.Collections.Immutable;
using Pulumi;
using Pulumi.Cloudflare;
using Pulumi.Command.Remote;
using Pulumi.Command.Remote.Inputs;
using Pulumi.DigitalOcean;
using Pulumi.Docker.Inputs;
using Pulumi.Random;

namespace Preview.Programs;

/// <summary>A site that its settings change: what is compared with an earlier state of it.</summary>
internal static class Site
{
    public static Task<int> RunAsync() => Deployment.RunAsync(() =>
    {
        var config = new Config();
        var nodes = new Nodes(config);
        foreach (var name in (config.Get("tags") ?? "one,two").Split(','))
            _ = new Tag(name, new() { Name = name }, new() { RetainOnDelete = name == "two" });
        if (config.GetBoolean("lookup") ?? true)
            _ = Tag.Get("found", "swarm");
        if (config.GetBoolean("volume") ?? true)
            _ = new Volume("data", new() { Region = config.Get("region") ?? "fra1", Size = 10, Name = "data" }, new() { Protect = config.GetBoolean("protect") ?? true });
        var docker = new Pulumi.Docker.Provider("docker", new() { Host = nodes.Address.Apply(address => $"ssh://{address}") });
        var token = new Pulumi.Docker.Secret("token", new() { Data = config.RequireSecret("token") }, new() { Provider = docker, DeleteBeforeReplace = false });
        _ = Service(config, docker, token);
        return new Dictionary<string, object?> { ["address"] = nodes.Address, ["token"] = config.RequireSecret("token") };
    });

    private static Pulumi.Docker.Service Service(Config config, Pulumi.Docker.Provider docker, Pulumi.Docker.Secret token) => new(
        "web",
        new()
        {
            Name = "web",
            Mode = new ServiceModeArgs { Replicated = new ServiceModeReplicatedArgs { Replicas = config.GetInt32("replicas") ?? 1 } },
            TaskSpec = new ServiceTaskSpecArgs
            {
                ContainerSpec = new ServiceTaskSpecContainerSpecArgs
                {
                    Image = $"registry.example.com/web:{config.Get("release") ?? "1"}",
                    Secrets = { new ServiceTaskSpecContainerSpecSecretArgs { SecretId = token.Id, SecretName = token.Name, FileName = "/run/secrets/token" } },
                },
            },
        },
        new() { Provider = docker });

    private sealed class Nodes : ComponentResource
    {
        public Nodes(Config config)
            : base("site:compute:Nodes", config.Get("component") ?? "nodes", Options(config))
        {
            var name = config.Get("component") ?? "nodes";
            var vpc = new Vpc($"{name}-vpc", new() { Region = config.Get("region") ?? "fra1", IpRange = config.Get("range") ?? "10.1.0.0/16" }, new() { Parent = this });
            var droplet = new Droplet($"{name}-web", Arguments(config, vpc), DropletOptions(config, this));
            var password = new RandomPassword($"{name}-password", new() { Length = config.GetInt32("length") ?? 32 }, new() { Parent = this });
            _ = new Command($"{name}-init", Initial(config, droplet, password), new() { Parent = this, DeletedWith = droplet });
            _ = new DnsRecord(
                $"{name}-record", new() { ZoneId = config.Get("zone") ?? "zone", Name = "www.example.com", Type = "A", Content = droplet.Ipv4Address, Ttl = 1 }, new() { Parent = this });
            Address = droplet.Ipv4Address;
            RegisterOutputs(ImmutableDictionary<string, object?>.Empty);
        }

        public Output<string> Address { get; }

        private static ComponentResourceOptions Options(Config config) =>
            config.GetBoolean("alias") ?? false ? new() { Aliases = { new Alias { Name = "nodes" } } } : new();

        private static DropletArgs Arguments(Config config, Vpc vpc) => new()
        {
            Region = config.Get("region") ?? "fra1",
            Size = config.Get("size") ?? "s-1vcpu-2gb",
            Image = config.Get("image") ?? "ubuntu-24-04-x64",
            VpcUuid = vpc.Id,
            Tags = { "web" },
        };

        private static CustomResourceOptions DropletOptions(Config config, Resource parent)
        {
            var options = new CustomResourceOptions { Parent = parent, IgnoreChanges = { "image" } };
            if (config.GetBoolean("replaceOnSize") ?? false)
                options.ReplaceOnChanges.Add("size");
            if (config.GetBoolean("deleteFirst") ?? false)
                options.DeleteBeforeReplace = true;
            if (config.Get("provider") is { } name)
                options.Provider = new Pulumi.DigitalOcean.Provider(name, new() { Token = Output.CreateSecret("hunter2") });
            return options;
        }

        private static CommandArgs Initial(Config config, Droplet droplet, RandomPassword password) => new()
        {
            Connection = new ConnectionArgs { Host = droplet.Ipv4Address, User = "deploy" },
            Create = $"set -eu\napt-get update\napt-get install -y {config.Get("package") ?? "docker.io"}\nsystemctl enable --now docker\n",
            Stdin = password.Result,
            Triggers = new Input<object>[] { droplet.Id.Apply(id => (object)id) },
        };
    }
}

using Pulumi;
using Pulumi.DigitalOcean;

namespace Preview.Programs;

internal static class Options
{
    public static Task<int> RunAsync() => Deployment.RunAsync(() =>
    {
        var provider = new Provider("ams", new() { Token = Output.CreateSecret("hunter2") });
        var old = Tag.Get("old", "swarm");
        var imported = new Tag("imported", new() { Name = "kept" }, new() { ImportId = "kept" });
        _ = new Droplet(
            "web",
            new() { Region = "ams3", Size = "s-1vcpu-2gb", Image = "ubuntu-24-04-x64", Tags = { old.Name, imported.Name } },
            new()
            {
                Provider = provider,
                Protect = true,
                IgnoreChanges = { "image" },
                ReplaceOnChanges = { "size" },
                DeleteBeforeReplace = true,
                RetainOnDelete = true,
                CustomTimeouts = new() { Create = TimeSpan.FromMinutes(5) },
                Aliases = { new Alias { Name = "www" } },
                AdditionalSecretOutputs = { "ipv4Address" },
                DependsOn = { imported },
            });
    });
}

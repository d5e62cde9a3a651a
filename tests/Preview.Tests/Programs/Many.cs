using Pulumi;
using Pulumi.DigitalOcean;

namespace Preview.Programs;

internal static class Many
{
    public static Task<int> RunAsync() => Deployment.RunAsync(() =>
    {
        Console.WriteLine($"declaring in process {Environment.ProcessId}");
        foreach (var index in Enumerable.Range(0, new Config().RequireInt32("droplets")))
            _ = new Droplet($"node-{index}", new() { Region = "fra1", Size = "s-1vcpu-2gb", Image = "ubuntu-24-04-x64" });
    });
}

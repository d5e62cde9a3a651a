using Sdks.Tests.Recordings;

namespace Sdks.Tests.HostileEngines;

/// <summary>A real program, as a process of its own, that declares droplets and says so if a failure went unnoticed.</summary>
internal static class HostileRun
{
    private const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Pulumi;
        using Pulumi.DigitalOcean;

        TaskScheduler.UnobservedTaskException += (_, unobserved) => Console.Error.WriteLine($"unobserved: {unobserved.Exception}");
        var (count, userDataLength) = (int.Parse(args[0]), int.Parse(args[1]));
        var exitCode = await Deployment.RunAsync(() =>
        {
            Droplet? last = null;
            for (var number = 0; number < count; number++)
                last = new Droplet($"node-{number}", new() { Image = "debian-13-x64", Region = "ams3", Size = "s", UserData = new string('x', userDataLength) });
            return new Dictionary<string, object?> { ["length"] = last?.UserData.Apply(text => text?.Length) };
        });
        for (var pass = 0; pass < 3; pass++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return exitCode;
        """;

    public static Task<(int ExitCode, string Stdout, string Stderr)> OfAsync(string monitor, string engine, int count = 1, int userDataLength = 1) =>
        ProgramProcess.RunAsync(
            ProgramCompiler.CompileSource("hostile", Source),
            new Dictionary<string, string>
            {
                ["PULUMI_MONITOR"] = monitor,
                ["PULUMI_ENGINE"] = engine,
                ["PULUMI_PROJECT"] = "hostile",
                ["PULUMI_STACK"] = "dev",
                ["PULUMI_DRY_RUN"] = "false",
                ["PULUMI_QUERY_MODE"] = "false",
                ["PULUMI_PARALLEL"] = "16",
            },
            $"{count}",
            $"{userDataLength}");
}

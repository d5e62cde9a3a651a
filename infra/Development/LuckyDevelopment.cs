using Infra.Services;
using Infra.Services.Catalogue;

namespace Infra.Development;

/// <summary>Lucky from the application's source folder: built in the container, and built again when a file changes.</summary>
public static class LuckyDevelopment
{
    /// <summary>Compiler and tools of the development image, after that of Lucky's own project template (github.com/luckyframework/lucky_cli).</summary>
    public const string Dockerfile =
        """
        FROM crystallang/crystal:1.18.2
        RUN apt-get update \
          && apt-get install --yes --no-install-recommends curl git postgresql-client tmux wget \
          && rm -rf /var/lib/apt/lists/*
        RUN git clone --depth 1 --branch v1.5.0 https://github.com/luckyframework/lucky_cli /lucky/cli \
          && cd /lucky/cli && shards build --without-development && cp bin/lucky /usr/local/bin/
        WORKDIR /app

        """;

    /// <summary>Where the source folder is in the container.</summary>
    public const string AppFolder = "/app";

    /// <summary>Path of the start script in the container.</summary>
    public const string ScriptPath = "/etc/lhd/develop.sh";

    /// <summary>Artefacts of the build, which stay in volumes of the engine: they are the container's, and slow on a mounted folder.</summary>
    private static readonly (string Volume, string Path)[] Artefacts =
    [
        ("lucky-lib", $"{AppFolder}/lib"), ("lucky-bin", $"{AppFolder}/bin"), ("lucky-node-modules", $"{AppFolder}/node_modules"), ("lucky-cache", "/root/.cache"),
    ];

    /// <summary>
    /// Brings the database up to date and starts Lucky, after it dropped what tests of a task that was killed have left. When a step fails the task ends, says why in its log, and is started again. Seeds are
    /// part of Lucky's project template, and may have been removed.
    /// </summary>
    public const string Script =
        $"""
        #!/bin/sh
        set -eu
        cd /app
        {LuckyTests.DropLeftovers}
        shards install
        lucky db.migrate
        for seed in required_data sample_data; do
          if [ -e "tasks/db/seed/$seed.cr" ]; then
            lucky "db.seed.$seed"
          fi
        done
        exec lucky watch

        """;

    /// <summary>Time for the first build of application and dependencies, on a slow machine.</summary>
    private static readonly TimeSpan FirstBuild = TimeSpan.FromMinutes(30);

    /// <summary>The service for development.</summary>
    /// <param name="service">The service as any environment has it.</param>
    /// <param name="sourceFolder">Absolute path of the application's source.</param>
    public static ServiceSpec From(ServiceSpec service, string sourceFolder) => service with
    {
        Mode = ServiceMode.Replicated(1),
        Args = ["/bin/sh", ScriptPath],
        Configs = [.. service.Configs, new("develop", ScriptPath, Script), new("test", LuckyTests.ScriptPath, LuckyTests.Script)],
        Env = new Dictionary<string, string>(service.Env) { ["LUCKY_ENV"] = "development", ["DEV_PORT"] = $"{Lucky.Port}" },
        Ports = [new(Lucky.Port, Lucky.Port)],
        Mounts = [Mount.Bind(sourceFolder, AppFolder), .. Artefacts.Select(artefact => Mount.Volume(artefact.Volume, artefact.Path))],
        // A compiler needs more than the program that it makes.
        Resources = new(4096, 0) { ReservedMemoryMiB = 256, ReservedCpus = 0.1 },
        Health = service.Health with { StartPeriod = FirstBuild },
        Placement = Placement.Managers,
        Update = UpdatePolicy.StopFirst,
        WaitsFor = [PostgresRolesService.Name],
    };
}

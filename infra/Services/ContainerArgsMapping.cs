using Pulumi;
using Pulumi.Docker;
using Pulumi.Docker.Inputs;

namespace Infra.Services;

/// <summary>The part of a service's arguments that is about its container.</summary>
internal static class ContainerArgsMapping
{
    public static ServiceTaskSpecContainerSpecArgs For(ServiceSpec spec, IReadOnlyDictionary<string, Secret> secrets, IReadOnlyList<ServiceConfig> configs) => new()
    {
        Image = spec.Image,
        Commands = spec.Command.ToArray(),
        Args = spec.Args.ToArray(),
        Env = ServiceArgsMapping.Map(spec.Env),
        Hostname = OrNothing(spec.Hostname),
        User = OrNothing(spec.User),
        ReadOnly = spec.ReadOnlyRoot,
        Init = spec.Init,
        CapAdds = spec.CapAdds.ToArray(),
        CapDrops = spec.CapDrops.ToArray(),
        StopGracePeriod = GoDuration.Of(spec.StopGrace),
        StopSignal = OrNothing(spec.StopSignal),
        Healthcheck = Health(spec.Health),
        Mounts = spec.Mounts.Select(MountOf).ToArray(),
        Secrets = spec.Secrets.Select(mount => SecretOf(mount, secrets[mount.Secret])).ToArray(),
        Configs = spec.Configs.Zip(configs, ConfigOf).ToArray(),
    };

    private static Input<string>? OrNothing(string? text) => text is null ? null : (Input<string>)text;

    private static ServiceTaskSpecContainerSpecHealthcheckArgs Health(HealthCheck health) => new()
    {
        Tests = health.Test.ToArray(),
        Interval = GoDuration.Of(health.Interval),
        Timeout = GoDuration.Of(health.Timeout),
        Retries = health.Retries,
        StartPeriod = GoDuration.Of(health.StartPeriod),
    };

    private static ServiceTaskSpecContainerSpecMountArgs MountOf(Mount mount) => new()
    {
        Type = mount.Type.ToString().ToLowerInvariant(),
        Source = mount.Type == MountType.Tmpfs ? null : (Input<string>)mount.Source,
        Target = mount.Target,
        ReadOnly = mount.ReadOnly,
        BindOptions = mount.Propagation is { } propagation
            ? (Input<ServiceTaskSpecContainerSpecMountBindOptionsArgs>)new ServiceTaskSpecContainerSpecMountBindOptionsArgs { Propagation = propagation }
            : null,
        TmpfsOptions = mount.Type == MountType.Tmpfs
            ? (Input<ServiceTaskSpecContainerSpecMountTmpfsOptionsArgs>)new ServiceTaskSpecContainerSpecMountTmpfsOptionsArgs
            {
                SizeBytes = Bytes.OfMiB(mount.SizeMiB),
                Mode = (int)Bytes.AnybodyMayWrite,
            }
            : null,
    };

    private static ServiceTaskSpecContainerSpecSecretArgs SecretOf(SecretMount mount, Secret secret) => new()
    {
        SecretId = secret.Id,
        SecretName = secret.Name,
        FileName = mount.Path,
        FileUid = mount.Uid,
        FileGid = mount.Gid,
        FileMode = (int)mount.Mode,
    };

    private static ServiceTaskSpecContainerSpecConfigArgs ConfigOf(ConfigFile file, ServiceConfig config) => new()
    {
        ConfigId = config.Id,
        ConfigName = config.Name,
        FileName = file.Path,
        FileUid = file.Uid,
        FileGid = file.Gid,
        FileMode = (int)file.Mode,
    };
}

using Infra.Compute;
using Infra.Services;
using Infra.Services.Catalogue;
using Infra.Settings;
using Pulumi;

namespace Infra.Backups;

/// <summary>What must be done before a change, for the sake of backups.</summary>
/// <param name="tools">The tools on the nodes; null when there are no backups.</param>
/// <param name="manager">The node through which the swarm is managed.</param>
public sealed class BackupPrecautions(BackupTools? tools, Node manager)
{
    /// <summary>Before a service: a backup for another Postgres, restic for the services that mount it.</summary>
    public IEnumerable<Resource> Before(ServiceSpec service) =>
    [
        .. service.Name == Postgres.Name ? Backup("backup-before-postgres", $"Postgres becomes {service.Image}") : [],
        .. tools is not null && service.Mounts.Any(mount => mount.Source == ResticTool.NodePath) ? [tools.Restic] : Array.Empty<Resource>(),
    ];

    /// <summary>Before a release that removes something from the database, or undoes what was added.</summary>
    public IReadOnlyList<Resource> BeforeRelease(ReleaseSettings release) =>
        release.TakesAway ? Backup("backup-before-release", $"release {release.Newest} takes away from the database") : [];

    private IReadOnlyList<Resource> Backup(string name, string change) => tools is null ? [] : [new BackupBefore(name, manager, tools, change).Taken];
}

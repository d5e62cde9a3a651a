using Infra.Backups;
using Infra.Secrets;
using Infra.Services;

namespace Infra.Tests.Backups;

/// <summary>The services of backups as they are described to the swarm.</summary>
public class BackupServiceTests
{
    private static readonly IReadOnlyList<ServiceSpec> Services = BackupService.Describe("lhd-production", Samples.Settings("production"));

    [Fact]
    public void Variables_name_files_with_secrets_and_hold_none() => Assert.All(Services, service =>
    {
        Assert.Equal($"/run/secrets/{SecretNames.BackupPasswordFile}", service.Env["PGPASSFILE"]);
        Assert.DoesNotContain(service.Env.Keys, name => name.Contains("PASSWORD", StringComparison.Ordinal) || name.Contains("KEY", StringComparison.Ordinal) || name.StartsWith("AWS_", StringComparison.Ordinal));
        Assert.All(service.Secrets, secret => Assert.Equal(UnixFileMode.UserRead, secret.Mode));
    });

    [Fact]
    public void Only_the_jobs_have_the_super_user_s_password() => Assert.Equal(
        [BackupNames.Jobs], Services.Where(service => service.Secrets.Any(secret => secret.Secret == SecretNames.PostgresPassword)).Select(service => service.Name));

    [Fact]
    public void They_work_over_the_network_without_docker() => Assert.All(Services, service =>
    {
        Assert.Contains(OverlayNetwork.Data, service.Networks);
        Assert.DoesNotContain(service.Mounts, mount => mount.Source.Contains("docker", StringComparison.Ordinal));
        Assert.Equal(["ALL"], service.CapDrops);
    });

    [Fact]
    public void Without_backups_there_is_no_service() => Assert.Empty(BackupService.Describe("lhd-production", Samples.Settings("production", ("backups", "false"))));
}

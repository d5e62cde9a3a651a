using Infra.Secrets;
using Infra.Settings;

namespace Infra.Services.Catalogue;

/// <summary>The application, written with the Lucky framework: everything of the api host that nothing else takes.</summary>
public static class Lucky
{
    /// <summary>Service and DNS name.</summary>
    public const string Name = "lucky";

    /// <summary>Port on its networks.</summary>
    public const int Port = 5000;

    /// <summary>Describes the service.</summary>
    /// <param name="settings">The stack file's section.</param>
    /// <param name="release">Tag of the release to run.</param>
    /// <param name="host">The api host.</param>
    /// <param name="https">Whether clients reach it over https.</param>
    public static ServiceSpec Describe(LuckySettings settings, string release, HostName host, bool https) =>
        new ServiceSpec(Name, settings.ImageOf(release))
        {
            Mode = ServiceMode.Replicated(settings.Replicas),
            Args = settings.Command,
            Env = new Dictionary<string, string>(settings.Env)
            {
                ["LUCKY_ENV"] = "production",
                ["HOST"] = "0.0.0.0",
                ["PORT"] = $"{Port}",
                ["APP_DOMAIN"] = $"{(https ? "https" : "http")}://{host}",
            },
            Networks = [OverlayNetwork.Edge, OverlayNetwork.Data],
            Routes = [new(host.ToString(), Port)],
            Health = HealthCheck.Http(Port, settings.HealthPath),
            Resources = new(settings.MemoryMiB, 1),
            WaitsFor = [Postgres.Name],
            Init = true,
        }.WithSecretEnvironment(new Dictionary<string, string>(settings.SecretEnv)
        {
            ["DATABASE_URL"] = SecretNames.DatabaseUrl,
            ["DB_URL"] = SecretNames.DatabaseUrl,
            ["SECRET_KEY_BASE"] = SecretNames.SecretKeyBase,
            ["SEND_GRID_KEY"] = SecretNames.SendGridKey,
        });
}

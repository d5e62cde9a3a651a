using Infra.Monitoring.Dashboards;
using Infra.Secrets;
using Infra.Services;

namespace Infra.Monitoring.Catalogue;

/// <summary>
/// Grafana with its own login. Data source and dashboards are files, so it keeps nothing: every start makes its database anew, with the
/// password that the secret holds at that time.
/// </summary>
public static class Grafana
{
    /// <summary>Name of the only user.</summary>
    public const string User = "admin";

    private const string DashboardFolder = "/etc/grafana/dashboards";

    // Grafana installs these by itself at every start; nothing here uses them.
    private static readonly string[] UnusedPlugins =
    [
        "grafana-advisor-app", "grafana-exploretraces-app", "grafana-lokiexplore-app", "grafana-metricsdrilldown-app", "grafana-pyroscope-app",
    ];

    /// <summary>The service with the pages that its environment has metrics for.</summary>
    /// <param name="frame">The service without what depends on the other services.</param>
    /// <param name="environment">What its dashboards show.</param>
    public static ServiceSpec Showing(ServiceSpec frame, WatchedEnvironment environment) => frame with
    {
        Env = Environment(frame.Routes[0].Host, environment.Scheme),
        Configs = [.. Files(environment)],
    };

    /// <summary>The service without what depends on the other services.</summary>
    /// <param name="memoryMiB">Memory limit in MiB.</param>
    /// <param name="host">Its public host.</param>
    public static ServiceSpec Frame(int memoryMiB, string host) => new(MonitoringNames.Grafana, MonitoringImages.Grafana)
    {
        Secrets = [new(SecretNames.GrafanaPassword)],
        Networks = [OverlayNetwork.Metrics],
        Routes = [new(host, MonitoringPorts.Grafana)],
        Health = HealthCheck.Http(MonitoringPorts.Grafana, "/api/health") with { StartPeriod = TimeSpan.FromMinutes(2) },
        Resources = new(memoryMiB, Cpus: 0.5),
        Update = UpdatePolicy.StopFirst,
        CapDrops = ["ALL"],
    };

    private static Dictionary<string, string> Environment(string host, string scheme) => new()
    {
        ["GF_SECURITY_ADMIN_USER"] = User,
        ["GF_SECURITY_ADMIN_PASSWORD__FILE"] = $"/run/secrets/{SecretNames.GrafanaPassword}",
        ["GF_SECURITY_COOKIE_SECURE"] = scheme == "https" ? "true" : "false",
        ["GF_SECURITY_DISABLE_GRAVATAR"] = "true",
        ["GF_SERVER_ROOT_URL"] = $"{scheme}://{host}/",
        ["GF_AUTH_ANONYMOUS_ENABLED"] = "false",
        ["GF_AUTH_ANONYMOUS_HIDE_VERSION"] = "true",
        ["GF_USERS_ALLOW_SIGN_UP"] = "false",
        // Its own metrics would be a page without a login.
        ["GF_METRICS_ENABLED"] = "false",
        ["GF_ANALYTICS_REPORTING_ENABLED"] = "false",
        ["GF_ANALYTICS_CHECK_FOR_UPDATES"] = "false",
        ["GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES"] = "false",
        ["GF_NEWS_NEWS_FEED_ENABLED"] = "false",
        ["GF_SNAPSHOTS_EXTERNAL_ENABLED"] = "false",
        ["GF_PLUGINS_PREINSTALL_AUTO_UPDATE"] = "false",
        ["GF_PLUGINS_DISABLE_PLUGINS"] = string.Join(',', UnusedPlugins),
        ["GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"] = $"{DashboardFolder}/lhd-nodes.json",
    };

    private static IEnumerable<ConfigFile> Files(WatchedEnvironment environment) =>
    [
        new("grafana-datasource", "/etc/grafana/provisioning/datasources/lhd.yml", GrafanaProvisioning.DataSource),
        new("grafana-dashboards", "/etc/grafana/provisioning/dashboards/lhd.yml", GrafanaProvisioning.Dashboards(DashboardFolder)),
        .. DashboardCatalogue.Of(environment).Select(page =>
            new ConfigFile($"dashboard-{page.Uid}", $"{DashboardFolder}/{page.Uid}.json", DashboardJson.Render(page))),
    ];
}

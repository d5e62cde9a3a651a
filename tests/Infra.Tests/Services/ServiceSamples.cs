using Infra.Services;

namespace Infra.Tests.Services;

/// <summary>Service descriptions that are right, for tests that change one thing.</summary>
internal static class ServiceSamples
{
    public static ServiceSpec Web { get; } = new("web", "nginx:1.29.1")
    {
        Health = HealthCheck.Http(80, "/"),
        Resources = new(64, 0.5),
        Networks = [OverlayNetwork.Edge],
        Routes = [new("www.example.com", 80)],
    };

    public static ServiceSpec Worker { get; } = new("worker", "acme/worker:1.2.3")
    {
        Health = HealthCheck.None("it has no port"),
        Resources = new(64, 0.5),
        Networks = [OverlayNetwork.Data],
    };
}

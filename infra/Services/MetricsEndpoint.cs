namespace Infra.Services;

/// <summary>Where a service answers with Prometheus metrics; it must be on <see cref="OverlayNetwork.Metrics"/>.</summary>
/// <param name="Port">Port in the container.</param>
/// <param name="Path">Path of the metrics page.</param>
public sealed record MetricsEndpoint(int Port, string Path = "/metrics");

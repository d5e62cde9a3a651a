using Infra.Services;

namespace Infra.Releases;

/// <summary>What the swarm calls the things that a job refers to.</summary>
/// <param name="Networks">Id of each overlay network.</param>
/// <param name="Secrets">Name in the swarm of each secret, by ours.</param>
/// <param name="Configs">Names in the swarm of the configuration files, in the order of <see cref="ServiceSpec.Configs"/>.</param>
public sealed record JobSurroundings(
    IReadOnlyDictionary<OverlayNetwork, string> Networks,
    IReadOnlyDictionary<string, string> Secrets,
    IReadOnlyList<string> Configs);

using Pulumi;
using Pulumi.Docker;

namespace Infra.Services;

/// <summary>What a service refers to besides its own description.</summary>
/// <param name="Https">Whether routes are served over https.</param>
/// <param name="Networks">Id of each overlay network.</param>
/// <param name="Secrets">The swarm secrets by name.</param>
/// <param name="Registry">Host of the registry that needs a login.</param>
/// <param name="RegistryLogin">Another text after every change of that login; see <see cref="ServiceArgsMapping"/>.</param>
public sealed record ServiceSurroundings(
    bool Https,
    IReadOnlyDictionary<OverlayNetwork, Output<string>> Networks,
    IReadOnlyDictionary<string, Secret> Secrets,
    string Registry,
    Output<string> RegistryLogin);

namespace Infra.Services;

/// <summary>
/// The name of each overlay network. What cannot be changed on a network is part of its name, so that a new network can be made
/// before the old one goes.
/// </summary>
public static class NetworkNames
{
    /// <summary>The name of a network.</summary>
    public static string Of(OverlayNetwork network, bool encrypted) => network.ToString().ToLowerInvariant() + (encrypted ? "-encrypted" : "");
}

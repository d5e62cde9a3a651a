namespace Stacks;

/// <summary>What differs between environments by their nature. Everything else that differs is a setting.</summary>
/// <param name="Stage">What the cloud account calls this kind of environment: Staging or Production.</param>
/// <param name="ProtectData">Whether what holds data is protected from deletion.</param>
public sealed record EnvironmentTraits(string Stage, bool ProtectData);

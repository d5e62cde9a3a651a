namespace Preview.Planning;

/// <summary>A setting that a preview can do without and <c>pulumi up</c> cannot.</summary>
/// <param name="Key">Full key, e.g. <c>digitalocean:token</c>.</param>
/// <param name="Command">The command that sets it.</param>
/// <param name="Alternative">Another way to give it, or null.</param>
public sealed record MissingSetting(string Key, string Command, string? Alternative = null);

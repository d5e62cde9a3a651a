namespace Infra.Settings;

/// <summary>Whether people may look at the swarm, and change it, in a browser.</summary>
/// <param name="Enabled">Whether there is a Portainer.</param>
public sealed record PortainerSettings(bool Enabled) : ISettingsSection
{
    /// <summary>Key that says whether there is one.</summary>
    public const string Switch = "portainer";

    /// <summary>Reads the section.</summary>
    public static PortainerSettings Read(SettingsSource source) => new(source.Flag(Switch));

    /// <inheritdoc/>
    public IEnumerable<SettingsProblem> Problems() => [];
}

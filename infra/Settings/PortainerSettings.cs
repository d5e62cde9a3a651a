namespace Infra.Settings;

/// <summary>Whether people may look at the swarm, and change it, in a browser.</summary>
/// <param name="Enabled">Whether there is a Portainer.</param>
public sealed record PortainerSettings(bool Enabled) : ISettingsSection
{
    /// <summary>Reads the section.</summary>
    public static PortainerSettings Read(SettingsSource source) => new(source.Flag("portainer"));

    /// <inheritdoc/>
    public IEnumerable<SettingsProblem> Problems() => [];
}

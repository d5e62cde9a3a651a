namespace Infra.Settings;

/// <summary>A part of the settings that belongs together and knows what can be wrong between its values.</summary>
public interface ISettingsSection
{
    /// <summary>What is wrong between values that are each well formed. Asked only when all of them are.</summary>
    IEnumerable<SettingsProblem> Problems();
}

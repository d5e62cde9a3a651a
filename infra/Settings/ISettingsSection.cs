namespace Infra.Settings;

/// <summary>A part of the settings that belongs together and knows what can be wrong between its values.</summary>
public interface ISettingsSection
{
    /// <summary>
    /// What is wrong between values. A value that could not be read is stood in for by one that can be used, so that every rule is asked;
    /// a problem that follows from such a value names it in <see cref="SettingsProblem.Inputs"/>, and is not told.
    /// </summary>
    IEnumerable<SettingsProblem> Problems();
}

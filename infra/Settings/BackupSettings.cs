using System.Text.RegularExpressions;

namespace Infra.Settings;

/// <summary>How the database is backed up, and where a restore may come from.</summary>
/// <param name="Enabled">Whether there are backups.</param>
/// <param name="Time">Time of the daily backup in UTC, such as <c>02:30</c>.</param>
/// <param name="WalMinutes">Minutes between two uploads of WAL: what can be lost with the node and its volume.</param>
/// <param name="RetentionDays">Days for which every point in time can be restored.</param>
/// <param name="DeadlineHours">Hours after which a backup that has not ended has failed.</param>
/// <param name="Region">Region of the Space; empty for one near the environment's.</param>
/// <param name="Storage">Storage other than a Space of this stack; null for that.</param>
/// <param name="Source">Another environment's backups that a restore may come from; null for none.</param>
/// <param name="RestoreSql">SQL to run on data that come from there; null for none.</param>
public sealed partial record BackupSettings(
    bool Enabled,
    string Time,
    int WalMinutes,
    int RetentionDays,
    int DeadlineHours,
    string Region,
    StorageSettings? Storage,
    StorageSettings? Source,
    string? RestoreSql) : ISettingsSection
{
    /// <summary>Key of what switches them off.</summary>
    public const string Switch = "backups";

    private const string RegionExpected = "choose a region of Spaces, e.g. ams3, or leave it out for one near lhd:region";

    /// <summary>Reads the section.</summary>
    public static BackupSettings Read(SettingsSource source) => new(
        source.Flag(Switch),
        source.Value("backupTime", ParseTime, "write a time of day in UTC, e.g. lhd:backupTime: \"02:30\""),
        source.Integer("backupWalMinutes", 1, 15, "set minutes, 1 to 15, e.g. lhd:backupWalMinutes: 5"),
        source.Integer("backupRetention", 1, 365, "set days, 1 to 365, e.g. lhd:backupRetention: 14"),
        source.Integer("backupDeadline", 1, 24, "set hours, 1 to 24, e.g. lhd:backupDeadline: 6"),
        source.Optional("backupRegion", Slugs.ParseRegion, RegionExpected) ?? "",
        StorageSettings.Read(source, "backup"),
        StorageSettings.Read(source, "restore"),
        source.Optional("restoreSql", text => text, "write the SQL itself, e.g. with pulumi config set lhd:restoreSql < anonymise.sql"));

    /// <inheritdoc/>
    public IEnumerable<SettingsProblem> Problems()
    {
        if (Region.Length > 0 && Storage is not null)
            yield return new("backupRegion", "it is about a Space of this stack, but lhd:backupRepository names other storage", "remove one of the two");
    }

    private static string ParseTime(string text) => TimePattern().IsMatch(text)
        ? text
        : throw new FormatException($"'{text}' is not a time of day");

    [GeneratedRegex(@"\A([01]\d|2[0-3]):[0-5]\d\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TimePattern();
}

namespace Infra.Settings;

/// <summary>Which release of the application runs, and how the environment gets there.</summary>
/// <param name="Newest">Tag of the newest release's image, normally the first characters of the commit it was built from. It migrates.</param>
/// <param name="Mode">Whether code or database changes first.</param>
/// <param name="RollbackTo">Tag of the earlier release to go back to; null to run the newest.</param>
/// <param name="IsReversible">Whether the newest release's migrations can be undone.</param>
/// <param name="Commands">What the application's image runs for its database.</param>
/// <param name="TimeoutMinutes">How long a migration may take.</param>
public sealed record ReleaseSettings(
    string Newest,
    ReleaseMode Mode,
    string? RollbackTo,
    bool IsReversible,
    DatabaseCommands Commands,
    int TimeoutMinutes) : ISettingsSection
{
    /// <summary>Most characters of a tag: a whole commit. The names of the swarm configs that remember releases have room for no more.</summary>
    public const int LongestTag = 40;

    private const string TagExpected = "write a tag that was pushed, e.g. pulumi config set lhd:release 1a2b3c4d";

    /// <summary>Tag of the release whose code runs.</summary>
    public string Running => RollbackTo ?? Newest;

    /// <summary>Whether the change of the database may lose data: it removes something, or undoes what was added.</summary>
    public bool TakesAway => Mode == ReleaseMode.Subtractive || RollbackTo is not null;

    /// <summary>Reads the section.</summary>
    public static ReleaseSettings Read(SettingsSource source) => new(
        source.Value("release", ParseTag, TagExpected),
        source.Value("releaseMode", ParseMode, "write additive, subtractive or first, e.g. lhd:releaseMode: additive", ReleaseMode.Additive),
        source.Optional("rollbackTo", ParseTag, "write the tag of an earlier release, e.g. pulumi config set lhd:rollbackTo 1a2b3c4d"),
        source.Flag("reversible"),
        new(
            Command(source, "migrateCommand", "[./run_task, db.migrate]"),
            Command(source, "rollbackCommand", "[./run_task, db.rollback_to]"),
            Command(source, "migrationsCommand", "[./run_task, db.migrations.status]")),
        source.Integer("migrationTimeout", 1, 1440, "set minutes, 1 to 1440, e.g. lhd:migrationTimeout: 30"));

    /// <inheritdoc/>
    public IEnumerable<SettingsProblem> Problems()
    {
        if (RollbackTo == Newest)
            yield return new("rollbackTo", $"it is {Newest}, which is also the release", "name an earlier release, or run: pulumi config rm lhd:rollbackTo") { Inputs = ["release"] };
        if (RollbackTo is not null && Mode == ReleaseMode.First)
            yield return new("rollbackTo", "nothing is before a first release", "set the mode of the release that is undone, e.g. lhd:releaseMode: additive") { Inputs = ["releaseMode"] };
    }

    private static IReadOnlyList<string> Command(SettingsSource source, string key, string example) =>
        source.List(key, text => text, $"list program and arguments, e.g. {SettingsSource.Namespace}:{key}: {example}");

    private static string ParseTag(string text) =>
        text == "latest" ? throw new FormatException("latest is another image tomorrow")
        : !ImageReference.IsTag(text) ? throw new FormatException($"'{text}' cannot be the tag of an image")
        : text.Length > LongestTag ? throw new FormatException($"'{text}' has more than {LongestTag} characters")
        : text;

    private static ReleaseMode ParseMode(string text) => text switch
    {
        "additive" => ReleaseMode.Additive,
        "subtractive" => ReleaseMode.Subtractive,
        "first" => ReleaseMode.First,
        _ => throw new FormatException($"there is no mode '{text}'"),
    };
}

/// <summary>Programs and arguments of the application's image, after the entry point that reads the secrets.</summary>
/// <param name="Migrate">Runs every migration that has not run.</param>
/// <param name="RollBackTo">Undoes every migration after the version that is appended.</param>
/// <param name="List">
/// Lists the migrations that the image knows, one a line, with the version after <c>::V</c> and <c>Migrated</c> when it has run, as
/// Avram's db.migrations.status does (github.com/luckyframework/avram, src/avram/tasks/db/migrations_status.cr).
/// </param>
public sealed record DatabaseCommands(IReadOnlyList<string> Migrate, IReadOnlyList<string> RollBackTo, IReadOnlyList<string> List);

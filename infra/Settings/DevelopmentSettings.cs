namespace Infra.Settings;

/// <summary>What is developed on the machine that the program runs on; of no meaning for other providers.</summary>
/// <param name="SourceFolder">Folder of the application's source, absolute or relative to the folder of <c>Pulumi.yaml</c>.</param>
/// <param name="HasuraFolder">Folder below it with Hasura's <c>config.yaml</c>, into which the console writes metadata.</param>
public sealed record DevelopmentSettings(string SourceFolder, string HasuraFolder) : ISettingsSection
{
    /// <summary>Reads the section.</summary>
    public static DevelopmentSettings Read(SettingsSource source) => new(
        source.OptionalOrEmpty("sourceFolder", ParseFolder, "write the folder of the application's source, e.g. lhd:sourceFolder: ../shop") ?? "",
        source.Value("hasuraFolder", ParseSubfolder, "write the folder with Hasura's config.yaml below the source folder, e.g. lhd:hasuraFolder: hasura"));

    /// <inheritdoc/>
    public IEnumerable<SettingsProblem> Problems() => [];

    /// <summary>It becomes part of a script, so it must need no quoting.</summary>
    private static string ParseSubfolder(string text) => text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '_' or '-' or '.') && !text.StartsWith('/') && !text.Contains("..")
        ? text
        : throw new FormatException($"'{text}' is not a folder below the source folder");

    private static string ParseFolder(string text) => text.Any(letter => letter is ',' or ':' or '"' || char.IsControl(letter))
        ? throw new FormatException($"'{text}' has characters that a mount cannot have")
        : text;
}

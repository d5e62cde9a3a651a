namespace Infra.Settings;

/// <summary>A setting with a few possible values, each written as the name of an enum's member in lower case.</summary>
public static class Choice
{
    /// <summary>Reads the value.</summary>
    /// <exception cref="FormatException">The text is none of the values.</exception>
    public static T Parse<T>(string text) where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => Word(value) == text).Select(value => (T?)value).SingleOrDefault()
        ?? throw new FormatException($"'{text}' is not one of {string.Join(", ", Words<T>())}");

    /// <summary>What to write.</summary>
    public static string Expected<T>(string key) where T : struct, Enum =>
        $"write {string.Join(" or ", Words<T>())}, e.g. {SettingsSource.Namespace}:{key}: {Words<T>().First()}";

    private static IEnumerable<string> Words<T>() where T : struct, Enum => Enum.GetValues<T>().Select(Word).Order(StringComparer.Ordinal);

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}

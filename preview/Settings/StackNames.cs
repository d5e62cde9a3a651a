namespace Preview.Settings;

/// <summary>Names of stacks, and which of them have a settings file.</summary>
public static class StackNames
{
    private const int MaximumLength = 100;

    /// <summary>Whether Pulumi accepts the text as a stack's name: letters, digits, hyphens, underscores and periods, at most 100.</summary>
    public static bool IsValid(string name) =>
        name.Length is > 0 and <= MaximumLength && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');

    /// <summary>The stacks that have a <c>Pulumi.&lt;stack&gt;.yaml</c> in a folder, sorted.</summary>
    public static IReadOnlyList<string> In(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "Pulumi.*.y*ml").Select(StackOf).OfType<string>().Order(StringComparer.Ordinal)]
            : [];

    private static string? StackOf(string path)
    {
        var parts = Path.GetFileName(path).Split('.');
        return parts is ["Pulumi", .. var name, "yaml" or "yml"] && name.Length > 0 ? string.Join('.', name) : null;
    }
}

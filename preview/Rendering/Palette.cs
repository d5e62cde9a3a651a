namespace Preview.Rendering;

/// <summary>Colours for a terminal, or none. The text itself is the same.</summary>
/// <param name="IsColoured">Whether to write ANSI escape codes.</param>
public sealed record Palette(bool IsColoured)
{
    /// <summary>No colour: for pipes, files and tests.</summary>
    public static Palette Plain { get; } = new(false);

    /// <summary>Colour unless the output is redirected or <c>NO_COLOR</c> is set (https://no-color.org).</summary>
    public static Palette ForConsole(bool isRedirected) =>
        new(!isRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")));

    /// <summary>Things that will be made.</summary>
    public string Green(string text) => Wrap("32", text);

    /// <summary>Headings.</summary>
    public string Bold(string text) => Wrap("1", text);

    /// <summary>Details.</summary>
    public string Dim(string text) => Wrap("2", text);

    /// <summary>Warnings.</summary>
    public string Yellow(string text) => Wrap("33", text);

    /// <summary>Errors.</summary>
    public string Red(string text) => Wrap("31", text);

    private string Wrap(string code, string text) => IsColoured && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}

namespace Preview.Settings;

/// <summary>One thing to correct in a settings file.</summary>
/// <param name="Path">Key of the setting, or the position in the file as <c>line 3, column 7</c>.</param>
/// <param name="Why">What is wrong.</param>
/// <param name="Fix">What to do about it.</param>
public sealed record SettingsProblem(string Path, string Why, string Fix)
{
    /// <summary>The problem on one line.</summary>
    public override string ToString() => $"{Path}: {Why}; {Fix}";
}

namespace Preview.Settings;

/// <summary>One thing to correct in a settings file.</summary>
/// <param name="Path">Key of the setting, or the position in the file as <c>line 3, column 7</c>.</param>
/// <param name="Text">What is wrong, and what to do about it.</param>
public sealed record SettingsProblem(string Path, string Text)
{
    /// <summary>A problem in two clauses.</summary>
    /// <param name="path">Key of the setting, or the position in the file.</param>
    /// <param name="why">What is wrong.</param>
    /// <param name="fix">What to do about it.</param>
    public SettingsProblem(string path, string why, string fix)
        : this(path, $"{why}; {fix}")
    {
    }

    /// <summary>Whether it is about a setting or a part of it, such as <c>shop:admins[1]</c> of <c>shop:admins</c>.</summary>
    public bool IsAbout(string key) =>
        Path == key || (Path.StartsWith(key, StringComparison.Ordinal) && Path[key.Length] is '.' or '[');

    /// <summary>The problem on one line.</summary>
    public override string ToString() => $"{Path}: {Text}";
}

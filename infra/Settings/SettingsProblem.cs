namespace Infra.Settings;

/// <summary>One thing that must be changed in a stack file before anything can be created.</summary>
/// <param name="Key">Key without its namespace; a list's element as <c>adminCidrs[1]</c>.</param>
/// <param name="Why">What is wrong with the value that was found.</param>
/// <param name="Fix">What is expected instead, with an example.</param>
public sealed record SettingsProblem(string Key, string Why, string Fix)
{
    /// <summary>
    /// The other settings that make it a problem, those of every element of a list as <c>hosts[*].name</c>. It is told only when its key and
    /// each of them could be read: otherwise it may vanish with the value that is put right.
    /// </summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];
}

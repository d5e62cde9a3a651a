using Preview.Rendering;

namespace Preview;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Stack">Name of the stack.</param>
/// <param name="Folder">Where to look for the project.</param>
/// <param name="Format">How to print the plan.</param>
/// <param name="Inputs">Which inputs the tree shows.</param>
/// <param name="DiffFrom">File with an earlier state or plan to compare with, or null.</param>
/// <param name="Debug">Whether debug messages are kept.</param>
/// <param name="NoBuild">Whether to start what was built before.</param>
/// <param name="Timeout">How long the program may run.</param>
public sealed record PreviewOptions(
    string Stack, string Folder, PlanFormat Format, InputDetail Inputs, string? DiffFrom, bool Debug, bool NoBuild, TimeSpan Timeout)
{
    /// <summary>Folder to write the plan to as a Compose file, or null to print it.</summary>
    public string? Compose { get; init; }
}

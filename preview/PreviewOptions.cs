using Preview.Rendering;

namespace Preview;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Stack">Name of the stack.</param>
/// <param name="Folder">Where to look for the project.</param>
/// <param name="Json">Whether to print JSON.</param>
/// <param name="Inputs">Which inputs the tree shows.</param>
/// <param name="Debug">Whether debug messages are kept.</param>
/// <param name="NoBuild">Whether to start what was built before.</param>
/// <param name="Timeout">How long the program may run.</param>
public sealed record PreviewOptions(string Stack, string Folder, bool Json, InputDetail Inputs, bool Debug, bool NoBuild, TimeSpan Timeout);

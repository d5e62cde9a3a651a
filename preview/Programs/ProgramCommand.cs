namespace Preview.Programs;

/// <summary>How to start a built program.</summary>
/// <param name="FileName">The executable.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="WorkingFolder">The folder to start it in.</param>
public sealed record ProgramCommand(string FileName, IReadOnlyList<string> Arguments, string WorkingFolder);

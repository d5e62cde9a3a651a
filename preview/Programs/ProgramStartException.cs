namespace Preview.Programs;

/// <summary>The program could not be built or started.</summary>
/// <param name="message">What failed, with the compiler's messages if it was the build.</param>
public sealed class ProgramStartException(string message) : Exception(message);

using Pulumirpc;

namespace Pulumi;

/// <summary>Where messages to the user go.</summary>
internal interface IEngine
{
    /// <summary>Shows a message; throws <see cref="LogException"/> when the engine does not take it.</summary>
    Task LogAsync(LogRequest request);
}

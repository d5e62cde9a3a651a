namespace Pulumi;

/// <summary>The engine cannot be told anything any more.</summary>
/// <param name="exception">Why.</param>
public sealed class LogException(Exception exception) : Exception($"Error occurred during logging: {exception.Message}", exception)
{
}

namespace Pulumi;

/// <summary>A mistake that the program's user can mend: the message alone is shown, without a stack trace.</summary>
/// <param name="message">What is wrong and what to do.</param>
public class RunException(string message) : Exception(message)
{
}

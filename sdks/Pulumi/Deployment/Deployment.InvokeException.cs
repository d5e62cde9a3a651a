namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>A provider function that refused its arguments: which argument, and why.</summary>
    internal sealed class InvokeException(string message) : Exception(message)
    {
    }
}

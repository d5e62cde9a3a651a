namespace Pulumi;

/// <summary>A mistake in one resource, reported beside that resource.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="resource">The resource.</param>
/// <param name="hideStack">Whether the message alone is shown, without a stack trace.</param>
public sealed class ResourceException(string message, Resource? resource, bool hideStack = false) : Exception(message)
{
    internal Resource? Resource { get; } = resource;

    internal bool HideStack { get; } = hideStack;
}

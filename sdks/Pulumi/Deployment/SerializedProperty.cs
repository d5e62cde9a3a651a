namespace Pulumi;

/// <summary>A property that was written, and the resources that its value came from.</summary>
internal sealed record SerializedProperty(string Name, IReadOnlyCollection<Resource> Resources);

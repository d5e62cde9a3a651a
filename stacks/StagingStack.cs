using Pulumi;

namespace Stacks;

/// <summary>Where a release is tried: everything of production, smaller, and free to be thrown away.</summary>
public sealed class StagingStack(StackOptions? options = null) : EnvironmentStack(new("Staging", ProtectData: false), options);

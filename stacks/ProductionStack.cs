using Pulumi;

namespace Stacks;

/// <summary>Where the users are: what holds data is protected from deletion.</summary>
public sealed class ProductionStack(StackOptions? options = null) : EnvironmentStack(new("Production", ProtectData: true), options);

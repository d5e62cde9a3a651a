namespace Infra.Tests;

/// <summary>The official test entry keeps its run in one place, so tests that use it take turns.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SerialGraphs
{
    public const string Name = "graphs";
}

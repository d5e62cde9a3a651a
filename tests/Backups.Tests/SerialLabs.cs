namespace Backups.Tests;

/// <summary>Each test runs servers of its own; one after the other, so that a small machine keeps up.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SerialLabs
{
    public const string Name = "labs";
}

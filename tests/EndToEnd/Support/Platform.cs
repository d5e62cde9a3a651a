[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]

// One swarm is all that a small machine can run.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

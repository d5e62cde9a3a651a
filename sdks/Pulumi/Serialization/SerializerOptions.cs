namespace Pulumi;

/// <summary>How values are written.</summary>
/// <param name="KeepResources">Whether a resource is written as a reference; else as its id or URN.</param>
/// <param name="KeepOutputValues">Whether outputs are written with their flags and dependencies, as remote components expect.</param>
/// <param name="KeepReferencesApart">Whether a resource that is an argument itself is no dependency of it, as remote components want it.</param>
internal readonly record struct SerializerOptions(bool KeepResources, bool KeepOutputValues = false, bool KeepReferencesApart = false);

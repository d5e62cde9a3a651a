namespace Pulumi;

/// <summary>One argument: its name for the engine, what was given, and whether it travels as JSON text.</summary>
internal sealed record InputMember(string Name, object? Value, bool IsJson);

namespace Pulumi.SourceGenerator.Schema;

/// <summary>One input or output.</summary>
/// <param name="Wire">Its name in the schema, and between program and engine.</param>
/// <param name="Name">Its C# name.</param>
/// <param name="Type">Its type.</param>
internal sealed record Property(string Wire, string Name, TypeSpec Type)
{
    public bool IsRequired { get; init; }

    public bool IsSecret { get; init; }

    /// <summary>The provider replaces the resource when this changes.</summary>
    public bool WillReplace { get; init; }

    /// <summary>The program asks the engine to replace the resource when this changes.</summary>
    public bool ReplaceOnChanges { get; init; }

    /// <summary>A C# expression, null when there is no default.</summary>
    public string? Default { get; init; }
}

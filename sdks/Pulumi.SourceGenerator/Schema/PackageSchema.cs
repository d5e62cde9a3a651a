namespace Pulumi.SourceGenerator.Schema;

/// <summary>A provider package: what its schema.json says, ready to be written as C#.</summary>
internal sealed record PackageSchema(string Name, string Version, ClassName Utilities)
{
    /// <summary>Types that belong to functions get the suffixes that packages bridged from Terraform give them.</summary>
    public bool IsBridged { get; init; }

    public ResourceSchema? Provider { get; init; }

    public IReadOnlyList<ResourceSchema> Resources { get; init; } = [];

    public IReadOnlyList<FunctionSchema> Functions { get; init; } = [];

    public IReadOnlyDictionary<string, ObjectSchema> Objects { get; init; } = new Dictionary<string, ObjectSchema>();

    public IReadOnlyDictionary<string, EnumSchema> Enums { get; init; } = new Dictionary<string, EnumSchema>();
}

internal sealed record ResourceSchema(string Token, ClassName Class, IReadOnlyList<Property> Inputs, IReadOnlyList<Property> Outputs)
{
    /// <summary>Null when the resource can be looked up by its id alone.</summary>
    public IReadOnlyList<Property>? State { get; init; }

    /// <summary>Former type tokens.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public bool IsProvider { get; init; }
}

internal sealed record FunctionSchema(string Token, ClassName Class, IReadOnlyList<Property> Inputs, IReadOnlyList<Property> Outputs);

internal sealed record ObjectSchema(string Token, ClassName Class, IReadOnlyList<Property> Properties);

internal sealed record EnumSchema(string Token, ClassName Class, IReadOnlyList<EnumMember> Members);

internal sealed record EnumMember(string Name, string Value);

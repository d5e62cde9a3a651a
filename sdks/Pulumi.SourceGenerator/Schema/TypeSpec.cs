namespace Pulumi.SourceGenerator.Schema;

/// <summary>The type of a property, as the schema states it.</summary>
internal abstract record TypeSpec
{
    /// <summary>A scalar of C#, or <c>object</c>, or an asset type of the core package.</summary>
    public sealed record Plain(string CSharp, bool IsValueType) : TypeSpec;

    public sealed record List(TypeSpec Item) : TypeSpec;

    public sealed record Map(TypeSpec Value) : TypeSpec;

    /// <summary>Either of two; on the wire there is no difference.</summary>
    public sealed record Union(TypeSpec First, TypeSpec Second) : TypeSpec;

    /// <summary>An object or enum under <c>types</c>, by token.</summary>
    public sealed record Reference(string Token) : TypeSpec;

    public static readonly Plain Text = new("string", IsValueType: false);
    public static readonly Plain Integer = new("int", IsValueType: true);
    public static readonly Plain Number = new("double", IsValueType: true);
    public static readonly Plain Boolean = new("bool", IsValueType: true);
    public static readonly Plain Any = new("object", IsValueType: false);
    public static readonly Plain Asset = new("AssetOrArchive", IsValueType: false);
    public static readonly Plain Archive = new("Archive", IsValueType: false);
}

using Pulumi.SourceGenerator.Schema;

namespace Pulumi.SourceGenerator.Emit;

/// <summary>A set of texts that the provider knows; a struct, so that two of the same text are equal.</summary>
internal static class EnumEmitter
{
    public static string Emit(EnumSchema type)
    {
        var name = type.Class.Name;
        return $$"""
            {{Doc.Summary($"Values of <c>{type.Token}</c>.")}}
            [EnumType]
            public readonly struct {{name}} : global::System.IEquatable<{{name}}>
            {
                private readonly string _value;

                private {{name}}(string value) => _value = value ?? throw new global::System.ArgumentNullException(nameof(value));

            {{Block.Members(type.Members.Select(member => Member(name, member)))}}

                public static bool operator ==({{name}} left, {{name}} right) => left.Equals(right);

                public static bool operator !=({{name}} left, {{name}} right) => !left.Equals(right);

                {{Doc.Summary("The text on the wire.")}}
                public static explicit operator string({{name}} value) => value._value;

                [global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]
                public override bool Equals(object? obj) => obj is {{name}} other && Equals(other);

                public bool Equals({{name}} other) => string.Equals(_value, other._value, global::System.StringComparison.Ordinal);

                [global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]
                public override int GetHashCode() => _value?.GetHashCode() ?? 0;

                {{Doc.Summary("The text on the wire.")}}
                public override string ToString() => _value;
            }
            """;
    }

    private static string Member(string type, EnumMember member) => $$"""
        {{Doc.Summary($"<c>{System.Security.SecurityElement.Escape(member.Value)}</c>.")}}
        public static {{type}} {{member.Name}} { get; } = new {{type}}({{CSharp.Literal(member.Value)}});
        """;
}

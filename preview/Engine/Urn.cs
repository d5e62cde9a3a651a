namespace Preview.Engine;

/// <summary>Uniform resource names: <c>urn:pulumi:STACK::PROJECT::TYPES::NAME</c>, with the parents' types before the resource's own.</summary>
public static class Urn
{
    /// <summary>Type of the root of every stack.</summary>
    public const string StackType = "pulumi:pulumi:Stack";

    private const string Prefix = "urn:pulumi:";
    private const string Separator = "::";

    /// <summary>The name of a resource. The root stack's type is not part of its children's names.</summary>
    public static string Create(string stack, string project, string parent, string type, string name)
    {
        var parentTypes = parent.Length == 0 ? StackType : QualifiedType(parent);
        var types = parentTypes == StackType ? type : $"{parentTypes}${type}";
        return $"{Prefix}{stack}{Separator}{project}{Separator}{types}{Separator}{name}";
    }

    /// <summary>Whether the text has the form of a URN.</summary>
    public static bool IsValid(string urn) => urn.StartsWith(Prefix, StringComparison.Ordinal) && urn.Split(Separator).Length >= 4;

    /// <summary>Name of the stack.</summary>
    public static string Stack(string urn) => urn.Split(Separator, 4) is [var start, ..] && start.StartsWith(Prefix, StringComparison.Ordinal) ? start[Prefix.Length..] : "";

    /// <summary>Name of the project.</summary>
    public static string Project(string urn) => urn.Split(Separator, 4) is [_, var project, ..] ? project : "";

    /// <summary>The types from the outermost parent to the resource, joined by <c>$</c>.</summary>
    public static string QualifiedType(string urn) => urn.Split(Separator, 4) is [_, _, var types, _] ? types : "";

    /// <summary>The resource's own type.</summary>
    public static string Type(string urn) => QualifiedType(urn).Split('$')[^1];

    /// <summary>The resource's name.</summary>
    public static string Name(string urn) => urn.Split(Separator, 4) is [_, _, _, var name] ? name : urn;
}

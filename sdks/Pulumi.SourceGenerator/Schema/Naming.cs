using Pulumi.SourceGenerator.Json;

namespace Pulumi.SourceGenerator.Schema;

/// <summary>Tokens and wire names → C# names.</summary>
internal sealed class Naming
{
    private readonly Dictionary<string, string> _namespaces;
    private readonly string _root;

    private Naming(string root, Dictionary<string, string> namespaces) => (_root, _namespaces) = (root, namespaces);

    /// <summary>Reads <c>language.csharp</c>: rootNamespace (default Pulumi) and the namespaces of the package and its modules.</summary>
    public static Naming Read(string package, SchemaNode? csharp)
    {
        var namespaces = new Dictionary<string, string>();
        foreach (var (key, node) in csharp?.Find("namespaces", JsonKind.Object)?.Members() ?? [])
            namespaces[key] = node.Text;
        var parent = csharp?.FindText("rootNamespace") ?? "Pulumi";
        return new($"{parent}.{(namespaces.TryGetValue(package, out var name) ? name : Pascal(package))}", namespaces);
    }

    public ClassName Provider => new(_root, "Provider");

    public ClassName Utilities => new(_root, "Utilities");

    /// <summary>The class of <c>package:module/file:name</c>; null, and a problem, when the token has no such form.</summary>
    public ClassName? Class(SchemaNode node, string token)
    {
        var parts = token.Split(':');
        if (parts.Length != 3 || !IsIdentifier(Pascal(parts[2])))
        {
            node.Invalid($"'{token}' is not a token; write package:module:Name, e.g. docker:index/network:Network");
            return null;
        }

        var module = parts[1].Split('/')[0];
        return new(module is "" or "index" ? _root : $"{_root}.{Module(module)}", Pascal(parts[2]));
    }

    public static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);

    public static bool IsIdentifier(string name) =>
        name.Length > 0 && !char.IsDigit(name[0]) && name.All(character => char.IsLetterOrDigit(character) || character == '_');

    private string Module(string module) => _namespaces.TryGetValue(module, out var name) ? name : Pascal(module);
}

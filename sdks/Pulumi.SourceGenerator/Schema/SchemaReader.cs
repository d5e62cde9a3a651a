using Pulumi.SourceGenerator.Json;

namespace Pulumi.SourceGenerator.Schema;

/// <summary>Text of a schema.json → the package it declares.</summary>
internal sealed class SchemaReader
{
    private readonly SchemaNode _root;
    private readonly Naming _naming;
    private readonly PropertyReader _properties;

    private SchemaReader(SchemaNode root, string package, SchemaNode? csharp)
    {
        _root = root;
        _naming = Naming.Read(package, csharp);
        var types = new HashSet<string>(root.Find("types", JsonKind.Object)?.Value.Members.Select(member => member.Key) ?? []);
        _properties = new(new TypeSpecReader(types));
    }

    /// <summary>The package, or null when there are problems; then all of them are added.</summary>
    public static PackageSchema? Read(string json, ICollection<SchemaProblem> problems)
    {
        SchemaNode root;
        try
        {
            root = SchemaNode.Root(json, problems);
        }
        catch (JsonSyntaxException malformed)
        {
            problems.Add(new(SchemaProblemKind.MalformedJson, "schema", malformed.Message, malformed.Offset, 1));
            return null;
        }

        root.AllowOnly(["name", "version", "language", "provider", "resources", "functions", "types", "description", "meta"]);
        var name = Required(root, "name", "the name of the provider's plugin, e.g. \"docker\"");
        var version = Required(root, "version", "the version of the provider's plugin, e.g. \"5.1.0\"");
        var csharp = root.Find("language", JsonKind.Object)?.Find("csharp", JsonKind.Object);
        var package = new SchemaReader(root, name, csharp).ReadPackage(name, version, csharp?.FindText("compatibility"));
        ClassNames.ReportClashes(package, root);
        return problems.Count == 0 ? package : null;
    }

    private static string Required(SchemaNode root, string key, string what)
    {
        var text = root.FindText(key);
        if (string.IsNullOrEmpty(text))
            root.Invalid($"add '{key}': {what}");
        return text ?? "";
    }

    private PackageSchema ReadPackage(string name, string version, string? compatibility) => new(name, version, _naming.Utilities)
    {
        IsBridged = compatibility == "tfbridge20",
        Provider = ReadProvider(name),
        Resources = Declared("resources", ReadResource),
        Functions = Declared("functions", ReadFunction),
        Objects = Declared("types", ReadObject).ToDictionary(type => type.Token),
        Enums = Declared("types", ReadEnum).ToDictionary(type => type.Token),
    };

    private List<T> Declared<T>(string section, Func<SchemaNode, string, ClassName, T?> read)
        where T : class =>
    [
        .. from member in _root.Find(section, JsonKind.Object)?.Members() ?? []
        let name = _naming.Class(member.Node, member.Key)
        where name is not null
        let item = read(member.Node, member.Key, name)
        where item is not null
        select item,
    ];

    private ResourceSchema? ReadProvider(string package) => _root.Find("provider", JsonKind.Object) is { } node
        ? ReadResource(node, $"pulumi:providers:{package}", _naming.Provider) with { IsProvider = true, State = null }
        : null;

    private ResourceSchema ReadResource(SchemaNode node, string token, ClassName name)
    {
        node.AllowOnly(
        [
            "inputProperties", "requiredInputs", "properties", "required", "stateInputs", "aliases", "type", "description", "deprecationMessage",
        ]);
        var outputs = _properties.Read(node, "properties", "required");
        foreach (var property in outputs.Where(property => property.Name is "Id" or "Urn"))
            node.Invalid($"output '{property.Wire}' would hide Resource.{property.Name}; set its language/csharp/name");
        var state = node.Find("stateInputs", JsonKind.Object);
        return new(token, name, _properties.Read(node, "inputProperties", "requiredInputs"), outputs)
        {
            State = state is null ? null : _properties.Read(state, "properties", "required"),
            Aliases = [.. node.Find("aliases", JsonKind.List)?.Items().Select(alias => alias.FindText("type") ?? "") ?? []],
        };
    }

    private FunctionSchema ReadFunction(SchemaNode node, string token, ClassName name)
    {
        node.AllowOnly(["inputs", "outputs", "description", "deprecationMessage"]);
        if (node.Find("outputs", JsonKind.Object) is null)
            node.Invalid("add 'outputs', an object with 'properties'");
        return new(token, name, ReadPart(node, "inputs"), ReadPart(node, "outputs"));
    }

    private IReadOnlyList<Property> ReadPart(SchemaNode node, string key) =>
        node.Find(key, JsonKind.Object) is { } part ? _properties.Read(part, "properties", "required") : [];

    private ObjectSchema? ReadObject(SchemaNode node, string token, ClassName name)
    {
        if (IsEnum(node))
            return null;
        node.AllowOnly(["type", "properties", "required", "description", "language"]);
        if (node.FindText("type") != "object")
            node.Report(SchemaProblemKind.UnknownType, "expected \"type\": \"object\" with 'properties', or an 'enum'");
        return new(token, name, _properties.Read(node, "properties", "required"));
    }

    private static EnumSchema? ReadEnum(SchemaNode node, string token, ClassName name) =>
        IsEnum(node) ? EnumReader.Read(node, token, name) : null;

    private static bool IsEnum(SchemaNode node) => node.Value.Members.Any(member => member.Key == "enum");
}

using Pulumi.SourceGenerator.Schema;

namespace Pulumi.SourceGenerator.Emit;

/// <summary>A resource's class; its arguments and state are emitted beside it.</summary>
internal sealed class ResourceEmitter(PackageSchema package, TypeNames types)
{
    public string Emit(ResourceSchema resource) => $$"""
        {{Doc.Summary($"Resource <c>{resource.Token}</c>.")}}
        [{{UtilitiesEmitter.ResourceTypeAttribute(package)}}({{CSharp.Literal(resource.Token)}})]
        public partial class {{resource.Class.Name}} : global::Pulumi.{{(resource.IsProvider ? "ProviderResource" : "CustomResource")}}
        {
        {{Block.Members(Outputs(resource), [Constructor(resource), Lookup(resource), Options(resource), Get(resource)])}}
        }
        """;

    // A provider's configuration is text on the wire, so only text can be read back.
    private IEnumerable<string> Outputs(ResourceSchema resource) =>
        from property in resource.Outputs
        where !resource.IsProvider || property.Type == TypeSpec.Text
        select $$"""
            {{Doc.Output(property)}}
            [Output({{CSharp.Literal(property.Wire)}})]
            public Output<{{types.Value(property, Shape.Output)}}> {{property.Name}} { get; private set; } = null!;
            """;

    private static string Constructor(ResourceSchema resource)
    {
        var name = resource.Class.Name;
        var args = resource.Inputs.Any(property => property.IsRequired) ? $"{name}Args args" : $"{name}Args? args = null";
        var type = resource.IsProvider ? resource.Token.Split(':').Last() : resource.Token;
        return $$"""
            {{Doc.Summary("Declares the resource.")}}
            /// <param name="name">Unique among resources of this type.</param>
            /// <param name="args">Its inputs.</param>
            /// <param name="options">How the engine treats it.</param>
            public {{name}}(string name, {{args}}, global::Pulumi.CustomResourceOptions? options = null)
                : base({{CSharp.Literal(type)}}, name, args ?? new {{name}}Args(), MakeResourceOptions(options, ""))
            {
            }
            """;
    }

    private static string Lookup(ResourceSchema resource)
    {
        if (resource.IsProvider)
            return "";
        var (parameter, state) = resource.State is null ? ("", "null") : ($"{resource.Class.Name}State? state = null, ", "state");
        return $$"""
            private {{resource.Class.Name}}(string name, Input<string> id, {{parameter}}global::Pulumi.CustomResourceOptions? options = null)
                : base({{CSharp.Literal(resource.Token)}}, name, {{state}}, MakeResourceOptions(options, id))
            {
            }
            """;
    }

    private string Options(ResourceSchema resource)
    {
        string[] defaults =
        [
            $"Version = {package.Utilities.Reference}.Version,",
            .. List("AdditionalSecretOutputs", Secrets(resource)),
            .. List("ReplaceOnChanges", resource.Outputs.Where(property => property.ReplaceOnChanges).Select(ChangedPath)),
            .. List("Aliases", resource.Aliases.Select(type => $"new global::Pulumi.Alias {{ Type = {CSharp.Literal(type)} }}")),
        ];
        return $$"""
            private static global::Pulumi.CustomResourceOptions MakeResourceOptions(global::Pulumi.CustomResourceOptions? options, Input<string>? id)
            {
                var defaultOptions = new global::Pulumi.CustomResourceOptions
                {
            {{Block.Lines(defaults, 2)}}
                };
                var merged = global::Pulumi.CustomResourceOptions.Merge(defaultOptions, options);
                merged.Id = id ?? merged.Id;
                return merged;
            }
            """;
    }

    private static IEnumerable<string> Secrets(ResourceSchema resource) =>
        resource.Outputs.Where(property => property.IsSecret).Select(property => CSharp.Literal(property.Wire));

    private static string ChangedPath(Property property) =>
        CSharp.Literal(property.Type is TypeSpec.List ? $"{property.Wire}[*]" : property.Type is TypeSpec.Map ? $"{property.Wire}.*" : property.Wire);

    private static IEnumerable<string> List(string name, IEnumerable<string> items)
    {
        var text = string.Join(", ", items);
        return text.Length == 0 ? [] : [$"{name} = {{ {text} }},"];
    }

    private static string Get(ResourceSchema resource)
    {
        if (resource.IsProvider)
            return "";
        var name = resource.Class.Name;
        var (parameter, argument, doc) = resource.State is null
            ? ("", "", "")
            : ($"{name}State? state = null, ", "state, ", "/// <param name=\"state\">What is known of it, to find it by.</param>\n");
        return $$"""
            {{Doc.Summary("Reads an existing resource that this program does not manage.")}}
            /// <param name="name">Unique among resources of this type.</param>
            /// <param name="id">The provider's id of it.</param>
            {{doc}}/// <param name="options">How the engine treats it.</param>
            public static {{name}} Get(string name, Input<string> id, {{parameter}}global::Pulumi.CustomResourceOptions? options = null) =>
                new {{name}}(name, id, {{argument}}options);
            """;
    }
}

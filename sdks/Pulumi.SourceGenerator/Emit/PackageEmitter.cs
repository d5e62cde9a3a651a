using Pulumi.SourceGenerator.Schema;

namespace Pulumi.SourceGenerator.Emit;

/// <summary>A package → its source files.</summary>
internal sealed class PackageEmitter
{
    private readonly PackageSchema _package;
    private readonly TypeNames _types;
    private readonly ResourceEmitter _resources;
    private readonly FunctionEmitter _functions;
    private readonly ArgsEmitter _args;
    private readonly ResultEmitter _results;

    private PackageEmitter(PackageSchema package)
    {
        _package = package;
        _types = new(package);
        _resources = new(package, _types);
        _functions = new(package);
        _args = new(package, _types);
        _results = new(_types);
    }

    public static IEnumerable<SourceFile> Emit(PackageSchema package) => new PackageEmitter(package).Files();

    private IEnumerable<SourceFile> Files() =>
    [
        SourceFile.Of(_package, _package.Utilities, UtilitiesEmitter.Emit(_package)),
        .. _package.Provider is null ? [] : new[] { Resource(_package.Provider) },
        .. _package.Resources.Select(Resource),
        .. _package.Functions.Select(Function),
        .. _package.Enums.Values.Select(type => SourceFile.Of(_package, type.Class, EnumEmitter.Emit(type))),
        .. ObjectShapes.Of(_package).Select(used => Object(used.Type, used.Shape)),
    ];

    private SourceFile Resource(ResourceSchema resource)
    {
        var name = resource.Class;
        var args = _args.Args(
            name.With("Args"), "ResourceArgs", $"Inputs of <see cref=\"{name.Name}\"/>.", resource.Inputs, Shape.Input, resource.IsProvider);
        if (resource.State is null)
            return SourceFile.Of(_package, name, _resources.Emit(resource), args);

        var summary = $"What is known of an existing <see cref=\"{name.Name}\"/>.";
        var state = _args.Args(name.With("State"), "ResourceArgs", summary, resource.State, Shape.State);
        return SourceFile.Of(_package, name, _resources.Emit(resource), args, state);
    }

    private SourceFile Function(FunctionSchema function)
    {
        var name = function.Class;
        var result = _results.Emit(name.With("Result"), $"Answer of <see cref=\"{name.Name}\"/>.", function.Outputs, Shape.FunctionOutput);
        if (function.Inputs.Count == 0)
            return SourceFile.Of(_package, name, _functions.Emit(function), result);

        return SourceFile.Of(
            _package,
            name,
            _functions.Emit(function),
            _args.PlainArgs(name.With("Args"), $"Arguments of <c>{name.Name}.InvokeAsync</c>.", function.Inputs),
            _args.Args(name.With("InvokeArgs"), "InvokeArgs", $"Arguments of <c>{name.Name}.Invoke</c>.", function.Inputs, Shape.FunctionInput),
            result);
    }

    private SourceFile Object(ObjectSchema type, Shape shape)
    {
        var name = _types.Object(type, shape);
        var summary = $"Type <c>{type.Token}</c>.";
        return SourceFile.Of(_package, name, shape switch
        {
            Shape.Output or Shape.FunctionOutput => _results.Emit(name, summary, type.Properties, shape),
            Shape.PlainInput => _args.PlainArgs(name, summary, type.Properties),
            _ => _args.Args(name, "ResourceArgs", summary, type.Properties, shape),
        });
    }
}

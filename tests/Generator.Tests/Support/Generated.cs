using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pulumi.SourceGenerator;

namespace Generator.Tests.Support;

/// <summary>What the generator makes of a schema.</summary>
internal sealed class Generated
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Pulumi.", StringComparison.Ordinal))
            .Append(typeof(Pulumi.Resource).Assembly.Location)
            .Distinct()
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly Compilation _compilation;

    private Generated(GeneratorDriverRunResult result, Compilation compilation) => (Result, _compilation) = (result, compilation);

    public GeneratorDriverRunResult Result { get; }

    public static Generated From(string schema)
    {
        var driver = Driver(new SchemaFile(schema)).RunGeneratorsAndUpdateCompilation(EmptyCompilation(), out var compilation, out _);
        return new(driver.GetRunResult(), compilation);
    }

    public static GeneratorDriver Driver(params AdditionalText[] files) => CSharpGeneratorDriver.Create(
        [new SchemaGenerator().AsSourceGenerator()],
        files,
        driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static CSharpCompilation EmptyCompilation() => CSharpCompilation.Create(
        "Pulumi.Acme",
        references: References,
        options: new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The text of one generated file.</summary>
    public string File(string name) =>
        Result.GeneratedTrees.Single(tree => Path.GetFileName(tree.FilePath) == name).GetText().ToString();

    /// <summary>The generated package, compiled without a warning.</summary>
    public Assembly Assembly()
    {
        using var image = new MemoryStream();
        var emitted = _compilation.Emit(image);
        Assert.Empty(emitted.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        return System.Reflection.Assembly.Load(image.ToArray());
    }

    /// <summary>A class of the compiled package, by its name after <c>Pulumi.Acme.</c>.</summary>
    public Type Class(string name) => Assembly().GetType($"Pulumi.Acme.{name}", throwOnError: true)!;

    /// <summary>Each error as <c>id file(line,column) message</c>.</summary>
    public IEnumerable<string> Errors() =>
        from diagnostic in Result.Diagnostics
        let place = diagnostic.Location.GetLineSpan()
        let start = place.StartLinePosition
        select $"{diagnostic.Id} {Path.GetFileName(place.Path)}({start.Line + 1},{start.Character + 1}) {diagnostic.GetMessage()}";
}

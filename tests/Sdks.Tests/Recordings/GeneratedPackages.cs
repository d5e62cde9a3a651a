using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Pulumi.SourceGenerator;

namespace Sdks.Tests.Recordings;

/// <summary>
/// The resources and functions that recorded programs use and the packages in this repository leave out, generated from
/// `Recordings/Schemas` as those packages are from theirs.
/// </summary>
public static class GeneratedPackages
{
    public static IEnumerable<CSharpCompilation> Generate(IReadOnlyCollection<MetadataReference> references) => Directory
        .EnumerateDirectories(Path.Combine(AppContext.BaseDirectory, "Recordings", "Schemas"))
        .Select(folder => Generate(Path.GetFileName(folder), Path.Combine(folder, "schema.json"), references));

    private static CSharpCompilation Generate(string package, string schema, IReadOnlyCollection<MetadataReference> references)
    {
        var empty = CSharpCompilation.Create(
            $"recorded-{package}",
            references: references,
            options: new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release));
        CSharpGeneratorDriver.Create([new SchemaGenerator().AsSourceGenerator()], [new SchemaFile(schema)])
            .RunGeneratorsAndUpdateCompilation(empty, out var generated, out var problems);
        return problems.IsEmpty ? (CSharpCompilation)generated : throw new InvalidOperationException(string.Join('\n', problems));
    }

    private sealed class SchemaFile(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(File.ReadAllText(path));
    }
}

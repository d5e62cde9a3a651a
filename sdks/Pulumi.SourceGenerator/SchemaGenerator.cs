using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Pulumi.SourceGenerator.Emit;
using Pulumi.SourceGenerator.Schema;

namespace Pulumi.SourceGenerator;

/// <summary>
/// Generates a provider package from its <c>schema.json</c>, an additional file in Pulumi's package schema format
/// (https://www.pulumi.com/docs/iac/guides/building-extending/packages/schema/), as <c>pulumi package gen-sdk</c> would.
/// </summary>
[Generator]
public sealed class SchemaGenerator : IIncrementalGenerator
{
    internal const string SchemaStep = "Schema";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var schemas = context.AdditionalTextsProvider
            .Where(file => Path.GetFileName(file.Path) == "schema.json")
            .Select((file, cancellation) => (file.Path, Text: file.GetText(cancellation)?.ToString() ?? ""))
            .WithTrackingName(SchemaStep);
        context.RegisterSourceOutput(schemas, (output, schema) => Generate(output, schema.Path, schema.Text));
    }

    private static void Generate(SourceProductionContext output, string file, string text)
    {
        var problems = new List<SchemaProblem>();
        if (SchemaReader.Read(text, problems) is { } package)
        {
            foreach (var source in PackageEmitter.Emit(package))
                output.AddSource(source.Name, SourceText.From(source.Text, Encoding.UTF8));
            return;
        }

        var lines = SourceText.From(text);
        foreach (var problem in problems.Distinct().OrderBy(problem => problem.Offset))
            output.ReportDiagnostic(Diagnostics.Of(problem, file, lines));
    }
}

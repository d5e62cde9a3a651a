using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Pulumi.SourceGenerator.Schema;

namespace Pulumi.SourceGenerator;

/// <summary>Problems of a schema file → errors of the compiler, at the place in the file.</summary>
internal static class Diagnostics
{
    private static readonly Dictionary<SchemaProblemKind, DiagnosticDescriptor> Descriptors = new()
    {
        [SchemaProblemKind.MalformedJson] = Error("PSG001", "A schema file is JSON"),
        [SchemaProblemKind.UnknownReference] = Error("PSG002", "A $ref refers to a declared type"),
        [SchemaProblemKind.Duplicate] = Error("PSG003", "Everything is declared once"),
        [SchemaProblemKind.UnknownType] = Error("PSG004", "A type is one that the generator knows"),
        [SchemaProblemKind.Invalid] = Error("PSG005", "A schema file has the form of a Pulumi package schema"),
    };

    public static Diagnostic Of(SchemaProblem problem, string file, SourceText text)
    {
        var start = Math.Min(problem.Offset, text.Length);
        var span = new TextSpan(start, Math.Min(problem.Length, text.Length - start));
        return Diagnostic.Create(
            Descriptors[problem.Kind], Location.Create(file, span, text.Lines.GetLinePositionSpan(span)), problem.Path, problem.Why);
    }

    private static DiagnosticDescriptor Error(string id, string title) =>
        new(id, title, "{0}: {1}", "PulumiSchema", DiagnosticSeverity.Error, isEnabledByDefault: true);
}

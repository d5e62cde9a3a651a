using Microsoft.CodeAnalysis.CSharp;

namespace Pulumi.SourceGenerator;

/// <summary>The lexical rules of C#.</summary>
internal static class CSharp
{
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A parameter's name, escaped when it is a keyword.</summary>
    public static string Parameter(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : $"@{name}";
}

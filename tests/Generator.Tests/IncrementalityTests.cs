using Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Generator.Tests;

public class IncrementalityTests
{
    private const string Size = """
        "size": { "type": "integer" }
        """;

    private const string Color = """
        "color": { "type": "string" }
        """;

    [Fact]
    public void An_unchanged_schema_is_not_generated_again_when_code_changes()
    {
        var compilation = Generated.EmptyCompilation();
        var driver = Generated.Driver(new SchemaFile(Schemas.Inputs(Size))).RunGenerators(compilation);

        driver = driver.RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Added;")));

        Assert.Equal([IncrementalStepRunReason.Cached], Reasons(driver));
    }

    [Fact]
    public void A_file_that_was_written_again_with_the_same_text_is_not_generated_again()
    {
        var (before, after) = (new SchemaFile(Schemas.Inputs(Size)), new SchemaFile(Schemas.Inputs(Size)));
        var driver = Generated.Driver(before).RunGenerators(Generated.EmptyCompilation());

        driver = driver.ReplaceAdditionalText(before, after).RunGenerators(Generated.EmptyCompilation());

        Assert.Equal([IncrementalStepRunReason.Cached], Reasons(driver));
    }

    [Fact]
    public void A_changed_schema_is_generated_again()
    {
        var (before, after) = (new SchemaFile(Schemas.Inputs(Size)), new SchemaFile(Schemas.Inputs(Color)));
        var driver = Generated.Driver(before).RunGenerators(Generated.EmptyCompilation());

        driver = driver.ReplaceAdditionalText(before, after).RunGenerators(Generated.EmptyCompilation());

        Assert.Equal([IncrementalStepRunReason.Modified], Reasons(driver).Distinct());
    }

    [Fact]
    public void Other_files_are_left_alone() =>
        Assert.Empty(Generated.Driver(new SchemaFile("{", "/repo/data.json")).RunGenerators(Generated.EmptyCompilation()).GetRunResult().Diagnostics);

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorDriver driver) =>
        driver.GetRunResult().Results.Single().TrackedOutputSteps
            .SelectMany(steps => steps.Value)
            .SelectMany(step => step.Outputs)
            .Select(output => output.Reason);
}

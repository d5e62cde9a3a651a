using Preview.Settings;

namespace Preview.Tests.Settings;

public class ProjectFileTests
{
    [Fact]
    public void Reads_name_runtime_and_program()
    {
        var project = ProjectFile.Parse("name: shop\nruntime: dotnet\nmain: stacks\n", "Pulumi.yaml", "/project");

        Assert.Equal(("shop", "dotnet", "/project/stacks"), (project.Name, project.Runtime, project.ProgramPath));
    }

    [Fact]
    public void Runtime_may_carry_options()
    {
        var project = ProjectFile.Parse("name: shop\nruntime: { name: dotnet, options: { binary: bin/shop.dll } }\n", "Pulumi.yaml", "/project");

        Assert.Equal(("dotnet", "bin/shop.dll", "."), (project.Runtime, project.Binary, project.Main));
    }

    [Fact]
    public void Keys_without_a_namespace_belong_to_the_project()
    {
        var project = Project("domain: { type: string, default: example.com }");

        var declaration = Assert.Single(project.Config);
        Assert.Equal(("shop:domain", "example.com", false), (declaration.Key, declaration.Fallback?.Text, declaration.Required));
    }

    [Fact]
    public void A_bare_value_is_a_default()
    {
        Assert.Equal("3", Assert.Single(Project("replicas: 3").Config).Fallback?.Text);
    }

    [Fact]
    public void A_declaration_without_default_or_value_is_required()
    {
        Assert.True(Assert.Single(Project("domain: { type: string }").Config).Required);
    }

    [Fact]
    public void A_structured_default_reaches_the_program_as_json()
    {
        var declaration = Assert.Single(Project("admins: { type: array, items: { type: string }, default: [10.0.0.0/8, b] }").Config);

        Assert.Equal("""["10.0.0.0/8","b"]""", declaration.Fallback?.Text);
    }

    [Fact]
    public void Lists_every_problem_at_once()
    {
        var problem = Assert.Throws<SettingsException>(() => ProjectFile.Parse(
            """
            config:
              a: { type: strng }
              b: { type: integer, default: three }
              c: { value: x, default: y }
              digitalocean:region: { type: string, default: fra1 }
            """,
            "Pulumi.yaml",
            "/project"));

        Assert.Equal(
            """
            Pulumi.yaml: 6 settings to fix
              name: missing; name the project, e.g. 'name: lhd'
              runtime: missing; name the program's language, e.g. 'runtime: dotnet'
              :a: 'strng' is not a type; write one of string, integer, boolean, array, object
              :b: its default is not of type integer; write a default of type integer
              :c: has both 'value' and 'default'; keep one of them
              digitalocean:region: belongs to 'digitalocean', which declares its type and default itself; write only 'value'
            """,
            problem.Message);
    }

    [Fact]
    public void Points_at_a_syntax_error()
    {
        var problem = Assert.Throws<SettingsException>(() => ProjectFile.Parse("name: shop\nruntime: [\n", "Pulumi.yaml", "/project"));

        Assert.StartsWith("Pulumi.yaml: line 3, column 1: not valid YAML (", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_where_it_looked_when_there_is_no_project()
    {
        var problem = Assert.Throws<SettingsException>(() => ProjectFile.Load(Path.GetPathRoot(Path.GetTempPath())!));

        Assert.Equal(
            "Pulumi.yaml: not found in this folder or any above it; run in the project's folder, or name it with --cwd",
            problem.Message);
    }

    private static ProjectFile Project(string declaration) =>
        ProjectFile.Parse($"name: shop\nruntime: dotnet\nconfig:\n  {declaration}\n", "Pulumi.yaml", "/project");
}

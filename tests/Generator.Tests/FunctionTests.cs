using System.Reflection;
using Generator.Tests.Support;
using Pulumi;

namespace Generator.Tests;

public class FunctionTests
{
    private static readonly Assembly Package = Generated.From(Schemas.Package("""
        "functions": {
          "acme:index/getThing:getThing": {
            "inputs": { "properties": {
              "name": { "type": "string" }, "count": { "type": "integer" }, "tags": { "type": "array", "items": { "type": "string" } },
              "filter": { "$ref": "#/types/acme:index/getThingFilter:getThingFilter" } },
              "required": ["name"] },
            "outputs": { "properties": { "size": { "type": "integer" }, "filter": { "$ref": "#/types/acme:index/getThingFilter:getThingFilter" } },
              "required": ["size", "filter"] } },
          "acme:index/getAll:getAll": { "outputs": { "properties": { "ids": { "type": "array", "items": { "type": "string" } } } } }
        },
        "types": { "acme:index/getThingFilter:getThingFilter": { "type": "object", "properties": { "key": { "type": "string" } } } }
        """)).Assembly();

    [Fact]
    public void The_task_form_takes_plain_arguments() => Assert.Equal(
        ["Count: int?", "Filter: Inputs.GetThingFilterArgs?", "Name: string", "Tags: List<string>"],
        Members("GetThingArgs"));

    [Fact]
    public void The_output_form_takes_inputs() => Assert.Equal(
        ["Count: Input<int>?", "Filter: Input<Inputs.GetThingFilterInputArgs>?", "Name: Input<string>", "Tags: InputList<string>"],
        Members("GetThingInvokeArgs"));

    [Fact]
    public void Both_answer_with_the_result()
    {
        var type = Package.GetType("Pulumi.Acme.GetThing")!;

        Assert.Equal("Task<Pulumi.Acme.GetThingResult>", CSharpType.Of(type.GetMethod("InvokeAsync")!.ReturnParameter));
        Assert.Equal("Output<Pulumi.Acme.GetThingResult>", CSharpType.Of(type.GetMethods().First(method => method.Name == "Invoke").ReturnParameter));
        Assert.Equal(
            ["Filter: Outputs.GetThingFilterResult", "Size: int"],
            Package.GetType("Pulumi.Acme.GetThingResult")!.GetFields().Select(field => $"{field.Name}: {CSharpType.Of(field)}").Order());
    }

    [Fact]
    public void Arguments_are_left_out_when_there_are_none()
    {
        Assert.Null(Package.GetType("Pulumi.Acme.GetAllArgs"));
        Assert.Equal([typeof(InvokeOptions)], Parameters("GetAll", "InvokeAsync"));
    }

    [Fact]
    public void Options_get_the_packages_version_and_are_not_changed()
    {
        var withDefaults = Package.GetType("Pulumi.Acme.Utilities")!.GetMethod("WithDefaults", [typeof(InvokeOptions)])!;
        var given = new InvokeOptions { PluginDownloadURL = "https://plugins.example.org" };
        var merged = (InvokeOptions)withDefaults.Invoke(null, [given])!;

        Assert.Equal(("1.2.3", "https://plugins.example.org"), (merged.Version, merged.PluginDownloadURL));
        Assert.Null(given.Version);
        Assert.Equal("9.0.0", ((InvokeOptions)withDefaults.Invoke(null, [new InvokeOptions { Version = "9.0.0" }])!).Version);
    }

    [Fact]
    public void The_output_form_takes_options_with_dependencies()
    {
        var withDefaults = Package.GetType("Pulumi.Acme.Utilities")!.GetMethod("WithDefaults", [typeof(InvokeOutputOptions)])!;
        var given = new InvokeOutputOptions { Version = "9.0.0" };

        var merged = (InvokeOutputOptions)withDefaults.Invoke(null, [given])!;

        Assert.Equal("9.0.0", merged.Version);
        Assert.Same(given.DependsOn, merged.DependsOn);
        Assert.Equal([[typeof(InvokeOptions)], [typeof(InvokeOutputOptions)]], Package.GetType("Pulumi.Acme.GetAll")!.GetMethods()
            .Where(method => method.Name == "Invoke")
            .Select(method => method.GetParameters().Select(parameter => parameter.ParameterType)));
    }

    private static IEnumerable<Type> Parameters(string type, string method) =>
        Package.GetType($"Pulumi.Acme.{type}")!.GetMethod(method)!.GetParameters().Select(parameter => parameter.ParameterType);

    private static IEnumerable<string> Members(string type) => Package.GetType($"Pulumi.Acme.{type}")!
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Select(property => $"{property.Name}: {CSharpType.Of(property)}")
        .Order();
}

using Generator.Tests.Support;
using Pulumi;

namespace Generator.Tests;

public class ProviderTests
{
    private const string Provider = """
        "provider": {
          "inputProperties": {
            "host": { "type": "string", "default": "localhost", "defaultInfo": { "environment": ["ACME_HOST", "ACME_SERVER"] } },
            "region": { "type": "string", "defaultInfo": { "environment": ["ACME_REGION"] } },
            "retries": { "type": "integer", "default": 3 },
            "hosts": { "type": "array", "items": { "type": "string" } },
            "fast": { "type": "boolean" }
          },
          "properties": { "host": { "type": "string" }, "retries": { "type": "integer" } }
        }
        """;

    private static readonly Generated Package = Generated.From(Schemas.Package(Provider));

    [Fact]
    public void A_provider_is_a_provider_resource_that_is_not_looked_up()
    {
        var type = Package.Class("Provider");

        Assert.Equal(typeof(ProviderResource), type.BaseType);
        Assert.Null(type.GetMethod("Get"));
    }

    [Fact]
    public void Everything_but_text_travels_as_json() => Assert.Equal(
        ["fast json", "host", "hosts json", "region", "retries json"],
        PackageFacts.Inputs(Package.Class("ProviderArgs")).Select(input => input.Wire + (input.Json ? " json" : "")).Order());

    [Fact]
    public void Only_text_is_read_back() => Assert.Equal(["Host"], PackageFacts.Outputs(Package.Class("Provider")).Select(output => output.Name));

    [Fact]
    public async Task Defaults_come_from_the_first_variable_that_is_set_else_from_the_schema()
    {
        var type = Package.Class("ProviderArgs");
        Environment.SetEnvironmentVariable("ACME_SERVER", "from.environment");
        var set = Activator.CreateInstance(type)!;
        Environment.SetEnvironmentVariable("ACME_SERVER", null);
        var unset = Activator.CreateInstance(type)!;

        Assert.Equal("from.environment", await PackageFacts.ValueAsync<string>(set, "Host"));
        Assert.Equal("localhost", await PackageFacts.ValueAsync<string>(unset, "Host"));
        Assert.Equal(3, await PackageFacts.ValueAsync<int>(unset, "Retries"));
    }

    [Fact]
    public async Task A_variable_that_is_not_set_leaves_the_input_empty() =>
        Assert.Null(await PackageFacts.ValueAsync<string?>(Activator.CreateInstance(Package.Class("ProviderArgs"))!, "Region"));
}

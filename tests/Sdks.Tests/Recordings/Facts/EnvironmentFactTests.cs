namespace Sdks.Tests.Recordings.Facts;

/// <summary>What the engine's variables mean.</summary>
public class EnvironmentFactTests
{
    [Theory]
    [InlineData("PULUMI_MONITOR", null)]
    [InlineData("PULUMI_ENGINE", null)]
    [InlineData("PULUMI_PROJECT", null)]
    [InlineData("PULUMI_STACK", "")]
    [InlineData("PULUMI_DRY_RUN", "maybe")]
    [InlineData("PULUMI_QUERY_MODE", null)]
    [InlineData("PULUMI_PARALLEL", "many")]
    public async Task Without_a_variable_of_the_engine_the_program_is_refused(string variable, string? value)
    {
        var conversation = await FactProgram.UpdateAsync("""_ = new Thing("t");""", "{}", (variable, value));

        Assert.Equal(134, conversation.ExitCode);
        Assert.StartsWith(
            "Unhandled exception. System.InvalidOperationException: Program run without the Pulumi engine available; re-run using the `pulumi` CLI",
            conversation.Stderr,
            StringComparison.Ordinal);
        Assert.Empty(conversation.Calls);
    }

    [Fact]
    public async Task The_organization_has_a_default_name()
    {
        var conversation = await FactProgram.UpdateAsync(
            """outputs["name"] = Deployment.Instance.OrganizationName;""", "{}", ("PULUMI_ORGANIZATION", null));

        Assert.Equal("{name: 'organization'}", conversation.StackOutputs());
    }

    [Theory]
    [InlineData("1")]
    [InlineData("true")]
    public async Task Resource_references_can_be_declined(string value)
    {
        var conversation = await FactProgram.UpdateAsync("""_ = new Thing("t");""", "{}", ("PULUMI_DISABLE_RESOURCE_REFERENCES", value));

        Assert.False(conversation.Registration("t").Request["acceptResources"]!.GetValue<bool>());
    }
}

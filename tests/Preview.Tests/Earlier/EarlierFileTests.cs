using Preview.Earlier;
using Preview.Settings;
using Preview.Tests.Support;
using Pulumi.Protocol;

namespace Preview.Tests.Earlier;

public sealed class EarlierFileTests : IDisposable
{
    private const string Stack = """{"urn": "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev", "custom": false, "type": "pulumi:pulumi:Stack"}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reads_a_checkpoint_of_a_self_managed_backend() =>
        Assert.Single(Load($$$"""{"version": 3, "checkpoint": {"stack": "dev", "latest": {"resources": [{{{Stack}}}] } } }""").Resources);

    [Fact]
    public void Reads_secrets_that_were_exported_in_plain_text()
    {
        var state = Load(Deployment("""
            {"urn": "urn:pulumi:dev::shop::a:b:C::d", "custom": true, "type": "a:b:C", "parent": "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev",
             "inputs": {"x": {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "plaintext": "{\"y\":[1]}"}}}
            """));

        Assert.Equal(new PropertyValue.Secret(Samples.Map(("y", new PropertyValue.List([new PropertyValue.Number(1)])))), state.Resources[1].Inputs["x"]);
    }

    [Fact]
    public void Reads_a_state_with_a_byte_order_mark() => Assert.Single(Load("\uFEFF" + Deployment()).Resources);

    [Fact]
    public void Keeps_what_was_under_way() =>
        Assert.Equal(["urn:pulumi:dev::shop::a:b:C::d"], Load(Deployment(more: """, "pending_operations": [{"type": "creating", "resource": {"urn": "urn:pulumi:dev::shop::a:b:C::d", "custom": true, "type": "a:b:C"}}]""")).Interrupted);

    [Theory]
    [InlineData("""{"urn": 1}""", "deployment.resources[1].urn: a text is expected")]
    [InlineData("""{"urn": "web"}""", "deployment.resources[1].urn: 'web' is not a URN")]
    [InlineData("""{}""", "deployment.resources[1]: 'urn' is missing")]
    [InlineData("[]", "deployment.resources[1]: an object is expected")]
    [InlineData(Stack, "deployment.resources[1]: 'urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev' is in deployment.resources[0], too")]
    [InlineData("""{"urn": "urn:pulumi:dev::shop::a:b:C::d"}""", "'type' is missing")]
    [InlineData("""{"urn": "urn:pulumi:dev::shop::a:b:C::d", "type": "a:b:C", "inputs": []}""", "deployment.resources[1].inputs: an object is expected")]
    [InlineData("""{"urn": "urn:pulumi:dev::shop::a:b:C::d", "type": "a:b:C", "dependencies": "x"}""", "deployment.resources[1].dependencies: a list is expected")]
    [InlineData("""{"urn": "urn:pulumi:dev::shop::a:b:C::d", "type": "a:b:C", "inputs": {"x": {"4dabf18193072939515e22adb298388d": "nonsense"}}}""", "deployment.resources[1].inputs: x: a special value")]
    public void Says_where_a_resource_is_malformed(string resource, string expected) => Assert.Contains(expected, Refusal(Deployment(resource)), StringComparison.Ordinal);

    [Theory]
    [InlineData("[]", "neither a state nor a plan")]
    [InlineData("""{"version": "3", "deployment": {}}""", "version: a whole number is expected")]
    [InlineData("""{"deployment": {}}""", "'version' is missing")]
    [InlineData("""{"version": 3, "deployment": {"resources": {}}}""", "deployment.resources: a list is expected")]
    [InlineData("""{"steps": {}}""", "steps: a list is expected")]
    [InlineData("""{"steps": [{"op": "create"}]}""", "steps[0]: 'urn' is missing")]
    [InlineData("""{"steps": [{"op": "create", "urn": "x"}]}""", "steps[0]: it has neither 'newState' nor 'oldState'")]
    [InlineData("""{"steps": [{"op": "create", "urn": "x", "oldState": {}}, {"op": "create", "urn": "x", "oldState": {}}]}""", "steps[1]: 'create x' is in steps[0], too")]
    public void Says_what_is_wrong_with_a_file(string text, string expected) => Assert.Contains(expected, Refusal(text), StringComparison.Ordinal);

    [Fact]
    public void Does_not_read_what_cannot_be_a_state()
    {
        var path = Path.Combine(_folder.FullName, "huge.json");
        using (var file = File.Create(path))
            file.SetLength(257L * 1024 * 1024);

        var refusal = Assert.Throws<SettingsException>(() => EarlierFile.Load(path, "shop", "dev")).Message;

        Assert.StartsWith("huge.json: is larger than 256 MB", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_nesting_without_end_is_refused_and_not_followed() => Assert.Contains("is not JSON", Refusal(new string('[', 100_000)), StringComparison.Ordinal);

    private static string Deployment(string? resource = null, string more = "") =>
        $$$"""{"version": 3, "deployment": {"resources": [{{{Stack}}}{{{(resource is null ? "" : $", {resource}")}}}]{{{more}}} } }""";

    private EarlierState Load(string text)
    {
        _folder.Write("state.json", text);
        return EarlierFile.Load(Path.Combine(_folder.FullName, "state.json"), "shop", "dev");
    }

    private string Refusal(string text) => Assert.Throws<SettingsException>(() => Load(text)).Message;
}

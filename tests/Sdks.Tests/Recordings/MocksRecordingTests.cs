using System.Text.Json.Nodes;

namespace Sdks.Tests.Recordings;

/// <summary>What mocks are handed and what a test gets back from <c>Deployment.TestAsync</c> is what the official SDK hands and gives.</summary>
public class MocksRecordingTests : IClassFixture<MocksRun>
{
    private readonly MocksRun _run;

    public MocksRecordingTests(MocksRun run) => _run = run;

    [Theory]
    [InlineData("mocks-01", "a provider, a component with a child, an import, a read and a stack reference")]
    [InlineData("mocks-02", "a preview with secrets, unknown ids and invokes")]
    [InlineData("mocks-03", "nested inputs and the outputs echoed from them")]
    [InlineData("mocks-04", "a mock that throws")]
    [InlineData("mocks-05", "a stack reference whose state lacks the names of its secrets")]
    public void Mocks_see_and_give_what_they_do_under_the_official_sdk(string name, string what)
    {
        var recorded = Load(Path.Combine(AppContext.BaseDirectory, "Recordings", "Mocks"), name);
        var actual = Load(_run.Folder, name);

        var differences = JsonDifferences.Between(recorded, actual).ToList();

        Assert.True(differences.Count == 0, $"{name} ({what}) differs from the recording:\n{string.Join('\n', differences)}");
    }

    private const string NullReference = "System.NullReferenceException: Object reference not set to an instance of an object.";

    /// <summary>The one text that differs on purpose: the official SDK dereferences null there.</summary>
    private const string SecretsUnnamed =
        "System.InvalidOperationException: The stack 'bare/network/prod' does not say which of its outputs are secret.";

    /// <summary>Calls reach mocks in any order, and the registration of the stack's outputs races with a failure.</summary>
    private static JsonObject Load(string folder, string name)
    {
        var document = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, $"{name}.json")))!.AsObject();
        var failure = document["thrown"];
        document["seen"] = new JsonArray([.. document["seen"]!.AsArray()
            .Where(call => failure is null || call!["call"]!.GetValue<string>() != "RegisterResourceOutputs")
            .Select(call => call!.DeepClone())
            .OrderBy(call => call.ToJsonString(), StringComparer.Ordinal)]);
        if (failure is not null)
        {
            failure["message"] = CallNormalization.WithoutTrace(failure["message"]!.GetValue<string>())
                .Replace(NullReference, SecretsUnnamed, StringComparison.Ordinal);
        }
        return document;
    }
}

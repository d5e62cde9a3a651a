using Infra.Tests;

namespace Stacks.Tests;

/// <summary>Variables of the platform's own services whose values are the application's secrets.</summary>
[Collection(SerialGraphs.Name)]
public class SecretVariablesTests
{
    private const string Secret = "stripe-key";

    [Theory]
    [InlineData("lucky", "staging")]
    [InlineData("lucky", "local")]
    [InlineData("hasura", "production")]
    public async Task A_secret_becomes_a_variable_of_the_program_alone(string service, string stack)
    {
        var graph = await StackRun.GraphAsync(stack, ("generatedSecrets", $"""["{Secret}"]"""), ($"{service}SecretEnv", $$"""{"STRIPE_API_KEY":"{{Secret}}"}"""));

        var container = graph.Inputs[$"services-{service}-service"]["taskSpec"]!["containerSpec"]!;
        Assert.DoesNotContain("STRIPE_API_KEY", $"{container["env"]}", StringComparison.Ordinal);
        Assert.Contains($"/run/secrets/{Secret}", container["secrets"]!.AsArray().Select(secret => $"{secret!["fileName"]}"));
        Assert.Contains($"STRIPE_API_KEY=$(cat '/run/secrets/{Secret}')\nexport STRIPE_API_KEY\n", Entry(graph, service), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_platforms_own_variables_keep_their_values()
    {
        var graph = await StackRun.GraphAsync("staging", ("generatedSecrets", $"""["{Secret}"]"""), ("luckySecretEnv", $$"""{"DATABASE_URL":"{{Secret}}"}"""));

        Assert.Contains("DATABASE_URL=$(cat '/run/secrets/database-url')\n", Entry(graph, "lucky"), StringComparison.Ordinal);
    }

    private static string Entry(ResourceGraph graph, string service) => $"{graph.Inputs[$"services-{service}-entry"]["dataRaw"]}";
}

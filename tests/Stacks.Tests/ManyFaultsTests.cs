using Infra.Tests;

namespace Stacks.Tests;

/// <summary>Several mistakes of different kinds in one file are told in one message.</summary>
[Collection(SerialGraphs.Name)]
public class ManyFaultsTests
{
    private const string Site = """{"name":"site","image":"nginx:1.29.1","host":"www","port":80,"health":{"path":"/"}}""";

    [Fact]
    public Task Of_one_s_own_machine() => AssertTold(
        "local",
        ["sourceFolder", "release"],
        ("sourceFolder", ""), ("release", "a b"));

    [Fact]
    public Task Of_nodes_and_a_service_s_address() => AssertTold(
        "staging",
        ["managers", "services[0].host"],
        ("managers", "two"), ("services", $"[{Site.Replace("www", "api")}]"));

    [Fact]
    public Task Of_placement_certificate_and_services() => AssertTold(
        "staging",
        ["dataNode", "acmeEmail", "services[1].waitsFor", "services[1].host", "services[1].prt"],
        ("dataNode", "worker-9"), ("certificate", "letsencrypt"), ("services", $"[{Site},{Site.Replace("site", "shop").Replace("\"port\"", "\"prt\":3,\"waitsFor\":[\"ghost\"],\"port\"")}]"));

    [Fact]
    public Task Of_a_provider_that_is_another_stack_s() => AssertTold(
        "production",
        ["dns", "managers", "workers", "sourceFolder", "database", "hasuraConsole"],
        ("provider", "local"), ("database", "postgres"), ("hasuraConsole", "true"));

    private static async Task AssertTold(string stack, string[] keys, params (string Key, string Value)[] changes)
    {
        var values = StackFiles.Values(stack);
        foreach (var (key, value) in changes)
            values[key] = value;

        var told = await StackRun.RefusalAsync(stack, values);

        Assert.All(keys, key => Assert.Contains($"  lhd:{key}: ", told, StringComparison.Ordinal));
    }
}

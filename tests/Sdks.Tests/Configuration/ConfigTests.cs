using Pulumi;
using Sdks.Tests.Support;

namespace Sdks.Tests.Configuration;

/// <summary>Settings come from an environment variable, which all tests of this class set.</summary>
[Collection(nameof(ConfigTests))]
public sealed class ConfigTests : IDisposable
{
    private const string Variable = "PULUMI_CONFIG";

    public ConfigTests() => Environment.SetEnvironmentVariable(
        Variable,
        """
        {"shop:name": "web", "shop:count": "3", "shop:ratio": "0.5", "shop:on": "true", "shop:upper": "TRUE", "aws:region": "eu",
         "shop:config:legacy": "old", "shop:number": 5, "shop:settings": "{\"Ports\":[80,443]}"}
        """);

    public void Dispose() => Environment.SetEnvironmentVariable(Variable, value: null);

    [Fact]
    public Task Reads_every_form() => InProgramAsync(async () =>
    {
        var config = new Config();
        Assert.Equal("web", config.Require("name"));
        Assert.Equal(3, config.RequireInt32("count"));
        Assert.Equal(0.5, config.RequireDouble("ratio"));
        Assert.True(config.RequireBoolean("on"));
        Assert.Equal([80, 443], config.RequireObject<PortSettings>("settings").Ports);
        Assert.Equal("5", config.Get("number"));
        Assert.Equal("old", config.Get("legacy"));
        Assert.Equal("eu", new Config("aws").Get("region"));
        Assert.Equal("eu", new Config("aws:config").Get("region"));
        await Task.CompletedTask;
    });

    [Fact]
    public Task What_is_absent_is_null() => InProgramAsync(() =>
    {
        var config = new Config();
        Assert.Null(config.Get("absent"));
        Assert.Null(config.GetBoolean("absent"));
        Assert.Null(config.GetInt32("absent"));
        Assert.Null(config.GetObject<PortSettings>("absent"));
        Assert.Null(config.GetSecret("absent"));
        Assert.Null(config.GetSecretObject<PortSettings>("absent"));
        return Task.CompletedTask;
    });

    [Fact]
    public Task Secret_forms_are_secret() => InProgramAsync(async () =>
    {
        var config = new Config();
        Assert.True((await config.RequireSecret("name").DataAsync()).IsSecret);
        Assert.True((await config.GetSecretInt32("count")!.DataAsync()).IsSecret);
        Assert.True((await config.RequireSecretBoolean("on").DataAsync()).IsSecret);
        Assert.True((await config.RequireSecretObject<PortSettings>("settings").DataAsync()).IsSecret);
    });

    [Fact]
    public Task What_is_required_and_missing_is_named_with_the_command_that_sets_it() => FailsAsync(
        () => new Config("cloudflare").RequireSecret("apiToken"),
        "Missing Required configuration variable 'cloudflare:apiToken'\n\tplease set a value using the command `pulumi config set cloudflare:apiToken <value>`");

    [Fact]
    public Task A_text_is_not_a_number() =>
        FailsAsync(() => new Config().RequireInt32("name"), "Configuration 'shop:name' value 'web' is not a valid Int32");

    [Fact]
    public Task Only_lower_case_true_and_false_are_booleans() =>
        FailsAsync(() => new Config().GetBoolean("upper"), "Configuration 'shop:upper' value 'TRUE' is not a valid Boolean");

    [Fact]
    public Task A_text_is_not_an_object() => FailsAsync(
        () => new Config().RequireObject<PortSettings>("name"), $"Configuration 'shop:name' value 'web' is not a valid {typeof(PortSettings).FullName}");

    private static async Task FailsAsync(Action read, string message)
    {
        var monitor = new FakeMonitor();
        Assert.Equal(32, await TestProgram.RunAsync(monitor, read));
        Assert.Equal(message, monitor.Logged.Single().Message);
    }

    private static async Task InProgramAsync(Func<Task> read)
    {
        var monitor = new FakeMonitor();
        var exitCode = await TestProgram.RunAsync(monitor, async () =>
        {
            await read();
            return new Dictionary<string, object?>();
        });
        Assert.True(exitCode == 0, string.Join('\n', monitor.Logged.Select(log => log.Message)));
    }
}

public sealed record PortSettings(int[] Ports);

using Preview.Settings;

namespace Preview.Tests.Settings;

public class StackConfigTests
{
    private const string Secret = "token: { type: string, secret: true }";

    [Fact]
    public void Stack_values_win_over_defaults()
    {
        var config = Resolve("domain: { type: string, default: example.com }\n  region: fra1", "domain: example.org");

        Assert.Equal(("example.org", "fra1"), (config.Values["shop:domain"].Text, config.Values["shop:region"].Text));
    }

    [Fact]
    public void Undeclared_keys_are_passed_on()
    {
        Assert.Equal("x", Resolve("", "typo: x").Values["shop:typo"].Text);
    }

    [Fact]
    public void Missing_and_mistyped_values_are_reported_together()
    {
        var config = Resolve(
            """
            domain: { type: string, description: where the site is }
              zone: { type: string }
              managers: { type: integer }
              owns: { type: boolean }
              admins: { type: array, items: { type: string } }
              resources: { type: object }
              name: { type: string }
            """,
            "managers: three\n  owns: yes\n  admins: [1]\n  resources: x\n  name: [a]");

        Assert.Equal(
            """
            shop:domain: it is not set (string: where the site is); add it below 'config', or run: pulumi config set shop:domain <value>
            shop:zone: it is not set (string); add it below 'config', or run: pulumi config set shop:zone <value>
            shop:managers: it is not of type integer; write a value of type integer
            shop:owns: it is not of type boolean; write a value of type boolean
            shop:admins: it is not of type array of string; write a value of type array of string
            shop:resources: it is not of type object; write a value of type object
            shop:name: it is not of type string; write a value of type string
            """,
            string.Join('\n', config.Problems));
    }

    [Fact]
    public void A_wrong_value_still_reaches_the_program_which_may_say_more() =>
        Assert.Equal("three", Resolve("managers: { type: integer }", "managers: three").Values["shop:managers"].Text);

    [Theory]
    [InlineData("digitalocean:token")]
    [InlineData("digitalocean:spacesSecretKey")]
    [InlineData("cloudflare:apiToken")]
    [InlineData("cloudflare:apiKey")]
    public void A_provider_s_secret_in_plain_text_is_refused(string key) => Assert.Equal(
        [new SettingsProblem(key, $"it is a secret in plain text; encrypt it: pulumi config set --secret {key}")],
        Resolve("", $"{key}: hunter2").Problems);

    [Theory]
    [InlineData("digitalocean:token: { secure: v1:abc }")]
    [InlineData("digitalocean:region: fra1")]
    [InlineData("aws:region: eu-west-1")]
    [InlineData("docker:host: ssh://example.com")]
    public void Settings_of_providers_are_passed_on(string line) => Assert.Empty(Resolve("", line).Problems);

    [Theory]
    [InlineData("integer", "3")]
    [InlineData("integer", "\"3\"")]
    [InlineData("integer", "-1")]
    [InlineData("boolean", "true")]
    [InlineData("boolean", "\"false\"")]
    [InlineData("string", "3")]
    [InlineData("array", "[1, a]")]
    [InlineData("object", "{ a: 1 }")]
    [InlineData("integer", "{ secure: v1:abc }")]
    public void Accepts_what_the_cli_accepts(string type, string value)
    {
        Assert.Empty(Resolve($"key: {{ type: {type} }}", $"key: {value}").Problems);
    }

    [Fact]
    public void A_secret_in_plain_text_is_refused_without_showing_it()
    {
        Assert.Equal(
            [new SettingsProblem("shop:token", "it is a secret in plain text; encrypt it: pulumi config set --secret shop:token")],
            Resolve(Secret, "token: hunter2").Problems);
    }

    [Fact]
    public void A_required_secret_without_value_gets_a_placeholder_and_is_listed()
    {
        var config = Resolve(Secret, "other: x");

        Assert.Equal(["shop:token"], config.Unset);
        Assert.Equal(ConfigValue.Placeholder("shop:token"), config.Values["shop:token"]);
    }

    [Fact]
    public void An_encrypted_secret_needs_no_setting()
    {
        var config = Resolve(Secret, "token: { secure: v1:abc }");

        Assert.Empty(config.Unset);
        Assert.Equal(["shop:token"], config.Encrypted);
    }

    private static StackConfig Resolve(string declarations, string values) => StackConfig.Resolve(
        ProjectFile.Parse($"name: shop\nruntime: dotnet\nconfig:\n  {declarations}\n", "Pulumi.yaml", "/project"),
        StackFile.Parse($"config:\n  {values}\n", "Pulumi.dev.yaml", "dev", "shop"));
}

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
        var problem = Assert.Throws<SettingsException>(() => Resolve(
            """
            domain: { type: string, description: where the site is }
              zone: { type: string }
              managers: { type: integer }
              owns: { type: boolean }
              admins: { type: array, items: { type: string } }
              resources: { type: object }
              name: { type: string }
            """,
            "managers: three\n  owns: yes\n  admins: [1]\n  resources: x\n  name: [a]"));

        Assert.Equal(
            """
            Pulumi.dev.yaml: 7 setting(s) to fix
              shop:domain: missing (string: where the site is); add it below 'config', or run: pulumi config set shop:domain <value>
              shop:zone: missing (string); add it below 'config', or run: pulumi config set shop:zone <value>
              shop:managers: 'three' is not of type integer; write a value of type integer
              shop:owns: 'yes' is not of type boolean; write a value of type boolean
              shop:admins: '[1]' is not of type array of string; write a value of type array of string
              shop:resources: 'x' is not of type object; write a value of type object
              shop:name: '["a"]' is not of type string; write a value of type string
            """,
            problem.Message);
    }

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
        Assert.Contains("shop:key", Resolve($"key: {{ type: {type} }}", $"key: {value}").Values.Keys);
    }

    [Fact]
    public void A_secret_in_plain_text_is_refused_without_showing_it()
    {
        var problem = Assert.Throws<SettingsException>(() => Resolve(Secret, "token: hunter2"));

        Assert.Equal(
            "Pulumi.dev.yaml: 1 setting(s) to fix\n  shop:token: a secret in plain text; encrypt it: pulumi config set --secret shop:token",
            problem.Message);
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

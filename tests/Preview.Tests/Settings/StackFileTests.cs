using Preview.Settings;

namespace Preview.Tests.Settings;

public class StackFileTests
{
    [Theory]
    [InlineData("domain: example.com", "shop:domain", "example.com")]
    [InlineData("shop:replicas: 3", "shop:replicas", "3")]
    [InlineData("shop:config:domain: example.com", "shop:domain", "example.com")]
    [InlineData("digitalocean:region: fra1", "digitalocean:region", "fra1")]
    [InlineData("shop:owns: true", "shop:owns", "true")]
    [InlineData("shop:empty:", "shop:empty", "")]
    [InlineData("shop:version: \"0123\"", "shop:version", "0123")]
    [InlineData("shop:list: [1, \"2\", true, null, 1.5, x]", "shop:list", """[1,"2",true,null,1.5,"x"]""")]
    [InlineData("shop:map: { a: { b: <&> } }", "shop:map", """{"a":{"b":"<&>"}}""")]
    public void Values_reach_the_program_as_text(string line, string key, string expected)
    {
        Assert.Equal(expected, Read(line).Values[key].Text);
    }

    [Fact]
    public void An_encrypted_value_is_a_secret_placeholder()
    {
        var file = Read("shop:token: { secure: v1:abc }");

        Assert.Equal(new ConfigValue("placeholder-for-shop-token", IsSecret: true, IsPlaceholder: true), file.Values["shop:token"]);
    }

    [Fact]
    public void An_encrypted_value_inside_an_object_makes_the_whole_object_secret()
    {
        var value = Read("shop:database: { user: app, password: { secure: v1:abc } }").Values["shop:database"];

        Assert.Equal("""{"user":"app","password":"placeholder-for-shop-database"}""", value.Text);
        Assert.True(value.IsSecret);
    }

    [Fact]
    public void Keys_that_only_the_cli_needs_are_no_settings()
    {
        var file = StackFile.Parse("encryptionsalt: v1:x\nsecretsprovider: passphrase\nencryptedkey: y\nconfig: {}\n", "Pulumi.dev.yaml", "dev", "shop");

        Assert.Empty(file.Values);
        Assert.Empty(file.Warnings);
        Assert.Empty(file.Problems);
    }

    [Theory]
    [InlineData("shop:domain: example.com", "shop:domain")]
    [InlineData("shop: { domain: example.com }", "shop")]
    [InlineData("configs: { }", "configs")]
    public void A_setting_beside_config_is_refused(string line, string key) => Assert.Equal(
        [new SettingsProblem($"'{key}'", "it is no key of a stack file and has no effect; move settings below 'config', e.g. 'shop:key: value'")],
        StackFile.Parse($"{line}\n", "Pulumi.dev.yaml", "dev", "shop").Problems);

    [Theory]
    [InlineData("shpo:domain")]
    [InlineData("Shop:domain")]
    [InlineData("sho:domain")]
    [InlineData("shops:domain")]
    [InlineData("stop:domain")]
    [InlineData("shpo:config:domain")]
    public void A_mistyped_namespace_is_refused(string key) => Assert.Equal(
        [new SettingsProblem($"{key.Split(':')[0]}:domain", $"there is no project '{key.Split(':')[0]}'; did you mean shop:domain?")],
        Read($"{key}: x").Problems);

    [Theory]
    [InlineData("digitalOcean:token", "digitalocean:token")]
    [InlineData("digitalocaen:region", "digitalocean:region")]
    [InlineData("cloudfare:apiToken", "cloudflare:apiToken")]
    public void A_mistyped_provider_is_refused_without_its_value(string key, string meant)
    {
        var file = Read($"{key}: hunter2");

        Assert.Equal([new SettingsProblem(key, $"there is no provider '{key.Split(':')[0]}'; did you mean {meant}?")], file.Problems);
        Assert.Empty(file.Values);
    }

    [Theory]
    [InlineData("aws:secretKey", true)]
    [InlineData("acme:apiTOKEN", true)]
    [InlineData("acme:adminPassword", true)]
    [InlineData("acme:region", false)]
    [InlineData("shop:admins", false)]
    public void A_provider_s_setting_that_is_named_like_a_credential_is_not_shown(string key, bool isHidden) =>
        Assert.Equal(isHidden, Read($"{key}: hunter2").Values[key].ToString() == "[secret]");

    [Fact]
    public void A_secret_beside_an_encrypted_one_must_be_encrypted_too() => Assert.Equal(
        [
            new SettingsProblem("shop:siteSecrets.mail", "it is a secret in plain text; encrypt it: pulumi config set --secret --path 'shop:siteSecrets.mail'"),
            new SettingsProblem("shop:siteSecrets.keys[1]", "it is a secret in plain text; encrypt it: pulumi config set --secret --path 'shop:siteSecrets.keys[1]'"),
        ],
        Read("siteSecrets: { pay: { secure: v1:abc }, mail: hunter2, keys: [{ secure: v1:def }, hunter3] }").Problems);

    [Theory]
    [InlineData("digitalocean")]
    [InlineData("aws")]
    [InlineData("pulumi")]
    [InlineData("hops")]
    public void Another_namespace_is_a_provider_s(string name) => Assert.Empty(Read($"{name}:region: x").Problems);

    [Fact]
    public void A_key_given_with_and_without_its_namespace_is_refused() => Assert.Equal(
        [new SettingsProblem("shop:domain", "it is set twice, with and without its namespace; keep one of them")],
        Read("domain: a\n  shop:domain: b").Problems);

    [Theory]
    [InlineData("config:\n  a: b\n c: d\n", "Pulumi.dev.yaml: line 3, column 2: not valid YAML (")]
    [InlineData("config:\n\ta: b\n", "Pulumi.dev.yaml: line 2, column 1: not valid YAML (")]
    [InlineData("config:\n  a: [b\n  c: d\n", "Pulumi.dev.yaml: line 3, column 3: not valid YAML: a '[' or '{' is not closed, or a value needs quotes; correct the syntax")]
    [InlineData("config:\n  a: &x [*x]\n", "Pulumi.dev.yaml: line 2, column 6: not valid YAML: anchors that nest without end; correct the syntax")]
    [InlineData("config: {}\n---\nconfig: {}\n", "Pulumi.dev.yaml: line 3, column 1: a second document, which is not read; remove the line '---' before it, or what follows")]
    [InlineData("- a\n", "Pulumi.dev.yaml: line 1, column 1: not a mapping; write `key: value` lines")]
    [InlineData("config: [a]\n", "Pulumi.dev.yaml: 'config' is not a mapping; write 'shop:key: value' lines below it")]
    public void Points_at_what_is_not_a_stack_file(string text, string expected)
    {
        var problem = Assert.Throws<SettingsException>(() => StackFile.Parse(text, "Pulumi.dev.yaml", "dev", "shop"));

        Assert.StartsWith(expected, problem.Message, StringComparison.Ordinal);
    }

    private static StackFile Read(string lines) => StackFile.Parse($"config:\n  {lines}\n", "Pulumi.dev.yaml", "dev", "shop");
}

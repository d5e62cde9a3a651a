namespace Ci.Tests;

/// <summary>What leaves a job for a place whose text GitLab does not mask.</summary>
public sealed class MaskTests : IDisposable
{
    private readonly ScriptRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("DIGITALOCEAN_TOKEN")]
    [InlineData("PULUMI_CONFIG_PASSPHRASE")]
    [InlineData("CI_REGISTRY_PASSWORD")]
    [InlineData("LHD_SLACK_WEBHOOK")]
    [InlineData("SPACES_SECRET")]
    [InlineData("AWS_ACCESS_KEY_ID")]
    [InlineData("LHD_SSH_KEY")]
    public async Task The_value_of_a_variable_with_a_secret_s_name_is_replaced(string name)
    {
        _run.Environment[name] = @"a.*[b]\1&/x";

        Assert.Equal("x[secret]y [secret]\n", await MaskAsync(@"xa.*[b]\1&/xy a.*[b]\1&/x"));
    }

    [Fact]
    public async Task Other_variables_and_short_values_stay()
    {
        _run.Environment["CI_PROJECT_PATH"] = "acme/shop/lucky";
        _run.Environment["MONKEY_NAME"] = "not-a-secret";
        _run.Environment["A_TOKEN"] = "short";

        Assert.Equal("acme/shop/lucky not-a-secret short\n", await MaskAsync("acme/shop/lucky not-a-secret short"));
    }

    [Fact]
    public async Task A_secret_that_contains_another_is_replaced_as_a_whole()
    {
        _run.Environment["A_TOKEN"] = "0123456789";
        _run.Environment["B_TOKEN"] = "0123456789-and-more";

        Assert.Equal("[secret]\n", await MaskAsync("0123456789-and-more"));
    }

    [Fact]
    public async Task Every_line_of_a_variable_of_type_file_is_replaced()
    {
        _run.Environment["LHD_SSH_KEY"] = _run.Write("key", "first-line-of-it\r\nsecond-line-of-it");

        Assert.Equal("[secret] [secret]\n", await MaskAsync("first-line-of-it second-line-of-it"));
    }

    [Fact]
    public async Task A_text_goes_through_unchanged_where_there_are_no_secrets() =>
        Assert.Equal("é \\n %s &\n\n  end\n", await MaskAsync("é \\n %s &\n\n  end"));

    private async Task<string> MaskAsync(string text) => (await _run.RunAsync("mask.sh", [], text + "\n")).Succeeds().Output;
}

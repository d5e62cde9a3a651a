using Infra.Settings;

namespace Infra.Tests.Settings;

public class LegibleTests
{
    [Theory]
    [InlineData("'https://user:pass@host/x' is no image", "'https://[hidden]@host/x' is no image")]
    [InlineData("'https://token@host/x' is no image", "'https://[hidden]@host/x' is no image")]
    [InlineData("'https://user:p/a@s'@host/x' is no image", "'https://[hidden]@host/x' is no image")]
    [InlineData("'user:pass@host/x' is no image", "'[hidden]@host/x' is no image")]
    [InlineData("'user:p/a/ss@host/x' is no image", "'[hidden]@host/x' is no image")]
    public void A_login_is_hidden(string text, string shown) => Assert.Equal(shown, Legible.Text(text));

    [Theory]
    [InlineData("'nginx:1.29@sha256:abc' is no image")]
    [InlineData("'name@example.com' is no host")]
    [InlineData("'gitlab+deploy-token-1' is no host")]
    [InlineData("it's fine, isn't it")]
    public void What_is_no_login_is_shown(string text) => Assert.Equal(text, Legible.Text(text));

    [Fact]
    public void A_problem_is_one_line_that_a_terminal_shows_as_it_is() => Assert.Equal(@"'a\u000ab\u001b[31mc\u202ed'", Legible.Text("'a\nb\e[31mc\u202ed'"));

    [Fact]
    public void A_long_value_is_cut() => Assert.Equal($"'{new string('x', 70)}…' is no host", Legible.Text($"'{new string('x', 5000)}' is no host"));
}

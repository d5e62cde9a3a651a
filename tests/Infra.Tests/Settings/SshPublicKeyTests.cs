using Infra.Settings;

namespace Infra.Tests.Settings;

public class SshPublicKeyTests
{
    [Fact]
    public void Is_written_as_it_was_read() => Assert.Equal(Samples.PublicKey, SshPublicKey.Parse(Samples.PublicKey).ToString());

    [Fact]
    public void Needs_no_comment()
    {
        var key = Samples.PublicKey[..Samples.PublicKey.LastIndexOf(' ')];

        Assert.Equal(key, SshPublicKey.Parse(key).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("ssh-ed25519")]
    [InlineData("ssh-ed25519 AAAA me@host")]
    [InlineData("ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIEXAMPLE me")]
    [InlineData("~/.ssh/id_ed25519.pub")]
    public void Refuses_what_is_not_a_public_key(string text) =>
        Assert.EndsWith("is not an SSH public key", Assert.Throws<FormatException>(() => SshPublicKey.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Refuses_two_keys_in_one_line() =>
        Assert.Throws<FormatException>(() => SshPublicKey.Parse($"{Samples.PublicKey}\n{Samples.PublicKey}"));

    [Fact]
    public void Never_repeats_a_private_key()
    {
        var message = Assert.Throws<FormatException>(() => SshPublicKey.Parse("-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blb")).Message;

        Assert.Equal("this is a private key, which must not be in a settings file", message);
    }
}

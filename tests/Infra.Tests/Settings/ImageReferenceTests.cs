using Infra.Settings;

namespace Infra.Tests.Settings;

public class ImageReferenceTests
{
    private const string Digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("postgres:18.6", "docker.io", "postgres", "18.6", null)]
    [InlineData("prom/prometheus:v3.14.0", "docker.io", "prom/prometheus", "v3.14.0", null)]
    [InlineData("registry.gitlab.com/group/app:1a2b3c4d", "registry.gitlab.com", "registry.gitlab.com/group/app", "1a2b3c4d", null)]
    [InlineData("localhost:5000/app:1", "localhost:5000", "localhost:5000/app", "1", null)]
    [InlineData("ghcr.io/a/b@" + Digest, "ghcr.io", "ghcr.io/a/b", null, Digest)]
    [InlineData("traefik:v3.7.11@" + Digest, "docker.io", "traefik", "v3.7.11", Digest)]
    public void Knows_its_parts(string text, string registry, string repository, string? tag, string? digest)
    {
        var image = ImageReference.Parse(text);

        Assert.Equal((registry, repository, tag, digest), (image.Registry, image.Repository, image.Tag, image.Digest));
        Assert.Equal(text, image.ToString());
    }

    [Theory]
    [InlineData("postgres", "'postgres' has neither tag nor digest")]
    [InlineData("postgres:latest", "'postgres:latest' is another image tomorrow")]
    [InlineData("Postgres:18", "'Postgres:18' is not an image reference")]
    [InlineData("https://ghcr.io/a:1", "'https://ghcr.io/a:1' is not an image reference")]
    [InlineData("a@sha256:12", "'a@sha256:12' is not an image reference")]
    public void Refuses_what_is_not_pinned(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => ImageReference.Parse(text)).Message);

    [Fact]
    public void Another_tag_drops_the_digest() =>
        Assert.Equal("traefik:v4", ImageReference.Parse($"traefik:v3@{Digest}").WithTag("v4").ToString());
}

using Infra.Certificates;
using Infra.Settings;
using Pulumi;
using Pulumi.Cloudflare;
using Pulumi.Tls;

namespace Infra.Tests.Certificates;

[Collection(SerialGraphs.Name)]
public class OriginCertificateTests
{
    [Fact]
    public async Task Names_are_sorted_and_once_each_because_their_order_would_replace_it()
    {
        var graph = await GraphAsync();

        string[] names = ["api.example.com", "traefik.example.com"];
        Assert.Equal(names, await graph.Args<OriginCaCertificateArgs>("certificate-certificate").Hostnames.ValuesAsync());
        Assert.Equal(names, await graph.Args<CertRequestArgs>("certificate-request").DnsNames.ValuesAsync());
    }

    [Fact]
    public async Task The_request_says_the_kind_of_key_that_it_has()
    {
        var graph = await GraphAsync();

        Assert.Equal("ECDSA", await graph.Args<PrivateKeyArgs>("certificate-key").Algorithm.ValueAsync());
        Assert.Equal("origin-ecc", await graph.Args<OriginCaCertificateArgs>("certificate-certificate").RequestType.ValueAsync());
    }

    [Fact]
    public async Task The_validity_is_stated_once_and_then_left_alone()
    {
        var certificate = (await GraphAsync()).Named("certificate-certificate");

        Assert.Equal(5475.0, await ((OriginCaCertificateArgs)certificate.Args).RequestedValidity.ValueAsync());
        Assert.Equal(["requestedValidity"], certificate.Options.IgnoreChanges);
    }

    [Fact]
    public async Task The_request_has_a_subject_which_Cloudflare_insists_on()
    {
        var subject = await (await GraphAsync()).Args<CertRequestArgs>("certificate-request").Subject.ValueAsync();

        Assert.Equal(("api.example.com", "example.com"), (await subject.CommonName.ValueAsync(), await subject.Organization.ValueAsync()));
    }

    [Fact]
    public async Task The_private_key_is_secret()
    {
        OriginCertificate? certificate = null;
        var graph = await ResourceGraph.OfAsync(() => certificate = Certificate());

        Assert.True(await Output.IsSecretAsync(certificate!.Served.PrivateKeyPem));
        Assert.True(await graph.Args<CertRequestArgs>("certificate-request").PrivateKeyPem.IsSecretAsync());
    }

    private static Task<ResourceGraph> GraphAsync() => ResourceGraph.OfAsync(() => Certificate());

    private static OriginCertificate Certificate() => new(
        "certificate",
        HostName.Parse("example.com"),
        [HostName.Parse("traefik.example.com"), HostName.Parse("api.example.com"), HostName.Parse("traefik.example.com")]);
}

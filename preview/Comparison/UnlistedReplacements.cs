using Preview.Planning;

namespace Preview.Comparison;

/// <summary>
/// What the package schemas do not say. They have no <c>willReplaceOnChanges</c> for providers on Terraform's newer plugin framework, and none
/// below the first level of an input; the facts are the plan modifiers (<c>RequiresReplace</c>) and <c>ForceNew</c> in the providers' sources.
/// </summary>
internal static class UnlistedReplacements
{
    private const string Service = "docker:index/service:Service";

    private static readonly Dictionary<string, string[]> Table = new()
    {
        // github.com/cloudflare/terraform-provider-cloudflare, internal/services/*/schema.go
        ["cloudflare:index/authenticatedOriginPullsSettings:AuthenticatedOriginPullsSettings"] = ["zoneId"],
        ["cloudflare:index/dnsRecord:DnsRecord"] = ["zoneId"],
        ["cloudflare:index/originCaCertificate:OriginCaCertificate"] = ["csr", "hostnames", "requestType", "requestedValidity"],
        ["cloudflare:index/zoneSetting:ZoneSetting"] = ["zoneId", "settingId"],

        // github.com/kreuzwerker/terraform-provider-docker, internal/provider/resource_docker_service.go
        [Service] = ["taskSpec.containerSpec.hosts", "taskSpec.containerSpec.sysctl", "taskSpec.networksAdvanceds"],

        // github.com/hashicorp/terraform-provider-random, internal/provider/resource_*.go: every input
        ["random:index/randomBytes:RandomBytes"] = ["*"],
        ["random:index/randomId:RandomId"] = ["*"],
        ["random:index/randomPassword:RandomPassword"] = ["*"],
        ["random:index/randomString:RandomString"] = ["*"],

        // github.com/hashicorp/terraform-provider-tls, internal/provider/resource_*.go
        ["tls:index/certRequest:CertRequest"] = ["*"],
        ["tls:index/privateKey:PrivateKey"] = ["*"],
        ["tls:index/selfSignedCert:SelfSignedCert"] = ["*"],
    };

    // From the same sources: parts of what is listed that change in place. The block `mode` is ForceNew, its member `replicas` is not.
    private static readonly Dictionary<string, PropertyPath> InPlace = new()
    {
        [Service] = PropertyPath.Parse("mode.replicated.replicas"),
        ["tls:index/selfSignedCert:SelfSignedCert"] = PropertyPath.Parse("earlyRenewalHours"),
    };

    public static IEnumerable<PropertyPath> Of(string type) => Table.GetValueOrDefault(type, []).Select(PropertyPath.Parse);

    public static bool IsInPlace(string type, PropertyPath path) => InPlace.TryGetValue(type, out var part) && path.IsWithin(part);
}

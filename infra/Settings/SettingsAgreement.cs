namespace Infra.Settings;

/// <summary>What must fit together between sections: where nodes come from, who declares their names, and who signs for them.</summary>
public static class SettingsAgreement
{
    /// <summary>What does not fit.</summary>
    public static IEnumerable<SettingsProblem> Problems(EnvironmentSettings settings) =>
        [.. Names(settings), .. Certificates(settings), .. Authority(settings), .. Registry(settings), .. Backups(settings), .. Databases(settings)];

    private static IEnumerable<SettingsProblem> Names(EnvironmentSettings settings)
    {
        if (settings.Nodes.Provider == NodeProvider.Local && settings.Domain.Dns != DnsProvider.None)
            yield return new("dns", "nobody else can reach this machine by a public name", "set lhd:dns: none") { Inputs = ["provider"] };
        if (settings.Nodes.Provider == NodeProvider.Local && settings.Development.SourceFolder.Length == 0)
            yield return new("sourceFolder", "it is not set", "write the folder of the application's source, e.g. lhd:sourceFolder: ../shop") { Inputs = ["provider"] };
        if (settings.Domain is { Dns: DnsProvider.None, OwnsZone: true })
            yield return new("ownsZone", "there is no zone to own", "set lhd:ownsZone: false, or lhd:dns: cloudflare") { Inputs = ["dns"] };
    }

    private static IEnumerable<SettingsProblem> Backups(EnvironmentSettings settings)
    {
        if (settings is { Nodes.Provider: NodeProvider.Existing, Backups: { Enabled: true, Storage: null, Region: "" } })
        {
            yield return new(
                "backupRepository",
                "it is not set, and hosts of your own come with no storage for backups",
                "name S3 storage, e.g. lhd:backupRepository: s3:https://s3.example.com/shop-backups/postgres, set lhd:backupRegion for a DigitalOcean Space, or set lhd:backups: false")
            {
                Inputs = ["provider", "backups", "backupRegion"],
            };
        }
    }

    private static IEnumerable<SettingsProblem> Databases(EnvironmentSettings settings)
    {
        if (settings.Postgres.Managed is null)
            yield break;
        if (settings.Nodes.Provider != NodeProvider.DigitalOcean)
        {
            yield return new(
                "postgres",
                "a managed cluster is reached over the private network of droplets, and there are none",
                "set lhd:postgres: service, or lhd:provider: digitalocean")
            {
                Inputs = ["provider"],
            };
        }
    }

    private static IEnumerable<SettingsProblem> Certificates(EnvironmentSettings settings)
    {
        var (traffic, dns, isLocal) = (settings.Traffic, settings.Domain.Dns, settings.Nodes.Provider == NodeProvider.Local);
        if (!traffic.Https && !isLocal)
            yield return new("https", "passwords would travel in plain text", "set lhd:https: true; it is off on one's own machine only") { Inputs = ["provider"] };
        if (!traffic.Https)
            yield break;
        if (traffic.Certificate == CertificateAuthority.Origin && dns == DnsProvider.None)
        {
            yield return new(
                "certificate",
                "an origin certificate is trusted by Cloudflare's proxy alone, which is not in front",
                isLocal ? "set lhd:certificate: selfsigned, or lhd:https: false" : "set lhd:certificate: letsencrypt or selfsigned")
            {
                Inputs = ["https", "dns", "provider"],
            };
        }

        if (traffic.Certificate == CertificateAuthority.SelfSigned && dns == DnsProvider.Cloudflare)
            yield return new("certificate", "Cloudflare's proxy trusts no certificate that signs itself", "set lhd:certificate: origin or letsencrypt") { Inputs = ["https", "dns"] };
        if (traffic.Certificate == CertificateAuthority.LetsEncrypt && isLocal)
            yield return new("certificate", "no authority can reach this machine", "set lhd:certificate: selfsigned, or lhd:https: false") { Inputs = ["https", "provider"] };
    }

    private static IEnumerable<SettingsProblem> Authority(EnvironmentSettings settings)
    {
        if (!settings.Traffic.HasAcme || settings.Nodes.Provider == NodeProvider.Local)
            yield break;
        var acme = settings.Traffic.Acme;
        if (acme.Email.Length == 0)
            yield return new("acmeEmail", "it is not set", "write whom the authority may write to, e.g. lhd:acmeEmail: ops@example.com") { Inputs = ["https", "certificate"] };
        if (acme is { Challenge: AcmeChallenge.Dns, DnsToken: null })
        {
            yield return new("acmeDnsToken", "it is not set", $"run: pulumi config set --secret {SettingsSource.Namespace}:acmeDnsToken; the token may edit the zone's DNS")
            {
                Inputs = ["https", "certificate", "acmeChallenge"],
            };
        }
    }

    private static IEnumerable<SettingsProblem> Registry(EnvironmentSettings settings)
    {
        var (server, user) = (settings.Registry.Server, settings.Registry.User);
        string[] images =
        [
            settings.Lucky.ImageOf(settings.Release.Newest), settings.Hasura.Image, settings.Postgres.Image,
            .. settings.Services.Services.Select(service => service.Image.ToString()),
        ];
        var application = ImageReference.Parse(images[0]).Registry;
        if (user.Length > 0 && !images.Any(image => ImageReference.Parse(image).Registry == server))
        {
            yield return new("registryServer", $"no image is there; that of the application is on {application}", $"write {application}, or leave out lhd:registryUser")
            {
                Inputs = ["luckyImage", "hasuraImage", "postgresImage", $"{ServiceListSettings.Key}[*].image", "registryUser"],
            };
        }
    }
}

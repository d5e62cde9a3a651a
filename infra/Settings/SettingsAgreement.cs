namespace Infra.Settings;

/// <summary>What must fit together between sections: where nodes come from, who declares their names, and who signs for them.</summary>
public static class SettingsAgreement
{
    /// <summary>What does not fit.</summary>
    public static IEnumerable<SettingsProblem> Problems(EnvironmentSettings settings) => [.. Names(settings), .. Certificates(settings), .. Backups(settings)];

    private static IEnumerable<SettingsProblem> Names(EnvironmentSettings settings)
    {
        if (settings.Nodes.Provider == NodeProvider.Local && settings.Domain.Dns != DnsProvider.None)
            yield return new("dns", "nobody else can reach this machine by a public name", "set lhd:dns: none");
        if (settings.Nodes.Provider == NodeProvider.Local && settings.Development.SourceFolder.Length == 0)
            yield return new("sourceFolder", "it is not set", "write the folder of the application's source, e.g. lhd:sourceFolder: ../shop");
        if (settings.Domain is { Dns: DnsProvider.None, OwnsZone: true })
            yield return new("ownsZone", "there is no zone to own", "set lhd:ownsZone: false, or lhd:dns: cloudflare");
    }

    private static IEnumerable<SettingsProblem> Backups(EnvironmentSettings settings)
    {
        if (settings is { Nodes.Provider: NodeProvider.Existing, Backups: { Enabled: true, Storage: null, Region: "" } })
            yield return new("backupRepository", "it is not set, and hosts of your own come with no storage for backups", "name S3 storage, e.g. lhd:backupRepository: s3:https://s3.example.com/shop-backups/postgres, set lhd:backupRegion for a DigitalOcean Space, or set lhd:backups: false");
    }

    private static IEnumerable<SettingsProblem> Certificates(EnvironmentSettings settings)
    {
        var (traffic, dns, provider) = (settings.Traffic, settings.Domain.Dns, settings.Nodes.Provider);
        if (!traffic.Https)
            yield break;
        if (traffic.Certificate == CertificateAuthority.Origin && dns == DnsProvider.None)
            yield return new("certificate", "an origin certificate is trusted by Cloudflare's proxy alone, which is not in front", "set lhd:certificate: letsencrypt, selfsigned, or lhd:https: false");
        if (traffic.Certificate == CertificateAuthority.SelfSigned && dns == DnsProvider.Cloudflare)
            yield return new("certificate", "Cloudflare's proxy trusts no certificate that signs itself", "set lhd:certificate: origin or letsencrypt");
        if (traffic.Certificate != CertificateAuthority.LetsEncrypt)
            yield break;
        if (provider == NodeProvider.Local)
            yield return new("certificate", "no authority can reach this machine", "set lhd:certificate: selfsigned, or lhd:https: false");
        if (traffic.Acme.Email.Length == 0)
            yield return new("acmeEmail", "it is not set", "write whom the authority may write to, e.g. lhd:acmeEmail: ops@example.com");
        if (traffic.Acme is { Challenge: AcmeChallenge.Dns, DnsToken: null })
            yield return new("acmeDnsToken", "it is not set", $"run: pulumi config set --secret {SettingsSource.Namespace}:acmeDnsToken; the token may edit the zone's DNS");
    }
}

namespace Infra.Settings;

/// <summary>Where an environment's nodes come from. The first asks for the fewest other settings, as a value that could not be read should.</summary>
public enum NodeProvider
{
    /// <summary>The machine that the program runs on, through the socket of its Docker Engine.</summary>
    Local,

    /// <summary>Hosts that exist already, of any provider, listed in <c>lhd:hosts</c>.</summary>
    Existing,

    /// <summary>Droplets that the stack makes in a DigitalOcean account.</summary>
    DigitalOcean,
}

/// <summary>Where the public names are declared.</summary>
public enum DnsProvider
{
    /// <summary>Nowhere by this program: the names are somebody else's affair, or need none.</summary>
    None,

    /// <summary>In a Cloudflare zone, behind Cloudflare's proxy.</summary>
    Cloudflare,
}

/// <summary>Who signs the certificate that Traefik shows.</summary>
public enum CertificateAuthority
{
    /// <summary>Cloudflare's origin authority, which only Cloudflare's proxy trusts.</summary>
    Origin,

    /// <summary>Let's Encrypt, or another authority that speaks ACME (RFC 8555); everybody trusts it.</summary>
    LetsEncrypt,

    /// <summary>Nobody but itself; for one's own machine.</summary>
    SelfSigned,
}

/// <summary>How an ACME authority is shown that a name is ours (RFC 8555, section 8).</summary>
public enum AcmeChallenge
{
    /// <summary>By an answer on port 80 of each name (HTTP-01).</summary>
    Http,

    /// <summary>By a TXT record in the Cloudflare zone (DNS-01).</summary>
    Dns,
}

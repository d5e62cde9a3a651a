namespace Preview.Rendering;

/// <summary>Type tokens as the Pulumi CLI shows them.</summary>
public static class TypeText
{
    /// <summary>Leaves out the file that a module's only member is in: <c>digitalocean:index/droplet:Droplet</c> is <c>digitalocean:index:Droplet</c>.</summary>
    public static string Short(string type) => type.Split(':') is [var package, var module, var name] && module.LastIndexOf('/') is > 0 and var slash
        && string.Equals(module[(slash + 1)..], name, StringComparison.OrdinalIgnoreCase)
            ? $"{package}:{module[..slash]}:{name}"
            : type;
}

namespace Infra.Services;

/// <summary>A swarm secret as a file of a container.</summary>
/// <param name="Secret">Name of the secret, one of <see cref="Infra.Secrets.SecretNames"/> or declared in settings.</param>
public sealed record SecretMount(string Secret)
{
    /// <summary>Absolute path of the file; <c>/run/secrets/NAME</c> when not said.</summary>
    public string Path { get; init; } = $"/run/secrets/{Secret}";

    /// <summary>Numeric owner of the file.</summary>
    public string Uid { get; init; } = "0";

    /// <summary>Numeric group of the file.</summary>
    public string Gid { get; init; } = "0";

    /// <summary>Mode of the file; readable to every process of the container when not said.</summary>
    public UnixFileMode Mode { get; init; } = ServiceDefaults.FileMode;
}

namespace Infra.Settings;

/// <summary>The services that the stack file adds.</summary>
/// <param name="Services">In the order of the file.</param>
public sealed record ServiceListSettings(IReadOnlyList<DeclaredService> Services) : ISettingsSection
{
    /// <summary>Key of the list.</summary>
    public const string Key = "services";

    /// <summary>Reads the section.</summary>
    public static ServiceListSettings Read(SettingsSource source) => new(
        [.. source.Objects(Key, "list services, e.g. [{name: web, image: \"nginx:1.29.1\", host: www, port: 80, health: {path: /}}]").Select(DeclaredServiceReader.Read)]);

    /// <inheritdoc/>
    public IEnumerable<SettingsProblem> Problems() => Services.SelectMany(service => ProblemsOf(service, service.Setting)
        .Concat(SecretVariables.Overlaps($"{service.Setting}.secretEnv", service.SecretEnv, "env", service.Env)));

    private static IEnumerable<SettingsProblem> ProblemsOf(DeclaredService service, string path)
    {
        if (service.Host is not null && service.Port == 0)
            yield return new($"{path}.port", "it has a host, but no port to send requests to", "write the port that the program listens on, e.g. 8000");
        if (service.Host is null && (service.Path != "/" || service.Protected || service.StripPath))
            yield return new($"{path}.host", "it has a path or a protection, but no host", "write the first label of the host, e.g. www");
        if (service.Health.Path is not null && service.Port == 0)
            yield return new($"{path}.port", "its health has a path, but there is no port to ask", "write the port, or check by a command");
        if (service.SecretEnv.Count > 0 && service.Command.Count == 0)
            yield return new($"{path}.command", "secretEnv comes before the image's program, which must then be stated", "list program and arguments, e.g. [gunicorn, app:app]");
        if (service.ReservedMemoryMiB > service.MemoryMiB)
            yield return new($"{path}.reservedMemory", $"{service.ReservedMemoryMiB} MiB are more than the limit of {service.MemoryMiB}", "reserve at most the limit") { Inputs = [$"{path}.memory"] };
    }
}

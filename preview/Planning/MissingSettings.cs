using Preview.Settings;

namespace Preview.Planning;

/// <summary>Finds what is to be set before a plan can be carried out: secrets without a value, and credentials of providers.</summary>
public static class MissingSettings
{
    // A provider's credential, and the environment variable that its plugin reads instead: the "Configuration" page of each package
    // at https://www.pulumi.com/registry/.
    private static readonly Dictionary<string, (string Setting, string Variable)> Credentials = new()
    {
        ["cloudflare"] = ("apiToken", "CLOUDFLARE_API_TOKEN"),
        ["digitalocean"] = ("token", "DIGITALOCEAN_TOKEN"),
    };

    /// <summary>What is missing, sorted by key.</summary>
    /// <param name="config">The configuration that the program received.</param>
    /// <param name="steps">What the program declares.</param>
    /// <param name="told">What the program itself says is missing.</param>
    public static IReadOnlyList<MissingSetting> Of(StackConfig config, IReadOnlyList<PlanStep> steps, IEnumerable<MissingSetting> told) =>
    [
        .. config.Unset.Select(key => new MissingSetting(key, Command(key)))
            .Concat(told)
            .Concat(PackagesWithoutCredentials(steps).Where(package => !config.Values.ContainsKey(Key(package))).Select(Credential))
            .DistinctBy(setting => setting.Key)
            .OrderBy(setting => setting.Key, StringComparer.Ordinal),
    ];

    private static IEnumerable<string> PackagesWithoutCredentials(IReadOnlyList<PlanStep> steps) => steps
        .Select(step => step.Resource)
        .Where(resource => resource.Custom && Credentials.ContainsKey(resource.Package))
        .Where(resource => resource.IsProvider ? !resource.Inputs.ContainsKey(Credentials[resource.Package].Setting) : resource.Provider.Length == 0)
        .Select(resource => resource.Package)
        .Distinct();

    private static MissingSetting Credential(string package) =>
        new(Key(package), Command(Key(package)), $"the environment variable {Credentials[package].Variable}");

    private static string Key(string package) => $"{package}:{Credentials[package].Setting}";

    private static string Command(string key) => $"pulumi config set --secret {key}";
}

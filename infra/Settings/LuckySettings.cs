using Pulumi;

namespace Infra.Settings;

/// <summary>The application.</summary>
/// <param name="Image">Repository of its image, without a tag, e.g. <c>registry.gitlab.com/acme/shop/lucky</c>.</param>
/// <param name="Replicas">Number of tasks.</param>
/// <param name="MemoryMiB">Memory limit of a task in MiB.</param>
/// <param name="Command">What the image runs; stated, because an entry point that reads the secrets comes before it.</param>
/// <param name="HealthPath">Path that answers with success when the application works.</param>
/// <param name="Env">Further environment variables. No secrets.</param>
/// <param name="SecretEnv">Further environment variables whose values are secrets: name of the secret by name of the variable.</param>
/// <param name="SendGridKey">Key with which it sends mail.</param>
public sealed record LuckySettings(
    string Image,
    int Replicas,
    int MemoryMiB,
    IReadOnlyList<string> Command,
    string HealthPath,
    IReadOnlyDictionary<string, string> Env,
    IReadOnlyDictionary<string, string> SecretEnv,
    Output<string> SendGridKey) : ISettingsSection
{
    /// <summary>The image of a release.</summary>
    /// <param name="release">The release's tag.</param>
    public string ImageOf(string release) => $"{Image}:{release}";

    /// <summary>Reads the section.</summary>
    public static LuckySettings Read(SettingsSource source) => new(
        source.Value("luckyImage", ParseRepository, "write the repository alone, e.g. registry.gitlab.com/acme/shop/lucky"),
        source.Integer("luckyReplicas", 1, 50, "set 1 to 50, e.g. lhd:luckyReplicas: 2"),
        source.Integer("luckyMemory", 32, MemoryBounds.MaximumMiB, "set MiB, e.g. lhd:luckyMemory: 256"),
        source.List("luckyCommand", text => text, "list program and arguments, e.g. lhd:luckyCommand: [./start_server]"),
        source.Value("luckyHealthPath", Paths.Parse, Paths.Expected, "/"),
        source.Map("luckyEnv", EnvironmentVariables.Expected, EnvironmentVariables.Check(SecretVariables.KeyOf("lucky"))),
        source.Map(SecretVariables.KeyOf("lucky"), SecretVariables.Expected, SecretVariables.Check),
        ReadSendGridKey(source));

    private static Output<string> ReadSendGridKey(SettingsSource source)
    {
        const string expected = $"run: pulumi config set --secret {SettingsSource.Namespace}:sendGridKey; the value unused sends no mail";
        return source.IsLocal ? source.OptionalSecret("sendGridKey", expected) ?? Output.CreateSecret("unused") : source.Secret("sendGridKey", expected);
    }

    /// <inheritdoc/>
    public IEnumerable<SettingsProblem> Problems() => SecretVariables.Overlaps(SecretVariables.KeyOf("lucky"), SecretEnv, "luckyEnv", Env);

    private static string ParseRepository(string text) =>
        ImageReference.IsRepository(text) ? text
        : ImageReference.IsReference(text) ? throw new FormatException($"'{text}' has a tag or digest; the tag is the setting release")
        : throw new FormatException($"'{text}' is not the repository of an image");
}

namespace Infra.Settings;

/// <summary>The GraphQL engine.</summary>
/// <param name="Image">Image with tag; one of one's own when the metadata is built in.</param>
/// <param name="Command">What the image runs; stated, because an entry point that reads the secrets comes before it.</param>
/// <param name="Replicas">Number of tasks.</param>
/// <param name="MemoryMiB">Memory limit of a task in MiB.</param>
/// <param name="Console">Whether the console is served; never in production.</param>
/// <param name="Env">Further environment variables, such as <c>HASURA_GRAPHQL_UNAUTHORIZED_ROLE</c>. No secrets.</param>
/// <param name="SecretEnv">Further environment variables whose values are secrets: name of the secret by name of the variable.</param>
public sealed record HasuraSettings(
    string Image,
    IReadOnlyList<string> Command,
    int Replicas,
    int MemoryMiB,
    bool Console,
    IReadOnlyDictionary<string, string> Env,
    IReadOnlyDictionary<string, string> SecretEnv) : ISettingsSection
{
    /// <summary>Reads the section.</summary>
    public static HasuraSettings Read(SettingsSource source) => new(
        source.Value("hasuraImage", text => ImageReference.Parse(text).ToString(), ImageReference.Expected, "unreadable:0"),
        source.List("hasuraCommand", text => text, "list program and arguments, e.g. lhd:hasuraCommand: [graphql-engine, serve]"),
        source.Integer("hasuraReplicas", 1, 50, "set 1 to 50, e.g. lhd:hasuraReplicas: 2"),
        source.Integer("hasuraMemory", 128, MemoryBounds.MaximumMiB, "set MiB, e.g. lhd:hasuraMemory: 512"),
        source.Flag("hasuraConsole"),
        source.Map("hasuraEnv", EnvironmentVariables.Expected, EnvironmentVariables.Check(SecretVariables.KeyOf("hasura"))),
        source.Map(SecretVariables.KeyOf("hasura"), SecretVariables.Expected, SecretVariables.Check));

    /// <inheritdoc/>
    public IEnumerable<SettingsProblem> Problems() => SecretVariables.Overlaps(SecretVariables.KeyOf("hasura"), SecretEnv, "hasuraEnv", Env);
}

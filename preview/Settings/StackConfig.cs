namespace Preview.Settings;

/// <summary>The configuration that a program receives: the stack file's values over the project's declarations.</summary>
/// <param name="Values">Values by full key, sorted.</param>
/// <param name="Unset">Required secrets that have no value yet; a placeholder stands in.</param>
/// <param name="Encrypted">Keys whose encrypted value a placeholder stands in for.</param>
public sealed record StackConfig(
    IReadOnlyDictionary<string, ConfigValue> Values,
    IReadOnlyList<string> Unset,
    IReadOnlyList<string> Encrypted)
{
    /// <summary>What is wrong with the values: a required one is missing, of the wrong type, or a secret in plain text.</summary>
    public IReadOnlyList<SettingsProblem> Problems { get; init; } = [];

    /// <summary>Merges the files, checking what the Pulumi CLI checks. Wrong values are kept as they are.</summary>
    public static StackConfig Resolve(ProjectFile project, StackFile stack)
    {
        var values = new SortedDictionary<string, ConfigValue>(stack.Values.ToDictionary(), StringComparer.Ordinal);
        var problems = stack.Problems
            .Concat(stack.Values.Keys.Where(ProviderSecrets.Contains).SelectMany(key => PlainText(key, stack)))
            .ToList();
        var unset = new List<string>();
        foreach (var declaration in project.Config)
        {
            if (values.TryGetValue(declaration.Key, out var value))
                problems.AddRange(ProblemsOf(declaration, value, stack));
            else if (declaration.Fallback is { } fallback)
                values[declaration.Key] = fallback;
            else if (declaration is { Required: true, Secret: true })
                unset.Add(declaration.Key);
            else if (declaration.Required)
                problems.Add(new(declaration.Key, $"it is not set{About(declaration)}", $"add it below 'config', or run: pulumi config set {declaration.Key} <value>"));
        }

        foreach (var key in unset)
            values[key] = ConfigValue.Placeholder(key);
        return new(values, unset, [.. stack.Encrypted.Order(StringComparer.Ordinal)]) { Problems = problems };
    }

    // The value is not shown: one of the wrong type may well be a secret under the wrong key.
    private static IEnumerable<SettingsProblem> ProblemsOf(ConfigDeclaration declaration, ConfigValue value, StackFile stack)
    {
        if (declaration.Secret && !stack.Encrypted.Contains(declaration.Key))
            return PlainText(declaration.Key, stack);
        return declaration.Type is { } type && !type.Accepts(value)
            ? [new(declaration.Key, $"it is not of type {type}", $"write a value of type {type}")]
            : [];
    }

    private static IEnumerable<SettingsProblem> PlainText(string key, StackFile stack)
    {
        if (!stack.Encrypted.Contains(key))
            yield return new(key, stack.Values[key].Text.Length == 0 ? "it is empty" : "it is a secret in plain text", $"encrypt it: pulumi config set --secret {key}");
    }

    private static string About(ConfigDeclaration declaration) => (declaration.Type, declaration.Description) switch
    {
        ({ } type, { } text) => $" ({type}: {text})",
        ({ } type, null) => $" ({type})",
        (null, { } text) => $" ({text})",
        _ => "",
    };
}

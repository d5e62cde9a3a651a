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
    /// <summary>Merges the files, checking what the Pulumi CLI checks.</summary>
    /// <exception cref="SettingsException">A required value is missing, of the wrong type, or a secret in plain text; all are listed.</exception>
    public static StackConfig Resolve(ProjectFile project, StackFile stack)
    {
        var values = new SortedDictionary<string, ConfigValue>(stack.Values.ToDictionary(), StringComparer.Ordinal);
        var problems = new List<SettingsProblem>();
        var unset = new List<string>();
        foreach (var declaration in project.Config)
        {
            if (values.TryGetValue(declaration.Key, out var value))
                problems.AddRange(Problems(declaration, value, stack.Encrypted.Contains(declaration.Key)));
            else if (declaration.Fallback is { } fallback)
                values[declaration.Key] = fallback;
            else if (declaration is { Required: true, Secret: true })
                unset.Add(declaration.Key);
            else if (declaration.Required)
                problems.Add(new(declaration.Key, $"missing{About(declaration)}", $"add it below 'config', or run: pulumi config set {declaration.Key} <value>"));
        }

        if (problems.Count > 0)
            throw new SettingsException(stack.FileName, problems);

        foreach (var key in unset)
            values[key] = ConfigValue.Placeholder(key);
        return new(values, unset, [.. stack.Encrypted.Order(StringComparer.Ordinal)]);
    }

    private static IEnumerable<SettingsProblem> Problems(ConfigDeclaration declaration, ConfigValue value, bool isEncrypted)
    {
        if (declaration.Secret && !isEncrypted)
            yield return new(declaration.Key, "a secret in plain text", $"encrypt it: pulumi config set --secret {declaration.Key}");
        else if (declaration.Type is { } type && !type.Accepts(value))
            yield return new(declaration.Key, $"{Shown(value)} is not of type {type}", $"write a value of type {type}");
    }

    private static string Shown(ConfigValue value) => value.IsSecret ? "the value" : $"'{value.Text}'";

    private static string About(ConfigDeclaration declaration) => (declaration.Type, declaration.Description) switch
    {
        ({ } type, { } text) => $" ({type}: {text})",
        ({ } type, null) => $" ({type})",
        (null, { } text) => $" ({text})",
        _ => "",
    };
}

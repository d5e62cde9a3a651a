namespace Pulumi;

/// <summary>How the engine treats a resource that a provider manages.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    private List<string>? _additionalSecretOutputs;
    private Dictionary<string, string>? _envVarMappings;

    /// <summary>Whether the old resource is deleted before its replacement is created; the provider decides when null.</summary>
    public bool? DeleteBeforeReplace { get; set; }

    /// <summary>Outputs that are kept secret beside those that the provider calls secret.</summary>
    public List<string> AdditionalSecretOutputs
    {
        get => _additionalSecretOutputs ??= [];
        set => _additionalSecretOutputs = value;
    }

    /// <summary>Identifier of a resource that exists already and is taken into the stack.</summary>
    public string? ImportId { get; set; }

    /// <summary>For providers: the environment variable to read, by the variable that the provider would read.</summary>
    public IDictionary<string, string> EnvVarMappings
    {
        get => _envVarMappings ??= [];
        set => _envVarMappings = new Dictionary<string, string>(value);
    }

    internal IReadOnlyCollection<string> GivenAdditionalSecretOutputs => (IReadOnlyCollection<string>?)_additionalSecretOutputs ?? [];

    internal IReadOnlyDictionary<string, string>? GivenEnvVarMappings => _envVarMappings;

    /// <summary>Both options in one: single values of the second replace those of the first, lists are appended.</summary>
    /// <param name="options1">The first options.</param>
    /// <param name="options2">The options that win.</param>
    /// <returns>New options; neither of the two changes.</returns>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = new CustomResourceOptions();
        merged.TakeAll(options1);
        merged.TakeAll(options2);
        return merged;
    }

    private void TakeAll(CustomResourceOptions? other)
    {
        if (other is null)
            return;

        Take(other);
        DeleteBeforeReplace = other.DeleteBeforeReplace ?? DeleteBeforeReplace;
        ImportId = other.ImportId ?? ImportId;
        _additionalSecretOutputs = ListMerge.Concat(_additionalSecretOutputs, other._additionalSecretOutputs);
        if (other._envVarMappings is null)
            return;
        foreach (var (variable, source) in other._envVarMappings)
            EnvVarMappings[variable] = source;
    }
}

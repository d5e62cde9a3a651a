using System.Text.Json;
using System.Text.Json.Serialization;

namespace Generator.Tests.Support;

/// <summary>The facts of one official package; see Contracts/README.md.</summary>
internal sealed record Contract(
    string Package, string Plugin, string Version, Dictionary<string, ContractResource> Resources)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    // Large, and nothing here declares one.
    private const string LeftOut = "Ruleset";

    public Dictionary<string, ContractMember[]> InputTypes { get; init; } = [];

    public Dictionary<string, ContractMember[]> OutputTypes { get; init; } = [];

    public Dictionary<string, Dictionary<string, string>> Enums { get; init; } = [];

    public Dictionary<string, JsonElement> Functions { get; init; } = [];

    public static TheoryData<string> Packages => ["digitalocean", "cloudflare", "docker", "command", "random", "tls"];

    public static Contract Read(string package)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Contracts", $"{package}.json"));
        var contract = JsonSerializer.Deserialize<Contract>(text, Options)!;
        return contract with
        {
            Resources = Included(contract.Resources),
            InputTypes = Included(contract.InputTypes),
            OutputTypes = Included(contract.OutputTypes),
        };
    }

    /// <summary>Arguments or result of a function, by class name.</summary>
    public static IReadOnlyDictionary<string, ContractMember[]> Classes(JsonElement function) => function.EnumerateObject()
        .Where(property => property.Value.ValueKind == JsonValueKind.Array)
        .ToDictionary(property => property.Name, property => property.Value.Deserialize<ContractMember[]>(Options)!);

    private static Dictionary<string, T> Included<T>(Dictionary<string, T> items) =>
        items.Where(item => !item.Key.StartsWith(LeftOut, StringComparison.Ordinal)).ToDictionary();
}

internal sealed record ContractResource(
    string Token, string Class, string Base, ContractMember[] Inputs, ContractMember[] Outputs)
{
    public string[] AdditionalSecretOutputs { get; init; } = [];

    public string[] SecretOutputs { get; init; } = [];

    /// <summary>What replaces the resource; only Command asks the engine for it, the others leave it to the provider.</summary>
    public string[] ReplaceOnChanges { get; init; } = [];

    public string[] AliasTypes { get; init; } = [];
}

internal sealed record ContractMember(string Wire, string Name, string Type)
{
    public bool Required { get; init; }

    public bool Secret { get; init; }

    public bool Json { get; init; }

    [JsonIgnore]
    public string Declaration => $"{Name}: {Type} = {Wire}{(Required ? " required" : "")}{(Json ? " json" : "")}";
}

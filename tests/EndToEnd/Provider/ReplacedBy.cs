using System.Text.Json.Nodes;

namespace EndToEnd.Tests.Provider;

/// <summary>Which inputs' changes replace a resource, as the providers' schemas say.</summary>
internal sealed class ReplacedBy
{
    private readonly HashSet<(string Type, string Key)> _inputs;

    private ReplacedBy(IEnumerable<(string, string)> inputs) => _inputs = [.. inputs];

    /// <summary>Reads every schema below a folder.</summary>
    public static ReplacedBy Load(string folder) => new(
        from file in Directory.GetFiles(folder, "schema.json", SearchOption.AllDirectories)
        from resource in JsonNode.Parse(File.ReadAllText(file))!["resources"]?.AsObject() ?? []
        from input in resource.Value!["inputProperties"]?.AsObject() ?? []
        where $"{input.Value!["willReplaceOnChanges"] ?? input.Value["replaceOnChanges"]}" == "true"
        select (resource.Key, input.Key));

    /// <summary>Whether a change of the input replaces the resource.</summary>
    public bool Contains(string type, string key) => _inputs.Contains((type, key));
}

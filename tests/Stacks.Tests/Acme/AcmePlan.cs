using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Tests;
using Pulumi.Docker;
using YamlDotNet.RepresentationModel;

namespace Stacks.Tests.Acme;

/// <summary>What Traefik is told about its ACME authority, read from the plan as Traefik reads it from its file and from labels.</summary>
internal sealed partial class AcmePlan
{
    private readonly YamlMappingNode _file;
    private readonly JsonObject _service;

    private AcmePlan(ResourceGraph graph)
    {
        using var reader = new StringReader($"{graph.Inputs["services-traefik-static"]["dataRaw"]}");
        var yaml = new YamlStream();
        yaml.Load(reader);
        _file = (YamlMappingNode)yaml.Documents[0].RootNode;
        _service = graph.Inputs["services-traefik-service"];
        Names = [.. graph.All.Where(each => each.Resource is Service)
            .SelectMany(each => graph.Inputs[each.Name]["labels"]?.AsArray() ?? [])
            .Where(label => $"{label!["label"]}".EndsWith(".rule", StringComparison.Ordinal))
            .SelectMany(label => HostPattern().Matches($"{label!["value"]}").Select(match => match.Groups["host"].Value)).Distinct()];
    }

    /// <summary>The existing hosts' stack with some settings changed.</summary>
    public static async Task<AcmePlan> OfAsync(params (string Key, string? Value)[] changes) => new(await StackRun.GraphAsync("existing", changes));

    /// <summary>The names for which Traefik wants certificates.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>A text of the resolver that all routes use.</summary>
    public string this[params IEnumerable<string> path] => ((YamlScalarNode)Find(["certificatesResolvers", Resolver, "acme", .. path])).Value!;

    /// <summary>The values of a list of that resolver.</summary>
    public IReadOnlyList<string> List(params IEnumerable<string> path) =>
        [.. ((YamlSequenceNode)Find(["certificatesResolvers", Resolver, "acme", .. path])).Select(each => ((YamlScalarNode)each).Value!)];

    /// <summary>The port of the node at which a request reaches an entry point.</summary>
    public string PublishedPort(string entryPoint)
    {
        var target = ((YamlScalarNode)Find("entryPoints", entryPoint, "address")).Value!.TrimStart(':');
        return $"{_service["endpointSpec"]!["ports"]!.AsArray().Single(port => $"{port!["targetPort"]}" == target)!["publishedPort"]}";
    }

    /// <summary>Where volumes are mounted.</summary>
    public IEnumerable<string> Volumes => _service["taskSpec"]!["containerSpec"]!["mounts"]!.AsArray().Where(mount => $"{mount!["type"]}" == "volume").Select(mount => $"{mount!["target"]}");

    private string Resolver => ((YamlScalarNode)Find("entryPoints", "websecure", "http", "tls", "certResolver")).Value!;

    private YamlNode Find(params IEnumerable<string> path) => path.Aggregate((YamlNode)_file, (node, key) => ((YamlMappingNode)node).Children[key]);

    [GeneratedRegex("Host\\(`(?<host>[^`]+)`\\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HostPattern();
}

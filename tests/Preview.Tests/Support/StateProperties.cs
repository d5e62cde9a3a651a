using System.Text.Json.Nodes;
using Google.Protobuf;
using Preview.Engine;
using Pulumi.Protocol;

namespace Preview.Tests.Support;

/// <summary>Properties as a state file has them.</summary>
internal static class StateProperties
{
    // Providers that the bridge makes of Terraform's give names to what has none, and say which inputs are theirs.
    private static readonly HashSet<string> Bridged = ["cloudflare", "digitalocean", "docker", "random", "tls"];
    private static readonly HashSet<string> Named = ["digitalocean:index/vpc:Vpc", "digitalocean:index/droplet:Droplet", "docker:index/secret:Secret", "docker:index/serviceConfig:ServiceConfig"];

    public static JsonNode Write(IReadOnlyDictionary<string, PropertyValue> properties) =>
        Encrypt(JsonNode.Parse(JsonFormatter.Default.Format(PropertyValueCodec.EncodeMap(new(properties.OrderBy(property => property.Key, StringComparer.Ordinal).ToDictionary()))))!);

    public static IReadOnlyDictionary<string, PropertyValue> FilledIn(Registration resource)
    {
        var inputs = new Dictionary<string, PropertyValue>(resource.Inputs);
        if (resource.IsProvider)
            inputs["version"] = Samples.Text(resource.Version);
        if (!Bridged.Contains(resource.Package) || resource.IsProvider || !resource.Custom)
            return inputs;

        var isNamed = Named.Contains(resource.Type) && inputs.TryAdd("name", Samples.Text($"{resource.Name}-1a2b3c4"));
        inputs["__defaults"] = Samples.Texts(isNamed ? ["name"] : []);
        return inputs;
    }

    private static JsonNode Encrypt(JsonNode node) => node switch
    {
        JsonObject special when Signature(special) == SpecialValues.SecretSignature => new JsonObject
        {
            [SpecialValues.SignatureKey] = SpecialValues.SecretSignature,
            ["ciphertext"] = "v1:bm9uY2Vub25jZW5v:Y2lwaGVydGV4dA==",
        },
        JsonObject special when Signature(special) == SpecialValues.OutputValueSignature => Plain(special),
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, member.Value is null ? null : Encrypt(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(item => item is null ? null : Encrypt(item))]),
        _ => node.DeepClone(),
    };

    private static JsonNode Plain(JsonObject output) => output["secret"]?.GetValue<bool>() == true
        ? Encrypt(new JsonObject { [SpecialValues.SignatureKey] = SpecialValues.SecretSignature, ["value"] = output["value"]?.DeepClone() })
        : Encrypt(output["value"]!);

    private static string? Signature(JsonObject members) => members[SpecialValues.SignatureKey]?.GetValue<string>();
}

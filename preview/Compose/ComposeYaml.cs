using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Preview.Compose;

/// <summary>A Compose file's text.</summary>
internal static class ComposeYaml
{
    private static readonly ISerializer Serializer = new SerializerBuilder().WithQuotingNecessaryStrings().WithDefaultScalarStyle(ScalarStyle.Any).DisableAliases().Build();

    /// <summary>The text; a dollar sign is written twice, or Compose would look for a variable.</summary>
    public static string Render(JsonObject file) => Serializer.Serialize(Plain(file)!);

    private static object? Plain(JsonNode? node) => node switch
    {
        JsonObject members => members.ToDictionary(member => member.Key, member => Plain(member.Value)),
        JsonArray items => items.Select(Plain).ToList(),
        JsonValue flag when flag.TryGetValue<bool>(out var set) => set,
        JsonValue number when number.TryGetValue<double>(out var amount) => amount % 1 == 0 ? (long)amount : amount,
        JsonValue number when number.TryGetValue<int>(out var amount) => amount,
        JsonValue text => text.GetValue<string>().Replace("$", "$$", StringComparison.Ordinal),
        _ => null,
    };
}

using System.Text.Json.Nodes;
using Pulumi.Protocol;

namespace EndToEnd.Tests.Provider;

/// <summary>Properties as plain JSON, which is what a provider works with, and back.</summary>
internal static class Plain
{
    /// <summary>The members without what marks them as secret or as outputs.</summary>
    public static JsonObject Of(IReadOnlyDictionary<string, PropertyValue> members) =>
        new(members.Where(member => member.Value is not PropertyValue.Null).Select(member => KeyValuePair.Create(member.Key, Of(member.Value))));

    /// <summary>A value that the program will take.</summary>
    public static PropertyValue Back(JsonNode? node) => node switch
    {
        null => PropertyValue.Null.Instance,
        JsonObject map => new PropertyValue.Map(map.ToDictionary(member => member.Key, member => Back(member.Value))),
        JsonArray list => new PropertyValue.List([.. list.Select(Back)]),
        JsonValue value when value.TryGetValue<bool>(out var flag) => new PropertyValue.Bool(flag),
        JsonValue value when value.TryGetValue<double>(out var number) => new PropertyValue.Number(number),
        _ => new PropertyValue.String($"{node}"),
    };

    private static JsonNode? Of(PropertyValue value) => value switch
    {
        PropertyValue.Bool flag => flag.Value,
        PropertyValue.Number number => number.Value,
        PropertyValue.String text => text.Value,
        PropertyValue.List list => new JsonArray([.. list.Items.Select(Of)]),
        PropertyValue.Map map => Of(map.Members),
        PropertyValue.Secret secret => Of(secret.Value),
        PropertyValue.OutputValue output => output.Value is { } known ? Of(known) : null,
        PropertyValue.ResourceReference reference => reference.Urn,
        PropertyValue.Null => null,
        _ => throw new NotSupportedException($"{value.GetType().Name} has no place in an update"),
    };
}

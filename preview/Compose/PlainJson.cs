using System.Text.Json.Nodes;
using Pulumi.Protocol;

namespace Preview.Compose;

/// <summary>
/// Properties as plain JSON, secrets included: for files that only their owner reads. Members are sorted, since the wire has them in another
/// order on every run.
/// </summary>
internal static class PlainJson
{
    public static JsonObject Of(IReadOnlyDictionary<string, PropertyValue> members) =>
        new(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Of(member.Value))));

    public static JsonNode? Of(PropertyValue value) => value switch
    {
        PropertyValue.Bool flag => JsonValue.Create(flag.Value),
        PropertyValue.Number number => JsonValue.Create(number.Value),
        PropertyValue.String text => JsonValue.Create(text.Value),
        PropertyValue.List list => new JsonArray([.. list.Items.Select(Of)]),
        PropertyValue.Map map => Of(map.Members),
        PropertyValue.Secret secret => Of(secret.Value),
        PropertyValue.OutputValue { Value: { } known } => Of(known),
        _ => null,
    };

    public static PropertyValue Value(JsonNode? node) => node switch
    {
        JsonObject members => new PropertyValue.Map(members.ToDictionary(member => member.Key, member => Value(member.Value))),
        JsonArray items => new PropertyValue.List([.. items.Select(Value)]),
        JsonValue flag when flag.TryGetValue<bool>(out var set) => new PropertyValue.Bool(set),
        JsonValue number when number.TryGetValue<double>(out var amount) => new PropertyValue.Number(amount),
        JsonValue text => new PropertyValue.String(text.GetValue<string>()),
        _ => PropertyValue.Null.Instance,
    };
}

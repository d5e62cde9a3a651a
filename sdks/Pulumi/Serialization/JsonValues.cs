using System.Globalization;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

/// <summary>Between JSON and the values that are sent.</summary>
internal static class JsonValues
{
    public static Value ToValue(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => Value.ForString(json.GetString()),
        JsonValueKind.Number => Value.ForNumber(json.GetDouble()),
        JsonValueKind.True => Value.ForBool(true),
        JsonValueKind.False => Value.ForBool(false),
        JsonValueKind.Array => Value.ForList([.. json.EnumerateArray().Select(ToValue)]),
        JsonValueKind.Object => Value.ForStruct(ToStruct(json)),
        _ => Value.ForNull(),
    };

    /// <summary>The text that protobuf's own JSON writer makes, spaces included; providers have seen no other.</summary>
    public static string ToText(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.BoolValue => value.BoolValue ? "true" : "false",
        Value.KindOneofCase.NumberValue when double.IsFinite(value.NumberValue) => value.NumberValue.ToString("r", CultureInfo.InvariantCulture),
        _ => JsonFormatter.Default.Format(value),
    };

    private static Struct ToStruct(JsonElement json)
    {
        var result = new Struct();
        foreach (var property in json.EnumerateObject())
            result.Fields[property.Name] = ToValue(property.Value);
        return result;
    }
}

using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Preview.Rendering;
using Pulumi.Protocol;

namespace Preview.Earlier;

/// <summary>
/// Reads properties as state files have them. A secret is there as <c>ciphertext</c>, or as JSON text in <c>plaintext</c> when it was exported
/// with <c>--show-secrets</c> (<c>SecretV1</c> in https://github.com/pulumi/pulumi/blob/master/sdk/go/common/apitype/core.go); all else is
/// as on the wire. What is encrypted becomes a secret with an unknown content.
/// </summary>
/// <param name="areSecretsMasked">Whether the text <c>[secret]</c> stands for a secret, as in a plan.</param>
internal sealed class StatePropertyReader(bool areSecretsMasked)
{
    public IReadOnlyDictionary<string, PropertyValue> Members(JsonReader? json)
    {
        if (json is null)
            return new Dictionary<string, PropertyValue>();
        if (json.Element.ValueKind != JsonValueKind.Object)
            throw json.Wrong("an object is expected");

        try
        {
            return PropertyValueCodec.DecodeMap(Object(json.Element)).Members;
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException)
        {
            throw json.Wrong(malformed.Message);
        }
    }

    private Value Convert(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => Value.ForBool(json.GetBoolean()),
        JsonValueKind.Number => Value.ForNumber(json.GetDouble()),
        JsonValueKind.String when areSecretsMasked && json.GetString() == PropertyText.Secret => Secret(Value.ForString(SpecialValues.Unknown)),
        JsonValueKind.String => Value.ForString(json.GetString()!),
        JsonValueKind.Array => Value.ForList([.. json.EnumerateArray().Select(Convert)]),
        JsonValueKind.Object when Signature(json) == SpecialValues.SecretSignature => Secret(Content(json)),
        JsonValueKind.Object => Value.ForStruct(Object(json)),
        _ => Value.ForNull(),
    };

    private Struct Object(JsonElement json)
    {
        var members = new Struct();
        foreach (var member in json.EnumerateObject())
            members.Fields[member.Name] = Convert(member.Value);
        return members;
    }

    private Value Content(JsonElement secret)
    {
        if (secret.TryGetProperty("value", out var value))
            return Convert(value);
        if (!secret.TryGetProperty("plaintext", out var plaintext) || plaintext.ValueKind != JsonValueKind.String)
            return Value.ForString(SpecialValues.Unknown);

        using var content = JsonDocument.Parse(plaintext.GetString()!);
        return Convert(content.RootElement);
    }

    private static string? Signature(JsonElement json) =>
        json.TryGetProperty(SpecialValues.SignatureKey, out var signature) && signature.ValueKind == JsonValueKind.String ? signature.GetString() : null;

    private static Value Secret(Value content) => Value.ForStruct(new()
    {
        Fields =
        {
            [SpecialValues.SignatureKey] = Value.ForString(SpecialValues.SecretSignature),
            ["value"] = content,
        },
    });
}

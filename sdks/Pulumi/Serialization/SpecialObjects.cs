using Google.Protobuf.WellKnownTypes;
using Pulumi.Protocol;

namespace Pulumi;

/// <summary>Writes the values that plain JSON does not have.</summary>
internal static class SpecialObjects
{
    public static Value Unknown() => Value.ForString(SpecialValues.Unknown);

    public static Value Secret(Value value)
    {
        var secret = Signed(SpecialValues.SecretSignature);
        secret.Fields["value"] = value;
        return Value.ForStruct(secret);
    }

    public static Value Asset(AssetOrArchive asset, Value content)
    {
        var signed = Signed(asset.Signature);
        signed.Fields[asset.Property] = content;
        return Value.ForStruct(signed);
    }

    public static Value Reference(string urn, string? id)
    {
        var reference = Signed(SpecialValues.ResourceReferenceSignature);
        reference.Fields["urn"] = Value.ForString(urn);
        if (id is not null)
            reference.Fields["id"] = Value.ForString(id);
        return Value.ForStruct(reference);
    }

    public static Value OutputValue(Value? value, bool isSecret, IEnumerable<string> dependencies)
    {
        var output = Signed(SpecialValues.OutputValueSignature);
        if (value is not null)
            output.Fields["value"] = value;
        if (isSecret)
            output.Fields["secret"] = Value.ForBool(isSecret);
        var urns = dependencies.Order(StringComparer.Ordinal).Select(Value.ForString).ToArray();
        if (urns.Length > 0)
            output.Fields["dependencies"] = Value.ForList(urns);
        return Value.ForStruct(output);
    }

    private static Struct Signed(string signature) =>
        new() { Fields = { [SpecialValues.SignatureKey] = Value.ForString(signature) } };
}

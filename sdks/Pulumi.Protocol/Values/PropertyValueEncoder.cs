using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Protocol;

internal static class PropertyValueEncoder
{
    public static Value Encode(PropertyValue value) => value switch
    {
        PropertyValue.Null => new Value { NullValue = NullValue.NullValue },
        PropertyValue.Bool(var flag) => new Value { BoolValue = flag },
        PropertyValue.Number(var number) => new Value { NumberValue = number },
        PropertyValue.String(var text) => Text(text),
        PropertyValue.Unknown => Text(SpecialValues.Unknown),
        PropertyValue.List(var items) => ListOf(items.Select(Encode)),
        PropertyValue.Map(var members) => new Value { StructValue = EncodeMembers(members) },
        PropertyValue.Secret(var content) => Special(SpecialValues.SecretSignature, ("value", Encode(content))),
        PropertyValue.OutputValue output => EncodeOutput(output),
        PropertyValue.ResourceReference reference => EncodeReference(reference),
        PropertyValue.Asset(var source, var content) => Special(SpecialValues.AssetSignature, (KeyOf(source), Text(content))),
        PropertyValue.Archive archive => EncodeArchive(archive),
        _ => throw new ArgumentException($"{value.GetType().Name} has no form on the wire", nameof(value)),
    };

    public static Struct EncodeMembers(IReadOnlyDictionary<string, PropertyValue> members)
    {
        var encoded = new Struct();
        foreach (var (name, value) in members)
            encoded.Fields.Add(name, Encode(value));
        return encoded;
    }

    private static Value EncodeOutput(PropertyValue.OutputValue output)
    {
        var special = Special(SpecialValues.OutputValueSignature);
        var fields = special.StructValue.Fields;
        if (output.Value is not null)
            fields.Add("value", Encode(output.Value));
        if (output.IsSecret)
            fields.Add("secret", new Value { BoolValue = true });
        if (output.Dependencies.Count > 0)
            fields.Add("dependencies", ListOf(output.Dependencies.Select(Text)));
        return special;
    }

    private static Value EncodeReference(PropertyValue.ResourceReference reference)
    {
        var special = Special(SpecialValues.ResourceReferenceSignature, ("urn", Text(reference.Urn)));
        var fields = special.StructValue.Fields;
        if (reference.Id is not null)
            fields.Add("id", reference.Id is PropertyValue.Unknown ? Text("") : Encode(reference.Id));
        if (reference.PackageVersion.Length > 0)
            fields.Add("packageVersion", Text(reference.PackageVersion));
        return special;
    }

    private static Value EncodeArchive(PropertyValue.Archive archive) => Special(
        SpecialValues.ArchiveSignature,
        (KeyOf(archive.Source), archive.Assets is { } assets ? Encode(assets) : Text(archive.Content)));

    private static string KeyOf(AssetSource source) => source switch
    {
        AssetSource.Path => "path",
        AssetSource.Text => "text",
        AssetSource.Uri => "uri",
        _ => "assets",
    };

    private static Value Special(string signature, params ReadOnlySpan<(string Key, Value Value)> members)
    {
        var fields = new Struct { Fields = { [SpecialValues.SignatureKey] = Text(signature) } };
        foreach (var (key, value) in members)
            fields.Fields.Add(key, value);
        return new Value { StructValue = fields };
    }

    private static Value ListOf(IEnumerable<Value> items) => new() { ListValue = new ListValue { Values = { items } } };

    private static Value Text(string text) => new() { StringValue = text };
}

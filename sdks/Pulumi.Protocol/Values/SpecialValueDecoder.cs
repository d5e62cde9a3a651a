using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Protocol;

/// <summary>Reads the objects that carry a signature, and says what is wrong with a malformed one.</summary>
internal static class SpecialValueDecoder
{
    public static PropertyValue Decode(Value signature, Struct value, string path)
    {
        var members = new SpecialMembers(value, path);
        return signature.StringValue switch
        {
            SpecialValues.SecretSignature => new PropertyValue.Secret(members.Required("a secret", "value")),
            SpecialValues.OutputValueSignature => DecodeOutput(members),
            SpecialValues.ResourceReferenceSignature => DecodeReference(members),
            SpecialValues.AssetSignature => DecodeAsset(members),
            SpecialValues.ArchiveSignature => DecodeArchive(members),
            _ => throw members.Malformed($"a special value with the unknown signature {signature}"),
        };
    }

    private static PropertyValue.OutputValue DecodeOutput(SpecialMembers members)
    {
        var value = members.Optional("value");
        return new(
            value is PropertyValue.Unknown ? null : value,
            members.Flag("an output value", "secret"),
            members.Texts("an output value", "dependencies"));
    }

    private static PropertyValue.ResourceReference DecodeReference(SpecialMembers members)
    {
        const string What = "a resource reference";
        var id = members.Optional("id") switch
        {
            PropertyValue.String("") => PropertyValue.Unknown.Instance,
            var given => given,
        };
        return new(members.Text(What, "urn") ?? throw members.Missing(What, "urn"), id, members.Text(What, "packageVersion") ?? "");
    }

    private static PropertyValue.Asset DecodeAsset(SpecialMembers members)
    {
        const string What = "an asset";
        if (members.Text(What, "path") is { } path)
            return new(AssetSource.Path, path);
        if (members.Text(What, "uri") is { } uri)
            return new(AssetSource.Uri, uri);
        if (members.Text(What, "text") is { } text)
            return new(AssetSource.Text, text);

        // The engine leaves an empty text out, and then sends the hash alone.
        return members.Text(What, "hash") is not null
            ? new(AssetSource.Text, "")
            : throw members.Malformed("an asset without `path`, `text` or `uri`");
    }

    private static PropertyValue.Archive DecodeArchive(SpecialMembers members)
    {
        const string What = "an archive";
        if (members.Text(What, "path") is { } path)
            return new(AssetSource.Path, path);
        if (members.Text(What, "uri") is { } uri)
            return new(AssetSource.Uri, uri);
        return members.Optional("assets") switch
        {
            PropertyValue.Map assets => new(AssetSource.Assets, "", assets),
            null => throw members.Malformed("an archive without `path`, `uri` or `assets`"),
            _ => throw members.Malformed("an archive whose `assets` is not an object"),
        };
    }
}

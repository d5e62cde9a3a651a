using System.Text.Json;
using Pulumi.Protocol;

namespace Preview.Rendering;

/// <summary>Properties as the JSON of a Pulumi preview or state file: secrets masked, special values with their signature.</summary>
internal static class PropertyJson
{
    public static void WriteMembers(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, PropertyValue> members)
    {
        if (members.Count == 0)
            return;

        json.WritePropertyName(name);
        Write(json, new PropertyValue.Map(members));
    }

    private static void Write(Utf8JsonWriter json, PropertyValue value)
    {
        switch (value)
        {
            case PropertyValue.Bool flag:
                json.WriteBooleanValue(flag.Value);
                break;
            case PropertyValue.Number number:
                json.WriteNumberValue(number.Value);
                break;
            case PropertyValue.String text:
                json.WriteStringValue(text.Value);
                break;
            case PropertyValue.Secret or PropertyValue.OutputValue { IsSecret: true }:
                json.WriteStringValue(PropertyText.Secret);
                break;
            case PropertyValue.Unknown or PropertyValue.OutputValue { Value: null }:
                json.WriteStringValue(SpecialValues.Unknown);
                break;
            case PropertyValue.OutputValue output:
                Write(json, output.Value!);
                break;
            case PropertyValue.List list:
                WriteList(json, list);
                break;
            case PropertyValue.Map map:
                WriteMap(json, map.Members);
                break;
            case PropertyValue.ResourceReference reference:
                WriteSpecial(json, SpecialValues.ResourceReferenceSignature, Members(reference));
                break;
            case PropertyValue.Asset asset:
                WriteSpecial(json, SpecialValues.AssetSignature, [new(Source(asset.Source), new PropertyValue.String(asset.Content))]);
                break;
            case PropertyValue.Archive archive:
                WriteSpecial(json, SpecialValues.ArchiveSignature, [Content(archive)]);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private static void WriteList(Utf8JsonWriter json, PropertyValue.List list)
    {
        json.WriteStartArray();
        foreach (var item in list.Items)
            Write(json, item);
        json.WriteEndArray();
    }

    private static void WriteMap(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, PropertyValue>> members)
    {
        json.WriteStartObject();
        foreach (var (name, value) in PropertyText.Sorted(members))
        {
            json.WritePropertyName(name);
            Write(json, value);
        }

        json.WriteEndObject();
    }

    private static void WriteSpecial(Utf8JsonWriter json, string signature, IEnumerable<KeyValuePair<string, PropertyValue>> members) =>
        WriteMap(json, members.Prepend(new(SpecialValues.SignatureKey, new PropertyValue.String(signature))));

    private static IEnumerable<KeyValuePair<string, PropertyValue>> Members(PropertyValue.ResourceReference reference)
    {
        yield return new("urn", new PropertyValue.String(reference.Urn));
        if (reference.Id is { } id)
            yield return new("id", id);
        if (reference.PackageVersion.Length > 0)
            yield return new("packageVersion", new PropertyValue.String(reference.PackageVersion));
    }

    private static KeyValuePair<string, PropertyValue> Content(PropertyValue.Archive archive) =>
        new(Source(archive.Source), archive.Assets is { } assets ? assets : new PropertyValue.String(archive.Content));

    private static string Source(AssetSource source) => source.ToString().ToLowerInvariant();
}

using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Protocol;

namespace Pulumi;

/// <summary>Reads assets and archives out of answers.</summary>
internal static class Assets
{
    public static AssetOrArchive Read(Struct value, DecodingContext context)
    {
        var isAsset = DecodingContext.Signature(value) == SpecialValues.AssetSignature;
        if (Text(value, "path") is { } path)
            return isAsset ? new FileAsset(path) : new FileArchive(path);
        if (Text(value, "uri") is { } uri)
            return isAsset ? new RemoteAsset(uri) : new RemoteArchive(uri);
        if (isAsset)
            return new StringAsset(Text(value, "text") ?? throw Incomplete("asset"));
        if (!value.Fields.TryGetValue("assets", out var assets))
            throw Incomplete("archive");

        var parts = Converters.For<ImmutableDictionary<string, AssetOrArchive>>().Convert(assets, context);
        return new AssetArchive(parts);
    }

    private static string? Text(Struct value, string key) =>
        value.Fields.TryGetValue(key, out var text) && text is { KindCase: Value.KindOneofCase.StringValue, StringValue.Length: > 0 } ? text.StringValue : null;

    private static InvalidOperationException Incomplete(string kind) => new($"The engine sent an {kind} without content.");
}

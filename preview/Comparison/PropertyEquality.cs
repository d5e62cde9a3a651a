using System.Globalization;
using Pulumi.Protocol;

namespace Preview.Comparison;

/// <summary>Whether two values mean the same to a provider.</summary>
internal static class PropertyEquality
{
    /// <summary>
    /// Providers turn <c>"5000"</c> into 5000 and back, as the type of the input wants it, and keep the result in the state
    /// (pulumi-terraform-bridge, pkg/tfbridge/schema.go), so scalars are compared by their text.
    /// </summary>
    public static bool AreEqual(PropertyValue old, PropertyValue now) => (old, now) switch
    {
        (PropertyValue.ResourceReference left, PropertyValue.ResourceReference right) => left.Urn == right.Urn,
        _ => old == now || (Scalar(old) is { } text && text == Scalar(now)),
    };

    /// <summary>Whether both are the same file or folder by name, whose content nobody looked at.</summary>
    public static bool IsFileContentUnknown(PropertyValue old, PropertyValue now) => (old, now) switch
    {
        (PropertyValue.Asset(not AssetSource.Text, var left), PropertyValue.Asset(not AssetSource.Text, var right)) => left == right,
        (PropertyValue.Archive { Assets: null } left, PropertyValue.Archive { Assets: null } right) => left.Content == right.Content,
        _ => false,
    };

    private static string? Scalar(PropertyValue value) => value switch
    {
        PropertyValue.String text => text.Value,
        PropertyValue.Bool flag => flag.Value ? "true" : "false",
        PropertyValue.Number number => number.Value.ToString("R", CultureInfo.InvariantCulture),
        _ => null,
    };
}

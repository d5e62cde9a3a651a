namespace Pulumi;

internal static class ResourceNames
{
    public static void Check(string type, string name)
    {
        if (string.IsNullOrEmpty(type))
            throw new ArgumentException("'type' cannot be null or empty.", nameof(type));
        if (string.IsNullOrEmpty(name))
            throw new ArgumentException("'name' cannot be null or empty.", nameof(name));
    }

    /// <summary>The package of a type token: what stands before the first colon. Providers are of the package <c>pulumi</c>.</summary>
    public static string? Package(string type)
    {
        var parts = type.Split(':');
        return parts.Length == 3 ? parts[0] : null;
    }
}

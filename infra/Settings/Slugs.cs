using System.Reflection;
using Pulumi.DigitalOcean;

namespace Infra.Settings;

/// <summary>The slugs that the DigitalOcean package knows, so that a typing error is found before the API refuses it.</summary>
public static class Slugs
{
    /// <summary>Reads a region.</summary>
    /// <exception cref="FormatException">There is no such region.</exception>
    public static string ParseRegion(string text) => Known<Region>(text, "region");

    /// <summary>Reads a droplet size.</summary>
    /// <exception cref="FormatException">There is no such size.</exception>
    public static string ParseSize(string text) => Known<DropletSlug>(text, "droplet size");

    private static string Known<T>(string text, string kind)
    {
        var slugs = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(T))
            .Select(property => property.GetValue(null)!.ToString()!)
            .ToArray();
        if (slugs.Contains(text, StringComparer.Ordinal))
            return text;
        var guess = Spelling.Closest(text, slugs) is { } close ? $" (did you mean {close}?)" : "";
        throw new FormatException($"there is no {kind} '{text}'{guess}");
    }
}

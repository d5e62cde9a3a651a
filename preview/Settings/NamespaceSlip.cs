namespace Preview.Settings;

/// <summary>Tells a mistyped namespace from another one: a provider's settings have the provider's name before the colon.</summary>
public static class NamespaceSlip
{
    /// <summary>The project or provider that was probably meant by a namespace; null when it is one of them, or like none.</summary>
    public static string? Meant(string project, string name)
    {
        string[] known = [project, .. ProviderSecrets.Namespaces];
        return known.Contains(name) ? null : Array.Find(known, each => Is(each, name));
    }

    /// <summary>Whether two names differ by their case or one slip alone: a letter too many, too few or wrong, or two swapped.</summary>
    private static bool Is(string project, string name)
    {
        var (left, right) = (project.ToLowerInvariant(), name.ToLowerInvariant());
        var prefix = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        var (shorter, longer) = left.Length < right.Length ? (left[prefix..], right[prefix..]) : (right[prefix..], left[prefix..]);
        return (shorter, longer) switch
        {
            ("", "") => true,
            _ when longer.Length == shorter.Length + 1 => longer[1..] == shorter,
            _ when longer.Length != shorter.Length => false,
            _ when longer[1..] == shorter[1..] => true,
            _ => longer.Length > 1 && longer[0] == shorter[1] && longer[1] == shorter[0] && longer[2..] == shorter[2..],
        };
    }
}

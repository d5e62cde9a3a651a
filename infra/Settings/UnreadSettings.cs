using System.Text.RegularExpressions;

namespace Infra.Settings;

/// <summary>Paths of the values that could not be read.</summary>
internal sealed partial class UnreadSettings
{
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);

    /// <summary>Remembers a value, e.g. <c>hosts[2].name</c>; false when it was known.</summary>
    public bool Add(string path) => _paths.Add(path);

    /// <summary>Whether a value could not be read, by itself or because it is part of one that could not; <c>hosts[*].name</c> is that of any host.</summary>
    public bool Contains(string path) => _paths.Any(unread => IsPart(path, unread) || IsPart(path, Index().Replace(unread, "[*]")));

    private static bool IsPart(string path, string whole) =>
        path.StartsWith(whole, StringComparison.Ordinal) && (path.Length == whole.Length || path[whole.Length] is '.' or '[');

    [GeneratedRegex(@"\[\d+\]", RegexOptions.None, 1000)]
    private static partial Regex Index();
}

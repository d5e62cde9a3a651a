namespace Infra.Releases;

/// <summary>
/// Pure: what must not be readable in a job's log, one text a line. A program that fails to connect likes to print how it tried. The log is
/// shown to whoever runs the deployment, so each of these is replaced before it leaves the node.
/// </summary>
public static class LogMasks
{
    /// <summary>A shorter text is no secret of ours, and hiding it would hide words.</summary>
    private const int Shortest = 8;

    /// <summary>The lines, longest first, so that a part never spoils the whole.</summary>
    /// <param name="secrets">Values of secrets; the password of one that is a URL is a secret by itself.</param>
    public static string Text(IEnumerable<string> secrets) => string.Concat(secrets
        .SelectMany(secret => secret.Split('\n'))
        .SelectMany(line => new[] { line, Password(line) })
        .Where(line => line.Length >= Shortest)
        .Distinct(StringComparer.Ordinal)
        .OrderByDescending(line => line.Length).ThenBy(line => line, StringComparer.Ordinal)
        .Select(line => $"{line}\n"));

    private static string Password(string line) =>
        Uri.TryCreate(line, UriKind.Absolute, out var url) && url.UserInfo.Split(':', 2) is [_, var password] ? password : "";
}

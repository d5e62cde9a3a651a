using System.Text.RegularExpressions;

namespace Infra.Settings;

/// <summary>
/// A container image that is pinned: repository with a tag, a digest, or both, in the grammar of the distribution project
/// (<c>[host[:port]/]path[:tag][@sha256:hex]</c>). A reference without either, or with the tag <c>latest</c>, means something else tomorrow.
/// </summary>
public sealed partial record ImageReference
{
    /// <summary>What to write.</summary>
    public const string Expected = "write repository:tag, repository@sha256:digest or both, e.g. registry.gitlab.com/group/app:1a2b3c4d";

    private ImageReference(string repository, string? tag, string? digest) => (Repository, Tag, Digest) = (repository, tag, digest);

    /// <summary>Registry and path, without tag or digest.</summary>
    public string Repository { get; }

    /// <summary>Tag, if one was given.</summary>
    public string? Tag { get; }

    /// <summary>Digest as <c>sha256:…</c>, if one was given.</summary>
    public string? Digest { get; }

    /// <summary>Host of the registry; Docker Hub when the path does not begin with a host.</summary>
    public string Registry => Repository.Split('/') is [var first, _, ..] && (first.Contains('.') || first.Contains(':') || first == "localhost")
        ? first
        : "docker.io";

    /// <summary>Reads a reference.</summary>
    /// <exception cref="FormatException">The text is not a reference, or the reference is not pinned.</exception>
    public static ImageReference Parse(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
            throw new FormatException($"'{text}' is not an image reference");
        var (tag, digest) = (Group(match, "tag"), Group(match, "digest"));
        if (digest is null && tag is null)
            throw new FormatException($"'{text}' has neither tag nor digest");
        if (digest is null && tag == "latest")
            throw new FormatException($"'{text}' is another image tomorrow");
        return new(match.Groups["repository"].Value, tag, digest);
    }

    /// <summary>Whether the text is a reference, pinned or not.</summary>
    public static bool IsReference(string text) => Pattern().IsMatch(text);

    /// <summary>Whether the text is a repository, without tag and digest.</summary>
    public static bool IsRepository(string text) => Pattern().Match(text) is { Success: true } match && match.Groups["repository"].Value == text;

    /// <summary>Whether the text can be a tag.</summary>
    public static bool IsTag(string text) => Pattern().Match($"image:{text}") is { Success: true } match && match.Groups["tag"].Value == text;

    /// <summary>The same repository with another tag and no digest.</summary>
    public ImageReference WithTag(string tag) => Parse($"{Repository}:{tag}");

    /// <inheritdoc/>
    public override string ToString() => Repository + (Tag is null ? "" : $":{Tag}") + (Digest is null ? "" : $"@{Digest}");

    private static string? Group(Match match, string name) => match.Groups[name] is { Success: true } group ? group.Value : null;

    [GeneratedRegex(@"\A(?<repository>([a-zA-Z0-9.-]+(:[0-9]+)?/)?[a-z0-9]+([._-]+[a-z0-9]+)*(/[a-z0-9]+([._-]+[a-z0-9]+)*)*)(:(?<tag>[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127}))?(@(?<digest>sha256:[0-9a-f]{64}))?\z",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}

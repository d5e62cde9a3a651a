using System.Text.RegularExpressions;

namespace Infra.Settings;

/// <summary>What a problem quotes, made fit for a terminal and a log: one line, not too long, without a login.</summary>
public static partial class Legible
{
    private const string Hidden = "[hidden]@";

    /// <summary>The text with logins of URLs and image references hidden, characters that print nothing escaped, and long quotations cut.</summary>
    public static string Text(string text) =>
        LongQuotation().Replace(Unprintable().Replace(Login().Replace(text, Hidden), match => $"\\u{(int)match.Value[0]:x4}"), "${start}…'");

    /// <summary>User information (RFC 3986, section 3.2.1) with a scheme before it or a password in it; a digest behind an @ is none.</summary>
    [GeneratedRegex(@"(?<=://)[^\n]*@|(?<=['\s/]|\A)[^\s'/@]+:(?!//)[^\s']*@(?!sha256:)", RegexOptions.None, 1000)]
    private static partial Regex Login();

    [GeneratedRegex(@"[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]", RegexOptions.None, 1000)]
    private static partial Regex Unprintable();

    [GeneratedRegex("(?<start>'[^']{70})[^']{10,}'", RegexOptions.None, 1000)]
    private static partial Regex LongQuotation();
}

namespace Infra.Compute;

/// <summary>Text as one word of a POSIX shell, whatever is in it.</summary>
public static class ShellWord
{
    /// <summary>The word in single quotes, or as it is when it needs none (POSIX.1-2024, Shell Command Language, 2.2.2).</summary>
    public static string Of(string text) => text.Length > 0 && text.All(IsPlain)
        ? text
        : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>A program and its arguments.</summary>
    public static string Line(IEnumerable<string> words) => string.Join(' ', words.Select(Of));

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || "-_./:,=@+".Contains(letter, StringComparison.Ordinal);
}

using System.Text.RegularExpressions;

namespace Preview.Rendering;

/// <summary>What a program says about its own failure, for a reader: without the frames of the SDK, and the same on every machine.</summary>
public static partial class ProgramMessage
{
    private const string Frame = "   at ";
    private const int PatternTimeoutMilliseconds = 1000;

    private static readonly string[] ForeignFrames = ["Pulumi.", "System.", "Microsoft."];

    /// <summary>The lines of a message.</summary>
    public static IEnumerable<string> Lines(string message) =>
        message.TrimEnd().Split('\n').Where(IsForReader).Select(line => Folders().Replace(line.TrimEnd(), "${kept}"));

    /// <summary>The message in one piece.</summary>
    public static string Text(string message) => string.Join('\n', Lines(message));

    // Frames of the program itself say where to look; those of the SDK and the runtime do not.
    private static bool IsForReader(string line) =>
        !line.StartsWith(Frame, StringComparison.Ordinal)
        || !ForeignFrames.Any(line.Split('(')[0].Replace(Frame, " ", StringComparison.Ordinal).Contains);

    // The folders before a source file in a frame, and before the program in the SDK's first line.
    [GeneratedRegex(@"(?<kept>(?<=\)) in |^Running program ')\S*[/\\]", RegexOptions.ExplicitCapture, PatternTimeoutMilliseconds)]
    private static partial Regex Folders();
}

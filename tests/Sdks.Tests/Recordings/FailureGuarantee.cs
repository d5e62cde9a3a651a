namespace Sdks.Tests.Recordings;

/// <summary>
/// What holds in every run of a failing program: calls that must be there and calls that cannot be.
/// A call is a method, or a method and the resource's name: "RegisterResource web".
/// </summary>
public sealed record FailureGuarantee(string Why, IReadOnlyList<string> Always, IReadOnlyList<string> Never)
{
    /// <summary>How many things fail by themselves; any of them may be told, and at least one is.</summary>
    public int Failures { get; init; } = 1;

    /// <summary>No failing program tells the engine that it is done.</summary>
    private const string Done = "SignalAndWaitForShutdown";

    public IEnumerable<string> Violations(IReadOnlyCollection<string> keys) =>
    [
        .. Always.Where(call => !keys.Any(key => Matches(key, call))).Select(call => $"{call}: not sent, although {Why}"),
        .. Never.Append(Done).Where(call => keys.Any(key => Matches(key, call))).Select(call => $"{call}: sent, although {Why}"),
    ];

    private static bool Matches(string key, string call) => call.Split(' ') switch
    {
        [var method, var name] => key.StartsWith($"{method} ", StringComparison.Ordinal) && key.EndsWith($" {name}", StringComparison.Ordinal),
        _ => key == call || key.StartsWith($"{call} ", StringComparison.Ordinal),
    };
}

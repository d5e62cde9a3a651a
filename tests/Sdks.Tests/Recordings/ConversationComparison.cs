namespace Sdks.Tests.Recordings;

/// <summary>
/// Compares what a program did with what the official SDK did. Calls are matched by what they are about, not by their order:
/// registrations run side by side. The SDK's own debug logs are left out, and a feature may be asked for once or often.
/// </summary>
public static class ConversationComparison
{
    public static IReadOnlyList<string> Differences(Conversation expected, Conversation actual) =>
    [
        .. DifferenceOfExitCodes(expected, actual),
        .. DifferenceOf("stdout", expected.Stdout, actual.Stdout),
        .. DifferenceOf("stderr", Facts(expected.Stderr), Facts(actual.Stderr)),
        .. DifferencesOfCalls(Comparable(expected), Comparable(actual)),
    ];

    /// <summary>
    /// The same for a run that stops half-way. How far other registrations got differs from run to run, even between two runs of
    /// the official SDK, so calls on only one side are judged by <paramref name="guarantee"/> and only those on both are compared.
    /// </summary>
    public static IReadOnlyList<string> Differences(
        Conversation expected, Conversation actual, FailureGuarantee guarantee, IReadOnlyCollection<string> possibleErrors)
    {
        var expectedCalls = Comparable(expected).ToLookup(call => call.Key);
        var actualCalls = Comparable(actual).ToLookup(call => call.Key);
        var onBothSides = expectedCalls.Select(calls => calls.Key)
            .Where(key => actualCalls.Contains(key) && key is not ("Log ERROR"));
        return
        [
            .. DifferenceOfExitCodes(expected, actual),
            .. DifferenceOf("stdout", expected.Stdout, actual.Stdout),
            .. DifferenceOf("stderr", Facts(expected.Stderr), Facts(actual.Stderr)),
            .. DifferencesOfErrors(possibleErrors, Errors(actual), guarantee.Failures),
            .. onBothSides.SelectMany(key => DifferencesOfSharedCalls([.. expectedCalls[key]], [.. actualCalls[key]])),
            .. guarantee.Violations([.. actualCalls.Select(calls => calls.Key)]),
        ];
    }

    /// <summary>The messages of severity ERROR, without what differs from run to run.</summary>
    public static IReadOnlyList<string> Errors(Conversation conversation) =>
        [.. Comparable(conversation).Where(call => call.Key == "Log ERROR").Select(call => JsonDifferences.Show(call.Request))];

    private static IEnumerable<Call> Comparable(Conversation conversation)
    {
        var calls = conversation.Calls.Where(call => !call.IsTrace).Select(CallNormalization.Normalize).ToList();
        return calls.Where(call => call.Method != "SupportsFeature")
            .Concat(calls.Where(call => call.Method == "SupportsFeature").DistinctBy(call => call.Key));
    }

    private static IEnumerable<string> DifferenceOfExitCodes(Conversation expected, Conversation actual) =>
        expected.ExitCode == actual.ExitCode ? [] : [$"exit code: expected {expected.ExitCode}, got {actual.ExitCode}"];

    private static IEnumerable<string> DifferenceOf(string what, string expected, string actual) =>
        expected == actual ? [] : [$"{what}: expected \"{expected}\", got \"{actual}\""];

    private static string Facts(string output) => CallNormalization.WithoutTrace(output).TrimEnd('\n');

    private static IEnumerable<string> DifferencesOfErrors(IReadOnlyCollection<string> possible, IReadOnlyList<string> actual, int failures) =>
        actual.Count > 0 && actual.Count <= failures && actual.All(possible.Contains)
            ? []
            : [$"error logs: expected one of\n  {string.Join("\n  ", possible)}\n got\n  {string.Join("\n  ", actual)}"];

    private static IEnumerable<string> DifferencesOfCalls(IEnumerable<Call> expected, IEnumerable<Call> actual)
    {
        var (left, right) = (expected.ToLookup(call => call.Key), actual.ToLookup(call => call.Key));
        return left.Select(calls => calls.Key).Union(right.Select(calls => calls.Key)).Order(StringComparer.Ordinal)
            .SelectMany(key => DifferencesOfSameKey(key, [.. left[key]], [.. right[key]]));
    }

    private static IEnumerable<string> DifferencesOfSameKey(string key, List<Call> expected, List<Call> actual)
    {
        RemoveEqual(expected, actual);
        return
        [
            .. expected.Zip(actual).SelectMany(pair => Describe(key, pair.First, pair.Second)),
            .. expected.Skip(actual.Count).Select(call => $"{key}: not sent: {JsonDifferences.Show(call.Request)}"),
            .. actual.Skip(expected.Count).Select(call => $"{key}: sent, but not by the official SDK: {JsonDifferences.Show(call.Request)}"),
        ];
    }

    private static IEnumerable<string> DifferencesOfSharedCalls(List<Call> expected, List<Call> actual)
    {
        RemoveEqual(expected, actual);
        return expected.Zip(actual).SelectMany(pair => Describe(pair.First.Key, pair.First, pair.Second));
    }

    private static void RemoveEqual(List<Call> expected, List<Call> actual) =>
        expected.RemoveAll(call => actual.FindIndex(other => !JsonDifferences.Between(call.Request, other.Request).Any()) is >= 0 and var index
            && RemoveAt(actual, index));

    private static bool RemoveAt(List<Call> calls, int index)
    {
        calls.RemoveAt(index);
        return true;
    }

    private static IEnumerable<string> Describe(string key, Call expected, Call actual) =>
        JsonDifferences.Between(expected.Request, actual.Request).Select(difference => $"{key} {difference}");
}

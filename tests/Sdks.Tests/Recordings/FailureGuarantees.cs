namespace Sdks.Tests.Recordings;

/// <summary>
/// The recordings that end in the middle, each with what is certain about it. What else got out before the process ended is a race in
/// the official SDK as well: two recordings of one program differ in it.
/// </summary>
public static class FailureGuarantees
{
    private const string Stack = "RegisterResource wire-dev";
    private const string Outputs = "RegisterResourceOutputs";
    private const string AnyResource = "RegisterResource random:index/randomPet:RandomPet";

    public static FailureGuarantee? For(Recording recording) =>
        recording.Conversation.ExitCode == 32 || recording.Case == "exitCodeIgnored"
            ? ByCase.GetValueOrDefault($"{recording.Program}.{recording.Case}")
                ?? throw new InvalidOperationException($"'{recording.Name}' fails: say in {nameof(FailureGuarantees)} what is certain about it")
            : null;

    private static FailureGuarantee InvalidConfiguration => new("configuration is read before anything is declared", [], [Outputs]);

    private static readonly Dictionary<string, FailureGuarantee> ByCase = new()
    {
        ["04-unknowns."] = new(
            "an Apply of check's inputs throws on prepare's answer",
            [Stack, "RegisterResource vm", "RegisterResource prepare"],
            ["RegisterResource check", Outputs]),
        ["06-options.noDeletedWith"] = new("the option of 'all' is refused before it is sent", [], ["RegisterResource all"]),
        ["08-invoke.failure"] = new(
            "the first failed invoke ends the program",
            ["Invoke"],
            ["RegisterResource edge", "RegisterResource cf", Outputs])
        { Failures = 2 },
        ["09-config.missing"] = InvalidConfiguration,
        ["09-config.missingSecret"] = InvalidConfiguration,
        ["09-config.badInt"] = InvalidConfiguration,
        ["09-config.badBool"] = InvalidConfiguration,
        ["09-config.badObject"] = InvalidConfiguration,
        ["09-config.noConfigEnv"] = InvalidConfiguration,
        ["10-failures.throwInApply"] = new(
            "the Apply runs on first's answer and its result is a stack output",
            [Stack, "RegisterResource first"],
            [Outputs]),
        ["10-failures.throwInConstructor"] = new("the stack's constructor did not return", [], [Outputs]),
        ["10-failures.runException"] = new("the stack's constructor did not return", [], [Outputs]),
        ["10-failures.resourceException"] = new(
            "the log names first, so it waits for its URN",
            [Stack, "RegisterResource first"],
            [Outputs]),
        ["10-failures.resourceExceptionHidden"] = new(
            "the log names first, so it waits for its URN",
            [Stack, "RegisterResource first"],
            [Outputs]),
        ["10-failures.duplicate"] = new("the engine refuses the second twin", [Stack, "RegisterResource twin"], []),
        ["10-failures.rpcError"] = new(
            "bad is refused, so whatever waits for it is never sent",
            [Stack, "RegisterResource bad"],
            ["RegisterResource dependent", Outputs]),
        ["10-failures.stackRpcError"] = new("nothing can be sent without the stack's URN", [Stack], [Outputs]),
        ["10-failures.badArgument"] = new("the argument cannot be serialized", [], ["RegisterResource c"]),
        ["10-failures.missingRequired"] = new("the argument is missing", [], ["RegisterResource d"]),
        ["10-failures.emptyName"] = new("the constructor refuses the name", [], [AnyResource, Outputs]),
        ["10-failures.unassignedOutput"] = new("the outputs are checked after the constructor", [], [Outputs]),
        ["10-failures.exitCodeIgnored"] = new("the stack's constructor did not return", [], [Outputs]),
        ["10-failures.deadMonitorOnly"] = new("only the engine's log can be reached", [], [Stack, Outputs]),
    };
}

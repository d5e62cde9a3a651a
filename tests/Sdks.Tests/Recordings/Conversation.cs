namespace Sdks.Tests.Recordings;

/// <summary>All that can be seen of a program from outside: what it asked its engine, what it printed, how it ended.</summary>
public sealed record Conversation(int ExitCode, string Stdout, string Stderr, IReadOnlyList<Call> Calls)
{
    public IEnumerable<Call> Of(string method) => Calls.Where(call => call.Method == method);

    /// <summary>The request that registered the resource of this name; the failure lists the names there are.</summary>
    public Call Registration(string name) => Of("RegisterResource").SingleOrDefault(call => call.Text("name") == name)
        ?? throw new InvalidOperationException(
            $"no registration of '{name}'; there are: {string.Join(", ", Of("RegisterResource").Select(call => call.Text("name")))}");
}

namespace Sdks.Tests.Recordings;

/// <summary>Runs a recorded program on the SDK in this repository, as its own process, against an engine with the recording's script.</summary>
public static class Replay
{
    public static async Task<Conversation> RunAsync(Recording recording) => await RunAsync(
        ProgramCompiler.Compile(recording.Program), recording.Script, recording.Environment);

    /// <summary>The environment holds `127.0.0.1:PORT` where the engine's address belongs.</summary>
    public static async Task<Conversation> RunAsync(string assembly, EngineScript script, IReadOnlyDictionary<string, string> environment)
    {
        await using var engine = await ReplayEngine.StartAsync(script);
        var (exitCode, stdout, stderr) = await ProgramProcess.RunAsync(
            assembly,
            environment.Select(variable => KeyValuePair.Create(variable.Key, variable.Value.Replace("127.0.0.1:PORT", engine.Address))));
        return new(exitCode, stdout, stderr, engine.Calls);
    }
}

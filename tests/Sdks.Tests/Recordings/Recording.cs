using System.Text.Json.Nodes;

namespace Sdks.Tests.Recordings;

/// <summary>One recorded run of the official SDK: a program, the case of its script, and preview ("dry") or update ("up").</summary>
public sealed record Recording(
    string Program, string Case, string Mode, IReadOnlyDictionary<string, string> Environment, Conversation Conversation)
{
    public string Name => Case.Length == 0 ? $"{Program}.{Mode}" : $"{Program}.{Case}.{Mode}";

    public EngineScript Script => EngineScript.Load(Program, Case, Mode);

    public static IEnumerable<string> Names(string mode) => Directory
        .EnumerateFiles(Folder, $"*.{mode}.json")
        .Select(path => Path.GetFileNameWithoutExtension(path)!)
        .Order(StringComparer.Ordinal);

    public static Recording Load(string name)
    {
        var recorded = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, $"{name}.json")))!;
        return new(
            Text(recorded["program"]),
            Text(recorded["case"]),
            Text(recorded["mode"]),
            recorded["environment"]!.AsObject().ToDictionary(variable => variable.Key, variable => Text(variable.Value)),
            new(
                recorded["exitCode"]!.GetValue<int>(),
                Text(recorded["stdout"]),
                Text(recorded["stderr"]),
                [.. recorded["calls"]!.AsArray().Select(call => Call.Parse(call!.AsObject()))]));
    }

    private static string Text(JsonNode? node) => node?.GetValue<string>() ?? "";

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Recordings", "Conversations");
}

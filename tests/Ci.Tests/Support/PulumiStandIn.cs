using System.Text.Json;

namespace Ci.Tests;

/// <summary>
/// A stand-in for the Pulumi CLI, which cannot be had where the tests run: it keeps its arguments and answers <c>stack output</c>,
/// <c>preview</c> and <c>up</c> as the test says.
/// </summary>
internal sealed class PulumiStandIn
{
    private readonly string _folder;

    public PulumiStandIn(ScriptRun run)
    {
        _folder = run.Folder;
        run.StandIn("pulumi", $$"""
            #!/usr/bin/env bash
            printf '%s\n' "$*" >>'{{_folder}}/calls'
            case "$1 $2" in
              "stack output") cat '{{_folder}}/outputs.json' ;;
              "preview "*) cat '{{_folder}}/plan'; exit "$(cat '{{_folder}}/status')" ;;
              "up "*) exit "$(cat '{{_folder}}/status')" ;;
            esac
            """);
        Outputs("{}");
        Answers("Resources:\n    116 unchanged\n", 0);
    }

    /// <summary>What was called, one command line each.</summary>
    public IReadOnlyList<string> Calls => File.Exists(CallsPath) ? File.ReadAllLines(CallsPath) : [];

    private string CallsPath => Path.Combine(_folder, "calls");

    /// <summary>Says what the stack's outputs are, as <c>pulumi stack output --json</c> prints them.</summary>
    public void Outputs(string json) => File.WriteAllText(Path.Combine(_folder, "outputs.json"), json);

    /// <summary>The stack runs a release.</summary>
    /// <param name="release">What runs.</param>
    /// <param name="newest">The newest one; the same unless the stack was rolled back.</param>
    /// <param name="mode">The mode of the newest.</param>
    public void Runs(string release, string newest, string mode = "additive") => Outputs(JsonSerializer.Serialize(new
    {
        urls = new { api = "https://api.example.com" },
        release = new { release, newest, mode, image = $"registry/lucky:{release}", commit = release, since = "2026-11-21T12:00:00Z" },
    }));

    /// <summary>Says what a preview prints, and how previews and updates end.</summary>
    public void Answers(string plan, int status)
    {
        File.WriteAllText(Path.Combine(_folder, "plan"), plan);
        File.WriteAllText(Path.Combine(_folder, "status"), $"{status}");
    }
}

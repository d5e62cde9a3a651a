using System.Globalization;

namespace EndToEnd.Tests;

/// <summary>What the run took and found, for people: kept as <c>artifacts/end-to-end/report.md</c> and printed.</summary>
internal sealed class RunReport(string path)
{
    private readonly List<string> _lines = [];

    /// <summary>Adds a step with the time it took, and writes the file.</summary>
    public void Add(string step, TimeSpan took, string found = "")
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"| {step} | {took.TotalSeconds:0.0} s | {found} |");
        _lines.Add(line);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllLines(path, ["# The whole stack on a swarm of three nodes", "", "| step | time | found |", "|---|---|---|", .. _lines]);
        Console.WriteLine(line);
    }
}

using System.Text.Json.Nodes;

namespace Stacks.Tests;

/// <summary>One mistake in a stack file.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Key">Where it must be told; of a service or host that it adds, the part.</param>
/// <param name="Values">Values that it sets; <c>services</c> and <c>hosts</c> are one element that it adds.</param>
/// <param name="Needs">Keys that another mistake must leave alone, because this one is one only in view of them.</param>
public sealed record Fault(string Name, string Key, (string Key, string Value)[] Values, params string[] Needs)
{
    private static readonly string[] Lists = ["services", "hosts"];

    /// <summary>Whether both can be in one file and each be a mistake there.</summary>
    public bool IsCompatibleWith(Fault other) => !Conflicts(this, other) && !Conflicts(other, this);

    /// <summary>Puts the mistake into a file, and says where it must be told.</summary>
    public string Into(IDictionary<string, string> values)
    {
        var told = Key;
        foreach (var (key, value) in Values)
        {
            if (!Lists.Contains(key))
            {
                values[key] = value;
                continue;
            }

            var list = values.TryGetValue(key, out var text) ? JsonNode.Parse(text)!.AsArray() : [];
            if (key != Key)
                told = $"{key}[{list.Count}].{Key}";
            list.Add(JsonNode.Parse(value));
            values[key] = list.ToJsonString();
        }

        return told;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static bool Conflicts(Fault one, Fault other) =>
        one.Values.Any(value => (!Lists.Contains(value.Key) && other.Values.Any(its => its.Key == value.Key)) || other.Needs.Contains(value.Key) || other.Needs.Contains($"{value.Key}.{one.Key}"));
}

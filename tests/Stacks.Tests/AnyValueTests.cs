using System.Diagnostics;
using Infra.Settings;
using Infra.Tests;
using Pulumi;

namespace Stacks.Tests;

/// <summary>Whatever somebody writes below a key, the answer is a list of problems that can be read, never an exception.</summary>
public class AnyValueTests
{
    private const string Secret = "hunter2-of-a-secret";

    // A value is written so that a secret in it is found again where it must not be.
    private static readonly string[] Values =
    [
        "", " ", "null", "0", "-1", "1", "1.5", "1e9", "99999999999999999999999999", "true", "no", "~", "text", "Ä🦊\u202e", "a b", "a\nb", "\t", "'quoted'", "\"quoted\"",
        "{service}", "@", "/", "..", "-", "edge", "https://user:hunter2-of-a-secret@example.com/x", "user:hunter2-of-a-secret@example.com/x", new('x', 10_000),
        "[]", "[null]", "[\"\"]", "[1]", "[true]", "[[]]", "[{}]", "[\"a\",\"a\"]", "[\"x y\"]", "{}", "{\"a\":null}", "{\"a\":1}", "{\"a\":[]}", "{\"a b\":\"\"}", "{\"\":\"\"}", "{\"a\":\"a\\u0000b\"}",
        "[{\"name\":\"web\"}]", "[{\"name\":null,\"image\":7,\"health\":[],\"mounts\":{},\"env\":[],\"files\":1,\"metrics\":0,\"memory\":\"much\",\"cpus\":\"NaN\"}]",
        "[{\"name\":\"traefik\",\"image\":\"nginx:1\",\"health\":{\"none\":\"x\"}}]", "[{\"name\":\"web\",\"image\":\"nginx:1\",\"host\":\"edge\",\"port\":80,\"health\":{\"path\":\"/\"}}]",
    ];

    public static TheoryData<string> Keys { get; } = [.. AllKeys()];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Any_value_of_a_key_is_used_or_explained(string key)
    {
        foreach (var value in Values)
        {
            var clock = Stopwatch.StartNew();

            var problems = ProblemsOf(key, value);

            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{key}: {value} took {clock.Elapsed}");
            Assert.Equal(problems.Select(problem => problem.Key).Distinct(), problems.Select(problem => problem.Key));
            Assert.All(problems, problem => AssertLegible($"{problem.Key}: {problem.Why}; {problem.Fix}"));
        }
    }

    private static void AssertLegible(string line)
    {
        Assert.DoesNotContain(Secret, line, StringComparison.Ordinal);
        Assert.DoesNotContain(line, char.IsControl);
        Assert.Matches(@"\A\S.{10,700}[^\s,;:]\z", line);
        Assert.DoesNotMatch("; ;| {2}|of ;|The input string", line);
    }

    private static IReadOnlyList<SettingsProblem> ProblemsOf(string key, string value)
    {
        var values = StackFiles.Values("staging");
        values[key] = value;
        var source = new SettingsSource(values.AsReadOnly(), StackFiles.SecretKeys, name => Output.CreateSecret(values[name]));
        var settings = source.Section(EnvironmentSettings.Read);
        source.Tell(PlannedServices.Problems(settings, PlannedServices.Describe("lhd-staging", settings)));
        return [.. source.Problems];
    }

    private static IEnumerable<string> AllKeys()
    {
        var source = new SettingsSource(new Dictionary<string, string>(), new HashSet<string>(), _ => Output.CreateSecret(""));
        EnvironmentSettings.Read(source);
        return source.KnownKeys;
    }
}

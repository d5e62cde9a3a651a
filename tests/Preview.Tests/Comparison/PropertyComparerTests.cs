using System.Text.Json;
using Preview.Comparison;
using Preview.Earlier;
using Preview.Rendering;

namespace Preview.Tests.Comparison;

/// <summary>Both sides are written as a state file has them; <c>?</c> stands for a value that is not known yet.</summary>
public class PropertyComparerTests
{
    private const string Encrypted = """{"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "ciphertext": "v1:x:y"}""";
    private const string Plain = """{"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "plaintext": "\"hunter2\""}""";
    private const string Other = """{"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "plaintext": "\"hunter3\""}""";

    [Theory]
    [InlineData("""{"a": 1}""", """{"a": 1}""", "")]
    [InlineData("""{"a": 1}""", """{"a": 2}""", "~ a: 1 => 2")]
    [InlineData("{}", """{"a": "x"}""", "+ a: \"x\"")]
    [InlineData("""{"a": "x"}""", "{}", "- a: \"x\"")]
    [InlineData("""{"a": null}""", "{}", "")]
    [InlineData("""{"a": "5000"}""", """{"a": 5000}""", "")]
    [InlineData("""{"a": "true"}""", """{"a": true}""", "")]
    [InlineData("""{"a": "1.50"}""", """{"a": 1.5}""", "~ a: \"1.50\" => 1.5")]
    [InlineData("""{"a": ["x", "y"]}""", """{"a": ["x", "z", "w"]}""", "~ a[1]: \"y\" => \"z\"|+ a[2]: \"w\"")]
    [InlineData("""{"a": {"b.c": {"d": [1]}}}""", """{"a": {"b.c": {"d": [2]}}}""", "~ a[\"b.c\"].d[0]: 1 => 2")]
    [InlineData("""{"a": {"x": 1}}""", """{"a": [1]}""", "~ a: {x: 1} => [1]")]
    [InlineData("""{"__defaults": ["name"], "name": "web-1a2b3c4", "size": 1}""", """{"size": 1}""", "")]
    [InlineData("""{"__defaults": ["name"], "name": "web-1a2b3c4"}""", """{"name": "web"}""", "~ name: \"web-1a2b3c4\" => \"web\"")]
    [InlineData("""{"a": {"__defaults": ["b"], "b": 1}}""", """{"a": {}}""", "")]
    [InlineData("""{"a": 1}""", """{"a": "?"}""", "")]
    [InlineData("""{"moving": 1}""", """{"moving": "?"}""", "~ moving: 1 => output<string>")]
    [InlineData("""{"moving": "?"}""", """{"moving": "?"}""", "~ moving: output<string>  (may change)")]
    [InlineData("""{"a": "?"}""", """{"a": "?"}""", "")]
    [InlineData("""{"a": "?"}""", """{"a": 1}""", "~ a: output<string> => 1")]
    [InlineData("""{"a": """ + Encrypted + "}", """{"a": """ + Plain + "}", "")]
    [InlineData("""{"a": """ + Encrypted + "}", "{}", "- a: [secret]")]
    [InlineData("{}", """{"a": """ + Plain + "}", "+ a: [secret]")]
    [InlineData("""{"a": """ + Plain + "}", """{"a": "hunter2"}""", "")]
    [InlineData("""{"a": """ + Plain + "}", """{"a": """ + Other + "}", "~ a: [secret]  (may change)")]
    [InlineData("""{"a": {"b": """ + Plain + """, "c": 1}}""", """{"a": {"b": "hunter3", "c": 2}}""", "~ a.b: [secret]  (may change)|~ a.c: 1 => 2")]
    public void Finds_what_differs(string old, string now, string expected) =>
        Assert.Equal(expected, string.Join('|', Compare(old, now).Changes.SelectMany(ChangeText.Lines)));

    [Theory]
    [InlineData("""{"a": """ + Encrypted + "}", """{"a": """ + Plain + "}", "a Secret")]
    [InlineData("""{"a": """ + Plain + "}", """{"a": "?"}""", "a Secret")]
    [InlineData("""{"a": 1}""", """{"a": "?"}""", "a Unknown")]
    [InlineData("""{"a": {"b": 1}, "c": [1]}""", """{"a": "?", "c": ["?"]}""", "a Unknown|c[0] Unknown")]
    [InlineData("""{"a": "?"}""", """{"a": "?"}""", "")]
    [InlineData("""{"a": """ + Plain + "}", """{"a": """ + Plain + "}", "")]
    public void Says_what_it_cannot_compare(string old, string now, string expected) =>
        Assert.Equal(expected, string.Join('|', Compare(old, now).NotCompared.Select(item => $"{item.Path} {item.Why}")));

    [Fact]
    public void Another_secret_is_no_change_where_placeholders_stand_in() =>
        Assert.Empty(Compare($$"""{"a": {{Plain}}}""", $$"""{"a": {{Other}}}""", areSecretsStandIns: true).Changes);

    [Fact]
    public void No_secret_is_in_what_is_found()
    {
        var found = Compare($$"""{"a": {{Plain}}, "b": {"c": {{Plain}}}, "d": "hunter2"}""", $$"""{"a": {{Other}}, "b": "hunter3", "d": {{Other}}}""");

        Assert.Equal(3, found.Changes.Count);
        Assert.DoesNotContain("hunter", string.Join('\n', found.Changes.SelectMany(ChangeText.Lines).Where(line => !line.StartsWith("~ b", StringComparison.Ordinal))), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", string.Join('\n', found.Changes.SelectMany(ChangeText.Lines)), StringComparison.Ordinal);
    }

    /// <summary>Whatever the properties are, they do not differ from themselves.</summary>
    [Fact]
    public void Nothing_differs_from_itself()
    {
        var random = new Random(20261121);
        foreach (var _ in Enumerable.Range(0, 500))
        {
            var text = $$"""{"a": {{Any(random, 4)}}, "b": {{Any(random, 4)}}}""";

            Assert.True(Compare(text, text).Changes.Count == 0, text);
        }
    }

    private static string Any(Random random, int depth) => random.Next(depth > 0 ? 9 : 6) switch
    {
        0 => "null",
        1 => random.Next(2) == 0 ? "true" : "false",
        2 => $"{random.Next(100) / 4.0}",
        3 => $"\"{random.Next(10)}\"",
        4 => "\"?\"",
        5 => random.Next(2) == 0 ? Encrypted : Plain,
        6 => $"[{string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(_ => Any(random, depth - 1)))}]",
        _ => $"{{{string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(index => $"\"{"k.k"[..((index % 3) + 1)]}{index}\": {Any(random, depth - 1)}"))}}}",
    };

    private static PropertyComparison Compare(string old, string now, bool areSecretsStandIns = false) =>
        new PropertyComparer(name => name == "moving", areSecretsStandIns).Compare(Read(old), Read(now));

    private static IReadOnlyDictionary<string, Pulumi.Protocol.PropertyValue> Read(string json) =>
        new StatePropertyReader(areSecretsMasked: false).Members(new(
            JsonElement.Parse(json.Replace("\"?\"", $"\"{Pulumi.Protocol.SpecialValues.Unknown}\"", StringComparison.Ordinal)), ""));
}

using System.Text.RegularExpressions;
using Infra.Settings;
using Pulumi;

namespace Infra.Tests.Settings;

/// <summary>The page that describes every setting, compared with what is read and declared.</summary>
public partial class SettingsPageTests
{
    private static readonly IReadOnlyList<Match> Rows = [.. Row().Matches(File.ReadAllText(Repository.PathOf("docs/settings.md"))).OfType<Match>()];

    [Fact]
    public void Every_setting_is_described_once_and_nothing_else()
    {
        var source = new SettingsSource(new Dictionary<string, string>(), new HashSet<string>(), _ => Output.CreateSecret(""));
        EnvironmentSettings.Read(source);

        Assert.Equal(source.KnownKeys, Rows.Select(row => row.Groups["key"].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Types_and_defaults_are_those_of_the_project_file() => Assert.All(
        Rows.Where(row => StackFiles.Declarations.ContainsKey(row.Groups["key"].Value)),
        row =>
        {
            var declared = StackFiles.Declarations[row.Groups["key"].Value];
            var fallback = declared.Default switch { null => "required", "" => "none", var value => $"`{value}`" };
            Assert.Equal((declared.Type, fallback), (row.Groups["type"].Value, row.Groups["default"].Value));
        });

    [Fact]
    public void What_is_not_declared_has_no_default() => Assert.All(
        Rows.Where(row => !StackFiles.Declarations.ContainsKey(row.Groups["key"].Value)),
        row => Assert.Equal("none", row.Groups["default"].Value));

    [Fact]
    public void Secrets_are_marked() => Assert.Equal(
        StackFiles.SecretKeys.Order(StringComparer.Ordinal),
        Rows.Where(row => row.Groups["secret"].Success).Select(row => row.Groups["key"].Value).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"^\| `lhd:(?<key>\w+)` \| (?<type>\w+) \| (?<default>required|none|`[^`]*`)(?<secret>, secret)? \| \S.* \| `.+` \|$", RegexOptions.Multiline, 1000)]
    private static partial Regex Row();
}

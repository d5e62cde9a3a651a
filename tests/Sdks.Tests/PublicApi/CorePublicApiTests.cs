namespace Sdks.Tests.PublicApi;

/// <summary>sdks/Pulumi against the official package; the provider packages have theirs in Generator.Tests.</summary>
public class CorePublicApiTests
{
    private static readonly string[] Ours = [.. PublicSurface.Of(typeof(Pulumi.Resource).Assembly)];

    [Fact]
    public void Nothing_is_public_that_the_official_package_lacks() => Assert.Empty(Ours.Except(Official()));

    [Fact]
    public void Every_official_member_is_there_but_those_left_out_for_a_reason() =>
        Assert.Equal(WithReason("Pulumi.left-out.txt").Keys.Order(), Official().Except(Ours).Order());

    [Theory]
    [InlineData("Pulumi.more.txt")]
    [InlineData("Pulumi.left-out.txt")]
    public void What_is_not_on_the_main_list_says_why(string file) =>
        Assert.All(WithReason(file), member => Assert.NotEmpty(member.Value));

    [Theory]
    [InlineData("Pulumi.txt")]
    [InlineData("Pulumi.more.txt")]
    public void A_list_is_sorted_and_names_each_member_once(string file) =>
        Assert.Equal(Lines(file).Distinct().Order(StringComparer.Ordinal), Lines(file));

    private static IEnumerable<string> Official() => Lines("Pulumi.txt").Concat(WithReason("Pulumi.more.txt").Keys);

    private static Dictionary<string, string> WithReason(string file) => Lines(file)
        .Select(line => line.Split(" # ", 2))
        .ToDictionary(parts => parts[0], parts => parts.ElementAtOrDefault(1) ?? "");

    private static string[] Lines(string file) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "PublicApi", file)).Where(line => line.Length > 0 && line[0] != '#')];
}

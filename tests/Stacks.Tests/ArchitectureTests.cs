using System.Text.RegularExpressions;
using System.Xml.Linq;
using Infra.Tests;

namespace Stacks.Tests;

/// <summary>The limits that keep the code easy to read, and the one direction in which it knows itself.</summary>
public partial class ArchitectureTests
{
    private const int LongestFile = 300;
    private const int LongestMethod = 40;

    private static readonly string[] Written = ["infra", "stacks", "sdks", "preview", "tests"];

    [Fact]
    public void No_file_is_longer_than_300_lines() =>
        Assert.Empty(Sources(Written).Where(file => File.ReadLines(file).Count() > LongestFile).Select(Shown));

    [Fact]
    public void No_method_is_longer_than_40_lines() => Assert.Empty(Sources("infra", "stacks", "preview").SelectMany(LongMethods));

    [Fact]
    public void Settings_are_read_in_one_place() => Assert.Equal(
        ["infra/Settings/SettingsReader.cs"],
        Sources("infra", "stacks").Where(file => ConfigUse().IsMatch(File.ReadAllText(file))).Select(Shown));

    [Fact]
    public void Nothing_is_decided_by_the_name_of_a_stack_but_which_stack_it_is() => Assert.Equal(
        ["stacks/Program.cs"],
        Sources("infra", "stacks").Where(file => StackName().IsMatch(File.ReadAllText(file))).Select(Shown));

    [Theory]
    [InlineData("infra/Infra.csproj", "")]
    [InlineData("stacks/Stacks.csproj", "Infra")]
    public void Projects_know_only_what_is_below_them_and_the_sdks(string project, string others) => Assert.Equal(
        others.Split(',', StringSplitOptions.RemoveEmptyEntries),
        References(project).Where(name => !name.StartsWith("Pulumi", StringComparison.Ordinal)));

    [Fact]
    public void The_previewer_knows_the_protocol_and_no_program() =>
        Assert.All(References("preview/Preview.csproj"), name => Assert.StartsWith("Pulumi.Protocol", name, StringComparison.Ordinal));

    [Fact]
    public void The_infrastructure_does_not_know_the_previewer() =>
        Assert.Empty(Sources("infra", "stacks").Where(file => File.ReadAllText(file).Contains("using Preview", StringComparison.Ordinal)).Select(Shown));

    [Fact]
    public void Sources_of_the_infrastructure_do_not_reach_into_the_stacks() =>
        Assert.Empty(Sources("infra").Where(file => File.ReadAllText(file).Contains("using Stacks", StringComparison.Ordinal)).Select(Shown));

    private static IEnumerable<string> Sources(params string[] folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/node_modules/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static string Shown(string file) => Path.GetRelativePath(Repository.Root, file);

    private static IEnumerable<string> References(string project) => XDocument.Load(Repository.PathOf(project))
        .Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

    /// <summary>Methods are recognised by their braces, which formatting puts on lines of their own at the depth of a type's members.</summary>
    private static IEnumerable<string> LongMethods(string file)
    {
        var start = 0;
        foreach (var (number, line) in File.ReadLines(file).Index())
        {
            if (line == "    {")
                start = number;
            else if (line == "    }" && number - start > LongestMethod)
                yield return $"{Shown(file)}:{start} ({number - start} lines)";
        }
    }

    [GeneratedRegex(@"new (Pulumi\.)?Config\(|\bConfig \w+ = new\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ConfigUse();

    [GeneratedRegex("""((==|!=|\bis|\bcase) |\[)"(staging|production)"|"(staging|production)" =>|StackName (==|!=|is|switch)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StackName();
}

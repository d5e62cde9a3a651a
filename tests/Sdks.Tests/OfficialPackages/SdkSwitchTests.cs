namespace Sdks.Tests.OfficialPackages;

/// <summary>The two ways to get the Pulumi SDK, as sdks.props has them.</summary>
public class SdkSwitchTests
{
    private static readonly string[] Official =
    [
        "Pulumi [3.112.1]", "Pulumi.Cloudflare [6.17.0]", "Pulumi.Command [1.2.1]", "Pulumi.DigitalOcean [4.76.0]",
        "Pulumi.Docker [5.1.0]", "Pulumi.Random [4.21.1]", "Pulumi.Tls [5.5.1]",
    ];

    public static TheoryData<string> Programs =>
        ["infra/Infra.csproj", "stacks/Stacks.csproj", "tests/Infra.Tests/Infra.Tests.csproj", "tests/Stacks.Tests/Stacks.Tests.csproj"];

    [Theory, MemberData(nameof(Programs))]
    public async Task On_nuget_every_official_package_is_referenced_at_its_pinned_version_and_no_project_of_sdks(string project)
    {
        var evaluated = await Evaluation.OfAsync(project, "nuget");
        var versions = evaluated.Items["PackageVersion"].ToDictionary(item => item.Identity, item => item.Version);

        Assert.Empty(evaluated.References("sdks/"));
        Assert.Equal(Official, evaluated.Items["PackageReference"]
            .Where(item => item.Identity.Split('.')[0] == "Pulumi")
            .Select(item => $"{item.Identity} {versions[item.Identity]}")
            .Order());
    }

    [Theory, MemberData(nameof(Programs))]
    public async Task From_source_every_project_of_sdks_is_referenced_and_no_official_package(string project)
    {
        var evaluated = await Evaluation.OfAsync(project, "source");

        Assert.Equal(
            Official.Select(package => package.Split(' ')[0]).Select(name => $"sdks/{name}/{name}.csproj").Order(),
            evaluated.References("sdks/Pulumi").Where(path => !path.Contains("Protocol", StringComparison.Ordinal)));
        Assert.DoesNotContain(evaluated.Items["PackageReference"], item => item.Identity.Split('.')[0] == "Pulumi");
    }

    [Fact]
    public async Task The_two_do_not_share_their_artifacts()
    {
        var source = await Evaluation.OfAsync("stacks/Stacks.csproj", "source");
        var nuget = await Evaluation.OfAsync("stacks/Stacks.csproj", "nuget");

        Assert.Equal(Path.Combine(Evaluation.Repository, "artifacts"), source.Properties["ArtifactsPath"]);
        Assert.Equal(Path.Combine(Evaluation.Repository, "artifacts", "nuget"), nuget.Properties["ArtifactsPath"]);
    }

    [Fact]
    public async Task The_official_packages_bring_their_own_dependencies()
    {
        var nuget = await Evaluation.OfAsync("stacks/Stacks.csproj", "nuget");

        Assert.Equal("false", nuget.Properties["CentralPackageTransitivePinningEnabled"]);
    }
}

using Infra.Services;
using Infra.Services.Catalogue;
using Tests.Support;

namespace Infra.Tests.Services;

/// <summary>What keeps a server from starting beside another version's data, run by a real shell on real directories.</summary>
public sealed class PostgresGuardTests : IDisposable
{
    private readonly string _mount = Directory.CreateTempSubdirectory("lhd-guard-").FullName;

    public void Dispose() => Directory.Delete(_mount, recursive: true);

    [Theory]
    [InlineData(18)]
    [InlineData(17)]
    public async Task A_first_start_and_every_later_one_are_let_through(int major)
    {
        await AcceptAsync(major);
        Has(PostgresImage.DataBelowMount(major), major);
        await AcceptAsync(major);
    }

    [Theory]
    [InlineData("18/docker", 18, 19)]
    [InlineData("pgdata", 17, 18)]
    [InlineData("pgdata", 15, 17)]
    public async Task A_later_version_does_not_begin_with_an_empty_database_beside_the_old_one(string directory, int old, int major)
    {
        Has(directory, old);

        var refused = await RunAsync(major);

        Assert.Equal(78, refused.ExitCode);
        Assert.Equal(
            $"error: the data volume holds data of PostgreSQL {old} and none of {major}, so nothing was started. Set lhd:postgresImage back to {old}, "
            + "run lhd-backups upgrade on the first manager, then set it again: docs/postgres.md",
            refused.Output.Trim());
    }

    [Fact]
    public async Task An_earlier_version_does_not_start_on_what_an_upgrade_has_left_behind()
    {
        Has("18/docker", 18);
        Has("19/docker", 19);

        var refused = await RunAsync(18);

        Assert.Equal(78, refused.ExitCode);
        Assert.Contains("holds data of PostgreSQL 19, which 18 cannot read. Set lhd:postgresImage back to 19;", refused.Output, StringComparison.Ordinal);
        await AcceptAsync(19);
    }

    [Fact]
    public async Task Prepared_data_are_put_in_place_once_and_hinder_the_old_version_only_then()
    {
        Has("18/docker", 18);
        Has($"{PostgresGuard.Prepared(19)}/data", 19);
        await AcceptAsync(18);

        Assert.Contains("prepared are in place", await AcceptAsync(19), StringComparison.Ordinal);

        Assert.True(File.Exists($"{_mount}/19/docker/PG_VERSION"));
        Assert.False(Directory.Exists($"{_mount}/{PostgresGuard.Prepared(19)}"));
        Assert.Equal("started", (await AcceptAsync(19)).Trim());
        Assert.Equal(78, (await RunAsync(18)).ExitCode);
    }

    [Fact]
    public async Task What_was_moved_away_is_nobody_s_business()
    {
        Has("18/docker", 18);
        Has("abandoned-19/docker", 19);
        Has("replaced-20260101T000000Z", 17);

        await AcceptAsync(18);
    }

    [RequiresToolFact("shellcheck")]
    public async Task The_linter_finds_nothing()
    {
        await Tool.AcceptAsync("shellcheck", PostgresGuard.Start(18), "-");
        await Tool.AcceptAsync("shellcheck", PostgresGuard.CheckOnNode(18), "--shell=sh", "-");
    }

    [Fact]
    public void The_node_is_asked_about_the_directory_that_the_service_mounts() =>
        Assert.Contains($"mount={Postgres.Directory.Path}\nmajor=18\n", PostgresGuard.CheckOnNode(18), StringComparison.Ordinal);

    private void Has(string directory, int major)
    {
        Directory.CreateDirectory($"{_mount}/{directory}");
        File.WriteAllText($"{_mount}/{directory}/PG_VERSION", $"{major}\n");
    }

    private async Task<string> AcceptAsync(int major)
    {
        var result = await RunAsync(major);
        Assert.True(result.ExitCode == 0, result.Output);
        Assert.EndsWith("started", result.Output.Trim(), StringComparison.Ordinal);
        return result.Output;
    }

    private Task<ToolResult> RunAsync(int major) => Tool.RunAsync(
        "sh", ["-s", "echo", "started"], Path.GetTempPath(),
        PostgresGuard.Start(major).Replace($"mount={PostgresImage.DataMount(major)}\n", $"mount={_mount}\n", StringComparison.Ordinal));
}

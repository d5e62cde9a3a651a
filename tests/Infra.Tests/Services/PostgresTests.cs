using Infra.Services;
using Tests.Support;

namespace Infra.Tests.Services;

public class PostgresTests
{
    [Theory]
    [InlineData("postgres:18.6-bookworm", 18, "/var/lib/postgresql", "/var/lib/postgresql/18/docker")]
    [InlineData("registry.example.com:5000/postgres:19", 19, "/var/lib/postgresql", "/var/lib/postgresql/19/docker")]
    [InlineData("postgres:17.6", 17, "/var/lib/postgresql/data", "/var/lib/postgresql/data/pgdata")]
    public void The_mount_follows_the_major_version(string image, int major, string mount, string data)
    {
        Assert.Equal(major, PostgresImage.Major(image));
        Assert.Equal(mount, PostgresImage.DataMount(major));
        Assert.Equal(data, PostgresImage.DataDirectory(major));
    }

    [Fact]
    public void A_tag_without_a_version_has_no_major() => Assert.Null(PostgresImage.Major("postgres:bookworm"));

    [Fact]
    public void A_gigabyte_is_shared_out()
    {
        var settings = PostgresTuning.For(1024, 2);

        Assert.Equal("256MB", settings["shared_buffers"]);
        Assert.Equal("768MB", settings["effective_cache_size"]);
        Assert.Equal("64MB", settings["maintenance_work_mem"]);
        Assert.Equal("3MB", settings["work_mem"]);
        Assert.Equal("2", settings["max_parallel_workers"]);
    }

    [Theory]
    [InlineData(128, 1)]
    [InlineData(512, 1)]
    [InlineData(4096, 4)]
    [InlineData(65536, 32)]
    public void Memory_that_every_connection_may_take_at_once_stays_within_the_limit(int memoryMiB, int cpus)
    {
        var settings = PostgresTuning.For(memoryMiB, cpus);

        Assert.InRange(Number(settings["shared_buffers"]) + (Number(settings["work_mem"]) * PostgresTuning.MaxConnections), 0, memoryMiB + 100);
    }

    [RequiresToolFact("pg_ctlcluster", "psql", "setpriv")]
    public async Task A_real_server_takes_every_setting_as_it_is_meant()
    {
        await using var server = await PostgresServer.StartAsync("shop", PostgresTuning.For(1024, 2));
        await server.RunAsync(PostgresRoles.Sql("shop", new("super1", ["blue1", "green1"], "watch1", "backup1")));

        Assert.Equal("256MB", await server.QueryAsync("shop_blue", "blue1", "SHOW shared_buffers"));
        Assert.Equal("10min", await server.QueryAsync("shop_blue", "blue1", "SHOW idle_in_transaction_session_timeout"));
    }

    private static int Number(string setting) => int.Parse(setting.Replace("MB", ""));
}

using Infra.Services;
using Tests.Support;

namespace Infra.Tests.Services;

public class PostgresRolesTests
{
    private static readonly PostgresPasswords Passwords = new("super1", ["blue1", "green1"], "watch1", "backup1");

    [Theory]
    [InlineData(1, "shop_blue", 1, 0)]
    [InlineData(2, "shop_green", 1, 2)]
    [InlineData(3, "shop_blue", 3, 2)]
    [InlineData(4, "shop_green", 3, 4)]
    public void A_new_generation_changes_only_the_role_that_is_not_in_use(int generation, string login, int blue, int green)
    {
        Assert.Equal(login, PostgresRoles.LoginOf("shop", generation));
        Assert.Equal(blue, PostgresRoles.GenerationOf(0, generation));
        Assert.Equal(green, PostgresRoles.GenerationOf(1, generation));
    }

    [RequiresToolFact("shellcheck")]
    public async Task The_script_is_clean_posix_shell() => await Tool.AcceptAsync("shellcheck", PostgresRoles.Script, "--shell=sh", "-");

    [Fact]
    public void No_password_is_in_the_script() => Assert.DoesNotContain(Passwords.SuperUser, PostgresRoles.Script);

    [RequiresToolFact("pg_ctlcluster", "psql", "setpriv")]
    public async Task A_real_server_comes_to_the_wanted_roles_however_often_it_runs()
    {
        await using var server = await PostgresServer.StartAsync("shop");

        await server.RunAsync(PostgresRoles.Sql("shop", Passwords));
        await server.RunAsync(PostgresRoles.Sql("shop", Passwords));

        Assert.Equal("shop", await server.QueryAsync("shop_blue", "blue1", "SELECT current_user"));
        Assert.Equal("shop", await server.QueryAsync("shop_green", "green1", "SELECT current_user"));
        Assert.Equal("monitoring", await server.QueryAsync("monitoring", "watch1", "SELECT current_user"));
    }

    [RequiresToolFact("pg_ctlcluster", "psql", "setpriv")]
    public async Task A_rotation_leaves_the_role_in_use_as_it_is()
    {
        await using var server = await PostgresServer.StartAsync("shop");
        await server.RunAsync(PostgresRoles.Sql("shop", Passwords));
        await server.QueryAsync("shop_blue", "blue1", "CREATE TABLE things (id int)");

        await server.RunAsync(PostgresRoles.Sql("shop", Passwords with { Logins = ["blue1", "green2"] }));

        Assert.Equal("0", await server.QueryAsync("shop_blue", "blue1", "SELECT count(*) FROM things"));
        Assert.Equal("0", await server.QueryAsync("shop_green", "green2", "SELECT count(*) FROM things"));
        Assert.Contains("password authentication failed", await server.RefusedAsync("shop_green", "green1"));
    }

    [RequiresToolFact("pg_ctlcluster", "psql", "setpriv")]
    public async Task The_reader_of_statistics_cannot_read_the_data()
    {
        await using var server = await PostgresServer.StartAsync("shop");
        await server.RunAsync(PostgresRoles.Sql("shop", Passwords));
        await server.QueryAsync("shop_blue", "blue1", "CREATE TABLE things (id int)");

        Assert.Contains("permission denied", await server.RefusedAsync("monitoring", "watch1", "SELECT * FROM things"));
    }

    [RequiresToolFact("pg_ctlcluster", "psql", "setpriv")]
    public async Task No_password_reaches_the_servers_log()
    {
        await using var server = await PostgresServer.StartAsync("shop");

        await server.RunAsync(PostgresRoles.Sql("shop", Passwords));

        Assert.DoesNotContain("blue1", server.Log);
    }
}

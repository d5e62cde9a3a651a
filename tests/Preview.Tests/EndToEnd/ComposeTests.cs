using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Preview.Tests.Support;
using Tests.Support;
using Tests.Support.Docker;

namespace Preview.Tests.EndToEnd;

/// <summary>The stack local as a Compose file.</summary>
[UnsupportedOSPlatform("windows")]
public partial class ComposeTests
{
    private static readonly string[] Services = ["hasura", "hasura-console", "lucky", "postgres", "postgres-roles", "socket-proxy", "traefik"];

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        await WriteAsync(folder.FullName);
        var before = Contents(folder.FullName);

        var second = await WriteAsync(folder.FullName);

        Assert.StartsWith("Nothing has changed in ", second.Output, StringComparison.Ordinal);
        Assert.Equal(before, Contents(folder.FullName));
    }

    [Fact]
    public async Task Only_the_owner_reads_the_files()
    {
        using var folder = new TemporaryFolder();

        await WriteAsync(folder.FullName);

        Assert.All(
            Directory.EnumerateFiles(folder.FullName, "*", SearchOption.AllDirectories),
            file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
    }

    [Fact]
    public async Task The_application_logs_in_with_the_password_that_its_role_has()
    {
        using var folder = new TemporaryFolder();

        await WriteAsync(folder.FullName);

        var url = UrlPattern().Match(await Secret(folder.FullName, "database-url"));
        Assert.True(url.Success);
        Assert.Contains($"ALTER ROLE {url.Groups["role"]} PASSWORD '{url.Groups["password"]}';", await Secret(folder.FullName, "postgres-roles"), StringComparison.Ordinal);
        Assert.Matches(@"\Aadmin:\$2b\$10\$[./A-Za-z0-9]{53}\n\z", await Secret(folder.FullName, "dashboard-users"));
    }

    [Fact]
    public async Task No_secret_is_in_the_compose_file()
    {
        using var folder = new TemporaryFolder();

        await WriteAsync(folder.FullName);

        var compose = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "docker-compose.yml"));
        foreach (var secret in Directory.GetFiles(Path.Combine(folder.FullName, "secrets")).Where(file => !file.EndsWith("send-grid-key", StringComparison.Ordinal)))
            Assert.DoesNotContain((await File.ReadAllTextAsync(secret)).Trim(), compose, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stack_of_more_than_one_engine_is_refused_and_writes_nothing()
    {
        using var folder = new TemporaryFolder();
        var target = Path.Combine(folder.FullName, "out");

        var run = await PreviewProcess.RunAsync(Built.RepositoryFolder, "--stack", "production", "--no-build", "--compose", target);

        Assert.NotEqual(0, run.ExitCode);
        Assert.False(Directory.Exists(target));
    }

    [Theory]
    [InlineData("secrets/own-key", "mine", "it has files but no generated.json")]
    [InlineData("generated.json", "[]", "it is not what --compose wrote")]
    [InlineData("generated.json", "{\"salt\":5,\"resources\":{}}", "it is not what --compose wrote")]
    [InlineData("generated.json", "{", "it is not JSON")]
    public async Task A_folder_that_is_not_its_own_is_left_as_it_is(string file, string content, string problem)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.FullName, file))!);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, file), content);

        var run = await PreviewProcess.RunAsync(Built.RepositoryFolder, "--stack", "local", "--no-build", "--compose", folder.FullName);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(problem, run.Messages, StringComparison.Ordinal);
        Assert.Equal(new SortedDictionary<string, string>(StringComparer.Ordinal) { [file] = content }, Contents(folder.FullName));
    }

    [Fact]
    public async Task A_secret_that_was_edited_or_opened_to_others_is_put_right()
    {
        using var folder = new TemporaryFolder();
        await WriteAsync(folder.FullName);
        var before = Contents(folder.FullName);
        var (edited, opened) = (Path.Combine(folder.FullName, "secrets", "secrets-database-url"), Path.Combine(folder.FullName, "outputs.json"));
        await File.WriteAllTextAsync(edited, "edited");
        File.SetUnixFileMode(opened, File.GetUnixFileMode(opened) | UnixFileMode.OtherRead);

        var run = await WriteAsync(folder.FullName);

        Assert.StartsWith("2 files written to ", run.Output, StringComparison.Ordinal);
        Assert.Equal(before, Contents(folder.FullName));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(opened));
    }

    [Fact]
    public async Task The_commands_that_it_names_can_be_pasted_whatever_the_folder_is_called()
    {
        using var folder = new TemporaryFolder();
        var target = Path.Combine(folder.FullName, "it's mine ö");

        var run = await WriteAsync(target);

        var line = run.Output.Split('\n').Single(text => text.Contains("prepare.sh", StringComparison.Ordinal));
        var echoed = await Tool.RunAsync("sh", "-c", line.Trim().Replace("sh ", "printf %s ", StringComparison.Ordinal));
        Assert.Equal($"{target}/prepare.sh", echoed.Output);
    }

    [Theory]
    [InlineData("--compose", "", "error: --compose '': the name of a folder is expected\n")]
    [InlineData("--diff-from", "", "error: --diff-from '': the name of a file is expected\n")]
    [InlineData("--compose", "/proc/compose", "error: /proc/compose: the Compose file cannot be written: ")]
    public async Task What_cannot_be_read_or_written_is_refused_in_a_sentence(string option, string name, string message)
    {
        var run = await PreviewProcess.RunAsync(Built.RepositoryFolder, "--stack", "local", "--no-build", option, name);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith(message, run.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Messages, StringComparison.Ordinal);
    }

    [RequiresToolFact("dockerd", "docker")]
    public async Task A_real_swarm_takes_the_file_and_lets_go_of_all_of_it()
    {
        using var folder = new TemporaryFolder();
        await WriteAsync(folder.FullName);
        await using var engine = await DockerDaemon.StartAsync();
        var file = Path.Combine(folder.FullName, "docker-compose.yml");

        var deployed = await Tool.RunAsync("docker", "--host", engine.Host, "stack", "deploy", "-c", file, "lhd");

        Assert.True(deployed.ExitCode == 0, deployed.Output);
        Assert.Equal(Services.Select(name => $"lhd_{name}"), Names(await engine.GetAsync("services"), each => $"{each!["Spec"]!["Name"]}"));
        Assert.Equal(9, (await engine.GetAsync("secrets")).AsArray().Count);

        // Everything that cannot change in a swarm has the same name, so that deploying again is no error.
        var again = await Tool.RunAsync("docker", "--host", engine.Host, "stack", "deploy", "-c", file, "lhd");
        Assert.True(again.ExitCode == 0, again.Output);
        Assert.Equal(9, (await engine.GetAsync("secrets")).AsArray().Count);

        var removed = await Tool.RunAsync("docker", "--host", engine.Host, "stack", "rm", "lhd");
        Assert.True(removed.ExitCode == 0, removed.Output);
        Assert.Empty((await engine.GetAsync("services")).AsArray());
        Assert.Empty((await engine.GetAsync("secrets")).AsArray());
        Assert.Empty((await engine.GetAsync("configs")).AsArray());
    }

    [RequiresToolFact("shellcheck")]
    public async Task The_script_passes_shellcheck()
    {
        using var folder = new TemporaryFolder();

        await WriteAsync(folder.FullName);

        await Tool.AcceptAsync("shellcheck", await File.ReadAllTextAsync(Path.Combine(folder.FullName, "prepare.sh")), "--shell=sh", "-");
    }

    private static async Task<PreviewProcess> WriteAsync(string folder)
    {
        var run = await PreviewProcess.RunAsync(Built.RepositoryFolder, "--stack", "local", "--no-build", "--compose", folder);
        Assert.True(run.ExitCode == 0, run.Messages);
        return run;
    }

    private static Task<string> Secret(string folder, string name) => File.ReadAllTextAsync(Path.Combine(folder, "secrets", $"secrets-{name}"));

    private static SortedDictionary<string, string> Contents(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllText), StringComparer.Ordinal);

    private static IEnumerable<string> Names(System.Text.Json.Nodes.JsonNode list, Func<System.Text.Json.Nodes.JsonNode?, string> name) =>
        list.AsArray().Select(name).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\Apostgres://(?<role>\w+):(?<password>\w{32})@postgres:5432/app\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UrlPattern();
}

using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Ci.Tests;

/// <summary>That only the CLI that Pulumi published is installed.</summary>
public sealed class InstallPulumiTests : IAsyncLifetime, IDisposable
{
    private readonly ScriptRun _run = new();
    private byte[] _archive = [];
    private string _checksums = "";
    private int _requests;
    private LocalServer _releases = null!;

    public async Task InitializeAsync()
    {
        _run.Write("pulumi-program", "#!/bin/sh\necho v3.1.0\n");
        var archive = Path.Combine(_run.Folder, "archive.tar.gz");
        await Tool.AcceptAsync(
            "bash", "", "-c", $"cd '{_run.Folder}' && mkdir pulumi && mv pulumi-program pulumi/pulumi && chmod +x pulumi/pulumi && tar czf '{archive}' pulumi && rm -r pulumi");
        _archive = await File.ReadAllBytesAsync(archive);
        _checksums = $"{Checksum(_archive)}  {Name}\n{new string('0', 64)}  pulumi-v3.1.0-windows-x64.zip\n";
        _releases = await LocalServer.StartAsync(AnswerAsync);
        _run.Environment["PULUMI_VERSION"] = "3.1.0";
        _run.Environment["PULUMI_RELEASES"] = _releases.Url;
    }

    private static string Name =>
        $"pulumi-v3.1.0-linux-{(System.Runtime.InteropServices.RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "x64")}.tar.gz";

    public Task DisposeAsync() => _releases.DisposeAsync().AsTask();

    public void Dispose() => _run.Dispose();

    [RequiresToolFact("curl")]
    public async Task The_published_archive_is_installed_once()
    {
        (await InstallAsync()).Succeeds();
        Assert.Equal("v3.1.0\n", await Tool.AcceptAsync("bash", "", "-c", Path.Combine(_run.Folder, "cli/3.1.0/pulumi")));
        Assert.Equal(2, _requests);

        (await InstallAsync()).Succeeds();
        Assert.Equal(2, _requests);
        Assert.Empty(_run.Leftovers);
    }

    [RequiresToolFact("curl")]
    public async Task An_archive_with_another_checksum_is_not_installed()
    {
        _checksums = $"{new string('a', 64)}  {Name}\n";

        (await InstallAsync()).FailsWith("nothing is installed");

        Assert.False(Directory.Exists(Path.Combine(_run.Folder, "cli/3.1.0")));
    }

    [RequiresToolFact("curl")]
    public async Task An_archive_that_the_published_list_does_not_name_is_not_installed()
    {
        _checksums = $"{Checksum(_archive)}  another.tar.gz\n";

        (await InstallAsync()).FailsWith("expected one in the published list; nothing is installed");
    }

    [RequiresToolFact("curl")]
    public async Task A_checksum_of_the_project_comes_before_the_published_one()
    {
        _run.Environment["PULUMI_SHA256"] = new string('b', 64);

        (await InstallAsync()).FailsWith($"expected {new string('b', 64)}");
    }

    [RequiresToolFact("curl")]
    public async Task A_version_that_was_never_published_is_named()
    {
        _run.Environment["PULUMI_VERSION"] = "9.9.9";

        (await InstallAsync()).FailsWith("pulumi-v9.9.9-linux-");
    }

    private Task<ScriptResult> InstallAsync() => _run.RunAsync("install-pulumi.sh", Path.Combine(_run.Folder, "cli"));

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        if (context.Request.Path == $"/{Name}")
            await context.Response.Body.WriteAsync(_archive);
        else if (context.Request.Path == "/pulumi-3.1.0-checksums.txt")
            await context.Response.WriteAsync(_checksums);
        else
            context.Response.StatusCode = 404;
    }

    private static string Checksum(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}

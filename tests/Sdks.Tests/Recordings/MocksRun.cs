namespace Sdks.Tests.Recordings;

/// <summary>One run of the program, which writes a file for each of its deployments.</summary>
public sealed class MocksRun : IAsyncLifetime, IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("mocks-").FullName;

    public async Task InitializeAsync()
    {
        var (exitCode, stdout, stderr) = await ProgramProcess.RunAsync(ProgramCompiler.Compile("mocks"), [], Folder);
        Assert.True(exitCode == 0, $"mocks.cs ended with {exitCode}: {stdout}{stderr}");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

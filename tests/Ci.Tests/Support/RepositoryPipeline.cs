namespace Ci.Tests;

/// <summary>The pipeline of this repository, resolved once for the tests of a class.</summary>
public sealed class RepositoryPipeline : IAsyncLifetime
{
    private ResolvedPipeline? _pipeline;

    internal ResolvedPipeline Pipeline => _pipeline!;

    internal Dictionary<string, Dictionary<string, object>> Jobs { get; private set; } = [];

    public async Task InitializeAsync()
    {
        if (GitLabFiles.MissingBecause is not null)
            return;
        _pipeline = await ResolvedPipeline.OfRepositoryAsync();
        Jobs = await _pipeline.ResolveAsync();
    }

    public Task DisposeAsync()
    {
        _pipeline?.Dispose();
        return Task.CompletedTask;
    }
}

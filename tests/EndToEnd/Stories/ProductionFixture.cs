namespace EndToEnd.Tests.Stories;

/// <summary>The one stack that every chapter is about, brought up by the first of them and gone with the last.</summary>
public sealed class ProductionFixture : IAsyncLifetime
{
    private LoopbackStack? _stack;

    internal RunReport Report { get; } = new(Path.Combine(LoopbackStack.Repository, "artifacts", "end-to-end", "report.md"));

    /// <summary>The stack; the first who asks prepares it.</summary>
    internal async Task<LoopbackStack> StackAsync() => _stack ??= await Timed("cloud, registry and images are ready", LoopbackStack.PrepareAsync);

    /// <summary>Runs the program, and fails with its messages unless all is as declared afterwards.</summary>
    internal async Task<UpResult> UpAsync(string step, Action<string, string>? beginning = null)
    {
        var result = await (await StackAsync()).UpAsync(beginning);
        var done = string.Join(", ", result.Operations.GroupBy(each => each.Verb).Select(verb => $"{verb.Count()} {verb.Key}"));
        Report.Add(step, result.Took, done.Length == 0 ? "nothing changed" : done);
        Assert.True(result.IsSuccess, string.Join('\n', result.Messages));
        return result;
    }

    internal async Task<T> Timed<T>(string step, Func<Task<T>> action)
    {
        var began = TimeProvider.System.GetTimestamp();
        var result = await action();
        Report.Add(step, TimeProvider.System.GetElapsedTime(began));
        return result;
    }

    /// <inheritdoc/>
    public Task InitializeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_stack is not null)
            await _stack.DisposeAsync();
    }
}

namespace EndToEnd.Tests.Stories;

/// <summary>The one stack that every chapter is about, brought up by the first of them and gone with the last.</summary>
public sealed class ProductionFixture : IAsyncLifetime
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(10);

    private readonly bool _isKept = Environment.GetEnvironmentVariable("END_TO_END") == "keep";
    private LoopbackStack? _stack;
    private bool _isUp;

    internal RunReport Report { get; } = new(Path.Combine(LoopbackStack.Repository, "artifacts", "end-to-end", "report.md"));

    /// <summary>The cloud with its registry and images, and the stack as the chapters before have left it; the first who asks prepares it.</summary>
    internal async Task<LoopbackStack> PreparedAsync() =>
        _stack ??= await Timed("cloud, registry and images are ready", () => LoopbackStack.PrepareAsync(_isKept));

    /// <summary>The stack, brought up when no chapter before has done so.</summary>
    internal async Task<LoopbackStack> StackAsync()
    {
        if (!_isUp)
            await UpAsync("brought up");
        return await PreparedAsync();
    }

    /// <summary>Runs the program, and fails with its messages unless all is as declared afterwards.</summary>
    internal async Task<UpResult> UpAsync(string step, string replace = "")
    {
        var result = await (await PreparedAsync()).UpAsync(replace: replace);
        var done = string.Join(", ", result.Operations.GroupBy(each => each.Verb).Select(verb => $"{verb.Count()} {verb.Key}"));
        var slow = string.Join(", ", result.Operations.Where(each => each.Took > Slow).OrderByDescending(each => each.Took).Take(3).Select(each => $"{each.Name} {each.Took.TotalSeconds:0} s"));
        Report.Add(step, result.Took, done.Length == 0 ? "nothing changed" : slow.Length == 0 ? done : $"{done}; longest: {slow}");
        Assert.True(result.IsSuccess, string.Join('\n', result.Messages));
        _isUp = true;
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
        if (_stack is null)
            return;
        await _stack.DisposeAsync();
        if (!_isKept)
            Report.Add("everything that was made is gone", TimeSpan.Zero);
    }
}

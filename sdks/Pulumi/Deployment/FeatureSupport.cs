namespace Pulumi;

/// <summary>What the engine can do, asked when it first matters and once.</summary>
internal sealed class FeatureSupport(IMonitor monitor)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task<bool>> _answers = [];

    /// <summary>Whether resources may be written as references.</summary>
    public bool ResourceReferences(Waiting waiting) => Supports("resourceReferences", waiting);

    /// <summary>Whether aliases may be described instead of spelt out as URNs.</summary>
    public bool AliasSpecs(Waiting waiting) => Supports("aliasSpecs", waiting);

    /// <summary>Whether outputs may be written with their flags and dependencies.</summary>
    public bool OutputValues(Waiting waiting) => Supports("outputValues", waiting);

    /// <summary>Makes sure that an option which the program uses will be heeded.</summary>
    public void Require(string feature, string option, Waiting waiting)
    {
        if (!Supports(feature, waiting) && waiting.IsOver)
            throw new InvalidOperationException($"The Pulumi CLI does not support the {option} option. Please update the Pulumi CLI.");
    }

    private bool Supports(string feature, Waiting waiting)
    {
        var answer = Ask(feature);
        if (answer.IsCompletedSuccessfully)
            return answer.Result;
        waiting.Add(answer);
        return false;
    }

    private Task<bool> Ask(string feature)
    {
        lock (_gate)
        {
            if (!_answers.TryGetValue(feature, out var answer))
                _answers.Add(feature, answer = AskAsync(feature));
            return answer;
        }
    }

    // Nobody may be left to hear of a failure, when another one has ended the program.
    private Task<bool> AskAsync(string feature)
    {
        var answer = monitor.SupportsFeatureAsync(feature);
        _ = answer.ContinueWith(
            static failed => _ = failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return answer;
    }
}

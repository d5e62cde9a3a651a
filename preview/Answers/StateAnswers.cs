using Preview.Comparison;
using Preview.Earlier;
using Preview.Engine;
using Preview.Planning;
using Pulumi.Protocol;

namespace Preview.Answers;

/// <summary>
/// Answers as a preview of a stack that exists: what does not change has the id and the outputs that it had, so that what is made of them is
/// known; what is made anew is answered as by <see cref="PreviewAnswers"/>.
/// </summary>
/// <param name="comparison">Compares what the program declares with the earlier state.</param>
public sealed class StateAnswers(StateComparison comparison) : IAnswerRegistrations
{
    private readonly PreviewAnswers _firstPreview = new();

    /// <inheritdoc/>
    public bool IsPreview => true;

    /// <inheritdoc/>
    public async Task<ResourceAnswer> RegisterAsync(Registration registration, CancellationToken cancellationToken)
    {
        var change = comparison.Compare(registration);
        var answer = change is { Op: StepOp.Same or StepOp.Update } && registration.Custom
            ? new(change.Old.Id, Outputs(registration, change))
            : await _firstPreview.RegisterAsync(registration, cancellationToken);
        return answer with { Change = change };
    }

    /// <inheritdoc/>
    public async Task<ResourceAnswer> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        var change = comparison.CompareRead(request);
        var answer = change is { Op: StepOp.Same } ? new(request.Id, Known(change.Old, request.State)) : await _firstPreview.ReadAsync(request, cancellationToken);
        return answer with { Change = change };
    }

    /// <inheritdoc/>
    public Task<InvokeAnswer> InvokeAsync(Invocation invocation, CancellationToken cancellationToken) =>
        _firstPreview.InvokeAsync(invocation, cancellationToken);

    // An input is echoed as soon as it changes, and where the file does not tell the output: a secret, or an earlier plan.
    private static Dictionary<string, PropertyValue> Outputs(Registration registration, ResourceChange change)
    {
        var kept = change.Op == StepOp.Same || Outcome.KeepsOutputs(registration) ? Known(change.Old, registration.Inputs) : new(registration.Inputs);
        foreach (var name in change.DiffReasons)
        {
            if (registration.Inputs.TryGetValue(name, out var input))
                kept[name] = input;
            else
                kept.Remove(name);
        }

        return kept;
    }

    private static Dictionary<string, PropertyValue> Known(EarlierResource old, IReadOnlyDictionary<string, PropertyValue> inputs)
    {
        var outputs = new Dictionary<string, PropertyValue>(old.Outputs);
        foreach (var (name, input) in inputs)
        {
            if (!outputs.TryGetValue(name, out var output) || Unwrapped.Of(output).IsUnknown)
                outputs[name] = input;
        }

        return outputs;
    }
}

using Preview.Engine;
using Preview.Settings;
using Pulumi.Protocol;

namespace Preview.Planning;

/// <summary>Collects what a program declares, in whatever order it arrives, and makes the plan of it. Safe for concurrent use.</summary>
/// <param name="project">Name of the project.</param>
/// <param name="stack">Name of the stack.</param>
/// <param name="config">The configuration that the program received.</param>
public sealed class PlanBuilder(string project, string stack, StackConfig config)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, PlanStep> _steps = [];
    private readonly Dictionary<string, IReadOnlyDictionary<string, PropertyValue>> _outputs = [];
    private readonly List<PlanDiagnostic> _diagnostics = [];
    private readonly List<PlanDiagnostic> _refusals = [];

    /// <summary>Adds a step.</summary>
    public void AddStep(PlanStep step)
    {
        lock (_lock)
            _steps.Add(step.Urn, step);
    }

    /// <summary>Adds something that the program has to say.</summary>
    public void AddDiagnostic(PlanDiagnostic diagnostic)
    {
        lock (_lock)
            _diagnostics.Add(diagnostic);
    }

    /// <summary>Adds something that the engine refused.</summary>
    public void AddRefusal(PlanDiagnostic refusal)
    {
        lock (_lock)
            _refusals.Add(refusal);
    }

    /// <summary>Sets the outputs of a component or of the stack.</summary>
    public void SetOutputs(string urn, IReadOnlyDictionary<string, PropertyValue> outputs)
    {
        lock (_lock)
            _outputs[urn] = outputs;
    }

    /// <summary>The plan of all that was added so far.</summary>
    public Plan Build()
    {
        lock (_lock)
        {
            var steps = StepOrder.Sort([.. _steps.Values.Select(Completed)]);
            return new()
            {
                Project = project,
                Stack = stack,
                Config = config.Values,
                Steps = steps,
                Outputs = steps.FirstOrDefault(step => step.Resource.Type == Urn.StackType)?.Outputs ?? new Dictionary<string, PropertyValue>(),
                Diagnostics = Diagnostics(),
                ToSet = MissingSettings.Of(config, steps, _diagnostics.Select(MissingSetting.Read).OfType<MissingSetting>()),
            };
        }
    }

    private PlanStep Completed(PlanStep step) => _outputs.TryGetValue(step.Urn, out var outputs) ? step with { Outputs = outputs } : step;

    // The program reports a refusal once more, as its own failed call and with a stack trace; the engine's report is enough.
    private List<PlanDiagnostic> Diagnostics() =>
    [
        .. _refusals.Concat(_diagnostics.Where(diagnostic => !IsRefusalEcho(diagnostic) && MissingSetting.Read(diagnostic) is null))
            .Distinct()
            .OrderByDescending(diagnostic => diagnostic.Severity)
            .ThenBy(diagnostic => diagnostic.Urn, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Message, StringComparer.Ordinal),
    ];

    private bool IsRefusalEcho(PlanDiagnostic diagnostic) =>
        diagnostic.Severity == Severity.Error && _refusals.Any(refusal => diagnostic.Message.Contains(refusal.Message, StringComparison.Ordinal));
}

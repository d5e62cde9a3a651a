using Preview.Settings;
using Pulumi.Protocol;

namespace Preview.Planning;

/// <summary>What an update of a stack would do. Data only; renderers turn it into text.</summary>
public sealed record Plan
{
    /// <summary>Name of the project.</summary>
    public required string Project { get; init; }

    /// <summary>Name of the stack.</summary>
    public required string Stack { get; init; }

    /// <summary>The configuration that the program received, by full key.</summary>
    public required IReadOnlyDictionary<string, ConfigValue> Config { get; init; }

    /// <summary>Steps in an order in which they can be carried out: after their parents and dependencies, otherwise by type and name.</summary>
    public required IReadOnlyList<PlanStep> Steps { get; init; }

    /// <summary>Outputs of the stack.</summary>
    public required IReadOnlyDictionary<string, PropertyValue> Outputs { get; init; }

    /// <summary>What the program and the engine had to say, sorted by severity, resource and text.</summary>
    public required IReadOnlyList<PlanDiagnostic> Diagnostics { get; init; }

    /// <summary>What is to be set before the plan can be carried out.</summary>
    public required IReadOnlyList<MissingSetting> ToSet { get; init; }

    /// <summary>What the plan was compared with; null when the stack is taken to be empty.</summary>
    public PlanComparison? Comparison { get; init; }

    /// <summary>Whether an update would leave every resource and output as it is.</summary>
    public bool HasNoChanges => Comparison is { Outputs.Count: 0 } && Steps.All(step => step.Op == StepOp.Same);

    /// <summary>Number of steps by operation; operations without a step are absent.</summary>
    public IReadOnlyDictionary<StepOp, int> Changes => Steps.CountBy(step => step.Op).OrderBy(count => count.Key).ToDictionary();

    /// <summary>Whether something was reported that makes the plan unusable.</summary>
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);

    /// <summary>The same plan for a reader who does not look for a fault in the program.</summary>
    public Plan WithoutDebugMessages() => this with { Diagnostics = [.. Diagnostics.Where(diagnostic => diagnostic.Severity != Severity.Debug)] };
}

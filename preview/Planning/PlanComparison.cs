namespace Preview.Planning;

/// <summary>What a plan was compared with, and what is true of the whole.</summary>
/// <param name="With">What it was compared with, for a reader.</param>
/// <param name="Outputs">Outputs of the stack that differ.</param>
/// <param name="Blockers">Why an update would refuse the plan: protected resources that it would delete.</param>
public sealed record PlanComparison(string With, IReadOnlyList<PropertyChange> Outputs, IReadOnlyList<PlanDiagnostic> Blockers);

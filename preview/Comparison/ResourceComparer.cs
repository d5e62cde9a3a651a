using Preview.Earlier;
using Preview.Engine;
using Preview.Planning;
using Pulumi.Protocol;

namespace Preview.Comparison;

/// <summary>
/// Decides what an update does with a resource that exists, as <c>generateSteps</c> does
/// (https://github.com/pulumi/pulumi/blob/master/pkg/resource/deploy/step_generator.go), with the schemas in the place of the providers.
/// </summary>
/// <param name="rules">Which inputs replace a resource.</param>
/// <param name="outcomes">What becomes of the resources that were declared before, by URN.</param>
/// <param name="names">Earlier names of resources.</param>
/// <param name="areSecretsStandIns">Whether secrets of the program may be placeholders.</param>
public sealed class ResourceComparer(
    ReplacementRules rules, IReadOnlyDictionary<string, Outcome> outcomes, EarlierNames names, bool areSecretsStandIns)
{
    // What the engine adds to the inputs of a provider.
    private static readonly string[] EngineInputs = ["version", "pluginDownloadURL", "pluginChecksums", "parameterization", "__internal"];

    /// <summary>Compares a resource with what it was.</summary>
    public ResourceChange Compare(EarlierResource old, Registration now)
    {
        var comparison = new PropertyComparer(name => Sources(now, name).Any(urn => Of(urn).HasNewOutputs), areSecretsStandIns).Compare(WithoutEngineInputs(old, now), now.Inputs);
        var ignored = now.Options.IgnoreChanges.Select(PropertyPath.Parse).ToList();
        var properties = comparison.Changes
            .Where(change => !ignored.Any(change.Path.IsWithin))
            .Select(change => change with { ForcesReplacement = Replaces(now, change.Path) })
            .ToList();
        var inTheWay = PropertiesOfDeletedFirst(now).ToList();
        var reasons = Reasons(old, now, properties).Concat(inTheWay).Distinct().ToList();
        return new(Op(old, now, properties, reasons), old)
        {
            Properties = properties,
            NotCompared = [.. comparison.NotCompared.Where(item => !ignored.Any(item.Path.IsWithin))],
            ReplaceReasons = reasons,
            MakesWay = inTheWay.Count > 0,
        };
    }

    private static StepOp Op(EarlierResource old, Registration now, List<PropertyChange> properties, List<string> reasons) => reasons switch
    {
        _ when IsImport(old, now) && old.External => StepOp.Import,
        { Count: > 0 } => StepOp.Replace,
        _ => properties.Count > 0 || old.HasInitErrors ? StepOp.Update : StepOp.Same,
    };

    private IEnumerable<string> Reasons(EarlierResource old, Registration now, List<PropertyChange> properties)
    {
        if (old.PendingReplacement)
            yield return "pendingReplacement";
        if (IsImport(old, now) || old.External)
            yield return "id";
        if (IsProviderChanged(old, now))
            yield return "provider";
        foreach (var change in properties.Where(change => change.ForcesReplacement))
            yield return change.Path.First;
        if (now.Options.ReplaceWith.Any(urn => Of(urn).Op == StepOp.Replace))
            yield return "replaceWith";
    }

    // What stands on a resource must go before that goes (calculateDependentReplacements in the same file).
    private IEnumerable<string> PropertiesOfDeletedFirst(Registration now) => now.PropertyDependencies
        .Where(property => property.Value.Any(urn => Of(urn).IsDeletedFirst) && Replaces(now, PropertyPath.Root.Member(property.Key)))
        .Select(property => property.Key);

    private static bool IsImport(EarlierResource old, Registration now) =>
        now.Custom && now.Options.ImportId.Length > 0 && (old.External || Or(old.ImportId, old.Id) != now.Options.ImportId);

    // The default providers of two versions count as one; of two others, that of another URN or a new one of the same is another.
    private bool IsProviderChanged(EarlierResource old, Registration now)
    {
        if (!now.Custom || now.IsProvider || (old.Provider.Length == 0 && now.Provider.Length == 0))
            return false;

        var (before, after) = (ProviderReference.UrnOf(old.Provider), ProviderReference.UrnOf(now.Provider));
        var (wasDefault, isDefault) = (before.Length == 0 || ProviderReference.IsDefault(before), after.Length == 0 || ProviderReference.IsDefault(after));
        return wasDefault || isDefault
            ? wasDefault != isDefault
            : before != names.OldName(after) || Of(after).Op == StepOp.Replace;
    }

    private bool Replaces(Registration now, PropertyPath path) =>
        now.Custom && (rules.Replaces(now.Type, path) || now.Options.ReplaceOnChanges.Select(PropertyPath.Parse).Any(path.IsWithin));

    // An SDK that does not say where a property comes from says at least what the resource depends on.
    private static IReadOnlyList<string> Sources(Registration now, string property) =>
        now.PropertyDependencies.Count > 0 ? now.PropertyDependencies.GetValueOrDefault(property, []) : now.Dependencies;

    private Outcome Of(string urn) => outcomes.GetValueOrDefault(urn, new(StepOp.Same, HasNewOutputs: false, IsDeletedFirst: false));

    private static IReadOnlyDictionary<string, PropertyValue> WithoutEngineInputs(EarlierResource old, Registration now) => now.IsProvider
        ? old.Inputs.Where(input => now.Inputs.ContainsKey(input.Key) || !EngineInputs.Contains(input.Key)).ToDictionary()
        : old.Inputs;

    private static string Or(string text, string otherwise) => text.Length > 0 ? text : otherwise;
}

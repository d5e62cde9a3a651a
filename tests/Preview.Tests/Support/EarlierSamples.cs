using Preview.Comparison;
using Preview.Earlier;
using Preview.Engine;
using Preview.Planning;
using Pulumi.Protocol;

namespace Preview.Tests.Support;

/// <summary>Earlier states, and what a program that declares resources makes of them.</summary>
internal static class EarlierSamples
{
    public static EarlierResource Root { get; } = new() { Urn = Samples.Stack, Type = Urn.StackType };

    public static EarlierResource Resource(string type, string name, params (string Name, PropertyValue Value)[] inputs) => new()
    {
        Urn = Urn.Create("dev", "shop", Samples.Stack, type, name),
        Type = type,
        Custom = true,
        Id = $"{name}-id",
        Parent = Samples.Stack,
        Inputs = Samples.Members(inputs),
        Outputs = Samples.Members(inputs),
    };

    public static Registration Declared(string type, string name, params (string Name, PropertyValue Value)[] inputs) =>
        Samples.Step(type, name, inputs: inputs).Resource;

    public static Plan Compare(IEnumerable<EarlierResource> state, params Registration[] declared) =>
        Compare(new EarlierState("state.json", EarlierKind.State, [Root, .. state], []), declared);

    public static Plan Compare(EarlierState state, params Registration[] declared)
    {
        var comparison = new StateComparison(state, areSecretsStandIns: true);
        var builder = Samples.Builder();
        foreach (var resource in declared.Prepend(Samples.Root().Resource))
        {
            var change = comparison.Compare(resource);
            builder.AddStep(new(change?.Op ?? StepOp.Create, resource, change?.Old.Id ?? "", resource.Inputs) { Change = change });
        }

        return comparison.Complete(builder.Build());
    }

    public static PlanStep Step(Plan plan, string name) => Assert.Single(plan.Steps, step => step.Resource.Name == name);
}

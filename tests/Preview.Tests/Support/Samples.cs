using Preview.Engine;
using Preview.Planning;
using Preview.Settings;
using Pulumi.Protocol;

namespace Preview.Tests.Support;

internal static class Samples
{
    public const string Stack = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";

    public const string DropletType = "digitalocean:index/droplet:Droplet";

    public static StackConfig NoConfig { get; } = new(new Dictionary<string, ConfigValue>(), [], []);

    public static PropertyValue Text(string text) => new PropertyValue.String(text);

    public static PropertyValue Texts(params IEnumerable<string> texts) => new PropertyValue.List([.. texts.Select(Text)]);

    public static PropertyValue Map(params IEnumerable<(string Name, PropertyValue Value)> members) => new PropertyValue.Map(Members([.. members]));

    public static IReadOnlyDictionary<string, PropertyValue> Members(params (string Name, PropertyValue Value)[] members) =>
        members.ToDictionary(member => member.Name, member => member.Value);

    public static PlanStep Root() => Step(Urn.StackType, "shop-dev", parent: "");

    public static PlanStep Step(string type, string name, string parent = Stack, params (string Name, PropertyValue Value)[] inputs)
    {
        var registration = new Registration
        {
            Urn = Urn.Create("dev", "shop", parent, type, name),
            Type = type,
            Name = name,
            Parent = parent,
            Custom = !type.StartsWith("shop:", StringComparison.Ordinal) && type != Urn.StackType,
            Inputs = Members(inputs),
        };
        return new(StepOp.Create, registration, "", registration.Inputs);
    }

    public static PlanBuilder Builder(StackConfig? config = null) => new("shop", "dev", config ?? NoConfig);

    public static Plan Plan(params IEnumerable<PlanStep> steps)
    {
        var builder = Builder();
        foreach (var step in steps)
            builder.AddStep(step);
        return builder.Build();
    }
}

using Preview.Engine;
using Preview.Planning;

namespace Preview.Comparison;

/// <summary>What becomes of a resource, as far as those that depend on it are concerned.</summary>
/// <param name="Op">What an update does with it.</param>
/// <param name="HasNewOutputs">Whether what is not known of it is not known because it changes.</param>
/// <param name="IsDeletedFirst">Whether it is gone for a while, since its replacement comes after its deletion.</param>
public readonly record struct Outcome(StepOp Op, bool HasNewOutputs, bool IsDeletedFirst)
{
    // On Terraform's SDK v2, where computed attributes that an update does not touch stay (pulumi-terraform-bridge, pkg/tfbridge/provider.go).
    private static readonly HashSet<string> PackagesWithStableOutputs = ["digitalocean", "docker"];

    /// <summary>The outcome for a declared resource.</summary>
    public static Outcome Of(Registration resource, StepOp op, bool makesWay = false) => new(
        op,
        resource.Custom && (op is StepOp.Create or StepOp.Import or StepOp.Replace || (op == StepOp.Update && !KeepsOutputs(resource))),
        op == StepOp.Replace && (makesWay || resource.Options.DeleteBeforeReplace == true));

    /// <summary>Whether outputs that are not inputs survive an update in place; of others, nobody can tell here.</summary>
    public static bool KeepsOutputs(Registration resource) => resource.IsProvider || PackagesWithStableOutputs.Contains(resource.Package);
}

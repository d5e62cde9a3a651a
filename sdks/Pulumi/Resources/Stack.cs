namespace Pulumi;

/// <summary>The root of a program: the resources that its constructor declares, and its <see cref="OutputAttribute"/> properties as outputs.</summary>
public class Stack : ComponentResource
{
    internal const string RootType = "pulumi:pulumi:Stack";

    /// <summary>Declares the stack. There is one per program, which <see cref="Deployment"/> runs.</summary>
    /// <param name="options">How it treats its resources; the defaults when null.</param>
    public Stack(StackOptions? options = null)
        : base(RootType, $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}", ToComponentOptions(options)) =>
        Deployment.Required.SetRootStack(this);

    /// <summary>A stack whose outputs a function brings.</summary>
    internal Stack(Func<Task<IDictionary<string, object?>>> program, StackOptions? options)
        : this(options) => RegisterOutputs(program());

    /// <summary>Registers what the constructor assigned to the <see cref="OutputAttribute"/> properties.</summary>
    internal void RegisterPropertyOutputs() => RegisterOutputs(StackOutputs.Read(this));

    private static ComponentResourceOptions? ToComponentOptions(StackOptions? options) =>
        options is null ? null : new ComponentResourceOptions { ResourceTransformations = options.ResourceTransformations };
}

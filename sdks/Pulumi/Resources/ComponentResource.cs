namespace Pulumi;

/// <summary>A resource that groups others and exists only in the program and in the engine's tree.</summary>
public class ComponentResource : Resource
{
    /// <summary>Declares the component.</summary>
    /// <param name="type">The type token, <c>package:module:Type</c>.</param>
    /// <param name="name">The name, unique for its type in the stack.</param>
    /// <param name="options">How the engine treats it; the defaults when null.</param>
    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : this(type, name, ResourceArgs.Empty, options)
    {
    }

    /// <summary>Declares a component whose arguments are kept in the stack's state.</summary>
    /// <param name="type">The type token, <c>package:module:Type</c>.</param>
    /// <param name="name">The name, unique for its type in the stack.</param>
    /// <param name="args">The arguments; none when null.</param>
    /// <param name="options">How the engine treats it; the defaults when null.</param>
    /// <param name="remote">Whether a provider plugin constructs the component.</param>
    public ComponentResource(string type, string name, ResourceArgs? args, ComponentResourceOptions? options = null, bool remote = false)
        : base(type, name, custom: false, args ?? ResourceArgs.Empty, options ?? new ComponentResourceOptions(), remote)
    {
    }

    private protected ComponentResource(string type, string name, Output<string> urn)
        : base(type, name, custom: false, urn)
    {
    }

    /// <summary>Says that the component is complete and has no outputs.</summary>
    protected void RegisterOutputs() => RegisterOutputs(new Dictionary<string, object?>());

    /// <summary>Says that the component is complete, and what its outputs are.</summary>
    /// <param name="outputs">Name to value; values may be outputs and may hold outputs.</param>
    protected void RegisterOutputs(IDictionary<string, object?> outputs) => RegisterOutputs(Output.Create(outputs));

    /// <inheritdoc cref="RegisterOutputs(IDictionary{string, object})"/>
    protected void RegisterOutputs(Task<IDictionary<string, object?>> outputs) => RegisterOutputs(Output.Create(outputs));

    /// <inheritdoc cref="RegisterOutputs(IDictionary{string, object})"/>
    protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs) => Deployment.Required.RegisterOutputs(this, outputs);
}

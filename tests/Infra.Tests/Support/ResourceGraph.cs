using System.Text.Json;
using System.Text.Json.Nodes;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests;

/// <summary>A resource as the program declared it.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Args">Its arguments.</param>
/// <param name="Options">Its options.</param>
public sealed record Declared(Resource Resource, ResourceArgs Args, ResourceOptions Options)
{
    public string Name => Resource.GetResourceName();

    public string Type => Resource.GetResourceType();
}

/// <summary>
/// What a program declares, seen through the official test entry: every resource with its arguments and options as they were given, so
/// that what is secret still is.
/// </summary>
public sealed class ResourceGraph
{
    private readonly List<Declared> _declared = [];
    private readonly Dictionary<string, JsonObject> _inputs = [];

    private ResourceGraph()
    {
    }

    /// <summary>Every resource but the stack, by name.</summary>
    public IEnumerable<Declared> All => _declared.OrderBy(each => each.Name, StringComparer.Ordinal);

    /// <summary>The graph of components that are declared without a stack of ours.</summary>
    public static Task<ResourceGraph> OfAsync(Action declare) => OfStackAsync(options => new DeclaringStack(options, declare));

    /// <summary>The graph of a stack.</summary>
    /// <param name="create">Makes the stack with options that it must pass on.</param>
    /// <param name="stackName">The stack's name.</param>
    public static async Task<ResourceGraph> OfStackAsync<TStack>(Func<StackOptions, TStack> create, string stackName = "test") where TStack : Stack
    {
        var graph = new ResourceGraph();
        var options = new StackOptions { ResourceTransformations = { graph.Remember } };
        await Deployment.TestWithServiceProviderAsync<TStack>(
            StrictMocks.Create(graph.Remember),
            new OneService(() => create(options)),
            new TestOptions { ProjectName = "lhd", StackName = stackName, IsPreview = false });
        return graph;
    }

    /// <summary>The one resource of a name.</summary>
    public Declared Named(string name) => _declared.SingleOrDefault(each => each.Name == name)
        ?? throw new InvalidOperationException($"no resource '{name}'; declared: {string.Join(", ", All.Select(each => each.Name))}");

    /// <summary>The arguments of the one resource of a name.</summary>
    public TArgs Args<TArgs>(string name) where TArgs : ResourceArgs => (TArgs)Named(name).Args;

    /// <summary>What the providers were given, by the resource's name: every value known, and secrets like any other.</summary>
    public IReadOnlyDictionary<string, JsonObject> Inputs => _inputs;

    /// <summary>Every resource with arguments of a type.</summary>
    public IEnumerable<Declared> With<TArgs>() where TArgs : ResourceArgs => All.Where(each => each.Args is TArgs);

    private void Remember(MockResourceArgs args)
    {
        lock (_inputs)
            _inputs[args.Name!] = JsonSerializer.SerializeToNode(args.Inputs)!.AsObject();
    }

    private ResourceTransformationResult? Remember(ResourceTransformationArgs args)
    {
        if (args.Resource is not Stack)
        {
            lock (_declared)
                _declared.Add(new(args.Resource, args.Args, args.Options));
        }

        return null;
    }

    private sealed class DeclaringStack : Stack
    {
        public DeclaringStack(StackOptions options, Action declare)
            : base(options) => declare();
    }

    private sealed class OneService(Func<object> create) : IServiceProvider
    {
        public object GetService(Type serviceType) => create();
    }
}

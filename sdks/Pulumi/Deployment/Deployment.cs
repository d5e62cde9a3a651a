using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>Runs a Pulumi program.</summary>
public sealed partial class Deployment : IDisposable
{
    private static readonly AsyncLocal<Deployment?> Running = new();
    private readonly ResourceRegistrar _registrar;

    internal Deployment(ProgramSettings settings, IMonitor monitor, IEngine engine)
    {
        Settings = settings;
        Monitor = monitor;
        Log = new EngineLog(engine);
        Features = new FeatureSupport(monitor);
        Invoker = new Invoker(this);
        Facade = new DeploymentInstance(this);
        _registrar = new ResourceRegistrar(this);
    }

    /// <summary>The program that is running; throws <see cref="InvalidOperationException"/> when none is.</summary>
    public static DeploymentInstance Instance => Required.Facade;

    internal static Deployment? Current => Running.Value;

    internal static Deployment Required => Running.Value
        ?? throw new InvalidOperationException("Resources, settings and messages belong to a program: use them inside Deployment.RunAsync or Deployment.TestAsync.");

    internal ProgramSettings Settings { get; }

    internal IMonitor Monitor { get; }

    internal EngineLog Log { get; }

    internal FeatureSupport Features { get; }

    internal Invoker Invoker { get; }

    internal ProgramWork Work { get; } = new();

    internal Stack? RootStack { get; private set; }

    private DeploymentInstance Facade { get; }

    [SuppressMessage("Design", "CA1063", Justification = "The official class has no public Dispose.")]
    void IDisposable.Dispose() => Log.Dispose();

    internal void SetRootStack(Stack stack) => RootStack = RootStack is null
        ? stack
        : throw new InvalidOperationException("A program has one stack; this one creates a second.");

    internal void Register(Resource resource, ResourceArgs args, ResourceOptions options) => _registrar.Register(resource, args, options);

    [SuppressMessage("Design", "MA0045", Justification = "The outputs are registered while the program goes on; the program's work waits for it.")]
    internal void RegisterOutputs(Resource resource, Output<IDictionary<string, object?>> outputs) =>
        Work.Track(OutputsRegistration.SendAsync(this, resource, outputs));
}

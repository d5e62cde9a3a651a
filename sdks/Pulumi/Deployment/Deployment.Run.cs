using System.Reflection;

namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>Runs a program without outputs.</summary>
    /// <param name="action">Declares the resources.</param>
    /// <returns>The exit code: 0, or 32 when it failed and the user was told, or 1 when an error was logged.</returns>
    public static Task<int> RunAsync(Action action) => RunAsync(() =>
    {
        action();
        return NoOutputs;
    });

    /// <summary>Runs a program.</summary>
    /// <param name="func">Declares the resources and returns the stack's outputs.</param>
    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => RunAsync(() => Task.FromResult(func()));

    /// <summary>Runs a program without outputs.</summary>
    /// <param name="func">Declares the resources.</param>
    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync(Func<Task> func) => RunAsync(async () =>
    {
        await func();
        return NoOutputs;
    });

    /// <summary>Runs a program.</summary>
    /// <param name="func">Declares the resources and returns the stack's outputs.</param>
    /// <param name="options">How the stack treats its resources; the defaults when null.</param>
    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) =>
        RunUnderEngineAsync(() => _ = new Stack(func, options));

    /// <summary>Runs a program whose resources the stack's constructor declares.</summary>
    /// <typeparam name="TStack">The stack.</typeparam>
    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new() => RunUnderEngineAsync(() => Construct<TStack>().RegisterPropertyOutputs());

    /// <summary>Runs a program whose stack comes from a service provider.</summary>
    /// <typeparam name="TStack">The stack.</typeparam>
    /// <param name="serviceProvider">Constructs the stack.</param>
    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack => RunUnderEngineAsync(() => Resolve<TStack>(serviceProvider).RegisterPropertyOutputs());

    private static Dictionary<string, object?> NoOutputs => [];

    private static TStack Construct<TStack>() =>
        (TStack)Activator.CreateInstance(typeof(TStack), BindingFlags.Instance | BindingFlags.Public | BindingFlags.DoNotWrapExceptions, binder: null, args: null, culture: null)!;

    private static TStack Resolve<TStack>(IServiceProvider services)
        where TStack : Stack => services.GetService(typeof(TStack)) as TStack
            ?? throw new InvalidOperationException($"The service provider has no {typeof(TStack)}; register the stack's type with it first.");

    private static async Task<int> RunUnderEngineAsync(Action program)
    {
        if (Running.Value is not null)
            throw new NotSupportedException("Deployment.Run can only be called a single time.");

        var settings = ProgramSettings.FromEnvironment();
        using var monitor = new GrpcMonitor(ProgramSettings.Required("PULUMI_MONITOR"));
        using var engine = new GrpcEngine(ProgramSettings.Required("PULUMI_ENGINE"));
        using var deployment = new Deployment(settings, monitor, engine);
        Running.Value = deployment;
        var exitCode = await new ProgramRunner(deployment).RunAsync(program);
        // A program that does not return this code from its main method fails all the same.
        if (exitCode != 0)
            Environment.ExitCode = exitCode;
        return exitCode;
    }
}

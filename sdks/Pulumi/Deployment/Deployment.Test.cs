using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>Runs a stack against mocks instead of an engine.</summary>
    /// <typeparam name="TStack">The stack.</typeparam>
    /// <param name="mocks">What answers registrations and calls.</param>
    /// <param name="options">What the program is told of its run; the defaults when null.</param>
    /// <returns>The stack and every resource it declared.</returns>
    /// <exception cref="RunException">The program failed, with the text that the user would have been shown.</exception>
    /// <exception cref="AggregateException">The program failed for several reasons.</exception>
    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new() => TestRun.RunAsync(mocks, options, () => Construct<TStack>().RegisterPropertyOutputs());

    /// <summary>Runs a stack that a service provider constructs against mocks instead of an engine.</summary>
    /// <typeparam name="TStack">The stack.</typeparam>
    /// <param name="mocks">What answers registrations and calls.</param>
    /// <param name="serviceProvider">Constructs the stack.</param>
    /// <param name="options">What the program is told of its run; the defaults when null.</param>
    /// <inheritdoc cref="TestAsync{TStack}(IMocks, TestOptions)"/>
    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack => TestRun.RunAsync(mocks, options, () => Resolve<TStack>(serviceProvider).RegisterPropertyOutputs());

    /// <summary>Runs a program against mocks instead of an engine.</summary>
    /// <param name="mocks">What answers registrations and calls.</param>
    /// <param name="options">What the program is told of its run; the defaults when null.</param>
    /// <param name="create">Declares the resources.</param>
    /// <returns>Every resource that the program declared.</returns>
    /// <inheritdoc cref="TestAsync{TStack}(IMocks, TestOptions)" path="/exception"/>
    public static Task<ImmutableArray<Resource>> TestAsync(IMocks mocks, TestOptions? options, Action create) => TestAsync(mocks, options, () =>
    {
        create();
        return Task.CompletedTask;
    });

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Action)"/>
    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks mocks, TestOptions? options, Func<Task> create) =>
        TestRun.WithoutStack(await TestRun.RunAsync(mocks, options, () => _ = new Stack(() => ThenNoOutputsAsync(create), options: null)));

    /// <summary>Runs a program against mocks instead of an engine.</summary>
    /// <param name="mocks">What answers registrations and calls.</param>
    /// <param name="options">What the program is told of its run; the defaults when null.</param>
    /// <param name="create">Declares the resources and returns outputs.</param>
    /// <returns>Every resource that the program declared, and its outputs.</returns>
    /// <inheritdoc cref="TestAsync{TStack}(IMocks, TestOptions)" path="/exception"/>
    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks mocks, TestOptions? options, Func<IDictionary<string, object?>> create) => TestAsync(mocks, options, () => Task.FromResult(create()));

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{IDictionary{string, object}})"/>
    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks mocks, TestOptions? options, Func<Task<IDictionary<string, object?>>> create)
    {
        IDictionary<string, object?> outputs = NoOutputs;
        var resources = await TestAsync(mocks, options, async Task () => outputs = await create());
        return (resources, outputs);
    }

    internal static void Enter(Deployment deployment) => Running.Value = deployment;

    private static async Task<IDictionary<string, object?>> ThenNoOutputsAsync(Func<Task> program)
    {
        await program();
        return NoOutputs;
    }
}

using System.Collections.Immutable;
using Pulumirpc;

namespace Pulumi.Testing;

/// <summary>One run of a program against mocks.</summary>
internal static class TestRun
{
    private static readonly TimeSpan UrnGrace = TimeSpan.FromSeconds(1);

    public static async Task<ImmutableArray<Resource>> RunAsync(IMocks mocks, TestOptions? options, Action program)
    {
        var settings = ToSettings(options);
        var (monitor, engine) = (new MockMonitor(mocks, settings), new MockEngine());
        using var deployment = new Deployment(settings, monitor, engine);
        Deployment.Enter(deployment);

        foreach (var failure in await ProgramTask.RunAsync(deployment, program))
            deployment.Log.Write(LogSeverity.Error, FailureText.Of(failure), (failure as ResourceException)?.Resource);
        await deployment.Log.CloseAsync(UrnGrace);
        ThrowIfAny(engine.Errors);
        return monitor.Resources;
    }

    public static ImmutableArray<Resource> WithoutStack(ImmutableArray<Resource> resources) => [.. resources.Where(resource => resource is not Stack)];

    private static ProgramSettings ToSettings(TestOptions? options) => new(
        options?.ProjectName ?? "project",
        options?.StackName ?? "stack",
        options?.OrganizationName ?? "organization",
        options?.IsPreview ?? true,
        options?.RootDirectory);

    private static void ThrowIfAny(IReadOnlyCollection<string> errors)
    {
        if (errors.Count == 1)
            throw new RunException(errors.First());
        if (errors.Count > 1)
            throw new AggregateException(errors.Select(error => new RunException(error)));
    }
}

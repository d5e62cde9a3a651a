using Preview.Answers;
using Preview.Engine;
using Preview.Planning;
using Preview.Programs;
using Preview.Settings;
using Pulumi.Protocol.Server;

namespace Preview;

/// <summary>Runs a program against an engine of this process.</summary>
/// <param name="project">The project.</param>
/// <param name="stack">The stack's file.</param>
/// <param name="config">The stack's configuration.</param>
/// <param name="answers">Decides the state of resources.</param>
public sealed class EngineRun(ProjectFile project, StackFile stack, StackConfig config, IAnswerRegistrations answers)
{
    /// <summary>Runs the program to its end.</summary>
    /// <param name="command">How to start it.</param>
    /// <param name="runner">Starts it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<(ProgramExit Exit, Plan Plan)> RunAsync(ProgramCommand command, ProgramRunner runner, CancellationToken cancellationToken)
    {
        var builder = new PlanBuilder(project.Name, stack.Stack, config);
        Introduce(builder);
        var session = new EngineSession(project.Name, stack.Stack, answers, builder);
        await using var server = await GrpcServer.StartAsync(
            [.. new ResourceMonitorServer(session).Handlers(), .. new EngineServer(session).Handlers()], cancellationToken);
        var variables = EngineVariables.For(project, stack.Stack, config, server.Address, answers.IsPreview);
        var exit = await runner.RunAsync(command, variables, cancellationToken);
        return (exit, builder.Build());
    }

    private void Introduce(PlanBuilder builder)
    {
        foreach (var warning in stack.Warnings)
            builder.AddDiagnostic(new(Severity.Warning, "", warning));
        if (config.Encrypted.Count > 0)
            builder.AddDiagnostic(new(Severity.Info, "", $"placeholders stand in for what is encrypted in {stack.FileName}: {string.Join(", ", config.Encrypted)}"));
    }
}

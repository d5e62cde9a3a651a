using Preview.Answers;
using Preview.Comparison;
using Preview.Compose;
using Preview.Earlier;
using Preview.Planning;
using Preview.Programs;
using Preview.Rendering;
using Preview.Settings;

namespace Preview;

/// <summary>The whole preview: settings, build, run, plan, text.</summary>
/// <param name="output">Receives the plan.</param>
/// <param name="error">Receives what the program prints, and why there is no plan.</param>
/// <param name="palette">Colours of <paramref name="output"/>.</param>
public sealed class PreviewCommand(TextWriter output, TextWriter error, Palette palette)
{
    /// <summary>Runs a preview.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(PreviewOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var project = ProjectFile.Load(options.Folder);
            var stack = StackFile.Load(project, options.Stack);
            var config = StackConfig.Resolve(project, stack);
            var compose = options.Compose is { } target ? new ComposeRun(target) : null;
            var comparison = Compare(options.DiffFrom, project.Name, stack.Stack, config);
            var program = await DotnetProgram.PrepareAsync(project, options.NoBuild, cancellationToken);
            var run = new EngineRun(project, stack, config, Answers(comparison, compose));
            var (exit, plan) = await run.RunAsync(program, new(error.WriteLine, options.Timeout), cancellationToken);
            var rejection = exit.IsRejection && plan.HasErrors ? plan : null;
            return rejection is not null || config.Problems.Count > 0
                ? Reject(rejection, stack.FileName, config.Problems)
                : Report(exit, Completed(options.Debug ? plan : plan.WithoutDebugMessages(), exit, comparison), options, compose);
        }
        catch (SettingsException problem)
        {
            return Fail(problem.Message, ExitCodes.SettingsWrong);
        }
        catch (ProgramStartException problem)
        {
            return Fail(problem.Message, ExitCodes.ProgramFailed);
        }
        catch (OperationCanceledException)
        {
            return Fail("interrupted; the program was stopped", ExitCodes.ProgramFailed);
        }
    }

    private static StateComparison? Compare(string? file, string project, string stack, StackConfig config) =>
        file is null ? null : new(EarlierFile.Load(file, project, stack), areSecretsStandIns: config.Encrypted.Count + config.Unset.Count > 0 || config.Values.Values.Any(value => value.IsUnsetSecret));

    // What a program that failed did not declare is not to be taken for deleted.
    private static Plan Completed(Plan plan, ProgramExit exit, StateComparison? comparison) =>
        comparison is not null && exit.IsSuccess && !plan.HasErrors ? comparison.Complete(plan) : plan;

    // The program was run although its settings are wrong, so that it says what it finds wrong with them, too.
    private int Reject(Plan? rejection, string file, IReadOnlyList<SettingsProblem> problems)
    {
        error.Write(FailureText.RenderRejection(rejection, file, problems));
        return ExitCodes.SettingsWrong;
    }

    private static IAnswerRegistrations Answers(StateComparison? comparison, ComposeRun? compose) =>
        compose is not null ? compose.Answers : comparison is null ? new PreviewAnswers() : new StateAnswers(comparison);

    private int Report(ProgramExit exit, Plan plan, PreviewOptions options, ComposeRun? compose)
    {
        if (exit.IsSuccess && !plan.HasErrors)
        {
            output.Write(compose is null ? Render(plan, options) : compose.Write(plan));
            error.Write(FailureText.RenderRefusal(plan));
            return plan.Comparison is { Blockers.Count: > 0 } ? ExitCodes.Refused : ExitCodes.Planned;
        }

        output.Write(RenderFailure(plan, exit.Describe(options.Timeout), options));
        error.Write(FailureText.Render(plan, exit.Describe(options.Timeout)));
        return ExitCodes.ProgramFailed;
    }

    private string Render(Plan plan, PreviewOptions options) => options.Format switch
    {
        PlanFormat.Json => PlanJson.Render(plan),
        PlanFormat.Markdown => new PlanMarkdown(options.Inputs).Render(plan),
        _ => new PlanTree(options.Inputs, palette).Render(plan),
    };

    private static string RenderFailure(Plan plan, string reason, PreviewOptions options) => options.Format switch
    {
        PlanFormat.Json => PlanJson.RenderFailure(plan),
        PlanFormat.Markdown => PlanMarkdown.RenderFailure(plan, reason),
        _ => "",
    };

    private int Fail(string message, int exitCode)
    {
        error.Write($"error: {message.TrimEnd()}\n");
        return exitCode;
    }
}

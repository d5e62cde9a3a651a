using Preview.Answers;
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
            var program = await DotnetProgram.PrepareAsync(project, options.NoBuild, cancellationToken);
            var run = new EngineRun(project, stack, config, new PreviewAnswers());
            var (exit, plan) = await run.RunAsync(program, new(error.WriteLine, options.Timeout), cancellationToken);
            var rejection = exit.IsRejection && plan.HasErrors ? plan : null;
            return rejection is not null || config.Problems.Count > 0
                ? Reject(rejection, stack.FileName, config.Problems)
                : Report(exit, options.Debug ? plan : plan.WithoutDebugMessages(), options);
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

    // The program was run although its settings are wrong, so that it says what it finds wrong with them, too.
    private int Reject(Plan? rejection, string file, IReadOnlyList<SettingsProblem> problems)
    {
        error.Write(FailureText.RenderRejection(rejection, file, problems));
        return ExitCodes.SettingsWrong;
    }

    private int Report(ProgramExit exit, Plan plan, PreviewOptions options)
    {
        if (exit.IsSuccess && !plan.HasErrors)
        {
            output.Write(options.Json ? PlanJson.Render(plan) : new PlanTree(options.Inputs, palette).Render(plan));
            return ExitCodes.Planned;
        }

        if (options.Json)
            output.Write(PlanJson.RenderFailure(plan));
        error.Write(FailureText.Render(plan, exit.Describe(options.Timeout)));
        return ExitCodes.ProgramFailed;
    }

    private int Fail(string message, int exitCode)
    {
        error.Write($"error: {message.TrimEnd()}\n");
        return exitCode;
    }
}

using Preview.Answers;
using Preview.Planning;
using Pulumi.Protocol;

namespace Preview.Engine;

/// <summary>One run of a program: checks what it asks for as Pulumi's engine does, has it answered, and records it.</summary>
/// <param name="project">Name of the project.</param>
/// <param name="stack">Name of the stack.</param>
/// <param name="answers">Decides the state of resources.</param>
/// <param name="plan">Receives what the program declares.</param>
public sealed class EngineSession(string project, string stack, IAnswerRegistrations answers, PlanBuilder plan)
{
    private const string GetResourceToken = "pulumi:pulumi:getResource";

    private readonly RegisteredResources _resources = new();

    /// <summary>Name of the project.</summary>
    public string Project => project;

    /// <summary>Name of the stack.</summary>
    public string Stack => stack;

    /// <summary>Declares a resource.</summary>
    /// <exception cref="EngineException">It is refused.</exception>
    public async Task<ResourceAnswer> RegisterAsync(Registration registration, CancellationToken cancellationToken)
    {
        _resources.Reserve(registration.Urn, registration.Parent, registration.Dependencies);
        var answer = await answers.RegisterAsync(registration, cancellationToken);
        _resources.Complete(registration.Urn, answer);
        var op = answer.Change?.Op ?? (registration.Options.ImportId.Length > 0 ? StepOp.Import : StepOp.Create);
        plan.AddStep(new(op, registration, answer.Id, answer.Outputs) { Change = answer.Change });
        return answer;
    }

    /// <summary>Reads a resource that exists.</summary>
    /// <exception cref="EngineException">It is refused.</exception>
    public async Task<ResourceAnswer> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        _resources.Reserve(request.Urn, request.Parent, request.Dependencies);
        var answer = await answers.ReadAsync(request, cancellationToken);
        _resources.Complete(request.Urn, answer);
        plan.AddStep(new(answer.Change?.Op ?? StepOp.Read, request.AsRegistration(), answer.Id, answer.Outputs) { Change = answer.Change, IsExternal = true });
        return answer;
    }

    /// <summary>Completes a component, or the stack, with its outputs.</summary>
    /// <exception cref="EngineException">Nothing of that name was declared, or it is complete already.</exception>
    public void RegisterOutputs(string urn, IReadOnlyDictionary<string, PropertyValue> outputs)
    {
        _resources.Finish(urn);
        plan.SetOutputs(urn, outputs);
    }

    /// <summary>Calls a function.</summary>
    /// <exception cref="EngineException">It is refused.</exception>
    public async Task<InvokeAnswer> InvokeAsync(Invocation invocation, CancellationToken cancellationToken) =>
        invocation.Token == GetResourceToken
            ? new InvokeAnswer(_resources.Describe(invocation.Arguments))
            : await answers.InvokeAsync(invocation, cancellationToken);

    /// <summary>Records something that the program has to say.</summary>
    public void Log(PlanDiagnostic diagnostic) => plan.AddDiagnostic(diagnostic);

    /// <summary>Records a refusal. The program hears of it as a failed call only, so it is for the engine to tell the user.</summary>
    public void Report(EngineException refusal) => plan.AddRefusal(new(Severity.Error, refusal.Urn, refusal.Message));
}

using Preview.Engine;

namespace Preview.Answers;

/// <summary>Decides what comes of what a program asks for. The protocol knows no implementation; calls may overlap.</summary>
public interface IAnswerRegistrations
{
    /// <summary>Whether nothing is changed, so that the program takes outputs that are absent for not known yet.</summary>
    bool IsPreview { get; }

    /// <summary>The state of a declared resource, component or provider.</summary>
    /// <exception cref="EngineException">The resource cannot be had; the message is for the user.</exception>
    Task<ResourceAnswer> RegisterAsync(Registration registration, CancellationToken cancellationToken);

    /// <summary>The state of a resource that exists already.</summary>
    /// <exception cref="EngineException">The resource cannot be read; the message is for the user.</exception>
    Task<ResourceAnswer> ReadAsync(ReadRequest request, CancellationToken cancellationToken);

    /// <summary>The result of a function.</summary>
    /// <exception cref="EngineException">The function cannot be called; the message is for the user.</exception>
    Task<InvokeAnswer> InvokeAsync(Invocation invocation, CancellationToken cancellationToken);
}

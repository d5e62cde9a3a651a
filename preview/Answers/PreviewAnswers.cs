using Preview.Engine;
using Pulumi.Protocol;

namespace Preview.Answers;

/// <summary>
/// Answers as a first preview does: a resource has the inputs that were given and nothing else is known yet, not even its id.
/// Functions are answered from <see cref="KnownFacts"/>, or not at all.
/// </summary>
public sealed class PreviewAnswers : IAnswerRegistrations
{
    private const string StackReferenceType = "pulumi:pulumi:StackReference";

    /// <inheritdoc/>
    public bool IsPreview => true;

    /// <inheritdoc/>
    public Task<ResourceAnswer> RegisterAsync(Registration registration, CancellationToken cancellationToken) =>
        Task.FromResult(new ResourceAnswer("", registration.Inputs));

    /// <inheritdoc/>
    public Task<ResourceAnswer> ReadAsync(ReadRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new ResourceAnswer(request.Id, request.Type == StackReferenceType ? OtherStack(request) : request.State));

    /// <inheritdoc/>
    public Task<InvokeAnswer> InvokeAsync(Invocation invocation, CancellationToken cancellationToken) =>
        Task.FromResult(KnownFacts.Find(invocation) ?? InvokeAnswer.Unknown);

    private static Dictionary<string, PropertyValue> OtherStack(ReadRequest request) => new(request.State)
    {
        ["outputs"] = PropertyValue.Unknown.Instance,
        ["secretOutputNames"] = PropertyValue.Unknown.Instance,
    };
}

using Pulumi.Protocol;

namespace Preview.Answers;

/// <summary>The result of a function.</summary>
/// <param name="Result">Result by wire name.</param>
/// <param name="IsUnknown">Whether the result is not known before the update.</param>
/// <param name="Failures">Arguments that the function refuses; none when it worked.</param>
public sealed record InvokeAnswer(
    IReadOnlyDictionary<string, PropertyValue> Result, bool IsUnknown = false, IReadOnlyList<InvokeFailure>? Failures = null)
{
    /// <summary>
    /// A result that is not known before the update. An SDK that does not read that flag sees an unknown member,
    /// which makes the whole result unknown.
    /// </summary>
    public static InvokeAnswer Unknown { get; } =
        new(new Dictionary<string, PropertyValue> { ["id"] = PropertyValue.Unknown.Instance }, IsUnknown: true);
}

/// <summary>An argument that a function refuses.</summary>
/// <param name="Argument">Name of the argument, or empty.</param>
/// <param name="Reason">Why.</param>
public sealed record InvokeFailure(string Argument, string Reason);

using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>The outputs of a component or of the stack.</summary>
/// <param name="urn">URN of the component or stack.</param>
/// <param name="outputs">The outputs by name.</param>
public class MockRegisterResourceOutputsRequest(string urn, ImmutableDictionary<string, Output<object?>> outputs)
{
    /// <summary>URN of the component or stack.</summary>
    public readonly string Urn = urn;

    /// <summary>The outputs by name, each known or unknown, plain or secret as a whole.</summary>
    public readonly ImmutableDictionary<string, Output<object?>> Outputs = outputs;
}

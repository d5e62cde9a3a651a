using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Arguments of a provider function given by name instead of by a class.</summary>
/// <param name="dictionary">The name that the engine knows to the value.</param>
public sealed class DictionaryInvokeArgs(ImmutableDictionary<string, object?> dictionary) : InvokeArgs
{
    internal override IReadOnlyList<InputMember> Members() =>
        [.. dictionary.Select(entry => new InputMember(entry.Key, entry.Value, IsJson: false))];
}

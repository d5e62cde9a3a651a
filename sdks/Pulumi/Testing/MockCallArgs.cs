using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A provider function that a tested program calls.</summary>
public class MockCallArgs
{
    /// <summary>The function's token.</summary>
    public string? Token { get; set; }

    /// <summary>The arguments by name; secrets are open.</summary>
    public ImmutableDictionary<string, object> Args { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary><c>URN::ID</c> of an explicit provider; empty for the default one.</summary>
    public string? Provider { get; set; }
}

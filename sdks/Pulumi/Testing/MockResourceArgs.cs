using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A resource that a tested program declares or reads.</summary>
public class MockResourceArgs
{
    /// <summary>The type token.</summary>
    public string? Type { get; set; }

    /// <summary>The name given in the program.</summary>
    public string? Name { get; set; }

    /// <summary>The inputs by name; unknown ones are left out, secrets are open.</summary>
    public ImmutableDictionary<string, object> Inputs { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary><c>URN::ID</c> of an explicit provider; empty for the default one.</summary>
    public string? Provider { get; set; }

    /// <summary>The id to import or to read; empty for a new resource.</summary>
    public string? Id { get; set; }
}

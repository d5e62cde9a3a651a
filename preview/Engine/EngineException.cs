namespace Preview.Engine;

/// <summary>The engine refuses what the program asks for.</summary>
/// <param name="message">Why, and what to do.</param>
/// <param name="urn">The resource it is about, or empty.</param>
public sealed class EngineException(string message, string urn = "") : Exception(message)
{
    /// <summary>The resource it is about, or empty.</summary>
    public string Urn { get; } = urn;
}

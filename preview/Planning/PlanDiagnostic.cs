namespace Preview.Planning;

/// <summary>How much a diagnostic matters.</summary>
public enum Severity
{
    /// <summary>For those who look for a fault in the program.</summary>
    Debug,

    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Probably not what was meant.</summary>
    Warning,

    /// <summary>The plan cannot be carried out.</summary>
    Error,
}

/// <summary>Something that the program or the engine had to say.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Urn">The resource it is about, or empty.</param>
/// <param name="Message">The text.</param>
public sealed record PlanDiagnostic(Severity Severity, string Urn, string Message);

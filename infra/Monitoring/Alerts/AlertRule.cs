namespace Infra.Monitoring.Alerts;

/// <summary>Something worth telling a person. Each has a section of the same name in <c>docs/monitoring.md</c>.</summary>
/// <param name="Name">Name in UpperCamelCase, as people will search for it.</param>
/// <param name="Severity">How soon someone must look.</param>
/// <param name="Expression">PromQL; every series of its result is one alert.</param>
public sealed record AlertRule(string Name, Severity Severity, string Expression)
{
    /// <summary>How long it must hold before anyone is told, such as <c>5m</c>.</summary>
    public required string For { get; init; }

    /// <summary>What is wrong, in one line.</summary>
    public required string Summary { get; init; }

    /// <summary>What it means for users and what to look at first.</summary>
    public required string Description { get; init; }

    /// <summary>Where to read what to do.</summary>
    public string Runbook => $"docs/monitoring.md#{Name.ToLowerInvariant()}";
}

/// <summary>How soon someone must look.</summary>
public enum Severity
{
    /// <summary>Nothing to do; the alert says that alerting works.</summary>
    None,

    /// <summary>In working hours.</summary>
    Warning,

    /// <summary>Now, also at night.</summary>
    Critical,
}

namespace Infra.Monitoring.Dashboards;

/// <summary>A page of Grafana, as data.</summary>
/// <param name="Uid">Stable id, part of the page's address.</param>
/// <param name="Title">Title, by which runbooks call it.</param>
/// <param name="Panels">What it shows, in reading order.</param>
public sealed record Dashboard(string Uid, string Title, IReadOnlyList<Panel> Panels)
{
    /// <summary>A choice at the top of the page; null when there is none.</summary>
    public DashboardVariable? Variable { get; init; }
}

/// <summary>A choice at the top of a page, one or more values of a label.</summary>
/// <param name="Name">Name, which queries use as <c>$name</c>.</param>
/// <param name="Metric">The metric that has the label.</param>
/// <param name="Label">The label.</param>
public sealed record DashboardVariable(string Name, string Metric, string Label);

/// <summary>A graph, a number or a table.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Unit">Grafana's id of the unit, such as <c>percentunit</c> or <c>bytes</c>.</param>
/// <param name="Queries">What is drawn.</param>
public sealed record Panel(string Title, string Unit, params IReadOnlyList<PanelQuery> Queries)
{
    /// <summary>A curve over time when not said.</summary>
    public PanelKind Kind { get; init; } = PanelKind.TimeSeries;

    /// <summary>Columns of 24.</summary>
    public int Width { get; init; } = 12;
}

/// <summary>One query of a panel.</summary>
/// <param name="Expression">PromQL; may use Grafana's <c>$__rate_interval</c>.</param>
/// <param name="Legend">Name of each curve, with labels as <c>{{label}}</c>.</param>
public sealed record PanelQuery(string Expression, string Legend);

/// <summary>How a panel draws.</summary>
public enum PanelKind
{
    /// <summary>Curves over time.</summary>
    TimeSeries,

    /// <summary>The newest value, large.</summary>
    Stat,

    /// <summary>States over time, one bar a series.</summary>
    StateTimeline,
}

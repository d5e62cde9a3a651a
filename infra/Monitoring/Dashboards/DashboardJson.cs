using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Monitoring.Dashboards;

/// <summary>
/// Pure: a dashboard in Grafana's JSON model.
/// See https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/view-dashboard-json-model/.
/// </summary>
public static class DashboardJson
{
    /// <summary>Stable id of the data source that every panel asks.</summary>
    public const string DataSource = "prometheus";

    private const int Columns = 24;
    private const int PanelHeight = 8;

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The whole document.</summary>
    public static string Render(Dashboard dashboard) => new JsonObject
    {
        ["uid"] = dashboard.Uid,
        ["title"] = dashboard.Title,
        ["tags"] = new JsonArray("lhd"),
        ["timezone"] = "browser",
        ["schemaVersion"] = 39,
        ["editable"] = false,
        ["refresh"] = "1m",
        ["time"] = new JsonObject { ["from"] = "now-6h", ["to"] = "now" },
        ["templating"] = new JsonObject { ["list"] = new JsonArray([.. Variables(dashboard)]) },
        ["panels"] = new JsonArray([.. Panels(dashboard.Panels)]),
    }.ToJsonString(Readable) + "\n";

    private static IEnumerable<JsonNode> Variables(Dashboard dashboard)
    {
        if (dashboard.Variable is not { } variable)
            yield break;
        yield return new JsonObject
        {
            ["type"] = "query",
            ["name"] = variable.Name,
            ["datasource"] = Source(),
            ["query"] = $"label_values({variable.Metric}, {variable.Label})",
            ["refresh"] = 2,
            ["sort"] = 1,
            ["multi"] = true,
            ["includeAll"] = true,
            ["current"] = new JsonObject { ["text"] = "All", ["value"] = "$__all" },
        };
    }

    private static IEnumerable<JsonNode> Panels(IEnumerable<Panel> panels)
    {
        var (x, y, id) = (0, 0, 1);
        foreach (var panel in panels)
        {
            if (x + panel.Width > Columns)
                (x, y) = (0, y + PanelHeight);
            yield return PanelNode(panel, id++, x, y);
            x += panel.Width;
        }
    }

    private static JsonObject PanelNode(Panel panel, int id, int x, int y) => new()
    {
        ["id"] = id,
        ["type"] = panel.Kind switch
        {
            PanelKind.Stat => "stat",
            PanelKind.StateTimeline => "state-timeline",
            _ => "timeseries",
        },
        ["title"] = panel.Title,
        ["datasource"] = Source(),
        ["gridPos"] = new JsonObject { ["x"] = x, ["y"] = y, ["w"] = panel.Width, ["h"] = PanelHeight },
        ["fieldConfig"] = new JsonObject
        {
            ["defaults"] = new JsonObject { ["unit"] = panel.Unit, ["min"] = 0 },
            ["overrides"] = new JsonArray(),
        },
        ["targets"] = new JsonArray([.. panel.Queries.Select(Target)]),
    };

    private static JsonNode Target(PanelQuery query, int index) => new JsonObject
    {
        ["refId"] = ((char)('A' + index)).ToString(),
        ["datasource"] = Source(),
        ["expr"] = query.Expression,
        ["legendFormat"] = query.Legend,
    };

    private static JsonObject Source() => new() { ["type"] = "prometheus", ["uid"] = DataSource };
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Preview.Engine;
using Preview.Planning;

namespace Preview.Rendering;

/// <summary>
/// A plan in the shape of <c>pulumi preview --json</c>: secrets as <c>[secret]</c>, values that are not known yet as the engine's
/// sentinel. Like there, default providers are no steps of their own; resources refer to them in <c>provider</c>.
/// </summary>
public static class PlanJson
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        IndentSize = 4,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The whole plan, ending with a line feed.</summary>
    public static string Render(Plan plan) => Write(json =>
    {
        WriteConfig(json, plan);
        json.WriteStartArray("steps");
        foreach (var step in plan.Steps)
            new StepJson(json, plan).Write(step);
        json.WriteEndArray();
        WriteDiagnostics(json, plan);
        json.WriteStartObject("changeSummary");
        foreach (var (op, count) in plan.Changes)
            json.WriteNumber(PlanWords.Name(op), count);
        json.WriteEndObject();
    });

    /// <summary>What there is to say about a program that failed: diagnostics, and no steps that could be taken for a plan.</summary>
    public static string RenderFailure(Plan plan) => Write(json =>
    {
        WriteConfig(json, plan);
        WriteDiagnostics(json, plan);
    });

    private static string Write(Action<Utf8JsonWriter> body)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            body(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    private static void WriteConfig(Utf8JsonWriter json, Plan plan)
    {
        json.WriteStartObject("config");
        foreach (var (key, value) in plan.Config)
            json.WriteString(key, value.ToString());
        json.WriteEndObject();
    }

    private static void WriteDiagnostics(Utf8JsonWriter json, Plan plan)
    {
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in plan.Diagnostics.Concat(plan.Comparison?.Blockers ?? []))
        {
            json.WriteStartObject();
            if (Urn.IsValid(diagnostic.Urn))
                json.WriteString("urn", diagnostic.Urn);
            json.WriteString("message", ProgramMessage.Text(diagnostic.Message));
            json.WriteString("severity", PlanWords.Name(diagnostic.Severity));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

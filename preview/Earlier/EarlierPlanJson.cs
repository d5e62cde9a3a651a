using System.Text.Json;

namespace Preview.Earlier;

/// <summary>Reads the steps of an earlier plan: the state that each of them leads to.</summary>
internal static class EarlierPlanJson
{
    public static EarlierState Read(string fileName, JsonElement steps)
    {
        var items = new JsonReader(steps, "steps").Items();
        return new(
            fileName,
            EarlierKind.Plan,
            [.. items.Select(step => step.Optional("newState")).OfType<JsonReader>().Select(state => ResourceJson.Read(state, areSecretsMasked: true))],
            []);
    }
}

using System.Text.Json;

namespace Preview.Earlier;

/// <summary>Reads the steps of an earlier plan: the state that each of them leads to.</summary>
internal static class EarlierPlanJson
{
    public static EarlierState Read(string fileName, JsonElement steps)
    {
        // A replacement may be several steps, each of another kind.
        var items = JsonReader.Distinct(new JsonReader(steps, "steps").Items(), step => $"{step.Text("op")} {step.RequiredText("urn")}");
        return new(
            fileName,
            EarlierKind.Plan,
            [.. items.Select(NewState).OfType<JsonReader>().Select(state => ResourceJson.Read(state, areSecretsMasked: true))],
            []);
    }

    private static JsonReader? NewState(JsonReader step) =>
        step.Optional("newState") ?? (step.Optional("oldState") is null ? throw step.Wrong("it has neither 'newState' nor 'oldState'") : null);
}

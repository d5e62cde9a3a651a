using System.Text;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Provider;

namespace EndToEnd.Tests.Docker;

/// <summary>Makes the API of the engine that a docker provider's arguments name.</summary>
internal delegate EngineApi OpenEngine(JsonObject provider);

/// <summary>A swarm secret or config, named by the provider when the program names none.</summary>
internal sealed class SwarmFile(OpenEngine open, string path, Func<JsonObject, string> data) : ResourceKind
{
    public override async Task<Existing> CreateAsync(Asked asked, CancellationToken cancellation)
    {
        using var engine = open(asked.Provider);
        // The bridged provider's automatic name: the resource's and seven random digits.
        var name = asked.Inputs.ContainsKey("name") ? asked.Text("name") : $"{asked.Name}-{Guid.NewGuid():N}"[..(asked.Name.Length + 8)];
        var created = await engine.PostAsync($"{path}/create", new() { ["Name"] = name, ["Data"] = data(asked.Inputs) }, null, cancellation);
        return new($"{created!["ID"]}", new() { ["name"] = name });
    }

    public override async Task DeleteAsync(Existing existing, Asked asked, CancellationToken cancellation)
    {
        using var engine = open(asked.Provider);
        await engine.DeleteAsync($"{path}/{existing.Id}", cancellation);
    }

    public static SwarmFile Secret(OpenEngine open) => new(open, "secrets", inputs => $"{inputs["data"]}");

    public static SwarmFile Config(OpenEngine open) =>
        new(open, "configs", inputs => inputs.ContainsKey("data") ? $"{inputs["data"]}" : Convert.ToBase64String(Encoding.UTF8.GetBytes($"{inputs["dataRaw"]}")));
}

/// <summary>A network.</summary>
internal sealed class SwarmNetwork(OpenEngine open) : ResourceKind
{
    public override async Task<Existing> CreateAsync(Asked asked, CancellationToken cancellation)
    {
        using var engine = open(asked.Provider);
        var created = await engine.PostAsync("networks/create", new()
        {
            ["Name"] = asked.Text("name"),
            ["CheckDuplicate"] = true,
            ["Driver"] = asked.Text("driver"),
            ["Internal"] = asked.Inputs["internal"]?.DeepClone(),
            ["Attachable"] = asked.Inputs["attachable"]?.DeepClone(),
            ["Options"] = asked.Inputs["options"]?.DeepClone(),
        }, null, cancellation);
        return new($"{created!["Id"]}", []);
    }

    public override async Task DeleteAsync(Existing existing, Asked asked, CancellationToken cancellation)
    {
        using var engine = open(asked.Provider);
        await engine.DeleteAsync($"networks/{existing.Id}", cancellation);
    }
}

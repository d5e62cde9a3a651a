using System.Text.Json;
using System.Text.Json.Nodes;

namespace EndToEnd.Tests.Provider;

/// <summary>What is known of a resource after a run.</summary>
internal sealed record KnownResource(string Urn, string Type, string Name, string Id, JsonObject Inputs, JsonObject Outputs, JsonObject Provider, string DeletedWith, int Order)
{
    public Existing Existing => new(Id, Outputs);

    public Asked Asked => new(Name, Inputs, Provider);
}

/// <summary>The state of the stack, in a file that is written after every operation, so that a killed run leaves what it has done.</summary>
internal sealed class StackState(string path)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, KnownResource> _resources = File.Exists(path)
        ? JsonSerializer.Deserialize<List<KnownResource>>(File.ReadAllText(path))!.ToDictionary(each => each.Urn)
        : [];

    /// <summary>Every resource, in the order in which they were made.</summary>
    public IReadOnlyList<KnownResource> All
    {
        get
        {
            lock (_lock)
                return [.. _resources.Values.OrderBy(each => each.Order)];
        }
    }

    /// <summary>The resource with a URN, or null.</summary>
    public KnownResource? Find(string urn)
    {
        lock (_lock)
            return _resources.GetValueOrDefault(urn);
    }

    /// <summary>Keeps a resource; a new one gets the next place in the order.</summary>
    public void Put(KnownResource resource)
    {
        lock (_lock)
        {
            var order = resource.Order > 0 ? resource.Order : _resources.Values.Select(each => each.Order).DefaultIfEmpty().Max() + 1;
            _resources[resource.Urn] = resource with { Order = order };
            Save();
        }
    }

    /// <summary>Forgets a resource.</summary>
    public void Remove(string urn)
    {
        lock (_lock)
        {
            _resources.Remove(urn);
            Save();
        }
    }

    // Renamed over the old file, so that a kill leaves the one or the other.
    private void Save()
    {
        File.WriteAllText($"{path}.new", JsonSerializer.Serialize(_resources.Values));
        File.Move($"{path}.new", path, overwrite: true);
    }
}

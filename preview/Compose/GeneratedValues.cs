using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Preview.Settings;

namespace Preview.Compose;

/// <summary>What was generated for a Compose folder, kept in a file of its own so that the next run has the same. Safe for concurrent use.</summary>
internal sealed class GeneratedValues
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "generated.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private const string Remedy = "restore it from a copy; without it Postgres would get passwords that its data do not know";

    private readonly Lock _lock = new();
    private readonly JsonObject _resources;
    private readonly string _salt;

    private GeneratedValues(JsonObject? kept)
    {
        _salt = $"{kept?["salt"] ?? RandomNumberGenerator.GetHexString(32, lowercase: true)}";
        _resources = (kept?["resources"] as JsonObject)?.DeepClone().AsObject() ?? [];
    }

    /// <summary>The values of a folder; none when it is new or empty.</summary>
    /// <exception cref="SettingsException">The file cannot be read, or the folder holds others without it, which are not to be replaced.</exception>
    public static GeneratedValues Load(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            if (File.Exists(path))
                return JsonNode.Parse(File.ReadAllText(path)) is JsonObject kept && IsWhole(kept) ? new(kept) : throw new SettingsException(path, "it is not what --compose wrote", Remedy);
            if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
                throw new SettingsException(folder, $"it has files but no {FileName}, so --compose did not write them or its passwords are lost", $"name a new or empty folder with --compose, or restore {FileName}");
            return new(null);
        }
        catch (JsonException)
        {
            throw new SettingsException(path, "it is not JSON", Remedy);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException(path, $"it cannot be read: {problem.Message.TrimEnd('.')}", "let its owner run --compose, or name another folder");
        }
    }

    private static bool IsWhole(JsonObject kept) =>
        kept["salt"] is JsonValue salt && salt.GetValueKind() == JsonValueKind.String
        && kept["resources"] is JsonObject resources && resources.All(each => each.Value is JsonObject made && made["outputs"] is JsonObject);

    /// <summary>The file's text.</summary>
    public override string ToString()
    {
        lock (_lock)
        {
            var sorted = new JsonObject(_resources.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => KeyValuePair.Create(each.Key, each.Value?.DeepClone())));
            return new JsonObject { ["salt"] = _salt, ["resources"] = sorted }.ToJsonString(Indented) + "\n";
        }
    }

    /// <summary>The outputs of a resource: those of the run before if its inputs are the same and it has not ended, otherwise new ones.</summary>
    public JsonObject Of(string urn, string type, JsonObject inputs)
    {
        lock (_lock)
        {
            var digest = Digest(inputs.ToJsonString());
            if (_resources[urn] is JsonObject kept && $"{kept["inputs"]}" == digest && !HasEnded(kept["outputs"]))
                return kept["outputs"]!.DeepClone().AsObject();
            var made = Generators.Make(type, inputs);
            _resources[urn] = new JsonObject { ["inputs"] = digest, ["outputs"] = made.DeepClone() };
            return made;
        }
    }

    /// <summary>A short text that changes with a content and, being keyed, says nothing about it.</summary>
    public string Digest(string content) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(_salt), Encoding.UTF8.GetBytes(content)))[..12];

    private static bool HasEnded(JsonNode? outputs) =>
        outputs?["validityEndTime"] is { } end && DateTime.Parse($"{end}", CultureInfo.InvariantCulture).ToUniversalTime() < DateTime.UtcNow.AddDays(30);
}

using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Pulumi;

/// <summary>What the program was started with.</summary>
internal sealed record ProgramSettings(string Project, string Stack, string Organization, bool IsDryRun, string? RootDirectory)
{
    private const string LegacyKey = ":config:";
    private readonly Lazy<IReadOnlyDictionary<string, string>> _config = new(ReadConfig);

    public static ProgramSettings FromEnvironment()
    {
        // Neither changes what the program does, but an engine that does not set them is none that the program was written for.
        _ = RequiredFlag("PULUMI_QUERY_MODE");
        if (!int.TryParse(Required("PULUMI_PARALLEL"), NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
            throw NoEngine();
        return new ProgramSettings(
            Required("PULUMI_PROJECT"),
            Required("PULUMI_STACK"),
            Environment.GetEnvironmentVariable("PULUMI_ORGANIZATION") is { Length: > 0 } organization ? organization : "organization",
            RequiredFlag("PULUMI_DRY_RUN"),
            Environment.GetEnvironmentVariable("PULUMI_ROOT_DIRECTORY"));
    }

    /// <summary>A variable that the engine sets for every program it starts.</summary>
    public static string Required(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : throw NoEngine();

    /// <summary>A setting by its full key; null when it is not set.</summary>
    public string? Find(string fullKey) => _config.Value.GetValueOrDefault(fullKey);

    private static bool RequiredFlag(string variable) => bool.TryParse(Required(variable), out var value) ? value : throw NoEngine();

    private static InvalidOperationException NoEngine() =>
        new("Program run without the Pulumi engine available; re-run using the `pulumi` CLI");

    private static Dictionary<string, string> ReadConfig()
    {
        var config = new Dictionary<string, string>(StringComparer.Ordinal);
        var text = Environment.GetEnvironmentVariable("PULUMI_CONFIG");
        if (string.IsNullOrEmpty(text))
            return config;

        // The reader alone: what the document needs besides takes longer than the text does.
        var octets = Encoding.UTF8.GetBytes(text);
        var json = new Utf8JsonReader(octets);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var key = CleanKey(json.GetString()!);
            json.Read();
            config[key] = ReadText(ref json, octets);
        }

        return config;
    }

    /// <summary>A string as it is, anything else as the JSON it was written in.</summary>
    private static string ReadText(ref Utf8JsonReader json, byte[] octets)
    {
        if (json.TokenType == JsonTokenType.String)
            return json.GetString()!;
        var start = (int)json.TokenStartIndex;
        json.Skip();
        return Encoding.UTF8.GetString(octets, start, (int)json.BytesConsumed - start);
    }

    /// <summary>Keys were once written <c>namespace:config:key</c>.</summary>
    private static string CleanKey(string key)
    {
        var at = key.IndexOf(LegacyKey, StringComparison.Ordinal);
        return at > 0 && !key[..at].Contains(':') ? $"{key[..at]}:{key[(at + LegacyKey.Length)..]}" : key;
    }
}

using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>Reads the settings of a stack, one namespace at a time.</summary>
public sealed class Config
{
    private const string LegacySuffix = ":config";
    private readonly string _namespace;

    /// <summary>Settings of a namespace.</summary>
    /// <param name="name">The namespace; the project's own when null.</param>
    public Config(string? name = null)
    {
        name ??= Deployment.Instance.ProjectName;
        _namespace = name.EndsWith(LegacySuffix, StringComparison.Ordinal) ? name[..^LegacySuffix.Length] : name;
    }

    /// <summary>A setting as text.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <returns>The value; null when it is not set. A secret comes as plain text.</returns>
    public string? Get(string key) => Deployment.Required.Settings.Find(FullKey(key));

    /// <summary>A setting as true or false.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <returns>The value; null when it is not set. Fails the program when it is neither <c>true</c> nor <c>false</c>.</returns>
    public bool? GetBoolean(string key) => Get(key) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var text => throw Invalid(key, text, nameof(Boolean)),
    };

    /// <summary>A setting as a whole number.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <returns>The value; null when it is not set. Fails the program when it is not a number.</returns>
    public int? GetInt32(string key)
    {
        if (Get(key) is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : throw Invalid(key, text, nameof(Int32));
    }

    /// <summary>A setting as a number.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <returns>The value; null when it is not set. Fails the program when it is not a number.</returns>
    public double? GetDouble(string key)
    {
        if (Get(key) is not { } text)
            return null;
        return double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Invalid(key, text, nameof(Double));
    }

    /// <summary>A structured setting, read from its JSON text.</summary>
    /// <typeparam name="T">What to read it as.</typeparam>
    /// <param name="key">The key without its namespace.</param>
    /// <returns>The value; the default when it is not set. Fails the program when it cannot be read so.</returns>
    public T? GetObject<T>(string key)
    {
        if (Get(key) is not { } text)
            return default;

        try
        {
            return JsonSerializer.Deserialize<T>(text);
        }
        catch (JsonException)
        {
            throw Invalid(key, text, typeof(T).FullName!);
        }
    }

    /// <summary>A setting as secret text.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <returns>The secret; null when it is not set.</returns>
    public Output<string>? GetSecret(string key) => Get(key) is { } text ? Output.CreateSecret(text) : null;

    /// <inheritdoc cref="GetBoolean"/>
    public Output<bool>? GetSecretBoolean(string key) => GetBoolean(key) is { } value ? Output.CreateSecret(value) : null;

    /// <inheritdoc cref="GetInt32"/>
    public Output<int>? GetSecretInt32(string key) => GetInt32(key) is { } value ? Output.CreateSecret(value) : null;

    /// <inheritdoc cref="GetDouble"/>
    public Output<double>? GetSecretDouble(string key) => GetDouble(key) is { } value ? Output.CreateSecret(value) : null;

    /// <inheritdoc cref="GetObject"/>
    public Output<T>? GetSecretObject<T>(string key) => Get(key) is null ? null : Output.CreateSecret(GetObject<T>(key)!);

    /// <summary>A setting as text.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <returns>The value. Fails the program when it is not set.</returns>
    public string Require(string key) => Get(key) ?? throw Missing(key);

    /// <summary>A setting as true or false.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <returns>The value. Fails the program when it is not set, or neither <c>true</c> nor <c>false</c>.</returns>
    public bool RequireBoolean(string key) => GetBoolean(key) ?? throw Missing(key);

    /// <summary>A setting as a whole number.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <returns>The value. Fails the program when it is not set, or not a number.</returns>
    public int RequireInt32(string key) => GetInt32(key) ?? throw Missing(key);

    /// <summary>A setting as a number.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <returns>The value. Fails the program when it is not set, or not a number.</returns>
    public double RequireDouble(string key) => GetDouble(key) ?? throw Missing(key);

    /// <summary>A structured setting, read from its JSON text.</summary>
    /// <typeparam name="T">What to read it as.</typeparam>
    /// <param name="key">The key without its namespace.</param>
    /// <returns>The value. Fails the program when it is not set, or cannot be read so.</returns>
    public T RequireObject<T>(string key) => Get(key) is null ? throw Missing(key) : GetObject<T>(key)!;

    /// <inheritdoc cref="Require"/>
    public Output<string> RequireSecret(string key) => Output.CreateSecret(Require(key));

    /// <inheritdoc cref="RequireBoolean"/>
    public Output<bool> RequireSecretBoolean(string key) => Output.CreateSecret(RequireBoolean(key));

    /// <inheritdoc cref="RequireInt32"/>
    public Output<int> RequireSecretInt32(string key) => Output.CreateSecret(RequireInt32(key));

    /// <inheritdoc cref="RequireDouble"/>
    public Output<double> RequireSecretDouble(string key) => Output.CreateSecret(RequireDouble(key));

    /// <inheritdoc cref="RequireObject"/>
    public Output<T> RequireSecretObject<T>(string key) => Output.CreateSecret(RequireObject<T>(key));

    private string FullKey(string key) => $"{_namespace}:{key}";

    private RunException Missing(string key) =>
        new($"Missing Required configuration variable '{FullKey(key)}'\n\tplease set a value using the command `pulumi config set {FullKey(key)} <value>`");

    private RunException Invalid(string key, string text, string type) =>
        new($"Configuration '{FullKey(key)}' value '{text}' is not a valid {type}");
}

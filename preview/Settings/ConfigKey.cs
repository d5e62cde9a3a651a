namespace Preview.Settings;

/// <summary>Keys of settings: <c>namespace:name</c>, where the project's own namespace may be left out.</summary>
public static class ConfigKey
{
    /// <summary>The key with its namespace; <c>ns:config:name</c>, an old way to write it, is <c>ns:name</c>.</summary>
    public static string Full(string project, string key) => key.Split(':') switch
    {
        [var name] => $"{project}:{name}",
        [var space, "config", var name] => $"{space}:{name}",
        _ => key,
    };

    /// <summary>The part after the first colon.</summary>
    public static string Name(string fullKey) => fullKey[(fullKey.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>The part before the first colon.</summary>
    public static string Namespace(string fullKey) => fullKey.Split(':')[0];
}

using YamlDotNet.RepresentationModel;

namespace Preview.Settings;

/// <summary>What <c>Pulumi.yaml</c> says about one setting.</summary>
/// <param name="Key">Full key, e.g. <c>lhd:domain</c>.</param>
/// <param name="Type">Declared type, or null when anything is accepted.</param>
/// <param name="Fallback">Value when the stack file has none (<c>default</c> or <c>value</c>), or null.</param>
/// <param name="Secret">Whether the stack file must hold the value encrypted.</param>
/// <param name="Required">Whether a value must come from the stack file.</param>
/// <param name="Description">What the setting is for, for messages.</param>
public sealed record ConfigDeclaration(string Key, ConfigType? Type, ConfigValue? Fallback, bool Secret, bool Required, string? Description)
{
    /// <summary>Reads one entry below <c>config:</c> of a project file.</summary>
    /// <param name="project">Name of the project, the namespace of keys that have none.</param>
    /// <param name="name">The key as written.</param>
    /// <param name="node">A mapping with type, default and so on, or the bare default value.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static ConfigDeclaration Read(string project, string name, YamlNode node, ICollection<SettingsProblem> problems)
    {
        var key = ConfigKey.Full(project, name);
        var isOwn = ConfigKey.Namespace(key) == project;
        if (node is not YamlMappingNode mapping)
            return new(key, null, YamlValue.Read(key, node), Secret: false, Required: false, null);

        var value = YamlFile.Find(mapping, "value");
        var fallback = value ?? YamlFile.Find(mapping, "default");
        if (value is not null && YamlFile.Find(mapping, "default") is not null)
            problems.Add(new(key, "has both 'value' and 'default'", "keep one of them"));
        if (!isOwn && (YamlFile.Find(mapping, "default") ?? YamlFile.Find(mapping, "type")) is not null)
            problems.Add(new(key, $"belongs to '{ConfigKey.Namespace(key)}', which declares its type and default itself", "write only 'value'"));

        var secret = YamlFile.FindText(mapping, "secret") == "true";
        var read = fallback is null ? null : YamlValue.Read(key, fallback);
        var declaration = new ConfigDeclaration(
            key,
            ReadType(key, mapping, problems),
            read is null ? null : read with { IsSecret = read.IsSecret || secret },
            secret,
            Required: isOwn && fallback is null,
            YamlFile.FindText(mapping, "description"));
        if (declaration is { Fallback: { } given, Type: { } type } && !type.Accepts(given))
            problems.Add(new(key, $"its default is not of type {type}", $"write a default of type {type}"));
        return declaration;
    }

    private static ConfigType? ReadType(string key, YamlMappingNode mapping, ICollection<SettingsProblem> problems)
    {
        var items = YamlFile.Find(mapping, "items") is YamlMappingNode nested ? ReadType(key, nested, problems) : null;
        if (YamlFile.FindText(mapping, "type") is not { } name)
            return null;
        if (ConfigType.Names.Contains(name))
            return new(name, items);

        problems.Add(new(key, $"'{name}' is not a type", $"write one of {string.Join(", ", ConfigType.Names)}"));
        return null;
    }
}

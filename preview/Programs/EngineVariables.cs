using System.Text.Json;
using Preview.Settings;

namespace Preview.Programs;

/// <summary>The environment variables by which an engine tells a program where it is and what it is run for.</summary>
public static class EngineVariables
{
    private const string Organization = "organization";

    /// <summary>The variables of one run.</summary>
    /// <param name="project">The project.</param>
    /// <param name="stack">Name of the stack.</param>
    /// <param name="config">The stack's configuration.</param>
    /// <param name="address">Where the engine's services listen, as <c>host:port</c>.</param>
    /// <param name="isPreview">Whether nothing may be changed.</param>
    public static IReadOnlyDictionary<string, string> For(ProjectFile project, string stack, StackConfig config, string address, bool isPreview) =>
        new Dictionary<string, string>
        {
            ["PULUMI_MONITOR"] = address,
            ["PULUMI_ENGINE"] = address,
            ["PULUMI_PROJECT"] = project.Name,
            ["PULUMI_STACK"] = stack,
            ["PULUMI_ORGANIZATION"] = Organization,
            ["PULUMI_ROOT_DIRECTORY"] = project.Folder,
            ["PULUMI_PWD"] = project.Folder,
            ["PULUMI_DRY_RUN"] = isPreview ? "true" : "false",
            ["PULUMI_QUERY_MODE"] = "false",
            ["PULUMI_PARALLEL"] = "16",
            ["PULUMI_CONFIG"] = JsonSerializer.Serialize(config.Values.ToDictionary(entry => entry.Key, entry => entry.Value.Text)),
            ["PULUMI_CONFIG_SECRET_KEYS"] = JsonSerializer.Serialize(config.Values.Where(entry => entry.Value.IsSecret).Select(entry => entry.Key)),
        };
}

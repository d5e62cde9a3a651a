using System.Text.Json;
using Preview.Settings;

namespace Preview.Earlier;

/// <summary>
/// Reads a deployment: https://github.com/pulumi/pulumi/blob/master/sdk/go/common/apitype/deployments.json. Version 4 is version 3 with a list
/// of features that the reader must know.
/// </summary>
internal static class DeploymentJson
{
    private const int OldestVersion = 3;
    private const int NewestVersion = 4;

    // Features that add members to resources without changing what the others mean.
    private static readonly HashSet<string> KnownFeatures = ["refreshBeforeUpdate", "views", "hooks", "taint", "replaceWith", "outputDependencies"];

    public static EarlierState Read(string fileName, JsonElement root)
    {
        var reader = new JsonReader(root, "");
        CheckVersion(fileName, reader);
        var deployment = reader.Optional("deployment") ?? reader.Optional("checkpoint")?.Optional("latest");
        if (deployment is null)
            return new(fileName, EarlierKind.State, [], []);

        return new(
            fileName,
            EarlierKind.State,
            [.. JsonReader.Distinct(deployment.List("resources"), NameOf).Select(item => ResourceJson.Read(item, areSecretsMasked: false))],
            [.. deployment.List("pending_operations").Select(item => item.Required("resource").RequiredText("urn"))]);
    }

    // What was replaced and is still to be deleted stands beside its replacement.
    private static string NameOf(JsonReader resource) => resource.Flag("delete") ? "" : resource.Text("urn");

    private static void CheckVersion(string fileName, JsonReader root)
    {
        var version = root.Number("version");
        if (version is < OldestVersion or > NewestVersion)
            throw new SettingsException(
                fileName, $"has version {version}, and only {OldestVersion} and {NewestVersion} are known here", "export it with a Pulumi CLI of version 3");

        var unknown = root.Texts("features").Where(feature => !KnownFeatures.Contains(feature)).ToList();
        if (unknown.Count > 0)
            throw new SettingsException(fileName, $"uses features that are not known here: {string.Join(", ", unknown)}", "use `pulumi preview --diff` for this stack");
    }
}

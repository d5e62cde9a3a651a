using Preview.Engine;
using Pulumi.Protocol;

namespace Preview.Earlier;

/// <summary>Reads one resource of a state or a plan.</summary>
internal static class ResourceJson
{
    public static EarlierResource Read(JsonReader json, bool areSecretsMasked)
    {
        var urn = json.RequiredText("urn");
        if (!Urn.IsValid(urn))
            throw json.Required("urn").Wrong($"'{urn}' is not a URN");

        var properties = new StatePropertyReader(areSecretsMasked);
        return new()
        {
            Urn = urn,
            Type = json.RequiredText("type"),
            Custom = json.Flag("custom"),
            Id = Known(json.Text("id")),
            Inputs = properties.Members(json.Optional("inputs")),
            Outputs = properties.Members(json.Optional("outputs")),
            Parent = json.Text("parent"),
            Dependencies = json.Texts("dependencies"),
            Provider = json.Text("provider"),
            External = json.Flag("external"),
            PendingDelete = json.Flag("delete"),
            PendingReplacement = json.Flag("pendingReplacement"),
            HasInitErrors = json.List("initErrors").Count > 0,
            ImportId = json.Text("importID"),
            Options = new()
            {
                Protect = json.Flag("protect"),
                RetainOnDelete = json.Flag("retainOnDelete"),
                DeletedWith = json.Text("deletedWith"),
                IgnoreChanges = json.Texts("ignoreChanges"),
                ReplaceOnChanges = json.Texts("replaceOnChanges"),
                AdditionalSecretOutputs = json.Texts("additionalSecretOutputs"),
                Aliases = json.Texts("aliases"),
            },
        };
    }

    private static string Known(string id) => id == SpecialValues.Unknown ? "" : id;
}

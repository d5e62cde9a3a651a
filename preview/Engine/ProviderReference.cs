using Pulumi.Protocol;

namespace Preview.Engine;

/// <summary>References to providers: <c>URN::ID</c>.</summary>
public static class ProviderReference
{
    /// <summary>What the type of every provider begins with; the package follows.</summary>
    public const string TypePrefix = "pulumi:providers:";

    /// <summary>The URN in a reference.</summary>
    public static string UrnOf(string reference) =>
        reference.LastIndexOf("::", StringComparison.Ordinal) is > 0 and var end ? reference[..end] : reference;

    /// <summary>Whether a provider is one that the engine made, by its URN: its name is <c>default</c> or begins with <c>default_</c>.</summary>
    public static bool IsDefault(string urn) => Urn.Name(urn) is "default" || Urn.Name(urn).StartsWith("default_", StringComparison.Ordinal);

    /// <summary>The provider that the engine makes for resources of a package that name none; its id is not known in a preview.</summary>
    public static string Default(string stack, string project, string package, string version)
    {
        var name = version.Length == 0 ? "default" : $"default_{version.Replace('.', '_').Replace('-', '_').Replace('+', '_')}";
        return $"{Urn.Create(stack, project, "", TypePrefix + package, name)}::{SpecialValues.Unknown}";
    }
}

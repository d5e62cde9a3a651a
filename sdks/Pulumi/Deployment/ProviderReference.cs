using Pulumi.Protocol;

namespace Pulumi;

/// <summary>How the engine is told which provider to use.</summary>
internal static class ProviderReference
{
    /// <summary><c>URN::ID</c> of a provider, with the sentinel for an id that is not known; empty for the default provider.</summary>
    public static string Of(ProviderResource? provider, Waiting waiting)
    {
        if (provider is null)
            return "";
        var urn = waiting.For(provider.Urn);
        var id = waiting.For(provider.Id);
        return $"{urn.Value}::{(id is { IsKnown: true, Value.Length: > 0 } ? id.Value : SpecialValues.Unknown)}";
    }
}

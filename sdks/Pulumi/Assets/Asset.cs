using Pulumi.Protocol;

namespace Pulumi;

/// <summary>The content of one file.</summary>
public abstract class Asset : AssetOrArchive
{
    private protected Asset(string property, string value)
        : base(SpecialValues.AssetSignature, property, value)
    {
    }
}

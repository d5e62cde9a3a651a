using Pulumi.Protocol;

namespace Pulumi;

/// <summary>A tree of files.</summary>
public abstract class Archive : AssetOrArchive
{
    private protected Archive(string property, object value)
        : base(SpecialValues.ArchiveSignature, property, value)
    {
    }
}

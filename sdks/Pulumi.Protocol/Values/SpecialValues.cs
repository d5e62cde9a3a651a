namespace Pulumi.Protocol;

/// <summary>How values that JSON does not have are written inside a <c>Struct</c>.</summary>
public static class SpecialValues
{
    /// <summary>The key that marks an object as a special value; its value is one of the signatures.</summary>
    public const string SignatureKey = "4dabf18193072939515e22adb298388d";

    /// <summary>Signature of a secret, its content under <c>value</c>.</summary>
    public const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";

    /// <summary>Signature of an output with its dependencies.</summary>
    public const string OutputValueSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    /// <summary>Signature of a reference to a resource.</summary>
    public const string ResourceReferenceSignature = "5cf8f73096256a8f31e491e813e4eb8e";

    /// <summary>Signature of an asset: <c>path</c>, <c>text</c> or <c>uri</c>.</summary>
    public const string AssetSignature = "c44067f5952c0a294b673a41bacd8c17";

    /// <summary>Signature of an archive: <c>path</c>, <c>uri</c> or <c>assets</c>.</summary>
    public const string ArchiveSignature = "0def7320c3a5731c473e5ecbe6d01bc7";

    /// <summary>The string that stands for a value that is not known yet.</summary>
    public const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
}

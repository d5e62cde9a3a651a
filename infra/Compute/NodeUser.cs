namespace Infra.Compute;

/// <summary>
/// The one account that logs in on a node. It is not root, but whoever may talk to the Docker daemon can become root
/// (docs.docker.com/engine/security), so sudo without a password gives nothing away; it keeps later node configuration a plain script.
/// </summary>
public static class NodeUser
{
    /// <summary>Its login name.</summary>
    public const string Name = "deploy";
}

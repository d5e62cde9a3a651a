using Pulumi;

namespace Infra.Swarm;

/// <summary>
/// Gives the options of a resource that lives in the swarm: through which provider it is made, after what, and with which machine it is
/// forgotten.
/// </summary>
/// <param name="parent">The component that the resource belongs to.</param>
public delegate CustomResourceOptions InsideSwarm(Resource parent);

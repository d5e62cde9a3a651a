using Infra.Compute;
using Infra.Settings;

namespace Stacks;

/// <summary>Hosts that the user has: nothing of them is made or deleted.</summary>
public static class ExistingFoundation
{
    /// <summary>Declares what is done on the hosts.</summary>
    public static Foundation Declare(EnvironmentSettings settings, IReadOnlyList<DataDirectory> directories)
    {
        var hosts = new ExistingHosts("hosts", settings.Nodes, directories);
        return new(hosts.All, hosts.EdgeAddress, Foundation.DataBefore(hosts.DataReady));
    }
}

using Infra.Compute;
using Infra.Networking;
using Infra.Settings;
using Pulumi;

namespace Infra.Tests;

/// <summary>Values that are right, for tests that are about something else.</summary>
public static class Samples
{
    public const string PublicKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPrNhiVhO0yA1XIHW6Cg8gXmhsF8FiNNtMDDanWaVtAq operator@example.com";

    public const string RegistryToken = "sentinel-of-a-secret-registryToken";

    /// <summary>The settings of a stack file in this repository, some of them changed.</summary>
    public static EnvironmentSettings Settings(string stack, params (string Key, string Value)[] changes)
    {
        var values = StackFiles.Values(stack);
        foreach (var (key, value) in changes)
            values[key] = value;
        var source = new SettingsSource(values.AsReadOnly(), StackFiles.SecretKeys, key => Output.CreateSecret(values[key]));
        var settings = EnvironmentSettings.Read(source);
        return source.Problems.Count == 0 ? settings : throw new SettingsException($"Pulumi.{stack}.yaml", source.Problems);
    }

    /// <summary>The nodes of an environment, declared as the platform does.</summary>
    public static SwarmNodes Nodes(EnvironmentSettings settings, bool protectData = false)
    {
        var identity = new SshIdentity("identity", "lhd-test", settings.Nodes.SshPublicKeys);
        var network = new PrivateNetwork("network", "lhd-test", settings.Nodes);
        var firewall = new NodeFirewall("firewall", "lhd-test", network.NodeTag, settings.Nodes.AdminCidrs, CloudflareRanges.All);
        return new SwarmNodes("nodes", new("lhd-test", settings.Nodes, network, identity, firewall, protectData));
    }
}

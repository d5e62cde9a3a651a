namespace Infra.Compute;

/// <summary>What is special about one node's first boot.</summary>
/// <param name="AuthorizedKeys">Public keys that may log in as <see cref="NodeUser"/>.</param>
/// <param name="HostPrivateKey">The host's private key in OpenSSH format, made beforehand so that its public half can be checked.</param>
/// <param name="HostPublicKey">Its public half in one line.</param>
/// <param name="RebootTime">When the node may reboot for updates (UTC). Managers must not reboot together.</param>
public sealed record CloudInitArgs(
    IReadOnlyList<string> AuthorizedKeys,
    string HostPrivateKey,
    string HostPublicKey,
    TimeOnly RebootTime);

/// <summary>Pure: the user data of a node (docs.cloud-init.io, cloud-config). It holds the host's private key, so it is a secret.</summary>
public static class CloudInit
{
    /// <summary>The user data.</summary>
    public static string Render(CloudInitArgs args) =>
        $$"""
        #cloud-config
        users:
          - name: {{NodeUser.Name}}
            shell: /bin/bash
            groups: [docker]
            lock_passwd: true
            sudo: "ALL=(ALL) NOPASSWD:ALL"
            ssh_authorized_keys:
        {{Lines(args.AuthorizedKeys.Select(key => $"- {Quoted(key)}"), 6)}}
        disable_root: true
        ssh_pwauth: false
        ssh_deletekeys: true
        ssh_keys:
          ed25519_private: |
        {{Lines(args.HostPrivateKey.Trim().Split('\n'), 4)}}
          ed25519_public: {{Quoted(args.HostPublicKey.Trim())}}
        ssh:
          emit_keys_to_console: false
        package_update: true
        package_upgrade: true
        packages: [ca-certificates, curl, gnupg, iptables, unattended-upgrades]
        write_files:
        {{File("/etc/ssh/sshd_config.d/10-hardening.conf", "0600", Sshd.DropIn)}}
        {{File("/etc/docker/daemon.json", "0644", DockerEngine.DaemonJson)}}
        {{File("/etc/systemd/system/docker.service.d/10-metrics-address.conf", "0644", DockerEngine.MetricsAddressDropIn)}}
        {{File("/etc/apt/preferences.d/docker", "0644", DockerEngine.AptPreferences)}}
        {{File("/etc/apt/apt.conf.d/60upgrade-policy", "0644", NodeSetup.UpgradePolicy(args.RebootTime))}}
        {{File("/etc/systemd/system/containers-without-metadata.service", "0644", NodeSetup.MetadataUnit)}}
        {{File("/usr/local/sbin/setup-node", "0755", NodeSetup.Script)}}
        runcmd:
          - [/usr/local/sbin/setup-node]

        """;

    private static string File(string path, string permissions, string content) =>
        $"""
          - path: {path}
            permissions: "{permissions}"
            content: |
        {Lines(content.TrimEnd('\n').Split('\n'), 6)}
        """;

    private static string Lines(IEnumerable<string> lines, int indent) =>
        string.Join('\n', lines.Select(line => line.Length == 0 ? "" : new string(' ', indent) + line));

    /// <summary>A YAML single-quoted scalar.</summary>
    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}

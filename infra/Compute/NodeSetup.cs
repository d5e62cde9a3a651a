namespace Infra.Compute;

/// <summary>Pure: the script that turns a fresh Ubuntu into a node. It may run again at any time and then changes nothing.</summary>
public static class NodeSetup
{
    /// <summary>Waits until a node's first boot is done, and says why when it failed. Exit code 2 of cloud-init is a warning.</summary>
    public static string AwaitFirstBoot { get; } =
        """
        set -eu
        boot=0
        timeout 900 cloud-init status --wait >/dev/null || boot=$?
        if [ "$boot" -ne 0 ] && [ "$boot" -ne 2 ]; then
          echo "the node's first boot failed; the end of /var/log/cloud-init-output.log:" >&2
          sudo tail -n 40 /var/log/cloud-init-output.log >&2
          exit 1
        fi
        docker info --format '{{.ServerVersion}}'

        """;

    /// <summary>Installs the Docker Engine on Ubuntu, for bash as root with <c>set -euo pipefail</c>; its configuration is in place before.</summary>
    public static string InstallDocker { get; } =
        $$"""
        keyring=/etc/apt/keyrings/docker.asc
        if [ ! -s "$keyring" ]; then
          download=$(mktemp)
          trap 'rm -f "$download"' EXIT
          curl --fail --silent --show-error --location --proto '=https' --retry 8 --retry-all-errors \
            --output "$download" https://download.docker.com/linux/ubuntu/gpg
          found=$(gpg --batch --with-colons --show-keys "$download" |
            awk -F: '$1 == "pub" { keys++ } $1 == "fpr" && first == "" { first = $10 } END { print keys, first }')
          if [ "$found" != '1 {{DockerEngine.SigningKey}}' ]; then
            echo "the key of Docker's apt repository is not the expected one: $found" >&2
            exit 1
          fi
          install -D -m 0644 "$download" "$keyring"
        fi

        codename=$(awk -F= '$1 == "VERSION_CODENAME" { print $2 }' /etc/os-release)
        cat >/etc/apt/sources.list.d/docker.sources <<SOURCE
        Types: deb
        URIs: https://download.docker.com/linux/ubuntu
        Suites: $codename
        Components: stable
        Architectures: $(dpkg --print-architecture)
        Signed-By: $keyring
        SOURCE

        packages=(docker-ce docker-ce-cli containerd.io)
        if ! dpkg-query --show --showformat='${Version}\n' docker-ce 2>/dev/null | grep -q '^5:{{DockerEngine.Version}}-'; then
          apt-get -o DPkg::Lock::Timeout=600 -o Acquire::Retries=8 update
          apt-get -o DPkg::Lock::Timeout=600 -o Acquire::Retries=8 install --yes --allow-change-held-packages --allow-downgrades "${packages[@]}"
        fi
        apt-mark hold "${packages[@]}" >/dev/null
        """;

    /// <summary>The script, for bash as root.</summary>
    public static string Script { get; } =
        $$"""
        #!/usr/bin/env bash
        set -euo pipefail
        export DEBIAN_FRONTEND=noninteractive

        {{InstallDocker}}

        systemctl daemon-reload
        systemctl enable --now docker.service containers-without-metadata.service

        # sshd -t wants the directory that a socket-activated sshd makes only when it starts.
        install -d -m 0755 /run/sshd
        sshd -t
        systemctl try-reload-or-restart ssh.service

        """;

    /// <summary>
    /// A systemd unit that keeps containers from the metadata service of the cloud, which hands the node's user data, and so its host key, to
    /// whoever asks (docs.digitalocean.com/products/droplets/how-to/access-metadata).
    /// </summary>
    public static string MetadataUnit { get; } =
        """
        [Unit]
        Description=Keep containers from the metadata service of the cloud
        Requires=docker.service
        After=docker.service
        PartOf=docker.service

        [Service]
        Type=oneshot
        RemainAfterExit=yes
        ExecStart=/bin/sh -c 'iptables --wait --check DOCKER-USER --destination 169.254.169.254 --jump DROP || iptables --wait --insert DOCKER-USER --destination 169.254.169.254 --jump DROP'

        [Install]
        WantedBy=docker.service

        """;

    /// <summary>Unattended upgrades: security fixes at night, never Docker, and a reboot at a time of the node's own when one is needed.</summary>
    public static string UpgradePolicy(TimeOnly rebootTime) =>
        $$"""
        APT::Periodic::Update-Package-Lists "1";
        APT::Periodic::Unattended-Upgrade "1";
        Unattended-Upgrade::Package-Blacklist { "docker-ce"; "docker-ce-cli"; "containerd.io"; };
        Unattended-Upgrade::Automatic-Reboot "true";
        Unattended-Upgrade::Automatic-Reboot-Time "{{rebootTime:HH:mm}}";

        """;
}

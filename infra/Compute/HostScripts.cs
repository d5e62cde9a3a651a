namespace Infra.Compute;

/// <summary>Pure: what is done on a host that exists already. Each script may run again and then changes nothing.</summary>
public static class HostScripts
{
    /// <summary>The oldest major version of the Docker Engine with everything that the services ask of it (swarm configs, init, tmpfs mounts).</summary>
    public const int OldestEngine = 20;

    /// <summary>
    /// Checks that the host is the one that was meant and has a Docker Engine. On Ubuntu without one it installs the same as on a droplet,
    /// by sudo; an engine that is there is left as it is.
    /// </summary>
    /// <param name="hostName">What the host calls itself.</param>
    public static string Ready(string hostName) =>
        $$$"""
        set -eu
        if [ "$(hostname)" != {{{hostName}}} ]; then
          echo "this host calls itself $(hostname): write that as its hostName in lhd:hosts" >&2
          exit 1
        fi

        if ! command -v docker >/dev/null; then
          if ! grep -qx 'ID=ubuntu' /etc/os-release || ! sudo --non-interactive true; then
            echo 'there is no Docker here, and it can be installed only on Ubuntu by a user who has sudo without a password:' >&2
            echo 'install it by hand, https://docs.docker.com/engine/install' >&2
            exit 1
          fi
          [ -e /etc/docker/daemon.json ] || sudo install -D -m 0644 /dev/stdin /etc/docker/daemon.json <<'FILE'
        {{{DockerEngine.DaemonJson}}}
        FILE
          sudo install -D -m 0644 /dev/stdin /etc/systemd/system/docker.service.d/10-metrics-address.conf <<'FILE'
        {{{DockerEngine.MetricsAddressDropIn}}}
        FILE
          sudo install -D -m 0644 /dev/stdin /etc/apt/preferences.d/docker <<'FILE'
        {{{DockerEngine.AptPreferences}}}
        FILE
          sudo apt-get -o DPkg::Lock::Timeout=600 update
          sudo apt-get -o DPkg::Lock::Timeout=600 install --yes ca-certificates curl gnupg
          sudo bash -euo pipefail <<'INSTALL'
        {{{NodeSetup.InstallDocker}}}
        INSTALL
          sudo systemctl enable --now docker.service
          sudo usermod --append --groups docker "$(id --user --name)"
        fi

        # Whoever was just added to the group docker is in it from the next login on.
        engine=$(docker info --format '{{.ServerVersion}}' 2>/dev/null || sudo --non-interactive docker info --format '{{.ServerVersion}}')
        if [ "${engine%%.*}" -lt {{{OldestEngine}}} ]; then
          echo "Docker Engine $engine is too old: {{{OldestEngine}}} or later is needed" >&2
          exit 1
        fi
        echo "$engine"

        """;

    /// <summary>
    /// Makes the directories for data below <see cref="DataVolume.MountPoint"/>, where a disk of one's own may be mounted. Their content is
    /// never touched, and stays when the stack is destroyed.
    /// </summary>
    public static string DataDirectories(IEnumerable<DataDirectory> directories) =>
        $"""
        set -eu
        target={DataVolume.MountPoint}
        sudo install -d -m 0755 "$target"
        {string.Join('\n', directories.Select(DataVolumeScript.Directory))}

        """;
}

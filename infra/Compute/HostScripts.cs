namespace Infra.Compute;

/// <summary>Pure: what is done on a host that exists already. Each script may run again and then changes nothing.</summary>
public static class HostScripts
{
    /// <summary>The oldest major version of the Docker Engine with everything that the services ask of it (swarm configs, init, tmpfs mounts).</summary>
    public const int OldestEngine = 20;

    /// <summary>
    /// Checks that the host is the one that was meant and has a Docker Engine. On Ubuntu without one it installs the same as on a droplet,
    /// by sudo; an engine that is there is left as it is. An account that
    /// reaches the engine by sudo alone is added to the group docker, since the docker provider logs in with it and knows no sudo.
    /// </summary>
    /// <param name="hostName">What the host calls itself.</param>
    public static string Ready(string hostName) =>
        $$$"""
        set -eu
        if [ "$(hostname)" != {{{hostName}}} ]; then
          echo "this host calls itself $(hostname): write that as its hostName in lhd:hosts" >&2
          exit 1
        fi

        # Docker's repository without its engine is what an interrupted run leaves.
        if ! command -v docker >/dev/null || { [ -e /etc/apt/sources.list.d/docker.sources ] && ! command -v dockerd >/dev/null; }; then
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
          # Never the script as standard input: packages' scripts may read from it, and what they read would not be run.
          sudo env DEBIAN_FRONTEND=noninteractive bash -euo pipefail -c "$(cat <<'INSTALL'
        apt-get -o DPkg::Lock::Timeout=600 update
        apt-get -o DPkg::Lock::Timeout=600 install --yes ca-certificates curl gnupg
        {{{NodeSetup.InstallDocker}}}
        INSTALL
          )" </dev/null
          sudo systemctl enable --now docker.service
        fi

        # Some versions of the command end with 0 though the engine does not answer them.
        engine=$(docker info --format '{{.ServerVersion}}' 2>/dev/null) || engine=
        if [ -z "$engine" ]; then
          engine=$(sudo --non-interactive docker info --format '{{.ServerVersion}}') || engine=
          if [ -z "$engine" ]; then
            echo "Docker does not answer $(id --user --name): start it, and add the account to the group docker or give it sudo without a password" >&2
            exit 1
          fi
          # In force from the next login on, and every later command is one.
          sudo usermod --append --groups docker "$(id --user --name)"
        fi
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

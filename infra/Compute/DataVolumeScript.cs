namespace Infra.Compute;

/// <summary>Pure: the script that mounts the data volume, again and again with the same result.</summary>
public static class DataVolumeScript
{
    /// <summary>
    /// The script, for <see cref="NodeUser"/>. A file system is made only on a device on which nothing at all is found; when that cannot be told,
    /// the script stops. Each directory gets a guard file, and exists on the volume only: what binds it cannot start on the root disk.
    /// </summary>
    /// <param name="volumeName">Name of the volume, which is in its path below <c>/dev/disk/by-id</c>.</param>
    /// <param name="gibibytes">Size; a change makes the script run again, and the file system grow.</param>
    /// <param name="directories">Directories on the volume.</param>
    public static string Mount(string volumeName, int gibibytes, IEnumerable<DataDirectory> directories) =>
        $$"""
        set -eu
        device=/dev/disk/by-id/scsi-0DO_Volume_{{volumeName}} # {{gibibytes}} GiB
        target={{DataVolume.MountPoint}}

        # A run that was killed may still be at work here: two at once would both find nothing on the device.
        exec 9>>"$HOME/.data-volume.lock"
        if ! flock --timeout 300 9; then
          echo "another run of this script has not ended within 5 minutes; look for it with: fuser -v $HOME/.data-volume.lock" >&2
          exit 1
        fi

        tries=0
        until [ -b "$device" ]; do
          tries=$((tries + 1))
          if [ "$tries" -gt 90 ]; then
            echo "$device has not appeared within 3 minutes: is the volume attached to this node?" >&2
            exit 1
          fi
          sleep 2
        done

        probe=0
        sudo blkid --probe "$device" >/dev/null || probe=$?
        case "$probe" in
          0) ;;
          2) sudo mkfs.ext4 -q "$device" ;;
          *)
            echo "cannot tell what is on $device (blkid ends with $probe), so it is left alone" >&2
            exit 1
            ;;
        esac
        if [ "$(sudo blkid --probe --output value --match-tag TYPE "$device")" != ext4 ]; then
          echo "$device holds something other than an ext4 file system, so it is left alone" >&2
          exit 1
        fi

        entry="UUID=$(sudo blkid --probe --output value --match-tag UUID "$device") $target ext4 noatime,discard,nofail 0 2"
        if ! grep -qxF "$entry" /etc/fstab; then
          sudo sed -i "\\| $target |d" /etc/fstab
          echo "$entry" | sudo tee -a /etc/fstab >/dev/null
        fi
        sudo install -d -m 0755 "$target"
        mountpoint -q "$target" || sudo mount "$target"
        sudo resize2fs "$device" 2>/dev/null
        {{string.Join('\n', directories.Select(Directory))}}

        """;

    /// <summary>Makes a directory below <c>$target</c>, with its guard file.</summary>
    internal static string Directory(DataDirectory directory) =>
        $"""
        sudo install -d -m 0700 -o {directory.Owner} -g {directory.Owner} "$target/{directory.Name}"
        sudo touch "$target/{directory.Name}/{DataVolume.GuardFile}"
        """;
}

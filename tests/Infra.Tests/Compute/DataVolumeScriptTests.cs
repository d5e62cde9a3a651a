using Infra.Compute;
using Tests.Support;

namespace Infra.Tests.Compute;

public class DataVolumeScriptTests
{
    private static readonly string Script = DataVolumeScript.Mount("lhd-staging-data", 20, [new("postgres", 999), new("prometheus", 65534)]);

    [Fact]
    public void Is_exactly_this() => Assert.Equal(
        """
        set -eu
        device=/dev/disk/by-id/scsi-0DO_Volume_lhd-staging-data # 20 GiB
        target=/mnt/data

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
        sudo install -d -m 0700 -o 999 -g 999 "$target/postgres"
        sudo touch "$target/postgres/.on-data-volume"
        sudo install -d -m 0700 -o 65534 -g 65534 "$target/prometheus"
        sudo touch "$target/prometheus/.on-data-volume"

        """,
        Script);

    [RequiresToolFact("shellcheck")]
    public Task Passes_shellcheck() => Tool.AcceptAsync("shellcheck", Script, "--shell=bash", "-");
}

#!/usr/bin/env bash
# Installs the Pulumi CLI of version PULUMI_VERSION into a folder: ci/install-pulumi.sh FOLDER
# The archive must have the checksum that Pulumi publishes, or PULUMI_SHA256 when that is set. A folder that has it is left as it is.
set -euo pipefail
# shellcheck source=ci/checks.sh
. "$(dirname "$0")/checks.sh"

folder=${1:?folder}
require_variables PULUMI_VERSION
releases=${PULUMI_RELEASES:-https://get.pulumi.com/releases/sdk}

[ ! -x "$folder/$PULUMI_VERSION/pulumi" ] || exit 0

case $(uname -m) in
  x86_64) machine=x64 ;;
  aarch64) machine=arm64 ;;
  *) fail "Pulumi publishes no CLI for $(uname -m)." ;;
esac
archive=pulumi-v$PULUMI_VERSION-linux-$machine.tar.gz

work=$(mktemp --directory)
trap 'rm -rf "$work"' EXIT
download() {
  curl --disable --fail --silent --show-error --location --retry 3 --max-time 600 --output "$work/$1" "$releases/$1" ||
    fail "$releases/$1 cannot be downloaded."
}

download "$archive"
expected=${PULUMI_SHA256:-}
if [ -z "$expected" ]; then
  download "pulumi-$PULUMI_VERSION-checksums.txt"
  expected=$(awk -v name="$archive" '$2 == name { print $1 }' "$work/pulumi-$PULUMI_VERSION-checksums.txt")
fi
actual=$(sha256sum "$work/$archive" | cut --delimiter=' ' --fields=1)
[ "$actual" = "$expected" ] || fail "$archive has the checksum $actual, expected ${expected:-one in the published list}; nothing is installed."

# Unpacked beside its place and moved there, so that an interrupted job never leaves half a CLI in the cache.
mkdir -p "$folder"
tar --extract --gzip --file "$work/$archive" --directory "$work"
rm -rf "${folder:?}/$PULUMI_VERSION"
mv "$work/pulumi" "$folder/$PULUMI_VERSION"

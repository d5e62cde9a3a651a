#!/usr/bin/env bash
# Makes the .NET SDK's image able to run the other scripts of this folder: jq, ssh and the Pulumi CLI. As root.
set -euo pipefail

missing=()
command -v jq >/dev/null || missing+=(jq)
command -v ssh-agent >/dev/null || missing+=(openssh-client)
if [ "${#missing[@]}" -gt 0 ]; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -q
  apt-get install -q -y --no-install-recommends "${missing[@]}"
fi

cli=${CI_PROJECT_DIR:?}/.cache/pulumi-cli
"$(dirname "$0")/install-pulumi.sh" "$cli"
# With the language hosts, which the CLI looks for on the path.
ln -sf "$cli/${PULUMI_VERSION:?}"/pulumi* /usr/local/bin/
pulumi version

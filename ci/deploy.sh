#!/usr/bin/env bash
# Updates a stack: ci/deploy.sh STACK [RELEASE [MODE]]
# Without a release the stack keeps the one that it runs, so a change of the infrastructure deploys nothing else.
set -euo pipefail
folder=$(dirname "$0")
# shellcheck source=ci/checks.sh
. "$folder/checks.sh"
# shellcheck source=ci/release.sh
. "$folder/release.sh"

stack=${1:?stack}
release=${2:-}
mode=${3:-additive}

check_stack "$stack"
check_mode "$mode"
[ -z "$release" ] || check_tag LHD_RELEASE "$release"

if [ -n "$release" ]; then
  set_release "$stack" "$release" "$mode"
else
  keep_release "$stack"
fi
pulumi up --stack "$(stack_name "$stack")" --yes --non-interactive --suppress-progress --color never --diff

#!/usr/bin/env bash
# Goes back to an earlier release: ci/rollback.sh STACK TAG
# The program refuses, before anything changes, a tag that the stack never ran or migrations that cannot be undone.
set -euo pipefail
folder=$(dirname "$0")
# shellcheck source=ci/checks.sh
. "$folder/checks.sh"
# shellcheck source=ci/release.sh
. "$folder/release.sh"

stack=${1:?stack}
tag=${2:-}

check_stack "$stack"
[ -n "$tag" ] || fail "LHD_ROLLBACK_TO is not set. Run this job with that variable set to the release to go back to, e.g. 1a2b3c4d."
check_tag LHD_ROLLBACK_TO "$tag"

deployed=$(deployed_release "$stack")
[ -n "$deployed" ] || fail "stack $stack has no release yet, so there is nothing to go back to."
newest=$(release_field newest "$deployed")
mode=$(release_field mode "$deployed")
running=$(release_field release "$deployed")
[ "$tag" != "$running" ] || fail "stack $stack runs $tag already."
[ "$tag" != "$newest" ] || fail "$tag is the newest release of stack $stack: to go forward to it, deploy it (LHD_RELEASE=$tag)."

# The newest image alone knows how to undo its migrations, so it stays lhd:release, with its mode.
set_release "$stack" "$newest" "$mode"
set_rollback "$stack" "$tag"
pulumi up --stack "$(stack_name "$stack")" --yes --non-interactive --suppress-progress --color never --diff

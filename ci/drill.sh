#!/usr/bin/env bash
# Rehearses the restore of an environment's last backup, on its own data node: ci/drill.sh STACK
# Ends with 0 when the backup was restored and passed the checks. Slack hears of a failure from here, and of a success from Alertmanager.
set -euo pipefail
folder=$(dirname "$0")
# shellcheck source=ci/checks.sh
. "$folder/checks.sh"
# shellcheck source=ci/release.sh
. "$folder/release.sh"
# shellcheck source=ci/verdict.sh
. "$folder/verdict.sh"

stack=${1:?stack}
check_stack "$stack"
require_variables LHD_SLACK_WEBHOOK

said=$(mktemp)
trap 'rm -f "$said"' EXIT

# output NAME OUTPUTS: a text among the stack's outputs.
output() {
  jq --raw-output --exit-status ".$1 | strings | select(. != \"\")" <<<"$2" ||
    fail "stack $stack has no output $1: update it (pulumi up), then run the drill again."
}

drill() (
  set -e
  outputs=$(pulumi stack output --stack "$(stack_name "$stack")" --json) || fail "the outputs of stack $stack cannot be read."
  login=$(output sshCommand "$outputs")
  key=$(output hostKey "$outputs")
  read -ra ssh <<<"$login"
  # The key that the program knows is the only one that is accepted: ssh_config(5).
  "${ssh[@]}" -o BatchMode=yes -o ConnectTimeout=30 -o ServerAliveInterval=30 -o StrictHostKeyChecking=yes \
    -o UserKnownHostsFile=/dev/null -o GlobalKnownHostsFile=/dev/null -o "KnownHostsCommand=/bin/echo %H $key" lhd-backups drill
)

set +e
drill 2>&1 | tee "$said"
status=${PIPESTATUS[0]}
set -e

if [ "$status" -eq 0 ]; then
  echo "the last backup of $stack can be restored"
  exit 0
fi

# 255 is what ssh says of itself (ssh(1)), and what failed before it ends with 1 as the drill does; the drill's own words tell.
if grep --quiet 'error: the drill failed' "$said"; then
  verdict="The restore drill of $stack failed: its last backup would not have saved the data."
else
  verdict="The restore drill of $stack did not take place: nothing is known about its last backup."
fi
fail_in_slack "$verdict" "$said"

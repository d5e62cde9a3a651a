#!/usr/bin/env bash
# Tells Slack when what is deployed is not what the program says: ci/drift-check.sh STACK
# Ends with 0 when they are the same, 1 when they differ or could not be compared. Changes nothing.
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

plan=$(mktemp)
trap 'rm -f "$plan"' EXIT

compare() (
  set -e
  keep_release "$stack"
  pulumi preview --stack "$(stack_name "$stack")" --refresh --expect-no-changes --diff --non-interactive --suppress-progress --color never
)

set +e
compare 2>&1 | tee "$plan"
status=${PIPESTATUS[0]}
set -e

if [ "$status" -eq 0 ]; then
  echo "no drift in $stack"
  exit 0
fi

# The exit code does not tell a difference from a failure in every version of the CLI; its message does.
if grep --quiet --ignore-case 'no changes were expected' "$plan"; then
  verdict="Drift in $stack: what is deployed is not what the program says."
else
  verdict="The drift check of $stack failed: nothing is known about drift."
fi
fail_in_slack "$verdict" "$plan"

#!/usr/bin/env bash
# Previews a stack and posts the plan to the merge request, also a failure: ci/preview.sh STACK
# Ends with what `pulumi preview` ended with. Changes nothing.
set -euo pipefail
folder=$(dirname "$0")
# shellcheck source=ci/checks.sh
. "$folder/checks.sh"
# shellcheck source=ci/release.sh
. "$folder/release.sh"

stack=${1:?stack}
check_stack "$stack"

work=$(mktemp --directory)
trap 'rm -rf "$work"' EXIT

plan() (
  set -e
  keep_release "$stack"
  pulumi preview --stack "$(stack_name "$stack")" --diff --non-interactive --suppress-progress --color never
)

set +e
plan 2>&1 | tee "$work/output"
status=${PIPESTATUS[0]}
set -e

"$folder/preview-note.sh" "$stack" "$status" <"$work/output" >"$work/note.md"
"$folder/merge-request-note.sh" "$work/note.md"
exit "$status"

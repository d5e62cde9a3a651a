#!/usr/bin/env bash
# Previews a stack without any credential and leaves the plan in preview-STACK.md: ci/preview-offline.sh STACK
# Where there is a token for notes, which a fork does not have, it is posted too.
set -euo pipefail
folder=$(dirname "$0")
# shellcheck source=ci/checks.sh
. "$folder/checks.sh"

stack=${1:?stack}
check_stack "$stack"

dotnet run --project preview -- --stack "$stack" --markdown >"preview-$stack.md"
cat "preview-$stack.md"
if [ -n "${LHD_NOTE_TOKEN:-}" ]; then
  "$folder/merge-request-note.sh" "preview-$stack.md"
fi

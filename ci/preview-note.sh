#!/usr/bin/env bash
# Wraps the output of `pulumi preview` for a note: ci/preview-note.sh STACK STATUS <output >note.md
# The hidden first line is how the next pipeline finds the note again.
set -euo pipefail

stack=${1:?stack}
status=${2:?status}

# Below GitLab's limit of 1,000,000 characters (https://docs.gitlab.com/api/notes/), and still something that a browser shows at once.
longest=200000

output=$(mktemp)
trap 'rm -f "$output"' EXIT
cat >"$output"

verdict='planned'
[ "$status" -eq 0 ] || verdict="**failed** with exit code $status"

# A fence ends at a line with as many tildes as it began with, so it gets more than any line of the text.
fence=$(awk 'BEGIN { fence = "~~~" } { while (index($0, fence)) fence = fence "~" } END { print fence }' "$output")

printf '<!-- lhd-preview:%s -->\n### Preview of %s: %s\n\n' "$stack" "$stack" "$verdict"
if [ -n "${CI_COMMIT_SHORT_SHA:-}" ]; then
  printf 'Of %s, by [job %s](%s).\n\n' "$CI_COMMIT_SHORT_SHA" "${CI_JOB_ID:-}" "${CI_JOB_URL:-}"
fi
# The counts, which pulumi prints last, as a list.
# shellcheck disable=SC2016  # backticks are Markdown's
sed --quiet '/^Resources:/,/^$/ s/^ \{4,\}\(.*\)$/- `\1`/p' "$output"
printf '\n<details><summary>pulumi preview --diff</summary>\n\n%sdiff\n' "$fence"
LC_ALL=C awk -v longest="$longest" '
  (used += length($0) + 1) > longest { print "… cut here; the job shows the whole."; exit }
  { print }
' "$output"
printf '%s\n\n</details>\n' "$fence"

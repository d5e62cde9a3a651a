#!/usr/bin/env bash
# Posts a note to the merge request of this pipeline, or updates the one that it posted before: ci/merge-request-note.sh FILE
# The file has a line `<!-- lhd-preview:STACK -->`; a note of the token's own user with the same line is the one to update. Secrets are
# masked. API: https://docs.gitlab.com/api/notes/#merge-requests
set -euo pipefail
folder=$(dirname "$0")
# shellcheck source=ci/checks.sh
. "$folder/checks.sh"

file=${1:?file}
attempts=5
longest=1000000

require_variables LHD_NOTE_TOKEN CI_API_V4_URL CI_MERGE_REQUEST_PROJECT_ID CI_MERGE_REQUEST_IID
[[ $LHD_NOTE_TOKEN =~ ^[A-Za-z0-9_.=-]+$ ]] || fail "LHD_NOTE_TOKEN has characters that no GitLab token has; was it pasted with a space?"
marker=$(grep --only-matching --max-count=1 --extended-regexp '<!-- lhd-preview:[A-Za-z0-9_.-]+ -->' "$file" | head --lines=1) ||
  fail "$file has no line like <!-- lhd-preview:staging -->, by which the note would be found again."

work=$(mktemp --directory)
trap 'rm -rf "$work"' EXIT
"$folder/mask.sh" <"$file" | jq --raw-input --slurp '{body: .}' >"$work/note.json"
length=$(jq '.body | length' "$work/note.json")
[ "$length" -le "$longest" ] || fail "$file has $length characters; a note has at most $longest (https://docs.gitlab.com/api/notes/)."

merge_request=/projects/$CI_MERGE_REQUEST_PROJECT_ID/merge_requests/$CI_MERGE_REQUEST_IID

# Value of a header of the last answer.
header() {
  sed --quiet "s/^$1:[[:space:]]*//Ip" "$work/headers" | tr -d '\r' | tail --lines=1
}

# request METHOD PATH [BODY]: the answer is in $work/answer. Returns 75 when the same may succeed later; ends the script when it will not.
request() {
  local options=(--request "$1")
  [ -z "${3:-}" ] || options+=(--header 'Content-Type: application/json' --data-binary "@$3")
  : >"$work/headers"
  : >"$work/answer"
  # The token comes by a file descriptor, because every process can read an argument list.
  status=$(curl --disable --silent --max-time 60 --output "$work/answer" --dump-header "$work/headers" --write-out '%{http_code}' \
    --config <(printf 'header = "PRIVATE-TOKEN: %s"\n' "$LHD_NOTE_TOKEN") "${options[@]}" "$CI_API_V4_URL$2") || status=000
  case $status in
    2??) return 0 ;;
    000 | 408 | 429 | 5??) return 75 ;;
    401) fail "GitLab does not accept LHD_NOTE_TOKEN (401): it is wrong, revoked or expired. docs/ci.md says how to make one." ;;
    403) fail "LHD_NOTE_TOKEN may not do this (403): it needs the scope api and the role Reporter of the project." ;;
    404) [ "$1" != PUT ] || return 75 # deleted since it was listed
      fail "GitLab finds no merge request $CI_MERGE_REQUEST_IID in project $CI_MERGE_REQUEST_PROJECT_ID (404), or LHD_NOTE_TOKEN may not see it." ;;
    *) fail "GitLab answered $status to $1 $2: $(head --bytes=500 "$work/answer" | "$folder/mask.sh")" ;;
  esac
}

# The oldest note of our own with the marker. Others' notes cannot be edited, and may quote it.
find_note() {
  local me=$1 page=1
  note=
  while [ -n "$page" ]; do
    request GET "$merge_request/notes?sort=asc&order_by=created_at&per_page=100&page=$page" || return
    note=$(jq --raw-output --argjson me "$me" --arg marker "$marker" \
      'first(.[] | select((.system | not) and .author.id == $me and (.body | contains($marker))) | .id)' "$work/answer") ||
      fail "GitLab's list of notes is not what its API describes; is CI_API_V4_URL right?"
    [ -z "$note" ] || return 0
    page=$(header x-next-page)
  done
}

# Begins with the list each time: an earlier attempt may have been carried out although its answer got lost.
publish() {
  request GET /user || return
  find_note "$(jq .id "$work/answer")" || return
  if [ -n "$note" ]; then
    request PUT "$merge_request/notes/$note" "$work/note.json" || return
    echo "updated note $note of merge request $CI_MERGE_REQUEST_IID"
  else
    request POST "$merge_request/notes" "$work/note.json" || return
    echo "posted a note to merge request $CI_MERGE_REQUEST_IID"
  fi
}

for ((attempt = 1; attempt <= attempts; attempt++)); do
  if publish; then exit 0; fi
  [ "$attempt" -lt "$attempts" ] || break
  pause=$(header retry-after)
  [[ $pause =~ ^[0-9]{1,3}$ ]] || pause=$((${LHD_RETRY_SECONDS:-2} << (attempt - 1)))
  echo "GitLab answered $status; trying again in $pause s" >&2
  sleep "$pause"
done
fail "GitLab did not take the note in $attempts attempts; its last answer was $status (000 is none at all)."

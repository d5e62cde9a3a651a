#!/usr/bin/env bash
# Posts standard input to the channel of LHD_SLACK_WEBHOOK, secrets masked.
# https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
set -euo pipefail
folder=$(dirname "$0")
# shellcheck source=ci/checks.sh
. "$folder/checks.sh"
require_variables LHD_SLACK_WEBHOOK

# Slack recommends at most 4,000 characters of text: https://docs.slack.dev/reference/methods/chat.postMessage#truncating
longest=3900
message=$(mktemp)
answer=$(mktemp)
trap 'rm -f "$message" "$answer"' EXIT

"$folder/mask.sh" | jq --raw-input --slurp --argjson longest "$longest" \
  '{text: (if length > $longest then .[:$longest] + "…" else . end)}' >"$message"

# The address is the credential: it goes to curl by a file descriptor, never by the argument list, which every process can read.
status=$(curl --disable --silent --max-time 30 --retry 3 --retry-connrefused --output "$answer" --write-out '%{http_code}' \
  --header 'Content-Type: application/json' --data-binary "@$message" \
  --config <(printf 'url = "%s"\n' "$LHD_SLACK_WEBHOOK")) || true
[ "$status" = 200 ] || fail "Slack answered $status to the message: $(head --bytes=300 "$answer"). Is LHD_SLACK_WEBHOOK the address of an incoming webhook?"

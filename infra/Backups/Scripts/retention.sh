# shellcheck shell=bash
# What is kept: every verified backup of the last days (always one), and the WAL since the oldest of them.

# What a killed or failed backup left behind.
forget_unverified() {
  alone forget_leftovers
}

forget_leftovers() {
  local ids
  storage unlock >/dev/null 2>&1 || return 1
  ids=$(snapshots base,unverified | cut -d' ' -f1) || return 1
  [ -n "$ids" ] || return 0
  # shellcheck disable=SC2086
  storage forget --quiet $ids >/dev/null
}

expire() {
  alone forget_expired
}

forget_expired() {
  local oldest stale
  storage forget --quiet --tag base,verified --group-by host --keep-last 1 --keep-within "${RETENTION_DAYS}d" >/dev/null || return 1
  oldest=$(snapshots base,verified | head -n 1 | cut -d' ' -f2) || return 1
  stale=$(superseded_wal "$oldest") || return 1
  # shellcheck disable=SC2086
  [ -z "$stale" ] || storage forget --quiet $stale >/dev/null || return 1
  storage prune --quiet >/dev/null
}

# superseded_wal OLDEST: uploads that end before the oldest backup, and those that a later one of the same stretch contains.
superseded_wal() {
  snapshots wal | tac | while read -r id time tags; do
    stretch="$(tag_of "$tags" system)/$(tag_of "$tags" from)"
    if [ "$time" -lt "${1:-0}" ] || [[ " ${seen:-} " == *" $stretch "* ]]; then
      echo "$id"
    fi
    seen="${seen:-} $stretch"
  done
}

# shellcheck shell=bash
# Swarm has no cron: this keeps WAL flowing, and begins a backup every day, or at once when there is none of this cluster.

supervise() {
  local receiver='' backup='' uploaded=0
  mkdir -p "$WORK"
  open_storage
  trap 'kill $(jobs -p) 2>/dev/null; exit 143' TERM INT
  say "backups of $ENVIRONMENT: daily at $BACKUP_TIME UTC, WAL every $WAL_INTERVAL s, kept for $RETENTION_DAYS days"
  while true; do
    if ! running "$receiver"; then
      receiver=
      if own_spool; then
        (receive 2> >(tee "$WORK/receive.err" >&2)) &
        receiver=$!
      fi
    fi
    if grep -qsE 'requested WAL segment .* has already been removed|can no longer get changes' "$WORK/receive.err"; then
      rm "$WORK/receive.err"
      drop_lost_slot || true
    fi
    if [ $(($(now) - uploaded)) -ge "$WAL_INTERVAL" ] && [ -n "$receiver" ]; then
      if (ensure_repository && upload_wal); then
        uploaded=$(now)
      else
        say 'warning: the WAL could not be uploaded, trying again' >&2
      fi
      publish
    fi
    if ! running "$backup" && backup_is_due; then
      record lhd_backup_last_attempt_timestamp_seconds "$(now)"
      (back_up_now) &
      backup=$!
    fi
    touch "$WORK/alive"
    sleep "$TICK" &
    wait $! || true
  done
}

running() {
  [ -n "$1" ] && kill -0 "$1" 2>/dev/null
}

# A failed one is tried again after an hour.
backup_is_due() {
  local attempt success today
  [ ! -e "$WORK/backup-requested" ] || return 0
  attempt=$(recorded lhd_backup_last_attempt_timestamp_seconds)
  success=$(recorded lhd_backup_last_success_timestamp_seconds)
  [ $(($(now) - attempt)) -ge 3600 ] || return 1
  today=$(date --utc --date="$BACKUP_TIME" +%s)
  [ "$today" -le "$(now)" ] || today=$((today - 86400))
  [ "$success" -lt "$today" ]
}

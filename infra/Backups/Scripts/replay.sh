# shellcheck shell=bash
# Point-in-time recovery on fetched files (https://www.postgresql.org/docs/current/continuous-archiving.html#BACKUP-PITR-RECOVERY).

# recover FOLDER TIME: replays, and leaves the server running as a primary. TIME as for fetch.
recover() {
  local folder=$1 settings=("restore_command=cp '$1/wal/wal/%f' '%p'" recovery_target_action=promote)
  : >"$folder/data/recovery.signal"
  if [ -n "$2" ] && ! replay "$folder" "${settings[@]}" "recovery_target_time=$(date --utc --date="@$2" +'%F %T+00')" 2>"$folder/replay.err"; then
    # Nothing was committed after that time, though WAL was uploaded later: the end of the WAL is the state of that time.
    grep -q 'recovery ended before configured recovery target was reached' "$folder/replay.err" || {
      cat "$folder/replay.err" >&2
      fail 'the restored data could not be recovered'
    }
  elif [ -n "$2" ]; then
    return 0
  fi
  replay "$folder" "${settings[@]}" || fail 'the restored data could not be recovered'
}

replay() {
  local waited=0 limits=()
  mapfile -t limits < <(limits_of "$1/data")
  start_server "$@" "${limits[@]}" || return 1
  until [ "$(on_server "$1" backup --dbname=postgres --command='SELECT pg_is_in_recovery()' 2>/dev/null)" = f ]; do
    server_runs "$1" || return 1
    waited=$((waited + 1))
    [ "$waited" -lt "$DEADLINE" ] || fail "recovery did not end within $DEADLINE s"
    sleep 1
  done
}

# Replay needs at least the limits that the data were written under.
limits_of() {
  LC_ALL=C pg_controldata "$1" | sed -nE \
    's/^max_(connections|worker_processes|wal_senders) setting: +([0-9]+)$/max_\1=\2/p
     s/^max_prepared_xacts setting: +([0-9]+)$/max_prepared_transactions=\1/p
     s/^max_locks_per_xact setting: +([0-9]+)$/max_locks_per_transaction=\1/p'
}

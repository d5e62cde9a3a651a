# shellcheck shell=bash
# A backup: the whole cluster as pg_basebackup streams it, straight into the repository. It needs no disk. A backup counts only once it
# has been read back; until then it carries the tag "unverified", and nothing restores from it.

request_backup() {
  : >"$WORK/backup-requested"
}

# back_up_now: one at a time, whoever asks.
back_up_now() {
  local status last
  mkdir -p "$WORK/wal"
  exec 8>"$WORK/backup.lock"
  flock --nonblock 8 || fail 'another backup is running'
  rm -f "$WORK/backup-requested"
  # Not as a condition, in which bash would go on after an error.
  set +e
  (set -e && back_up) 8>&-
  status=$?
  set -e
  if [ "$status" -ne 0 ]; then
    record lhd_backup_last_failure_timestamp_seconds "$(now)"
    publish
    last=$(recorded lhd_backup_last_success_timestamp_seconds)
    fail "no backup was made; the last good one is $([ "$last" = 0 ] && echo 'not known here' || echo "of $(utc "$last")")"
  fi
  publish
}

back_up() {
  local began system timeline snapshot bytes digest
  began=$(now)
  open_storage
  ensure_repository
  read -r system timeline <<<"$(identity)" || fail "the server at $PGHOST does not answer"
  [ -n "$timeline" ] || fail "the server at $PGHOST does not answer"
  forget_unverified
  say "backing up cluster $system, timeline $timeline"
  stream "$system"
  verify "$snapshot" "$digest" "$bytes" "$system" "$began"
  record lhd_backup_duration_seconds $(($(now) - began))
  say "backup of $bytes bytes made and verified in $(($(now) - began)) s"
  expire || say 'warning: old backups could not be removed; the next backup tries again' >&2
}

# stream SYSTEM: sets snapshot, bytes and digest. The digest is of what the server sent.
stream() {
  local scratch status summary
  rm -rf "$WORK"/backup.??????
  scratch=$(mktemp --directory "$WORK/backup.XXXXXX")
  # shellcheck disable=SC2064
  trap "rm -rf '$scratch'" EXIT
  mkfifo "$scratch/digest" "$scratch/count"
  sha256sum <"$scratch/digest" >"$scratch/digest.out" &
  wc --bytes <"$scratch/count" >"$scratch/count.out" &

  # WAL is fetched with it, so that it can start without the archive; the manifest at its end lists every file with a checksum.
  status=0
  timeout --kill-after=30 "$DEADLINE" pg_basebackup --no-password --dbname="host=$PGHOST port=$PGPORT user=backup connect_timeout=10" \
    --pgdata=- --format=tar --wal-method=fetch --checkpoint=fast --label=lhd-backup --manifest-checksums=SHA256 2>"$scratch/server.err" |
    tee "$scratch/digest" "$scratch/count" |
    storage backup --json --stdin --stdin-filename base.tar --host "$ENVIRONMENT" --tag "base,unverified,system=$1" \
      >"$scratch/storage.out" 2>"$scratch/storage.err" || status=$?
  wait
  if [ "$status" -ne 0 ]; then
    tail -n 3 "$scratch/server.err" "$scratch/storage.err" >&2
    forget_unverified || true
    [ "$status" -ne 124 ] || fail "the backup did not end within $DEADLINE s"
    fail "$(tail -qn 1 "$scratch/server.err" "$scratch/storage.err" | paste -sd' ')"
  fi
  summary=$(grep '"message_type":"summary"' "$scratch/storage.out") || fail 'restic named no snapshot'
  [[ $summary =~ \"snapshot_id\":\"([0-9a-f]+)\" ]] || fail "restic named no snapshot: $summary"
  snapshot=${BASH_REMATCH[1]}
  bytes=$(cat "$scratch/count.out")
  read -r digest _ <"$scratch/digest.out"
}

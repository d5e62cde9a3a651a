# shellcheck shell=bash
# Point-in-time recovery: WAL as the server streams it, uploaded every few minutes. What is not uploaded yet is in the spool and, until
# it is there, kept by the server for the replication slot.

slot=lhd_backups

# The spool belongs to one cluster and timeline. After a restore there is another: what is left of the old one is uploaded, then set aside.
own_spool() {
  local found
  found=$(identity) || return 1
  mkdir -p "$WORK/wal"
  if [ -e "$WORK/wal.identity" ] && [ "$(cat "$WORK/wal.identity")" != "$found" ]; then
    say "the cluster is another one than before ($found), beginning anew"
    upload_wal || return 1
    rm -rf "$WORK/wal"
    mkdir -p "$WORK/wal"
    request_backup
  fi
  printf '%s' "$found" >"$WORK/wal.identity"
}

# receive: streams until the connection ends; the caller starts it again.
receive() {
  local connection="host=$PGHOST port=$PGPORT user=backup connect_timeout=10"
  pg_receivewal --no-password --dbname="$connection" --slot=$slot --create-slot --if-not-exists >/dev/null || return 1
  exec pg_receivewal --no-password --no-loop --dbname="$connection" --slot=$slot --directory="$WORK/wal"
}

# A slot that the server gave up, because its WAL had grown too large, cannot be used again; the next backup closes the gap.
drop_lost_slot() {
  say 'the WAL since the last upload is gone from the server; dropping the slot and taking a backup' >&2
  replication "DROP_REPLICATION_SLOT $slot" >/dev/null || return 1
  rm -rf "$WORK/wal"
  mkdir -p "$WORK/wal"
  request_backup
}

# The oldest file names the stretch of WAL: it stays until the next backup is verified, and every upload in between holds all since then.
upload_wal() {
  local first system
  first=$(find "$WORK/wal" -maxdepth 1 -regextype posix-extended -regex '.*/[0-9A-F]{24}(\.partial)?' -printf '%f\n' | sort | head -n 1)
  [ -n "$first" ] || return 0
  read -r system _ <"$WORK/wal.identity" || true
  # Not the path that it has on this node, but its name.
  (cd "$WORK" && beside storage backup --quiet --host "$ENVIRONMENT" --tag "wal,system=$system,from=${first%.partial}" wal) || return 1
  record lhd_backup_wal_last_success_timestamp_seconds "$(now)"
}

# forget_spooled SEGMENT: what a verified backup no longer needs, once it has been uploaded.
forget_spooled() {
  upload_wal || return 1
  find "$WORK/wal" -maxdepth 1 -type f -printf '%f\n' | sort | while IFS= read -r file; do
    [[ $file =~ ^[0-9A-F]{24}$ && $file < $1 ]] && rm "$WORK/wal/$file"
  done || true
}

# shellcheck shell=bash
# A backup is verified by reading all of it back from the storage: decrypted, it must be what the server sent.

# verify SNAPSHOT DIGEST BYTES SYSTEM BEGAN
verify() {
  local label first ended found
  rm -f "$WORK/digest"
  mkfifo "$WORK/digest"
  sha256sum <"$WORK/digest" >"$WORK/digest.out" &
  # tar stops reading after the first file; the rest is for the digest alone.
  label=$(storage dump "$1" base.tar | tee "$WORK/digest" | (
    tar --extract --to-stdout --occurrence=1 --file=- backup_label
    cat >/dev/null
  )) || fail 'the backup cannot be read back'
  wait
  read -r found _ <"$WORK/digest.out"
  rm "$WORK/digest" "$WORK/digest.out"
  [ "$found" = "$2" ] || fail "the backup read back is not what the server sent (sha256 $found, expected $2)"
  [[ $label =~ \(file\ ([0-9A-F]{24})\) ]] || fail 'the backup does not say where its WAL begins'
  first=${BASH_REMATCH[1]}
  ended=$(now)
  # A gap between this backup and the WAL that follows would end a recovery, so the WAL is uploaded before the backup counts.
  forget_spooled "$first" || fail 'the WAL of the backup could not be uploaded'
  alone storage tag --quiet --set "base,verified,system=$4,first=$first,ended=$ended,bytes=$3" "$1" >/dev/null ||
    fail 'the backup could not be marked as verified'
  record lhd_backup_last_success_timestamp_seconds "$5"
  record lhd_backup_size_bytes "$3"
}

# shellcheck shell=bash
# From the repository to files: base backup, its check against its own manifest, and the WAL to replay.

# fetch FOLDER TIME: TIME in seconds since 1970, or empty for the latest state.
fetch() {
  local folder=$1 until=$2 line id ended bytes tags
  line=$(choose_base "$until") || fail 'the repository cannot be listed'
  [ -n "$line" ] || fail "there is no verified backup${until:+ that ended before $(utc "$until")}"
  read -r id _ tags <<<"$line"
  ended=$(tag_of "$tags" ended)
  bytes=$(tag_of "$tags" bytes)
  need_space "$folder" "$bytes"
  mkdir -m 0700 "$folder/data" "$folder/wal"
  fetch_wal "$folder/wal" "$(tag_of "$tags" system)" "$ended" "$until"
  say "restoring the backup of $(utc "$ended"), $bytes bytes"
  storage dump --no-lock "$id" base.tar | tar --extract --directory="$folder/data" --file=- || fail 'the backup cannot be read from the storage, or not be written to disk'
  pg_verifybackup --quiet "$folder/data" || fail 'the backup is damaged: a file is not what its manifest says'
  rm -f "$folder/data/backup_manifest"
}

choose_base() {
  local id time tags all chosen=
  all=$(snapshots base,verified) || return 1
  while read -r id time tags; do
    if [ -n "$id" ] && { [ -z "$1" ] || [ "$(tag_of "$tags" ended)" -le "$1" ]; }; then
      chosen="$id $time $tags"
    fi
  done <<<"$all"
  printf '%s' "$chosen"
}

need_space() {
  local free
  free=$(df --output=avail --block-size=1 "$1" | tail -n 1)
  [ "$free" -ge $(($2 + $2 / 10)) ] || fail "$1 has $free bytes free, the backup needs $2 and a tenth more"
}

# fetch_wal FOLDER SYSTEM FROM UNTIL: of each stretch the last upload, which holds all of it, up to the first one after UNTIL.
fetch_wal() {
  local id time tags stretch file all last=0 order=()
  local -A newest=()
  all=$(snapshots wal) || fail 'the repository cannot be listed'
  while read -r id time tags; do
    if [ -z "$id" ] || [ "$(tag_of "$tags" system)" != "$2" ] || [ "$time" -lt "$3" ]; then
      continue
    fi
    stretch=$(tag_of "$tags" from)
    [ -n "${newest[$stretch]:-}" ] || order+=("$stretch")
    newest[$stretch]=$id
    last=$time
    [ -z "$4" ] || [ "$time" -le "$4" ] || break
  done <<<"$all"
  [ -z "$4" ] || [ "$last" -ge "$4" ] ||
    fail "WAL was last uploaded at $(utc "$((last > 0 ? last : $3))"), so the state of $(utc "$4") is not known"
  for stretch in "${order[@]}"; do
    storage restore --no-lock --quiet "${newest[$stretch]}" --target "$1" >/dev/null || fail 'the WAL could not be restored'
  done
  # What was being written at the last upload is replayed as far as it goes.
  for file in "$1"/wal/*.partial; do
    [ ! -e "$file" ] || mv --no-clobber "$file" "${file%.partial}"
  done
}

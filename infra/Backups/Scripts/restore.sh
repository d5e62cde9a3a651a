# shellcheck shell=bash
# A restore is prepared beside the running data, which it does not touch: killed at any moment, nothing has changed.

staging() {
  printf '%s' "$DATA_MOUNT/.restoring"
}

prepare() {
  local until='' from='' hook='' replace='' folder
  while [ $# -gt 0 ]; do
    case "$1" in
      --to) until=$(seconds_of "${2:-}"); shift ;;
      --replace) replace=${2:-}; shift ;;
      --source) from=source ;;
      --hook) hook=yes ;;
      *) fail "prepare knows no $1" ;;
    esac
    shift
  done
  open_storage $from
  read_repository
  refuse_to_overwrite "$replace"
  folder=$(staging)
  exec 8>"$DATA_MOUNT/.restoring.lock"
  flock --nonblock 8 || fail 'another restore is running'
  trap abandon EXIT
  # Of one that was killed; it never got into place.
  rm -rf "$folder"
  mkdir -m 0700 "$folder"
  fetch "$folder" "$until"
  recover "$folder" "$until"
  adopt "$folder"
  [ -z "$hook" ] || run_hook "$folder"
  say "restored tables: $(contents "$folder" "$(cat "$SECRETS/postgres-user")" | paste -sd' ')"
  stop_server
  rm -rf "$folder/wal" "$folder/socket" "$folder/private_hba.conf"
  : >"$folder/ready"
  sync --file-system "$folder"
  say 'prepared; the running data are as they were until it is activated'
}

# What failed must not fill the volume on which the running data are.
abandon() {
  stop_server
  [ -e "$(staging)/ready" ] || rm -rf "$(staging)"
}

seconds_of() {
  # An empty date would be today's midnight.
  date --utc --date="${1:-none}" +%s 2>/dev/null || fail "--to wants a time such as '2026-11-21 14:05:00 UTC', not '$1'"
}

# contents FOLDER ROLE: every table of people's data with its number of rows.
contents() {
  on_server "$1" "$2" --dbname="$DATABASE" <<'SQL'
SELECT format('SELECT %L || count(*) FROM %I.%I', schemaname || '.' || tablename || '=', schemaname, tablename)
FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'hdb_catalog') ORDER BY 1 \gexec
SQL
}

list_backups() {
  local id tags
  open_storage
  read_repository
  snapshots base,verified | while read -r id _ tags; do
    printf '%s  %s  %s bytes\n' "${id:0:8}" "$(utc "$(tag_of "$tags" ended)")" "$(tag_of "$tags" bytes)"
  done
}

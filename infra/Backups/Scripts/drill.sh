# shellcheck shell=bash
# A rehearsal: the last backup, restored where nothing uses it, started, asked, thrown away.

drill() {
  local began status=0
  began=$(now)
  mkdir -p "$WORK"
  exec 8>"$WORK/drill.lock"
  flock --nonblock 8 || fail 'another drill is running'
  # Not as a condition, in which bash would go on after an error.
  set +e
  (set -e && rehearse)
  status=$?
  set -e
  rm -rf "$WORK/drill"
  record lhd_restore_drill_duration_seconds $(($(now) - began))
  if [ "$status" -eq 0 ]; then
    record lhd_restore_drill_last_success_timestamp_seconds "$(now)"
  else
    record lhd_restore_drill_last_failure_timestamp_seconds "$(now)"
  fi
  publish
  [ "$status" -eq 0 ] || fail 'the drill failed: this backup would not have saved you'
  say "the drill succeeded in $(($(now) - began)) s"
}

rehearse() {
  local folder=$WORK/drill role counts table rows=0 newest
  trap stop_server EXIT
  open_storage
  read_repository
  storage check --quiet --read-data-subset=5% >/dev/null || fail 'the repository is damaged'
  rm -rf "$folder"
  mkdir -m 0700 "$folder"
  fetch "$folder" ''
  recover "$folder" ''
  role=$(super_user_of "$folder")
  counts=$(contents "$folder" "$role") || fail 'the tables cannot be read'
  for table in $counts; do
    rows=$((rows + ${table##*=}))
  done
  say "tables: $(paste -sd' ' <<<"$counts")"
  record lhd_restore_drill_rows "$rows"
  [ "$rows" -gt 0 ] || fail "the database $DATABASE has not a single row"
  check_migrations "$folder" "$role"
  newest=$(newest_row "$folder" "$role") || fail 'the newest row cannot be read'
  say "newest row: ${newest:-no table has updated_at or created_at}"
  record lhd_restore_drill_newest_row_timestamp_seconds "$(date --utc --date="${newest:-@0}" +%s)"
  pg_amcheck --host="$folder/socket" --port=5432 --username="$role" --install-missing "$DATABASE" >/dev/null || fail 'a table or an index is damaged (pg_amcheck)'
}

# Lucky keeps the versions that it has migrated to in this table (https://luckyframework.org/guides/database/migrations).
check_migrations() {
  local found
  [ "$(on_server "$1" "$2" --dbname="$DATABASE" --command="SELECT to_regclass('public.migrations') IS NOT NULL")" = t ] || return 0
  found=$(on_server "$1" "$2" --dbname="$DATABASE" --command='SELECT count(*) FROM public.migrations') || fail 'the table migrations cannot be read'
  say "migrations: $found"
  [ "$found" -gt 0 ] || fail 'the table migrations is empty'
}

# newest_row FOLDER ROLE: the latest time in any column that says when a row was made or changed; Lucky gives every table both.
newest_row() {
  on_server "$1" "$2" --dbname="$DATABASE" <<'SQL' | sort | tail -n 1
SET timezone = 'UTC';
SELECT format('SELECT max(%I) FROM %I.%I', column_name, table_schema, table_name)
FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
WHERE column_name IN ('created_at', 'updated_at') AND data_type LIKE 'timestamp%' AND table_type = 'BASE TABLE' AND table_schema NOT LIKE 'pg\_%' \gexec
SQL
}

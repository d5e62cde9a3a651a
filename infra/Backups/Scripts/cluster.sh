# shellcheck shell=bash
# What the running server says about itself, over the network. The role of the backups may stream, and nothing else.

replication() {
  psql --no-psqlrc --no-password --tuples-only --no-align --field-separator=' ' --command="$1" \
    "host=$PGHOST port=$PGPORT user=backup dbname=postgres replication=true connect_timeout=10"
}

# identity: the cluster's id and timeline, such as "7300000000000000001 1".
identity() {
  local answer system timeline rest
  answer=$(replication IDENTIFY_SYSTEM) || return 1
  read -r system timeline rest <<<"$answer"
  printf '%s %s' "$system" "$timeline"
}

# The super user is named in a secret. For the jobs that restore; the service that runs all the time has no such secret.
as_super_user() {
  PGPASSWORD=$(cat "$SECRETS/postgres-password") psql --no-psqlrc --quiet --tuples-only --no-align --set=ON_ERROR_STOP=1 \
    --host="$PGHOST" --port="$PGPORT" --username="$(cat "$SECRETS/postgres-user")" "$@"
}

# tables_with_rows PSQL...: every table of people's data that has a row. Hasura's own catalogue is there from its first start.
tables_with_rows() {
  "$@" --dbname="$DATABASE" <<'SQL'
SELECT format('SELECT %L WHERE EXISTS (SELECT FROM %I.%I)', schemaname || '.' || tablename, schemaname, tablename)
FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'hdb_catalog') ORDER BY 1 \gexec
SQL
}

# refuse_to_overwrite NAME: unless it is this environment's database, told by name.
refuse_to_overwrite() {
  local full named="$ENVIRONMENT/$DATABASE"
  [ "$1" != "$named" ] || return 0
  [ -z "$1" ] || fail "--replace $1 is not the database here, which is $named; nothing was changed"
  if full=$(tables_with_rows as_super_user 2>&1); then
    [ -n "$full" ] || return 0
    fail "$named has data ($(head -n 3 <<<"$full" | paste -sd, | sed 's/,/, /g')); to overwrite it say: --replace $named"
  fi
  [ -e "$PGDATA/PG_VERSION" ] || return 0
  fail "$named cannot be asked whether it has data (${full##*$'\n'}); to overwrite it say: --replace $named"
}

# shellcheck shell=bash
# A first start from a dump file, or a move: the whole file or nothing, into a database of its own that then takes the name.

load() {
  local file='' replace='' fresh="${DATABASE}_loading" kept
  while [ $# -gt 0 ]; do
    case "$1" in
      --replace) replace=${2:-}; shift ;;
      *) file=$1 ;;
    esac
    shift
  done
  [ -s "$file" ] || fail "there is no dump file '$file'; put it below $WORK on the data node"
  refuse_to_overwrite "$replace"
  # Of one that was killed: the server may not have noticed yet, and still be loading it.
  as_super_user --dbname=postgres --command="DROP DATABASE IF EXISTS $fresh WITH (FORCE)" --command="CREATE DATABASE $fresh OWNER $DATABASE" >/dev/null || fail 'no database could be made'
  say "loading ${file##*/}"
  if ! load_into "$fresh" "$file" 2>"$WORK/load.err"; then
    as_super_user --dbname=postgres --command="DROP DATABASE $fresh" >/dev/null
    tail -n 3 "$WORK/load.err" >&2
    fail 'the dump could not be loaded; nothing was changed'
  fi
  kept=${DATABASE}_replaced_$(date --utc +%Y%m%d%H%M%S)
  # Both names change in one transaction; a client that is connected would prevent it.
  as_super_user --dbname=postgres >/dev/null <<SQL || fail "the databases could not change names; $fresh has what was loaded"
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname IN ('$DATABASE', '$fresh');
BEGIN;
ALTER DATABASE $DATABASE RENAME TO $kept;
ALTER DATABASE $fresh RENAME TO $DATABASE;
COMMIT;
SQL
  say "loaded; the database before is kept as $kept until you drop it"
}

# The owner of everything is the application's role, as if it had made them.
load_into() {
  if [ "$(head -c 5 "$2")" = PGDMP ]; then
    PGPASSWORD=$(cat "$SECRETS/postgres-password") pg_restore --single-transaction --exit-on-error --no-owner --no-privileges --role="$DATABASE" \
      --host="$PGHOST" --port="$PGPORT" --username="$(cat "$SECRETS/postgres-user")" --dbname="$1" "$2"
  else
    { printf 'SET ROLE %s;\n' "$DATABASE"; cat "$2"; } | as_super_user --dbname="$1" --single-transaction >/dev/null
  fi
}

# shellcheck shell=bash
# Restored data come with the roles of the environment they were made in; here they get this one's names and passwords.

# adopt FOLDER
adopt() {
  local folder=$1 theirs ours
  theirs=$(super_user_of "$folder")
  ours=$(cat "$SECRETS/postgres-user")
  [ "$(on_server "$folder" "$theirs" --dbname=postgres --command="SELECT count(*) FROM pg_database WHERE datname = '$DATABASE'")" = 1 ] ||
    fail "the backup has no database $DATABASE"
  if [ "$theirs" != "$ours" ]; then
    # Nobody can rename the role that they are.
    on_server "$folder" "$theirs" --dbname=postgres --command='CREATE ROLE lhd_adopting SUPERUSER LOGIN'
    on_server "$folder" lhd_adopting --dbname=postgres --command="ALTER ROLE \"$theirs\" RENAME TO \"$ours\""
    on_server "$folder" "$ours" --dbname=postgres --command='DROP ROLE lhd_adopting'
  fi
  on_server "$folder" "$ours" --dbname="$DATABASE" --file="$SECRETS/postgres-roles" >/dev/null || fail 'the roles could not be set'
}

# run_hook FOLDER: what makes other people's data fit for this environment, all or nothing.
run_hook() {
  # shellcheck disable=SC2153 # A variable of the service, not the option.
  [ -s "$HOOK" ] || fail 'there is no SQL to run: set lhd:restoreSql, then run pulumi up'
  say 'running the SQL of lhd:restoreSql'
  on_server "$1" "$(cat "$SECRETS/postgres-user")" --dbname="$DATABASE" --single-transaction --file="$HOOK" >/dev/null ||
    fail 'the SQL of lhd:restoreSql failed; the data were not put in place'
}

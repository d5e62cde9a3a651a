# shellcheck shell=bash
# A server of one's own on restored data, on a local socket only: nobody else reaches it before the data are in place.

# The role that took the backup exists in every backup, and sees the name of the super user, which is another one in every environment.
# initdb gives the latter this number (BOOTSTRAP_SUPERUSERID in PostgreSQL's pg_authid.dat).
readonly bootstrap_role=10

# start_server FOLDER SETTING...: waits until it takes connections; fails with what its log says last.
start_server() {
  local folder=$1 setting options=()
  shift
  printf 'local all all trust\n' >"$folder/private_hba.conf"
  mkdir -p "$folder/socket"
  for setting in listen_addresses= "unix_socket_directories=$folder/socket" "hba_file=$folder/private_hba.conf" \
    archive_mode=off logging_collector=off shared_buffers=128MB hot_standby=on "$@"; do
    options+=(-c "$setting")
  done
  postgres -D "$folder/data" -p 5432 "${options[@]}" >"$folder/server.log" 2>&1 8>&- &
  server=$!
  until pg_isready --quiet --host="$folder/socket" --port=5432; do
    server_runs "$folder" || return 1
    sleep 0.2
  done
}

server_runs() {
  kill -0 "$server" 2>/dev/null && return 0
  grep -E 'FATAL|PANIC|ERROR' "$1/server.log" | tail -n 3 >&2 || tail -n 3 "$1/server.log" >&2
  return 1
}

stop_server() {
  [ -n "${server:-}" ] || return 0
  kill -INT "$server" 2>/dev/null || true
  wait "$server" || true
  server=
}

# on_server FOLDER ROLE PSQL...
on_server() {
  local folder=$1 role=$2
  shift 2
  psql --no-psqlrc --quiet --tuples-only --no-align --set=ON_ERROR_STOP=1 --host="$folder/socket" --port=5432 --username="$role" "$@"
}

super_user_of() {
  on_server "$1" backup --dbname=postgres --command="SELECT rolname FROM pg_roles WHERE oid = $bootstrap_role"
}

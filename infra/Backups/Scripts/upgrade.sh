# shellcheck shell=bash
# The next major version of PostgreSQL: a server of its own beside the running one, filled from it and compared with it. The running data are
# only read, and the new ones get their name in one step at the end: killed at any moment before, nothing has changed.

# upgrade [--abandon]: runs on the image of the new version, over the network of the old one.
upgrade() {
  local new old ours bytes
  exec 8>"$DATA_MOUNT/.upgrading.lock"
  flock --nonblock 8 || fail 'another upgrade is running'
  if [ "${1:-}" = --abandon ]; then
    abandon_upgrade
    return
  fi
  old=$(as_super_user --dbname=postgres --command='SHOW server_version_num') || fail "the server at $PGHOST does not answer"
  old=$((old / 10000))
  new=$(postgres --version)
  [[ $new =~ \ ([0-9]+)[.a-z] ]] || fail "no version in '$new'"
  new=${BASH_REMATCH[1]}
  [ "$new" -gt "$old" ] || fail "the server runs PostgreSQL $old, and $new is not newer; nothing was changed"
  [ "$new" -ge 18 ] || fail "up to PostgreSQL 17 all versions have one directory on the volume, so $new cannot be beside $old; choose 18 or later"
  [ ! -e "$DATA_MOUNT/$new" ] || fail "$DATA_MOUNT/$new is there already; nothing was changed. See whose data they are before you move them away"
  [ ! -e "$DATA_MOUNT/.upgraded-$new" ] || fail "an upgrade to PostgreSQL $new is prepared; set lhd:postgresImage and run pulumi up, or say: lhd-backups upgrade --abandon"
  refuse_while_used
  bytes=$(as_super_user --dbname=postgres --command='SELECT sum(pg_database_size(oid)) FROM pg_database')
  need_space "$DATA_MOUNT" "$bytes"

  upgrading=$DATA_MOUNT/.upgrading
  trap leave_upgrade EXIT
  # Of one that was killed.
  rm -rf "$upgrading"
  mkdir -m 0700 "$upgrading"
  ours=$(cat "$SECRETS/postgres-user")
  say "copying $bytes bytes from PostgreSQL $old to $new"
  make_cluster "$ours"
  start_server "$upgrading" fsync=off autovacuum=off max_wal_size=4GB || fail 'the new server does not start'
  copy_cluster "$ours" || fail 'the new server did not take all of it; nothing was changed'
  compare_clusters "$ours"
  stop_server
  rm -rf "$upgrading"/{socket,private_hba.conf,server.log,before,after}
  sync --file-system "$upgrading"
  refuse_while_used
  # What is written from now on would be lost, so it is refused.
  as_super_user --dbname=postgres --command='ALTER SYSTEM SET default_transaction_read_only = on' --command='SELECT pg_reload_conf()' >/dev/null
  mv "$upgrading" "$DATA_MOUNT/.upgraded-$new"
  say "prepared: PostgreSQL $old only reads now. Set lhd:postgresImage to this version and run pulumi up; to stay with $old instead, say: lhd-backups upgrade --abandon"
}

# What others write while it is copied would be lost.
refuse_while_used() {
  local users
  users=$(as_super_user --dbname=postgres --command="SELECT string_agg(DISTINCT usename, ', ') FROM pg_stat_activity
    WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() AND usename <> 'monitoring'")
  [ -z "$users" ] || fail "the server is in use by $users; stop what writes, for instance: docker service scale lucky=0 hasura=0. Nothing was changed"
}

leave_upgrade() {
  stop_server
  rm -rf "$upgrading"
}

abandon_upgrade() {
  as_super_user --dbname=postgres --command='ALTER SYSTEM RESET default_transaction_read_only' --command='SELECT pg_reload_conf()' >/dev/null ||
    fail "the server at $PGHOST does not answer"
  rm -rf "$DATA_MOUNT"/.upgrading "$DATA_MOUNT"/.upgraded-*
  say 'abandoned; the server writes again'
}

# make_cluster SUPER_USER: with the text encoding and the sorting of the old one.
make_cluster() {
  local provider encoding collate ctype
  IFS='|' read -r provider encoding collate ctype < <(as_super_user --dbname=postgres \
    --command="SELECT datlocprovider, pg_encoding_to_char(encoding), datcollate, datctype FROM pg_database WHERE datname = 'template1'")
  [ "$provider" = c ] || fail "the cluster sorts text with another library than libc, which this does not know; nothing was changed"
  initdb --pgdata="$upgrading/data" --username="$1" --encoding="$encoding" --lc-collate="$collate" --lc-ctype="$ctype" \
    --auth=trust --data-checksums --no-sync --no-instructions >/dev/null || fail 'the new cluster could not be made; nothing was changed'
}

# copy_cluster SUPER_USER: roles with their passwords, grants and all databases. The super user is there; pg_dumpall names it among the first.
copy_cluster() {
  local each
  PGPASSWORD=$(cat "$SECRETS/postgres-password") pg_dumpall --host="$PGHOST" --port="$PGPORT" --username="$1" --no-password |
    sed "0,/^CREATE ROLE $1;\$/{/^CREATE ROLE $1;\$/d}" |
    on_server "$upgrading" "$1" --dbname=postgres --file=- >/dev/null || return 1
  databases on_server "$upgrading" "$1" | while IFS= read -r each; do
    on_server "$upgrading" "$1" --dbname="$each" --command=ANALYZE </dev/null || return 1
  done
}

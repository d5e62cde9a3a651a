# shellcheck shell=bash
# The encrypted repository (restic, https://restic.readthedocs.io). Location, key and credentials are files, never variables or arguments.

# open_storage [source]: this environment's repository, or the one that a restore may come from.
open_storage() {
  local prefix=backup
  [ "${1:-}" != source ] || prefix=restore
  export RESTIC_REPOSITORY_FILE=$SECRETS/$prefix-repository
  export RESTIC_PASSWORD_FILE=$SECRETS/$prefix-key
  export AWS_SHARED_CREDENTIALS_FILE=$SECRETS/$prefix-credentials
  export RESTIC_CACHE_DIR=$WORK/cache-$prefix
  export RESTIC_PROGRESS_FPS=0
  mkdir -p "$RESTIC_CACHE_DIR"
  [ -r "$RESTIC_REPOSITORY_FILE" ] || fail "there is no ${RESTIC_REPOSITORY_FILE##*/} to restore from: set lhd:restoreRepository and its key, then run pulumi up"
}

# storage ARGUMENTS: restic within the time that a backup may take; it would retry for a quarter of an hour on every request.
storage() {
  timeout --kill-after=30 "$DEADLINE" restic "$@"
}

# alone COMMAND...: while nothing of this environment uploads. restic changes and removes snapshots only when it has the repository for itself.
alone() (
  flock --exclusive 9
  "$@"
) 9>"$WORK/repository.lock"

# beside COMMAND...: together with other uploads.
beside() (
  flock --shared 9
  "$@"
) 9>"$WORK/repository.lock"

# The repository is made on the first run only: with a wrong key there is one already, and restic refuses.
ensure_repository() {
  open_with_key || {
    say 'there is no repository yet, making one'
    storage init >/dev/null || fail 'the repository could not be made'
  }
}

read_repository() {
  open_with_key || fail 'there is no repository at that place; nothing was ever backed up to it'
}

# open_with_key: false when there is no repository; any other trouble ends the command.
open_with_key() {
  local said
  said=$(storage cat config --no-lock 2>&1) && return 0
  case "$said" in
    *'wrong password'* | *'no key found'*) fail 'the key does not open the repository, which was made with another one; nothing was changed' ;;
    *'does not exist'* | *'Is there a repository'*) return 1 ;;
    *) fail "the repository cannot be read: ${said##*$'\n'}" ;;
  esac
}

# snapshots TAGS: one line for each with all of the tags (comma between): id, time in seconds since 1970, tags.
snapshots() {
  local json line id time tags
  json=$(storage snapshots --no-lock --json --tag "$1") || return 1
  while IFS= read -r line; do
    [[ $line =~ \"time\":\"([^\"]+)\" ]] || continue
    time=$(date --date="${BASH_REMATCH[1]}" +%s)
    [[ $line =~ \"tags\":\[([^]]*)\] ]]
    tags=${BASH_REMATCH[1]//\"/}
    [[ $line =~ \"id\":\"([0-9a-f]+)\" ]]
    id=${BASH_REMATCH[1]}
    printf '%s %s %s\n' "$id" "$time" "$tags"
  done <<<"${json//\{\"time\":/$'\n'\{\"time\":}" | sort -k 2n
}

# tag_of TAGS NAME: the value of NAME=value among them.
tag_of() {
  [[ ,$1, =~ ,$2=([^,]*), ]] && printf '%s' "${BASH_REMATCH[1]}"
}

#!/bin/bash
# Backups and restores, for operators and CI: docs/backups.md.
set -euo pipefail

usage='usage: lhd-backups COMMAND
  backup     take a backup now and verify it
  list       list the verified backups
  drill      restore the last backup into a throw-away server and check it
  restore    [--to TIME] [--source] [--hook] [--replace ENVIRONMENT/DATABASE]
  load       FILE [--replace ENVIRONMENT/DATABASE]; FILE is below /mnt/data/backups on the data node
  upgrade    IMAGE of PostgreSQL in a later major version, or --abandon: docs/postgres.md'

jobs=backup-jobs
postgres=postgres
# Label of Postgres while a restore has stopped it: a swarm keeps it, whatever becomes of this process.
stopped=lhd.stopped-by-restore

fail() {
  echo "error: $*" >&2
  exit 1
}

replicas() {
  docker service inspect --format '{{.Spec.Mode.Replicated.Replicas}}' "$1"
}

newest_task() {
  docker service ps --quiet --no-trunc "$jobs" | head -n 1
}

state_of() {
  docker inspect --type task --format '{{.Status.State}}' "$1"
}

ended() {
  [[ $1 =~ ^(complete|failed|rejected|shutdown|orphaned|remove)$ ]]
}

# One command at a time on this node. The kernel gives the lock back when its holder ends, however it does.
take_turn() {
  exec 9<"$(dirname "$0")"
  flock --nonblock 9 || fail 'another lhd-backups runs on this node; nothing was changed'
}

# What a command left that was killed, so that it could not put things back itself.
mend() {
  local task waited=0
  if [ "$(replicas $jobs)" != 0 ]; then
    task=$(newest_task)
    { [ -n "$task" ] && ended "$(state_of "$task")"; } || fail "another command runs: see docker service ps $jobs"
    docker service update --quiet --detach --replicas 0 $jobs >/dev/null
  fi
  [ -n "$(docker service ls --quiet --filter label=$stopped)" ] || return 0
  echo 'A restore was killed after it had stopped Postgres; starting Postgres again.'
  start_postgres
  until docker service ps --format '{{.CurrentState}}' $postgres | grep -q '^Running'; do
    waited=$((waited + 1))
    [ "$waited" -lt 600 ] || fail "Postgres did not start within ten minutes: see docker service ps $postgres"
    sleep 1
  done
}

stop_postgres() {
  docker service update --quiet --detach --label-add $stopped=true --replicas 0 $postgres >/dev/null
}

start_postgres() {
  docker service update --quiet --detach --label-rm $stopped --replicas 1 $postgres >/dev/null
}

# run COMMAND...: one task of the service for jobs; waits for its end and fails when it failed. In a shell of its own, for its trap.
run() (
  [ "$(replicas $jobs)" = 0 ] || fail "another command runs: see docker service ps $jobs"
  # Also when this is interrupted: an unfinished restore has changed nothing, and nobody waits for it.
  trap 'docker service update --quiet --detach --replicas 0 $jobs >/dev/null' EXIT
  before=$(newest_task)
  # docker splits the text as a shell would.
  docker service update --quiet --detach --force --args "$(printf '%q ' "$@")" --replicas 1 $jobs >/dev/null
  while true; do
    sleep 1
    task=$(newest_task)
    if [ -z "$task" ] || [ "$task" = "$before" ]; then
      continue
    fi
    state=$(state_of "$task")
    ! ended "$state" || break
  done
  docker service logs --raw "$task" || true
  [ "$state" = complete ] || fail "$1 failed: $(docker inspect --type task --format '{{.Status.Err}}' "$task")"
)

# runs SERVICE: whether a task of it is there; one that was asked to go is, until its last process has ended.
runs() {
  local states
  states=$(docker service ps --format '{{.CurrentState}}' "$1")
  [[ $'\n'$states =~ $'\n'(Running|Starting|Ready|Preparing) ]]
}

# Postgres stops only when everything that can fail slowly has succeeded, and starts again whatever happens then.
restore() {
  run prepare "$@"
  trap start_postgres EXIT
  stop_postgres
  waited=0
  while runs $postgres; do
    waited=$((waited + 1))
    [ "$waited" -lt 600 ] || fail 'Postgres did not stop within ten minutes; nothing was changed'
    sleep 1
  done
  run activate
  echo 'Postgres starts with the restored data.'
}

# The job runs once on the image of the later version, and on its own again from then on.
upgrade() {
  local image
  [ $# -eq 1 ] || fail 'name the image, such as postgres:19.1-bookworm, or say --abandon'
  if [ "$1" = --abandon ]; then
    run upgrade --abandon
    return
  fi
  image=$(docker service inspect --format '{{.Spec.TaskTemplate.ContainerSpec.Image}}' $jobs)
  # shellcheck disable=SC2064
  trap "docker service update --quiet --detach --image '$image' $jobs >/dev/null" EXIT
  docker service update --quiet --detach --image "$1" $jobs >/dev/null
  run upgrade
}

command=${1:-}
[ $# -eq 0 ] || shift
case "$command" in
  backup | list | drill | load | restore | upgrade) ;;
  *)
    echo "$usage" >&2
    exit 64
    ;;
esac
take_turn
mend
case "$command" in
  restore | upgrade) "$command" "$@" ;;
  *) run "$command" "$@" ;;
esac

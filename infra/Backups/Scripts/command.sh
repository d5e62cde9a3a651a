# shellcheck shell=bash
# The last part: what was asked for.

usage='usage: lhd-backups COMMAND
  run        receive WAL, upload it, and back up every day; the long-running service
  backup     take a backup now and verify it
  list       list the verified backups
  prepare    restore a backup beside the running data: [--to TIME] [--source] [--hook] [--replace ENVIRONMENT/DATABASE]
  activate   put the prepared data in place; the server must be stopped
  load       load a dump file into the database: FILE [--replace ENVIRONMENT/DATABASE]
  drill      restore the last backup into a throw-away server and check it
  upgrade    copy the database into a server of a later major version beside the running one: [--abandon]'

command=${1:-}
[ $# -eq 0 ] || shift
case "$command" in
  run) supervise ;;
  backup) back_up_now ;;
  list) list_backups ;;
  prepare) prepare "$@" ;;
  activate) activate ;;
  load) load "$@" ;;
  drill) drill ;;
  upgrade) upgrade "$@" ;;
  *)
    echo "$usage" >&2
    exit 64
    ;;
esac

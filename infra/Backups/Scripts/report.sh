# shellcheck shell=bash
# What people and Prometheus are told. A number is kept in a file of its own, so that it survives a restart of the service.

say() {
  printf '%(%Y-%m-%dT%H:%M:%SZ)T %s\n' -1 "$*"
}

fail() {
  say "error: $*" >&2
  exit 1
}

now() {
  printf '%(%s)T' -1
}

# utc SECONDS: as people and --to write a time.
utc() {
  date --utc --date="@$1" +%FT%TZ
}

# record NAME VALUE: remembers a number under its metric's name.
record() {
  mkdir -p "$WORK/metrics"
  printf '%s\n' "$2" >"$WORK/metrics/.$1.$BASHPID"
  mv "$WORK/metrics/.$1.$BASHPID" "$WORK/metrics/$1"
}

recorded() {
  cat "$WORK/metrics/$1" 2>/dev/null || echo 0
}

# The numbers in Prometheus' text format (https://prometheus.io/docs/instrumenting/exposition_formats/).
metrics_page() {
  local file
  for file in "$WORK"/metrics/*; do
    [ -f "$file" ] || continue
    printf '# TYPE %s gauge\n%s %s\n' "${file##*/}" "${file##*/}" "$(cat "$file")"
  done
}

# Replaces the group of this job in the Pushgateway (https://github.com/prometheus/pushgateway#put-method).
# A monitoring that is down must not stop a backup, so it is only mentioned.
publish() {
  [ -n "${PUSHGATEWAY:-}" ] || return 0
  local page answer
  page=$(metrics_page)
  # The image has no HTTP client; bash speaks TCP.
  answer=$(
    exec 3<>"/dev/tcp/${PUSHGATEWAY%:*}/${PUSHGATEWAY#*:}" || exit 1
    printf 'PUT /metrics/job/lhd_backups HTTP/1.0\r\nHost: %s\r\nContent-Length: %d\r\n\r\n%s\n' "$PUSHGATEWAY" $((${#page} + 1)) "$page" >&3
    IFS= read -r -t 10 line <&3 && echo "$line"
  ) 2>/dev/null || answer='no answer'
  case "$answer" in
    *' 200 '* | *' 202 '*) ;;
    *) say "warning: the Pushgateway at $PUSHGATEWAY did not take the metrics: $answer" >&2 ;;
  esac
}

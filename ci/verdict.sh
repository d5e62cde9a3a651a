# shellcheck shell=bash
# Sourced; needs checks.sh. fail_in_slack VERDICT FILE says in Slack and in the job's log what failed, with the end of what was printed.
fail_in_slack() {
  {
    printf '%s\n%s\n' "$1" "${CI_JOB_URL:-}"
    # shellcheck disable=SC2016  # backticks are Slack's marks of a code block
    printf '```\n%s\n```\n' "$(tail --lines=40 "$2")"
  } | "$(dirname "${BASH_SOURCE[0]}")/slack.sh"
  fail "$1"
}

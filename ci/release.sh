# shellcheck shell=bash
# The release that a stack runs, as the settings that `pulumi up` reads. Sourced; needs checks.sh.
# `pulumi config` writes into the checkout alone, so every job that plans or updates states the release first.

# Name of a stack for the CLI. An access token of an organisation needs the organisation's name in front.
stack_name() {
  printf '%s' "${LHD_PULUMI_ORG:+$LHD_PULUMI_ORG/}$1"
}

# Prints the stack output `release` as JSON; nothing before the first deployment.
deployed_release() {
  local outputs
  outputs=$(pulumi stack output --stack "$(stack_name "$1")" --json) || fail "the outputs of stack $1 cannot be read; what pulumi said is above."
  jq --compact-output '.release // empty' <<<"$outputs"
}

# release_field NAME RELEASE: a value of that JSON. Without it nothing may go on: an empty or invented tag would be deployed.
release_field() {
  jq --raw-output --exit-status ".$1 | strings" <<<"$2" || fail "the stack's output release has no $1: $2"
}

# set_release STACK TAG MODE: the newest release; a rollback that was in force ends.
set_release() {
  local stack
  stack=$(stack_name "$1")
  pulumi config rm --stack "$stack" lhd:rollbackTo
  pulumi config set --stack "$stack" lhd:release "$2"
  pulumi config set --stack "$stack" lhd:releaseMode "$3"
}

# set_rollback STACK TAG: runs an earlier release instead of the newest.
set_rollback() {
  pulumi config set --stack "$(stack_name "$1")" lhd:rollbackTo "$2"
}

# Keeps what the stack runs, also a rollback. Before the first deployment the stack's file says what to run.
keep_release() {
  local deployed running newest mode
  deployed=$(deployed_release "$1")
  [ -n "$deployed" ] || return 0
  running=$(release_field release "$deployed")
  newest=$(release_field newest "$deployed")
  mode=$(release_field mode "$deployed")
  set_release "$1" "$newest" "$mode"
  [ "$running" = "$newest" ] || set_rollback "$1" "$running"
}

# shellcheck shell=bash
# What the job scripts check before they act. Sourced.

# Ends the script with a message.
fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# Fails unless every variable has a value; names all that have none.
require_variables() {
  local name missing=()
  for name in "$@"; do
    [ -n "${!name:-}" ] || missing+=("$name")
  done
  [ "${#missing[@]}" -eq 0 ] || fail "not set: ${missing[*]}. docs/ci.md lists the variables of every job and where to set them."
}

# A stack's name becomes part of a command line and of a file's name.
check_stack() {
  [[ $1 =~ ^[A-Za-z0-9_.-]+$ ]] || fail "'$1' is not the name of a stack; expected one like staging."
}

# Tags reach this pipeline from others, so they are checked as what they are: input. infra/Settings checks the same again.
check_tag() {
  local name=$1 tag=$2
  [[ $tag =~ ^[A-Za-z0-9_][A-Za-z0-9_.-]{0,39}$ && $tag != latest ]] ||
    fail "$name is '$tag', which is not a release; expected the tag of an image, normally the first 8 characters of its commit, e.g. 1a2b3c4d."
}

check_mode() {
  [[ $1 =~ ^(additive|subtractive|first)$ ]] ||
    fail "LHD_RELEASE_MODE is '$1'; expected additive (migrate, then update), subtractive (update, then migrate) or first."
}

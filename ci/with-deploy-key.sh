#!/usr/bin/env bash
# Runs a command beside an ssh-agent that holds the deploy key: ci/with-deploy-key.sh COMMAND [ARGUMENT...]
# The agent, and the key with it, is gone when the command ends. Host keys need no list here: the program knows them.
set -euo pipefail
folder=$(dirname "$0")
# shellcheck source=ci/checks.sh
. "$folder/checks.sh"

require_variables LHD_SSH_KEY
[ -f "$LHD_SSH_KEY" ] || fail "LHD_SSH_KEY is not a file; make it a variable of type File with the private key that lhd:sshPublicKeys names."

# By standard input, because ssh-add refuses a file that others may read, and that is how the runner writes it. A pasted key may
# have lost its last line end, which OpenSSH requires.
# shellcheck disable=SC2016  # expanded by the inner shell
exec ssh-agent bash -c '
  { tr -d "\r" <"$LHD_SSH_KEY"; echo; } | SSH_ASKPASS_REQUIRE=never ssh-add -q - || {
    echo "error: LHD_SSH_KEY does not hold a private key without passphrase." >&2
    exit 1
  }
  exec "$@"
' bash "$@"

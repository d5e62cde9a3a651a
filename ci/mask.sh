#!/usr/bin/env bash
# Copies standard input to standard output with the values of secret variables as [secret].
# GitLab masks job logs only; what a job posts elsewhere it has to mask itself. Values of fewer than 8 characters stay,
# as in GitLab's own masking: https://docs.gitlab.com/ci/variables/#mask-a-cicd-variable
set -euo pipefail

# Every line of every secret, because a key has many; a variable of type File holds the path of its value.
secret_lines() {
  local name value
  while IFS= read -r name; do
    [[ $name =~ TOKEN|PASSWORD|PASSPHRASE|SECRET|WEBHOOK|CREDENTIAL|(_|^)KEY(_|$) ]] || continue
    value=${!name}
    if [ -f "$value" ] && [ -r "$value" ]; then
      cat -- "$value"
      echo
    else
      printf '%s\n' "$value"
    fi
  done < <(compgen -e)
}

# The longest first: a secret may contain another one.
longest_first() {
  tr -d '\r' | awk 'length($0) >= 8 { print length($0) "\t" $0 }' | sort --numeric-sort --reverse --unique | cut --fields=2-
}

LC_ALL=C awk '
  reading == "secrets" { secrets[++count] = $0; next }
  {
    for (i = 1; i <= count; i++) {
      masked = ""
      while ((at = index($0, secrets[i])) > 0) {
        masked = masked substr($0, 1, at - 1) "[secret]"
        $0 = substr($0, at + length(secrets[i]))
      }
      $0 = masked $0
    }
    print
  }
' reading=secrets <(secret_lines | LC_ALL=C longest_first) reading=text -

# shellcheck shell=bash
# The only step that changes what the server will see: one exchange of two directories, which the kernel does whole or not at all.

activate() {
  local folder kept answer=0
  folder=$(staging)
  { [ -e "$folder/ready" ] && [ -d "$folder/data" ]; } || fail 'nothing is prepared, or it is in place already; nothing was changed'
  pg_isready --quiet --host="$PGHOST" --port="$PGPORT" --timeout=5 || answer=$?
  # 2 is no answer; a server that is starting or stopping answers that it takes no connections (pg_isready's exit status).
  [ "$answer" = 2 ] || fail 'the server runs; stop it first'
  mkdir -p "$(dirname "$PGDATA")"
  if [ -e "$PGDATA" ]; then
    kept=$DATA_MOUNT/replaced-$(date --utc +%Y%m%dT%H%M%SZ)
    # Out of the folder that the next restore empties, before it holds the data before: killed at any moment, neither is lost.
    mv "$folder/data" "$kept"
    exchange "$kept" "$PGDATA" || {
      mv "$kept" "$folder/data"
      fail 'the directories could not be exchanged; nothing was changed'
    }
    say "in place; the data before are kept in ${kept##*/} until you delete them"
  else
    mv "$folder/data" "$PGDATA"
    say 'in place; there were no data before'
  fi
  rm -rf "$folder"
  sync --file-system "$DATA_MOUNT"
}

# exchange A B: renameat2(2) with RENAME_EXCHANGE; coreutils can since 9.5, which the image does not have. Perl is essential in Debian.
exchange() {
  perl -e '
    my %call = (x86_64 => 316, aarch64 => 276);
    my $machine = (split(" ", `uname -m`))[0];
    my ($cwd, $swap) = (-100, 2);
    syscall($call{$machine} // die("no renameat2 known for $machine\n"), $cwd, $ARGV[0], $cwd, $ARGV[1], $swap) == 0 or die "cannot exchange: $!\n";
  ' "$1" "$2"
}

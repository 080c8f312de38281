#!/bin/sh
# Starts a private newsd in a temporary folder, drops six articles into its spool, and shows what happened in them.
# usage: run.sh FOLDER-OF-PROGRAMS
set -eu

bin=$1
articles=$(dirname "$0")/articles
demo=$(mktemp -d "${TMPDIR:-/tmp}/newsd-demo.XXXXXX")
NEWSD_SOCKET=$demo/newsd.sock
export NEWSD_SOCKET
# In a log or a pipe too it is people who read this.
if [ -t 1 ]; then COLUMNS=$(tput cols 2>/dev/null || echo 100); else COLUMNS=${COLUMNS:-100}; fi
export COLUMNS
daemon=

finish() {
  [ -z "$daemon" ] || kill "$daemon" 2>/dev/null || true
  [ -z "$daemon" ] || wait "$daemon" 2>/dev/null || true
  rm -rf "$demo"
}
trap finish EXIT
trap 'exit 130' INT TERM

say() { if [ -t 1 ]; then printf '\n\033[1m%s\033[0m\n' "$1"; else printf '\n%s\n' "$1"; fi; }
run() { say "\$ newsq $*"; "$bin/newsq" "$@" -o table; }

say "Starting a private newsd in $demo"
"$bin/newsd" serve --spool "$demo/spool" --state "$demo/state" --socket "$NEWSD_SOCKET" 2>"$demo/log" &
daemon=$!
tries=0
until "$bin/newsq" status >/dev/null 2>&1; do
  tries=$((tries + 1))
  if [ $tries -gt 100 ] || ! kill -0 "$daemon" 2>/dev/null; then
    echo "newsd did not start:" >&2
    cat "$demo/log" >&2
    exit 1
  fi
  sleep 0.1
done

say "Dropping articles into its spool"
for article in "$articles"/*; do
  name=$(basename "$article")
  cp "$article" "$demo/spool/incoming/.tmp/$name"
  mv "$demo/spool/incoming/.tmp/$name" "$demo/spool/incoming/$name"
  echo "  $name"
done
"$bin/newsq" sync >/dev/null

run events --limit 100
run events --type CONSULT --status scheduled
run events --actor Canada --actor Poland --type SANCTION
run events --text '"tear gas" OR hostages' --limit 5
run count --by actor --limit 10
run count --by type
first=$("$bin/newsq" events --type THREATEN --limit 1 -o jsonl | sed -n 's/.*"id":"\([0-9a-f]*-[0-9]*\)".*/\1/p')
[ -z "$first" ] || run show "$first"
run status

cat <<END

That was newsd. To go on:
  $bin/newsd extract FILE            events of one article, no daemon needed
  make install                       programs, units and configuration; then: systemctl enable --now newsd.socket newsd
  $bin/newsq help events             every filter there is
END

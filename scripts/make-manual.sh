#!/bin/sh
# Makes the manual pages and the shells' completions from the tables of the programs themselves, so that they cannot be out of date.
# For newsd-rpc(7) a private newsd is started for a moment and asked what methods it has.
# usage: make-manual.sh FOLDER-OF-PROGRAMS FOLDER-TO-WRITE-TO
set -eu

bin=$1
out=$2
work=$(mktemp -d "${TMPDIR:-/tmp}/newsd-manual.XXXXXX")
NEWSD_SOCKET=$work/newsd.sock
export NEWSD_SOCKET
daemon=

finish() {
  [ -z "$daemon" ] || kill "$daemon" 2>/dev/null || true
  [ -z "$daemon" ] || wait "$daemon" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

mkdir -p "$out"
"$bin/newsq" help --man >"$out/newsq.1"
"$bin/newsd" help --man newsd >"$out/newsd.8"
"$bin/newsd" help --man newsd.conf >"$out/newsd.conf.5"
for shell in bash zsh fish; do "$bin/newsq" completion $shell >"$out/newsq.$shell"; done

"$bin/newsd" serve --config /dev/null --spool "$work/spool" --state "$work/state" --socket "$NEWSD_SOCKET" 2>"$work/log" &
daemon=$!
tries=0
until "$bin/newsq" methods --man >"$out/newsd-rpc.7" 2>/dev/null; do
  tries=$((tries + 1))
  if [ $tries -gt 100 ] || ! kill -0 "$daemon" 2>/dev/null; then
    echo "newsd did not start, so newsd-rpc(7) was not made:" >&2
    cat "$work/log" >&2
    exit 1
  fi
  sleep 0.1
done

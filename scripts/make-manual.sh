#!/bin/sh
# Makes the manual pages and the shells' completions from the tables of the programs themselves, so that they cannot be out of date.
# usage: make-manual.sh FOLDER-OF-PROGRAMS FOLDER-TO-WRITE-TO
set -eu

bin=$1
out=$2
mkdir -p "$out"
"$bin/newsq" help --man >"$out/newsq.1"
"$bin/newsd" help --man newsd >"$out/newsd.8"
"$bin/newsd" help --man newsd.conf >"$out/newsd.conf.5"
"$bin/newsd" help --man newsd-rpc >"$out/newsd-rpc.7"
for shell in bash zsh fish; do "$bin/newsq" completion $shell >"$out/newsq.$shell"; done

#!/bin/sh
# Who threatened, accused or attacked whom on a day: a digest for a mail, with newsq and jq.
# usage: daily.sh [YYYY-MM-DD]      the default is yesterday
set -eu
day=${1:-yesterday}

newsq events --type THREATEN --type ACCUSE --type ASSAULT --since "$day" --until "$day" --limit 1000 -o jsonl |
  jq -r 'def names: map(.name // .text) | join(", ");
         select(.status == "occurred") |
         [.type, (.actors | names), (.recipients | names), .evidence.text] | @tsv' |
  sort

# From make install to newsq events as an ordinary user of the right group; nothing for one of the wrong group.
. ./steps.sh
expect "sysusers, tmpfiles and the catalog are taken" install_newsd
expect "socket and service start" start_newsd
expect "the service says how it is" says "events of" systemctl show -P StatusText newsd
for file in articles/*; do expect "a producer hands over $(basename "$file")" hand_over "$file"; done
expect "a user of group newsd may wait for them" as reader newsq sync
expect "a user of group newsd sees events" says '"type":"CONSULT"' as reader newsq events --limit 100 -o jsonl
expect "a user of no group is refused" no as stranger newsq events
expect "and told what group it takes" says "newsd" as stranger newsq events
expect "a producer need not be a reader" no as producer newsq events
expect "a reader may not submit" says "newsd-submit" as reader newsq submit articles/*
article 1 > /box/own.txt
expect "an analyst of both groups may submit" as analyst newsq submit /box/own.txt
expect "a reader may not reload" no as reader newsq reload
expect "a producer cannot read what lies in the spool" no as producer ls /var/spool/newsd/incoming
expect "nor in work" no as producer ls /var/spool/newsd/work
as producer touch /var/spool/newsd/incoming/.kept
expect "another producer cannot take away what lies there" no as analyst rm -f /var/spool/newsd/incoming/.kept
expect "nor put something in its place" no as analyst mv /etc/hostname /var/spool/newsd/incoming/.kept
as producer rm /var/spool/newsd/incoming/.kept
expect "a stranger cannot put anything there" no as stranger touch /var/spool/newsd/incoming/x
expect "nor read the store" no as stranger ls /var/lib/newsd
expect "root takes a snapshot" newsq snapshot
expect "segments are there" test -s /var/lib/newsd/segment-00000001.jsonl
before=$(event_count)
expect "there are events" test "$before" -gt 20
expect "a restart is clean" systemctl restart newsd
expect "and has the same events" test "$(event_count)" = "$before"
expect "the journal has fields" eventually 5 says "newsd" journalctl -b -o json -u newsd SYSLOG_IDENTIFIER=newsd
printf '\000\001\002\377\000' > /box/binary.dat
chmod 644 /box/binary.dat
expect "a bad file is handed over" hand_over /box/binary.dat
expect "and set aside" eventually 10 test -e /var/spool/newsd/quarantine/binary.dat.reason.json
expect "with a field that names it" eventually 5 says "binary" journalctl -b -u newsd NEWSD_FILE=binary.dat -o cat
expect "and an explanation from the catalog" eventually 5 says "newsq quarantine retry" journalctl -b -x -u newsd NEWSD_FILE=binary.dat
expect "a file that newsd may not read is handed over" as producer sh -c "umask 077; cp /box/own.txt /var/spool/newsd/incoming/.tmp/shut.txt
  mv /var/spool/newsd/incoming/.tmp/shut.txt /var/spool/newsd/incoming/"
expect "and set aside" eventually 10 test -e /var/spool/newsd/quarantine/shut.txt.reason.json
expect "with what to do" eventually 5 says "check its owner and mode" journalctl -b -u newsd NEWSD_FILE=shut.txt -o cat
expect "a reader may not deal with the quarantine" no as reader newsq quarantine drop shut.txt
expect "root may" newsq quarantine drop shut.txt
expect "and it is gone" no test -e /var/spool/newsd/quarantine/shut.txt
expect "a user without rights runs a newsd of his own" as stranger sh -c '
  export HOME=/tmp/stranger XDG_RUNTIME_DIR=/tmp/stranger/run; mkdir -p $XDG_RUNTIME_DIR; newsd serve & own=$!
  until newsq --socket $XDG_RUNTIME_DIR/newsd/newsd.sock submit /box/own.txt; do sleep 0.1; kill -0 $own || exit 1; done
  kill $own && wait $own && test -s $HOME/.local/state/newsd/MANIFEST.json && test -d $HOME/.local/share/newsd/spool/incoming'
expect "the sandbox holds: no file of the machine is open to it" says "exposure level for newsd.service: 0." \
  systemd-analyze security newsd.service --no-pager
expect "a stop is clean" systemctl stop newsd.service newsd.socket
expect "and leaves nothing in work" test -z "$(ls /var/spool/newsd/work)"
expect "nothing failed" test "$(systemctl show -P Result newsd)" = success

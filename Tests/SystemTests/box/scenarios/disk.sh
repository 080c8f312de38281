# A full disk makes newsd read-only with a reason, at start too; with room it goes on by itself. A damaged store is told, not skipped.
. ./steps.sh
install_newsd
mkdir -p /var/lib/newsd
mount -t tmpfs -o size=1m,mode=750,uid=newsd,gid=newsd tmpfs /var/lib/newsd
printf '[Store]\nMinimumFree=100K\nSnapshotInterval=200ms\n' > /etc/newsd/newsd.conf.d/50-disk.conf
expect "newsd starts" start_newsd
article 1 > /box/a1.txt
expect "it takes an article" newsq submit /box/a1.txt
dd if=/dev/zero of=/var/lib/newsd/ballast bs=1k count=950 status=none
expect "it becomes read-only" eventually 10 says "read-only" newsq status
expect "and says so to systemd" eventually 10 says "read-only" systemctl show -P StatusText newsd
article 2 > /box/a2.txt
expect "a submission is refused" no newsq submit /box/a2.txt
expect "with the error of the contract" says '"code":1201' raw_call '{"jsonrpc":"2.0","id":1,"method":"articles.submit","params":{"content":"x"}}'
expect "queries are answered" says CONSULT newsq events -o jsonl
chmod 644 /box/a2.txt
expect "files may come" hand_over /box/a2.txt
sleep 1
expect "and wait in incoming" test -e /var/spool/newsd/incoming/a2.txt
dd if=/dev/zero of=/var/lib/newsd/ballast2 bs=1k status=none 2>/dev/null
expect "with no byte left newsd starts again" systemctl restart newsd
expect "and answers" says CONSULT newsq events -o jsonl
rm /var/lib/newsd/ballast /var/lib/newsd/ballast2
expect "with room the file is read" eventually 10 test ! -e /var/spool/newsd/incoming/a2.txt
expect "and counted once" eventually 10 has_articles 2
expect "a snapshot works" newsq snapshot
systemctl stop newsd.service newsd.socket
segment=$(ls /var/lib/newsd/segment-* | head -1)
cp -a "$segment" /box/segment
printf X | dd of="$segment" bs=1 seek=10 conv=notrunc status=none
expect "a damaged segment stops the start" no systemctl start newsd
expect "with status 78" test "$(systemctl show -P ExecMainStatus newsd)" = 78
expect "naming file and place" eventually 5 says "$segment is damaged at byte" journalctl -b -u newsd -o cat
expect "and the way out" eventually 5 says "restore /var/lib/newsd from a backup" journalctl -b -u newsd -o cat
expect "also in the catalog" eventually 5 says "systemctl reset-failed" journalctl -b -x -u newsd
cp -a /box/segment "$segment"
systemctl reset-failed newsd newsd.socket
expect "with the backup it starts" start_newsd
expect "and has both articles" has_articles 2

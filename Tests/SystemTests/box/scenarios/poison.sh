# A file that hangs or crashes a worker is set aside after the second time; other files go on.
. ./steps.sh
install_newsd
# The library makes reading a file whose name ends in .hang stand still, and one in .crash end the process.
drop_in WatchdogSec=1s WatchdogSignal=SIGKILL TimeoutStartSec=3s Environment=LD_PRELOAD=/usr/lib/box-faults.so
expect "newsd starts" start_newsd
article 1 > /box/a.crash
article 2 > /box/b.hang
article 3 > /box/c.txt
chmod 644 /box/?.*
expect "good file" hand_over /box/c.txt
expect "crashing file" hand_over /box/a.crash
expect "it is poison after the second crash" eventually 30 test -e /var/spool/newsd/quarantine/a.crash
expect "newsd ended twice" restarted 2
expect "newsd answers" newsq --timeout 20 status
expect "the reason is told" says '"poison"' cat /var/spool/newsd/quarantine/a.crash.reason.json
expect "hanging file" hand_over /box/b.hang
expect "it is poison after the second hang" eventually 40 test -e /var/spool/newsd/quarantine/b.hang
expect "newsd ended four times" restarted 4
expect "newsd answers" newsq --timeout 20 status
expect "the good file is there once" has_articles 1
article 4 > /box/d.txt
chmod 644 /box/d.txt
expect "life goes on" hand_over /box/d.txt
expect "with the next article" eventually 10 has_articles 2
expect "the journal says poison" eventually 5 says "twice" journalctl -b -x -u newsd NEWSD_REASON=poison

# A hang ends: systemd's watchdog is fed only while there is progress.
. ./steps.sh
install_newsd
drop_in WatchdogSec=1s WatchdogSignal=SIGKILL TimeoutStartSec=10s
expect "newsd starts" start_newsd
article 1 > /box/a1.txt
expect "it takes an article" newsq submit /box/a1.txt
before=$(newsq events -o jsonl)
sleep 3
expect "it is left alone while all is well" restarted 0
kill -STOP "$(main_pid)"
expect "a newsd that stands still is started again" eventually 20 restarted 1
expect "and answers" eventually 20 newsq status
expect "with the same events" test "$(newsq events -o jsonl)" = "$before"

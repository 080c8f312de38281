# Reload checks first: a broken file fails it and keeps everything as it was.
. ./steps.sh
install_newsd
expect "newsd starts" start_newsd
article 1 > /box/a1.txt
expect "it takes an article" newsq submit /box/a1.txt
pid=$(main_pid)
expect "a reload with good files succeeds" systemctl reload newsd
printf '[Store]\nMinimumFree=lots\n' > /etc/newsd/newsd.conf.d/50-broken.conf
expect "a reload with a broken file fails" no systemctl reload newsd
expect "the reason names file and line" eventually 5 says "50-broken.conf:2: MinimumFree= needs a number of bytes" journalctl -b -u newsd -o cat
expect "newsd runs on, the same process" test "$(main_pid)" = "$pid"
expect "and is active" is_active
expect "and answers" newsq events
expect "the signal does the same" kill -HUP "$pid"
sleep 0.5
expect "it is active still" is_active
rm /etc/newsd/newsd.conf.d/50-broken.conf
printf '[Access]\nAdmins=reader\n' > /etc/newsd/newsd.conf.d/60-admins.conf
expect "a reader may not snapshot before" no as reader newsq snapshot
expect "a reload with a good file" systemctl reload newsd
expect "takes effect" as reader newsq snapshot
printf 'broken\n' > /etc/newsd/newsd.conf.d/50-broken.conf
expect "a start with a broken file fails" no systemctl restart newsd
expect "with status 78" test "$(systemctl show -P ExecMainStatus newsd)" = 78
sleep 2
expect "and is not tried again" test "$(systemctl is-active newsd)" = failed
expect "the reason is there" eventually 5 says "50-broken.conf:1" journalctl -b -u newsd -o cat
rm /etc/newsd/newsd.conf.d/50-broken.conf
expect "the way out works" systemctl reset-failed newsd newsd.socket
expect "and the store is whole" start_newsd
expect "event by event" says CONSULT newsq events -o jsonl

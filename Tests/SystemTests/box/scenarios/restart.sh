# A kill makes a restart that no client sees: who connects meanwhile gets the answer, for systemd keeps the socket.
. ./steps.sh
install_newsd
expect "newsd starts" start_newsd
for number in 1 2 3; do article $number > /box/a$number.txt; expect "submit" newsq submit /box/a$number.txt; done
before=$(newsq events -o jsonl --limit 100 | sort)
expect "there are events" test -n "$before"
pid=$(main_pid)
kill -9 "$pid"
expect "a client that connects while newsd is down gets its answer" as reader newsq --timeout 20 events -o jsonl
expect "from another process" test "$(main_pid)" != "$pid"
expect "systemd started it once" restarted 1
expect "and nothing is lost" test "$(newsq events -o jsonl --limit 100 | sort)" = "$before"
expect "what was read again is told" eventually 5 says "articles again" journalctl -b -u newsd -o cat
for round in 1 2 3; do
  sleep 1
  systemctl restart newsd &
  expect "a client gets its answer through a restart" as reader newsq --timeout 20 status
  wait
done
expect "and nothing is lost" test "$(newsq events -o jsonl --limit 100 | sort)" = "$before"
for round in 1 2 3 4 5; do
  systemctl restart newsd &
  sleep 0.0$((round * 2))
  # Between stop and start the main process is 0, and "kill 0" would kill this script.
  pid=0
  until [ "$pid" -gt 0 ]; do pid=$(main_pid); done
  kill -9 "$pid" 2>/dev/null
  expect "a client gets its answer though newsd is killed while it starts" as reader newsq --timeout 20 status
  wait
done
expect "and nothing is lost" test "$(newsq events -o jsonl --limit 100 | sort)" = "$before"
expect "a second newsd on the same folders is refused" says "in use by another newsd" \
  runuser -u newsd -- newsd serve --spool /var/spool/newsd --state /var/lib/newsd --socket /tmp/other.sock
systemctl stop newsd.service
expect "a connection starts a stopped newsd" as reader newsq --timeout 20 status
expect "it is active" is_active

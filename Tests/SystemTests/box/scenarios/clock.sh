# The clock is set ten years forward and back: files are read, snapshots made and the watchdog fed as before, and nothing is dropped.
. ./steps.sh
install_newsd
printf '[Store]\nRetention=30d\nSnapshotInterval=300ms\n' > /etc/newsd/newsd.conf.d/50-clock.conf
# The box shares the machine's clock, which is not ours to set: the library sets newsd's own.
drop_in WatchdogSec=1s WatchdogSignal=SIGKILL Environment=LD_PRELOAD=/usr/lib/box-faults.so Environment=FAULT_CLOCK=/etc/newsd/clock
set_clock() { echo $(($1 * 365 * 86400)) > /etc/newsd/clock; }
nothing_in_work() { [ -z "$(ls /var/spool/newsd/work)" ]; }
member() { newsq "$1" -o jsonl --limit 100 | sed -n "s/.*\"$2\":\"*\([0-9]*\).*/\1/p"; }

set_clock 0
expect "newsd starts" start_newsd
number=0
for years in 0 10 -10 0; do
  set_clock $years
  number=$((number + 1))
  article $number > /box/a$number.txt
  chmod 644 /box/a$number.txt
  expect "hand over, the clock off by $years years" hand_over /box/a$number.txt
  expect "the article is there, and those before" eventually 10 has_articles $number
  expect "so is its snapshot" eventually 10 nothing_in_work
  sleep 1.5
  expect "newsd is left alone" restarted 0
done
expect "the clock was off" test "$(member articles received | sort -u | wc -l)" = 3
expect "that it was set is in the journal" eventually 5 logged c6590b4029834faabbba60b14c915048
before=$(newsq events -o jsonl --limit 100)
expect "no sequence is there twice" test -z "$(member events sequence | sort | uniq -d)"
for years in 10 -10; do
  set_clock $years
  expect "a start, the clock off by $years years" systemctl restart newsd
  sleep 1
  expect "has all articles" has_articles 4
  expect "and takes a snapshot" newsq snapshot
done
set_clock 0
expect "a start, the clock put right" systemctl restart newsd
expect "has the same events" test "$(newsq events -o jsonl --limit 100)" = "$before"

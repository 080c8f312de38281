# Steps of the scenarios, which are run by bash in the box.
set -u

# expect WHAT COMMAND...: ends the scenario unless the command succeeds.
expect() {
  local what=$1
  shift
  if "$@"; then echo "ok: $what"; else
    echo "FAILED: $what: $*"
    systemctl status --no-pager -l newsd.service newsd.socket
    journalctl -b --no-pager -u newsd -u newsd.socket | tail -40
    exit 1
  fi
}

# eventually SECONDS COMMAND...: asks again and again until the command succeeds.
eventually() {
  local end=$((SECONDS + $1))
  shift
  until "$@"; do
    [ $SECONDS -lt $end ] || return 1
    sleep 0.05
  done
}

no() { ! "$@"; }

# says TEXT COMMAND...: whether the command prints the text.
says() {
  local text=$1
  shift
  "$@" 2>&1 | grep -qF -- "$text"
}

# What README tells an operator to type after `make install`, and three users.
install_newsd() {
  systemd-sysusers && systemd-tmpfiles --create newsd.conf && journalctl --update-catalog
  useradd -M -G newsd reader && useradd -M -G newsd-submit producer && useradd -M stranger
  useradd -M -G newsd,newsd-submit analyst
  systemctl daemon-reload
}

# configure SECTION KEY=VALUE...: a drop-in for newsd.service.
drop_in() {
  mkdir -p /etc/systemd/system/newsd.service.d
  { echo "[Service]"; printf '%s\n' "$@"; } > /etc/systemd/system/newsd.service.d/box.conf
  systemctl daemon-reload
}

start_newsd() { systemctl enable --now newsd.socket newsd.service; }

as() {
  local user=$1
  shift
  runuser -u "$user" -- "$@"
}

# hand_over FILE [NAME]: as a producer should, written aside and renamed.
hand_over() {
  local name=${2:-$(basename "$1")}
  as producer cp "$1" "/var/spool/newsd/incoming/.tmp/$name" &&
    as producer mv "/var/spool/newsd/incoming/.tmp/$name" "/var/spool/newsd/incoming/$name"
}

# article NUMBER: prints an article of its own.
article() {
  printf 'Title: Talks in Vienna, round %s\nDate: 2024-05-06\n\n' "$1"
  printf 'Iran and the United States held talks in Vienna on Monday. The meeting was number %s of its kind.\n' "$1"
}

# raw_call REQUEST: sends one line to the socket and prints the answer.
raw_call() {
  perl -MIO::Socket::UNIX -e '
    my $socket = IO::Socket::UNIX->new(Peer => "/run/newsd/newsd.sock") or die $!;
    print $socket "$ARGV[0]\n"; print scalar <$socket>' "$1"
}

main_pid() { systemctl show -P MainPID newsd.service; }
restarts() { systemctl show -P NRestarts newsd.service; }
# Conditions for eventually, which asks anew each time.
restarted() { [ "$(restarts)" = "$1" ]; }
has_articles() { newsq sync >/dev/null && [ "$(newsq articles -o jsonl | wc -l)" = "$1" ]; }
is_active() { [ "$(systemctl is-active newsd.service)" = active ]; }
event_count() { newsq stats -o jsonl | sed -n 's/.*"stored":{"articles":[0-9]*,"events":\([0-9]*\).*/\1/p'; }
# logged ID: whether newsd logged a message of that name of LogMessage, whose id the catalog has.
logged() { [ -n "$(journalctl -b -q -o cat "MESSAGE_ID=$1" _SYSTEMD_UNIT=newsd.service)" ]; }

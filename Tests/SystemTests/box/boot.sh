#!/bin/bash
# Boots a real systemd, PID 1 of namespaces of its own, over an overlay of this machine's root, and runs one scenario in it.
# Nothing that happens in there reaches the machine. Needs root, util-linux and systemd; nothing is downloaded.
#
# usage: boot.sh --probe                     says whether a box can boot here: status 0, or 1 with the reason
#        boot.sh REPOSITORY BIN SCENARIO OUT installs newsd with `make install DESTDIR=` from BIN and runs SCENARIO; its exit
#                                            status is the status; OUT gets test.log, and the journal where it failed
set -eu
limit=${BOX_TIMEOUT:-120}
here=$(realpath "$(dirname "$0")")

probe() {
  [ "$(id -u)" = 0 ] || { echo "not root"; exit 1; }
  [ -x /lib/systemd/systemd ] || { echo "no systemd"; exit 1; }
  command -v unshare >/dev/null && command -v pivot_root >/dev/null || { echo "no util-linux"; exit 1; }
  unshare --fork --pid --mount --cgroup --ipc --uts --net --propagation private sh -c '
    mount -t tmpfs tmpfs /run && mkdir /run/u /run/w /run/r &&
    mount -t overlay overlay -o lowerdir=/,upperdir=/run/u,workdir=/run/w /run/r && mount -t proc proc /run/r/proc
  ' 2>/dev/null || { echo "no namespaces or no overlay"; exit 1; }
}

# Cgroups of its own for the box, in every hierarchy the machine has.
outside() {
  local name=newsd-box-$$ parent status=0
  groups=()
  for parent in /sys/fs/cgroup /sys/fs/cgroup/{systemd,unified,memory,pids}; do
    [ -e "$parent/cgroup.procs" ] || continue
    mkdir -p "$parent/$name" && groups+=("$parent/$name")
  done
  trap 'for group in "${groups[@]}"; do find "$group" -depth -type d -exec rmdir {} + 2>/dev/null || true; done' EXIT
  mkdir -p "$4"
  : > "$4/test.log"
  (
    for group in "${groups[@]}"; do echo $BASHPID > "$group/cgroup.procs"; done
    exec timeout -k 5 "$limit" unshare --fork --kill-child --pid --mount --cgroup --ipc --uts --net --propagation private \
      "$0" --inside "$(realpath "$1")" "$(realpath "$2")" "$(realpath "$3")" "$(realpath "$4")"
  ) || status=$?
  cat "$4/test.log"
  return $status
}

make_root() {
  mount -t tmpfs tmpfs /run
  mkdir -p /run/box/upper /run/box/work /run/box/root
  root=/run/box/root
  mount -t overlay overlay -o lowerdir=/,upperdir=/run/box/upper,workdir=/run/box/work $root
  : > $root/etc/machine-id
  : > $root/etc/fstab
  mkdir -p $root/box $root/out
}

install_test() {
  cp "$1" $root/box/scenario.sh
  cp "$here/steps.sh" $root/box/steps.sh
  cat > $root/etc/systemd/system/box-test.service <<UNIT
[Unit]
SuccessAction=exit-force
FailureAction=exit-force
[Service]
Type=exec
ExecStart=/bin/bash /box/scenario.sh
WorkingDirectory=/box
StandardOutput=append:/out/test.log
StandardError=inherit
RuntimeMaxSec=$limit
ExecStopPost=/bin/sh -c '[ "\$\$SERVICE_RESULT" = success ] || journalctl -b --no-pager > /out/journal.log'
UNIT
  cat > $root/etc/systemd/system/box.target <<UNIT
[Unit]
Requires=basic.target
After=basic.target
Wants=box-test.service
AllowIsolate=yes
UNIT
}

mount_kernel() {
  mount -t proc proc $root/proc
  mount -t sysfs -o ro sysfs $root/sys
  if [ "$(stat -fc %T /sys/fs/cgroup)" = cgroup2fs ]; then
    mount -t cgroup2 cgroup2 $root/sys/fs/cgroup
  else
    mount -t tmpfs -o mode=755 tmpfs $root/sys/fs/cgroup
    mkdir $root/sys/fs/cgroup/{systemd,unified}
    mount -t cgroup -o none,name=systemd cgroup $root/sys/fs/cgroup/systemd
    mount -t cgroup2 cgroup2 $root/sys/fs/cgroup/unified
    local controller
    for controller in memory pids; do
      mkdir $root/sys/fs/cgroup/$controller
      mount -t cgroup -o $controller cgroup $root/sys/fs/cgroup/$controller 2>/dev/null || rmdir $root/sys/fs/cgroup/$controller
    done
  fi
  mount -t tmpfs -o mode=755 tmpfs $root/dev
  local device
  for device in null zero full random urandom tty; do cp -a /dev/$device $root/dev/; done
  mkdir $root/dev/pts $root/dev/shm
  mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts $root/dev/pts
  ln -s pts/ptmx $root/dev/ptmx
  ln -s /proc/self/fd $root/dev/fd
  for device in 0:stdin 1:stdout 2:stderr; do ln -s fd/${device%:*} $root/dev/${device#*:}; done
  : > $root/dev/console
}

inside() {
  local repository=$1 bin=$2 scenario=$3 out=$4
  make_root
  # What an operator types, with another root. The programs may lie in a folder that the sandbox hides: they are copied.
  make -s -C "$repository" install DESTDIR=$root BIN="$bin"
  cp -r "$repository/docs/demo/articles" $root/box/articles
  if [ -n "${BOX_FAULTS:-}" ]; then cp "$BOX_FAULTS" $root/usr/lib/box-faults.so; fi
  install_test "$scenario"
  mount_kernel
  mount -t tmpfs tmpfs $root/run
  mount -t tmpfs tmpfs $root/tmp
  mount --bind "$out" $root/out
  cd $root
  mkdir -p .old
  pivot_root . .old
  umount -l .old
  mount --make-rshared /
  exec env -i container=newsd-box PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd --system --unit=box.target \
    --log-target=journal --show-status=0 </dev/null
}

case ${1:-} in
  --probe) probe ;;
  --inside) shift; inside "$@" ;;
  *) [ $# = 4 ] || { sed -n '5,8p' "$0" >&2; exit 3; }; outside "$@" ;;
esac

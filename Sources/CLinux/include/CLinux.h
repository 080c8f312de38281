// The calls of Linux that Swift's Glibc module does not show.
#pragma once

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <sys/un.h>

/// Who is at the other end of a Unix socket.
struct newsd_peer {
  pid_t pid;
  uid_t uid;
  gid_t gid;
};

/// accept4 with SOCK_NONBLOCK and SOCK_CLOEXEC; -1 with errno.
int newsd_accept(int listener);

/// The peer's credentials at the time it connected; 0, or -1 with errno.
int newsd_peer_credentials(int socket, struct newsd_peer *peer);

/// The peer's supplementary groups: their number, at most `capacity`; -1 with errno.
int newsd_peer_groups(int socket, gid_t *groups, int capacity);

/// renameat2 with RENAME_NOREPLACE: EEXIST where `to` is there already.
int newsd_rename_exclusive(const char *from, const char *to);

/// The type bits and the name of the next entry of a folder; false at the end. See readdir(3).
bool newsd_next_entry(void *directory, char name[static 256], unsigned char *type);

/// Width of the terminal at a descriptor in columns; 0 where there is none.
int newsd_terminal_width(int descriptor);

/// Sends a state to $NOTIFY_SOCKET as sd_notify(3) does, but drops it where the service manager does not take it at once.
bool newsd_notify_at_once(const char *state);

/// Gives back to the system what malloc holds and nobody uses: whole pages, in the middle of its heaps too. See malloc_trim(3).
void newsd_give_back_memory(void);

/// Names the calling thread for the system's tools; 15 bytes at most.
void newsd_name_thread(const char *name);

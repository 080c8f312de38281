#define _GNU_SOURCE
#include "CLinux.h"

#include <stddef.h>
#include <stdlib.h>
#include <dirent.h>
#include <fcntl.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <unistd.h>

#ifndef SO_PEERGROUPS
#define SO_PEERGROUPS 59
#endif

int newsd_accept(int listener) { return accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC); }

int newsd_peer_credentials(int socket, struct newsd_peer *peer) {
  struct ucred credentials;
  socklen_t length = sizeof credentials;
  if (getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &credentials, &length) != 0) return -1;
  *peer = (struct newsd_peer){credentials.pid, credentials.uid, credentials.gid};
  return 0;
}

int newsd_peer_groups(int socket, gid_t *groups, int capacity) {
  socklen_t length = (socklen_t)((size_t)capacity * sizeof *groups);
  if (getsockopt(socket, SOL_SOCKET, SO_PEERGROUPS, groups, &length) != 0) return -1;
  return (int)(length / sizeof *groups);
}

int newsd_rename_exclusive(const char *from, const char *to) {
  return renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);
}

bool newsd_next_entry(void *directory, char name[static 256], unsigned char *type) {
  struct dirent *entry = readdir(directory);
  if (entry == NULL) return false;
  memcpy(name, entry->d_name, sizeof entry->d_name);
  *type = entry->d_type;
  return true;
}

int newsd_terminal_width(int descriptor) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}

void newsd_name_thread(const char *name) { prctl(PR_SET_NAME, name); }

void newsd_give_back_memory(void) { malloc_trim(0); }

bool newsd_notify_at_once(const char *state) {
  const char *path = getenv("NOTIFY_SOCKET");
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  if (path == NULL || (path[0] != '/' && path[0] != '@') || strlen(path) >= sizeof address.sun_path) return false;
  size_t length = strlen(path);
  memcpy(address.sun_path, path, length);
  // A name in the abstract namespace begins with NUL, and ends without.
  if (path[0] == '@') address.sun_path[0] = 0;
  int sender = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (sender < 0) return false;
  socklen_t size = offsetof(struct sockaddr_un, sun_path) + length + (path[0] == '/');
  ssize_t sent = sendto(sender, state, strlen(state), MSG_DONTWAIT | MSG_NOSIGNAL, (struct sockaddr *)&address, size);
  close(sender);
  return sent >= 0;
}

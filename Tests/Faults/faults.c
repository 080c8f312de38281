// Preloaded into newsd by tests: makes the n-th call that changes a file end the process or fail, and lets single files be poison.
// All threads count together, so that one number names one moment of a run. Nothing else changes.
//
//   FAULT_AT=n         the call, from 1; without it nothing fails
//   FAULT=kill|errno   the process is killed before the call, as by kill -9, or the call fails with that number
//   FAULT_CALLS=a,b    counts these calls only
//   FAULT_LOG=path     appends the name of each call that was counted
//   FAULT_CLOCK=path   the time of day is off by as many seconds as the file says
//
// Opening a file whose name ends in .crash ends the process, and one that ends in .hang never comes back.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static atomic_long calls;

static int is_counted(const char *name) {
  const char *list = getenv("FAULT_CALLS");
  if (list == NULL) return 1;
  size_t length = strlen(name);
  for (const char *entry = list; entry != NULL; entry = strchr(entry, ',')) {
    if (*entry == ',') entry++;
    if (strncmp(entry, name, length) == 0 && (entry[length] == ',' || entry[length] == 0)) return 1;
  }
  return 0;
}

static void note(const char *name) {
  const char *path = getenv("FAULT_LOG");
  if (path == NULL) return;
  char line[64];
  int length = snprintf(line, sizeof line, "%s\n", name);
  long log = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  syscall(SYS_write, log, line, length);
  syscall(SYS_close, log);
}

// Counts a call; true when it is to fail, with errno set.
static int fails(const char *name) {
  if (!is_counted(name)) return 0;
  note(name);
  const char *at = getenv("FAULT_AT"), *fault = getenv("FAULT");
  if (at == NULL || fault == NULL || atomic_fetch_add(&calls, 1) + 1 != atol(at)) return 0;
  if (strcmp(fault, "kill") == 0) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
  }
  errno = atoi(fault);
  return 1;
}

#define NEXT(name, type) ((type)dlsym(RTLD_NEXT, name))

static int ends_in(const char *path, const char *suffix) {
  size_t length = strlen(path), wanted = strlen(suffix);
  return length >= wanted && strcmp(path + length - wanted, suffix) == 0;
}

static int open_next(const char *name, const char *path, int flags, mode_t mode) {
  if (ends_in(path, ".crash")) abort();
  while (ends_in(path, ".hang")) pause();
  if (flags & O_CREAT && fails("open")) return -1;
  return NEXT(name, int (*)(const char *, int, ...))(path, flags, mode);
}

#define OPEN(name)                                                                                                             \
  int name(const char *path, int flags, ...) {                                                                                 \
    va_list arguments;                                                                                                         \
    va_start(arguments, flags);                                                                                                \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(arguments, mode_t) : 0;                                               \
    va_end(arguments);                                                                                                         \
    return open_next(#name, path, flags, mode);                                                                                \
  }

OPEN(open)
OPEN(open64)

ssize_t write(int file, const void *bytes, size_t count) {
  struct stat status;
  // Sockets, pipes and eventfds are no business of ours.
  if (fstat(file, &status) == 0 && S_ISREG(status.st_mode) && fails("write")) return -1;
  return syscall(SYS_write, file, bytes, count);
}

// The time of day alone: what only goes forward is the kernel's own.
int clock_gettime(clockid_t clock, struct timespec *time) {
  int result = (int)syscall(SYS_clock_gettime, clock, time);
  const char *path = getenv("FAULT_CLOCK");
  if (result != 0 || clock != CLOCK_REALTIME || path == NULL) return result;
  char text[32] = "";
  long file = syscall(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC, 0);
  if (file < 0) return result;
  if (syscall(SYS_read, file, text, sizeof text - 1) > 0) time->tv_sec += atol(text);
  syscall(SYS_close, file);
  return result;
}

int fsync(int file) { return fails("fsync") ? -1 : (int)syscall(SYS_fsync, file); }

int fdatasync(int file) { return fails("fdatasync") ? -1 : (int)syscall(SYS_fdatasync, file); }

int ftruncate(int file, off_t length) { return fails("ftruncate") ? -1 : (int)syscall(SYS_ftruncate, file, length); }

int mkdir(const char *path, mode_t mode) { return fails("mkdir") ? -1 : (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode); }

int unlink(const char *path) { return fails("unlink") ? -1 : (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0); }

int rename(const char *from, const char *to) {
  return fails("rename") ? -1 : (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags) {
  return fails("rename") ? -1 : (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, flags);
}

/*
 * Loaded into a process under test, keeps beside a folder what of it a power cut would leave: for
 * each file the bytes of its last fsync. Unlinks and renames follow either at once or with the next
 * fsync, as the journal of a file system has them. The process may be killed at any instant.
 *
 * LEITAI_CUT_FOLDER   the folder to watch, absolute, no links
 * LEITAI_CUT_DURABLE  where its durable image is kept
 * LEITAI_CUT_SEED     decides which unsynced writes reach the disk early, and when names follow
 * LEITAI_CUT_FAULT    while this file exists, its word is the fault of every write or sync: ENOSPC, EIO
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define FDS 4096
#define RANGES 1024
#define RENAMES 256

struct tracked {
  char name[NAME_MAX + 1];
  int truncated;
  int count;
  struct { off_t from; size_t length; } ranges[RANGES];
};

struct pending { char from[NAME_MAX + 1]; char to[NAME_MAX + 1]; };

static const char *folder, *durable, *fault_file;
static int names_at_once;
static unsigned seed;
static struct tracked *files[64];
static int file_of_fd[FDS]; /* index + 1; -1 for the folder itself */
static struct pending names[RENAMES];
static int name_count;
static pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;

#define REAL(type, name, ...) \
  static type (*real_##name)(__VA_ARGS__); \
  if (!real_##name) real_##name = dlsym(RTLD_NEXT, #name)

static ssize_t plain_pwrite(int fd, const void *bytes, size_t length, off_t at) {
  REAL(ssize_t, pwrite64, int, const void *, size_t, off_t);
  return real_pwrite64(fd, bytes, length, at);
}

static int plain_open(const char *path, int flags) {
  REAL(int, open64, const char *, int, ...);
  return real_open64(path, flags, 0600);
}

static int plain_close(int fd) {
  REAL(int, close, int);
  return real_close(fd);
}

__attribute__((constructor)) static void start(void) {
  folder = getenv("LEITAI_CUT_FOLDER");
  durable = getenv("LEITAI_CUT_DURABLE");
  fault_file = getenv("LEITAI_CUT_FAULT");
  seed = getenv("LEITAI_CUT_SEED") ? (unsigned)atoi(getenv("LEITAI_CUT_SEED")) : 1;
  names_at_once = seed % 2;
}

static void fail(const char *what) {
  fprintf(stderr, "power-cut: %s: %s\n", what, strerror(errno));
  abort();
}

/* The name inside the watched folder, "" for the folder itself, NULL for anything else. */
static const char *watched(const char *path) {
  size_t length;
  if (!folder || !durable || path[0] != '/') return NULL;
  length = strlen(folder);
  if (strncmp(path, folder, length) != 0) return NULL;
  if (path[length] == 0) return "";
  if (path[length] != '/' || strchr(path + length + 1, '/')) return NULL;
  return path + length + 1;
}

static void image_path(char *out, const char *name) { snprintf(out, PATH_MAX, "%s/%s", durable, name); }

static int injected(const char *word) {
  char text[16] = {0};
  int fd;
  if (!fault_file || access(fault_file, F_OK) != 0) return 0;
  fd = plain_open(fault_file, O_RDONLY);
  if (fd < 0) return 0;
  if (read(fd, text, sizeof text - 1) < 0) text[0] = 0;
  plain_close(fd);
  return strncmp(text, word, strlen(word)) == 0;
}

static void note_open(int fd, const char *path) {
  const char *name = watched(path);
  int index;
  if (fd < 0 || fd >= FDS || !name) return;
  pthread_mutex_lock(&lock);
  if (!*name) {
    file_of_fd[fd] = -1;
  } else {
    for (index = 0; index < 64 && files[index]; index++)
      if (strcmp(files[index]->name, name) == 0) break;
    if (index == 64) fail("too many files");
    if (!files[index]) {
      files[index] = calloc(1, sizeof *files[index]);
      strncpy(files[index]->name, name, NAME_MAX);
    }
    file_of_fd[fd] = index + 1;
  }
  pthread_mutex_unlock(&lock);
}

static struct tracked *tracked_fd(int fd) {
  return fd >= 0 && fd < FDS && file_of_fd[fd] > 0 ? files[file_of_fd[fd] - 1] : NULL;
}

static void copy_range(int from, int to, off_t at, size_t length) {
  char bytes[65536];
  while (length > 0) {
    ssize_t got = pread(from, bytes, length < sizeof bytes ? length : sizeof bytes, at);
    if (got <= 0) return;
    if (plain_pwrite(to, bytes, (size_t)got, at) != got) fail("image");
    at += got;
    length -= (size_t)got;
  }
}

static void note_write(int fd, off_t at, size_t length) {
  struct tracked *file = tracked_fd(fd);
  if (!file) return;
  pthread_mutex_lock(&lock);
  if (file->count < RANGES) {
    file->ranges[file->count].from = at;
    file->ranges[file->count].length = length;
  }
  file->count++;
  /* A disk may write what nobody has asked it to, in any order; after a truncation it can't reach the old bytes. */
  if (!file->truncated && rand_r(&seed) % 4 == 0) {
    char path[PATH_MAX];
    int image;
    image_path(path, file->name);
    image = plain_open(path, O_RDWR);
    if (image >= 0) {
      char real[PATH_MAX];
      int source;
      snprintf(real, sizeof real, "%s/%s", folder, file->name);
      source = plain_open(real, O_RDONLY);
      if (source >= 0) {
        copy_range(source, image, at, length);
        plain_close(source);
      }
      plain_close(image);
    }
  }
  pthread_mutex_unlock(&lock);
}

static void make_durable(int fd, struct tracked *file) {
  char path[PATH_MAX], real[PATH_MAX];
  struct stat size;
  int image, source, index, whole;
  image_path(path, file->name);
  snprintf(real, sizeof real, "%s/%s", folder, file->name);
  whole = file->truncated || file->count > RANGES || access(path, F_OK) != 0;
  image = plain_open(path, O_RDWR | O_CREAT);
  source = plain_open(real, O_RDONLY);
  if (image < 0) fail(path);
  if (source < 0 || fstat(fd, &size) != 0) {
    /* Synced after it was unlinked. */
    plain_close(image);
    return;
  }
  if (whole) copy_range(source, image, 0, (size_t)size.st_size);
  else
    for (index = 0; index < file->count; index++)
      copy_range(source, image, file->ranges[index].from, file->ranges[index].length);
  {
    REAL(int, ftruncate64, int, off_t);
    if (real_ftruncate64(image, size.st_size) != 0) fail("image");
  }
  plain_close(image);
  plain_close(source);
  file->count = 0;
  file->truncated = 0;
}

static void apply_names(void) {
  int index;
  char from[PATH_MAX], to[PATH_MAX];
  REAL(int, unlink, const char *);
  REAL(int, rename, const char *, const char *);
  for (index = 0; index < name_count; index++) {
    image_path(from, names[index].from);
    if (names[index].to[0]) {
      image_path(to, names[index].to);
      real_rename(from, to);
    } else {
      real_unlink(from);
    }
  }
  name_count = 0;
}

static void forget(const char *name) {
  int index;
  for (index = 0; index < 64 && files[index]; index++)
    if (strcmp(files[index]->name, name) == 0) {
      files[index]->count = 0;
      files[index]->truncated = 1;
    }
}

static void note_name(const char *from, const char *to) {
  const char *old = watched(from), *next = to ? watched(to) : NULL;
  if (!old || !*old) return;
  pthread_mutex_lock(&lock);
  if (name_count == RENAMES) fail("too many names");
  strncpy(names[name_count].from, old, NAME_MAX);
  names[name_count].to[0] = 0;
  if (next) strncpy(names[name_count].to, next, NAME_MAX);
  name_count++;
  forget(old);
  if (names_at_once) apply_names();
  pthread_mutex_unlock(&lock);
}

static int synced(int fd, int (*real)(int)) {
  int outcome;
  struct tracked *file = tracked_fd(fd);
  if (file && injected("EIO")) { errno = EIO; return -1; }
  outcome = real(fd);
  if (outcome != 0) return outcome;
  pthread_mutex_lock(&lock);
  /* A journalling file system commits the changes of names before those of the file. */
  if (file || (fd >= 0 && fd < FDS && file_of_fd[fd] == -1)) apply_names();
  if (file) make_durable(fd, file);
  pthread_mutex_unlock(&lock);
  return 0;
}

int fsync(int fd) { REAL(int, fsync, int); return synced(fd, real_fsync); }
int fdatasync(int fd) { REAL(int, fdatasync, int); return synced(fd, real_fdatasync); }

#define OPENING(name) \
  int name(const char *path, int flags, ...) { \
    va_list rest; mode_t mode; int fd; \
    REAL(int, name, const char *, int, ...); \
    va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); \
    fd = real_##name(path, flags, mode); note_open(fd, path); \
    if (fd >= 0 && (flags & O_TRUNC) && tracked_fd(fd)) tracked_fd(fd)->truncated = 1; \
    return fd; }
OPENING(open)
OPENING(open64)

#define OPENING_AT(name) \
  int name(int at, const char *path, int flags, ...) { \
    va_list rest; mode_t mode; int fd; \
    REAL(int, name, int, const char *, int, ...); \
    va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); \
    fd = real_##name(at, path, flags, mode); note_open(fd, path); return fd; }
OPENING_AT(openat)
OPENING_AT(openat64)

int close(int fd) {
  REAL(int, close, int);
  if (fd >= 0 && fd < FDS) file_of_fd[fd] = 0;
  return real_close(fd);
}

#define WRITING_AT(name) \
  ssize_t name(int fd, const void *bytes, size_t length, off_t at) { \
    ssize_t written; \
    REAL(ssize_t, name, int, const void *, size_t, off_t); \
    if (tracked_fd(fd) && injected("ENOSPC")) { errno = ENOSPC; return -1; } \
    written = real_##name(fd, bytes, length, at); \
    if (written > 0) note_write(fd, at, (size_t)written); \
    return written; }
WRITING_AT(pwrite)
WRITING_AT(pwrite64)

ssize_t write(int fd, const void *bytes, size_t length) {
  ssize_t written;
  REAL(ssize_t, write, int, const void *, size_t);
  if (tracked_fd(fd) && injected("ENOSPC")) { errno = ENOSPC; return -1; }
  written = real_write(fd, bytes, length);
  if (written > 0 && tracked_fd(fd)) note_write(fd, lseek(fd, 0, SEEK_CUR) - written, (size_t)written);
  return written;
}

#define TRUNCATING(name) \
  int name(int fd, off_t size) { \
    int outcome; \
    REAL(int, name, int, off_t); \
    outcome = real_##name(fd, size); \
    if (outcome == 0 && tracked_fd(fd)) tracked_fd(fd)->truncated = 1; \
    return outcome; }
TRUNCATING(ftruncate)
TRUNCATING(ftruncate64)

int unlink(const char *path) {
  int outcome;
  REAL(int, unlink, const char *);
  outcome = real_unlink(path);
  if (outcome == 0) note_name(path, NULL);
  return outcome;
}

int rename(const char *from, const char *to) {
  int outcome;
  REAL(int, rename, const char *, const char *);
  outcome = real_rename(from, to);
  if (outcome == 0) note_name(from, to);
  return outcome;
}

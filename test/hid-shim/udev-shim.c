/*
 * A software Ledger below a browser. Loaded with LD_PRELOAD on Linux, in tests only, it takes the place of libudev and of one
 * device node: the browser then finds a HID device, opens it, and its own WebHID speaks to a Unix socket (serve.ts).
 *
 * WEIR_HID names a folder with
 *   plugged   while a device is plugged in: its USB product id, four hexadecimal digits
 *   device    socket; one connection for each open(): 65 bytes a write (report id 0, packet), 64 bytes a read, as of hidraw
 *   monitor   socket; "+5011" and "-5011" when that product id comes and goes
 *   report_descriptor   the file of that name in the sysfs of a HID device
 *
 * A browser looks for several kinds of device, each with a filter; for HID alone without one. So a filter means: nothing is
 * there. No header is included, so that the smallest compiler, without the C library's headers, will do.
 */
typedef unsigned long size;
extern char *getenv(const char *);
extern int strcmp(const char *, const char *), snprintf(char *, size, const char *, ...);
extern void *calloc(size, size), *dlsym(void *, const char *);
extern int socket(int, int, int), connect(int, const void *, unsigned), fcntl(int, int, ...), close(int);
extern void free(void *);
extern long read(int, void *, size);
extern int *__errno_location(void);

/* Linux's numbers, the same on x86-64 and arm64. */
enum { AF_UNIX = 1, SOCK_STREAM = 1, SOCK_DGRAM = 2, SOCK_CLOEXEC = 02000000, F_SETFL = 4, O_NONBLOCK = 04000, ENODEV = 19 };
#define RTLD_NEXT ((void *)-1L)
#define NODE "/dev/hidraw-weir"

/* One struct for every udev object; each is asked only what its kind knows. */
struct udev {
  int filtered, fd;    /* of an enumeration or a monitor */
  char product[5];     /* of a device, and of an enumeration that found one */
  const char *action;  /* of a device that a monitor gave */
  struct udev *parent; /* of a hidraw device: the HID device above it */
  char text[64];       /* the last answer that had to be put together */
};
static struct udev context;

struct address { unsigned short family; char path[108]; };
static struct address in_folder(const char *name) {
  struct address address = {AF_UNIX, {0}};
  snprintf(address.path, sizeof address.path, "%s/%s", getenv("WEIR_HID"), name);
  return address;
}

static int open_socket(const char *name, int flags) {
  struct address address = in_folder(name);
  int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd >= 0 && connect(fd, &address, sizeof address) != 0) {
    close(fd);
    *__errno_location() = ENODEV;
    return -1;
  }
  if (fd >= 0 && flags & O_NONBLOCK) fcntl(fd, F_SETFL, O_NONBLOCK);
  return fd;
}

/* The device node. The real open's third argument is passed on as it came, where there is one. */
typedef int opener(const char *, int, int);
int open(const char *path, int flags, int mode) {
  if (strcmp(path, NODE) == 0) return open_socket("device", flags);
  return ((opener *)dlsym(RTLD_NEXT, "open"))(path, flags, mode);
}
int open64(const char *path, int flags, int mode) {
  if (strcmp(path, NODE) == 0) return open_socket("device", flags);
  return ((opener *)dlsym(RTLD_NEXT, "open64"))(path, flags, mode);
}

struct udev *udev_new(void) { return &context; }
void *udev_unref(struct udev *u) { return 0; }

static struct udev *new_device(const char *product, const char *action) {
  struct udev *device = calloc(1, sizeof *device), *parent = calloc(1, sizeof *parent);
  snprintf(device->product, 5, "%s", product);
  snprintf(parent->product, 5, "%s", product);
  device->action = action;
  device->parent = parent;
  return device;
}

/* What is there. */
struct udev *udev_enumerate_new(struct udev *u) { return calloc(1, sizeof *u); }
int udev_enumerate_add_match_subsystem(struct udev *e, const char *name) { return e->filtered = 1, 0; }
int udev_enumerate_scan_devices(struct udev *e) {
  struct address file = in_folder("plugged");
  int fd = e->filtered ? -1 : open(file.path, 0, 0);
  if (fd >= 0 && read(fd, e->product, 4) != 4) e->product[0] = 0;
  if (fd >= 0) close(fd);
  return 0;
}
struct udev *udev_enumerate_get_list_entry(struct udev *e) { return e->product[0] ? e : 0; }
struct udev *udev_list_entry_get_next(struct udev *e) { return 0; }
const char *udev_list_entry_get_name(struct udev *e) { return e->product; }
void *udev_enumerate_unref(struct udev *e) { return free(e), (void *)0; }
struct udev *udev_device_new_from_syspath(struct udev *u, const char *path) { return new_device(path, 0); }
struct udev *udev_device_new_from_devnum(struct udev *u, char type, size number) { return 0; }
struct udev *udev_device_new_from_subsystem_sysname(struct udev *u, const char *s, const char *n) { return 0; }

/* What comes and goes. On the descriptor of a monitor with a filter nothing ever arrives. */
struct udev *udev_monitor_new_from_netlink(struct udev *u, const char *name) { return calloc(1, sizeof *u); }
int udev_monitor_filter_add_match_subsystem_devtype(struct udev *m, const char *s, const char *t) { return m->filtered = 1, 0; }
int udev_monitor_enable_receiving(struct udev *m) {
  m->fd = m->filtered ? -1 : open_socket("monitor", 0);
  if (m->fd < 0) m->fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  return 0;
}
int udev_monitor_get_fd(struct udev *m) { return m->fd; }
struct udev *udev_monitor_receive_device(struct udev *m) {
  char event[6] = {0};
  return read(m->fd, event, 5) == 5 ? new_device(event + 1, event[0] == '+' ? "add" : "remove") : 0;
}
void *udev_monitor_unref(struct udev *m) { return close(m->fd), free(m), (void *)0; }

/* A hidraw device and the HID device above it. */
void *udev_device_unref(struct udev *d) { return free(d->parent), free(d), (void *)0; }
struct udev *udev_device_get_parent(struct udev *d) { return d->parent; }
struct udev *udev_device_get_parent_with_subsystem_devtype(struct udev *d, const char *s, const char *t) { return 0; }
const char *udev_device_get_action(struct udev *d) { return d->action; }
const char *udev_device_get_devnode(struct udev *d) { return d->parent ? NODE : 0; }
const char *udev_device_get_subsystem(struct udev *d) { return d->parent ? "hidraw" : "hid"; }
const char *udev_device_get_sysname(struct udev *d) { return "hidraw-weir"; }
const char *udev_device_get_devtype(struct udev *d) { return 0; }
const char *udev_device_get_driver(struct udev *d) { return 0; }
const char *udev_device_get_sysattr_value(struct udev *d, const char *name) { return 0; }
void *udev_device_get_properties_list_entry(struct udev *d) { return 0; }
const char *udev_device_get_syspath(struct udev *d) {
  if (!d->parent) return getenv("WEIR_HID"); /* the browser reads report_descriptor there */
  snprintf(d->text, sizeof d->text, "/sys/weir/%s", d->product);
  return d->text;
}
const char *udev_device_get_property_value(struct udev *d, const char *name) {
  if (strcmp(name, "HID_NAME") == 0) return "Ledger Nano S Plus";
  if (strcmp(name, "HID_UNIQ") == 0) return "0001";
  if (strcmp(name, "HID_ID") != 0) return 0;
  snprintf(d->text, sizeof d->text, "0003:00002C97:0000%s", d->product);
  return d->text;
}

#include "io/seed.h"

#include <fcntl.h>
#include <time.h>
#include <unistd.h>

/* Without a device: time, process and where things lie are better than 0. */
uint64_t
seed_random(void)
{
	uint64_t v = 0;
	struct timespec now = { 0 };
	int fd = open("/dev/urandom", O_RDONLY | O_CLOEXEC);
	ssize_t n = 0;

	if (fd >= 0) {
		n = read(fd, &v, sizeof v);
		close(fd);
	}
	if (n == (ssize_t)sizeof v)
		return v;
	clock_gettime(CLOCK_REALTIME, &now);
	return ((uint64_t)now.tv_sec << 30 ^ (uint64_t)now.tv_nsec)
	    * 0x9e3779b97f4a7c15 ^ (uint64_t)getpid() << 40
	    ^ (uint64_t)(uintptr_t)&v;
}

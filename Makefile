# copydesk: make [all check lint fuzz bench demo train install uninstall clean]
# Works in GNU make and bmake. One line an object, so that this file is also
# the map of the tree.
.POSIX:

VERSION = 0.1.0
PREFIX = /usr/local
BINDIR = $(PREFIX)/bin
MANDIR = $(PREFIX)/share/man
DATADIR = $(PREFIX)/share
CC = cc
CFLAGS = -O2 -g
WARN = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wwrite-strings -Wno-overlength-strings
BUILD = build
ALL_CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -Icommon $(WARN) $(CFLAGS)
LIBS = -lpcre2-8
COMPILE = mkdir -p $(@D) && $(CC) $(ALL_CFLAGS) $(CPPFLAGS) -DVERSION=\"$(VERSION)\" -MMD -MP -c -o $@
LINK = $(CC) $(ALL_CFLAGS) $(CPPFLAGS) $(LDFLAGS) -DVERSION=\"$(VERSION)\" -MMD -MP -MF $@.d -o $@
AWK = awk
WORDS = mkdir -p $(@D) && LC_ALL=C $(AWK) -f common/gen/words.awk
WEIGHTS = mkdir -p $(@D) && LC_ALL=C $(AWK) -f common/gen/weights.awk

TOOLS =
LIB = $(BUILD)/libcopydesk.a

BASE = $(BUILD)/base/arena.o $(BUILD)/base/buf.o $(BUILD)/base/die.o \
	$(BUILD)/base/hash.o $(BUILD)/base/map.o
TEXT = $(BUILD)/text/chars.o $(BUILD)/text/simd.o $(BUILD)/text/utf8.o \
	$(BUILD)/text/words.o
GEN = $(BUILD)/gen/chars.o

IO = $(BUILD)/io/doc.o $(BUILD)/io/enc.o $(BUILD)/io/in.o $(BUILD)/io/json.o \
	$(BUILD)/io/opt.o $(BUILD)/io/out.o $(BUILD)/io/progress.o \
	$(BUILD)/io/rec.o $(BUILD)/io/source.o

OBJS = $(BASE) $(TEXT) $(IO) $(GEN)

all: $(LIB)

$(LIB): $(OBJS)
	rm -f $@
	$(AR) rcs $@ $(OBJS)

$(BUILD)/base/arena.o: common/base/arena.c ; $(COMPILE) common/base/arena.c
$(BUILD)/base/buf.o: common/base/buf.c ; $(COMPILE) common/base/buf.c
$(BUILD)/base/die.o: common/base/die.c ; $(COMPILE) common/base/die.c
$(BUILD)/base/hash.o: common/base/hash.c ; $(COMPILE) common/base/hash.c
$(BUILD)/base/map.o: common/base/map.c ; $(COMPILE) common/base/map.c
$(BUILD)/io/doc.o: common/io/doc.c ; $(COMPILE) common/io/doc.c
$(BUILD)/io/enc.o: common/io/enc.c ; $(COMPILE) common/io/enc.c
$(BUILD)/io/in.o: common/io/in.c ; $(COMPILE) common/io/in.c
$(BUILD)/io/json.o: common/io/json.c ; $(COMPILE) common/io/json.c
$(BUILD)/io/opt.o: common/io/opt.c ; $(COMPILE) common/io/opt.c
$(BUILD)/io/out.o: common/io/out.c ; $(COMPILE) common/io/out.c
$(BUILD)/io/progress.o: common/io/progress.c ; $(COMPILE) common/io/progress.c
$(BUILD)/io/rec.o: common/io/rec.c ; $(COMPILE) common/io/rec.c
$(BUILD)/io/source.o: common/io/source.c ; $(COMPILE) common/io/source.c
$(BUILD)/text/chars.o: common/text/chars.c ; $(COMPILE) common/text/chars.c
$(BUILD)/text/simd.o: common/text/simd.c ; $(COMPILE) common/text/simd.c
$(BUILD)/text/utf8.o: common/text/utf8.c ; $(COMPILE) common/text/utf8.c
$(BUILD)/text/words.o: common/text/words.c ; $(COMPILE) common/text/words.c

# Tables made at build time: NAME.words and NAME.weights become gen/NAME.c.
$(BUILD)/gen/chars.c: common/data/unicode.tsv common/gen/chars.awk
	mkdir -p $(@D) && LC_ALL=C $(AWK) -f common/gen/chars.awk common/data/unicode.tsv >$@.new && mv $@.new $@
$(BUILD)/gen/chars.o: $(BUILD)/gen/chars.c ; $(COMPILE) $(BUILD)/gen/chars.c

-include $(BUILD)/*.d $(BUILD)/base/*.d $(BUILD)/text/*.d $(BUILD)/io/*.d $(BUILD)/lang/*.d $(BUILD)/desk/*.d $(BUILD)/gen/*.d

clean:
	rm -rf $(BUILD)

.PHONY: all clean

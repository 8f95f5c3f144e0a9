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

TOOLS = sentences
LIB = $(BUILD)/libcopydesk.a

BASE = $(BUILD)/base/arena.o $(BUILD)/base/buf.o $(BUILD)/base/die.o \
	$(BUILD)/base/hash.o $(BUILD)/base/map.o
TEXT = $(BUILD)/text/chars.o $(BUILD)/text/simd.o $(BUILD)/text/utf8.o \
	$(BUILD)/text/words.o
LANG_ = $(BUILD)/lang/abbrev.o
DESK = $(BUILD)/desk/sentences.o
GEN = $(BUILD)/gen/chars.o \
	$(BUILD)/gen/abbrev_cs.o $(BUILD)/gen/abbrev_de.o \
	$(BUILD)/gen/abbrev_el.o $(BUILD)/gen/abbrev_en.o \
	$(BUILD)/gen/abbrev_es.o $(BUILD)/gen/abbrev_fi.o \
	$(BUILD)/gen/abbrev_fr.o $(BUILD)/gen/abbrev_it.o \
	$(BUILD)/gen/abbrev_nl.o $(BUILD)/gen/abbrev_pl.o \
	$(BUILD)/gen/abbrev_pt.o $(BUILD)/gen/abbrev_ro.o \
	$(BUILD)/gen/abbrev_ru.o $(BUILD)/gen/abbrev_sv.o \
	$(BUILD)/gen/abbrev_tr.o $(BUILD)/gen/starters_en.o

IO = $(BUILD)/io/doc.o $(BUILD)/io/enc.o $(BUILD)/io/in.o $(BUILD)/io/json.o \
	$(BUILD)/io/opt.o $(BUILD)/io/out.o $(BUILD)/io/progress.o \
	$(BUILD)/io/rec.o $(BUILD)/io/source.o

OBJS = $(BASE) $(TEXT) $(IO) $(LANG_) $(DESK) $(GEN)

all: $(BUILD)/sentences

$(BUILD)/sentences: tools/sentences.c $(LIB)
	$(LINK) tools/sentences.c $(LIB) $(LIBS) $(LDLIBS)

$(LIB): $(OBJS)
	rm -f $@
	$(AR) rcs $@ $(OBJS)

$(BUILD)/base/arena.o: common/base/arena.c ; $(COMPILE) common/base/arena.c
$(BUILD)/base/buf.o: common/base/buf.c ; $(COMPILE) common/base/buf.c
$(BUILD)/base/die.o: common/base/die.c ; $(COMPILE) common/base/die.c
$(BUILD)/base/hash.o: common/base/hash.c ; $(COMPILE) common/base/hash.c
$(BUILD)/base/map.o: common/base/map.c ; $(COMPILE) common/base/map.c
$(BUILD)/desk/sentences.o: common/desk/sentences.c ; $(COMPILE) common/desk/sentences.c
$(BUILD)/lang/abbrev.o: common/lang/abbrev.c ; $(COMPILE) common/lang/abbrev.c
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
$(BUILD)/gen/abbrev_cs.c: common/data/abbrev-cs.words common/gen/words.awk ; $(WORDS) -v name=abbrev_cs common/data/abbrev-cs.words >$@
$(BUILD)/gen/abbrev_cs.o: $(BUILD)/gen/abbrev_cs.c ; $(COMPILE) $(BUILD)/gen/abbrev_cs.c
$(BUILD)/gen/abbrev_de.c: common/data/abbrev-de.words common/gen/words.awk ; $(WORDS) -v name=abbrev_de common/data/abbrev-de.words >$@
$(BUILD)/gen/abbrev_de.o: $(BUILD)/gen/abbrev_de.c ; $(COMPILE) $(BUILD)/gen/abbrev_de.c
$(BUILD)/gen/abbrev_el.c: common/data/abbrev-el.words common/gen/words.awk ; $(WORDS) -v name=abbrev_el common/data/abbrev-el.words >$@
$(BUILD)/gen/abbrev_el.o: $(BUILD)/gen/abbrev_el.c ; $(COMPILE) $(BUILD)/gen/abbrev_el.c
$(BUILD)/gen/abbrev_en.c: common/data/abbrev-en.words common/gen/words.awk ; $(WORDS) -v name=abbrev_en common/data/abbrev-en.words >$@
$(BUILD)/gen/abbrev_en.o: $(BUILD)/gen/abbrev_en.c ; $(COMPILE) $(BUILD)/gen/abbrev_en.c
$(BUILD)/gen/abbrev_es.c: common/data/abbrev-es.words common/gen/words.awk ; $(WORDS) -v name=abbrev_es common/data/abbrev-es.words >$@
$(BUILD)/gen/abbrev_es.o: $(BUILD)/gen/abbrev_es.c ; $(COMPILE) $(BUILD)/gen/abbrev_es.c
$(BUILD)/gen/abbrev_fi.c: common/data/abbrev-fi.words common/gen/words.awk ; $(WORDS) -v name=abbrev_fi common/data/abbrev-fi.words >$@
$(BUILD)/gen/abbrev_fi.o: $(BUILD)/gen/abbrev_fi.c ; $(COMPILE) $(BUILD)/gen/abbrev_fi.c
$(BUILD)/gen/abbrev_fr.c: common/data/abbrev-fr.words common/gen/words.awk ; $(WORDS) -v name=abbrev_fr common/data/abbrev-fr.words >$@
$(BUILD)/gen/abbrev_fr.o: $(BUILD)/gen/abbrev_fr.c ; $(COMPILE) $(BUILD)/gen/abbrev_fr.c
$(BUILD)/gen/abbrev_it.c: common/data/abbrev-it.words common/gen/words.awk ; $(WORDS) -v name=abbrev_it common/data/abbrev-it.words >$@
$(BUILD)/gen/abbrev_it.o: $(BUILD)/gen/abbrev_it.c ; $(COMPILE) $(BUILD)/gen/abbrev_it.c
$(BUILD)/gen/abbrev_nl.c: common/data/abbrev-nl.words common/gen/words.awk ; $(WORDS) -v name=abbrev_nl common/data/abbrev-nl.words >$@
$(BUILD)/gen/abbrev_nl.o: $(BUILD)/gen/abbrev_nl.c ; $(COMPILE) $(BUILD)/gen/abbrev_nl.c
$(BUILD)/gen/abbrev_pl.c: common/data/abbrev-pl.words common/gen/words.awk ; $(WORDS) -v name=abbrev_pl common/data/abbrev-pl.words >$@
$(BUILD)/gen/abbrev_pl.o: $(BUILD)/gen/abbrev_pl.c ; $(COMPILE) $(BUILD)/gen/abbrev_pl.c
$(BUILD)/gen/abbrev_pt.c: common/data/abbrev-pt.words common/gen/words.awk ; $(WORDS) -v name=abbrev_pt common/data/abbrev-pt.words >$@
$(BUILD)/gen/abbrev_pt.o: $(BUILD)/gen/abbrev_pt.c ; $(COMPILE) $(BUILD)/gen/abbrev_pt.c
$(BUILD)/gen/abbrev_ro.c: common/data/abbrev-ro.words common/gen/words.awk ; $(WORDS) -v name=abbrev_ro common/data/abbrev-ro.words >$@
$(BUILD)/gen/abbrev_ro.o: $(BUILD)/gen/abbrev_ro.c ; $(COMPILE) $(BUILD)/gen/abbrev_ro.c
$(BUILD)/gen/abbrev_ru.c: common/data/abbrev-ru.words common/gen/words.awk ; $(WORDS) -v name=abbrev_ru common/data/abbrev-ru.words >$@
$(BUILD)/gen/abbrev_ru.o: $(BUILD)/gen/abbrev_ru.c ; $(COMPILE) $(BUILD)/gen/abbrev_ru.c
$(BUILD)/gen/abbrev_sv.c: common/data/abbrev-sv.words common/gen/words.awk ; $(WORDS) -v name=abbrev_sv common/data/abbrev-sv.words >$@
$(BUILD)/gen/abbrev_sv.o: $(BUILD)/gen/abbrev_sv.c ; $(COMPILE) $(BUILD)/gen/abbrev_sv.c
$(BUILD)/gen/abbrev_tr.c: common/data/abbrev-tr.words common/gen/words.awk ; $(WORDS) -v name=abbrev_tr common/data/abbrev-tr.words >$@
$(BUILD)/gen/abbrev_tr.o: $(BUILD)/gen/abbrev_tr.c ; $(COMPILE) $(BUILD)/gen/abbrev_tr.c
$(BUILD)/gen/starters_en.c: common/data/starters-en.words common/gen/words.awk ; $(WORDS) -v name=starters_en common/data/starters-en.words >$@
$(BUILD)/gen/starters_en.o: $(BUILD)/gen/starters_en.c ; $(COMPILE) $(BUILD)/gen/starters_en.c

-include $(BUILD)/*.d $(BUILD)/base/*.d $(BUILD)/text/*.d $(BUILD)/io/*.d $(BUILD)/lang/*.d $(BUILD)/desk/*.d $(BUILD)/gen/*.d

clean:
	rm -rf $(BUILD)

.PHONY: all clean

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
# Loops on 32 bytes: where they fall else moves sentences by 3 %.
CFLAGS = -O3 -g -falign-functions=32 -falign-loops=32
WARN = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wwrite-strings -Wno-overlength-strings
BUILD = build
ALL_CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -Icommon $(WARN) $(CFLAGS)
LIBS = -lpcre2-8
COMPILE = mkdir -p $(@D) && $(CC) $(ALL_CFLAGS) $(CPPFLAGS) -DVERSION=\"$(VERSION)\" -MMD -MP -c -o $@
LINK = $(CC) $(ALL_CFLAGS) $(CPPFLAGS) $(LDFLAGS) -DVERSION=\"$(VERSION)\" -MMD -MP -MF $@.d -o $@
AWK = awk
WORDS = mkdir -p $(@D) && LC_ALL=C $(AWK) -f common/gen/words.awk
WEIGHTS = mkdir -p $(@D) && LC_ALL=C $(AWK) -f common/gen/weights.awk

TOOLS = sentences deboil entities quotes dedup
LIB = $(BUILD)/libcopydesk.a

BASE = $(BUILD)/base/arena.o $(BUILD)/base/buf.o $(BUILD)/base/die.o \
	$(BUILD)/base/hash.o $(BUILD)/base/map.o $(BUILD)/base/pages.o
TEXT = $(BUILD)/text/chars.o $(BUILD)/text/simd.o $(BUILD)/text/utf8.o \
	$(BUILD)/text/part.o \
	$(BUILD)/text/words.o $(BUILD)/text/scan.o \
	$(BUILD)/text/wordbits.o $(BUILD)/text/lanes.o \
	$(BUILD)/text/html.o $(BUILD)/text/html_refs.o $(BUILD)/text/regex.o \
	$(BUILD)/text/tokens.o $(BUILD)/text/tokens_fill.o
LANG_ = $(BUILD)/lang/abbrev.o $(BUILD)/lang/code.o $(BUILD)/lang/language.o $(BUILD)/lang/states.o \
	$(BUILD)/lang/calendar.o $(BUILD)/lang/countries.o \
	$(BUILD)/lang/moment.o \
	$(BUILD)/lang/timex.o \
	$(BUILD)/lang/holidays.o \
	$(BUILD)/lang/currencies.o $(BUILD)/lang/units.o
DESK = $(BUILD)/desk/sentences.o $(BUILD)/desk/sentences_line.o \
	$(BUILD)/desk/sentences_list.o $(BUILD)/desk/sentences_model.o \
	$(BUILD)/desk/sentences_rules.o $(BUILD)/desk/sentences_bare.o \
	$(BUILD)/desk/sentences_foreign.o $(BUILD)/desk/sentences_said.o \
	$(BUILD)/desk/sentences_unfinished.o \
	$(BUILD)/desk/sentences_light.o \
	$(BUILD)/desk/trees.o $(BUILD)/desk/fades.o $(BUILD)/desk/since.o \
	$(BUILD)/desk/deboil.o \
	$(BUILD)/desk/deboil_html.o \
	$(BUILD)/desk/deboil_around.o \
	$(BUILD)/desk/deboil_features.o \
	$(BUILD)/desk/deboil_address.o \
	$(BUILD)/desk/deboil_boxes.o \
	$(BUILD)/desk/deboil_markup.o \
	$(BUILD)/desk/deboil_memory.o \
	$(BUILD)/desk/deboil_islands.o \
	$(BUILD)/desk/deboil_runs.o \
	$(BUILD)/desk/deboil_signed.o $(BUILD)/desk/deboil_error.o \
	$(BUILD)/desk/deboil_said.o \
	$(BUILD)/desk/deboil_even.o \
	$(BUILD)/desk/deboil_headline.o \
	$(BUILD)/desk/deboil_judge.o \
	$(BUILD)/desk/deboil_score.o \
	$(BUILD)/desk/deboil_meta.o \
	$(BUILD)/desk/deboil_jsonld.o \
	$(BUILD)/desk/deboil_choice.o \
	$(BUILD)/desk/deboil_byline.o \
	$(BUILD)/desk/deboil_reason.o \
	$(BUILD)/desk/deboil_letters.o \
	$(BUILD)/desk/deboil_named.o \
	$(BUILD)/desk/deboil_nest.o \
	$(BUILD)/desk/deboil_model.o \
	$(BUILD)/desk/deboil_other.o \
	$(BUILD)/desk/deboil_own.o \
	$(BUILD)/desk/deboil_glue.o \
	$(BUILD)/desk/deboil_wrapped.o \
	$(BUILD)/desk/deboil_cuts.o \
	$(BUILD)/desk/deboil_markdown.o \
	$(BUILD)/desk/deboil_numbered.o \
	$(BUILD)/desk/deboil_repair.o \
	$(BUILD)/desk/deboil_repeat.o \
	$(BUILD)/desk/deboil_scan.o \
	$(BUILD)/desk/deboil_scan_wide.o \
	$(BUILD)/desk/deboil_rescue.o \
	$(BUILD)/desk/deboil_thread.o \
	$(BUILD)/desk/deboil_apart.o \
	$(BUILD)/desk/deboil_seams.o \
	$(BUILD)/desk/deboil_shape.o \
	$(BUILD)/desk/deboil_words_wide.o \
	$(BUILD)/desk/deboil_words.o \
	$(BUILD)/desk/ner.o \
	$(BUILD)/desk/ner_runs.o \
	$(BUILD)/desk/ner_words.o \
	$(BUILD)/desk/entities.o \
	$(BUILD)/desk/entities_values.o \
	$(BUILD)/desk/entities_number.o \
	$(BUILD)/desk/entities_plain.o \
	$(BUILD)/desk/entities_date.o $(BUILD)/desk/entities_foreign_date.o \
	$(BUILD)/desk/entities_abroad.o $(BUILD)/desk/entities_abroad_number.o \
	$(BUILD)/desk/entities_relative.o \
	$(BUILD)/desk/entities_weekday.o \
	$(BUILD)/desk/entities_nth.o \
	$(BUILD)/desk/entities_holiday.o \
	$(BUILD)/desk/entities_duration.o \
	$(BUILD)/desk/entities_time.o \
	$(BUILD)/desk/entities_kind.o $(BUILD)/desk/entities_money.o \
	$(BUILD)/desk/entities_net.o \
	$(BUILD)/desk/entities_spans.o \
	$(BUILD)/desk/entities_people.o \
	$(BUILD)/desk/entities_listed.o \
	$(BUILD)/desk/entities_dateline.o \
	$(BUILD)/desk/entities_small.o \
	$(BUILD)/desk/entities_foreign_places.o \
	$(BUILD)/desk/entities_foreign.o $(BUILD)/desk/entities_states.o $(BUILD)/desk/entities_lineup.o $(BUILD)/desk/entities_before.o $(BUILD)/desk/entities_marks.o $(BUILD)/desk/entities_letters.o \
	$(BUILD)/desk/entities_beside.o \
	$(BUILD)/desk/entities_described.o \
	$(BUILD)/desk/entities_roles.o \
	$(BUILD)/desk/entities_part.o \
	$(BUILD)/desk/entities_short.o \
	$(BUILD)/desk/entities_names.o \
	$(BUILD)/desk/quotes.o $(BUILD)/desk/quotes_give.o $(BUILD)/desk/quotes_block.o \
	$(BUILD)/desk/quotes_german.o $(BUILD)/desk/quotes_according.o \
	$(BUILD)/desk/quotes_reported.o $(BUILD)/desk/quotes_dashes.o \
	$(BUILD)/desk/quotes_marks.o $(BUILD)/desk/quotes_asides.o \
	$(BUILD)/desk/quotes_cjk.o $(BUILD)/desk/quotes_cjk_names.o \
	$(BUILD)/desk/quotes_cjk_reported.o \
	$(BUILD)/desk/quotes_read.o $(BUILD)/desk/quotes_words.o \
	$(BUILD)/desk/quotes_mentions.o \
	$(BUILD)/desk/quotes_cues.o \
	$(BUILD)/desk/quotes_attach.o \
	$(BUILD)/desk/quotes_spans.o $(BUILD)/desk/quotes_edges.o \
	$(BUILD)/desk/quotes_epithet.o \
	$(BUILD)/desk/quotes_main.o \
	$(BUILD)/desk/quotes_around.o \
	$(BUILD)/desk/quotes_cover.o \
	$(BUILD)/desk/quotes_phrase.o \
	$(BUILD)/desk/quotes_plain.o \
	$(BUILD)/desk/quotes_names.o \
	$(BUILD)/desk/quotes_person.o \
	$(BUILD)/desk/quotes_spellings.o \
	$(BUILD)/desk/quotes_runs.o $(BUILD)/desk/quotes_index.o \
	$(BUILD)/desk/quotes_beside.o $(BUILD)/desk/quotes_whose.o \
	$(BUILD)/desk/dedup.o \
	$(BUILD)/desk/dedup_fold.o \
	$(BUILD)/desk/dedup_near.o \
	$(BUILD)/desk/dedup_shingles.o \
	$(BUILD)/desk/dedup_index.o \
	$(BUILD)/desk/dedup_overlap.o \
	$(BUILD)/desk/dedup_facts.o \
	$(BUILD)/desk/dedup_words.o $(BUILD)/desk/dedup_prose.o \
	$(BUILD)/desk/keys.o \
	$(BUILD)/desk/recall.o \
	$(BUILD)/desk/sentences_stop.o
GEN = $(BUILD)/gen/chars.o $(BUILD)/gen/sentences.o \
	$(BUILD)/gen/starters_de.o $(BUILD)/gen/starters_fr.o $(BUILD)/gen/starters_es.o \
	$(BUILD)/gen/starters_it.o $(BUILD)/gen/starters_pt.o $(BUILD)/gen/starters_nl.o \
	$(BUILD)/gen/starters_pl.o $(BUILD)/gen/starters_cs.o $(BUILD)/gen/starters_ru.o \
	$(BUILD)/gen/starters_fi.o $(BUILD)/gen/starters_sv.o $(BUILD)/gen/starters_tr.o \
	$(BUILD)/gen/starters_ro.o $(BUILD)/gen/starters_el.o \
	$(BUILD)/gen/abbrev_any.o $(BUILD)/gen/abbrev_hi.o \
	$(BUILD)/gen/abbrev_cs.o $(BUILD)/gen/abbrev_de.o \
	$(BUILD)/gen/abbrev_el.o $(BUILD)/gen/abbrev_en.o \
	$(BUILD)/gen/abbrev_es.o $(BUILD)/gen/abbrev_fi.o \
	$(BUILD)/gen/abbrev_fr.o $(BUILD)/gen/abbrev_it.o \
	$(BUILD)/gen/abbrev_nl.o $(BUILD)/gen/abbrev_pl.o \
	$(BUILD)/gen/abbrev_pt.o $(BUILD)/gen/abbrev_ro.o \
	$(BUILD)/gen/abbrev_ru.o $(BUILD)/gen/abbrev_sv.o \
	$(BUILD)/gen/abbrev_tr.o $(BUILD)/gen/starters_en.o \
	$(BUILD)/gen/abbrev_other.o \
	$(BUILD)/gen/abbrev_bg.o $(BUILD)/gen/starters_bg.o \
	$(BUILD)/gen/abbrev_ca.o $(BUILD)/gen/starters_ca.o \
	$(BUILD)/gen/abbrev_da.o $(BUILD)/gen/starters_da.o \
	$(BUILD)/gen/abbrev_et.o $(BUILD)/gen/starters_et.o \
	$(BUILD)/gen/abbrev_hr.o $(BUILD)/gen/starters_hr.o \
	$(BUILD)/gen/abbrev_hu.o $(BUILD)/gen/starters_hu.o \
	$(BUILD)/gen/abbrev_id.o $(BUILD)/gen/starters_id.o \
	$(BUILD)/gen/abbrev_is.o $(BUILD)/gen/starters_is.o \
	$(BUILD)/gen/abbrev_lt.o $(BUILD)/gen/starters_lt.o \
	$(BUILD)/gen/abbrev_lv.o $(BUILD)/gen/starters_lv.o \
	$(BUILD)/gen/abbrev_nb.o $(BUILD)/gen/starters_nb.o \
	$(BUILD)/gen/abbrev_sk.o $(BUILD)/gen/starters_sk.o \
	$(BUILD)/gen/abbrev_sl.o $(BUILD)/gen/starters_sl.o \
	$(BUILD)/gen/abbrev_uk.o $(BUILD)/gen/starters_uk.o \
	$(BUILD)/gen/abbrev_vi.o $(BUILD)/gen/starters_vi.o \
	$(BUILD)/gen/html_entities.o \
	$(BUILD)/gen/html_content.o \
	$(BUILD)/gen/html_meta.o \
	$(BUILD)/gen/days.o \
	$(BUILD)/gen/countries_abroad.o $(BUILD)/gen/heads_abroad.o \
	$(BUILD)/gen/months.o \
	$(BUILD)/gen/byline.o \
	$(BUILD)/gen/letters.o \
	$(BUILD)/gen/html_blocks.o \
	$(BUILD)/gen/html_hints.o \
	$(BUILD)/gen/chrome.o $(BUILD)/gen/closed.o $(BUILD)/gen/polities.o $(BUILD)/gen/no_persons_el.o $(BUILD)/gen/states.o \
	$(BUILD)/gen/titles_more.o \
	$(BUILD)/gen/deboil_text.o \
	$(BUILD)/gen/deboil_html.o \
	$(BUILD)/gen/deboil_seams.o \
	$(BUILD)/gen/names.o $(BUILD)/gen/peoples.o $(BUILD)/gen/countries.o $(BUILD)/gen/heads.o $(BUILD)/gen/heads_before.o $(BUILD)/gen/common.o $(BUILD)/gen/family_first.o \
	$(BUILD)/gen/hungarian.o $(BUILD)/gen/no_names.o \
	$(BUILD)/gen/first_names.o \
	$(BUILD)/gen/ner.o \
	$(BUILD)/gen/values.o \
	$(BUILD)/gen/tense.o \
	$(BUILD)/gen/holidays.o \
	$(BUILD)/gen/numbers.o $(BUILD)/gen/facts.o \
	$(BUILD)/gen/titles.o \
	$(BUILD)/gen/cues.o \
	$(BUILD)/gen/syntax.o $(BUILD)/gen/syntax_de.o $(BUILD)/gen/cues_de.o \
	$(BUILD)/gen/syntax_es.o $(BUILD)/gen/cues_es.o \
	$(BUILD)/gen/syntax_fr.o $(BUILD)/gen/cues_fr.o \
	$(BUILD)/gen/syntax_it.o $(BUILD)/gen/cues_it.o \
	$(BUILD)/gen/syntax_nl.o $(BUILD)/gen/cues_nl.o \
	$(BUILD)/gen/syntax_pt.o $(BUILD)/gen/cues_pt.o \
	$(BUILD)/gen/syntax_pl.o $(BUILD)/gen/cues_pl.o \
	$(BUILD)/gen/syntax_ru.o $(BUILD)/gen/cues_ru.o \
	$(BUILD)/gen/syntax_el.o $(BUILD)/gen/cues_el.o \
	$(BUILD)/gen/syntax_sv.o $(BUILD)/gen/cues_sv.o \
	$(BUILD)/gen/syntax_cs.o $(BUILD)/gen/cues_cs.o \
	$(BUILD)/gen/syntax_tr.o $(BUILD)/gen/cues_tr.o \
	$(BUILD)/gen/syntax_da.o $(BUILD)/gen/cues_da.o \
	$(BUILD)/gen/syntax_nb.o $(BUILD)/gen/cues_nb.o \
	$(BUILD)/gen/syntax_ro.o $(BUILD)/gen/cues_ro.o \
	$(BUILD)/gen/syntax_uk.o $(BUILD)/gen/cues_uk.o \
	$(BUILD)/gen/syntax_hu.o $(BUILD)/gen/cues_hu.o \
	$(BUILD)/gen/syntax_fi.o $(BUILD)/gen/cues_fi.o \
	$(BUILD)/gen/subjunctive_de.o \
	$(BUILD)/gen/said_ja.o $(BUILD)/gen/said_zh.o \
	$(BUILD)/gen/quotes.o \
	$(BUILD)/gen/roles.o

IO = $(BUILD)/io/doc.o $(BUILD)/io/enc.o $(BUILD)/io/in.o $(BUILD)/io/magic.o $(BUILD)/io/json.o \
	$(BUILD)/io/list.o \
	$(BUILD)/io/markup.o $(BUILD)/io/markup_html.o \
	$(BUILD)/io/opt.o $(BUILD)/io/out.o $(BUILD)/io/progress.o \
	$(BUILD)/io/rec.o $(BUILD)/io/source.o \
	$(BUILD)/io/hold.o $(BUILD)/io/item.o $(BUILD)/io/label.o $(BUILD)/io/seed.o \
	$(BUILD)/io/seen.o \
	$(BUILD)/io/sigs.o $(BUILD)/io/sorter.o $(BUILD)/io/spool.o $(BUILD)/io/temp.o \
	$(BUILD)/io/enc_page.o $(BUILD)/io/warc.o

OBJS = $(BASE) $(TEXT) $(IO) $(LANG_) $(DESK) $(GEN)

all: $(BUILD)/sentences $(BUILD)/deboil $(BUILD)/entities $(BUILD)/quotes $(BUILD)/dedup

$(BUILD)/sentences: tools/sentences.c $(LIB)
	$(LINK) tools/sentences.c $(LIB) $(LIBS) $(LDLIBS)

$(BUILD)/deboil: $(BUILD)/tools/deboil.o $(BUILD)/tools/deboil_json.o $(BUILD)/tools/deboil_rules.o $(LIB)
	$(LINK) $(BUILD)/tools/deboil.o $(BUILD)/tools/deboil_json.o $(BUILD)/tools/deboil_rules.o $(LIB) $(LIBS) $(LDLIBS)

$(BUILD)/entities: tools/entities.c $(LIB)
	$(LINK) tools/entities.c $(LIB) $(LIBS) $(LDLIBS)

$(BUILD)/quotes: tools/quotes.c $(LIB)
	$(LINK) tools/quotes.c $(LIB) $(LIBS) $(LDLIBS)

$(BUILD)/dedup: $(BUILD)/tools/dedup.o $(BUILD)/tools/dedup_run.o $(BUILD)/tools/dedup_lines.o $(BUILD)/tools/dedup_steps.o $(LIB)
	$(LINK) $(BUILD)/tools/dedup.o $(BUILD)/tools/dedup_run.o $(BUILD)/tools/dedup_lines.o $(BUILD)/tools/dedup_steps.o $(LIB) $(LIBS) $(LDLIBS)

$(BUILD)/tools/deboil.o: tools/deboil.c ; $(COMPILE) -I. tools/deboil.c
$(BUILD)/tools/deboil_json.o: tools/deboil_json.c ; $(COMPILE) -I. tools/deboil_json.c
$(BUILD)/tools/deboil_rules.o: tools/deboil_rules.c ; $(COMPILE) -I. tools/deboil_rules.c
$(BUILD)/tools/dedup.o: tools/dedup.c ; $(COMPILE) -I. tools/dedup.c
$(BUILD)/tools/dedup_lines.o: tools/dedup_lines.c ; $(COMPILE) -I. tools/dedup_lines.c
$(BUILD)/tools/dedup_run.o: tools/dedup_run.c ; $(COMPILE) -I. tools/dedup_run.c
$(BUILD)/tools/dedup_steps.o: tools/dedup_steps.c ; $(COMPILE) -I. tools/dedup_steps.c

$(LIB): $(OBJS)
	rm -f $@
	$(AR) rcs $@ $(OBJS)

$(BUILD)/base/arena.o: common/base/arena.c ; $(COMPILE) common/base/arena.c
$(BUILD)/base/buf.o: common/base/buf.c ; $(COMPILE) common/base/buf.c
$(BUILD)/base/die.o: common/base/die.c ; $(COMPILE) common/base/die.c
$(BUILD)/base/hash.o: common/base/hash.c ; $(COMPILE) common/base/hash.c
$(BUILD)/base/map.o: common/base/map.c ; $(COMPILE) common/base/map.c
$(BUILD)/base/pages.o: common/base/pages.c ; $(COMPILE) common/base/pages.c
$(BUILD)/text/chars.o: common/text/chars.c ; $(COMPILE) common/text/chars.c
$(BUILD)/text/html.o: common/text/html.c ; $(COMPILE) common/text/html.c
$(BUILD)/text/html_refs.o: common/text/html_refs.c ; $(COMPILE) common/text/html_refs.c
$(BUILD)/text/lanes.o: common/text/lanes.c ; $(COMPILE) common/text/lanes.c
$(BUILD)/text/part.o: common/text/part.c ; $(COMPILE) common/text/part.c
$(BUILD)/text/regex.o: common/text/regex.c ; $(COMPILE) common/text/regex.c
$(BUILD)/text/scan.o: common/text/scan.c ; $(COMPILE) common/text/scan.c
$(BUILD)/text/simd.o: common/text/simd.c ; $(COMPILE) common/text/simd.c
$(BUILD)/text/tokens.o: common/text/tokens.c ; $(COMPILE) common/text/tokens.c
$(BUILD)/text/tokens_fill.o: common/text/tokens_fill.c ; $(COMPILE) common/text/tokens_fill.c
$(BUILD)/text/utf8.o: common/text/utf8.c ; $(COMPILE) common/text/utf8.c
$(BUILD)/text/wordbits.o: common/text/wordbits.c ; $(COMPILE) common/text/wordbits.c
$(BUILD)/text/words.o: common/text/words.c ; $(COMPILE) common/text/words.c
$(BUILD)/io/doc.o: common/io/doc.c ; $(COMPILE) common/io/doc.c
$(BUILD)/io/enc.o: common/io/enc.c ; $(COMPILE) common/io/enc.c
$(BUILD)/io/enc_page.o: common/io/enc_page.c ; $(COMPILE) common/io/enc_page.c
$(BUILD)/io/hold.o: common/io/hold.c ; $(COMPILE) common/io/hold.c
$(BUILD)/io/in.o: common/io/in.c ; $(COMPILE) common/io/in.c
$(BUILD)/io/item.o: common/io/item.c ; $(COMPILE) common/io/item.c
$(BUILD)/io/json.o: common/io/json.c ; $(COMPILE) common/io/json.c
$(BUILD)/io/label.o: common/io/label.c ; $(COMPILE) common/io/label.c
$(BUILD)/io/list.o: common/io/list.c ; $(COMPILE) common/io/list.c
$(BUILD)/io/magic.o: common/io/magic.c ; $(COMPILE) common/io/magic.c
$(BUILD)/io/markup.o: common/io/markup.c ; $(COMPILE) common/io/markup.c
$(BUILD)/io/markup_html.o: common/io/markup_html.c ; $(COMPILE) common/io/markup_html.c
$(BUILD)/io/opt.o: common/io/opt.c ; $(COMPILE) common/io/opt.c
$(BUILD)/io/out.o: common/io/out.c ; $(COMPILE) common/io/out.c
$(BUILD)/io/progress.o: common/io/progress.c ; $(COMPILE) common/io/progress.c
$(BUILD)/io/rec.o: common/io/rec.c ; $(COMPILE) common/io/rec.c
$(BUILD)/io/seed.o: common/io/seed.c ; $(COMPILE) common/io/seed.c
$(BUILD)/io/seen.o: common/io/seen.c ; $(COMPILE) common/io/seen.c
$(BUILD)/io/sigs.o: common/io/sigs.c ; $(COMPILE) common/io/sigs.c
$(BUILD)/io/sorter.o: common/io/sorter.c ; $(COMPILE) common/io/sorter.c
$(BUILD)/io/source.o: common/io/source.c ; $(COMPILE) common/io/source.c
$(BUILD)/io/spool.o: common/io/spool.c ; $(COMPILE) common/io/spool.c
$(BUILD)/io/temp.o: common/io/temp.c ; $(COMPILE) common/io/temp.c
$(BUILD)/io/warc.o: common/io/warc.c ; $(COMPILE) common/io/warc.c
$(BUILD)/lang/abbrev.o: common/lang/abbrev.c ; $(COMPILE) common/lang/abbrev.c
$(BUILD)/lang/calendar.o: common/lang/calendar.c ; $(COMPILE) common/lang/calendar.c
$(BUILD)/lang/code.o: common/lang/code.c ; $(COMPILE) common/lang/code.c
$(BUILD)/lang/countries.o: common/lang/countries.c ; $(COMPILE) common/lang/countries.c
$(BUILD)/lang/currencies.o: common/lang/currencies.c ; $(COMPILE) common/lang/currencies.c
$(BUILD)/lang/holidays.o: common/lang/holidays.c ; $(COMPILE) common/lang/holidays.c
$(BUILD)/lang/language.o: common/lang/language.c ; $(COMPILE) common/lang/language.c
$(BUILD)/lang/moment.o: common/lang/moment.c ; $(COMPILE) common/lang/moment.c
$(BUILD)/lang/states.o: common/lang/states.c ; $(COMPILE) common/lang/states.c
$(BUILD)/lang/timex.o: common/lang/timex.c ; $(COMPILE) common/lang/timex.c
$(BUILD)/lang/units.o: common/lang/units.c ; $(COMPILE) common/lang/units.c
$(BUILD)/desk/deboil.o: common/desk/deboil.c ; $(COMPILE) common/desk/deboil.c
$(BUILD)/desk/deboil_address.o: common/desk/deboil_address.c ; $(COMPILE) common/desk/deboil_address.c
$(BUILD)/desk/deboil_apart.o: common/desk/deboil_apart.c ; $(COMPILE) common/desk/deboil_apart.c
$(BUILD)/desk/deboil_around.o: common/desk/deboil_around.c ; $(COMPILE) common/desk/deboil_around.c
$(BUILD)/desk/deboil_boxes.o: common/desk/deboil_boxes.c ; $(COMPILE) common/desk/deboil_boxes.c
$(BUILD)/desk/deboil_byline.o: common/desk/deboil_byline.c ; $(COMPILE) common/desk/deboil_byline.c
$(BUILD)/desk/deboil_choice.o: common/desk/deboil_choice.c ; $(COMPILE) common/desk/deboil_choice.c
$(BUILD)/desk/deboil_cuts.o: common/desk/deboil_cuts.c ; $(COMPILE) common/desk/deboil_cuts.c
$(BUILD)/desk/deboil_error.o: common/desk/deboil_error.c ; $(COMPILE) common/desk/deboil_error.c
$(BUILD)/desk/deboil_even.o: common/desk/deboil_even.c ; $(COMPILE) common/desk/deboil_even.c
$(BUILD)/desk/deboil_features.o: common/desk/deboil_features.c ; $(COMPILE) common/desk/deboil_features.c
$(BUILD)/desk/deboil_glue.o: common/desk/deboil_glue.c ; $(COMPILE) common/desk/deboil_glue.c
$(BUILD)/desk/deboil_headline.o: common/desk/deboil_headline.c ; $(COMPILE) common/desk/deboil_headline.c
$(BUILD)/desk/deboil_html.o: common/desk/deboil_html.c ; $(COMPILE) common/desk/deboil_html.c
$(BUILD)/desk/deboil_islands.o: common/desk/deboil_islands.c ; $(COMPILE) common/desk/deboil_islands.c
$(BUILD)/desk/deboil_jsonld.o: common/desk/deboil_jsonld.c ; $(COMPILE) common/desk/deboil_jsonld.c
$(BUILD)/desk/deboil_judge.o: common/desk/deboil_judge.c ; $(COMPILE) common/desk/deboil_judge.c
$(BUILD)/desk/deboil_letters.o: common/desk/deboil_letters.c ; $(COMPILE) common/desk/deboil_letters.c
$(BUILD)/desk/deboil_markdown.o: common/desk/deboil_markdown.c ; $(COMPILE) common/desk/deboil_markdown.c
$(BUILD)/desk/deboil_markup.o: common/desk/deboil_markup.c ; $(COMPILE) common/desk/deboil_markup.c
$(BUILD)/desk/deboil_memory.o: common/desk/deboil_memory.c ; $(COMPILE) common/desk/deboil_memory.c
$(BUILD)/desk/deboil_meta.o: common/desk/deboil_meta.c ; $(COMPILE) common/desk/deboil_meta.c
$(BUILD)/desk/deboil_model.o: common/desk/deboil_model.c ; $(COMPILE) common/desk/deboil_model.c
$(BUILD)/desk/deboil_named.o: common/desk/deboil_named.c ; $(COMPILE) common/desk/deboil_named.c
$(BUILD)/desk/deboil_nest.o: common/desk/deboil_nest.c ; $(COMPILE) common/desk/deboil_nest.c
$(BUILD)/desk/deboil_numbered.o: common/desk/deboil_numbered.c ; $(COMPILE) common/desk/deboil_numbered.c
$(BUILD)/desk/deboil_other.o: common/desk/deboil_other.c ; $(COMPILE) common/desk/deboil_other.c
$(BUILD)/desk/deboil_own.o: common/desk/deboil_own.c ; $(COMPILE) common/desk/deboil_own.c
$(BUILD)/desk/deboil_reason.o: common/desk/deboil_reason.c ; $(COMPILE) common/desk/deboil_reason.c
$(BUILD)/desk/deboil_repair.o: common/desk/deboil_repair.c ; $(COMPILE) common/desk/deboil_repair.c
$(BUILD)/desk/deboil_repeat.o: common/desk/deboil_repeat.c ; $(COMPILE) common/desk/deboil_repeat.c
$(BUILD)/desk/deboil_rescue.o: common/desk/deboil_rescue.c ; $(COMPILE) common/desk/deboil_rescue.c
$(BUILD)/desk/deboil_runs.o: common/desk/deboil_runs.c ; $(COMPILE) common/desk/deboil_runs.c
$(BUILD)/desk/deboil_said.o: common/desk/deboil_said.c ; $(COMPILE) common/desk/deboil_said.c
$(BUILD)/desk/deboil_scan.o: common/desk/deboil_scan.c ; $(COMPILE) common/desk/deboil_scan.c
$(BUILD)/desk/deboil_scan_wide.o: common/desk/deboil_scan_wide.c ; $(COMPILE) common/desk/deboil_scan_wide.c
$(BUILD)/desk/deboil_score.o: common/desk/deboil_score.c ; $(COMPILE) common/desk/deboil_score.c
$(BUILD)/desk/deboil_seams.o: common/desk/deboil_seams.c ; $(COMPILE) common/desk/deboil_seams.c
$(BUILD)/desk/deboil_shape.o: common/desk/deboil_shape.c ; $(COMPILE) common/desk/deboil_shape.c
$(BUILD)/desk/deboil_signed.o: common/desk/deboil_signed.c ; $(COMPILE) common/desk/deboil_signed.c
$(BUILD)/desk/deboil_thread.o: common/desk/deboil_thread.c ; $(COMPILE) common/desk/deboil_thread.c
$(BUILD)/desk/deboil_words.o: common/desk/deboil_words.c ; $(COMPILE) common/desk/deboil_words.c
$(BUILD)/desk/deboil_words_wide.o: common/desk/deboil_words_wide.c ; $(COMPILE) common/desk/deboil_words_wide.c
$(BUILD)/desk/deboil_wrapped.o: common/desk/deboil_wrapped.c ; $(COMPILE) common/desk/deboil_wrapped.c
$(BUILD)/desk/dedup.o: common/desk/dedup.c ; $(COMPILE) common/desk/dedup.c
$(BUILD)/desk/dedup_facts.o: common/desk/dedup_facts.c ; $(COMPILE) common/desk/dedup_facts.c
$(BUILD)/desk/dedup_fold.o: common/desk/dedup_fold.c ; $(COMPILE) common/desk/dedup_fold.c
$(BUILD)/desk/dedup_index.o: common/desk/dedup_index.c ; $(COMPILE) common/desk/dedup_index.c
$(BUILD)/desk/dedup_near.o: common/desk/dedup_near.c ; $(COMPILE) common/desk/dedup_near.c
$(BUILD)/desk/dedup_overlap.o: common/desk/dedup_overlap.c ; $(COMPILE) common/desk/dedup_overlap.c
$(BUILD)/desk/dedup_prose.o: common/desk/dedup_prose.c ; $(COMPILE) common/desk/dedup_prose.c
$(BUILD)/desk/dedup_shingles.o: common/desk/dedup_shingles.c ; $(COMPILE) common/desk/dedup_shingles.c
$(BUILD)/desk/dedup_words.o: common/desk/dedup_words.c ; $(COMPILE) common/desk/dedup_words.c
$(BUILD)/desk/entities.o: common/desk/entities.c ; $(COMPILE) common/desk/entities.c
$(BUILD)/desk/entities_abroad.o: common/desk/entities_abroad.c ; $(COMPILE) common/desk/entities_abroad.c
$(BUILD)/desk/entities_abroad_number.o: common/desk/entities_abroad_number.c ; $(COMPILE) common/desk/entities_abroad_number.c
$(BUILD)/desk/entities_before.o: common/desk/entities_before.c ; $(COMPILE) common/desk/entities_before.c
$(BUILD)/desk/entities_beside.o: common/desk/entities_beside.c ; $(COMPILE) common/desk/entities_beside.c
$(BUILD)/desk/entities_date.o: common/desk/entities_date.c ; $(COMPILE) common/desk/entities_date.c
$(BUILD)/desk/entities_dateline.o: common/desk/entities_dateline.c ; $(COMPILE) common/desk/entities_dateline.c
$(BUILD)/desk/entities_described.o: common/desk/entities_described.c ; $(COMPILE) common/desk/entities_described.c
$(BUILD)/desk/entities_duration.o: common/desk/entities_duration.c ; $(COMPILE) common/desk/entities_duration.c
$(BUILD)/desk/entities_foreign.o: common/desk/entities_foreign.c ; $(COMPILE) common/desk/entities_foreign.c
$(BUILD)/desk/entities_foreign_date.o: common/desk/entities_foreign_date.c ; $(COMPILE) common/desk/entities_foreign_date.c
$(BUILD)/desk/entities_foreign_places.o: common/desk/entities_foreign_places.c ; $(COMPILE) common/desk/entities_foreign_places.c
$(BUILD)/desk/entities_holiday.o: common/desk/entities_holiday.c ; $(COMPILE) common/desk/entities_holiday.c
$(BUILD)/desk/entities_kind.o: common/desk/entities_kind.c ; $(COMPILE) common/desk/entities_kind.c
$(BUILD)/desk/entities_letters.o: common/desk/entities_letters.c ; $(COMPILE) common/desk/entities_letters.c
$(BUILD)/desk/entities_lineup.o: common/desk/entities_lineup.c ; $(COMPILE) common/desk/entities_lineup.c
$(BUILD)/desk/entities_listed.o: common/desk/entities_listed.c ; $(COMPILE) common/desk/entities_listed.c
$(BUILD)/desk/entities_marks.o: common/desk/entities_marks.c ; $(COMPILE) common/desk/entities_marks.c
$(BUILD)/desk/entities_money.o: common/desk/entities_money.c ; $(COMPILE) common/desk/entities_money.c
$(BUILD)/desk/entities_names.o: common/desk/entities_names.c ; $(COMPILE) common/desk/entities_names.c
$(BUILD)/desk/entities_net.o: common/desk/entities_net.c ; $(COMPILE) common/desk/entities_net.c
$(BUILD)/desk/entities_nth.o: common/desk/entities_nth.c ; $(COMPILE) common/desk/entities_nth.c
$(BUILD)/desk/entities_number.o: common/desk/entities_number.c ; $(COMPILE) common/desk/entities_number.c
$(BUILD)/desk/entities_part.o: common/desk/entities_part.c ; $(COMPILE) common/desk/entities_part.c
$(BUILD)/desk/entities_people.o: common/desk/entities_people.c ; $(COMPILE) common/desk/entities_people.c
$(BUILD)/desk/entities_plain.o: common/desk/entities_plain.c ; $(COMPILE) common/desk/entities_plain.c
$(BUILD)/desk/entities_relative.o: common/desk/entities_relative.c ; $(COMPILE) common/desk/entities_relative.c
$(BUILD)/desk/entities_roles.o: common/desk/entities_roles.c ; $(COMPILE) common/desk/entities_roles.c
$(BUILD)/desk/entities_short.o: common/desk/entities_short.c ; $(COMPILE) common/desk/entities_short.c
$(BUILD)/desk/entities_small.o: common/desk/entities_small.c ; $(COMPILE) common/desk/entities_small.c
$(BUILD)/desk/entities_spans.o: common/desk/entities_spans.c ; $(COMPILE) common/desk/entities_spans.c
$(BUILD)/desk/entities_states.o: common/desk/entities_states.c ; $(COMPILE) common/desk/entities_states.c
$(BUILD)/desk/entities_time.o: common/desk/entities_time.c ; $(COMPILE) common/desk/entities_time.c
$(BUILD)/desk/entities_values.o: common/desk/entities_values.c ; $(COMPILE) common/desk/entities_values.c
$(BUILD)/desk/entities_weekday.o: common/desk/entities_weekday.c ; $(COMPILE) common/desk/entities_weekday.c
$(BUILD)/desk/fades.o: common/desk/fades.c ; $(COMPILE) common/desk/fades.c
$(BUILD)/desk/keys.o: common/desk/keys.c ; $(COMPILE) common/desk/keys.c
$(BUILD)/desk/ner.o: common/desk/ner.c ; $(COMPILE) common/desk/ner.c
$(BUILD)/desk/ner_runs.o: common/desk/ner_runs.c ; $(COMPILE) common/desk/ner_runs.c
$(BUILD)/desk/ner_words.o: common/desk/ner_words.c ; $(COMPILE) common/desk/ner_words.c
$(BUILD)/desk/quotes.o: common/desk/quotes.c ; $(COMPILE) common/desk/quotes.c
$(BUILD)/desk/quotes_according.o: common/desk/quotes_according.c ; $(COMPILE) common/desk/quotes_according.c
$(BUILD)/desk/quotes_around.o: common/desk/quotes_around.c ; $(COMPILE) common/desk/quotes_around.c
$(BUILD)/desk/quotes_asides.o: common/desk/quotes_asides.c ; $(COMPILE) common/desk/quotes_asides.c
$(BUILD)/desk/quotes_attach.o: common/desk/quotes_attach.c ; $(COMPILE) common/desk/quotes_attach.c
$(BUILD)/desk/quotes_beside.o: common/desk/quotes_beside.c ; $(COMPILE) common/desk/quotes_beside.c
$(BUILD)/desk/quotes_block.o: common/desk/quotes_block.c ; $(COMPILE) common/desk/quotes_block.c
$(BUILD)/desk/quotes_cjk.o: common/desk/quotes_cjk.c ; $(COMPILE) common/desk/quotes_cjk.c
$(BUILD)/desk/quotes_cjk_names.o: common/desk/quotes_cjk_names.c ; $(COMPILE) common/desk/quotes_cjk_names.c
$(BUILD)/desk/quotes_cjk_reported.o: common/desk/quotes_cjk_reported.c ; $(COMPILE) common/desk/quotes_cjk_reported.c
$(BUILD)/desk/quotes_cover.o: common/desk/quotes_cover.c ; $(COMPILE) common/desk/quotes_cover.c
$(BUILD)/desk/quotes_cues.o: common/desk/quotes_cues.c ; $(COMPILE) common/desk/quotes_cues.c
$(BUILD)/desk/quotes_dashes.o: common/desk/quotes_dashes.c ; $(COMPILE) common/desk/quotes_dashes.c
$(BUILD)/desk/quotes_edges.o: common/desk/quotes_edges.c ; $(COMPILE) common/desk/quotes_edges.c
$(BUILD)/desk/quotes_epithet.o: common/desk/quotes_epithet.c ; $(COMPILE) common/desk/quotes_epithet.c
$(BUILD)/desk/quotes_german.o: common/desk/quotes_german.c ; $(COMPILE) common/desk/quotes_german.c
$(BUILD)/desk/quotes_give.o: common/desk/quotes_give.c ; $(COMPILE) common/desk/quotes_give.c
$(BUILD)/desk/quotes_index.o: common/desk/quotes_index.c ; $(COMPILE) common/desk/quotes_index.c
$(BUILD)/desk/quotes_main.o: common/desk/quotes_main.c ; $(COMPILE) common/desk/quotes_main.c
$(BUILD)/desk/quotes_marks.o: common/desk/quotes_marks.c ; $(COMPILE) common/desk/quotes_marks.c
$(BUILD)/desk/quotes_mentions.o: common/desk/quotes_mentions.c ; $(COMPILE) common/desk/quotes_mentions.c
$(BUILD)/desk/quotes_names.o: common/desk/quotes_names.c ; $(COMPILE) common/desk/quotes_names.c
$(BUILD)/desk/quotes_person.o: common/desk/quotes_person.c ; $(COMPILE) common/desk/quotes_person.c
$(BUILD)/desk/quotes_phrase.o: common/desk/quotes_phrase.c ; $(COMPILE) common/desk/quotes_phrase.c
$(BUILD)/desk/quotes_plain.o: common/desk/quotes_plain.c ; $(COMPILE) common/desk/quotes_plain.c
$(BUILD)/desk/quotes_read.o: common/desk/quotes_read.c ; $(COMPILE) common/desk/quotes_read.c
$(BUILD)/desk/quotes_reported.o: common/desk/quotes_reported.c ; $(COMPILE) common/desk/quotes_reported.c
$(BUILD)/desk/quotes_runs.o: common/desk/quotes_runs.c ; $(COMPILE) common/desk/quotes_runs.c
$(BUILD)/desk/quotes_spans.o: common/desk/quotes_spans.c ; $(COMPILE) common/desk/quotes_spans.c
$(BUILD)/desk/quotes_spellings.o: common/desk/quotes_spellings.c ; $(COMPILE) common/desk/quotes_spellings.c
$(BUILD)/desk/quotes_whose.o: common/desk/quotes_whose.c ; $(COMPILE) common/desk/quotes_whose.c
$(BUILD)/desk/quotes_words.o: common/desk/quotes_words.c ; $(COMPILE) common/desk/quotes_words.c
$(BUILD)/desk/recall.o: common/desk/recall.c ; $(COMPILE) common/desk/recall.c
$(BUILD)/desk/sentences.o: common/desk/sentences.c ; $(COMPILE) common/desk/sentences.c
$(BUILD)/desk/sentences_bare.o: common/desk/sentences_bare.c ; $(COMPILE) common/desk/sentences_bare.c
$(BUILD)/desk/sentences_foreign.o: common/desk/sentences_foreign.c ; $(COMPILE) common/desk/sentences_foreign.c
$(BUILD)/desk/sentences_light.o: common/desk/sentences_light.c ; $(COMPILE) common/desk/sentences_light.c
$(BUILD)/desk/sentences_line.o: common/desk/sentences_line.c ; $(COMPILE) common/desk/sentences_line.c
$(BUILD)/desk/sentences_list.o: common/desk/sentences_list.c ; $(COMPILE) common/desk/sentences_list.c
$(BUILD)/desk/sentences_model.o: common/desk/sentences_model.c ; $(COMPILE) common/desk/sentences_model.c
$(BUILD)/desk/sentences_rules.o: common/desk/sentences_rules.c ; $(COMPILE) common/desk/sentences_rules.c
$(BUILD)/desk/sentences_said.o: common/desk/sentences_said.c ; $(COMPILE) common/desk/sentences_said.c
$(BUILD)/desk/sentences_stop.o: common/desk/sentences_stop.c ; $(COMPILE) common/desk/sentences_stop.c
$(BUILD)/desk/sentences_unfinished.o: common/desk/sentences_unfinished.c ; $(COMPILE) common/desk/sentences_unfinished.c
$(BUILD)/desk/since.o: common/desk/since.c ; $(COMPILE) common/desk/since.c
$(BUILD)/desk/trees.o: common/desk/trees.c ; $(COMPILE) common/desk/trees.c

# Tables made at build time: NAME.words and NAME.weights become gen/NAME.c.
$(BUILD)/gen/chars.c: common/data/unicode.tsv common/gen/chars.awk
	mkdir -p $(@D) && LC_ALL=C $(AWK) -f common/gen/chars.awk common/data/unicode.tsv >$@.new && mv $@.new $@
$(BUILD)/gen/chars.o: $(BUILD)/gen/chars.c ; $(COMPILE) $(BUILD)/gen/chars.c
# Of the languages language.c tells by their words, English left out.
ABBREVS = common/data/abbrev-cs.words common/data/abbrev-de.words \
	common/data/abbrev-da.words common/data/abbrev-hu.words \
	common/data/abbrev-es.words common/data/abbrev-fi.words \
	common/data/abbrev-fr.words common/data/abbrev-it.words \
	common/data/abbrev-nl.words common/data/abbrev-pl.words \
	common/data/abbrev-pt.words common/data/abbrev-ro.words \
	common/data/abbrev-sv.words common/data/abbrev-tr.words
$(BUILD)/gen/abbrev_any.words: $(ABBREVS)
	mkdir -p $(@D) && cat $(ABBREVS) | sed -e '/^#/d' -e 's/\t.*//' | LC_ALL=C sort -u >$@
$(BUILD)/gen/abbrev_any.c: $(BUILD)/gen/abbrev_any.words common/gen/words.awk ; $(WORDS) -v name=abbrev_any $(BUILD)/gen/abbrev_any.words >$@
$(BUILD)/gen/abbrev_any.o: $(BUILD)/gen/abbrev_any.c ; $(COMPILE) $(BUILD)/gen/abbrev_any.c
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
$(BUILD)/gen/abbrev_hi.c: common/data/abbrev-hi.words common/gen/words.awk ; $(WORDS) -v name=abbrev_hi common/data/abbrev-hi.words >$@
$(BUILD)/gen/abbrev_hi.o: $(BUILD)/gen/abbrev_hi.c ; $(COMPILE) $(BUILD)/gen/abbrev_hi.c
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
$(BUILD)/gen/abbrev_bg.c: common/data/abbrev-bg.words common/gen/words.awk ; $(WORDS) -v name=abbrev_bg common/data/abbrev-bg.words >$@
$(BUILD)/gen/abbrev_bg.o: $(BUILD)/gen/abbrev_bg.c ; $(COMPILE) $(BUILD)/gen/abbrev_bg.c
$(BUILD)/gen/abbrev_ca.c: common/data/abbrev-ca.words common/gen/words.awk ; $(WORDS) -v name=abbrev_ca common/data/abbrev-ca.words >$@
$(BUILD)/gen/abbrev_ca.o: $(BUILD)/gen/abbrev_ca.c ; $(COMPILE) $(BUILD)/gen/abbrev_ca.c
$(BUILD)/gen/abbrev_da.c: common/data/abbrev-da.words common/gen/words.awk ; $(WORDS) -v name=abbrev_da common/data/abbrev-da.words >$@
$(BUILD)/gen/abbrev_da.o: $(BUILD)/gen/abbrev_da.c ; $(COMPILE) $(BUILD)/gen/abbrev_da.c
$(BUILD)/gen/abbrev_et.c: common/data/abbrev-et.words common/gen/words.awk ; $(WORDS) -v name=abbrev_et common/data/abbrev-et.words >$@
$(BUILD)/gen/abbrev_et.o: $(BUILD)/gen/abbrev_et.c ; $(COMPILE) $(BUILD)/gen/abbrev_et.c
$(BUILD)/gen/abbrev_hr.c: common/data/abbrev-hr.words common/gen/words.awk ; $(WORDS) -v name=abbrev_hr common/data/abbrev-hr.words >$@
$(BUILD)/gen/abbrev_hr.o: $(BUILD)/gen/abbrev_hr.c ; $(COMPILE) $(BUILD)/gen/abbrev_hr.c
$(BUILD)/gen/abbrev_hu.c: common/data/abbrev-hu.words common/gen/words.awk ; $(WORDS) -v name=abbrev_hu common/data/abbrev-hu.words >$@
$(BUILD)/gen/abbrev_hu.o: $(BUILD)/gen/abbrev_hu.c ; $(COMPILE) $(BUILD)/gen/abbrev_hu.c
$(BUILD)/gen/abbrev_id.c: common/data/abbrev-id.words common/gen/words.awk ; $(WORDS) -v name=abbrev_id common/data/abbrev-id.words >$@
$(BUILD)/gen/abbrev_id.o: $(BUILD)/gen/abbrev_id.c ; $(COMPILE) $(BUILD)/gen/abbrev_id.c
$(BUILD)/gen/abbrev_is.c: common/data/abbrev-is.words common/gen/words.awk ; $(WORDS) -v name=abbrev_is common/data/abbrev-is.words >$@
$(BUILD)/gen/abbrev_is.o: $(BUILD)/gen/abbrev_is.c ; $(COMPILE) $(BUILD)/gen/abbrev_is.c
$(BUILD)/gen/abbrev_lt.c: common/data/abbrev-lt.words common/gen/words.awk ; $(WORDS) -v name=abbrev_lt common/data/abbrev-lt.words >$@
$(BUILD)/gen/abbrev_lt.o: $(BUILD)/gen/abbrev_lt.c ; $(COMPILE) $(BUILD)/gen/abbrev_lt.c
$(BUILD)/gen/abbrev_lv.c: common/data/abbrev-lv.words common/gen/words.awk ; $(WORDS) -v name=abbrev_lv common/data/abbrev-lv.words >$@
$(BUILD)/gen/abbrev_lv.o: $(BUILD)/gen/abbrev_lv.c ; $(COMPILE) $(BUILD)/gen/abbrev_lv.c
$(BUILD)/gen/abbrev_nb.c: common/data/abbrev-nb.words common/gen/words.awk ; $(WORDS) -v name=abbrev_nb common/data/abbrev-nb.words >$@
$(BUILD)/gen/abbrev_nb.o: $(BUILD)/gen/abbrev_nb.c ; $(COMPILE) $(BUILD)/gen/abbrev_nb.c
$(BUILD)/gen/abbrev_sk.c: common/data/abbrev-sk.words common/gen/words.awk ; $(WORDS) -v name=abbrev_sk common/data/abbrev-sk.words >$@
$(BUILD)/gen/abbrev_sk.o: $(BUILD)/gen/abbrev_sk.c ; $(COMPILE) $(BUILD)/gen/abbrev_sk.c
$(BUILD)/gen/abbrev_sl.c: common/data/abbrev-sl.words common/gen/words.awk ; $(WORDS) -v name=abbrev_sl common/data/abbrev-sl.words >$@
$(BUILD)/gen/abbrev_sl.o: $(BUILD)/gen/abbrev_sl.c ; $(COMPILE) $(BUILD)/gen/abbrev_sl.c
$(BUILD)/gen/abbrev_uk.c: common/data/abbrev-uk.words common/gen/words.awk ; $(WORDS) -v name=abbrev_uk common/data/abbrev-uk.words >$@
$(BUILD)/gen/abbrev_uk.o: $(BUILD)/gen/abbrev_uk.c ; $(COMPILE) $(BUILD)/gen/abbrev_uk.c
$(BUILD)/gen/abbrev_vi.c: common/data/abbrev-vi.words common/gen/words.awk ; $(WORDS) -v name=abbrev_vi common/data/abbrev-vi.words >$@
$(BUILD)/gen/abbrev_vi.o: $(BUILD)/gen/abbrev_vi.c ; $(COMPILE) $(BUILD)/gen/abbrev_vi.c
$(BUILD)/gen/abbrev_other.c: common/data/abbrev-other.words common/gen/words.awk ; $(WORDS) -v name=abbrev_other common/data/abbrev-other.words >$@
$(BUILD)/gen/abbrev_other.o: $(BUILD)/gen/abbrev_other.c ; $(COMPILE) $(BUILD)/gen/abbrev_other.c
$(BUILD)/gen/sentences.c: common/data/sentences.weights common/gen/weights.awk ; $(WEIGHTS) -v name=sentences common/data/sentences.weights >$@
$(BUILD)/gen/sentences.o: $(BUILD)/gen/sentences.c ; $(COMPILE) $(BUILD)/gen/sentences.c
$(BUILD)/gen/starters_de.c: common/data/starters-de.words common/gen/words.awk ; $(WORDS) -v name=starters_de common/data/starters-de.words >$@
$(BUILD)/gen/starters_de.o: $(BUILD)/gen/starters_de.c ; $(COMPILE) $(BUILD)/gen/starters_de.c
$(BUILD)/gen/starters_fr.c: common/data/starters-fr.words common/gen/words.awk ; $(WORDS) -v name=starters_fr common/data/starters-fr.words >$@
$(BUILD)/gen/starters_fr.o: $(BUILD)/gen/starters_fr.c ; $(COMPILE) $(BUILD)/gen/starters_fr.c
$(BUILD)/gen/starters_es.c: common/data/starters-es.words common/gen/words.awk ; $(WORDS) -v name=starters_es common/data/starters-es.words >$@
$(BUILD)/gen/starters_es.o: $(BUILD)/gen/starters_es.c ; $(COMPILE) $(BUILD)/gen/starters_es.c
$(BUILD)/gen/starters_it.c: common/data/starters-it.words common/gen/words.awk ; $(WORDS) -v name=starters_it common/data/starters-it.words >$@
$(BUILD)/gen/starters_it.o: $(BUILD)/gen/starters_it.c ; $(COMPILE) $(BUILD)/gen/starters_it.c
$(BUILD)/gen/starters_pt.c: common/data/starters-pt.words common/gen/words.awk ; $(WORDS) -v name=starters_pt common/data/starters-pt.words >$@
$(BUILD)/gen/starters_pt.o: $(BUILD)/gen/starters_pt.c ; $(COMPILE) $(BUILD)/gen/starters_pt.c
$(BUILD)/gen/starters_nl.c: common/data/starters-nl.words common/gen/words.awk ; $(WORDS) -v name=starters_nl common/data/starters-nl.words >$@
$(BUILD)/gen/starters_nl.o: $(BUILD)/gen/starters_nl.c ; $(COMPILE) $(BUILD)/gen/starters_nl.c
$(BUILD)/gen/starters_pl.c: common/data/starters-pl.words common/gen/words.awk ; $(WORDS) -v name=starters_pl common/data/starters-pl.words >$@
$(BUILD)/gen/starters_pl.o: $(BUILD)/gen/starters_pl.c ; $(COMPILE) $(BUILD)/gen/starters_pl.c
$(BUILD)/gen/starters_cs.c: common/data/starters-cs.words common/gen/words.awk ; $(WORDS) -v name=starters_cs common/data/starters-cs.words >$@
$(BUILD)/gen/starters_cs.o: $(BUILD)/gen/starters_cs.c ; $(COMPILE) $(BUILD)/gen/starters_cs.c
$(BUILD)/gen/starters_ru.c: common/data/starters-ru.words common/gen/words.awk ; $(WORDS) -v name=starters_ru common/data/starters-ru.words >$@
$(BUILD)/gen/starters_ru.o: $(BUILD)/gen/starters_ru.c ; $(COMPILE) $(BUILD)/gen/starters_ru.c
$(BUILD)/gen/starters_fi.c: common/data/starters-fi.words common/gen/words.awk ; $(WORDS) -v name=starters_fi common/data/starters-fi.words >$@
$(BUILD)/gen/starters_fi.o: $(BUILD)/gen/starters_fi.c ; $(COMPILE) $(BUILD)/gen/starters_fi.c
$(BUILD)/gen/starters_sv.c: common/data/starters-sv.words common/gen/words.awk ; $(WORDS) -v name=starters_sv common/data/starters-sv.words >$@
$(BUILD)/gen/starters_sv.o: $(BUILD)/gen/starters_sv.c ; $(COMPILE) $(BUILD)/gen/starters_sv.c
$(BUILD)/gen/starters_tr.c: common/data/starters-tr.words common/gen/words.awk ; $(WORDS) -v name=starters_tr common/data/starters-tr.words >$@
$(BUILD)/gen/starters_tr.o: $(BUILD)/gen/starters_tr.c ; $(COMPILE) $(BUILD)/gen/starters_tr.c
$(BUILD)/gen/starters_ro.c: common/data/starters-ro.words common/gen/words.awk ; $(WORDS) -v name=starters_ro common/data/starters-ro.words >$@
$(BUILD)/gen/starters_ro.o: $(BUILD)/gen/starters_ro.c ; $(COMPILE) $(BUILD)/gen/starters_ro.c
$(BUILD)/gen/starters_el.c: common/data/starters-el.words common/gen/words.awk ; $(WORDS) -v name=starters_el common/data/starters-el.words >$@
$(BUILD)/gen/starters_el.o: $(BUILD)/gen/starters_el.c ; $(COMPILE) $(BUILD)/gen/starters_el.c
$(BUILD)/gen/starters_en.c: common/data/starters-en.words common/gen/words.awk ; $(WORDS) -v name=starters_en common/data/starters-en.words >$@
$(BUILD)/gen/starters_en.o: $(BUILD)/gen/starters_en.c ; $(COMPILE) $(BUILD)/gen/starters_en.c
$(BUILD)/gen/starters_bg.c: common/data/starters-bg.words common/gen/words.awk ; $(WORDS) -v name=starters_bg common/data/starters-bg.words >$@
$(BUILD)/gen/starters_bg.o: $(BUILD)/gen/starters_bg.c ; $(COMPILE) $(BUILD)/gen/starters_bg.c
$(BUILD)/gen/starters_ca.c: common/data/starters-ca.words common/gen/words.awk ; $(WORDS) -v name=starters_ca common/data/starters-ca.words >$@
$(BUILD)/gen/starters_ca.o: $(BUILD)/gen/starters_ca.c ; $(COMPILE) $(BUILD)/gen/starters_ca.c
$(BUILD)/gen/starters_da.c: common/data/starters-da.words common/gen/words.awk ; $(WORDS) -v name=starters_da common/data/starters-da.words >$@
$(BUILD)/gen/starters_da.o: $(BUILD)/gen/starters_da.c ; $(COMPILE) $(BUILD)/gen/starters_da.c
$(BUILD)/gen/starters_et.c: common/data/starters-et.words common/gen/words.awk ; $(WORDS) -v name=starters_et common/data/starters-et.words >$@
$(BUILD)/gen/starters_et.o: $(BUILD)/gen/starters_et.c ; $(COMPILE) $(BUILD)/gen/starters_et.c
$(BUILD)/gen/starters_hr.c: common/data/starters-hr.words common/gen/words.awk ; $(WORDS) -v name=starters_hr common/data/starters-hr.words >$@
$(BUILD)/gen/starters_hr.o: $(BUILD)/gen/starters_hr.c ; $(COMPILE) $(BUILD)/gen/starters_hr.c
$(BUILD)/gen/starters_hu.c: common/data/starters-hu.words common/gen/words.awk ; $(WORDS) -v name=starters_hu common/data/starters-hu.words >$@
$(BUILD)/gen/starters_hu.o: $(BUILD)/gen/starters_hu.c ; $(COMPILE) $(BUILD)/gen/starters_hu.c
$(BUILD)/gen/starters_id.c: common/data/starters-id.words common/gen/words.awk ; $(WORDS) -v name=starters_id common/data/starters-id.words >$@
$(BUILD)/gen/starters_id.o: $(BUILD)/gen/starters_id.c ; $(COMPILE) $(BUILD)/gen/starters_id.c
$(BUILD)/gen/starters_is.c: common/data/starters-is.words common/gen/words.awk ; $(WORDS) -v name=starters_is common/data/starters-is.words >$@
$(BUILD)/gen/starters_is.o: $(BUILD)/gen/starters_is.c ; $(COMPILE) $(BUILD)/gen/starters_is.c
$(BUILD)/gen/starters_lt.c: common/data/starters-lt.words common/gen/words.awk ; $(WORDS) -v name=starters_lt common/data/starters-lt.words >$@
$(BUILD)/gen/starters_lt.o: $(BUILD)/gen/starters_lt.c ; $(COMPILE) $(BUILD)/gen/starters_lt.c
$(BUILD)/gen/starters_lv.c: common/data/starters-lv.words common/gen/words.awk ; $(WORDS) -v name=starters_lv common/data/starters-lv.words >$@
$(BUILD)/gen/starters_lv.o: $(BUILD)/gen/starters_lv.c ; $(COMPILE) $(BUILD)/gen/starters_lv.c
$(BUILD)/gen/starters_nb.c: common/data/starters-nb.words common/gen/words.awk ; $(WORDS) -v name=starters_nb common/data/starters-nb.words >$@
$(BUILD)/gen/starters_nb.o: $(BUILD)/gen/starters_nb.c ; $(COMPILE) $(BUILD)/gen/starters_nb.c
$(BUILD)/gen/starters_sk.c: common/data/starters-sk.words common/gen/words.awk ; $(WORDS) -v name=starters_sk common/data/starters-sk.words >$@
$(BUILD)/gen/starters_sk.o: $(BUILD)/gen/starters_sk.c ; $(COMPILE) $(BUILD)/gen/starters_sk.c
$(BUILD)/gen/starters_sl.c: common/data/starters-sl.words common/gen/words.awk ; $(WORDS) -v name=starters_sl common/data/starters-sl.words >$@
$(BUILD)/gen/starters_sl.o: $(BUILD)/gen/starters_sl.c ; $(COMPILE) $(BUILD)/gen/starters_sl.c
$(BUILD)/gen/starters_uk.c: common/data/starters-uk.words common/gen/words.awk ; $(WORDS) -v name=starters_uk common/data/starters-uk.words >$@
$(BUILD)/gen/starters_uk.o: $(BUILD)/gen/starters_uk.c ; $(COMPILE) $(BUILD)/gen/starters_uk.c
$(BUILD)/gen/starters_vi.c: common/data/starters-vi.words common/gen/words.awk ; $(WORDS) -v name=starters_vi common/data/starters-vi.words >$@
$(BUILD)/gen/starters_vi.o: $(BUILD)/gen/starters_vi.c ; $(COMPILE) $(BUILD)/gen/starters_vi.c
$(BUILD)/gen/html_entities.c: common/data/html-entities.tsv common/gen/refs.awk
	mkdir -p $(@D) && LC_ALL=C $(AWK) -f common/gen/refs.awk common/data/html-entities.tsv >$@.new && mv $@.new $@
$(BUILD)/gen/html_entities.o: $(BUILD)/gen/html_entities.c ; $(COMPILE) $(BUILD)/gen/html_entities.c
$(BUILD)/gen/html_meta.c: common/data/html-meta.words common/gen/words.awk ; $(WORDS) -v name=html_meta common/data/html-meta.words >$@
$(BUILD)/gen/html_meta.o: $(BUILD)/gen/html_meta.c ; $(COMPILE) $(BUILD)/gen/html_meta.c
$(BUILD)/gen/countries_abroad.c: common/data/countries-abroad.words common/gen/words.awk ; $(WORDS) -v name=countries_abroad common/data/countries-abroad.words >$@
$(BUILD)/gen/countries_abroad.o: $(BUILD)/gen/countries_abroad.c ; $(COMPILE) $(BUILD)/gen/countries_abroad.c
$(BUILD)/gen/heads_abroad.c: common/data/heads-abroad.words common/gen/words.awk ; $(WORDS) -v name=heads_abroad common/data/heads-abroad.words >$@
$(BUILD)/gen/heads_abroad.o: $(BUILD)/gen/heads_abroad.c ; $(COMPILE) $(BUILD)/gen/heads_abroad.c
$(BUILD)/gen/days.c: common/data/days.words common/gen/words.awk ; $(WORDS) -v name=days common/data/days.words >$@
$(BUILD)/gen/days.o: $(BUILD)/gen/days.c ; $(COMPILE) $(BUILD)/gen/days.c
$(BUILD)/gen/months.c: common/data/months.words common/gen/words.awk ; $(WORDS) -v name=months common/data/months.words >$@
$(BUILD)/gen/months.o: $(BUILD)/gen/months.c ; $(COMPILE) $(BUILD)/gen/months.c
$(BUILD)/gen/byline.c: common/data/byline.words common/gen/words.awk ; $(WORDS) -v name=byline common/data/byline.words >$@
$(BUILD)/gen/byline.o: $(BUILD)/gen/byline.c ; $(COMPILE) $(BUILD)/gen/byline.c
$(BUILD)/gen/letters.c: common/data/letters.words common/gen/words.awk ; $(WORDS) -v name=letters common/data/letters.words >$@
$(BUILD)/gen/letters.o: $(BUILD)/gen/letters.c ; $(COMPILE) $(BUILD)/gen/letters.c
$(BUILD)/gen/html_content.c: common/data/html-content.words common/gen/words.awk ; $(WORDS) -v name=html_content common/data/html-content.words >$@
$(BUILD)/gen/html_content.o: $(BUILD)/gen/html_content.c ; $(COMPILE) $(BUILD)/gen/html_content.c
$(BUILD)/gen/html_blocks.c: common/data/html-blocks.words common/gen/words.awk ; $(WORDS) -v name=html_blocks common/data/html-blocks.words >$@
$(BUILD)/gen/html_blocks.o: $(BUILD)/gen/html_blocks.c ; $(COMPILE) $(BUILD)/gen/html_blocks.c
$(BUILD)/gen/html_hints.c: common/data/html-hints.words common/gen/words.awk ; $(WORDS) -v name=html_hints common/data/html-hints.words >$@
$(BUILD)/gen/html_hints.o: $(BUILD)/gen/html_hints.c ; $(COMPILE) $(BUILD)/gen/html_hints.c
$(BUILD)/gen/chrome.c: common/data/chrome.words common/gen/words.awk ; $(WORDS) -v name=chrome common/data/chrome.words >$@
$(BUILD)/gen/chrome.o: $(BUILD)/gen/chrome.c ; $(COMPILE) $(BUILD)/gen/chrome.c
$(BUILD)/gen/no_persons_el.c: common/data/no-persons-el.words common/gen/words.awk ; $(WORDS) -v name=no_persons_el common/data/no-persons-el.words >$@
$(BUILD)/gen/no_persons_el.o: $(BUILD)/gen/no_persons_el.c ; $(COMPILE) $(BUILD)/gen/no_persons_el.c
$(BUILD)/gen/polities.c: common/data/polities.words common/gen/words.awk ; $(WORDS) -v name=polities common/data/polities.words >$@
$(BUILD)/gen/polities.o: $(BUILD)/gen/polities.c ; $(COMPILE) $(BUILD)/gen/polities.c
$(BUILD)/gen/states.c: common/data/states.words common/gen/words.awk ; $(WORDS) -v name=states common/data/states.words >$@
$(BUILD)/gen/states.o: $(BUILD)/gen/states.c ; $(COMPILE) $(BUILD)/gen/states.c
$(BUILD)/gen/titles_more.c: common/data/titles-more.words common/gen/words.awk ; $(WORDS) -v name=titles_more common/data/titles-more.words >$@
$(BUILD)/gen/titles_more.o: $(BUILD)/gen/titles_more.c ; $(COMPILE) $(BUILD)/gen/titles_more.c
$(BUILD)/gen/closed.c: common/data/closed.words common/gen/words.awk ; $(WORDS) -v name=closed common/data/closed.words >$@
$(BUILD)/gen/closed.o: $(BUILD)/gen/closed.c ; $(COMPILE) $(BUILD)/gen/closed.c
$(BUILD)/gen/deboil_text.c: common/data/deboil-text.weights common/gen/weights.awk ; $(WEIGHTS) -v name=deboil_text common/data/deboil-text.weights >$@
$(BUILD)/gen/deboil_text.o: $(BUILD)/gen/deboil_text.c ; $(COMPILE) $(BUILD)/gen/deboil_text.c
$(BUILD)/gen/deboil_html.c: common/data/deboil-html.weights common/gen/weights.awk ; $(WEIGHTS) -v name=deboil_html common/data/deboil-html.weights >$@
$(BUILD)/gen/deboil_html.o: $(BUILD)/gen/deboil_html.c ; $(COMPILE) $(BUILD)/gen/deboil_html.c
$(BUILD)/gen/deboil_seams.c: common/data/deboil-seams.weights common/gen/weights.awk ; $(WEIGHTS) -v name=deboil_seams common/data/deboil-seams.weights >$@
$(BUILD)/gen/deboil_seams.o: $(BUILD)/gen/deboil_seams.c ; $(COMPILE) $(BUILD)/gen/deboil_seams.c
$(BUILD)/gen/names.c: common/data/names.words common/gen/words.awk ; $(WORDS) -v name=names common/data/names.words >$@
$(BUILD)/gen/names.o: $(BUILD)/gen/names.c ; $(COMPILE) $(BUILD)/gen/names.c
$(BUILD)/gen/countries.c: common/data/countries.words common/gen/words.awk ; $(WORDS) -v name=countries common/data/countries.words >$@
$(BUILD)/gen/countries.o: $(BUILD)/gen/countries.c ; $(COMPILE) $(BUILD)/gen/countries.c
$(BUILD)/gen/common.c: common/data/common.words common/gen/words.awk ; $(WORDS) -v name=common common/data/common.words >$@
$(BUILD)/gen/common.o: $(BUILD)/gen/common.c ; $(COMPILE) $(BUILD)/gen/common.c
$(BUILD)/gen/peoples.c: common/data/names.words common/gen/words.awk ; $(WORDS) -v name=peoples -v only=16 common/data/names.words >$@
$(BUILD)/gen/peoples.o: $(BUILD)/gen/peoples.c ; $(COMPILE) $(BUILD)/gen/peoples.c
$(BUILD)/gen/family_first.c: common/data/family-first.words common/gen/words.awk ; $(WORDS) -v name=family_first common/data/family-first.words >$@
$(BUILD)/gen/family_first.o: $(BUILD)/gen/family_first.c ; $(COMPILE) $(BUILD)/gen/family_first.c
$(BUILD)/gen/hungarian.c: common/data/hungarian.words common/gen/words.awk ; $(WORDS) -v name=hungarian common/data/hungarian.words >$@
$(BUILD)/gen/hungarian.o: $(BUILD)/gen/hungarian.c ; $(COMPILE) $(BUILD)/gen/hungarian.c
$(BUILD)/gen/no_names.c: common/data/no-names.words common/gen/words.awk ; $(WORDS) -v name=no_names common/data/no-names.words >$@
$(BUILD)/gen/no_names.o: $(BUILD)/gen/no_names.c ; $(COMPILE) $(BUILD)/gen/no_names.c
$(BUILD)/gen/heads.c: common/data/heads.words common/gen/words.awk ; $(WORDS) -v name=heads common/data/heads.words >$@
$(BUILD)/gen/heads.o: $(BUILD)/gen/heads.c ; $(COMPILE) $(BUILD)/gen/heads.c
$(BUILD)/gen/heads_before.c: common/data/heads-before.words common/gen/words.awk ; $(WORDS) -v name=heads_before common/data/heads-before.words >$@
$(BUILD)/gen/heads_before.o: $(BUILD)/gen/heads_before.c ; $(COMPILE) $(BUILD)/gen/heads_before.c
$(BUILD)/gen/first_names.c: common/data/first-names.words common/gen/words.awk ; $(WORDS) -v name=first_names common/data/first-names.words >$@
$(BUILD)/gen/first_names.o: $(BUILD)/gen/first_names.c ; $(COMPILE) $(BUILD)/gen/first_names.c
$(BUILD)/gen/ner.c: common/data/ner.weights common/gen/weights.awk ; $(WEIGHTS) -v name=ner common/data/ner.weights >$@
$(BUILD)/gen/ner.o: $(BUILD)/gen/ner.c ; $(COMPILE) $(BUILD)/gen/ner.c
VALUES = common/data/calendar.words common/data/numbers.words common/data/amounts.words \
	common/data/currencies.words common/data/units.words
$(BUILD)/gen/values.c: $(VALUES) common/gen/words.awk ; $(WORDS) -v name=values $(VALUES) >$@
$(BUILD)/gen/values.o: $(BUILD)/gen/values.c ; $(COMPILE) $(BUILD)/gen/values.c
$(BUILD)/gen/holidays.c: common/data/holidays.words common/gen/words.awk ; $(WORDS) -v name=holidays common/data/holidays.words >$@
$(BUILD)/gen/holidays.o: $(BUILD)/gen/holidays.c ; $(COMPILE) $(BUILD)/gen/holidays.c
$(BUILD)/gen/tense.c: common/data/tense.words common/gen/words.awk ; $(WORDS) -v name=tense common/data/tense.words >$@
$(BUILD)/gen/tense.o: $(BUILD)/gen/tense.c ; $(COMPILE) $(BUILD)/gen/tense.c
$(BUILD)/gen/facts.c: common/data/facts.words common/gen/words.awk ; $(WORDS) -v name=facts common/data/facts.words >$@
$(BUILD)/gen/facts.o: $(BUILD)/gen/facts.c ; $(COMPILE) $(BUILD)/gen/facts.c
$(BUILD)/gen/numbers.c: common/data/numbers.words common/gen/words.awk ; $(WORDS) -v name=numbers common/data/numbers.words >$@
$(BUILD)/gen/numbers.o: $(BUILD)/gen/numbers.c ; $(COMPILE) $(BUILD)/gen/numbers.c
$(BUILD)/gen/titles.c: common/data/titles.words common/gen/words.awk ; $(WORDS) -v name=titles common/data/titles.words >$@
$(BUILD)/gen/titles.o: $(BUILD)/gen/titles.c ; $(COMPILE) $(BUILD)/gen/titles.c
$(BUILD)/gen/cues.c: common/data/cues.words common/gen/words.awk ; $(WORDS) -v name=cues common/data/cues.words >$@
$(BUILD)/gen/cues.o: $(BUILD)/gen/cues.c ; $(COMPILE) $(BUILD)/gen/cues.c
$(BUILD)/gen/roles.c: common/data/roles.words common/gen/words.awk ; $(WORDS) -v name=roles common/data/roles.words >$@
$(BUILD)/gen/roles.o: $(BUILD)/gen/roles.c ; $(COMPILE) $(BUILD)/gen/roles.c
$(BUILD)/gen/syntax.c: common/data/syntax.words common/gen/words.awk ; $(WORDS) -v name=syntax common/data/syntax.words >$@
$(BUILD)/gen/syntax.o: $(BUILD)/gen/syntax.c ; $(COMPILE) $(BUILD)/gen/syntax.c
$(BUILD)/gen/syntax_de.c: common/data/syntax-de.words common/gen/words.awk ; $(WORDS) -v name=syntax_de common/data/syntax-de.words >$@
$(BUILD)/gen/syntax_de.o: $(BUILD)/gen/syntax_de.c ; $(COMPILE) $(BUILD)/gen/syntax_de.c
$(BUILD)/gen/cues_de.c: common/data/cues-de.words common/gen/words.awk ; $(WORDS) -v name=cues_de common/data/cues-de.words >$@
$(BUILD)/gen/cues_de.o: $(BUILD)/gen/cues_de.c ; $(COMPILE) $(BUILD)/gen/cues_de.c
$(BUILD)/gen/syntax_es.c: common/data/syntax-es.words common/gen/words.awk ; $(WORDS) -v name=syntax_es common/data/syntax-es.words >$@
$(BUILD)/gen/syntax_es.o: $(BUILD)/gen/syntax_es.c ; $(COMPILE) $(BUILD)/gen/syntax_es.c
$(BUILD)/gen/cues_es.c: common/data/cues-es.words common/gen/words.awk ; $(WORDS) -v name=cues_es common/data/cues-es.words >$@
$(BUILD)/gen/cues_es.o: $(BUILD)/gen/cues_es.c ; $(COMPILE) $(BUILD)/gen/cues_es.c
$(BUILD)/gen/syntax_fr.c: common/data/syntax-fr.words common/gen/words.awk ; $(WORDS) -v name=syntax_fr common/data/syntax-fr.words >$@
$(BUILD)/gen/syntax_fr.o: $(BUILD)/gen/syntax_fr.c ; $(COMPILE) $(BUILD)/gen/syntax_fr.c
$(BUILD)/gen/cues_fr.c: common/data/cues-fr.words common/gen/words.awk ; $(WORDS) -v name=cues_fr common/data/cues-fr.words >$@
$(BUILD)/gen/cues_fr.o: $(BUILD)/gen/cues_fr.c ; $(COMPILE) $(BUILD)/gen/cues_fr.c
$(BUILD)/gen/syntax_it.c: common/data/syntax-it.words common/gen/words.awk ; $(WORDS) -v name=syntax_it common/data/syntax-it.words >$@
$(BUILD)/gen/syntax_it.o: $(BUILD)/gen/syntax_it.c ; $(COMPILE) $(BUILD)/gen/syntax_it.c
$(BUILD)/gen/cues_it.c: common/data/cues-it.words common/gen/words.awk ; $(WORDS) -v name=cues_it common/data/cues-it.words >$@
$(BUILD)/gen/cues_it.o: $(BUILD)/gen/cues_it.c ; $(COMPILE) $(BUILD)/gen/cues_it.c
$(BUILD)/gen/syntax_nl.c: common/data/syntax-nl.words common/gen/words.awk ; $(WORDS) -v name=syntax_nl common/data/syntax-nl.words >$@
$(BUILD)/gen/syntax_nl.o: $(BUILD)/gen/syntax_nl.c ; $(COMPILE) $(BUILD)/gen/syntax_nl.c
$(BUILD)/gen/cues_nl.c: common/data/cues-nl.words common/gen/words.awk ; $(WORDS) -v name=cues_nl common/data/cues-nl.words >$@
$(BUILD)/gen/cues_nl.o: $(BUILD)/gen/cues_nl.c ; $(COMPILE) $(BUILD)/gen/cues_nl.c
$(BUILD)/gen/syntax_pt.c: common/data/syntax-pt.words common/gen/words.awk ; $(WORDS) -v name=syntax_pt common/data/syntax-pt.words >$@
$(BUILD)/gen/syntax_pt.o: $(BUILD)/gen/syntax_pt.c ; $(COMPILE) $(BUILD)/gen/syntax_pt.c
$(BUILD)/gen/cues_pt.c: common/data/cues-pt.words common/gen/words.awk ; $(WORDS) -v name=cues_pt common/data/cues-pt.words >$@
$(BUILD)/gen/cues_pt.o: $(BUILD)/gen/cues_pt.c ; $(COMPILE) $(BUILD)/gen/cues_pt.c
$(BUILD)/gen/syntax_pl.c: common/data/syntax-pl.words common/gen/words.awk ; $(WORDS) -v name=syntax_pl common/data/syntax-pl.words >$@
$(BUILD)/gen/syntax_pl.o: $(BUILD)/gen/syntax_pl.c ; $(COMPILE) $(BUILD)/gen/syntax_pl.c
$(BUILD)/gen/cues_pl.c: common/data/cues-pl.words common/gen/words.awk ; $(WORDS) -v name=cues_pl common/data/cues-pl.words >$@
$(BUILD)/gen/cues_pl.o: $(BUILD)/gen/cues_pl.c ; $(COMPILE) $(BUILD)/gen/cues_pl.c
$(BUILD)/gen/syntax_ru.c: common/data/syntax-ru.words common/gen/words.awk ; $(WORDS) -v name=syntax_ru common/data/syntax-ru.words >$@
$(BUILD)/gen/syntax_ru.o: $(BUILD)/gen/syntax_ru.c ; $(COMPILE) $(BUILD)/gen/syntax_ru.c
$(BUILD)/gen/cues_ru.c: common/data/cues-ru.words common/gen/words.awk ; $(WORDS) -v name=cues_ru common/data/cues-ru.words >$@
$(BUILD)/gen/cues_ru.o: $(BUILD)/gen/cues_ru.c ; $(COMPILE) $(BUILD)/gen/cues_ru.c
$(BUILD)/gen/syntax_el.c: common/data/syntax-el.words common/gen/words.awk ; $(WORDS) -v name=syntax_el common/data/syntax-el.words >$@
$(BUILD)/gen/syntax_el.o: $(BUILD)/gen/syntax_el.c ; $(COMPILE) $(BUILD)/gen/syntax_el.c
$(BUILD)/gen/cues_el.c: common/data/cues-el.words common/gen/words.awk ; $(WORDS) -v name=cues_el common/data/cues-el.words >$@
$(BUILD)/gen/cues_el.o: $(BUILD)/gen/cues_el.c ; $(COMPILE) $(BUILD)/gen/cues_el.c
$(BUILD)/gen/syntax_sv.c: common/data/syntax-sv.words common/gen/words.awk ; $(WORDS) -v name=syntax_sv common/data/syntax-sv.words >$@
$(BUILD)/gen/syntax_sv.o: $(BUILD)/gen/syntax_sv.c ; $(COMPILE) $(BUILD)/gen/syntax_sv.c
$(BUILD)/gen/cues_sv.c: common/data/cues-sv.words common/gen/words.awk ; $(WORDS) -v name=cues_sv common/data/cues-sv.words >$@
$(BUILD)/gen/cues_sv.o: $(BUILD)/gen/cues_sv.c ; $(COMPILE) $(BUILD)/gen/cues_sv.c
$(BUILD)/gen/syntax_cs.c: common/data/syntax-cs.words common/gen/words.awk ; $(WORDS) -v name=syntax_cs common/data/syntax-cs.words >$@
$(BUILD)/gen/syntax_cs.o: $(BUILD)/gen/syntax_cs.c ; $(COMPILE) $(BUILD)/gen/syntax_cs.c
$(BUILD)/gen/cues_cs.c: common/data/cues-cs.words common/gen/words.awk ; $(WORDS) -v name=cues_cs common/data/cues-cs.words >$@
$(BUILD)/gen/cues_cs.o: $(BUILD)/gen/cues_cs.c ; $(COMPILE) $(BUILD)/gen/cues_cs.c
$(BUILD)/gen/cues_da.c: common/data/cues-da.words common/gen/words.awk ; $(WORDS) -v name=cues_da common/data/cues-da.words >$@
$(BUILD)/gen/cues_da.o: $(BUILD)/gen/cues_da.c ; $(COMPILE) $(BUILD)/gen/cues_da.c
$(BUILD)/gen/syntax_da.c: common/data/syntax-da.words common/gen/words.awk ; $(WORDS) -v name=syntax_da common/data/syntax-da.words >$@
$(BUILD)/gen/syntax_da.o: $(BUILD)/gen/syntax_da.c ; $(COMPILE) $(BUILD)/gen/syntax_da.c
$(BUILD)/gen/cues_nb.c: common/data/cues-nb.words common/gen/words.awk ; $(WORDS) -v name=cues_nb common/data/cues-nb.words >$@
$(BUILD)/gen/cues_nb.o: $(BUILD)/gen/cues_nb.c ; $(COMPILE) $(BUILD)/gen/cues_nb.c
$(BUILD)/gen/syntax_nb.c: common/data/syntax-nb.words common/gen/words.awk ; $(WORDS) -v name=syntax_nb common/data/syntax-nb.words >$@
$(BUILD)/gen/syntax_nb.o: $(BUILD)/gen/syntax_nb.c ; $(COMPILE) $(BUILD)/gen/syntax_nb.c
$(BUILD)/gen/cues_ro.c: common/data/cues-ro.words common/gen/words.awk ; $(WORDS) -v name=cues_ro common/data/cues-ro.words >$@
$(BUILD)/gen/cues_ro.o: $(BUILD)/gen/cues_ro.c ; $(COMPILE) $(BUILD)/gen/cues_ro.c
$(BUILD)/gen/syntax_ro.c: common/data/syntax-ro.words common/gen/words.awk ; $(WORDS) -v name=syntax_ro common/data/syntax-ro.words >$@
$(BUILD)/gen/syntax_ro.o: $(BUILD)/gen/syntax_ro.c ; $(COMPILE) $(BUILD)/gen/syntax_ro.c
$(BUILD)/gen/cues_uk.c: common/data/cues-uk.words common/gen/words.awk ; $(WORDS) -v name=cues_uk common/data/cues-uk.words >$@
$(BUILD)/gen/cues_uk.o: $(BUILD)/gen/cues_uk.c ; $(COMPILE) $(BUILD)/gen/cues_uk.c
$(BUILD)/gen/syntax_uk.c: common/data/syntax-uk.words common/gen/words.awk ; $(WORDS) -v name=syntax_uk common/data/syntax-uk.words >$@
$(BUILD)/gen/syntax_uk.o: $(BUILD)/gen/syntax_uk.c ; $(COMPILE) $(BUILD)/gen/syntax_uk.c
$(BUILD)/gen/cues_hu.c: common/data/cues-hu.words common/gen/words.awk ; $(WORDS) -v name=cues_hu common/data/cues-hu.words >$@
$(BUILD)/gen/cues_hu.o: $(BUILD)/gen/cues_hu.c ; $(COMPILE) $(BUILD)/gen/cues_hu.c
$(BUILD)/gen/syntax_hu.c: common/data/syntax-hu.words common/gen/words.awk ; $(WORDS) -v name=syntax_hu common/data/syntax-hu.words >$@
$(BUILD)/gen/syntax_hu.o: $(BUILD)/gen/syntax_hu.c ; $(COMPILE) $(BUILD)/gen/syntax_hu.c
$(BUILD)/gen/cues_fi.c: common/data/cues-fi.words common/gen/words.awk ; $(WORDS) -v name=cues_fi common/data/cues-fi.words >$@
$(BUILD)/gen/cues_fi.o: $(BUILD)/gen/cues_fi.c ; $(COMPILE) $(BUILD)/gen/cues_fi.c
$(BUILD)/gen/syntax_fi.c: common/data/syntax-fi.words common/gen/words.awk ; $(WORDS) -v name=syntax_fi common/data/syntax-fi.words >$@
$(BUILD)/gen/syntax_fi.o: $(BUILD)/gen/syntax_fi.c ; $(COMPILE) $(BUILD)/gen/syntax_fi.c
$(BUILD)/gen/subjunctive_de.c: common/data/subjunctive-de.words common/gen/words.awk ; $(WORDS) -v name=subjunctive_de common/data/subjunctive-de.words >$@
$(BUILD)/gen/subjunctive_de.o: $(BUILD)/gen/subjunctive_de.c ; $(COMPILE) $(BUILD)/gen/subjunctive_de.c
$(BUILD)/gen/syntax_tr.c: common/data/syntax-tr.words common/gen/words.awk ; $(WORDS) -v name=syntax_tr common/data/syntax-tr.words >$@
$(BUILD)/gen/syntax_tr.o: $(BUILD)/gen/syntax_tr.c ; $(COMPILE) $(BUILD)/gen/syntax_tr.c
$(BUILD)/gen/cues_tr.c: common/data/cues-tr.words common/gen/words.awk ; $(WORDS) -v name=cues_tr common/data/cues-tr.words >$@
$(BUILD)/gen/cues_tr.o: $(BUILD)/gen/cues_tr.c ; $(COMPILE) $(BUILD)/gen/cues_tr.c
$(BUILD)/gen/said_ja.c: common/data/said-ja.words common/gen/words.awk ; $(WORDS) -v name=said_ja common/data/said-ja.words >$@
$(BUILD)/gen/said_ja.o: $(BUILD)/gen/said_ja.c ; $(COMPILE) $(BUILD)/gen/said_ja.c
$(BUILD)/gen/said_zh.c: common/data/said-zh.words common/gen/words.awk ; $(WORDS) -v name=said_zh common/data/said-zh.words >$@
$(BUILD)/gen/said_zh.o: $(BUILD)/gen/said_zh.c ; $(COMPILE) $(BUILD)/gen/said_zh.c
$(BUILD)/gen/quotes.c: common/data/quotes.weights common/gen/weights.awk ; $(WEIGHTS) -v name=quotes common/data/quotes.weights >$@
$(BUILD)/gen/quotes.o: $(BUILD)/gen/quotes.c ; $(COMPILE) $(BUILD)/gen/quotes.c

-include $(BUILD)/*.d $(BUILD)/tools/*.d $(BUILD)/base/*.d $(BUILD)/text/*.d $(BUILD)/io/*.d $(BUILD)/lang/*.d $(BUILD)/desk/*.d $(BUILD)/gen/*.d

# ---- tests ----

UNITS = base text scan html meta pages io desk deboil hold judge quotes
FUZZERS = deboil sentences entities values tokens quotes dedup json enc doc html warc sigs
SANITIZE = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined

check: check-plain check-asan

check-plain: all check-unit check-fuzz $(BUILD)/faults.so
	BUILD=$(BUILD) bats tests tests/faults

check-unit: $(LIB)
	@mkdir -p $(BUILD)/unit
	@for u in $(UNITS); do \
		$(CC) $(ALL_CFLAGS) $(CPPFLAGS) $(LDFLAGS) -Itests/unit -o $(BUILD)/unit/$$u tests/unit/$$u.c $(LIB) $(LIBS) && \
		$(BUILD)/unit/$$u && echo "ok unit $$u" || { echo "not ok unit $$u"; exit 1; }; \
	done

# The fuzz targets over their seeds, without clang.
check-fuzz: $(LIB)
	@mkdir -p $(BUILD)/fuzz
	@for f in $(FUZZERS); do \
		$(CC) $(ALL_CFLAGS) $(CPPFLAGS) $(LDFLAGS) -Itests/fuzz -o $(BUILD)/fuzz/$$f tests/fuzz/$$f.c tests/fuzz/replay.c $(LIB) $(LIBS) && \
		$(BUILD)/fuzz/$$f tests/fuzz/seeds/* && echo "ok fuzz $$f" || { echo "not ok fuzz $$f"; exit 1; }; \
	done

$(BUILD)/faults.so: tests/faults/faults.c
	@mkdir -p $(BUILD)
	$(CC) -O1 -shared -fPIC -o $@ tests/faults/faults.c -ldl

# What must hold on every page, on all those of a corpus (see train below).
check-pages: all check-unit
	@test -n "$(CORPORA)" || { echo "usage: make check-pages CORPORA=DIR"; exit 2; }
	@mkdir -p $(BUILD)/pages
	@for f in $(CORPORA)/deboil/*.html.gz; do n=$${f##*/}; gzip -dc $$f >$(BUILD)/pages/$${n%.gz}; done
	$(BUILD)/unit/pages $(CORPORA)/deboil $(BUILD)/pages
	BUILD=$(BUILD) CORPORA=$(CORPORA) bats -f 'default and -v together' tests/deboil_choice.bats

# Several machines: GNU parallel, ssh between network namespaces, Slurm on one
# node. What this machine cannot do is skipped, and says why.
check-distributed: all
	BUILD=$(BUILD) bats tests/distributed

# Ten million records, a line or a page of a gigabyte: minutes, and 4 GB.
check-large: all
	BUILD=$(BUILD) bats tests/large

check-asan:
	$(MAKE) BUILD=build-asan CFLAGS="$(SANITIZE)" all check-unit check-fuzz
	BUILD=build-asan bats tests

# SECONDS of libFuzzer for each target, one after the other.
SECONDS = 60
fuzz:
	$(MAKE) BUILD=build-fuzz CC=clang CFLAGS="-O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined" build-fuzz/libcopydesk.a
	@for f in $(FUZZERS); do \
		clang -std=c11 -D_POSIX_C_SOURCE=200809L -Icommon -Itests/fuzz -g -O1 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined -o build-fuzz/$$f tests/fuzz/$$f.c build-fuzz/libcopydesk.a $(LIBS) && \
		mkdir -p build-fuzz/corpus-$$f && \
		build-fuzz/$$f -max_total_time=$(SECONDS) -max_len=4096 build-fuzz/corpus-$$f tests/fuzz/seeds || exit 1; \
	done

golden: all
	BUILD=$(BUILD) sh tests/golden/renew.sh

# tools/completion/*, of what --help says.
completion: all
	sh common/gen/completion.sh $(BUILD) tools/completion

lint:
	sh tests/lint/run.sh

bench: all
	BUILD=$(BUILD) sh tests/bench/run.sh

demo: all
	cat tests/pages/*.txt | $(BUILD)/deboil | $(BUILD)/quotes

# ---- weights: make train CORPORA=DIR rebuilds them bit for bit ----

TRAINERS = $(BUILD)/train/sentences $(BUILD)/train/deboil $(BUILD)/train/seams $(BUILD)/train/ner $(BUILD)/train/quotes
TRAIN = common/train/boost.c common/train/linear.c common/train/made.c common/train/measure.c common/train/pages.c common/train/runs.c common/train/weights.c

$(BUILD)/train/deboil: common/train/deboil.c $(TRAIN) $(LIB)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -o $@ common/train/deboil.c $(TRAIN) $(LIB) $(LIBS) -lm
$(BUILD)/train/seams: common/train/seams.c $(TRAIN) $(LIB)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -o $@ common/train/seams.c $(TRAIN) $(LIB) $(LIBS) -lm
$(BUILD)/train/ner: common/train/ner.c common/train/ner_model.c common/train/ner_corpus.c common/train/ner_score.c $(TRAIN) $(LIB)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -o $@ common/train/ner.c common/train/ner_model.c common/train/ner_corpus.c common/train/ner_score.c common/train/weights.c $(LIB)
$(BUILD)/train/sentences: common/train/sentences.c common/train/texts.c $(TRAIN) $(LIB)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -o $@ common/train/sentences.c common/train/texts.c $(TRAIN) $(LIB) $(LIBS) -lm
$(BUILD)/train/quotes: common/train/quotes.c common/train/choice.c common/train/quotes_gold.c common/train/quotes_reliable.c $(TRAIN) $(LIB)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -o $@ common/train/quotes.c common/train/choice.c common/train/quotes_gold.c common/train/quotes_reliable.c common/train/weights.c $(LIB) -lm

train: $(TRAINERS)
	@test -n "$(CORPORA)" || { echo "usage: make train CORPORA=DIR"; exit 2; }
	$(BUILD)/train/sentences $(CORPORA) common/data/sentences.weights
	$(BUILD)/train/ner $(CORPORA)/entities/train common/data/ner.weights
	$(BUILD)/train/deboil text $(CORPORA)/deboil common/data/deboil-text.weights
	$(BUILD)/train/deboil html $(CORPORA)/deboil common/data/deboil-html.weights
	$(BUILD)/train/quotes $(CORPORA)/quotes/polnear.jsonl common/data/quotes.weights
	$(MAKE) $(BUILD)/train/seams
	$(BUILD)/train/seams $(CORPORA)/deboil common/data/deboil-seams.weights

# ---- installing ----

install: all
	mkdir -p $(DESTDIR)$(BINDIR) $(DESTDIR)$(MANDIR)/man1 $(DESTDIR)$(MANDIR)/man5 $(DESTDIR)$(MANDIR)/man7 \
		$(DESTDIR)$(DATADIR)/bash-completion/completions $(DESTDIR)$(DATADIR)/zsh/site-functions $(DESTDIR)$(DATADIR)/fish/vendor_completions.d
	for t in $(TOOLS); do \
		install -m 755 $(BUILD)/$$t $(DESTDIR)$(BINDIR)/$$t && \
		install -m 644 man/$$t.1 $(DESTDIR)$(MANDIR)/man1/$$t.1 && \
		install -m 644 tools/completion/copydesk.bash $(DESTDIR)$(DATADIR)/bash-completion/completions/$$t || exit; \
	done
	ln -sf deboil $(DESTDIR)$(BINDIR)/deboilerplate
	install -m 644 man/copydesk.5 $(DESTDIR)$(MANDIR)/man5/copydesk.5
	install -m 644 man/copydesk.7 $(DESTDIR)$(MANDIR)/man7/copydesk.7
	install -m 644 tools/completion/_copydesk $(DESTDIR)$(DATADIR)/zsh/site-functions/_copydesk
	install -m 644 tools/completion/copydesk.fish $(DESTDIR)$(DATADIR)/fish/vendor_completions.d/copydesk.fish

uninstall:
	for t in $(TOOLS); do \
		rm -f $(DESTDIR)$(BINDIR)/$$t $(DESTDIR)$(MANDIR)/man1/$$t.1 $(DESTDIR)$(DATADIR)/bash-completion/completions/$$t; \
	done
	rm -f $(DESTDIR)$(BINDIR)/deboilerplate $(DESTDIR)$(MANDIR)/man5/copydesk.5 $(DESTDIR)$(MANDIR)/man7/copydesk.7 \
		$(DESTDIR)$(DATADIR)/zsh/site-functions/_copydesk $(DESTDIR)$(DATADIR)/fish/vendor_completions.d/copydesk.fish

clean:
	rm -rf $(BUILD) build-asan build-fuzz

.PHONY: all check check-pages check-plain check-unit check-fuzz check-asan check-distributed check-large fuzz golden completion lint bench demo train install uninstall clean

/* io: JSON and encodings. */
#include "io/enc.h"
#include "io/json.h"
#include "io/source.h"
#include "unit.h"

static bool
is_object(const char *s)
{
	const char *why;

	return json_is_object(str_of(s), &why);
}

static void
json(void)
{
	static const char *const good[] = { "{}", (" {\"a\" : [1, -2.5e+3, true,"
	    " null, {\"b\":[]}]} "), "{\"a\":\"\\u00e9\\n\"}", "{\"a\":0}" };
	static const char *const bad[] = { "", "[]", "{", "{\"a\"}", "{\"a\":}",
	    "{\"a\":01}", "{\"a\":1,}", "{\"a\":\"\\x\"}", "{\"a\":\"\n\"}",
	    "{\"a\":1}x", "{\"a\":1.}", "{\"a\":nul}", "{\"a\":[1}", "{a:1}" };
	struct buf b = { 0 };
	struct str v;

	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		CHECK(is_object(good[i]));
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		CHECK(!is_object(bad[i]));
	CHECK(json_field(STR("{\"a\":1,\"b\":\"x\",\"a\":[2]}"), STR("a"), &v)
	    && str_eq(v, STR("[2]")));
	CHECK(json_field(STR("{\"\\u0061\":1}"), STR("a"), &v));
	CHECK(!json_field(STR("{\"b\":{\"a\":1}}"), STR("a"), &v));
	json_unquote(&b, STR("\"\\ud83d\\ude00\\ud800\\t\\/\""));
	CHECK(str_eq(buf_str(&b), STR("\xf0\x9f\x98\x80\xef\xbf\xbd\t/")));
	b.n = 0;
	json_quote(&b, STR("a\"\\\n\x01"));
	CHECK(str_eq(buf_str(&b), STR("\"a\\\"\\\\\\n\\u0001\"")));
	buf_free(&b);
}

static void
check_repair(struct str in, struct str out)
{
	unsigned long long replaced = 0;
	struct buf b = { 0 };

	enc_repair(&b, in, &replaced);
	CHECK(str_eq(buf_str(&b), out));
	buf_free(&b);
}

static void
encodings(void)
{
	check_repair(STR("caf\xe9"), STR("caf\xc3\xa9"));
	check_repair(STR("\x93x\x94"), STR("\xe2\x80\x9cx\xe2\x80\x9d"));
	check_repair(STR("\xc3\xa9 \xff"), STR("\xc3\xa9 \xef\xbf\xbd"));
	check_repair(STR("cut \xe2\x80"), STR("cut \xef\xbf\xbd"));
	CHECK(str_eq(enc_declared(STR("<!--<meta charset=x>-->"
	    "<meta charset=\"koi8-r\">")), STR("koi8-r")));
}

static void
sources(void)
{
	struct source m = { 0 };

	source_parse(&m, STR("[[0, 10], [5, 30]]"));
	CHECK(source_of(&m, 0) == 10 && source_of(&m, 4) == 14);
	CHECK(source_of(&m, 5) == 30 && source_of(&m, 9) == 34);
	source_free(&m);
}

int
main(void)
{
	json();
	encodings();
	sources();
	return unit_failed;
}

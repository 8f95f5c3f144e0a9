#include "lang/code.h"

#include "text/chars.h"

/*
 * The 184 languages of ISO 639-1, each with its codes of three letters (ISO
 * 639-2, both kinds, and of ISO 639-3 those its bulk is written in), then
 * languages papers are printed in that have no code of two letters.
 */
static const char codes[] =
	"aa aar|ab abk|ae ave|af afr|ak aka|am amh|an arg|ar ara arb arz|"
	"as asm|av ava|ay aym|az aze azj azb|ba bak|be bel|bg bul|bi bis|"
	"bm bam|bn ben|bo bod tib|br bre|bs bos|ca cat|ce che|ch cha|"
	"co cos|cr cre|cs ces cze|cu chu|cv chv|cy cym wel|da dan|"
	"de deu ger|dv div|dz dzo|ee ewe|el ell gre|en eng|eo epo|es spa|"
	"et est ekk|eu eus baq|fa fas per pes prs|ff ful|fi fin|fj fij|"
	"fo fao|fr fra fre|fy fry|ga gle|gd gla|gl glg|gn grn|gu guj|"
	"gv glv|ha hau|he heb|hi hin|ho hmo|hr hrv|ht hat|hu hun|"
	"hy hye arm|hz her|ia ina|id ind|ie ile|ig ibo|ii iii|ik ipk|"
	"io ido|is isl ice|it ita|iu iku|ja jpn|jv jav|ka kat geo|kg kon|"
	"ki kik|kj kua|kk kaz|kl kal|km khm|kn kan|ko kor|kr kau|ks kas|"
	"ku kur kmr ckb|kv kom|kw cor|ky kir|la lat|lb ltz|lg lug|li lim|"
	"ln lin|lo lao|lt lit|lu lub|lv lav lvs|mg mlg|mh mah|mi mri mao|"
	"mk mkd mac|ml mal|mn mon|mr mar|ms msa may zsm|mt mlt|"
	"my mya bur|na nau|nb nob|nd nde|ne nep npi|ng ndo|nl nld dut|"
	"nn nno|no nor|nr nbl|nv nav|ny nya|oc oci|oj oji|om orm|"
	"or ori ory|os oss|pa pan|pi pli|pl pol|ps pus|pt por|qu que|"
	"rm roh|rn run|ro ron rum|ru rus|rw kin|sa san|sc srd|sd snd|"
	"se sme|sg sag|sh hbs|si sin|sk slk slo|sl slv|sm smo|sn sna|"
	"so som|sq sqi alb als|sr srp|ss ssw|st sot|su sun|sv swe|"
	"sw swa swh|ta tam|te tel|tg tgk|th tha|ti tir|tk tuk|tl tgl fil|"
	"tn tsn|to ton|tr tur|ts tso|tt tat|tw twi|ty tah|ug uig|uk ukr|"
	"ur urd|uz uzb uzn|ve ven|vi vie|vo vol|wa wln|wo wol|xh xho|"
	"yi yid|yo yor|za zha|zh zho chi cmn yue|zu zul|ast|awa|ban|bar|"
	"bho|bug|bxr|ceb|cnr|crh|csb|doi|dsb|frp|frr|fur|gag|gom|gsw|haw|"
	"hil|hsb|ilo|jbo|kab|kok|krc|lad|ltg|lij|lmo|lus|mad|mag|mai|mhr|"
	"min|mni|mwl|myv|nah|nap|nds|new|nso|olo|pam|pap|pcm|pms|pnb|rom|"
	"rue|sah|sat|scn|sco|sgs|szl|tet|tpi|tyv|udm|vec|vep|vro|war|xmf|";

enum { LEAST = 2, MOST = 3 };	/* letters */

/* The first code of the group the one at i stands in. */
static struct str
first_of_group(size_t i)
{
	size_t end;

	while (i > 0 && codes[i - 1] != '|')
		i--;
	for (end = i; codes[end] != ' ' && codes[end] != '|'; end++)
		;
	return (struct str){ codes + i, end - i };
}

struct str
code_of(struct str name)
{
	char low[MOST];
	size_t n = 0, end;

	while (n < name.n && n < MOST && byte_is_letter(name.p[n])) {
		low[n] = byte_lower(name.p[n]);
		n++;
	}
	if (n < LEAST || (n < name.n && memchr("-_.@", name.p[n], 4) == NULL))
		return (struct str){ "", 0 };
	for (size_t i = 0; codes[i] != '\0'; i = end + 1) {
		for (end = i; codes[end] != ' ' && codes[end] != '|'; end++)
			;
		if (end - i == n && memcmp(codes + i, low, n) == 0)
			return first_of_group(i);
	}
	return (struct str){ "", 0 };
}

#include "lang/currencies.h"

static const char *const codes[] = {
	"USD", "EUR", "GBP", "JPY", "CNY", "INR", "RUB", "CHF", "CAD",
	"AUD", "KRW", "HKD", "MXN", "BRL", "ZAR", "TRY", "VND", "THB",
	"ILS", "SEK", "NOK", "DKK", "PLN", "SGD", "NGN", "NZD", "TWD",
	"IDR", "MYR", "PHP", "PKR", "LKR", "NPR", "BDT", "AED", "SAR",
	"QAR", "IRR", "EGP", "LBP", "SYP", "IQD", "KWD", "DZD", "TND",
	"RSD", "JOD", "MAD", "CZK", "HUF", "RON", "BGN", "UAH", "KZT",
	"ISK", "ARS", "CLP", "COP", "CUP", "UYU", "PEN", "VEF", "KES",
	"UGX", "TZS", "GHS", "ETB", "ZMW", "MMK", "KHR", "LAK", "MNT",
	"AFN", "AMD", "GEL", "AZN", "UZS", "BYN", "XOF", "MOP", "PYG",
	"BOB", "DEM", "FRF", "ITL", "XAU", "BTC", "CRC"
};

/* Cent, penny, dime, nickel, paisa, kopeck, kopiyka, jiao, fen, piastre,
 * grosz, sen. */
static const struct coin coins[] = {
	{ 1, 0.01 }, { 3, 0.01 }, { 1, 0.1 }, { 1, 0.05 }, { 6, 0.01 },
	{ 7, 0.01 }, { 53, 0.01 }, { 5, 0.1 }, { 5, 0.01 }, { 39, 0.01 },
	{ 23, 0.01 }, { 29, 0.01 },
};

/* R, N, P, PHP, SR, QR, NIS, Tk, LE, Dh, KD. */
static const int signs[] = { 15, 25, 30, 30, 36, 37, 19, 34, 39, 35, 43 };

enum {
	CODES = sizeof codes / sizeof *codes,
	COINS = sizeof coins / sizeof *coins,
	SIGNS = sizeof signs / sizeof *signs
};

const char *
currencies_code(int n)
{
	return n > 0 && n <= CODES ? codes[n - 1] : NULL;
}

int
currencies_number(struct str code)
{
	for (int k = 0; k < CODES; k++)
		if (str_eq(str_of(codes[k]), code))
			return k + 1;
	return 0;
}

const struct coin *
currencies_coin(int n)
{
	return n >= 0 && n < COINS ? &coins[n] : NULL;
}

int
currencies_of_sign(int n)
{
	return n > 0 && n <= SIGNS ? signs[n - 1] : 0;
}

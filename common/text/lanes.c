#include "text/lanes.h"

void
lanes_most_plain(const int16_t *add, const int16_t (*rows)[LANES], unsigned n,
    int16_t most[LANES])
{
	for (int l = 0; l < LANES; l++)
		most[l] = (int16_t)(add[0] + rows[0][l]);
	for (unsigned k = 1; k < n; k++)
		for (int l = 0; l < LANES; l++) {
			int16_t way = (int16_t)(add[k] + rows[k][l]);

			most[l] = way > most[l] ? way : most[l];
		}
}

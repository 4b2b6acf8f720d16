/* What several documents say of a station in the same words, and where its code leads. */
#pragma once

#include "yz-guide-content.h"

G_BEGIN_DECLS

/**
 * yz_station_words_get_hours:
 *
 * Returns: (transfer full): when it is open, a clause a line; why it is not, or that nobody knows, otherwise
 */
char *yz_station_words_get_hours (const YzGuideStation *station, YzPrintLanguage language);

/**
 * yz_station_words_get_hours_in_line:
 *
 * Returns: (transfer full): the same with its clauses one after the other
 */
char *yz_station_words_get_hours_in_line (const YzGuideStation *station, YzPrintLanguage language);

/**
 * yz_station_words_get_english_hours:
 *
 * Returns: (transfer full) (nullable): the hours in English for pages in both languages, %NULL where there are none or
 *   @language is another
 */
char *yz_station_words_get_english_hours (const YzGuideStation *station, YzPrintLanguage language);

/**
 * yz_station_words_get_closure:
 *
 * Returns: (transfer full): the days and what is other than usual, "2 月 15–23 日 休息"
 */
char *yz_station_words_get_closure (const YzGuideClosure *closure, YzPrintLanguage language);

/**
 * yz_station_words_get_audiences:
 *
 * Returns: (transfer full) (nullable): whom it is for, "服务对象：骑手、司机"; %NULL where it is for everybody
 */
char *yz_station_words_get_audiences (const YzGuideStation *station, YzPrintLanguage language);

/**
 * yz_station_words_get_way:
 *
 * What a code to be scanned from afar contains: the station's place as Chinese map applications read it: a geo: link
 * (RFC 5870) whose numbers are GCJ-02 with five decimals, about a metre.
 *
 * Returns: (transfer full) (nullable): the link, %NULL without a position
 */
char *yz_station_words_get_way (const YzGuideStation *station);

/**
 * yz_station_words_get_door_link:
 *
 * What the code at its door contains: its page for ratings, as who stands there needs no directions; without one the
 * way to it.
 *
 * Returns: (transfer full) (nullable): the link
 */
char *yz_station_words_get_door_link (const YzGuideStation *station);

/**
 * yz_station_words_get_phone_link:
 * @phone: as it is printed
 *
 * Returns: (transfer full): "tel:09996120351"
 */
char *yz_station_words_get_phone_link (const char *phone);

G_END_DECLS

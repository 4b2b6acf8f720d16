/* What the index of a guide says: which stations have a service, lie in a street, are open at an hour. */
#pragma once

#include "yz-guide-content.h"

G_BEGIN_DECLS

/**
 * YzIndexTime:
 * @YZ_INDEX_NIGHT: open at 23:00, or round the clock
 * @YZ_INDEX_EVENING: open after 20:00 on an ordinary Monday
 * @YZ_INDEX_MORNING: open at 7:30 on such a day
 * @YZ_INDEX_NO_WEEKEND: shut on Saturday and Sunday
 * @YZ_INDEX_CALL: nobody has said when
 * @YZ_INDEX_PAUSED: not open at present
 *
 * What people look for who know when they will come.
 */
typedef enum
{
  YZ_INDEX_NIGHT,
  YZ_INDEX_EVENING,
  YZ_INDEX_MORNING,
  YZ_INDEX_NO_WEEKEND,
  YZ_INDEX_CALL,
  YZ_INDEX_PAUSED,
} YzIndexTime;

#define YZ_INDEX_N_TIMES 6

/**
 * yz_guide_index_is_at:
 *
 * A paused station is only in %YZ_INDEX_PAUSED.
 */
gboolean yz_guide_index_is_at (const YzGuideStation *station, YzIndexTime time);

/**
 * YzIndexEntry:
 * @station: that is listed
 * @paused: it does not offer what is looked for at present: its number is struck through
 */
typedef struct
{
  const YzGuideStation *station;
  gboolean paused;
} YzIndexEntry;

/**
 * yz_guide_index_list_service:
 *
 * Returns: (transfer full) (element-type YzIndexEntry): the stations that have the service, by number; a planned one
 *   is not there yet
 */
GArray *yz_guide_index_list_service (const YzGuideContent *content, const YzGuideService *service);

/**
 * yz_guide_index_say_service:
 * @entries: of the service
 *
 * Where nearly all have it, the few are told that do not: "除 24 号外，各站都有". Where very many have it, a list would
 * help nobody: how many, and that the cards tell.
 *
 * Returns: (transfer full) (nullable): the sentence, %NULL where the numbers are better listed
 */
char *yz_guide_index_say_service (const YzGuideContent *content, const GArray *entries);

/**
 * yz_guide_index_say_numbers:
 * @stations: (element-type YzGuideStation): by number
 *
 * Returns: (transfer full): "1–8", "1–3、7、9"; those without a number are passed over
 */
char *yz_guide_index_say_numbers (const GPtrArray *stations, YzPrintLanguage language);

/**
 * yz_guide_index_say_span:
 *
 * The same where that is short; otherwise between which numbers they are, as retired numbers leave gaps and new
 * stations have high ones.
 *
 * Returns: (transfer full): "编号 1–8", "No. 1–8", "编号在 1–140 之间"; "" if no station has a number; see
 *   yz_print_say_both()
 */
char *yz_guide_index_say_span (const GPtrArray *stations, YzPrintLanguage language);

/**
 * yz_guide_index_balance:
 * @n: things to be listed
 * @capacity: of a line, at least 1
 *
 * Returns: how many stand on each line but the last, so that the lines are about equally long
 */
guint yz_guide_index_balance (guint n, guint capacity);

/**
 * YzIndexOrder:
 * @YZ_INDEX_BY_STREET: by street and number
 * @YZ_INDEX_BY_NAME: by name
 */
typedef enum
{
  YZ_INDEX_BY_STREET,
  YZ_INDEX_BY_NAME,
} YzIndexOrder;

/**
 * yz_guide_index_sort:
 *
 * Returns: (transfer container) (element-type YzGuideStation): the stations as a Chinese reader looks for them, by
 *   pinyin; without those that have no street, if that is what they are sorted by
 */
GPtrArray *yz_guide_index_sort (const YzGuideContent *content, YzIndexOrder order);

/**
 * yz_guide_index_list_district:
 *
 * Returns: (transfer container) (element-type YzGuideStation): the stations of a district, "" for those without one
 */
GPtrArray *yz_guide_index_list_district (const YzGuideContent *content, const char *district);

/**
 * yz_guide_index_count:
 * @stations: (element-type YzGuideStation)
 */
guint yz_guide_index_count (const GPtrArray *stations, YzGuideLook look);

G_END_DECLS

#include "config.h"

#include "yz-guide-index.h"

#include <string.h>

#define EVENING (20 * 60)
#define MORNING (7 * 60 + 30)

#define MOST_EXCEPTIONS 3  /* that are told instead of all the others, of few stations */
#define EXCEPTIONS_OF 16   /* of many, one in so many */
#define EXCEPTIONS_SHARE 4 /* and the others are so many times as many */
#define SHORTEST_RANGE 3
#define MOST_RANGES 3
#define MOST_ENTRIES 120 /* of a service, that are listed */

/* --- by time ------------------------------------------------------------------------------------------------------ */

static gboolean
has_bar (const GArray *bars, guint first_weekday, guint last_weekday, int from, int until)
{
  for (guint i = 0; bars != NULL && i < bars->len; i++)
    {
      const YzHoursBar *bar = &g_array_index (bars, YzHoursBar, i);

      if (bar->weekday >= first_weekday && bar->weekday <= last_weekday && bar->start < until && bar->end > from)
        return TRUE;
    }
  return FALSE;
}

gboolean
yz_guide_index_is_at (const YzGuideStation *station, YzIndexTime time)
{
  if (station->look == YZ_GUIDE_UNKNOWN)
    return time == YZ_INDEX_CALL;
  if (station->look != YZ_GUIDE_OPEN && station->look != YZ_GUIDE_ALL_DAY)
    return time == YZ_INDEX_PAUSED;
  switch (time)
    {
    case YZ_INDEX_NIGHT:
      return station->open_at_night || station->look == YZ_GUIDE_ALL_DAY;
    case YZ_INDEX_EVENING:
      return has_bar (station->workday, G_DATE_MONDAY, G_DATE_MONDAY, EVENING, 24 * 60);
    case YZ_INDEX_MORNING:
      return has_bar (station->workday, G_DATE_MONDAY, G_DATE_MONDAY, MORNING, MORNING + 1);
    case YZ_INDEX_NO_WEEKEND:
      return station->week != NULL && !has_bar (station->week, G_DATE_SATURDAY, G_DATE_SUNDAY, 0, 24 * 60);
    case YZ_INDEX_CALL:
    case YZ_INDEX_PAUSED:
    default:
      return FALSE;
    }
}

/* --- by service --------------------------------------------------------------------------------------------------- */

GArray *
yz_guide_index_list_service (const YzGuideContent *content, const YzGuideService *service)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (YzIndexEntry));

  for (guint i = 0; i < content->stations->len; i++)
    {
      const YzGuideStation *station = g_ptr_array_index (content->stations, i);
      const YzGuideOffer *offer = yz_guide_station_offers (station, service);
      YzIndexEntry entry = { .station = station };

      if (offer == NULL || offer->state == YZ_GUIDE_SERVICE_PLANNED)
        continue;
      entry.paused = offer->state == YZ_GUIDE_SERVICE_PAUSED || station->look == YZ_GUIDE_PAUSED;
      g_array_append_val (entries, entry);
    }
  return entries;
}

/* Those that do not offer it now. */
static GPtrArray *
list_exceptions (const YzGuideContent *content, const GArray *entries)
{
  GPtrArray *exceptions = g_ptr_array_new ();
  guint at = 0;

  for (guint i = 0; i < content->stations->len; i++)
    {
      YzGuideStation *station = g_ptr_array_index (content->stations, i);
      const YzIndexEntry *entry = at < entries->len ? &g_array_index (entries, YzIndexEntry, at) : NULL;
      gboolean listed = entry != NULL && entry->station == station;

      at += listed;
      if (!listed || entry->paused)
        g_ptr_array_add (exceptions, station);
    }
  return exceptions;
}

/* Of so many, that a list would fill a page. */
static char *
say_many (const YzGuideContent *content, const GArray *entries, guint n_having)
{
  if (entries->len <= MOST_ENTRIES)
    return NULL;
  return yz_print_say_number (content->language, n_having, "%u 处有，看各站卡片上的符号", "At %u station: see its card",
                              "At %u stations: see their cards");
}

char *
yz_guide_index_say_service (const YzGuideContent *content, const GArray *entries)
{
  g_autoptr (GPtrArray) exceptions = list_exceptions (content, entries);
  guint n_having = content->stations->len - exceptions->len;
  g_autofree char *numbers = NULL, *numbers_en = NULL, *chinese = NULL, *english = NULL;

  if (exceptions->len > MAX (MOST_EXCEPTIONS, content->stations->len / EXCEPTIONS_OF) ||
      n_having < EXCEPTIONS_SHARE * MAX (exceptions->len, 1))
    return say_many (content, entries, n_having);
  if (exceptions->len == 0)
    return yz_print_say_both (content->language, "各站都有", "At every station");
  for (guint i = 0; i < exceptions->len; i++)
    if (((const YzGuideStation *) g_ptr_array_index (exceptions, i))->number == 0)
      return say_many (content, entries, n_having);
  numbers = yz_guide_index_say_numbers (exceptions, YZ_PRINT_CHINESE);
  numbers_en = yz_guide_index_say_numbers (exceptions, YZ_PRINT_ENGLISH);
  chinese = g_strconcat ("除 ", numbers, " 号外，各站都有", NULL);
  english = g_strconcat ("At every station but ", numbers_en, NULL);
  return yz_print_say_both (content->language, chinese, english);
}

/* --- numbers ------------------------------------------------------------------------------------------------------ */

static guint
get_number (const GPtrArray *stations, guint i)
{
  return ((const YzGuideStation *) g_ptr_array_index (stations, i))->number;
}

char *
yz_guide_index_say_numbers (const GPtrArray *stations, YzPrintLanguage language)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0, n; i < stations->len; i += n)
    {
      guint first = get_number (stations, i);

      for (n = 1; first > 0 && i + n < stations->len && get_number (stations, i + n) == first + n; n++)
        ;
      if (n < SHORTEST_RANGE)
        n = 1;
      if (first == 0)
        continue;
      g_string_append (words, words->len > 0 ? yz_print_say (language, "、", ", ") : "");
      g_string_append_printf (words, n > 1 ? "%u–%u" : "%u", first, first + n - 1);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static guint
count_commas (const char *words)
{
  guint n = 0;

  for (; *words != '\0'; words = g_utf8_next_char (words))
    n += *words == ',' || g_utf8_get_char (words) == 0x3001;
  return n;
}

static char *
say_span_in (const GPtrArray *stations, YzPrintLanguage language)
{
  g_autofree char *numbers = yz_guide_index_say_numbers (stations, language);
  guint first = G_MAXUINT, last = 0;

  if (*numbers == '\0')
    return g_strdup ("");
  if (count_commas (numbers) < MOST_RANGES)
    return g_strconcat (yz_print_say (language, "编号 ", "No. "), numbers, NULL);
  for (guint i = 0; i < stations->len; i++)
    {
      guint number = get_number (stations, i);

      first = number > 0 ? MIN (first, number) : first;
      last = MAX (last, number);
    }
  if (language == YZ_PRINT_ENGLISH)
    return g_strdup_printf ("No. between %u and %u", first, last);
  return g_strdup_printf ("编号在 %u–%u 之间", first, last);
}

char *
yz_guide_index_say_span (const GPtrArray *stations, YzPrintLanguage language)
{
  g_autofree char *chinese = say_span_in (stations, YZ_PRINT_CHINESE);
  g_autofree char *english = say_span_in (stations, YZ_PRINT_ENGLISH);

  if (language == YZ_PRINT_BOTH && g_str_has_prefix (chinese, "编号 ")) /* the numbers need not be said twice */
    return g_strconcat ("编号 " YZ_PRINT_GLOSS "No." YZ_PRINT_GLOSS_END " ", chinese + strlen ("编号 "), NULL);
  return yz_print_say_both (language, chinese, english);
}

guint
yz_guide_index_balance (guint n, guint capacity)
{
  guint lines = (n + capacity - 1) / capacity;

  return lines > 0 ? (n + lines - 1) / lines : 1;
}

/* --- by street and name ------------------------------------------------------------------------------------------- */

static int
compare_keys (GBytes *a, GBytes *b, const char *text_a, const char *text_b)
{
  int order = a != NULL && b != NULL ? g_bytes_compare (a, b) : 0;

  return order != 0 ? order : g_strcmp0 (text_a, text_b);
}

static int
compare_numbers (const YzGuideStation *a, const YzGuideStation *b)
{
  return a->number < b->number ? -1 : a->number > b->number;
}

static int
compare_streets (gconstpointer left, gconstpointer right)
{
  const YzGuideStation *a = *(YzGuideStation *const *) left, *b = *(YzGuideStation *const *) right;
  int order = compare_keys (a->street_key, b->street_key, a->street, b->street);

  return order != 0 ? order : compare_numbers (a, b);
}

static int
compare_names (gconstpointer left, gconstpointer right)
{
  const YzGuideStation *a = *(YzGuideStation *const *) left, *b = *(YzGuideStation *const *) right;
  int order = compare_keys (a->name_key, b->name_key, a->name, b->name);

  return order != 0 ? order : compare_numbers (a, b);
}

GPtrArray *
yz_guide_index_sort (const YzGuideContent *content, YzIndexOrder order)
{
  GPtrArray *stations = g_ptr_array_new ();

  for (guint i = 0; i < content->stations->len; i++)
    {
      YzGuideStation *station = g_ptr_array_index (content->stations, i);

      if (order == YZ_INDEX_BY_NAME || station->street != NULL)
        g_ptr_array_add (stations, station);
    }
  g_ptr_array_sort (stations, order == YZ_INDEX_BY_NAME ? compare_names : compare_streets);
  return stations;
}

/* --- by district -------------------------------------------------------------------------------------------------- */

GPtrArray *
yz_guide_index_list_district (const YzGuideContent *content, const char *district)
{
  GPtrArray *stations = g_ptr_array_new ();

  for (guint i = 0; i < content->stations->len; i++)
    {
      YzGuideStation *station = g_ptr_array_index (content->stations, i);

      if (yz_guide_station_is_in (station, district))
        g_ptr_array_add (stations, station);
    }
  return stations;
}

guint
yz_guide_index_count (const GPtrArray *stations, YzGuideLook look)
{
  guint n = 0;

  for (guint i = 0; i < stations->len; i++)
    n += ((const YzGuideStation *) g_ptr_array_index (stations, i))->look == look;
  return n;
}

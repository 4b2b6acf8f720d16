/*
 * The guide of a city or a district: cover, contents, a chapter with map and cards for each district, then where to
 * look by service, street and time, what the signs mean, and whom to turn to.
 */
#include "config.h"

#include "yz-contacts-block.h"
#include "yz-cover-block.h"
#include "yz-documents-private.h"
#include "yz-heading.h"
#include "yz-index-block.h"
#include "yz-legend-block.h"
#include "yz-map-block.h"
#include "yz-station-card-block.h"
#include "yz-text-block.h"

#define GUTTER 6.0
#define FEWEST_CHAPTERS 4 /* for which there are contents */
#define ROW_NUMBERS 60    /* of a service; more of them go on in another row, which may stand on the next page */
#define PAGE_STATIONS 20  /* a district with fewer and without a map goes on below the one before */
#define FEWEST_PINS 3     /* on a map without streets */
#define MANY_STATIONS 40  /* from which on the names have an index too */
#define ANCHOR_CONTACTS "contacts"

/* --- chapters ----------------------------------------------------------------------------------------------------- */

static char *
get_district_anchor (const char *district)
{
  return g_strconcat ("district-", district, NULL);
}

static const char *
get_district_name (const YzGuideContent *content, const char *district, guint n_districts)
{
  if (*district != '\0')
    return district;
  return n_districts == 1 ? content->area : yz_print_say (content->language, "其他驿站", "Other stations");
}

/* "8 处驿站，编号 1–8" */
static char *
say_stations_in (const GPtrArray *stations, YzPrintLanguage language)
{
  g_autofree char *numbers = yz_guide_index_say_span (stations, language);
  g_autofree char *count = yz_print_say_number (language, stations->len, "%u 处驿站", "%u station", "%u stations");

  if (*numbers == '\0')
    return g_steal_pointer (&count);
  return g_strconcat (count, yz_print_say (language, "，", ", "), numbers, NULL);
}

static char *
say_stations (const GPtrArray *stations, YzPrintLanguage language)
{
  g_autofree char *chinese = say_stations_in (stations, YZ_PRINT_CHINESE);
  g_autofree char *english = say_stations_in (stations, YZ_PRINT_ENGLISH);

  return yz_print_say_both (language, chinese, english);
}

static guint
count_unplaced (const GPtrArray *stations)
{
  guint n = 0;

  for (guint i = 0; i < stations->len; i++)
    n += !((const YzGuideStation *) g_ptr_array_index (stations, i))->has_position;
  return n;
}

/* How many are not simply open at the hours given. */
static char *
say_looks_in (const GPtrArray *stations, YzPrintLanguage language)
{
  static const struct
  {
    YzGuideLook look;
    const char *chinese;
    const char *english;
  } looks[] = {
    { YZ_GUIDE_ALL_DAY, "全天开放 %u 处", "%u open 24 hours" },
    { YZ_GUIDE_UNKNOWN, "时间未知 %u 处", "%u with hours not known" },
    { YZ_GUIDE_PAUSED, "暂停开放 %u 处", "%u closed for now" },
  };
  const char *separator = yz_print_say (language, "；", "; ");
  g_autoptr (GString) words = g_string_new (NULL);
  guint others = stations->len, unplaced = count_unplaced (stations);

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      guint n = yz_guide_index_count (stations, looks[i].look);
      g_autofree char *count = yz_print_say_number (language, n, looks[i].chinese, looks[i].english, looks[i].english);

      others -= n;
      if (n > 0)
        g_string_append_printf (words, "%s%s", words->len > 0 ? separator : "", count);
    }
  if (others > 0)
    g_string_append_printf (words, "%s%s", words->len > 0 ? separator : "",
                            words->len > 0
                              ? yz_print_say (language, "其余按所列时间开放", "the others at the hours given")
                              : yz_print_say (language, "按所列时间开放", "open at the hours given"));
  if (unplaced > 0)
    {
      g_autofree char *count =
        yz_print_say_number (language, unplaced, "%u 处位置未标上地图", "%u not on the map", "%u not on the map");

      g_string_append_printf (words, "%s%s", separator, count);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
say_looks (const GPtrArray *stations, YzPrintLanguage language)
{
  g_autofree char *chinese = say_looks_in (stations, YZ_PRINT_CHINESE);
  g_autofree char *english = say_looks_in (stations, YZ_PRINT_ENGLISH);

  return yz_print_say_both (language, chinese, english);
}

/* The more stations, the higher the map. Without streets, one or two pins on white paper lead nobody anywhere. */
static YzBlock *
new_map (const YzGuideContent *content, GPtrArray *stations)
{
  const YzMapBlockOptions options = { .aspect = stations->len <= 16   ? 0.5
                                                : stations->len <= 40 ? 0.8
                                                                      : 1.2,
                                      .parts = YZ_MAP_ALL_PARTS };

  if (content->basemap == NULL && stations->len - count_unplaced (stations) < FEWEST_PINS)
    return NULL;
  return yz_map_block_new (content, stations, &options);
}

static void
add_card (YzSection *section, const YzGuideStation *station, const YzMapGrid *grid)
{
  g_autofree char *cell = grid != NULL && station->has_position ? yz_map_grid_get_cell (grid, station->position) : NULL;
  g_autofree char *anchor = yz_station_card_get_anchor (station);
  g_autofree char *title = station->number > 0 ? g_strdup_printf ("%u %s", station->number, station->name)
                                               : g_strdup (station->name);
  const YzStationCardOptions options = { .cell = cell };
  YzBlock *card = yz_section_add (section, yz_station_card_block_new (station, &options));

  yz_block_set_anchor (card, anchor, title, 1);
}

static void
add_chapter (YzSection *section, const YzGuideContent *content, const char *district, guint n_districts)
{
  g_autoptr (GPtrArray) stations = yz_guide_index_list_district (content, district);
  g_autofree char *fact = say_stations (stations, content->language);
  g_autofree char *detail = say_looks (stations, content->language);
  g_autofree char *anchor = get_district_anchor (district);
  const char *name = get_district_name (content, district, n_districts);
  YzBlock *title = yz_section_add (section, yz_page_title_new (name, fact, detail));
  YzBlock *map = new_map (content, stations);

  yz_block_set_anchor (title, anchor, name, 0);
  yz_block_set_new_page (title, map != NULL || stations->len >= PAGE_STATIONS);
  yz_block_set_space (title, 9);
  if (map != NULL)
    {
      yz_block_set_flow (map, YZ_BLOCK_ACROSS);
      yz_section_add (section, map);
    }
  for (guint i = 0; i < stations->len; i++)
    add_card (section, g_ptr_array_index (stations, i),
              map != NULL ? yz_map_block_get_grid (YZ_MAP_BLOCK (map)) : NULL);
}

/* --- front -------------------------------------------------------------------------------------------------------- */

static void
add_legend (YzSection *section, const YzGuideContent *content)
{
  g_autofree char *title = yz_print_say_both (content->language, "符号怎么看", "What the signs mean");
  YzBlock *heading = yz_section_add (section, yz_heading_new (title, NULL));

  yz_block_set_flow (heading, YZ_BLOCK_ACROSS);
  yz_block_set_anchor (heading, YZ_ANCHOR_LEGEND, yz_print_say (content->language, "符号怎么看", "What the signs mean"),
                       0);
  yz_section_add (section, yz_legend_new (content));
}

static const char *
get_index_title (const YzGuideContent *content, YzPrintLanguage language)
{
  for (guint i = 0; i < content->stations->len; i++)
    {
      const YzGuideStation *station = g_ptr_array_index (content->stations, i);

      if (station->street != NULL && station->offers->len > 0)
        return yz_print_say (language, "找服务、找街道", "Find by service or street");
    }
  return yz_print_say (language, "换个方法找", "Other ways to find one");
}

static char *
dup_index_title (const YzGuideContent *content)
{
  return yz_print_say_both (content->language, get_index_title (content, YZ_PRINT_CHINESE),
                            get_index_title (content, YZ_PRINT_ENGLISH));
}

static const char *
get_contacts_title (YzPrintLanguage language)
{
  return yz_print_say (language, "有事找谁", "Who can help");
}

static char *
dup_contacts_title (YzPrintLanguage language)
{
  return yz_print_say_both (language, get_contacts_title (YZ_PRINT_CHINESE), get_contacts_title (YZ_PRINT_ENGLISH));
}

static void
add_contents (YzDocument *document, const YzGuideContent *content, const GPtrArray *districts)
{
  YzSection *section = yz_document_add_section (document, 2);
  YzPrintLanguage language = content->language;
  g_autofree char *fact = say_stations (content->stations, language);
  g_autofree char *title = yz_print_say_both (language, "目录", "Contents");
  g_autofree char *index = dup_index_title (content), *contacts = dup_contacts_title (language);
  g_autofree char *how =
    yz_print_say_both (language, "先找您所在的区，再按编号找驿站", "Find your district, then the station's number");

  section->gutter = GUTTER;
  yz_section_add (section, yz_page_title_new (title, fact, how));
  for (guint i = 0; i < districts->len; i++)
    {
      const char *district = g_ptr_array_index (districts, i);
      g_autofree char *anchor = get_district_anchor (district);
      g_autoptr (GPtrArray) stations = yz_guide_index_list_district (content, district);
      g_autofree char *count = say_stations (stations, language);

      yz_section_add (section,
                      yz_contents_row_new (get_district_name (content, district, districts->len), count, anchor));
    }
  yz_section_add (section, yz_contents_row_new (index, NULL, YZ_ANCHOR_INDEX));
  yz_section_add (section, yz_contents_row_new (contacts, content->hotline, ANCHOR_CONTACTS));
  add_legend (section, content);
}

/* --- index -------------------------------------------------------------------------------------------------------- */

/* @note: in the language of the page */
static void
add_heading (YzSection *section, YzPrintLanguage language, const char *chinese, const char *english, const char *note)
{
  g_autofree char *text = yz_print_say_both (language, chinese, english);

  yz_section_add (section, yz_heading_new (text, note));
}

/* A row, or several where there are very many numbers. */
static void
add_row (YzSection *section, const YzIndexRow *row, GArray *entries)
{
  YzIndexRow part = *row;
  guint at = 0;

  do
    {
      g_autoptr (GArray) some = g_array_new (FALSE, FALSE, sizeof (YzIndexEntry));
      guint n = row->sentence != NULL ? entries->len : MIN (entries->len - at, ROW_NUMBERS);

      g_array_append_vals (some, &g_array_index (entries, YzIndexEntry, at), n);
      at += n;
      part.entries = some;
      part.open = at < entries->len;
      yz_section_add (section, yz_index_row_new (&part));
      part.label = part.note = part.symbol = NULL;
    }
  while (at < entries->len);
}

static void
add_service (YzSection *section, const YzGuideContent *content, const YzGuideService *service)
{
  YzPrintLanguage language = content->language;
  g_autoptr (GArray) entries = yz_guide_index_list_service (content, service);
  g_autofree char *sentence = yz_guide_index_say_service (content, entries);
  const char *name = yz_guide_service_get_name (service, language, FALSE);
  const char *brief = language == YZ_PRINT_BOTH && service->name_en != NULL
                        ? service->name_en
                        : yz_guide_service_get_name (service, language, TRUE);
  const YzIndexRow row = {
    .symbol = service->symbol, .label = name, .note = g_strcmp0 (name, brief) != 0 ? brief : NULL, .sentence = sentence
  };

  if (entries->len > 0)
    add_row (section, &row, entries);
}

static guint
count_services (const YzGuideContent *content)
{
  guint n = 0;

  for (guint i = 0; i < content->services->len; i++)
    {
      g_autoptr (GArray) entries = yz_guide_index_list_service (content, g_ptr_array_index (content->services, i));

      n += entries->len > 0;
    }
  return n;
}

static void
add_services (YzSection *section, const YzGuideContent *content)
{
  guint n = count_services (content);
  g_autofree char *count = yz_print_say_number (content->language, n, "共 %u 项", "%u service", "%u services");

  if (n == 0)
    return;
  add_heading (section, content->language, "按服务找", "By service", count);
  for (guint i = 0; i < content->services->len; i++)
    add_service (section, content, g_ptr_array_index (content->services, i));
}

/* Where a column begins amid a street, its name is said again. */
static YzBlock *
new_street_again (const YzGuideContent *content, const char *street)
{
  const YzType type = { .size = 8.6, .bold = TRUE, .leading = 5, .ink = YZ_INK_SECOND };
  g_autofree char *words = g_strconcat (street, yz_print_say (content->language, "（续）", " (continued)"), NULL);

  return yz_text_block_new (&type, words);
}

static void
add_streets (YzSection *section, const YzGuideContent *content)
{
  g_autoptr (GPtrArray) stations = yz_guide_index_sort (content, YZ_INDEX_BY_STREET);
  g_autofree char *order = yz_print_say_both (content->language, "按拼音排序", "in order of pinyin");
  g_autoptr (YzBlock) again = NULL;
  const char *street = "";
  char letter = 0;

  if (stations->len == 0)
    return;
  add_heading (section, content->language, "按街道找", "By street", order);
  for (guint i = 0; i < stations->len; i++)
    {
      const YzGuideStation *station = g_ptr_array_index (stations, i);
      char initial = station->street_initial != letter ? station->street_initial : 0;
      gboolean same = g_str_equal (street, station->street);
      YzBlock *row = yz_section_add (section, yz_index_place_new (initial, same ? "" : station->street, station));

      if (same)
        yz_block_set_continued (row, again);
      else
        {
          g_clear_object (&again);
          again = new_street_again (content, station->street);
        }
      street = station->street;
      letter = station->street_initial;
    }
}

static void
add_names (YzSection *section, const YzGuideContent *content)
{
  g_autoptr (GPtrArray) stations = yz_guide_index_sort (content, YZ_INDEX_BY_NAME);
  g_autofree char *order = yz_print_say_both (content->language, "按拼音排序", "in order of pinyin");
  char letter = 0;

  if (stations->len < MANY_STATIONS)
    return;
  add_heading (section, content->language, "按站名找", "By name", order);
  for (guint i = 0; i < stations->len; i++)
    {
      const YzGuideStation *station = g_ptr_array_index (stations, i);

      yz_section_add (section,
                      yz_index_place_new (station->name_initial != letter ? station->name_initial : 0, NULL, station));
      letter = station->name_initial;
    }
}

static GArray *
list_at (const YzGuideContent *content, YzIndexTime time)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (YzIndexEntry));

  for (guint i = 0; i < content->stations->len; i++)
    {
      YzIndexEntry entry = { g_ptr_array_index (content->stations, i), time == YZ_INDEX_PAUSED };

      if (yz_guide_index_is_at (entry.station, time))
        g_array_append_val (entries, entry);
    }
  return entries;
}

static void
add_times (YzSection *section, const YzGuideContent *content)
{
  static const char *const chinese[YZ_INDEX_N_TIMES] = { "半夜也能进", "开到 20:00 以后", "早上 7:30 已开门",
                                                         "周末不开",   "时间未知",        "暂停开放" };
  static const char *const english[YZ_INDEX_N_TIMES] = { "Open at night",      "Open after 20:00", "Open by 7:30",
                                                         "Closed at weekends", "Hours not known",  "Closed for now" };

  add_heading (section, content->language, "按时间找", "By time", NULL);
  for (guint i = 0; i < YZ_INDEX_N_TIMES; i++)
    {
      g_autoptr (GArray) entries = list_at (content, i);
      const YzIndexRow row = { .label = yz_print_say (content->language, chinese[i], english[i]),
                               .note = content->language == YZ_PRINT_BOTH ? english[i] : NULL };

      if (entries->len > 0)
        add_row (section, &row, entries);
    }
}

/* Where each district's numbers are to be found, as far as that is short. */
static char *
say_chapters (const YzGuideContent *content, const GPtrArray *districts)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < districts->len && i < FEWEST_CHAPTERS; i++)
    {
      const char *district = g_ptr_array_index (districts, i);
      g_autoptr (GPtrArray) stations = yz_guide_index_list_district (content, district);
      g_autofree char *numbers = yz_guide_index_say_span (stations, content->language);

      g_string_append_printf (words, "%s%s %s", i > 0 ? yz_print_say (content->language, "；", "; ") : "",
                              get_district_name (content, district, districts->len), numbers);
    }
  return districts->len <= FEWEST_CHAPTERS ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

static void
add_index (YzSection *section, const YzGuideContent *content, const GPtrArray *districts)
{
  YzPrintLanguage language = content->language;
  g_autofree char *text = dup_index_title (content), *contacts = dup_contacts_title (language);
  g_autofree char *chapters = say_chapters (content, districts);
  g_autofree char *fact = yz_print_say_both (language, "数字是驿站编号", "The numbers are those of the stations");
  YzBlock *title;

  title = yz_section_add (section, yz_page_title_new (text, fact, chapters));
  yz_block_set_anchor (title, YZ_ANCHOR_INDEX, get_index_title (content, language), 0);
  add_services (section, content);
  add_streets (section, content);
  add_names (section, content);
  add_times (section, content);
  if (districts->len < FEWEST_CHAPTERS)
    add_legend (section, content);

  title = yz_section_add (section, yz_heading_new (contacts, NULL));
  yz_block_set_flow (title, YZ_BLOCK_ACROSS);
  yz_block_set_anchor (title, ANCHOR_CONTACTS, get_contacts_title (language), 0);
  yz_section_add (section, yz_contacts_new (content));
  yz_section_add (section, yz_imprint_new (content));
}

/* --- the whole ---------------------------------------------------------------------------------------------------- */

static void
add_front (YzDocument *document, const YzGuideContent *content, const GPtrArray *districts,
           const YzDocumentOptions *options)
{
  YzSection *cover;

  cover = yz_document_add_section (document, 1);
  cover->bare = TRUE;
  yz_section_add (cover, yz_cover_new (content, options->audience));
  if (districts->len >= FEWEST_CHAPTERS)
    add_contents (document, content, districts);
}

static YzSection *
add_section (YzDocument *document, gboolean bare)
{
  YzSection *section = yz_document_add_section (document, 2);

  section->gutter = GUTTER;
  section->grows = TRUE;
  section->bare = bare;
  return section;
}

static char *
say_as_of (const YzGuideContent *content, YzPrintLanguage language)
{
  g_autofree char *date = yz_print_date (language, content->date);

  if (language == YZ_PRINT_ENGLISH)
    return g_strdup_printf ("As of %s; go by the notice at the door. Not sure? Call %s", date, content->hotline);
  return g_strdup_printf ("资料截至 %s，以门口告示为准；不清楚就打 %s", date, content->hotline);
}

YzDocument *
yz_service_guide_build (const YzGuideContent *content, const YzDocumentOptions *options)
{
  YzPrintLanguage language = content->language;
  g_autofree char *title =
    g_strconcat (content->area, yz_print_say (language, "工会驿站服务指南", " – guide to union stations"), NULL);
  g_autofree char *head = language == YZ_PRINT_BOTH ? yz_print_say_both (language, title, "Guide to union stations")
                                                    : g_strdup (title);
  g_autofree char *as_of = say_as_of (content, language);
  g_autofree char *chinese = say_as_of (content, YZ_PRINT_CHINESE), *english = say_as_of (content, YZ_PRINT_ENGLISH);
  g_autofree char *foot = yz_print_say_both (language, chinese, english);
  g_autoptr (GPtrArray) districts = yz_guide_content_list_districts (content);
  YzDocument *document = yz_document_new (title);
  /* a strip is torn off where one's own district is: it has no cover, and no pages */
  gboolean roll = options->paper->height <= 0;
  YzSection *chapters;

  yz_document_set_author (document, content->publisher, as_of);
  yz_document_set_running (document, head, content->edition_name, foot);
  if (!roll)
    add_front (document, content, districts, options);
  chapters = add_section (document, roll);
  for (guint i = 0; i < districts->len; i++)
    add_chapter (chapters, content, g_ptr_array_index (districts, i), districts->len);
  add_index (add_section (document, roll), content, districts);
  return document;
}

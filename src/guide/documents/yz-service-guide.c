/*
 * The guide of a city or a district: cover, contents, a chapter with map and cards for each district, then where to
 * look by service, street and time, what the signs mean, and whom to turn to.
 */
#include "config.h"

#include "yz-cover-block.h"
#include "yz-heading.h"
#include "yz-map-block.h"
#include "yz-station-card-block.h"
#include "yz-service-guide-private.h"
#include "yz-text-block.h"

#define GUTTER 6.0
#define PAGE_STATIONS 20 /* a district with fewer goes on below the one before */
#define LOWEST_MAP 0.5   /* in parts of its width */
#define FEWEST_PINS 3    /* on a map without streets */

/* --- chapters ----------------------------------------------------------------------------------------------------- */

static char *
get_district_anchor (const char *district)
{
  return g_strconcat ("district-", district, NULL);
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

/* As high as the stations lie: a map must not be empty above and below them. But many need the room. */
static double
get_aspect (GPtrArray *stations)
{
  double most = stations->len <= 16 ? LOWEST_MAP : stations->len <= 40 ? 0.8 : 1.2;

  return CLAMP (yz_map_grid_get_aspect (stations), LOWEST_MAP, most);
}

/* Without streets, one or two pins on white paper lead nobody anywhere. */
static YzBlock *
new_map (const YzGuideContent *content, GPtrArray *stations)
{
  const YzMapBlockOptions options = { .aspect = get_aspect (stations), .parts = YZ_MAP_ALL_PARTS };

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
  const char *name = yz_service_guide_get_district_name (content, district, n_districts);
  YzBlock *title = yz_section_add (section, yz_page_title_new (name, fact, detail));
  YzBlock *map = new_map (content, stations);

  yz_block_set_anchor (title, anchor, name, 0);
  yz_block_set_new_page (title, stations->len >= PAGE_STATIONS);
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
add_chapters_rows (YzSection *section, const YzGuideContent *content, const GPtrArray *districts)
{
  for (guint i = 0; i < districts->len; i++)
    {
      const char *district = g_ptr_array_index (districts, i);
      const char *name = yz_service_guide_get_district_name (content, district, districts->len);
      g_autofree char *anchor = get_district_anchor (district);
      g_autoptr (GPtrArray) stations = yz_guide_index_list_district (content, district);
      g_autofree char *count = say_stations (stations, content->language);

      yz_section_add (section, yz_contents_row_new (name, count, anchor));
    }
}

/* What nobody wants to turn pages for in the dark. */
static void
add_nights (YzSection *section, const YzGuideContent *content, const GPtrArray *districts)
{
  g_autoptr (GArray) all = yz_service_guide_list_at (content->stations, YZ_INDEX_NIGHT);
  g_autofree char *title = yz_print_say_both (content->language, "半夜也能进", "Open at night");
  g_autofree char *note = yz_print_say_both (content->language, "数字是驿站编号", "numbers of stations");
  YzBlock *heading;

  if (all->len == 0)
    return;
  heading = yz_section_add (section, yz_heading_new (title, note));
  yz_block_set_flow (heading, YZ_BLOCK_ACROSS);
  for (guint i = 0; i < districts->len; i++)
    {
      const char *district = g_ptr_array_index (districts, i);
      g_autoptr (GPtrArray) stations = yz_guide_index_list_district (content, district);
      g_autoptr (GArray) entries = yz_service_guide_list_at (stations, YZ_INDEX_NIGHT);
      const YzIndexRow row = { .label = yz_service_guide_get_district_name (content, district, districts->len) };

      if (entries->len > 0)
        yz_service_guide_add_row (section, content, &row, entries);
    }
}

static void
add_steps (YzSection *section, const YzGuideContent *content)
{
  static const char *const chinese[] = {
    "1. 翻到您所在的区，在地图上找离您最近的编号；手边没有地图，就看地址。",
    "2. 按编号找到卡片：粗体是几点开，小门的符号后面写着怎么进门。",
    "3. 临时停用、节假日和没核实的时间都写在卡片上；拿不准，去之前先打电话。",
    "4. 到了门口和册子写的不一样，以门口告示为准；再打一个热线，下一版就改。",
  };
  static const char *const english[] = {
    "1. Turn to your district and find the nearest number on its map, or the address where there is no map.",
    "2. Find the card of that number: bold are the hours, and beside the little door is how to get in.",
    "3. Closures, holidays and hours that nobody has checked are on the card. Not sure? Call first.",
    "4. If the door says something else, the door is right; tell the hotline, and the next edition is mended.",
  };
  const YzType type = { .size = 9, .leading = 4.8 };
  g_autofree char *title = yz_print_say_both (content->language, "怎么找、怎么进", "How to use it");
  YzBlock *heading = yz_section_add (section, yz_heading_new (title, NULL));

  yz_block_set_flow (heading, YZ_BLOCK_ACROSS);
  for (guint i = 0; i < G_N_ELEMENTS (chinese); i++)
    {
      g_autofree char *step = yz_print_say_both (content->language, chinese[i], english[i]);

      yz_block_set_space (yz_section_add (section, yz_text_block_new (&type, step)), 1.5);
    }
}

static void
add_contents (YzSection *section, const YzGuideContent *content, const GPtrArray *districts)
{
  YzPrintLanguage language = content->language;
  g_autofree char *fact = say_stations (content->stations, language);
  g_autofree char *title = yz_print_say_both (language, "目录", "Contents");
  g_autofree char *index = yz_service_guide_dup_index_title (content);
  g_autofree char *contacts = yz_service_guide_dup_contacts_title (language);
  g_autofree char *how =
    yz_print_say_both (language, "先找您所在的区，再按编号找驿站", "Find your district, then the station's number");

  yz_section_add (section, yz_page_title_new (title, fact, how));
  add_chapters_rows (section, content, districts);
  yz_section_add (section, yz_contents_row_new (index, NULL, YZ_ANCHOR_INDEX));
  yz_section_add (section, yz_contents_row_new (contacts, content->hotline, YZ_ANCHOR_CONTACTS));
  add_steps (section, content);
  add_nights (section, content, districts);
  yz_service_guide_add_legend (section, content);
}

/* --- the whole ---------------------------------------------------------------------------------------------------- */

static void
add_cover (YzDocument *document, const YzGuideContent *content, const YzDocumentOptions *options)
{
  YzSection *cover = yz_document_add_section (document, 1);

  cover->bare = TRUE;
  yz_section_add (cover, yz_cover_new (content, options->audience));
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
    add_cover (document, content, options);
  chapters = add_section (document, roll);
  if (!roll && districts->len >= YZ_SERVICE_GUIDE_FEWEST_CHAPTERS)
    add_contents (chapters, content, districts);
  for (guint i = 0; i < districts->len; i++)
    add_chapter (chapters, content, g_ptr_array_index (districts, i), districts->len);
  yz_service_guide_add_index (add_section (document, roll), content, districts);
  return document;
}

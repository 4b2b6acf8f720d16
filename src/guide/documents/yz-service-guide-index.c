/* The last pages of a service guide: where to look by service, street, name and time, and whom to turn to. */
#include "config.h"

#include "yz-contacts-block.h"
#include "yz-cover-block.h"
#include "yz-heading.h"
#include "yz-legend-block.h"
#include "yz-service-guide-private.h"
#include "yz-text-block.h"

#define ROW_NUMBERS 60   /* of a service; more of them go on in another row, which may stand on the next page */
#define MANY_STATIONS 40 /* from which on the names have an index too */

const char *
yz_service_guide_get_district_name (const YzGuideContent *content, const char *district, guint n_districts)
{
  if (*district != '\0')
    return district;
  return n_districts == 1 ? content->area : yz_print_say (content->language, "其他驿站", "Other stations");
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

char *
yz_service_guide_dup_index_title (const YzGuideContent *content)
{
  return yz_print_say_both (content->language, get_index_title (content, YZ_PRINT_CHINESE),
                            get_index_title (content, YZ_PRINT_ENGLISH));
}

static const char *
get_contacts_title (YzPrintLanguage language)
{
  return yz_print_say (language, "有事找谁", "Who can help");
}

char *
yz_service_guide_dup_contacts_title (YzPrintLanguage language)
{
  return yz_print_say_both (language, get_contacts_title (YZ_PRINT_CHINESE), get_contacts_title (YZ_PRINT_ENGLISH));
}

void
yz_service_guide_add_legend (YzSection *section, const YzGuideContent *content)
{
  g_autofree char *title = yz_print_say_both (content->language, "符号怎么看", "What the signs mean");
  YzBlock *heading = yz_section_add (section, yz_heading_new (title, NULL));

  yz_block_set_flow (heading, YZ_BLOCK_ACROSS);
  yz_block_set_anchor (heading, YZ_ANCHOR_LEGEND, yz_print_say (content->language, "符号怎么看", "What the signs mean"),
                       0);
  yz_section_add (section, yz_legend_new (content));
}

/* @note: in the language of the page */
static void
add_heading (YzSection *section, YzPrintLanguage language, const char *chinese, const char *english, const char *note)
{
  g_autofree char *text = yz_print_say_both (language, chinese, english);

  yz_section_add (section, yz_heading_new (text, note));
}

/* Where a column begins amid a row, what it is about is said again. */
static YzBlock *
new_label_again (const YzGuideContent *content, const char *label)
{
  const YzType type = { .size = 8.6, .bold = TRUE, .leading = 5, .ink = YZ_INK_SECOND };
  g_autofree char *words = g_strconcat (label, yz_print_say (content->language, "（续）", " (continued)"), NULL);

  return yz_text_block_new (&type, words);
}

void
yz_service_guide_add_row (YzSection *section, const YzGuideContent *content, const YzIndexRow *row, GArray *entries)
{
  YzIndexRow part = *row;
  guint n_rows = row->sentence != NULL ? 1 : MAX ((entries->len + ROW_NUMBERS - 1) / ROW_NUMBERS, 1);
  g_autoptr (YzBlock) again = new_label_again (content, row->label);

  for (guint i = 0, at = 0; i < n_rows; i++)
    {
      g_autoptr (GArray) some = g_array_new (FALSE, FALSE, sizeof (YzIndexEntry));
      guint n = (entries->len - at) / (n_rows - i);
      YzBlock *block;

      g_array_append_vals (some, &g_array_index (entries, YzIndexEntry, at), n);
      at += n;
      part.entries = some;
      part.open = i + 1 < n_rows;
      block = yz_section_add (section, yz_index_row_new (&part));
      if (i > 0)
        yz_block_set_continued (block, again);
      part.label = part.note = part.symbol = NULL;
    }
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
    yz_service_guide_add_row (section, content, &row, entries);
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
          again = new_label_again (content, station->street);
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

GArray *
yz_service_guide_list_at (const GPtrArray *stations, YzIndexTime time)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (YzIndexEntry));

  for (guint i = 0; i < stations->len; i++)
    {
      YzIndexEntry entry = { g_ptr_array_index (stations, i), time == YZ_INDEX_PAUSED };

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
      g_autoptr (GArray) entries = yz_service_guide_list_at (content->stations, i);
      const YzIndexRow row = { .label = yz_print_say (content->language, chinese[i], english[i]),
                               .note = content->language == YZ_PRINT_BOTH ? english[i] : NULL };

      if (entries->len > 0)
        yz_service_guide_add_row (section, content, &row, entries);
    }
}

/* Where each district's numbers are to be found, as far as that is short. */
static char *
say_chapters (const YzGuideContent *content, const GPtrArray *districts)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < districts->len && i < YZ_SERVICE_GUIDE_FEWEST_CHAPTERS; i++)
    {
      const char *district = g_ptr_array_index (districts, i);
      g_autoptr (GPtrArray) stations = yz_guide_index_list_district (content, district);
      g_autofree char *numbers = yz_guide_index_say_span (stations, content->language);

      g_string_append_printf (words, "%s%s %s", i > 0 ? yz_print_say (content->language, "；", "; ") : "",
                              yz_service_guide_get_district_name (content, district, districts->len), numbers);
    }
  return districts->len <= YZ_SERVICE_GUIDE_FEWEST_CHAPTERS ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

void
yz_service_guide_add_index (YzSection *section, const YzGuideContent *content, const GPtrArray *districts)
{
  YzPrintLanguage language = content->language;
  g_autofree char *text = yz_service_guide_dup_index_title (content),
                  *contacts = yz_service_guide_dup_contacts_title (language);
  g_autofree char *chapters = say_chapters (content, districts);
  g_autofree char *fact = yz_print_say_both (language, "数字是驿站编号", "The numbers are those of the stations");
  YzBlock *title;

  title = yz_section_add (section, yz_page_title_new (text, fact, chapters));
  yz_block_set_anchor (title, YZ_ANCHOR_INDEX, get_index_title (content, language), 0);
  add_services (section, content);
  add_streets (section, content);
  add_names (section, content);
  add_times (section, content);
  if (districts->len < YZ_SERVICE_GUIDE_FEWEST_CHAPTERS)
    yz_service_guide_add_legend (section, content);

  title = yz_section_add (section, yz_heading_new (contacts, NULL));
  yz_block_set_flow (title, YZ_BLOCK_ACROSS);
  yz_block_set_anchor (title, YZ_ANCHOR_CONTACTS, get_contacts_title (language), 0);
  yz_section_add (section, yz_contacts_new (content));
  yz_section_add (section, yz_imprint_new (content));
}

/*
 * One file for each station (一站一档), a page where its content allows: a form of what its record holds, where it is and
 * what it looks like, who signs, and below that its history, which goes on over as many pages as it needs.
 */
#include "config.h"

#include "yz-documents-private.h"
#include "yz-form-block.h"
#include "yz-heading.h"
#include "yz-map-block.h"
#include "yz-shelf-block.h"
#include "yz-table-block.h"

#define SECTION_SPACE 3
#define SIGNATURE_WIDTH 44 /* in millimetres of A4's type */
#define SIGNATURE_HEIGHT 9
#define AROUND 400 /* metres from west to east that a map shows */
#define ALONE 0.27 /* height of a map without photos, in parts of its width */
#define AMID_PHOTOS 0.75

/* In the order in which a file has them; what is in another group comes last. */
static const struct
{
  const char *group;
  const char *chinese;
  const char *english;
} groups[] = {
  { "general", "基本情况", "General" },     { "place", "位置与交通", "Place and way in" },
  { "hours", "开放时间", "Opening hours" }, { "services", "服务与设施", "Services and facilities" },
  { "contact", "联系人", "Contact" },       { "attachments", "附件", "Attachments" },
};

static gboolean
is_known (const char *group)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_str_equal (groups[i].group, group))
      return TRUE;
  return FALSE;
}

/* @group: NULL for what is in none of those */
static void
add_group (YzSection *section, const YzGuideStation *station, const char *group, const char *title)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();
  YzBlock *form;

  for (guint i = 0; i < station->facts->len; i++)
    {
      YzGuideFact *fact = g_ptr_array_index (station->facts, i);

      if (group != NULL ? g_str_equal (fact->group, group) : !is_known (fact->group))
        g_ptr_array_add (facts, fact);
    }
  if (facts->len == 0)
    return;
  form = yz_section_add (section, yz_form_block_new (title, facts, 0, 0));
  yz_block_set_space (form, SECTION_SPACE);
}

/* Plain paper would not tell where the station is: without streets there is no map. */
static YzBlock *
new_map (const YzGuideContent *content, YzGuideStation *station)
{
  const YzMapBlockOptions options = { .aspect = station->photos->len > 0 ? AMID_PHOTOS : ALONE,
                                      .least = AROUND,
                                      .parts = YZ_MAP_SCALE | YZ_MAP_CAPTION };
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();

  if (content->basemap == NULL)
    return NULL;
  g_ptr_array_add (alone, station);
  return yz_map_block_new (content, alone, &options);
}

static void
add_pictures (YzSection *section, const YzGuideContent *content, YzGuideStation *station)
{
  YzBlock *map = new_map (content, station), *shelf;

  if (map == NULL && station->photos->len == 0)
    return;
  shelf = yz_section_add (section, station->photos->len > 0 ? yz_shelf_block_new () : map);
  yz_block_set_flow (shelf, YZ_BLOCK_ACROSS);
  yz_block_set_space (shelf, SECTION_SPACE + 1);
  if (shelf == map)
    return;
  if (map != NULL)
    yz_shelf_block_add (shelf, map);
  for (guint i = 0; i < station->photos->len; i++)
    {
      const YzGuidePhoto *photo = g_ptr_array_index (station->photos, i);

      yz_shelf_block_add (shelf, yz_photo_block_new (photo->file, photo->caption));
    }
}

/* Signed by hand: who wrote the file, who checked it, who answers for the station. */
static void
add_signatures (YzSection *section, YzPrintLanguage language)
{
  static const char *const words[][2] = {
    { "填表人", "Filled in by" }, { "审核人", "Checked by" }, { "负责人", "In charge" }, { "填表日期", "Date" }
  };
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) yz_guide_fact_free);
  YzBlock *form;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      YzGuideFact *fact = g_new0 (YzGuideFact, 1);

      fact->title = g_strdup (yz_print_say (language, words[i][0], words[i][1]));
      fact->value = g_strdup ("");
      g_ptr_array_add (facts, fact);
    }
  form = yz_section_add (section, yz_form_block_new (NULL, facts, SIGNATURE_WIDTH, SIGNATURE_HEIGHT));
  yz_block_set_space (form, SECTION_SPACE + 1);
}

/* --- history ------------------------------------------------------------------------------------------------------ */

static void
add_history (YzSection *section, const YzGuideStation *station, YzPrintLanguage language)
{
  const YzTableColumn columns[] = {
    { yz_print_say (language, "时间", "When"), 2.6 },
    { yz_print_say (language, "经手人", "Who"), 1.8 },
    { yz_print_say (language, "事项", "What"), 2.2, .bold = TRUE },
    { yz_print_say (language, "原来", "Before"), 4 },
    { yz_print_say (language, "现在", "After"), 4 },
  };
  g_autoptr (YzBlock) heading = NULL;
  g_autofree char *count = NULL;
  YzBlock *title;

  if (station->history->len == 0)
    return;
  heading = yz_table_heading_new (columns, G_N_ELEMENTS (columns));
  count = yz_print_say_number (language, station->history->len, "%u 条，新的在前", "%u entry",
                               "%u entries, the newest first");
  title = yz_section_add (section, yz_heading_new (yz_print_say (language, "变更记录", "History"), count));
  yz_block_set_space (title, 2 * SECTION_SPACE);
  yz_section_add (section, g_object_ref (heading));
  for (guint i = 0; i < station->history->len; i++)
    {
      const YzGuidePast *past = g_ptr_array_index (station->history, i);
      const char *cells[] = { past->when, past->who, past->what, past->before, past->after };

      yz_table_add_row (section, heading, yz_table_row_new (columns, G_N_ELEMENTS (columns), cells));
    }
}

static void
add_station (YzDocument *document, const YzGuideContent *content, YzGuideStation *station)
{
  YzPrintLanguage language = content->language;
  YzSection *section = yz_document_add_section (document, 1);
  g_autofree char *as_of = yz_guide_content_dup_as_of (content);
  YzBlock *title = yz_section_add (section, yz_page_title_new (station->name, station->district, as_of));

  section->grows = FALSE;
  section->head = g_strdup_printf ("%s · %s", yz_document_get_title (document), station->name);
  yz_block_set_anchor (title, station->id, station->name, 0);
  yz_block_set_record (title, station->id);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    add_group (section, station, groups[i].group, yz_print_say (language, groups[i].chinese, groups[i].english));
  add_group (section, station, NULL, yz_print_say (language, "其他", "Other"));
  add_pictures (section, content, station);
  add_signatures (section, language);
  add_history (section, station, language);
}

/* "一站一档 · 2026-01-10 09:30 周敏打印" */
static char *
write_foot (const YzGuideContent *content)
{
  const char *kind = yz_print_say (content->language, "一站一档", "A file a station");

  if (content->printed == NULL)
    return g_strdup (kind);
  if (content->language == YZ_PRINT_ENGLISH)
    return g_strdup_printf ("%s · printed %s", kind, content->printed);
  return g_strdup_printf ("%s · %s 打印", kind, content->printed);
}

YzDocument *
yz_station_ledger_build (const YzGuideContent *content, const YzDocumentOptions *options)
{
  g_autofree char *title =
    g_strconcat (content->area, yz_print_say (content->language, "工会驿站档案", " – station files"), NULL);
  g_autofree char *foot = write_foot (content);
  YzDocument *document = yz_document_new (title);

  yz_document_set_author (document, content->publisher, NULL);
  yz_document_set_running (document, title, content->publisher, foot);
  for (guint i = 0; i < content->stations->len; i++)
    add_station (document, content, g_ptr_array_index (content->stations, i));
  return document;
}

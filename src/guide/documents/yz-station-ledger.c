/* One file for each station (一站一档): what its record holds, its services, attachments and history. */
#include "config.h"

#include "yz-documents-private.h"
#include "yz-heading.h"
#include "yz-table-block.h"

/* In the order in which a file has them; what is in another group comes last. */
static const struct
{
  const char *group;
  const char *chinese;
  const char *english;
} groups[] = {
  { "", "基本情况", "General" },      { "state", "状态", "State" },
  { "position", "位置", "Place" },    { "hours", "开放时间", "Opening hours" },
  { "access", "进门", "Way in" },     { "contact", "联系", "Contact" },
  { "services", "服务", "Services" }, { "attachments", "附件", "Attachments" },
};

static gboolean
is_known (const char *group)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_str_equal (groups[i].group, group))
      return TRUE;
  return FALSE;
}

static void
add_row (YzSection *section, YzBlock *row)
{
  yz_block_set_flow (row, YZ_BLOCK_ACROSS);
  yz_section_add (section, row);
}

/* Two facts stand side by side, as on the forms that offices keep. */
static void
add_facts (YzSection *section, const GPtrArray *facts)
{
  static const YzTableColumn columns[] = {
    { "", 2.2, .bold = TRUE }, { "", 4.4 }, { "", 2.2, .bold = TRUE }, { "", 4.4 }
  };

  for (guint i = 0; i < facts->len; i += 2)
    {
      const YzGuideFact *left = g_ptr_array_index (facts, i);
      const YzGuideFact *right = i + 1 < facts->len ? g_ptr_array_index (facts, i + 1) : NULL;
      const char *cells[] = { left->title, left->value, right != NULL ? right->title : NULL,
                              right != NULL ? right->value : NULL };

      add_row (section, yz_table_row_new (columns, G_N_ELEMENTS (columns), cells));
    }
}

static void
add_group (YzSection *section, const YzGuideStation *station, const char *group, const char *title)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();
  YzBlock *heading;

  for (guint i = 0; i < station->facts->len; i++)
    {
      YzGuideFact *fact = g_ptr_array_index (station->facts, i);

      if (group != NULL ? g_str_equal (fact->group, group) : !is_known (fact->group))
        g_ptr_array_add (facts, fact);
    }
  if (facts->len == 0)
    return;
  heading = yz_section_add (section, yz_heading_new (title, NULL));
  yz_block_set_flow (heading, YZ_BLOCK_ACROSS);
  add_facts (section, facts);
}

/* --- history ------------------------------------------------------------------------------------------------------ */

static void
add_history (YzDocument *document, const YzGuideStation *station, YzPrintLanguage language)
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
  YzSection *section;

  if (station->history->len == 0)
    return;
  heading = yz_table_heading_new (columns, G_N_ELEMENTS (columns));
  count = yz_print_say_number (language, station->history->len, "%u 条，新的在前", "%u entry",
                               "%u entries, the newest first");
  section = yz_document_add_section (document, 1);
  yz_section_add (section, yz_heading_new (yz_print_say (language, "变更记录", "History"), count));
  yz_section_add (section, g_object_ref (heading));
  for (guint i = 0; i < station->history->len; i++)
    {
      const YzGuidePast *past = g_ptr_array_index (station->history, i);
      const char *cells[] = { past->when, past->who, past->what, past->before, past->after };

      yz_table_add_row (section, heading, yz_table_row_new (columns, G_N_ELEMENTS (columns), cells));
    }
}

static void
add_station (YzDocument *document, const YzGuideContent *content, const YzGuideStation *station)
{
  YzPrintLanguage language = content->language;
  YzSection *section = yz_document_add_section (document, 1);
  g_autofree char *as_of = yz_guide_content_dup_as_of (content);
  YzBlock *title = yz_section_add (section, yz_page_title_new (station->name, station->district, as_of));

  yz_block_set_anchor (title, station->id, station->name, 0);
  yz_block_set_record (title, station->id);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    add_group (section, station, groups[i].group, yz_print_say (language, groups[i].chinese, groups[i].english));
  add_group (section, station, NULL, yz_print_say (language, "其他", "Other"));
  add_history (document, station, language);
}

YzDocument *
yz_station_ledger_build (const YzGuideContent *content, const YzDocumentOptions *options)
{
  YzPrintLanguage language = content->language;
  g_autofree char *title =
    g_strconcat (content->area, yz_print_say (language, "工会驿站档案", " – station files"), NULL);
  YzDocument *document = yz_document_new (title);

  yz_document_set_running (document, title, content->publisher,
                           yz_print_say (language, "一站一档", "A file a station"));
  for (guint i = 0; i < content->stations->len; i++)
    add_station (document, content, g_ptr_array_index (content->stations, i));
  return document;
}

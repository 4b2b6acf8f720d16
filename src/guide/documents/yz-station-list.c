/* The table of all stations: what an office keeps on the wall and a hotline reads from. */
#include "config.h"

#include "yz-documents-private.h"
#include "yz-heading.h"
#include "yz-station-words.h"
#include "yz-table-block.h"

static char *
list_services (const YzGuideStation *station, YzPrintLanguage language)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *separator = yz_print_say (language, "、", ", ");

  for (guint i = 0; i < station->offers->len; i++)
    {
      const YzGuideOffer *offer = g_ptr_array_index (station->offers, i);

      if (offer->state == YZ_GUIDE_OFFERED)
        g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "",
                                yz_guide_service_get_name (offer->service, language, TRUE));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
show_services (const YzGuideStation *station, YzPrintLanguage language)
{
  g_autofree char *chinese = list_services (station, YZ_PRINT_CHINESE);
  g_autofree char *english = list_services (station, YZ_PRINT_ENGLISH);

  return yz_print_say_both (language, chinese, english);
}

/* What a column of the table shows. */
typedef char *(*CellText) (const YzGuideStation *station, YzPrintLanguage language);

static char *
show_number (const YzGuideStation *station, YzPrintLanguage language)
{
  return station->number > 0 ? g_strdup_printf ("%u", station->number) : NULL;
}

static char *
show_name (const YzGuideStation *station, YzPrintLanguage language)
{
  return g_strdup (station->name);
}

static char *
show_address (const YzGuideStation *station, YzPrintLanguage language)
{
  return g_strdup (station->address);
}

static char *
show_hours (const YzGuideStation *station, YzPrintLanguage language)
{
  g_autofree char *hours = yz_station_words_get_hours (station, language);
  g_autofree char *english = yz_station_words_get_english_hours (station, language);

  if (english == NULL)
    return g_steal_pointer (&hours);
  return g_strconcat (hours, "\n" YZ_PRINT_GLOSS, english, YZ_PRINT_GLOSS_END, NULL);
}

static char *
show_phones (const YzGuideStation *station, YzPrintLanguage language)
{
  return station->phones != NULL ? g_strjoinv ("\n", station->phones) : NULL;
}

static const struct
{
  YzTableColumn column; /* with the Chinese title */
  const char *title_en;
  CellText show;
} all_columns[] = {
  { { "编号", 1, PANGO_ALIGN_RIGHT, TRUE }, "No.", show_number },
  { { "驿站", 5, PANGO_ALIGN_LEFT, TRUE }, "Station", show_name },
  { { "地址", 6 }, "Address", show_address },
  { { "开放时间", 5 }, "Open", show_hours },
  { { "电话", 3.4 }, "Telephone", show_phones },
  { { "服务", 6 }, "Services", show_services },
};

/* The columns in which at least one station has something. */
typedef struct
{
  YzTableColumn columns[G_N_ELEMENTS (all_columns)];
  char *titles[G_N_ELEMENTS (all_columns)];
  CellText show[G_N_ELEMENTS (all_columns)];
  guint n;
} Table;

static gboolean
is_used (CellText show, const YzGuideContent *content)
{
  for (guint i = 0; i < content->stations->len; i++)
    {
      g_autofree char *text = show (g_ptr_array_index (content->stations, i), content->language);

      if (text != NULL && *text != '\0')
        return TRUE;
    }
  return FALSE;
}

static void
table_init (Table *table, const YzGuideContent *content)
{
  table->n = 0;
  for (guint i = 0; i < G_N_ELEMENTS (all_columns); i++)
    if (is_used (all_columns[i].show, content))
      {
        table->titles[table->n] =
          yz_print_say_both (content->language, all_columns[i].column.title, all_columns[i].title_en);
        table->columns[table->n] = all_columns[i].column;
        table->columns[table->n].title = table->titles[table->n];
        table->show[table->n++] = all_columns[i].show;
      }
}

static void
table_clear (Table *table)
{
  for (guint i = 0; i < table->n; i++)
    g_free (table->titles[i]);
}

static YzBlock *
new_row (const YzGuideStation *station, const Table *table, YzPrintLanguage language)
{
  g_auto (GStrv) cells = g_new0 (char *, table->n + 1);
  YzBlock *row;

  for (guint i = 0; i < table->n; i++)
    {
      char *text = table->show[i](station, language);

      cells[i] = text != NULL ? text : g_strdup ("");
    }
  row = yz_table_row_new (table->columns, table->n, (const char *const *) cells);
  yz_block_set_record (row, station->id);
  yz_block_set_changed (row, station->changed);
  return row;
}

static void
add_district (YzSection *section, const YzGuideContent *content, const Table *table, const char *district)
{
  const char *name = *district != '\0' ? district : content->area;
  g_autoptr (YzBlock) heading = yz_table_heading_new (table->columns, table->n);
  g_autofree char *count = NULL, *anchor = g_strconcat ("district-", district, NULL);
  YzBlock *title;
  guint n = 0;

  for (guint i = 0; i < content->stations->len; i++)
    n += yz_guide_station_is_in (g_ptr_array_index (content->stations, i), district);
  count = yz_print_say_number (content->language, n, "%u 处驿站", "%u station", "%u stations");
  title = yz_section_add (section, yz_heading_new (name, count));
  yz_block_set_anchor (title, anchor, name, 0);
  yz_section_add (section, g_object_ref (heading));
  for (guint i = 0; i < content->stations->len; i++)
    {
      const YzGuideStation *station = g_ptr_array_index (content->stations, i);

      if (yz_guide_station_is_in (station, district))
        yz_table_add_row (section, heading, new_row (station, table, content->language));
    }
}

YzDocument *
yz_station_list_build (const YzGuideContent *content, const YzDocumentOptions *options)
{
  YzPrintLanguage language = content->language;
  g_autofree char *title =
    g_strconcat (content->area, yz_print_say (language, "工会驿站一览表", " – list of union stations"), NULL);
  g_autofree char *head = language == YZ_PRINT_BOTH ? yz_print_say_both (language, title, "List of union stations")
                                                    : g_strdup (title);
  g_autofree char *as_of = yz_guide_content_dup_as_of (content);
  g_autoptr (GPtrArray) districts = yz_guide_content_list_districts (content);
  YzDocument *document = yz_document_new (title);
  YzSection *section = yz_document_add_section (document, 1);
  g_autofree char *count = NULL;
  Table table;

  table_init (&table, content);
  count = yz_print_say_number (language, content->stations->len, "%u 处驿站", "%u station", "%u stations");
  if (districts->len > 0)
    yz_section_add (section, yz_page_title_new (head, count, as_of));
  yz_document_set_running (document, head, content->edition_name, as_of);
  for (guint i = 0; i < districts->len; i++)
    add_district (section, content, &table, g_ptr_array_index (districts, i));
  table_clear (&table);
  return document;
}

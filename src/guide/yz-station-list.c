/* The table of all stations: what an office keeps on the wall and a hotline reads from. */
#include "config.h"

#include "yz-documents-private.h"
#include "yz-heading.h"
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
describe_hours (const YzGuideStation *station, YzPrintLanguage language)
{
  if (station->state_note != NULL)
    return g_strdup (station->state_note);
  if (station->hours_lines == NULL)
    return g_strdup (yz_print_say (language, "时间未核实，去前先打电话", "not known: call first"));
  return g_strjoinv ("\n", station->hours_lines);
}

static YzBlock *
new_row (const YzGuideStation *station, const YzTableColumn *columns, guint n_columns, YzPrintLanguage language)
{
  g_autofree char *number = station->number > 0 ? g_strdup_printf ("%u", station->number) : NULL;
  g_autofree char *hours = describe_hours (station, language);
  g_autofree char *services = list_services (station, language);
  g_autofree char *phones = station->phones != NULL ? g_strjoinv ("\n", station->phones) : NULL;
  const char *cells[] = { number, station->name, station->address, hours, phones, services };
  YzBlock *row = yz_table_row_new (columns, n_columns, cells);

  yz_block_set_record (row, station->id);
  yz_block_set_changed (row, station->changed);
  return row;
}

static gboolean
is_in (const YzGuideStation *station, const char *district)
{
  return g_strcmp0 (station->district != NULL ? station->district : "", district) == 0;
}

static void
add_district (YzSection *section, const YzGuideContent *content, const char *district)
{
  YzPrintLanguage language = content->language;
  const YzTableColumn columns[] = {
    { yz_print_say (language, "编号", "No."), 1, PANGO_ALIGN_RIGHT, TRUE },
    { yz_print_say (language, "驿站", "Station"), 5, PANGO_ALIGN_LEFT, TRUE },
    { yz_print_say (language, "地址", "Address"), 6 },
    { yz_print_say (language, "开放时间", "Open"), 5 },
    { yz_print_say (language, "电话", "Telephone"), 3.4 },
    { yz_print_say (language, "服务", "Services"), 6 },
  };
  g_autoptr (YzBlock) heading = yz_table_heading_new (columns, G_N_ELEMENTS (columns));
  guint n = 0;
  YzBlock *title;
  g_autofree char *count = NULL, *anchor = g_strconcat ("district-", district, NULL);

  for (guint i = 0; i < content->stations->len; i++)
    n += is_in (g_ptr_array_index (content->stations, i), district);
  count = yz_print_say_number (language, n, "%u 处驿站", "%u station", "%u stations");
  title = yz_section_add (section, yz_heading_new (*district != '\0' ? district : content->area, count));
  yz_block_set_anchor (title, anchor, *district != '\0' ? district : content->area, 0);
  yz_section_add (section, g_object_ref (heading));
  for (guint i = 0; i < content->stations->len; i++)
    {
      const YzGuideStation *station = g_ptr_array_index (content->stations, i);

      if (is_in (station, district))
        yz_table_add_row (section, heading, new_row (station, columns, G_N_ELEMENTS (columns), language));
    }
}

YzDocument *
yz_station_list_build (const YzGuideContent *content, const YzDocumentOptions *options)
{
  YzPrintLanguage language = content->language;
  g_autofree char *title =
    g_strconcat (content->area, yz_print_say (language, "工会驿站一览表", " – union stations"), NULL);
  g_autofree char *date = yz_print_date (language, content->date);
  g_autofree char *as_of = g_strconcat (yz_print_say (language, "资料截至 ", "As of "), date, NULL);
  g_autoptr (GPtrArray) districts = yz_guide_content_list_districts (content);
  YzDocument *document = yz_document_new (title);
  YzSection *section = yz_document_add_section (document, 1);

  yz_document_set_running (document, title, content->edition_name, as_of);
  for (guint i = 0; i < districts->len; i++)
    add_district (section, content, g_ptr_array_index (districts, i));
  return document;
}

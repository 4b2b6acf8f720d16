#include "config.h"

#include "yz-html-edition.h"

#include "yz-file.h"
#include "yz-guide-error.h"
#include "yz-guide-resources.h"
#include "yz-station-words.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlwriter.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlTextWriter, xmlFreeTextWriter)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlBuffer, xmlBufferFree)

/* The page is short of memory or whole: libxml2 has no other failure while it writes to memory. */
typedef struct
{
  xmlTextWriter *writer;
  const YzGuideContent *content;
  YzPrintLanguage language;
} Page;

#define BAD_CAST_TEXT(text) ((const xmlChar *) (text))

/* --- elements ----------------------------------------------------------------------------------------------------- */

static void
begin (Page *page, const char *element)
{
  xmlTextWriterStartElement (page->writer, BAD_CAST_TEXT (element));
}

static void
end (Page *page)
{
  xmlTextWriterFullEndElement (page->writer); /* HTML knows no <p/> */
}

static void
attribute (Page *page, const char *name, const char *value)
{
  if (value != NULL)
    xmlTextWriterWriteAttribute (page->writer, BAD_CAST_TEXT (name), BAD_CAST_TEXT (value));
}

static void
write_text (Page *page, const char *text)
{
  xmlTextWriterWriteString (page->writer, BAD_CAST_TEXT (text));
}

/* An element without contents that has no end tag either. */
static void
void_element (Page *page, const char *element, const char *const *attributes)
{
  begin (page, element);
  for (guint i = 0; attributes[i] != NULL; i += 2)
    attribute (page, attributes[i], attributes[i + 1]);
  xmlTextWriterEndElement (page->writer);
}

/* @class: nullable */
static void
element (Page *page, const char *name, const char *class, const char *text)
{
  if (text == NULL)
    return;
  begin (page, name);
  attribute (page, "class", class);
  write_text (page, text);
  end (page);
}

static void
link_element (Page *page, const char *target, const char *text)
{
  begin (page, "a");
  attribute (page, "href", target);
  write_text (page, text);
  end (page);
}

static const char *
say (Page *page, const char *chinese, const char *english)
{
  return yz_print_say (page->language, chinese, english);
}

/* --- hours -------------------------------------------------------------------------------------------------------- */

/* As edition.js reads them. */
static void
append_bar (GString *text, const YzHoursBar *bar)
{
  if (text->len > 0 && text->str[text->len - 1] != '|' && text->str[text->len - 1] != ':')
    g_string_append_c (text, ' ');
  g_string_append_printf (text, "%d-%d", bar->start, bar->end);
  if (bar->state == YZ_HOURS_UNKNOWN)
    g_string_append_c (text, 'u');
  else if (bar->self_service)
    g_string_append_c (text, 's');
}

static char *
week_to_text (const GArray *week)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint weekday = G_DATE_MONDAY; weekday <= G_DATE_SUNDAY; weekday++)
    {
      if (weekday > G_DATE_MONDAY)
        g_string_append_c (text, '|');
      for (guint i = 0; i < week->len; i++)
        if (g_array_index (week, YzHoursBar, i).weekday == weekday)
          append_bar (text, &g_array_index (week, YzHoursBar, i));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The days that are not as usual. */
static char *
days_to_text (const GPtrArray *days)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < days->len; i++)
    {
      const YzGuideDay *day = g_ptr_array_index (days, i);

      if (day->usual)
        continue;
      g_string_append_printf (text, "%s%s:", text->len > 0 ? "|" : "", day->date);
      if (day->bars == NULL)
        g_string_append_c (text, '?');
      for (guint j = 0; day->bars != NULL && j < day->bars->len; j++)
        append_bar (text, &g_array_index (day->bars, YzHoursBar, j));
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* --- a station ---------------------------------------------------------------------------------------------------- */

static void
write_services (Page *page, const YzGuideStation *station)
{
  if (station->offers->len == 0)
    return;
  begin (page, "ul");
  attribute (page, "class", "services");
  for (guint i = 0; i < station->offers->len; i++)
    {
      const YzGuideOffer *offer = g_ptr_array_index (station->offers, i);

      begin (page, "li");
      if (offer->state != YZ_GUIDE_OFFERED)
        attribute (page, "class", "off");
      write_text (page, yz_guide_service_get_name (offer->service, page->language, FALSE));
      if (offer->state == YZ_GUIDE_SERVICE_PAUSED)
        write_text (page, say (page, "（暂停）", " (paused)"));
      else if (offer->state == YZ_GUIDE_SERVICE_PLANNED)
        write_text (page, say (page, "（筹备中）", " (planned)"));
      end (page);
    }
  end (page);
}

static void
write_ways (Page *page, const YzGuideStation *station)
{
  begin (page, "p");
  attribute (page, "class", "ways");
  for (guint i = 0; station->phones != NULL && station->phones[i] != NULL; i++)
    {
      g_autofree char *target = yz_station_words_get_phone_link (station->phones[i]);

      link_element (page, target, station->phones[i]);
    }
  if (station->has_position)
    {
      g_autofree char *target = yz_station_words_get_link (station);

      link_element (page, target, say (page, "在地图里看", "On the map"));
    }
  end (page);
}

static void
write_hours (Page *page, const YzGuideStation *station)
{
  g_autofree char *hours = yz_station_words_get_hours (station, page->language);
  g_autofree char *english = yz_station_words_get_english_hours (station, page->language);
  g_auto (GStrv) clauses = g_strsplit (hours, "\n", -1);

  for (guint i = 0; clauses[i] != NULL; i++)
    element (page, "p", "hours", clauses[i]);
  element (page, "p", "note", english);
  for (guint i = 0; i < station->closures->len; i++)
    {
      g_autofree char *closure =
        yz_station_words_get_closure (g_ptr_array_index (station->closures, i), page->language);

      element (page, "p", "note", closure);
    }
  begin (page, "p");
  attribute (page, "class", "now");
  attribute (page, "hidden", "hidden");
  end (page);
}

static void
write_title (Page *page, const YzGuideStation *station)
{
  begin (page, "h3");
  if (station->number > 0)
    {
      g_autofree char *number = g_strdup_printf ("%u", station->number);

      element (page, "span", "number", number);
    }
  element (page, "span", NULL, station->name);
  end (page);
}

static void
write_station (Page *page, const YzGuideStation *station)
{
  static const char *const classes[] = { "open", "all-day", "unknown", "paused", "planned", "over" };
  g_autofree char *codes = yz_guide_station_join_codes (station, " "), *week = NULL, *days = NULL, *id = NULL;

  if (station->week != NULL && station->look != YZ_GUIDE_UNKNOWN)
    week = week_to_text (station->week);
  if (week != NULL)
    days = days_to_text (station->days);
  id = g_strconcat ("s-", station->id, NULL);
  begin (page, "li");
  begin (page, "article");
  attribute (page, "id", id);
  attribute (page, "class", classes[station->look]);
  attribute (page, "data-district", station->district != NULL ? station->district : "");
  attribute (page, "data-services", codes);
  attribute (page, "data-week", week);
  attribute (page, "data-days", days);
  write_title (page, station);
  write_hours (page, station);
  element (page, "p", NULL, station->address);
  element (page, "p", "note", station->access);
  write_services (page, station);
  write_ways (page, station);
  end (page);
  end (page);
}

/* --- the page ----------------------------------------------------------------------------------------------------- */

static void
write_resource (Page *page, const char *tag, const char *name)
{
  g_autofree char *path = g_strconcat ("/org/yizhan/guide/html/", name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (yz_guide_get_resource (), path, 0, NULL);

  begin (page, tag);
  xmlTextWriterWriteRawLen (page->writer, g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes));
  end (page);
}

/* Nothing may be fetched: what a telephone shows is what stands in the file. */
static void
write_head (Page *page, const char *title)
{
  begin (page, "head");
  void_element (page, "meta", (const char *[]){ "charset", "utf-8", NULL });
  void_element (page, "meta",
                (const char *[]){ "name", "viewport", "content", "width=device-width, initial-scale=1", NULL });
  void_element (page, "meta",
                (const char *[]){ "http-equiv", "Content-Security-Policy", "content",
                                  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'", NULL });
  element (page, "title", NULL, title);
  write_resource (page, "style", "edition.css");
  end (page);
}

static void
write_option (Page *page, const char *value, const char *text)
{
  begin (page, "option");
  attribute (page, "value", value);
  write_text (page, text);
  end (page);
}

static void
write_input (Page *page, const char *class, const char *label, const char *id, const char *type)
{
  begin (page, "label");
  attribute (page, "class", class);
  if (!g_str_equal (type, "checkbox"))
    write_text (page, label);
  void_element (page, "input", (const char *[]){ "id", id, "type", type, "autocomplete", "off", NULL });
  if (g_str_equal (type, "checkbox"))
    write_text (page, label);
  end (page);
}

static void
begin_select (Page *page, const char *label, const char *id, const char *all)
{
  begin (page, "label");
  write_text (page, label);
  begin (page, "select");
  attribute (page, "id", id);
  write_option (page, "", all);
}

static void
end_select (Page *page)
{
  end (page);
  end (page);
}

static void
write_form (Page *page, const GPtrArray *districts)
{
  begin (page, "form");
  attribute (page, "id", "find");
  attribute (page, "role", "search");
  attribute (page, "hidden", "hidden");
  write_input (page, "wide", say (page, "找站名、地址、服务", "Find a name, address or service"), "q", "search");
  begin_select (page, say (page, "区县", "District"), "district", say (page, "全部", "All"));
  for (guint i = 0; i < districts->len; i++)
    write_option (page, g_ptr_array_index (districts, i), g_ptr_array_index (districts, i));
  end_select (page);
  begin_select (page, say (page, "要有的服务", "Service"), "service", say (page, "不限", "Any"));
  for (guint i = 0; i < page->content->services->len; i++)
    {
      const YzGuideService *service = g_ptr_array_index (page->content->services, i);

      write_option (page, service->code, yz_guide_service_get_name (service, page->language, FALSE));
    }
  end_select (page);
  write_input (page, NULL, say (page, "什么时候去（不填就是现在）", "When (empty: now)"), "at", "datetime-local");
  write_input (page, "tick", say (page, "只看那时开着的", "Only those open then"), "open", "checkbox");
  end (page);
}

static void
write_header (Page *page, const char *title)
{
  const YzGuideContent *content = page->content;
  g_autofree char *as_of = yz_guide_content_dup_as_of (content);
  g_autofree char *hotline = g_strconcat ("tel:", content->hotline, NULL);

  begin (page, "header");
  element (page, "p", "about", content->publisher);
  element (page, "h1", NULL, title);
  element (page, "p", "about", content->edition_name);
  element (page, "p", "about", as_of);
  begin (page, "p");
  attribute (page, "class", "hotline");
  write_text (page, say (page, "工会热线 ", "Union hotline "));
  link_element (page, hotline, content->hotline);
  end (page);
  begin (page, "p");
  attribute (page, "class", "old");
  attribute (page, "id", "old");
  attribute (page, "hidden", "hidden");
  write_text (page,
              say (page, "这一版已经过期，请找新的一版。", "This edition is out of date. Please get a newer one."));
  end (page);
  end (page);
}

static void
write_district (Page *page, const char *district)
{
  begin (page, "section");
  element (page, "h2", NULL, *district != '\0' ? district : say (page, "其他", "Elsewhere"));
  begin (page, "ol");
  attribute (page, "class", "stations");
  for (guint i = 0; i < page->content->stations->len; i++)
    {
      const YzGuideStation *station = g_ptr_array_index (page->content->stations, i);

      if (yz_guide_station_is_in (station, district))
        write_station (page, station);
    }
  end (page);
  end (page);
}

static void
write_contacts (Page *page)
{
  if (page->content->contacts->len == 0)
    return;
  element (page, "h2", NULL, say (page, "有事找谁", "Whom to ask"));
  begin (page, "table");
  for (guint i = 0; i < page->content->contacts->len; i++)
    {
      const YzGuideContact *contact = g_ptr_array_index (page->content->contacts, i);
      g_autofree char *target = contact->phone != NULL ? yz_station_words_get_phone_link (contact->phone) : NULL;

      begin (page, "tr");
      element (page, "th", NULL, contact->name);
      element (page, "td", NULL, contact->place != NULL ? contact->place : "");
      begin (page, "td");
      if (target != NULL)
        link_element (page, target, contact->phone);
      end (page);
      element (page, "td", NULL, contact->where != NULL ? contact->where : "");
      end (page);
    }
  end (page);
}

/* What the script says, in the language of the page. */
static void
write_words (Page *page)
{
  attribute (page, "data-until", page->content->use_until);
  attribute (page, "data-open", say (page, "开着", "Open"));
  attribute (page, "data-self", say (page, "开着，自助进门", "Open, self-service"));
  attribute (page, "data-closes", say (page, "，%s 关门", ", closes at %s"));
  attribute (page, "data-shut", say (page, "没开", "Closed"));
  attribute (page, "data-opens", say (page, "，%s 开门", ", opens at %s"));
  attribute (page, "data-unknown", say (page, "不知道开不开", "Not known"));
  attribute (page, "data-count", say (page, "共 %d 处驿站", "Stations: %d"));
  attribute (page, "data-none", say (page, "没有这样的驿站，换个条件试试", "No such station: try fewer conditions"));
}

static void
write_body (Page *page, const char *title)
{
  g_autoptr (GPtrArray) districts = yz_guide_content_list_districts (page->content);

  begin (page, "body");
  write_words (page);
  begin (page, "a");
  attribute (page, "class", "skip");
  attribute (page, "href", "#list");
  write_text (page, say (page, "跳到驿站列表", "Skip to the stations"));
  end (page);
  write_header (page, title);
  begin (page, "main");
  attribute (page, "id", "list");
  write_form (page, districts);
  begin (page, "p");
  attribute (page, "id", "count");
  attribute (page, "role", "status");
  end (page);
  for (guint i = 0; i < districts->len; i++)
    write_district (page, g_ptr_array_index (districts, i));
  end (page);
  begin (page, "footer");
  write_contacts (page);
  end (page);
  write_resource (page, "script", "edition.js");
  end (page);
}

static void
write_page (Page *page)
{
  g_autofree char *title =
    g_strconcat (page->content->area, say (page, "工会驿站服务指南", ": union service stations"), NULL);

  xmlTextWriterWriteDTD (page->writer, BAD_CAST_TEXT ("html"), NULL, NULL, NULL);
  begin (page, "html");
  attribute (page, "lang", yz_print_language_get_tag (page->language));
  write_head (page, title);
  write_body (page, title);
  end (page);
  xmlTextWriterEndDocument (page->writer);
}

gboolean
yz_html_edition_write (const YzGuideContent *content, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (xmlBuffer) buffer = xmlBufferCreate ();
  g_autoptr (xmlTextWriter) writer = xmlNewTextWriterMemory (buffer, 0);
  Page page = { writer, content, content->language };

  if (content->stations->len == 0)
    {
      g_set_error_literal (error, YZ_GUIDE_ERROR, YZ_GUIDE_ERROR_EMPTY,
                           _ ("There is nothing to print: no station is in this choice"));
      return FALSE;
    }
  write_page (&page);
  xmlTextWriterFlush (writer);
  return yz_file_save (file, xmlBufferContent (buffer), (gsize) xmlBufferLength (buffer), cancellable, error);
}

#include "config.h"

#include "yz-html-edition.h"

#include "yz-file.h"
#include "yz-guide-error.h"
#include "yz-guide-resources.h"
#include "yz-html-page-private.h"
#include "yz-station-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
write_services (YzHtmlPage *page, const YzGuideStation *station)
{
  if (station->offers->len == 0)
    return;
  yz_html_begin (page, "ul");
  yz_html_set (page, "class", "services");
  for (guint i = 0; i < station->offers->len; i++)
    {
      const YzGuideOffer *offer = g_ptr_array_index (station->offers, i);
      g_autofree char *name = yz_guide_service_dup_name (offer->service, page->language, FALSE);

      yz_html_begin (page, "li");
      if (offer->state != YZ_GUIDE_OFFERED)
        yz_html_set (page, "class", "off");
      yz_html_write (page, name);
      if (offer->state == YZ_GUIDE_SERVICE_PAUSED)
        yz_html_tell (page, "（暂停）", " (paused)");
      else if (offer->state == YZ_GUIDE_SERVICE_PLANNED)
        yz_html_tell (page, "（筹备中）", " (planned)");
      yz_html_end (page);
    }
  yz_html_end (page);
}

static void
write_ways (YzHtmlPage *page, const YzGuideStation *station)
{
  yz_html_begin (page, "p");
  yz_html_set (page, "class", "ways");
  for (guint i = 0; station->phones != NULL && station->phones[i] != NULL; i++)
    {
      g_autofree char *target = yz_station_words_get_phone_link (station->phones[i]);

      yz_html_add_link (page, target, station->phones[i]);
    }
  if (station->has_position)
    {
      g_autofree char *target = yz_station_words_get_way (station);
      g_autofree char *map = yz_print_say_both (page->language, "在地图里看", "On the map");

      yz_html_add_link (page, target, map);
    }
  yz_html_end (page);
}

static void
write_hours (YzHtmlPage *page, const YzGuideStation *station)
{
  g_autofree char *hours = yz_station_words_get_hours (station, page->language);
  g_autofree char *english = yz_station_words_get_english_hours (station, page->language);
  g_auto (GStrv) clauses = g_strsplit (hours, "\n", -1);

  for (guint i = 0; clauses[i] != NULL; i++)
    yz_html_add (page, "p", "hours", clauses[i]);
  if (english != NULL)
    {
      yz_html_begin (page, "p");
      yz_html_set (page, "class", "note");
      yz_html_set (page, "lang", "en");
      yz_html_write (page, english);
      yz_html_end (page);
    }
  for (guint i = 0; i < station->closures->len; i++)
    {
      g_autofree char *closure =
        yz_station_words_get_closure (g_ptr_array_index (station->closures, i), page->language);

      yz_html_add (page, "p", "note", closure);
    }
  yz_html_begin (page, "p");
  yz_html_set (page, "class", "now");
  yz_html_set (page, "hidden", "hidden");
  yz_html_end (page);
}

static void
write_title (YzHtmlPage *page, const YzGuideStation *station)
{
  yz_html_begin (page, "h3");
  if (station->number > 0)
    {
      g_autofree char *number = g_strdup_printf ("%u", station->number);

      yz_html_add (page, "span", "number", number);
    }
  yz_html_add (page, "span", NULL, station->name);
  yz_html_end (page);
}

static void
write_station (YzHtmlPage *page, const YzGuideStation *station)
{
  static const char *const classes[] = { "open", "all-day", "unknown", "paused", "planned", "over" };
  g_autofree char *codes = yz_guide_station_join_codes (station, " "), *week = NULL, *days = NULL, *id = NULL;

  if (station->week != NULL && station->look != YZ_GUIDE_UNKNOWN)
    week = week_to_text (station->week);
  if (week != NULL)
    days = days_to_text (station->days);
  id = g_strconcat ("s-", station->id, NULL);
  yz_html_begin (page, "li");
  yz_html_begin (page, "article");
  yz_html_set (page, "id", id);
  yz_html_set (page, "class", classes[station->look]);
  yz_html_set (page, "data-district", station->district != NULL ? station->district : "");
  yz_html_set (page, "data-services", codes);
  yz_html_set (page, "data-initials", station->initials);
  yz_html_set (page, "data-week", week);
  yz_html_set (page, "data-days", days);
  write_title (page, station);
  write_hours (page, station);
  yz_html_add (page, "p", NULL, station->address);
  yz_html_add (page, "p", "note", station->access);
  write_services (page, station);
  write_ways (page, station);
  yz_html_end (page);
  yz_html_end (page);
}

/* --- the page ----------------------------------------------------------------------------------------------------- */

static void
write_resource (YzHtmlPage *page, const char *tag, const char *name)
{
  g_autofree char *path = g_strconcat ("/org/yizhan/guide/html/", name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (yz_guide_get_resource (), path, 0, NULL);

  yz_html_begin (page, tag);
  xmlTextWriterWriteRawLen (page->writer, g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes));
  yz_html_end (page);
}

/* Nothing may be fetched: what a telephone shows is what stands in the file. */
static void
write_head (YzHtmlPage *page, const char *title)
{
  yz_html_begin (page, "head");
  yz_html_add_void (page, "meta", (const char *[]){ "charset", "utf-8", NULL });
  yz_html_add_void (page, "meta",
                    (const char *[]){ "name", "viewport", "content", "width=device-width, initial-scale=1", NULL });
  yz_html_add_void (page, "meta",
                    (const char *[]){ "http-equiv", "Content-Security-Policy", "content",
                                      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'",
                                      NULL });
  yz_html_add (page, "title", NULL, title);
  write_resource (page, "style", "edition.css");
  yz_html_end (page);
}

static void
write_input (YzHtmlPage *page, const char *class, const char *chinese, const char *english, const char *id,
             const char *type)
{
  yz_html_begin (page, "label");
  yz_html_set (page, "class", class);
  if (!g_str_equal (type, "checkbox"))
    yz_html_tell (page, chinese, english);
  yz_html_add_void (page, "input", (const char *[]){ "id", id, "type", type, "autocomplete", "off", NULL });
  if (g_str_equal (type, "checkbox"))
    yz_html_tell (page, chinese, english);
  yz_html_end (page);
}

/* @words: of its label and of the choice of everything, each in Chinese and English */
static void
begin_select (YzHtmlPage *page, const char *id, const char *const words[4])
{
  yz_html_begin (page, "label");
  yz_html_tell (page, words[0], words[1]);
  yz_html_begin (page, "select");
  yz_html_set (page, "id", id);
  yz_html_add_option (page, "", words[2], words[3]);
}

static void
end_select (YzHtmlPage *page)
{
  yz_html_end (page);
  yz_html_end (page);
}

static void
write_form (YzHtmlPage *page, const GPtrArray *districts)
{
  yz_html_begin (page, "form");
  yz_html_set (page, "id", "find");
  yz_html_set (page, "role", "search");
  yz_html_set (page, "hidden", "hidden");
  write_input (page, "wide", "找站名（或首字母）、地址、服务", "Find a name, address or service", "q", "search");
  begin_select (page, "district", (const char *const[]){ "区县", "District", "全部", "All" });
  for (guint i = 0; i < districts->len; i++)
    {
      const char *district = g_ptr_array_index (districts, i);

      yz_html_add_option (page, district, district, district);
    }
  end_select (page);
  begin_select (page, "service", (const char *const[]){ "要有的服务", "Service", "不限", "Any" });
  for (guint i = 0; i < page->content->services->len; i++)
    {
      const YzGuideService *service = g_ptr_array_index (page->content->services, i);

      yz_html_add_option (page, service->code, yz_guide_service_get_name (service, YZ_PRINT_CHINESE, FALSE),
                          yz_guide_service_get_name (service, YZ_PRINT_ENGLISH, FALSE));
    }
  end_select (page);
  write_input (page, NULL, "什么时候去（不填就是现在）", "When you go (leave empty for now)", "at", "datetime-local");
  write_input (page, "tick", "只看那时开着的", "Only those open then", "open", "checkbox");
  yz_html_end (page);
}

static void
write_header (YzHtmlPage *page, const char *title)
{
  const YzGuideContent *content = page->content;
  g_autofree char *as_of = yz_guide_content_dup_as_of (content);
  g_autofree char *hotline = g_strconcat ("tel:", content->hotline, NULL);

  yz_html_begin (page, "header");
  yz_html_add (page, "p", "about", content->publisher);
  yz_html_add (page, "h1", NULL, title);
  yz_html_add (page, "p", "about", content->edition_name);
  yz_html_add (page, "p", "about", as_of);
  yz_html_begin (page, "p");
  yz_html_set (page, "class", "hotline");
  yz_html_tell (page, "工会热线", "Union hotline");
  yz_html_write (page, " ");
  yz_html_add_link (page, hotline, content->hotline);
  yz_html_end (page);
  yz_html_begin (page, "p");
  yz_html_set (page, "class", "old");
  yz_html_set (page, "id", "old");
  yz_html_set (page, "hidden", "hidden");
  yz_html_tell (page, "这一版已经过期，请找新的一版。", "This edition is out of date. Please get a newer one.");
  yz_html_end (page);
  yz_html_end (page);
}

static void
write_district (YzHtmlPage *page, const char *district)
{
  g_autofree char *elsewhere = yz_print_say_both (page->language, "其他", "Elsewhere");

  yz_html_begin (page, "section");
  yz_html_add (page, "h2", NULL, *district != '\0' ? district : elsewhere);
  yz_html_begin (page, "ol");
  yz_html_set (page, "class", "stations");
  for (guint i = 0; i < page->content->stations->len; i++)
    {
      const YzGuideStation *station = g_ptr_array_index (page->content->stations, i);

      if (yz_guide_station_is_in (station, district))
        write_station (page, station);
    }
  yz_html_end (page);
  yz_html_end (page);
}

static void
write_contacts (YzHtmlPage *page)
{
  g_autofree char *title = yz_print_say_both (page->language, "有事找谁", "Who can help");

  if (page->content->contacts->len == 0)
    return;
  yz_html_add (page, "h2", NULL, title);
  yz_html_begin (page, "table");
  for (guint i = 0; i < page->content->contacts->len; i++)
    {
      const YzGuideContact *contact = g_ptr_array_index (page->content->contacts, i);
      g_autofree char *target = contact->phone != NULL ? yz_station_words_get_phone_link (contact->phone) : NULL;

      yz_html_begin (page, "tr");
      yz_html_add (page, "th", NULL, contact->name);
      yz_html_add (page, "td", NULL, contact->place != NULL ? contact->place : "");
      yz_html_begin (page, "td");
      if (target != NULL)
        yz_html_add_link (page, target, contact->phone);
      yz_html_end (page);
      yz_html_add (page, "td", NULL, contact->where != NULL ? contact->where : "");
      yz_html_end (page);
    }
  yz_html_end (page);
}

/* What the script says, in the language of the page. */
static void
write_words (YzHtmlPage *page)
{
  static const char *const words[][3] = {
    { "data-open", "开着", "Open" },
    { "data-self", "开着，自助进门", "Open, self-service" },
    { "data-closes", "，%s 关门", ", closes at %s" },
    { "data-shut", "没开", "Closed" },
    { "data-opens", "，%s 开门", ", opens at %s" },
    { "data-unknown", "不知道开不开", "Not known" },
    { "data-count", "共 %d 处驿站", "Stations: %d" },
    { "data-none", "没有这样的驿站，换个条件试试", "No such station: try fewer conditions" },
  };

  yz_html_set (page, "data-until", page->content->use_until);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *english = g_strconcat (words[i][0], "-en", NULL);

      yz_html_set (page, words[i][0], yz_html_say (page, words[i][1], words[i][2]));
      yz_html_set (page, english, page->language == YZ_PRINT_BOTH ? words[i][2] : NULL);
    }
}

static void
write_body (YzHtmlPage *page, const char *title)
{
  g_autoptr (GPtrArray) districts = yz_guide_content_list_districts (page->content);

  yz_html_begin (page, "body");
  write_words (page);
  yz_html_begin (page, "a");
  yz_html_set (page, "class", "skip");
  yz_html_set (page, "href", "#list");
  yz_html_tell (page, "跳到驿站列表", "Skip to the stations");
  yz_html_end (page);
  write_header (page, title);
  yz_html_begin (page, "main");
  yz_html_set (page, "id", "list");
  write_form (page, districts);
  yz_html_begin (page, "p");
  yz_html_set (page, "id", "count");
  yz_html_set (page, "role", "status");
  yz_html_end (page);
  for (guint i = 0; i < districts->len; i++)
    write_district (page, g_ptr_array_index (districts, i));
  yz_html_end (page);
  yz_html_begin (page, "footer");
  write_contacts (page);
  yz_html_end (page);
  write_resource (page, "script", "edition.js");
  yz_html_end (page);
}

static void
write_page (YzHtmlPage *page)
{
  g_autofree char *title =
    g_strconcat (page->content->area, yz_html_say (page, "工会驿站服务指南", " – guide to union stations"), NULL);

  xmlTextWriterWriteDTD (page->writer, BAD_CAST "html", NULL, NULL, NULL);
  yz_html_begin (page, "html");
  yz_html_set (page, "lang", yz_print_language_get_tag (page->language));
  write_head (page, title);
  write_body (page, title);
  yz_html_end (page);
  xmlTextWriterEndDocument (page->writer);
}

gboolean
yz_html_edition_write (const YzGuideContent *content, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (xmlBuffer) buffer = xmlBufferCreate ();
  g_autoptr (xmlTextWriter) writer = xmlNewTextWriterMemory (buffer, 0);
  YzHtmlPage page = { writer, content, content->language };

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

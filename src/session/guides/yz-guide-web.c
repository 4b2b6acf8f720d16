#include "config.h"

#include "yz-guide-web.h"

#include "yz-calendar-writer.h"
#include "yz-holiday-words.h"
#include "yz-html-edition.h"
#include "yz-list-writer.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>

gboolean
yz_guide_web_has_ending (const char *path)
{
  return g_str_has_suffix (path, ".html") || g_str_has_suffix (path, ".geojson") || g_str_has_suffix (path, ".ics");
}

/* --- GeoJSON ------------------------------------------------------------------------------------------------------ */

static const YzListColumn columns[] = {
  { (char *) "id", YZ_LIST_TEXT },     { (char *) "number", YZ_LIST_INTEGER },
  { (char *) "name", YZ_LIST_TEXT },   { (char *) "district", YZ_LIST_TEXT },
  { (char *) "street", YZ_LIST_TEXT }, { (char *) "address", YZ_LIST_TEXT },
  { (char *) "state", YZ_LIST_TEXT },  { (char *) "opening_hours", YZ_LIST_TEXT },
  { (char *) "hours", YZ_LIST_TEXT },  { (char *) "access", YZ_LIST_TEXT },
  { (char *) "phones", YZ_LIST_TEXT }, { (char *) "services", YZ_LIST_TEXT },
};

#define TITLE_COLUMN 2

static gboolean
add_feature (YzListWriter *writer, const YzGuideStation *station, GError **error)
{
  static const char *const states[] = { "open", "open_all_day", "unknown", "paused", "planned", "over" };
  g_autofree char *number = station->number > 0 ? g_strdup_printf ("%u", station->number) : g_strdup ("");
  g_autofree char *value = station->hours != NULL ? yz_hours_to_string (station->hours) : g_strdup ("");
  g_autofree char *hours = station->hours_lines != NULL ? g_strjoinv ("\n", station->hours_lines) : g_strdup ("");
  g_autofree char *phones = station->phones != NULL ? g_strjoinv (";", station->phones) : g_strdup ("");
  g_autofree char *services = yz_guide_station_join_codes (station, ";");
  g_autofree char *access = station->access != NULL ? yz_print_dup_plain (station->access) : NULL;
  const char *cells[] = { station->id,
                          number,
                          station->name,
                          station->district,
                          station->street,
                          station->address,
                          states[station->look],
                          value,
                          hours,
                          access,
                          phones,
                          services };

  G_STATIC_ASSERT (G_N_ELEMENTS (cells) == G_N_ELEMENTS (columns));
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    if (cells[i] == NULL)
      cells[i] = "";
  return yz_list_writer_add (writer, cells, station->has_position ? &station->position : NULL, error);
}

static gboolean
write_geojson (const YzGuideContent *content, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (YzListWriter) writer =
    yz_list_writer_new (path, YZ_LIST_FORMAT_GEOJSON, "stations", columns, G_N_ELEMENTS (columns), TITLE_COLUMN, error);

  if (writer == NULL)
    return FALSE;
  for (guint i = 0; i < content->stations->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !add_feature (writer, g_ptr_array_index (content->stations, i), error))
      return FALSE;
  return yz_list_writer_finish (writer, error);
}

/* --- calendar ----------------------------------------------------------------------------------------------------- */

static void
add_event (YzCalendarWriter *writer, const YzGuideStation *station, const YzGuideDay *first, const YzGuideDay *last,
           const char *words)
{
  g_autofree char *plain = yz_print_dup_plain (words);
  g_autofree char *summary = g_strconcat (station->name, " ", plain, NULL);
  g_autofree char *uid = g_strconcat (station->id, "-", first->date, "@yizhan", NULL);
  const YzCalendarEvent event = { uid,        summary,           station->address,     first->date,
                                  last->date, station->position, station->has_position };

  yz_calendar_writer_add (writer, &event);
}

static gboolean
follows (const YzGuideDay *day, const YzGuideDay *before)
{
  GDate date, next;

  return yz_value_read_date (before->date, &date) && yz_value_read_date (day->date, &next) &&
         g_date_days_between (&date, &next) == 1;
}

/* Neighbouring days that are alike are one event. Of days that nobody knows there is nothing to tell. */
static void
add_station (YzCalendarWriter *writer, const YzGuideStation *station, YzPrintLanguage language)
{
  const YzGuideDay *first = NULL, *last = NULL;
  g_autofree char *words = NULL;

  if (station->week == NULL)
    return;
  for (guint i = 0; i <= station->days->len; i++)
    {
      const YzGuideDay *day = i < station->days->len ? g_ptr_array_index (station->days, i) : NULL;
      gboolean told = day != NULL && !day->usual && day->bars != NULL;
      g_autofree char *here = told ? yz_holiday_get_hours (day, language) : NULL;

      if (first != NULL && here != NULL && g_str_equal (here, words) && follows (day, last))
        {
          last = day;
          continue;
        }
      if (first != NULL)
        add_event (writer, station, first, last, words);
      g_free (words);
      words = g_steal_pointer (&here);
      first = last = words != NULL ? day : NULL;
    }
}

static gboolean
write_calendar (const YzGuideContent *content, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *name =
    g_strconcat (content->area, yz_print_say (content->language, "工会驿站特殊开放时间", ": stations at other hours"),
                 NULL);
  g_autoptr (YzCalendarWriter) writer = yz_calendar_writer_new (name, content->date);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (guint i = 0; i < content->stations->len; i++)
    add_station (writer, g_ptr_array_index (content->stations, i), content->language);
  return yz_calendar_writer_save (writer, file, cancellable, error);
}

gboolean
yz_guide_web_write (const YzGuideContent *content, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (g_str_has_suffix (path, ".geojson"))
    return write_geojson (content, path, cancellable, error);
  if (g_str_has_suffix (path, ".ics"))
    return write_calendar (content, path, cancellable, error);
  file = g_file_new_for_path (path);
  return yz_html_edition_write (content, file, cancellable, error);
}

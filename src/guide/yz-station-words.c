#include "config.h"

#include "yz-station-words.h"

#include "yz-datum.h"

#define DECIMALS "%.5f"

char *
yz_station_words_get_hours (const YzGuideStation *station, YzPrintLanguage language)
{
  if (station->state_note != NULL)
    return g_strdup (station->state_note);
  switch (station->look)
    {
    case YZ_GUIDE_PAUSED:
      return g_strdup (yz_print_say (language, "暂停开放", "Closed for now"));
    case YZ_GUIDE_PLANNED:
      return g_strdup (yz_print_say (language, "尚未开放", "Not open yet"));
    case YZ_GUIDE_OVER:
      return g_strdup (yz_print_say (language, "不再开放", "Closed for good"));
    case YZ_GUIDE_OPEN:
    case YZ_GUIDE_ALL_DAY:
    case YZ_GUIDE_UNKNOWN:
    default:
      if (station->hours_lines != NULL)
        return g_strjoinv ("\n", station->hours_lines);
      return g_strdup (station->phones != NULL
                         ? yz_print_say (language, "开放时间未核实，去之前请先打电话", "Hours not known: call first")
                         : yz_print_say (language, "开放时间未核实", "Hours not known"));
    }
}

char *
yz_station_words_get_hours_in_line (const YzGuideStation *station, YzPrintLanguage language)
{
  g_autofree char *hours = yz_station_words_get_hours (station, language);
  g_auto (GStrv) clauses = g_strsplit (hours, "\n", -1);

  return g_strjoinv (yz_print_say (language, "；", "; "), clauses);
}

char *
yz_station_words_get_english_hours (const YzGuideStation *station, YzPrintLanguage language)
{
  if (language != YZ_PRINT_BOTH || station->state_note != NULL)
    return NULL;
  if (station->look == YZ_GUIDE_UNKNOWN)
    return yz_station_words_get_hours (station, YZ_PRINT_ENGLISH);
  if (station->look != YZ_GUIDE_OPEN && station->look != YZ_GUIDE_ALL_DAY)
    return NULL;
  return g_strdup (station->english_hours);
}

char *
yz_station_words_get_closure (const YzGuideClosure *closure, YzPrintLanguage language)
{
  g_autofree char *days = yz_print_days (language, closure->first, closure->last);
  g_autofree char *words = g_strconcat (days, yz_print_say (language, " ", ": "), closure->text, NULL);
  g_autofree char *days_en = NULL, *english = NULL;

  if (language != YZ_PRINT_BOTH || closure->english == NULL)
    return g_steal_pointer (&words);
  days_en = yz_print_days (YZ_PRINT_ENGLISH, closure->first, closure->last);
  english = g_strconcat (days_en, ": ", closure->english, NULL);
  return yz_print_say_both (language, words, english);
}

char *
yz_station_words_get_audiences (const YzGuideStation *station, YzPrintLanguage language)
{
  g_autofree char *all = NULL;

  if (station->audiences == NULL)
    return NULL;
  all = g_strjoinv (yz_print_say (language, "、", ", "), station->audiences);
  return g_strconcat (yz_print_say (language, "服务对象：", "For: "), all, NULL);
}

static char *
format_degrees (double degrees)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (text, sizeof text, DECIMALS, degrees));
}

char *
yz_station_words_get_way (const YzGuideStation *station)
{
  YzPosition position;
  g_autofree char *lat = NULL, *lon = NULL;

  if (!station->has_position)
    return NULL;
  position = yz_datum_convert (station->position, YZ_DATUM_WGS84, YZ_DATUM_GCJ02);
  lat = format_degrees (position.lat);
  lon = format_degrees (position.lon);
  return g_strconcat ("geo:", lat, ",", lon, NULL);
}

char *
yz_station_words_get_door_link (const YzGuideStation *station)
{
  return station->rating_page != NULL ? g_strdup (station->rating_page) : yz_station_words_get_way (station);
}

char *
yz_station_words_get_phone_link (const char *phone)
{
  g_autoptr (GString) link = g_string_new ("tel:");

  for (const char *p = phone; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) || *p == '+')
      g_string_append_c (link, *p);
  return g_string_free (g_steal_pointer (&link), FALSE);
}

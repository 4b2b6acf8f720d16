#include "config.h"

#include "yz-holiday-notice-private.h"

#include "yz-holiday-words.h"
#include "yz-pin.h"
#include "yz-qr.h"
#include "yz-station-words.h"

#include <math.h>

/* Millimetres of the design. */
#define N_PLACES 2
#define HEADING 9.5
#define PIN 3.3
#define TEXT_AT 11.0
#define PLACE_GAP 5.0
#define CODE 17.0
#define CODE_CAPTION 3.4
#define AFTER 5.0
#define FARTHEST 20000.0 /* metres */

static const YzType heading_type = { .size = 15.5, .bold = TRUE };
static const YzType name_type = { .size = 13, .bold = TRUE, .leading = 6 };
static const YzType hours_type = { .size = 11.5, .bold = TRUE, .leading = 5.4 };
static const YzType detail_type = { .size = 9, .ink = YZ_INK_SECOND, .leading = 4.2 };
static const YzType caption_type = { .size = 6.5, .ink = YZ_INK_SECOND, .leading = 2.8, .align = PANGO_ALIGN_CENTER };

typedef struct
{
  const YzGuideStation *station;
  double metres;
} Place;

static const YzGuideDay *
find_day (const YzGuideStation *station, const char *date)
{
  for (guint i = 0; i < station->days->len; i++)
    {
      const YzGuideDay *day = g_ptr_array_index (station->days, i);

      if (g_str_equal (day->date, date))
        return day;
    }
  return NULL;
}

/* Whether a station is open on every day on which that of the notice is not. */
static gboolean
stands_in (const YzGuideStation *station, const GPtrArray *days)
{
  for (guint i = 0; i < days->len; i++)
    {
      const YzGuideDay *day = g_ptr_array_index (days, i), *other;

      if (yz_holiday_get_state (day) == YZ_HOLIDAY_OPEN)
        continue;
      other = find_day (station, day->date);
      if (other == NULL || yz_holiday_get_state (other) != YZ_HOLIDAY_OPEN)
        return FALSE;
    }
  return TRUE;
}

static void
insert_place (GArray *places, const Place *place)
{
  guint i = 0;

  while (i < places->len && g_array_index (places, Place, i).metres <= place->metres)
    i++;
  if (i == N_PLACES)
    return;
  g_array_insert_vals (places, i, place, 1);
  g_array_set_size (places, MIN (places->len, N_PLACES));
}

/* The nearest ones first. */
static GArray *
find_places (const YzHolidayPart *part)
{
  const GPtrArray *all = part->content->neighbours != NULL ? part->content->neighbours : part->content->stations;
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; part->station->has_position && i < all->len; i++)
    {
      Place place = { g_ptr_array_index (all, i) };

      if (g_str_equal (place.station->id, part->station->id) || !place.station->has_position)
        continue;
      place.metres = yz_position_distance (part->station->position, place.station->position);
      if (place.metres < FARTHEST && stands_in (place.station, part->days))
        insert_place (places, &place);
    }
  return places;
}

/* Those on the days that matter; where they differ, what it says of an ordinary week. */
static char *
get_hours (const YzHolidayPart *part, const YzGuideStation *station)
{
  g_autofree char *hours = NULL;

  for (guint i = 0; i < part->days->len; i++)
    {
      const YzGuideDay *day = g_ptr_array_index (part->days, i);
      g_autofree char *here = NULL;

      if (yz_holiday_get_state (day) == YZ_HOLIDAY_OPEN)
        continue;
      here = yz_holiday_get_hours (find_day (station, day->date), part->content->language);
      if (hours != NULL && !g_str_equal (hours, here))
        return yz_print_say_both (part->content->language, "每天时间不同，去前先打电话",
                                  "Hours differ from day to day: call first");
      g_free (hours);
      hours = g_steal_pointer (&here);
    }
  return g_steal_pointer (&hours);
}

static char *
get_distance (double metres, YzPrintLanguage language)
{
  if (metres < 950)
    return g_strdup_printf ("%.0f %s", MAX (round (metres / 50), 1) * 50, yz_print_say (language, "米", "m"));
  return g_strdup_printf ("%.1f %s", metres / 1000, yz_print_say (language, "公里", "km"));
}

static char *
get_detail (const Place *place, YzPrintLanguage language)
{
  g_autofree char *distance = get_distance (place->metres, YZ_PRINT_CHINESE);
  g_autofree char *distance_en = get_distance (place->metres, YZ_PRINT_ENGLISH);
  g_autofree char *chinese = g_strconcat ("直线约 ", distance, NULL);
  g_autofree char *english = g_strconcat ("about ", distance_en, " in a straight line", NULL);
  g_autofree char *straight = yz_print_say_both (language, chinese, english);

  if (place->station->address == NULL)
    return g_steal_pointer (&straight);
  return g_strconcat (straight, " · ", place->station->address, NULL);
}

static double
lay_out_place (const YzPen *pen, const YzRect *area, const YzHolidayPart *part, const Place *place)
{
  double at = area->x + TEXT_AT * pen->unit, width = area->width - TEXT_AT * pen->unit, y = area->y;
  g_autofree char *hours = get_hours (part, place->station);
  g_autofree char *detail = get_detail (place, pen->language);

  if (pen->canvas != NULL)
    yz_pin_draw (pen->canvas, place->station->look, part->content->edition > 0 ? place->station->number : 0,
                 area->x + (PIN + 0.8) * pen->unit, y + (PIN + 1.6) * pen->unit, PIN * pen->unit);
  y += yz_pen_write_fitted (pen, &name_type, place->station->name, at, y, width, 9);
  y += yz_pen_write_fitted (pen, &hours_type, hours, at, y, width, 8);
  y += yz_pen_write (pen, &detail_type, detail, at, y, width);
  return y - area->y;
}

/* Returns the width that it takes. */
static double
lay_out_code (const YzPen *pen, const YzRect *area, const YzGuideStation *station, double *height)
{
  g_autofree char *link = yz_station_words_get_way (station);
  g_autofree char *caption = yz_print_say_both (pen->language, "扫码看最近一处", "Map of the nearest");
  double least = link != NULL ? yz_qr_get_width (link) : 0, size = CODE * pen->unit;

  *height = 0;
  if (least <= 0 || least > size)
    return 0;
  *height = size + (CODE_CAPTION + 1) * pen->unit;
  if (pen->canvas != NULL)
    yz_qr_draw (pen->canvas, link, &(YzRect){ area->x + area->width - size, area->y, size, size });
  yz_pen_write_fitted (pen, &caption_type, caption, area->x + area->width - size, area->y + size + 0.8 * pen->unit,
                       size, 4);
  return size + PLACE_GAP * pen->unit;
}

static double
lay_out_found (const YzPen *pen, const YzRect *area, const YzHolidayPart *part, const GArray *places)
{
  double height, code = lay_out_code (pen, area, g_array_index (places, Place, 0).station, &height);
  double width = (area->width - code - (places->len - 1) * PLACE_GAP * pen->unit) / places->len;

  for (guint i = 0; i < places->len; i++)
    {
      const YzRect place = { area->x + i * (width + PLACE_GAP * pen->unit), area->y, width };

      double here = lay_out_place (pen, &place, part, &g_array_index (places, Place, i));

      height = MAX (height, here);
    }
  return height;
}

static gboolean
is_ever_shut (const GPtrArray *days)
{
  for (guint i = 0; i < days->len; i++)
    if (yz_holiday_get_state (g_ptr_array_index (days, i)) != YZ_HOLIDAY_OPEN)
      return TRUE;
  return FALSE;
}

double
yz_holiday_places_lay_out (const YzPen *pen, const YzRect *area, gpointer data)
{
  const YzHolidayPart *part = data;
  g_autoptr (GArray) places = find_places (part);
  g_autofree char *title = yz_print_say_both (pen->language, "休息时去哪儿", "Where to go while it is closed");
  double height = (HEADING + 4) * pen->unit;
  YzRect rest = { area->x, area->y + height, area->width };

  if (!is_ever_shut (part->days) || places->len == 0)
    return 0;
  yz_pen_write (pen, &heading_type, title, area->x, area->y, area->width);
  yz_pen_rule (pen, area->x, area->y + HEADING * pen->unit, area->width, 0.3, YZ_INK_BLACK);
  return height + lay_out_found (pen, &rest, part, places) + AFTER * pen->unit;
}

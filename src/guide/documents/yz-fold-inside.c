/* Side B of a pocket fold: the map across three panels with what goes with it, and which station has what. */
#include "config.h"

#include "yz-day-bar.h"
#include "yz-fold-private.h"
#include "yz-pin.h"

/* Millimetres. */
#define MARGIN 6.5 /* of a panel */
#define LEAST_MAP 70.0
#define GAP 5.0
#define ROW 5.2
#define SMALL_ROW 3.4
#define MANY 8 /* stations, from which on rows are small */
#define LABEL 24.0
#define SERVICE_ROW 4.6
#define HIGHEST_ROW 9.75
#define SYMBOL 4.4

static const YzType number_type = { .size = 9.2, .bold = TRUE, .leading = 3.4 };
static const YzType value_type = { .size = 8.6, .leading = 3.4 };
static const YzType hour_type = { .size = 7.6, .ink = YZ_INK_SECOND, .leading = 3.4 };
static const YzType word_type = { .size = 7.6, .bold = TRUE, .leading = 3.4, .one_line = TRUE };
static const YzType emergency_type = { .size = 16, .bold = TRUE, .leading = 7 };
static const YzType emergency_word_type = { .size = 10, .leading = 4.8 };
static const YzType service_type = { .size = 9.8, .leading = 4.4 };

static double
get_row (const YzFoldSheet *sheet, const YzPen *pen)
{
  return (sheet->stations->len > MANY ? SMALL_ROW : ROW) * pen->unit;
}

static const YzGuideStation *
get_station (const YzFoldSheet *sheet, guint i)
{
  return g_ptr_array_index (sheet->stations, i);
}

/* A text in the middle of a place; smaller where that is narrow or low. */
static void
write_centred (const YzPen *pen, const YzType *type, const char *words, double middle, double y, double width,
               double height)
{
  g_autoptr (YzText) text = NULL;
  double largest = height / pen->unit / 0.36;
  YzType fitting = *type;

  if (pen->canvas == NULL)
    return;
  fitting.size = MIN (type->size, largest);
  fitting.leading = 0;
  text = yz_pen_fit (pen, &fitting, words, width, 3.5);
  yz_pen_show (pen, text, middle - text->width / 2, y + (height - text->height) / 2);
}

static void
write_number (const YzPen *pen, const YzGuideStation *station, double middle, double y, double width, double height)
{
  g_autofree char *number = g_strdup_printf ("%u", station->number);

  write_centred (pen, &number_type, station->number > 0 ? number : "·", middle, y, width, height);
}

/* --- when they are open ------------------------------------------------------------------------------------------- */

static void
draw_day (const YzGuideStation *station, const YzPen *pen, const YzRect *rect)
{
  YzRect bar = { rect->x, rect->y + rect->height * 0.22, rect->width, rect->height * 0.56 };
  g_autofree char *state = NULL;
  g_autoptr (YzText) word = NULL;

  yz_canvas_rule (pen->canvas, rect->x, rect->y + rect->height / 2, rect->width, 0.1, YZ_INK_HAIR);
  if (station->look == YZ_GUIDE_OPEN || station->look == YZ_GUIDE_ALL_DAY)
    {
      yz_day_bar_draw (pen->canvas, station->workday, G_DATE_MONDAY, 0, 24, &bar);
      return;
    }
  if (station->look == YZ_GUIDE_UNKNOWN)
    yz_bar_draw (pen->canvas, YZ_BAR_UNKNOWN, &bar);
  state = yz_pin_dup_word (station->look, pen->language);
  word = yz_pen_fit (pen, &word_type, state, rect->width * 0.7, 5);
  yz_canvas_fill (pen->canvas,
                  &(YzRect){ rect->x + (rect->width - word->width) / 2 - 1, rect->y, word->width + 2, rect->height },
                  YZ_INK_WHITE);
  yz_pen_show (pen, word, rect->x + (rect->width - word->width) / 2, rect->y + (rect->height - word->height) / 2);
}

static double
lay_days (const YzFoldSheet *sheet, const YzPen *pen, double x, double y, double width)
{
  double u = pen->unit, row = get_row (sheet, pen), left = x + 8 * u, room = width - 10 * u, top = y;
  g_autofree char *title = yz_print_say_both (pen->language, "周一几点开", "Mondays");
  g_autofree char *note = yz_print_say_both (pen->language, "斜纹是自助进门", "hatched: self-service");

  y += yz_fold_lay_heading (pen, title, note, x, y, width);
  for (guint hour = 0; pen->canvas != NULL && hour <= 24; hour += 6)
    {
      g_autofree char *text = g_strdup_printf ("%u", hour);
      double at = left + room * hour / 24;

      write_centred (pen, &hour_type, text, at, y, 6 * u, 3.4 * u);
      yz_canvas_fill (pen->canvas, &(YzRect){ at - 0.05, y + 3.8 * u, 0.1, row * sheet->stations->len }, YZ_INK_HAIR);
    }
  y += 3.8 * u;
  for (guint i = 0; i < sheet->stations->len; i++, y += row)
    {
      write_number (pen, get_station (sheet, i), x + 3 * u, y, 6 * u, row);
      if (pen->canvas != NULL)
        draw_day (get_station (sheet, i), pen, &(YzRect){ left, y, room, row });
    }
  return y - top;
}

/* --- how far they are apart --------------------------------------------------------------------------------------- */

static double
lay_minutes (const YzFoldSheet *sheet, const YzPen *pen, double x, double y, double width)
{
  guint n = sheet->stations->len;
  double u = pen->unit, row = get_row (sheet, pen), top = y, pitch = width / MAX (n, 2);
  g_autofree char *title = yz_print_say_both (pen->language, "骑车几分钟", "Minutes by bike");
  g_autofree char *note = yz_print_say_both (pen->language, "估算：直线距离加三分之一，时速 15 公里",
                                             "Estimate: straight line plus a third, at 15 km/h");

  y += yz_fold_lay_heading (pen, title, NULL, x, y, width) + u;
  for (guint i = 0; pen->canvas != NULL && i < n; i++)
    {
      double line = y + i * row;

      if (i > 0)
        write_number (pen, get_station (sheet, i), x + pitch / 2, line, pitch, row);
      if (i + 1 < n)
        write_number (pen, get_station (sheet, i), x + (i + 1.5) * pitch, line, pitch, row);
      for (guint j = 0; j < i; j++)
        {
          guint minutes = yz_fold_get_minutes (get_station (sheet, i), get_station (sheet, j));
          g_autofree char *text = minutes > 0 ? g_strdup_printf ("%u", minutes) : g_strdup ("–");

          write_centred (pen, &value_type, text, x + (j + 1.5) * pitch, line, pitch * 0.95, row);
        }
      if (i > 0)
        yz_canvas_rule (pen->canvas, x, line + row, (i + 1) * pitch, 0.1, YZ_INK_HAIR);
    }
  y += n * row + u;
  y += yz_pen_write (pen, &hour_type, note, x, y, width);
  return y - top;
}

/* --- emergencies -------------------------------------------------------------------------------------------------- */

static double
lay_emergencies (const YzFoldSheet *sheet, const YzPen *pen, double x, double y, double width)
{
  const struct
  {
    const char *number;
    const char *chinese;
    const char *english;
  } rows[] = {
    { "120", "受伤、急救", "Ambulance" },
    { "122", "交通事故", "Traffic accident" },
    { "110", "报警", "Police" },
    { sheet->content->hotline, "欠薪、工伤，找工会", "Unpaid wages, injuries: union" },
  };
  g_autofree char *title = yz_print_say_both (pen->language, "路上出事", "In an emergency");
  double u = pen->unit, top = y;

  y += yz_fold_lay_heading (pen, title, NULL, x, y, width);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (YzText) number = yz_pen_fit (pen, &emergency_type, rows[i].number, width * 0.38, 8);
      g_autofree char *what = yz_print_say_both (pen->language, rows[i].chinese, rows[i].english);
      g_autoptr (YzText) words = yz_pen_fit (pen, &emergency_word_type, what, width * 0.58, 6.5);
      g_autofree char *link = g_strconcat ("tel:", rows[i].number, NULL);

      y += u;
      if (pen->canvas != NULL)
        yz_canvas_begin_link (pen->canvas, link);
      yz_pen_show (pen, number, x, y);
      yz_pen_show (pen, words, x + width * 0.4, y + MAX ((number->height - words->height) / 2, 0));
      if (pen->canvas != NULL)
        yz_canvas_end_link (pen->canvas);
      y += MAX (number->height, words->height) + u;
      yz_pen_rule (pen, x, y, width, 0.1, YZ_INK_HAIR);
    }
  return y - top;
}

/* --- the map ------------------------------------------------------------------------------------------------------ */

/* Returns the height of the three parts below the map, each on its own panel so that no fold goes through. */
static double
lay_foot (const YzFoldSheet *sheet, const YzPen *pen, double x, double y, double width)
{
  double pitch = width + 2 * MARGIN, height, other;

  height = lay_days (sheet, pen, x, y, width);
  other = sheet->map != NULL ? lay_minutes (sheet, pen, x + pitch, y, width) : 0;
  height = MAX (height, other);
  other = lay_emergencies (sheet, pen, x + (other > 0 ? 2 : 1) * pitch, y, width);
  return MAX (height, other);
}

double
yz_fold_lay_map (const YzFoldSheet *sheet, const YzPen *pen, const YzRect *area)
{
  const YzPen ruler = yz_pen_to_measure (pen->typesetter, pen->unit);
  double u = pen->unit, y = area->y, bottom = area->y + area->height, panel = (area->width - 4 * MARGIN) / 3;
  g_autofree char *title = yz_print_say_number (pen->language, sheet->stations->len, "%u 处驿站在哪儿",
                                                "Where the station is", "Where the %u stations are");
  g_autofree char *none = yz_print_say_both (pen->language, "位置还没有核实，请按背面的地址找。",
                                             "Places not checked: go by the addresses overleaf.");
  double foot = lay_foot (sheet, &ruler, area->x, 0, panel);

  y += yz_fold_lay_heading (pen, title, NULL, area->x, y, panel);
  if (pen->canvas != NULL)
    {
      double below = bottom - foot;

      if (sheet->map != NULL)
        yz_block_draw (sheet->map, pen->canvas, &(YzRect){ area->x, y, area->width, below - GAP * u - y });
      else /* nothing to look at: what is known moves up */
        below = y + 2 * GAP * u + yz_pen_write (pen, &service_type, none, area->x, y, panel);
      lay_foot (sheet, pen, area->x, MIN (below, bottom - foot), panel);
    }
  return y + (LEAST_MAP + GAP) * u + foot - area->y;
}

/* --- which station has what --------------------------------------------------------------------------------------- */

static GPtrArray *
list_services (const YzFoldSheet *sheet)
{
  GPtrArray *services = g_ptr_array_new ();

  for (guint i = 0; i < sheet->content->services->len; i++)
    {
      YzGuideService *service = g_ptr_array_index (sheet->content->services, i);

      for (guint k = 0; k < sheet->stations->len; k++)
        if (yz_guide_station_offers (get_station (sheet, k), service) != NULL)
          {
            g_ptr_array_add (services, service);
            break;
          }
    }
  return services;
}

/* Solid: there is. A ring with a slash: paused. A ring: planned. */
static void
draw_dot (const YzPen *pen, const YzGuideStation *station, const YzGuideService *service, double x, double y,
          double radius)
{
  const YzGuideOffer *offer = yz_guide_station_offers (station, service);
  cairo_t *cr = yz_canvas_get_cairo (pen->canvas);

  if (offer == NULL)
    {
      yz_canvas_rule (pen->canvas, x - radius * 0.4, y, radius * 0.8, 0.15, YZ_INK_HAIR);
      return;
    }
  yz_canvas_set_ink (pen->canvas, YZ_INK_BLACK);
  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_set_line_width (cr, 0.25);
  if (offer->state == YZ_GUIDE_OFFERED && station->look != YZ_GUIDE_PAUSED)
    {
      cairo_fill (cr);
      return;
    }
  if (offer->state != YZ_GUIDE_SERVICE_PLANNED)
    {
      cairo_move_to (cr, x - radius, y + radius);
      cairo_line_to (cr, x + radius, y - radius);
    }
  cairo_stroke (cr);
}

/* In one language where two have no room. */
static YzText *
set_service (const YzPen *pen, const YzGuideService *service, double width, double height)
{
  g_autofree char *both = yz_guide_service_dup_name (service, pen->language, TRUE);
  const char *one = yz_guide_service_get_name (service, pen->language, TRUE);
  g_autoptr (YzText) text = yz_pen_fit (pen, &service_type, both, width, 5);

  return text->height <= height ? g_steal_pointer (&text) : yz_pen_fit (pen, &service_type, one, width, 5);
}

static void
draw_service (const YzFoldSheet *sheet, const YzPen *pen, const YzGuideService *service, const YzRect *row)
{
  double u = pen->unit, middle = row->y + row->height / 2, label = LABEL * u;
  double pitch = (row->width - label) / sheet->stations->len, radius = MIN (1.5 * u, pitch * 0.38);
  g_autoptr (YzText) word = set_service (pen, service, label - 7 * u, row->height);

  yz_pen_symbol (pen, service->symbol, row->x, middle - SYMBOL / 2 * u, SYMBOL * u, YZ_INK_BLACK, YZ_SYMBOL_SOLID);
  yz_pen_show (pen, word, row->x + 5.6 * u, middle - word->height / 2);
  for (guint i = 0; i < sheet->stations->len; i++)
    draw_dot (pen, get_station (sheet, i), service, row->x + label + (i + 0.5) * pitch, middle, radius);
  yz_pen_rule (pen, row->x, row->y + row->height, row->width, 0.1, YZ_INK_HAIR);
}

/* Where columns are narrow, every other number stands higher. */
static double
lay_numbers (const YzFoldSheet *sheet, const YzPen *pen, double x, double y, double width)
{
  double u = pen->unit, label = LABEL * u, pitch = (width - label) / sheet->stations->len;
  guint rows = sheet->stations->len > MANY ? 2 : 1;

  for (guint i = 0; i < sheet->stations->len; i++)
    write_number (pen, get_station (sheet, i), x + label + (i + 0.5) * pitch, y + i % rows * 3.6 * u,
                  pitch * rows * 0.92, 3.6 * u);
  y += rows * 3.6 * u + 0.8 * u;
  yz_pen_rule (pen, x, y, width, 0.15, YZ_INK_SECOND);
  return (rows * 3.6 + 0.8) * u;
}

double
yz_fold_lay_services (const YzFoldSheet *sheet, const YzPen *pen, const YzRect *area)
{
  g_autoptr (GPtrArray) services = list_services (sheet);
  g_autofree char *title = yz_print_say_both (pen->language, "哪站有什么", "What is where");
  g_autofree char *note = yz_print_say_both (pen->language, "实心有，斜线暂停", "dot: yes, slash: not now");
  g_autofree char *nothing =
    yz_print_say_both (pen->language, "各站有什么，还没有登记。", "What the stations offer is not known yet.");
  double u = pen->unit, y = area->y, row;

  y += yz_fold_lay_heading (pen, title, note, area->x, y, area->width);
  if (services->len == 0)
    return y - area->y + yz_pen_write (pen, &service_type, nothing, area->x, y, area->width);
  y += lay_numbers (sheet, pen, area->x, y, area->width);
  row = CLAMP ((area->y + area->height - y) / services->len, SERVICE_ROW * u, HIGHEST_ROW * u);
  for (guint i = 0; pen->canvas != NULL && i < services->len; i++)
    draw_service (sheet, pen, g_ptr_array_index (services, i), &(YzRect){ area->x, y + i * row, area->width, row });
  return y - area->y + services->len * SERVICE_ROW * u;
}

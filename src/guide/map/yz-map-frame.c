#include "config.h"

#include "yz-map-frame-private.h"

#include <math.h>

#define SCALE_BOX 8.4 /* height, millimetres of A4's type */
#define NORTH_WIDTH 7.0
#define NORTH_HEIGHT 11.0
#define INSET 2.2 /* of both boxes from the frame */

void
yz_map_frame_init (YzMapFrame *self, const YzMapGrid *grid, const YzRect *map, double scale)
{
  double width = grid->columns * grid->cell, height = grid->rows * grid->cell;

  *self = (YzMapFrame){ .grid = grid, .map = *map, .scale = scale };
  self->mm = MIN (map->width / width, map->height / height);
  self->left = map->x + (map->width - width * self->mm) / 2;
  self->top = map->y + (map->height - height * self->mm) / 2;
}

gboolean
yz_map_frame_locate (const YzMapFrame *self, YzPosition position, double *x, double *y)
{
  yz_map_grid_locate (self->grid, position, x, y);
  *x = self->left + *x * self->mm;
  *y = self->top + *y * self->mm;
  return *x >= self->map.x && *x <= self->map.x + self->map.width && *y >= self->map.y &&
         *y <= self->map.y + self->map.height;
}

guint
yz_map_frame_get_number (const YzMapFrame *self)
{
  double number = 1000 / self->mm, step = pow (10, floor (log10 (number)) - 1);

  return (guint) (round (number / step) * step);
}

/* Lines between squares, also beyond those that have a letter, as far as the map goes. */
static void
add_lines (cairo_t *cr, double first, double from, double to, double step, double start, double end, gboolean upright)
{
  for (double at = first - floor ((first - from) / step) * step; at < to - 0.05; at += step)
    {
      if (at < from + 0.05)
        continue;
      cairo_move_to (cr, upright ? at : start, upright ? start : at);
      cairo_line_to (cr, upright ? at : end, upright ? end : at);
    }
}

void
yz_map_frame_draw_lines (const YzMapFrame *self, YzCanvas *canvas)
{
  cairo_t *cr = yz_canvas_get_cairo (canvas);
  const YzRect *map = &self->map;
  double right = map->x + map->width, bottom = map->y + map->height, step = self->grid->cell * self->mm;
  const double dashes[] = { 0.7, 0.7 };

  cairo_save (cr);
  add_lines (cr, self->left, map->x, right, step, map->y, bottom, TRUE);
  add_lines (cr, self->top, map->y, bottom, step, map->x, right, FALSE);
  cairo_set_source_rgba (cr, 0.2, 0.2, 0.22, 0.55);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, 0.13);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
yz_map_frame_draw_letters (const YzMapFrame *self, YzCanvas *canvas)
{
  const YzType type = { .size = 8, .bold = TRUE };
  double step = self->grid->cell * self->mm, gap = 1.1 * self->scale;

  for (guint i = 0; i < self->grid->columns; i++)
    {
      const char name[] = { (char) ('A' + i), '\0' };
      g_autoptr (YzText) text = yz_typesetter_set (yz_canvas_get_typesetter (canvas), &type, name, 0);

      yz_canvas_show (canvas, text, self->left + (i + 0.5) * step - text->width / 2,
                      self->map.y - text->height + 0.4 * self->scale);
    }
  for (guint i = 0; i < self->grid->rows; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i + 1);
      g_autoptr (YzText) text = yz_typesetter_set (yz_canvas_get_typesetter (canvas), &type, name, 0);

      yz_canvas_show (canvas, text, self->map.x - gap - text->width, self->top + (i + 0.5) * step - text->height / 2);
    }
}

/* The longest round distance that takes no more than a third of the map, nor more than 45 mm. */
static double
get_bar (const YzMapFrame *self)
{
  double most = MIN (self->map.width / 3, 45 * self->scale) / self->mm, power = pow (10, floor (log10 (most)));

  return most / power >= 5 ? 5 * power : most / power >= 2 ? 2 * power : power;
}

YzRect
yz_map_frame_get_scale_box (const YzMapFrame *self)
{
  double inset = INSET * self->scale, height = SCALE_BOX * self->scale;

  return (YzRect){ self->map.x + inset, self->map.y + self->map.height - inset - height,
                   get_bar (self) * self->mm + 14 * self->scale, height };
}

YzRect
yz_map_frame_get_north_box (const YzMapFrame *self)
{
  double inset = INSET * self->scale / 2, width = NORTH_WIDTH * self->scale;

  return (YzRect){ self->map.x + self->map.width - inset - width, self->map.y + inset, width,
                   NORTH_HEIGHT * self->scale };
}

static void
show_centred (YzCanvas *canvas, const YzType *type, const char *words, double x, double y)
{
  g_autoptr (YzText) text = yz_typesetter_set (yz_canvas_get_typesetter (canvas), type, words, 0);

  yz_canvas_show (canvas, text, x - text->width / 2, y);
}

static char *
say_distance (YzPrintLanguage language, double metres, gboolean in_km)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%g", in_km ? metres / 1000 : metres);
  return g_strconcat (number, "\302\240",
                      language == YZ_PRINT_CHINESE ? (in_km ? "公里" : "米")
                      : in_km                      ? "km"
                                                   : "m",
                      NULL);
}

void
yz_map_frame_draw_scale (const YzMapFrame *self, YzCanvas *canvas)
{
  YzRect box = yz_map_frame_get_scale_box (self);
  YzPrintLanguage language = yz_canvas_get_language (canvas);
  const YzType type = { .size = 6.8 };
  double metres = get_bar (self), length = metres * self->mm, s = self->scale;
  double x = box.x + 3.2 * s, y = box.y + 5.6 * s, thick = 0.8 * s;
  gboolean in_km = metres >= 2000; /* half a kilometre is 500 m */
  g_autofree char *half = g_strdup_printf ("%g", metres / (in_km ? 2000 : 2));
  g_autofree char *end = say_distance (language, metres, in_km);

  yz_canvas_fill (canvas, &box, YZ_INK_WHITE);
  yz_canvas_fill (canvas, &(YzRect){ x, y, length / 2, thick }, YZ_INK_BLACK);
  yz_canvas_frame (canvas, &(YzRect){ x + length / 2, y + 0.08 * s, length / 2, thick - 0.16 * s }, 0, 0.16 * s,
                   YZ_INK_BLACK);
  show_centred (canvas, &type, "0", x, box.y + 1.3 * s);
  if (length > 22 * s)
    show_centred (canvas, &type, half, x + length / 2, box.y + 1.3 * s);
  show_centred (canvas, &type, end, x + length, box.y + 1.3 * s);
}

void
yz_map_frame_draw_north (const YzMapFrame *self, YzCanvas *canvas)
{
  cairo_t *cr = yz_canvas_get_cairo (canvas);
  YzRect box = yz_map_frame_get_north_box (self);
  const YzType type = { .size = 6.5, .bold = TRUE };
  g_autofree char *north = yz_print_say_both (yz_canvas_get_language (canvas), "北", "N");
  double x = box.x + box.width / 2, s = self->scale, top = box.y + 1.2 * s, bottom = top + 5.8 * s;

  yz_canvas_fill (canvas, &box, YZ_INK_WHITE);
  yz_canvas_set_ink (canvas, YZ_INK_BLACK);
  cairo_set_line_width (cr, 0.22 * s);
  for (int side = -1; side <= 1; side += 2)
    {
      cairo_move_to (cr, x, top);
      cairo_line_to (cr, x + side * 1.9 * s, bottom);
      cairo_line_to (cr, x, bottom - 1.3 * s);
      cairo_close_path (cr);
      if (side < 0)
        cairo_fill_preserve (cr);
      cairo_stroke (cr);
    }
  show_centred (canvas, &type, north, x, bottom + 0.3 * s);
}

/* On foot 4 km an hour, by bicycle 15: a rider thinks in both, but not of walking five kilometres. */
static char *
say_time (YzPrintLanguage language, double metres)
{
  if (metres <= 2000)
    return yz_print_say_number (language, (guint) MAX (1, metres / 1000 * 15), "，步行约 %u 分钟",
                                ", about %u minute on foot", ", about %u minutes on foot");
  if (metres <= 10000)
    return yz_print_say_number (language, (guint) (metres / 1000 * 4), "，骑车约 %u 分钟",
                                ", about %u minute by bicycle", ", about %u minutes by bicycle");
  return g_strdup ("");
}

/* "32 000" */
static char *
group_digits (guint number)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);
  gsize length = strlen (digits);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (text, "\302\240");
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (text, FALSE);
}

static char *
say_squares (const YzMapFrame *self, YzPrintLanguage language, gboolean with_grid)
{
  g_autofree char *number = group_digits (yz_map_frame_get_number (self));
  g_autofree char *distance = say_distance (language, self->grid->cell, self->grid->cell >= 1000);
  g_autofree char *time = say_time (language, self->grid->cell);

  if (!with_grid)
    return g_strconcat (yz_print_say (language, "比例尺 1∶", "Scale 1:"), number, NULL);
  return g_strconcat (yz_print_say (language, "每格 ", "Each square is "), distance,
                      yz_print_say (language, "见方", " across"), time,
                      yz_print_say (language, "。比例尺 1∶", ". Scale 1:"), number, NULL);
}

static char *
say_origin (const YzGuideContent *content, YzPrintLanguage language)
{
  const char *datum = yz_print_say (language, "坐标系 WGS-84", "Datum WGS-84");

  if (content->basemap == NULL || content->attribution == NULL)
    return g_strdup (datum);
  return g_strconcat (yz_print_say (language, "底图 ", "Map "), content->attribution, " · ", datum, NULL);
}

double
yz_map_caption_set (const YzMapFrame *self, YzTypesetter *typesetter, const YzGuideContent *content, gboolean with_grid,
                    YzText **left, YzText **right)
{
  YzPrintLanguage language = yz_typesetter_get_language (typesetter);
  const YzType type = { .size = 6.8, .leading = 3.2, .ink = YZ_INK_SECOND };
  g_autofree char *chinese = say_squares (self, YZ_PRINT_CHINESE, with_grid);
  g_autofree char *english = say_squares (self, YZ_PRINT_ENGLISH, with_grid);
  g_autofree char *squares = yz_print_say_both (language, chinese, english);
  g_autofree char *origin = say_origin (content, language);

  *left = yz_typesetter_set (typesetter, &type, squares, self->map.width);
  *right = yz_typesetter_set (typesetter, &type, origin, self->map.width);
  if ((*left)->width + (*right)->width + 4 * self->scale <= self->map.width)
    return MAX ((*left)->height, (*right)->height);
  return (*left)->height + (*right)->height;
}

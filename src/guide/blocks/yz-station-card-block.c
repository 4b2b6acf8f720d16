#include "config.h"

#include "yz-station-card-block.h"

#include "yz-photo.h"
#include "yz-pin.h"
#include "yz-qr.h"
#include "yz-service-grid-private.h"
#include "yz-station-words.h"
#include "yz-week-strip.h"

/* Millimetres of A4's type. */
#define TWO_COLUMNS 80.0 /* the least width of a card with two */
#define INDENT 8.0       /* of the text; pins and symbols stand left of it */
#define RIGHT YZ_WEEK_STRIP_WIDTH
#define GAP 1.2
#define TOP 1.7
#define BOTTOM 1.5
#define PIN_RADIUS 2.3
#define SYMBOL 2.9 /* in front of a line */
#define CHIP 3.7
#define CODE 10.4
#define CODE_WORDS 9.0 /* the least width of the words beside a code */
#define PICTURES 22.0  /* height of map and photo */

#define YZ_TYPE_STATION_CARD_BLOCK (yz_station_card_block_get_type ())
G_DECLARE_FINAL_TYPE (YzStationCardBlock, yz_station_card_block, YZ, STATION_CARD_BLOCK, YzBlock)

struct _YzStationCardBlock
{
  YzBlock parent_instance;
  const YzGuideStation *station;
  char *cell;
  YzBlock *map;
  gboolean shows_code;
  gboolean shows_photo;
};

G_DEFINE_FINAL_TYPE (YzStationCardBlock, yz_station_card_block, YZ_TYPE_BLOCK)

static const YzType name_type = { .size = 10.5, .bold = TRUE, .leading = 4.9 };
static const YzType long_name_type = { .size = 9, .bold = TRUE, .leading = 4.2 };
static const YzType hours_type = { .size = 8.2, .bold = TRUE, .leading = 4.05 };
static const YzType english_type = { .size = 6.6, .ink = YZ_INK_SECOND, .leading = 3.2 };
static const YzType fact_type = { .size = 7.6, .leading = 3.7 };
static const YzType closure_type = { .size = 7.6, .bold = TRUE, .leading = 3.7 };
static const YzType cell_type = { .size = 8.6, .bold = TRUE, .leading = CHIP };
static const YzType chip_type = { .size = 6.8, .bold = TRUE, .leading = CHIP };
static const YzType mark_type = { .size = 6.7, .leading = 3.7 };
static const YzType phone_type = { .size = 8, .bold = TRUE, .leading = 4 };
static const YzType caption_type = { .size = 6.4, .ink = YZ_INK_SECOND, .leading = 3, .align = PANGO_ALIGN_RIGHT };

static const YzServiceGrid services = { .pitch = 11.05,
                                        .english_pitch = 18.2,
                                        .symbol = 3.3,
                                        .row = 4.4,
                                        .size = 6.7,
                                        .brief = TRUE };

/* --- words -------------------------------------------------------------------------------------------------------- */

static double
lay_name (YzStationCardBlock *self, const YzPen *pen, double x, double y, double width)
{
  g_autoptr (YzText) name = yz_pen_set (pen, &name_type, self->station->name, width);

  if (pango_layout_get_line_count (name->layout) > 1)
    return yz_pen_write (pen, &long_name_type, self->station->name, x, y + 0.3 * pen->unit, width) + 0.5 * pen->unit;
  yz_pen_show (pen, name, x, y);
  return name->height + 0.2 * pen->unit;
}

static double
lay_hours (YzStationCardBlock *self, const YzPen *pen, double x, double y, double width)
{
  g_autofree char *hours = yz_station_words_get_hours (self->station, pen->language);
  g_autofree char *english = yz_station_words_get_english_hours (self->station, pen->language);
  double height = yz_pen_write (pen, &hours_type, hours, x, y, width);

  if (english != NULL)
    height += yz_pen_write (pen, &english_type, english, x, y + height, width);
  return height;
}

/* In front of a line that begins at @x. */
static void
lay_symbol (const YzPen *pen, const char *symbol, double x, double y)
{
  const double size = SYMBOL * pen->unit;

  yz_pen_symbol (pen, symbol, x - size * 1.3, y + 0.4 * pen->unit, size, YZ_INK_BLACK, YZ_SYMBOL_SOLID);
}

/* A line with a symbol before it, which stands in the indent. */
static double
lay_fact (const YzPen *pen, const YzType *type, const char *symbol, const char *text, double x, double y, double width)
{
  if (text == NULL || *text == '\0')
    return 0;
  if (symbol != NULL)
    lay_symbol (pen, symbol, x, y);
  return yz_pen_write (pen, type, text, x, y, width);
}

static double
lay_closures (YzStationCardBlock *self, const YzPen *pen, double x, double y, double width)
{
  double height = 0;

  for (guint i = 0; i < self->station->closures->len; i++)
    {
      g_autofree char *text =
        yz_station_words_get_closure (g_ptr_array_index (self->station->closures, i), pen->language);

      height += lay_fact (pen, &closure_type, i == 0 ? "yz-calendar-symbolic" : NULL, text, x, y + height, width);
    }
  return height;
}

/* Facts that are a symbol and a word, one after the other; the first symbol stands in the indent. */
static double
lay_marks (YzStationCardBlock *self, const YzPen *pen, double x, double y, double width)
{
  const YzGuideStation *station = self->station;
  const struct
  {
    gboolean holds;
    const char *symbol;
    const char *chinese;
    const char *english;
  } marks[] = {
    { station->open_at_night && station->look != YZ_GUIDE_ALL_DAY, "yz-moon-symbolic", "夜间开放", "Open at night" },
    { station->key_area, "yz-key-area-symbolic", "重点区域", "Key area" },
    { station->smart, "yz-smart-symbolic", "智能驿站", "Smart station" },
  };
  double at = 0, height = 0, next = SYMBOL * 1.6 * pen->unit;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *words = yz_print_say_both (pen->language, marks[i].chinese, marks[i].english);
      g_autoptr (YzText) word = marks[i].holds ? yz_pen_set (pen, &mark_type, words, 0) : NULL;

      if (word == NULL)
        continue;
      if (height <= 0 || at + next + word->width > width)
        {
          at = 0;
          height += word->height;
        }
      else
        at += next;
      lay_symbol (pen, marks[i].symbol, x + at, y + height - word->height);
      yz_pen_show (pen, word, x + at, y + height - word->height);
      at += word->width;
    }
  return height;
}

/* All that is read from above: the name, when, where, how. */
static double
lay_words (YzStationCardBlock *self, const YzPen *pen, double x, double y, double width, double name_width)
{
  g_autofree char *audiences = yz_station_words_get_audiences (self->station, pen->language);
  double height = lay_name (self, pen, x, y, name_width);

  height += lay_hours (self, pen, x, y + height, width);
  height += lay_fact (pen, &fact_type, NULL, self->station->address, x, y + height, width);
  height += lay_fact (pen, &fact_type, "yz-entrance-symbolic", self->station->access, x, y + height, width);
  height += lay_fact (pen, &fact_type, "yz-person-symbolic", audiences, x, y + height, width);
  height += lay_closures (self, pen, x, y + height, width);
  height += lay_marks (self, pen, x, y + height, width);
  return height;
}

/* --- state, telephone and code ------------------------------------------------------------------------------------ */

static void
draw_chip_symbol (const YzPen *pen, YzGuideLook look, double x, double y)
{
  static const char *const symbols[] = { NULL,
                                         "yz-moon-symbolic",
                                         "yz-state-unknown-symbolic",
                                         "yz-state-paused-symbolic",
                                         "yz-state-planned-symbolic",
                                         "yz-state-closed-for-good-symbolic" };

  yz_pen_symbol (pen, symbols[look], x, y, 2.6 * pen->unit, YZ_INK_BLACK, YZ_SYMBOL_SOLID);
}

/* The word for a state that is not the ordinary one, in a frame. Returns the height that it takes. */
static double
lay_chip (YzStationCardBlock *self, const YzPen *pen, double x, double y, double width)
{
  YzGuideLook look = self->station->look;
  cairo_t *cr = pen->canvas != NULL ? yz_canvas_get_cairo (pen->canvas) : NULL;
  double u = pen->unit, dash = 0.9 * u, height;
  g_autofree char *words = yz_pin_dup_word (look, pen->language);
  g_autoptr (YzText) word = NULL;

  if (look == YZ_GUIDE_OPEN)
    return CHIP * u;
  word = yz_pen_fit (pen, &chip_type, words, width - 5 * u, 4);
  height = pango_layout_get_line_count (word->layout) > 1 ? word->height + 0.6 * u : CHIP * u;
  if (cr == NULL)
    return height;
  cairo_save (cr);
  if (look == YZ_GUIDE_UNKNOWN)
    cairo_set_dash (cr, &dash, 1, 0);
  yz_canvas_frame (pen->canvas, &(YzRect){ x + 0.1, y, word->width + 5 * u, height }, 0.7 * u, 0.22, YZ_INK_BLACK);
  cairo_restore (cr);
  draw_chip_symbol (pen, look, x + u, y + 0.55 * u);
  yz_pen_show (pen, word, x + 4.1 * u, y + (height - word->height) / 2);
  return height;
}

/* Telephones one below the other, ending at @end. */
static double
lay_phones (YzStationCardBlock *self, const YzPen *pen, double end, double y, double width)
{
  double height = 0, symbol = SYMBOL * pen->unit;

  for (guint i = 0; self->station->phones != NULL && self->station->phones[i] != NULL; i++)
    {
      const char *phone = self->station->phones[i];
      g_autofree char *link = yz_station_words_get_phone_link (phone);
      g_autoptr (YzText) text = yz_pen_fit (pen, &phone_type, phone, width - 1.2 * symbol, 5);
      double left = end - text->width;

      if (pen->canvas != NULL)
        yz_canvas_begin_link (pen->canvas, link);
      yz_pen_symbol (pen, "yz-call-symbolic", left - 1.15 * symbol, y + height + 0.5 * pen->unit, symbol, YZ_INK_BLACK,
                     YZ_SYMBOL_SOLID);
      yz_pen_show (pen, text, left, y + height);
      if (pen->canvas != NULL)
        yz_canvas_end_link (pen->canvas);
      height += text->height;
    }
  return height;
}

/* The code with its words left of it, or below where there is no room. */
static double
lay_code (YzStationCardBlock *self, const YzPen *pen, double end, double y, double width)
{
  g_autofree char *link = self->shows_code ? yz_station_words_get_way (self->station) : NULL;
  double size = link != NULL ? yz_qr_get_width (link) : 0, u = pen->unit, beside;
  /* in both languages three lines are as high as the code */
  gboolean both = pen->language == YZ_PRINT_BOTH;
  g_autofree char *words =
    yz_print_say_both (pen->language, both ? "扫码导航" : "扫码导航\n到这里", "Scan for\ndirections");
  g_autoptr (YzText) text = NULL;

  if (size <= 0 || size > width)
    return 0;
  size = MAX (size, CODE * u);
  beside = MIN (width - size - 1.3 * u, 14 * u);
  if (pen->canvas != NULL)
    yz_qr_draw (pen->canvas, link, &(YzRect){ end - size, y, size, size });
  text = yz_pen_set (pen, &caption_type, words, beside >= CODE_WORDS * u ? beside : width);
  if (beside < CODE_WORDS * u)
    {
      yz_pen_show (pen, text, end - width, y + size + 0.6 * u);
      return size + text->height + 0.6 * u;
    }
  yz_pen_show (pen, text, end - size - 1.3 * u - beside, y + size - text->height);
  return MAX (size, text->height);
}

static void
draw_strip (YzStationCardBlock *self, const YzPen *pen, double x, double y)
{
  if (pen->canvas != NULL)
    yz_week_strip_draw (pen->canvas, self->station,
                        &(YzRect){ x, y, YZ_WEEK_STRIP_WIDTH * pen->unit, YZ_WEEK_STRIP_HEIGHT * pen->unit });
}

/* --- the whole ---------------------------------------------------------------------------------------------------- */

/* The square on the map, ending at @end. Returns the room that it takes. */
static double
lay_cell (YzStationCardBlock *self, const YzPen *pen, double end, double y)
{
  g_autoptr (YzText) text = NULL;

  if (self->cell == NULL)
    return 0;
  text = yz_pen_set (pen, &cell_type, self->cell, 0);
  yz_pen_show (pen, text, end - text->width, y);
  return text->width + GAP * pen->unit;
}

/* Words and week side by side, services at the foot of @area. Returns the height that all of it needs. */
static double
lay_wide (YzStationCardBlock *self, const YzPen *pen, const YzRect *area)
{
  const YzPen ruler = yz_pen_to_measure (pen->typesetter, pen->unit);
  double u = pen->unit, left = area->width - (INDENT + RIGHT + GAP) * u, end = area->x + area->width;
  double x = area->x + INDENT * u, right = 0.5 * u;
  double words = lay_words (self, pen, x, area->y, left, left);
  double foot = yz_service_grid_lay (&services, &ruler, self->station->offers, x, 0, left);

  if (pen->canvas != NULL)
    yz_service_grid_lay (&services, pen, self->station->offers, x, area->y + area->height - foot, left);
  right += lay_chip (self, pen, end - RIGHT * u, area->y, RIGHT * u - lay_cell (self, pen, end, area->y));
  draw_strip (self, pen, end - RIGHT * u, area->y + right);
  right += (YZ_WEEK_STRIP_HEIGHT + 0.9) * u;
  right += lay_phones (self, pen, end, area->y + right, RIGHT * u) + u;
  right += lay_code (self, pen, end, area->y + right, RIGHT * u);
  return MAX (words + GAP * u + foot, right);
}

/* One below the other; telephone and code beside the week if there is room. */
static double
lay_narrow (YzStationCardBlock *self, const YzPen *pen, const YzRect *area)
{
  double u = pen->unit, x = area->x + INDENT * u, width = area->width - INDENT * u, end = area->x + area->width;
  double beside = width - (RIGHT + 2 * GAP) * u, y = area->y, strip, contact;

  y += lay_words (self, pen, x, y, width, width - lay_cell (self, pen, end, y)) + GAP * u;
  if (self->station->look != YZ_GUIDE_OPEN)
    {
      y += lay_chip (self, pen, x, y, width) + 0.5 * u;
    }
  draw_strip (self, pen, x, y);
  strip = (YZ_WEEK_STRIP_HEIGHT + GAP) * u;
  if (beside < TWO_COLUMNS / 4 * u)
    {
      beside = width;
      y += strip;
      strip = 0;
    }
  contact = lay_phones (self, pen, end, y, beside) + u;
  contact += lay_code (self, pen, end, y + contact, beside);
  y += MAX (strip, contact) + GAP * u;
  y += yz_service_grid_lay (&services, pen, self->station->offers, x, y, width);
  return y - area->y;
}

static gboolean
has_pictures (YzStationCardBlock *self)
{
  return self->map != NULL || self->shows_photo;
}

/* The photo keeps to the right of the map; alone, it stands below the words. */
static void
draw_pictures (YzStationCardBlock *self, YzCanvas *canvas, const YzRect *area, double u)
{
  YzRect map = { area->x + INDENT * u, area->y + area->height - (PICTURES + BOTTOM) * u, area->width - INDENT * u,
                 PICTURES * u };
  YzRect photo = map;

  if (self->shows_photo)
    {
      photo.width = MIN (PICTURES * u * 4 / 3, map.width / 2);
      photo.x = self->map != NULL ? map.x + map.width - photo.width : map.x;
      map.width -= photo.width + GAP * u;
      yz_photo_draw (canvas, self->station->photo, &photo);
    }
  if (self->map != NULL)
    yz_block_draw (self->map, canvas, &map);
}

static double
get_extra (YzStationCardBlock *self, double u)
{
  return (TOP + BOTTOM + (has_pictures (self) ? PICTURES + GAP : 0)) * u;
}

static double
lay (YzStationCardBlock *self, const YzPen *pen, const YzRect *area)
{
  return area->width >= TWO_COLUMNS * pen->unit ? lay_wide (self, pen, area) : lay_narrow (self, pen, area);
}

static double
station_card_measure (YzBlock *block, YzTypesetter *typesetter, double width)
{
  YzStationCardBlock *self = YZ_STATION_CARD_BLOCK (block);
  const YzPen pen = yz_pen_to_measure (typesetter, 0);

  return lay (self, &pen, &(YzRect){ .width = width }) + get_extra (self, pen.unit);
}

static void
station_card_draw (YzBlock *block, YzCanvas *canvas, const YzRect *area)
{
  YzStationCardBlock *self = YZ_STATION_CARD_BLOCK (block);
  const YzPen pen = yz_pen_to_draw (canvas, 0);
  double u = pen.unit;
  YzRect inner = { area->x, area->y + TOP * u, area->width, area->height - get_extra (self, u) };

  yz_canvas_rule (canvas, area->x, area->y, area->width, 0.3, YZ_INK_BLACK);
  yz_pin_draw (canvas, self->station->look, self->station->number, area->x + 3.2 * u, inner.y + 2.5 * u,
               PIN_RADIUS * u);
  lay (self, &pen, &inner);
  if (has_pictures (self))
    draw_pictures (self, canvas, area, u);
}

static void
yz_station_card_block_finalize (GObject *object)
{
  YzStationCardBlock *self = YZ_STATION_CARD_BLOCK (object);

  g_free (self->cell);
  g_clear_object (&self->map);
  G_OBJECT_CLASS (yz_station_card_block_parent_class)->finalize (object);
}

static void
yz_station_card_block_class_init (YzStationCardBlockClass *class)
{
  G_OBJECT_CLASS (class)->finalize = yz_station_card_block_finalize;
  YZ_BLOCK_CLASS (class)->measure = station_card_measure;
  YZ_BLOCK_CLASS (class)->draw = station_card_draw;
}

static void
yz_station_card_block_init (YzStationCardBlock *self)
{
}

YzBlock *
yz_station_card_block_new (const YzGuideStation *station, const YzStationCardOptions *options)
{
  YzStationCardBlock *self = g_object_new (YZ_TYPE_STATION_CARD_BLOCK, NULL);
  g_autofree char *anchor = yz_station_card_get_anchor (station);

  self->station = station;
  self->shows_code = options == NULL || !options->hide_code;
  self->shows_photo = options != NULL && options->photo && station->photo != NULL;
  self->cell = g_strdup (options != NULL ? options->cell : NULL);
  if (options != NULL && options->map != NULL)
    self->map = g_object_ref (options->map);
  yz_block_set_record (YZ_BLOCK (self), station->id);
  yz_block_set_changed (YZ_BLOCK (self), station->changed);
  yz_block_set_anchor (YZ_BLOCK (self), anchor, NULL, 0);
  return YZ_BLOCK (self);
}

char *
yz_station_card_get_anchor (const YzGuideStation *station)
{
  /* an index leads to each card from many places: their ids would be a tenth of the file */
  return station->number > 0 ? g_strdup_printf ("card-%u", station->number) : g_strconcat ("card-", station->id, NULL);
}

#include "config.h"

#include "yz-index-block.h"

#include "yz-pen-private.h"
#include "yz-station-card-block.h"

/* Millimetres of A4's type. */
#define SYMBOL 3.9
#define LABEL_X 6.0
#define NUMBERS_X 33.0
#define STEP 5.65    /* from number to number */
#define STEP_GAP 2.6 /* discs reach beyond their numbers */
#define LINE 4.4
#define PADDING 1.0
#define LETTER 5.5
#define PLACE 21.0
#define NUMBER 8.5
#define PAGE 10.0
#define GAP 2.0

static const YzType label_type = { .size = 8.6, .bold = TRUE, .leading = LINE };
static const YzType note_type = { .size = 6.6, .ink = YZ_INK_SECOND, .leading = LINE };
static const YzType number_type = { .size = 8.2, .leading = LINE };
static const YzType struck_type = { .size = 8.2, .leading = LINE, .ink = YZ_INK_SECOND, .struck = TRUE };
static const YzType disc_type = { .size = 7.4, .bold = TRUE, .leading = LINE, .ink = YZ_INK_WHITE };
static const YzType letter_type = { .size = 8.6, .bold = TRUE, .leading = LINE, .ink = YZ_INK_RED };
static const YzType name_type = { .size = 7.8, .leading = LINE };
static const YzType page_type = { .size = 7, .leading = LINE, .ink = YZ_INK_SECOND };
static const YzType chapter_type = { .size = 11.5, .bold = TRUE, .leading = 5.6 };
static const YzType fact_type = { .size = 8.2, .ink = YZ_INK_SECOND, .leading = 5.6 };
static const YzType chapter_page_type = { .size = 10.5, .bold = TRUE, .leading = 5.6 };

static char *
say_page (YzPrintLanguage language, guint page)
{
  if (page == 0)
    return g_strdup ("");
  return g_strdup_printf (language == YZ_PRINT_ENGLISH ? "p. %u" : "%u 页", page);
}

static void
begin_link (const YzPen *pen, const char *anchor)
{
  g_autofree char *target = g_strconcat ("#", anchor, NULL);

  yz_canvas_begin_link (pen->canvas, target);
}

/* --- numbers ------------------------------------------------------------------------------------------------------ */

static YzText *
set_number (const YzPen *pen, const YzIndexEntry *entry)
{
  const YzGuideStation *station = entry->station;
  g_autofree char *text = g_strdup_printf (station->look == YZ_GUIDE_UNKNOWN ? "%u?" : "%u", station->number);

  if (station->number == 0)
    return yz_pen_set (pen, &number_type, "·", 0);
  if (entry->paused)
    return yz_pen_set (pen, &struck_type, text, 0);
  return yz_pen_set (pen, station->look == YZ_GUIDE_ALL_DAY ? &disc_type : &number_type, text, 0);
}

/* White on black, in a shape that takes any number of digits. */
static void
draw_disc (const YzPen *pen, double x, double y, double width, double height)
{
  cairo_t *cr = yz_canvas_get_cairo (pen->canvas);
  double radius = 2.05 * pen->unit, half = MAX (width / 2 - radius / 2, 0);

  yz_canvas_set_ink (pen->canvas, YZ_INK_BLACK);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + half, y + height / 2, radius, -G_PI_2, G_PI_2);
  cairo_arc (cr, x - half, y + height / 2, radius, G_PI_2, -G_PI_2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* @x: of the middle */
static void
draw_number (const YzPen *pen, const YzIndexEntry *entry, double x, double y)
{
  g_autofree char *anchor = yz_station_card_get_anchor (entry->station);
  g_autoptr (YzText) text = set_number (pen, entry);

  begin_link (pen, anchor);
  if (entry->station->look == YZ_GUIDE_ALL_DAY && !entry->paused && entry->station->number > 0)
    draw_disc (pen, x, y, text->width, text->height);
  yz_pen_show (pen, text, x - text->width / 2, y);
  yz_canvas_end_link (pen->canvas);
}

/* --- a row of numbers --------------------------------------------------------------------------------------------- */

#define YZ_TYPE_INDEX_NUMBERS (yz_index_numbers_get_type ())
G_DECLARE_FINAL_TYPE (YzIndexNumbers, yz_index_numbers, YZ, INDEX_NUMBERS, YzBlock)

struct _YzIndexNumbers
{
  YzBlock parent_instance;
  char *symbol;
  char *label;
  char *note;
  char *sentence;
  GArray *entries;
  gboolean open;
};

G_DEFINE_FINAL_TYPE (YzIndexNumbers, yz_index_numbers, YZ_TYPE_BLOCK)

/* The note stands after the label where it fits, otherwise below. */
static double
lay_label (YzIndexNumbers *self, const YzPen *pen, double x, double y, double width)
{
  double left = self->symbol != NULL ? LABEL_X * pen->unit : 0;
  g_autoptr (YzText) label = NULL;
  g_autoptr (YzText) note = NULL;

  if (self->label == NULL)
    return 0;
  label = yz_pen_set (pen, &label_type, self->label, width - left);
  if (self->symbol != NULL)
    yz_pen_symbol (pen, self->symbol, x, y + (LINE - SYMBOL) / 2 * pen->unit, SYMBOL * pen->unit, YZ_INK_BLACK,
                   YZ_SYMBOL_SOLID);
  yz_pen_show (pen, label, x + left, y);
  if (self->note == NULL)
    return label->height;
  note = yz_pen_set (pen, &note_type, self->note, width - left);
  if (left + label->width + pen->unit + note->width <= width && label->height < 1.5 * LINE * pen->unit)
    {
      yz_pen_show (pen, note, x + left + label->width + pen->unit, y + label->baseline - note->baseline);
      return label->height;
    }
  yz_pen_show (pen, note, x + left, y + label->height);
  return label->height + note->height;
}

static double
lay_numbers (YzIndexNumbers *self, const YzPen *pen, double x, double y, double width)
{
  double step = STEP * pen->unit;
  guint capacity, per_line;

  if (self->sentence != NULL)
    return yz_pen_write (pen, &number_type, self->sentence, x, y, width);
  for (guint i = 0; i < self->entries->len; i++)
    {
      g_autoptr (YzText) text = set_number (pen, &g_array_index (self->entries, YzIndexEntry, i));

      step = MAX (step, text->width + STEP_GAP * pen->unit);
    }
  capacity = MAX ((guint) (width / step), 1);
  per_line = yz_guide_index_balance (self->entries->len, capacity);
  for (guint i = 0; pen->canvas != NULL && i < self->entries->len; i++)
    draw_number (pen, &g_array_index (self->entries, YzIndexEntry, i), x + (i % per_line + 0.5) * step,
                 y + i / per_line * LINE * pen->unit);
  return (self->entries->len + per_line - 1) / per_line * LINE * pen->unit;
}

static double
lay_index_row (YzIndexNumbers *self, const YzPen *pen, double x, double y, double width)
{
  double left = MIN (NUMBERS_X * pen->unit, width * 0.45);
  double label = lay_label (self, pen, x, y, left - GAP * pen->unit);
  double numbers = lay_numbers (self, pen, x + left, y, width - left);

  return MAX (label, numbers);
}

/* Above the row; a row that goes on with another one stands close to it. */
static double
get_padding (YzIndexNumbers *self, const YzPen *pen)
{
  return self->label != NULL ? PADDING * pen->unit : 0;
}

static double
index_numbers_measure (YzBlock *block, YzTypesetter *typesetter, double width)
{
  YzIndexNumbers *self = YZ_INDEX_NUMBERS (block);
  const YzPen pen = yz_pen_to_measure (typesetter, 0);

  return lay_index_row (self, &pen, 0, 0, width) + get_padding (self, &pen) + (self->open ? 0 : PADDING * pen.unit);
}

static void
index_numbers_draw (YzBlock *block, YzCanvas *canvas, const YzRect *area)
{
  YzIndexNumbers *self = YZ_INDEX_NUMBERS (block);
  const YzPen pen = yz_pen_to_draw (canvas, 0);

  lay_index_row (self, &pen, area->x, area->y + get_padding (self, &pen), area->width);
  if (!self->open)
    yz_canvas_rule (canvas, area->x, area->y + area->height, area->width, 0.1, YZ_INK_HAIR);
}

static void
yz_index_numbers_finalize (GObject *object)
{
  YzIndexNumbers *self = YZ_INDEX_NUMBERS (object);

  g_free (self->symbol);
  g_free (self->label);
  g_free (self->note);
  g_free (self->sentence);
  g_clear_pointer (&self->entries, g_array_unref);
  G_OBJECT_CLASS (yz_index_numbers_parent_class)->finalize (object);
}

static void
yz_index_numbers_class_init (YzIndexNumbersClass *class)
{
  G_OBJECT_CLASS (class)->finalize = yz_index_numbers_finalize;
  YZ_BLOCK_CLASS (class)->measure = index_numbers_measure;
  YZ_BLOCK_CLASS (class)->draw = index_numbers_draw;
}

static void
yz_index_numbers_init (YzIndexNumbers *self)
{
}

YzBlock *
yz_index_row_new (const YzIndexRow *row)
{
  YzIndexNumbers *self = g_object_new (YZ_TYPE_INDEX_NUMBERS, NULL);

  self->symbol = g_strdup (row->symbol);
  self->label = g_strdup (row->label);
  self->note = g_strdup (row->note);
  self->sentence = g_strdup (row->sentence);
  self->entries = g_array_new (FALSE, FALSE, sizeof (YzIndexEntry));
  g_array_append_vals (self->entries, row->entries->data, row->entries->len);
  self->open = row->open;
  return YZ_BLOCK (self);
}

/* --- a station by street or name ---------------------------------------------------------------------------------- */

#define YZ_TYPE_INDEX_PLACE (yz_index_place_get_type ())
G_DECLARE_FINAL_TYPE (YzIndexPlace, yz_index_place, YZ, INDEX_PLACE, YzBlock)

struct _YzIndexPlace
{
  YzBlock parent_instance;
  const YzGuideStation *station;
  char *place;
  char letter;
};

G_DEFINE_FINAL_TYPE (YzIndexPlace, yz_index_place, YZ_TYPE_BLOCK)

static void
draw_page (const YzPen *pen, const char *anchor, const YzType *type, double end, double y)
{
  guint number = yz_canvas_get_page_of (pen->canvas, anchor);
  g_autofree char *page = say_page (pen->language, number);
  g_autoptr (YzText) text = yz_pen_set (pen, type, page, 0);

  yz_pen_show (pen, text, end - text->width, y);
}

static void
draw_place_ends (YzIndexPlace *self, const YzPen *pen, double number_x, const YzRect *area)
{
  YzIndexEntry entry = { self->station, self->station->look == YZ_GUIDE_PAUSED };
  const char letter[] = { self->letter, '\0' };
  g_autofree char *anchor = yz_station_card_get_anchor (self->station);

  if (self->letter != 0)
    yz_pen_write (pen, &letter_type, letter, area->x, area->y, 0);
  draw_number (pen, &entry, number_x, area->y);
  draw_page (pen, anchor, &page_type, area->x + area->width, area->y);
}

static double
lay_place (YzIndexPlace *self, const YzPen *pen, const YzRect *area)
{
  double u = pen->unit, x = area->x + LETTER * u, end = area->x + area->width - PAGE * u, height = LINE * u, name;
  g_autofree char *anchor = yz_station_card_get_anchor (self->station);

  if (self->place != NULL)
    {
      double width = MIN (PLACE * u, area->width * 0.3);
      double place = yz_pen_write_fitted (pen, &label_type, self->place, x, area->y, width, 7);

      height = MAX (height, place);
      x += width;
    }
  if (pen->canvas != NULL)
    {
      draw_place_ends (self, pen, x + NUMBER / 2 * u, area);
      begin_link (pen, anchor);
    }
  x += NUMBER * u;
  name = yz_pen_write (pen, &name_type, self->station->name, x, area->y, end - x);
  if (pen->canvas != NULL)
    yz_canvas_end_link (pen->canvas);
  return MAX (height, name);
}

static double
index_place_measure (YzBlock *block, YzTypesetter *typesetter, double width)
{
  const YzPen pen = yz_pen_to_measure (typesetter, 0);

  return lay_place (YZ_INDEX_PLACE (block), &pen, &(YzRect){ .width = width });
}

static void
index_place_draw (YzBlock *block, YzCanvas *canvas, const YzRect *area)
{
  const YzPen pen = yz_pen_to_draw (canvas, 0);

  lay_place (YZ_INDEX_PLACE (block), &pen, area);
}

static void
yz_index_place_finalize (GObject *object)
{
  g_free (YZ_INDEX_PLACE (object)->place);
  G_OBJECT_CLASS (yz_index_place_parent_class)->finalize (object);
}

static void
yz_index_place_class_init (YzIndexPlaceClass *class)
{
  G_OBJECT_CLASS (class)->finalize = yz_index_place_finalize;
  YZ_BLOCK_CLASS (class)->measure = index_place_measure;
  YZ_BLOCK_CLASS (class)->draw = index_place_draw;
}

static void
yz_index_place_init (YzIndexPlace *self)
{
}

YzBlock *
yz_index_place_new (char letter, const char *place, const YzGuideStation *station)
{
  YzIndexPlace *self = g_object_new (YZ_TYPE_INDEX_PLACE, NULL);

  self->letter = letter;
  self->place = g_strdup (place);
  self->station = station;
  return YZ_BLOCK (self);
}

/* --- contents ----------------------------------------------------------------------------------------------------- */

#define YZ_TYPE_CONTENTS_ROW (yz_contents_row_get_type ())
G_DECLARE_FINAL_TYPE (YzContentsRow, yz_contents_row, YZ, CONTENTS_ROW, YzBlock)

struct _YzContentsRow
{
  YzBlock parent_instance;
  char *title;
  char *fact;
  char *target;
};

G_DEFINE_FINAL_TYPE (YzContentsRow, yz_contents_row, YZ_TYPE_BLOCK)

static double
lay_contents_row (YzContentsRow *self, const YzPen *pen, double x, double y, double width)
{
  double room = width - 1.6 * PAGE * pen->unit;
  g_autoptr (YzText) title = yz_pen_set (pen, &chapter_type, self->title, room);
  g_autoptr (YzText) fact = NULL;

  yz_pen_show (pen, title, x, y);
  if (self->fact == NULL)
    return title->height;
  fact = yz_pen_set (pen, &fact_type, self->fact, room);
  if (title->width + GAP * pen->unit + fact->width <= room)
    {
      yz_pen_show (pen, fact, x + title->width + GAP * pen->unit, y + title->baseline - fact->baseline);
      return title->height;
    }
  yz_pen_show (pen, fact, x, y + title->height);
  return title->height + fact->height;
}

static double
contents_row_measure (YzBlock *block, YzTypesetter *typesetter, double width)
{
  const YzPen pen = yz_pen_to_measure (typesetter, 0);

  return lay_contents_row (YZ_CONTENTS_ROW (block), &pen, 0, 0, width) + 2 * PADDING * pen.unit;
}

static void
contents_row_draw (YzBlock *block, YzCanvas *canvas, const YzRect *area)
{
  YzContentsRow *self = YZ_CONTENTS_ROW (block);
  const YzPen pen = yz_pen_to_draw (canvas, 0);
  double y = area->y + PADDING * pen.unit;

  begin_link (&pen, self->target);
  lay_contents_row (self, &pen, area->x, y, area->width);
  draw_page (&pen, self->target, &chapter_page_type, area->x + area->width, y);
  yz_canvas_end_link (canvas);
  yz_canvas_rule (canvas, area->x, area->y + area->height, area->width, 0.1, YZ_INK_HAIR);
}

static void
yz_contents_row_finalize (GObject *object)
{
  YzContentsRow *self = YZ_CONTENTS_ROW (object);

  g_free (self->title);
  g_free (self->fact);
  g_free (self->target);
  G_OBJECT_CLASS (yz_contents_row_parent_class)->finalize (object);
}

static void
yz_contents_row_class_init (YzContentsRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = yz_contents_row_finalize;
  YZ_BLOCK_CLASS (class)->measure = contents_row_measure;
  YZ_BLOCK_CLASS (class)->draw = contents_row_draw;
}

static void
yz_contents_row_init (YzContentsRow *self)
{
}

YzBlock *
yz_contents_row_new (const char *title, const char *fact, const char *anchor)
{
  YzContentsRow *self = g_object_new (YZ_TYPE_CONTENTS_ROW, NULL);

  self->title = g_strdup (title);
  self->fact = g_strdup (fact);
  self->target = g_strdup (anchor);
  return YZ_BLOCK (self);
}

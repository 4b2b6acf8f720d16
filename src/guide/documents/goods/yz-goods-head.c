/* The head of a paper about stock: what it is, whose, its number with a code, what holds for all of it. */
#include "config.h"

#include "yz-goods-parts-private.h"
#include "yz-pen-block-private.h"
#include "yz-qr.h"

/* Millimetres of A4's type. */
#define CODE 17.0
#define GAP 4.0
#define WIDE 150.0 /* from this width on the place stands beside the title */
#define FACT_HEIGHT 10.6

static const YzType title_type = { .size = 25, .bold = TRUE, .leading = 11, .one_line = TRUE };
static const YzType place_type = { .size = 12, .bold = TRUE, .leading = 5.6 };
static const YzType where_type = { .size = 8.6, .leading = 4.2, .ink = YZ_INK_SECOND };
static const YzType number_type = { .size = 12, .bold = TRUE, .leading = 5.6, .one_line = TRUE };
static const YzType caption_type = { .size = 8, .leading = 4, .ink = YZ_INK_SECOND, .align = PANGO_ALIGN_RIGHT };
static const YzType fact_title_type = { .size = 7.2, .leading = 3.6, .ink = YZ_INK_SECOND, .one_line = TRUE };
static const YzType fact_type = { .size = 10, .bold = TRUE, .leading = 4.8, .one_line = TRUE };
static const YzType note_type = { .size = 8.2, .leading = 4.2 };

YzGoodsHead *
yz_goods_head_new (void)
{
  return g_new0 (YzGoodsHead, 1);
}

static void
head_free (gpointer data)
{
  YzGoodsHead *self = data;

  g_free (self->title);
  g_free (self->place);
  g_free (self->where);
  g_free (self->number);
  g_free (self->caption);
  g_free (self->scan);
  for (guint i = 0; i < GOODS_MOST_FACTS; i++)
    {
      g_free (self->facts[i][0]);
      g_free (self->facts[i][1]);
    }
  g_free (self->note);
  g_free (self);
}

void
yz_goods_head_add_fact (YzGoodsHead *self, char *title, char *value)
{
  guint i = 0;

  while (i + 1 < GOODS_MOST_FACTS && self->facts[i][0] != NULL)
    i++;
  self->facts[i][0] = title;
  self->facts[i][1] = value;
}

/* The number and the code. Returns how much of the width they take. */
static double
lay_number (const YzGoodsHead *self, const YzPen *pen, const YzRect *area, double *height)
{
  double u = pen->unit, code = self->scan != NULL ? MAX (CODE * u, yz_qr_get_width (self->scan)) : 0;
  double right = area->x + area->width - code - (code > 0 ? 2.5 * u : 0), width, y = area->y + 1.5 * u;
  g_autoptr (YzText) number = NULL, caption = NULL;

  *height = code + u;
  if (pen->canvas != NULL && code > 0)
    {
      const YzRect box = { area->x + area->width - code, area->y, code, code };

      yz_qr_draw (pen->canvas, self->scan, &box);
    }
  if (self->number == NULL)
    return code;
  number = yz_pen_fit (pen, &number_type, self->number, area->width / 3, 7);
  width = number->width;
  yz_pen_show (pen, number, right - width, y);
  y += number->height;
  if (self->caption != NULL)
    {
      caption = yz_pen_set (pen, &caption_type, self->caption, MAX (width, 34 * u));
      width = MAX (width, caption->box_width);
      yz_pen_show (pen, caption, right - caption->box_width, y);
      y += caption->height;
    }
  *height = MAX (*height, y - area->y);
  return area->x + area->width - right + width;
}

static double
lay_place (const YzGoodsHead *self, const YzPen *pen, double x, double y, double width)
{
  double height = 0;

  if (self->place != NULL)
    height += yz_pen_write (pen, &place_type, self->place, x, y, width);
  if (self->where != NULL)
    height += yz_pen_write (pen, &where_type, self->where, x, y + height, width);
  return height;
}

static double
lay_title (const YzGoodsHead *self, const YzPen *pen, const YzRect *area)
{
  double u = pen->unit, height, taken = lay_number (self, pen, area, &height);
  double room = area->width - taken - GAP * u;
  gboolean wide = area->width / u >= WIDE;
  g_autoptr (YzText) title = yz_pen_fit (pen, &title_type, self->title, wide ? area->width * 0.4 : room, 13);
  double x = area->x + MAX (title->width, area->width * 0.24) + GAP * u;

  double place;

  yz_pen_show (pen, title, area->x, area->y);
  height = MAX (height, title->height);
  if (!wide)
    return height + u + lay_place (self, pen, area->x, area->y + height + u, area->width);
  place = 1.2 * u + lay_place (self, pen, x, area->y + 1.2 * u, area->x + room - x);
  return MAX (height, place);
}

/* Facts side by side. Returns their height, which is that of the longest of them. */
static double
lay_fact_row (const YzGoodsHead *self, const YzPen *pen, const YzRect *area, guint first, guint n)
{
  double u = pen->unit, width = area->width / n, height = FACT_HEIGHT * u;

  for (guint i = 0; i < n; i++)
    {
      char *const *fact = self->facts[first + i];
      double padding = i > 0 ? 1.6 * u : 0, x = area->x + i * width + padding, room = width - padding - u;
      double y = area->y + 1.4 * u;

      y += yz_pen_write_fitted (pen, &fact_title_type, fact[0], x, y, room, 5) + 0.1 * u;
      if (fact[1] != NULL)
        y += yz_pen_write_fitted (pen, &fact_type, fact[1], x, y, room, 5.5) + 0.7 * u;
      height = MAX (height, y - area->y);
    }
  for (guint i = 1; pen->canvas != NULL && i < n; i++)
    yz_canvas_fill (pen->canvas, &(YzRect){ area->x + i * width, area->y, 0.15, height }, YZ_INK_SECOND);
  return height;
}

static double
lay_facts (const YzGoodsHead *self, const YzPen *pen, const YzRect *area)
{
  YzRect row = *area;
  guint n = 0, a_row;

  while (n < GOODS_MOST_FACTS && self->facts[n][0] != NULL)
    n++;
  if (n == 0)
    return 0;
  a_row = area->width / pen->unit >= WIDE ? n : MIN (n, 2);
  for (guint i = 0; i < n; i += a_row)
    {
      yz_pen_rule (pen, row.x, row.y, row.width, i == 0 ? 0.3 : 0.15, i == 0 ? YZ_INK_BLACK : YZ_INK_HAIR);
      row.y += lay_fact_row (self, pen, &row, i, MIN (a_row, n - i));
    }
  yz_pen_rule (pen, row.x, row.y, row.width, 0.3, YZ_INK_BLACK);
  return row.y - area->y;
}

static double
lay_head (const YzPen *pen, const YzRect *area, gpointer data)
{
  const YzGoodsHead *self = data;
  YzRect rest = *area;
  double u = pen->unit;

  rest.y += lay_title (self, pen, &rest) + 2.2 * u;
  rest.y += lay_facts (self, pen, &rest) + 2.2 * u;
  if (self->note != NULL)
    rest.y += yz_pen_write (pen, &note_type, self->note, rest.x, rest.y, rest.width) + 2.2 * u;
  return rest.y - area->y;
}

YzBlock *
yz_goods_head_make_block (YzGoodsHead *self)
{
  YzBlock *block = yz_pen_block_new (lay_head, 0, self, head_free);

  yz_block_set_keep (block, TRUE);
  return block;
}

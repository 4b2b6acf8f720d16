#include "config.h"

#include "yz-service-grid-private.h"

#define WORD_GAP 0.15 /* from symbol to word, in parts of the symbol */
#define CELL_GAP 0.4  /* to the next column */
#define SMALLEST 0.86 /* of a word's size, before it is broken */
#define ENGLISH 0.78  /* size of the English word */

static YzSymbolStyle
get_style (const YzGuideOffer *offer)
{
  if (offer->state == YZ_GUIDE_SERVICE_PAUSED)
    return YZ_SYMBOL_PAUSED;
  return offer->state == YZ_GUIDE_SERVICE_PLANNED ? YZ_SYMBOL_PLANNED : YZ_SYMBOL_SOLID;
}

/* Words that stand beside each other are of one size: the one at which the longest fits. */
static double
choose_size (const YzServiceGrid *self, const YzPen *pen, const GPtrArray *offers, double width)
{
  const YzType type = { .size = self->size };
  double factor = 1;

  for (guint i = 0; i < offers->len; i++)
    {
      const YzGuideOffer *offer = g_ptr_array_index (offers, i);
      const char *name = yz_guide_service_get_name (offer->service, pen->language, self->brief);
      g_autoptr (YzText) word = yz_pen_set (pen, &type, name, 0);

      if (word->width > width)
        factor = MIN (factor, width / word->width);
    }
  return self->size * MAX (factor, SMALLEST);
}

static double
lay_words (const YzServiceGrid *self, const YzPen *pen, const YzGuideOffer *offer, double x, double y, double width)
{
  YzInk ink = offer->state == YZ_GUIDE_OFFERED ? YZ_INK_BLACK : YZ_INK_SECOND;
  const YzType type = { .size = self->size, .ink = ink }, english = { .size = self->size * ENGLISH, .ink = ink };
  YzText *word = yz_pen_set (pen, &type, yz_guide_service_get_name (offer->service, pen->language, self->brief), width);
  double height = word->height, top = y + MAX (0, (self->symbol * pen->unit - height) / 2);

  yz_pen_show (pen, word, x, top);
  if (pen->language == YZ_PRINT_BOTH && offer->service->name_en != NULL &&
      !g_str_equal (offer->service->name_en, pango_layout_get_text (word->layout)))
    height += yz_pen_write_fitted (pen, &english, offer->service->name_en, x, top + height, width,
                                   self->size * ENGLISH * SMALLEST);
  yz_text_free (word);
  return top - y + height;
}

static double
lay_cell (const YzServiceGrid *self, const YzPen *pen, const YzGuideOffer *offer, double x, double y, double width)
{
  double symbol = self->symbol * pen->unit, word_x = symbol * (1 + WORD_GAP), words;
  YzInk ink = offer->state == YZ_GUIDE_OFFERED ? YZ_INK_BLACK : YZ_INK_SECOND;

  yz_pen_symbol (pen, offer->service->symbol, x, y, symbol, ink, get_style (offer));
  words = lay_words (self, pen, offer, x + word_x, y, width - word_x - symbol * CELL_GAP);
  return MAX (symbol, words);
}

double
yz_service_grid_lay (const YzServiceGrid *self, const YzPen *pen, const GPtrArray *offers, double x, double y,
                     double width)
{
  double pitch = (pen->language == YZ_PRINT_CHINESE ? self->pitch : self->english_pitch) * pen->unit;
  guint columns = MAX (1, (guint) (width / pitch + 0.01));
  double column = width / columns, least = self->row * pen->unit, air = least - self->symbol * pen->unit;
  double row = 0, height = 0;
  YzServiceGrid even = *self;

  even.size = choose_size (self, pen, offers, column - (1 + WORD_GAP + CELL_GAP) * self->symbol * pen->unit);
  for (guint i = 0; i < offers->len; i++)
    {
      double cell;

      if (i % columns == 0)
        {
          height += row;
          row = least;
        }
      cell = lay_cell (&even, pen, g_ptr_array_index (offers, i), x + i % columns * column, y + height, column);
      row = MAX (row, cell + air / 2);
    }
  return height + row;
}

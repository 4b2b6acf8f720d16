/* "23 − 1 + 2 = 24" above the words for each number, and beside it how many changed. */
#include "config.h"

#include "yz-change-blocks.h"

#define PADDING 3.2 /* between the rules and the figures, millimetres of A4's type */
#define GAP 5.5     /* between the parts of a sum */
#define BETWEEN 16  /* between the two sums, at least */
#define MOST_GAP 16 /* what the second sum may have in addition */
#define SIGN_DROP 0.7

/* A number with its word, or a sign between two. */
typedef struct
{
  char *figure;
  char *word; /* NULL for a sign */
} Part;

#define N_PARTS 10
#define N_SUM 7 /* of which the first sum has so many */

#define YZ_TYPE_CHANGE_SUM (yz_change_sum_get_type ())
G_DECLARE_FINAL_TYPE (YzChangeSum, yz_change_sum, YZ, CHANGE_SUM, YzBlock)

struct _YzChangeSum
{
  YzBlock parent_instance;
  Part parts[N_PARTS];
};

G_DEFINE_FINAL_TYPE (YzChangeSum, yz_change_sum, YZ_TYPE_BLOCK)

static YzType
figure_type (const Part *part, double shrink)
{
  return (YzType){ .size = (part->word != NULL ? 24 : 17) * shrink,
                   .bold = part->word != NULL,
                   .leading = 9.6 * shrink,
                   .ink = part->word != NULL ? YZ_INK_BLACK : YZ_INK_SECOND };
}

static YzType
word_type (double shrink)
{
  return (YzType){ .size = 7.4 * shrink, .leading = 4 * shrink, .ink = YZ_INK_SECOND };
}

static double
part_width (const Part *part, YzTypesetter *typesetter, double shrink)
{
  YzType figure = figure_type (part, shrink), word = word_type (shrink);
  double width = yz_typesetter_measure (typesetter, &figure, part->figure);

  return part->word != NULL ? MAX (width, yz_typesetter_measure (typesetter, &word, part->word)) : width;
}

static double
sum_width (YzChangeSum *self, YzTypesetter *typesetter, guint first, guint end, double shrink)
{
  double width = -GAP * yz_typesetter_get_scale (typesetter) * shrink;

  for (guint i = first; i < end; i++)
    width += part_width (&self->parts[i], typesetter, shrink) + GAP * yz_typesetter_get_scale (typesetter) * shrink;
  return width;
}

typedef struct
{
  double shrink;
  double height; /* of a row of figures with their words */
  gboolean two_rows;
  double second_x;
  double second_gap; /* more than GAP, where there is room */
} Layout;

/* Side by side, else one above the other, and smaller where a sum is wider than the page. */
static Layout
lay_out (YzChangeSum *self, YzTypesetter *typesetter, double width)
{
  double scale = yz_typesetter_get_scale (typesetter);
  double first = sum_width (self, typesetter, 0, N_SUM, 1);
  double second = sum_width (self, typesetter, N_SUM, N_PARTS, 1);
  Layout layout = { .two_rows = first + BETWEEN * scale + second > width };

  layout.shrink = layout.two_rows ? MIN (1, width / MAX (first, second) * 0.99) : 1;
  layout.height = (9.6 + 4 + 1) * scale * layout.shrink;
  layout.second_x = layout.two_rows ? 0 : MAX (first + BETWEEN * scale, width * 0.58);
  if (layout.two_rows)
    return layout;
  layout.second_x = MIN (layout.second_x, width - second);
  layout.second_gap = MIN ((width - layout.second_x - second) / (N_PARTS - N_SUM), MOST_GAP * scale);
  return layout;
}

static double
change_sum_measure (YzBlock *block, YzTypesetter *typesetter, double width)
{
  Layout layout = lay_out (YZ_CHANGE_SUM (block), typesetter, width);

  return 2 * PADDING * yz_typesetter_get_scale (typesetter) + (layout.two_rows ? 2 : 1) * layout.height;
}

static void
draw_sum (YzChangeSum *self, YzCanvas *canvas, guint first, guint end, double x, double y, double shrink,
          double more_gap)
{
  YzTypesetter *typesetter = yz_canvas_get_typesetter (canvas);
  double scale = yz_typesetter_get_scale (typesetter) * shrink;

  for (guint i = first; i < end; i++)
    {
      const Part *part = &self->parts[i];
      YzType figure = figure_type (part, shrink), word = word_type (shrink);

      yz_canvas_write (canvas, &figure, part->figure, x, y + (part->word == NULL ? SIGN_DROP * scale : 0), 0);
      if (part->word != NULL)
        yz_canvas_write (canvas, &word, part->word, x, y + 10.2 * scale, 0);
      x += part_width (part, typesetter, shrink) + GAP * scale + more_gap;
    }
}

static void
change_sum_draw (YzBlock *block, YzCanvas *canvas, const YzRect *area)
{
  YzChangeSum *self = YZ_CHANGE_SUM (block);
  YzTypesetter *typesetter = yz_canvas_get_typesetter (canvas);
  Layout layout = lay_out (self, typesetter, area->width);
  double y = area->y + PADDING * yz_typesetter_get_scale (typesetter);

  yz_canvas_rule (canvas, area->x, area->y, area->width, 0.3, YZ_INK_BLACK);
  draw_sum (self, canvas, 0, N_SUM, area->x, y, layout.shrink, 0);
  if (layout.two_rows)
    y += layout.height;
  else
    yz_canvas_fill (canvas, &(YzRect){ area->x + layout.second_x - BETWEEN / 2.0, y, 0.2, layout.height - 1 },
                    YZ_INK_BLACK);
  draw_sum (self, canvas, N_SUM, N_PARTS, area->x + layout.second_x, y, layout.shrink, layout.second_gap);
  yz_canvas_rule (canvas, area->x, area->y + area->height, area->width, 0.3, YZ_INK_BLACK);
}

static void
yz_change_sum_finalize (GObject *object)
{
  YzChangeSum *self = YZ_CHANGE_SUM (object);

  for (guint i = 0; i < N_PARTS; i++)
    {
      g_free (self->parts[i].figure);
      g_free (self->parts[i].word);
    }
  G_OBJECT_CLASS (yz_change_sum_parent_class)->finalize (object);
}

static void
yz_change_sum_class_init (YzChangeSumClass *class)
{
  G_OBJECT_CLASS (class)->finalize = yz_change_sum_finalize;
  YZ_BLOCK_CLASS (class)->measure = change_sum_measure;
  YZ_BLOCK_CLASS (class)->draw = change_sum_draw;
}

static void
yz_change_sum_init (YzChangeSum *self)
{
}

/* @word: (transfer full) */
static void
set_number (Part *part, guint n, char *word)
{
  part->figure = g_strdup_printf ("%u", n);
  part->word = word;
}

static char *
name_edition (YzPrintLanguage language, guint number)
{
  if (number == 0)
    return yz_print_say_both (language, "现在", "now");
  return yz_print_say_number (language, number, "第 %u 版", "edition %u", "edition %u");
}

YzBlock *
yz_change_sum_new (const YzGuideChanges *changes, const YzGuideContent *content)
{
  YzPrintLanguage language = content->language;
  YzChangeSum *self = g_object_new (YZ_TYPE_CHANGE_SUM, NULL);
  guint n_new = changes->n_in[YZ_GUIDE_CHANGE_NEW];

  set_number (&self->parts[0], changes->n_before, name_edition (language, content->before_edition));
  self->parts[1].figure = g_strdup ("−");
  set_number (&self->parts[2], changes->n_in[YZ_GUIDE_CHANGE_WITHDRAWN],
              yz_print_say_both (language, "撤销", "closed"));
  self->parts[3].figure = g_strdup ("+");
  set_number (&self->parts[4], n_new, yz_print_say_both (language, "新增", "new"));
  self->parts[5].figure = g_strdup ("=");
  set_number (&self->parts[6], changes->n_now, name_edition (language, content->edition));
  set_number (&self->parts[7], changes->n_changed, yz_print_say_both (language, "有改动", "changed"));
  set_number (&self->parts[8], changes->same->len, yz_print_say_both (language, "没有变", "not changed"));
  set_number (&self->parts[9], n_new, yz_print_say_both (language, "新增", "new"));
  return YZ_BLOCK (self);
}

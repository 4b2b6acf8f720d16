#include "config.h"

#include "yz-legend-block.h"

#include "yz-day-bar.h"
#include "yz-pen-private.h"
#include "yz-pin.h"

#include <stdlib.h>

/* Millimetres of A4's type. */
#define PITCH 40.0 /* least width of a column */
#define MOST_COLUMNS 4
#define SIGN 12.5 /* room for the sign */
#define ROW 6.8
#define BAR_HEIGHT 1.9
#define SYMBOL 3.8

typedef enum
{
  SIGN_PIN,
  SIGN_BAR,
  SIGN_SERVICE,
  SIGN_SYMBOL,
} SignKind;

typedef struct
{
  SignKind kind;
  guint value;        /* look, style of a bar or of a symbol */
  const char *symbol; /* nullable */
  const char *chinese;
  const char *english;
} Sign;

/* clang-format off */
static const Sign signs[] = {
  { SIGN_PIN, YZ_GUIDE_OPEN,     "9", "按所列时间开放",       "open at the hours given" },
  { SIGN_PIN, YZ_GUIDE_ALL_DAY,  "1", "全天开放",             "open 24 hours" },
  { SIGN_PIN, YZ_GUIDE_UNKNOWN,  "6", "时间未知，先问再去",   "hours not known, ask first" },
  { SIGN_PIN, YZ_GUIDE_PAUSED,   "7", "暂停开放",             "closed for now" },
  { SIGN_PIN, YZ_GUIDE_PLANNED,  "5", "尚未开放",             "not open yet" },
  { SIGN_PIN, YZ_GUIDE_OVER,     "3", "不再开放",             "closed for good" },
  { SIGN_BAR, YZ_BAR_STAFFED,      NULL, "有人值守",          "staffed" },
  { SIGN_BAR, YZ_BAR_SELF_SERVICE, NULL, "自助进门",          "open, self-service" },
  { SIGN_BAR, YZ_BAR_UNKNOWN,      NULL, "时间未核实",        "hours not known" },
  { SIGN_BAR, YZ_BAR_SHUT,         NULL, "不开",              "closed" },
  { SIGN_SERVICE, YZ_SYMBOL_SOLID,   "yz-service-water-symbolic", "有这项服务", "service offered" },
  { SIGN_SERVICE, YZ_SYMBOL_PAUSED,  "yz-service-water-symbolic", "服务暂停",   "service not available now" },
  { SIGN_SERVICE, YZ_SYMBOL_PLANNED, "yz-service-water-symbolic", "服务计划中", "service planned" },
  { SIGN_SYMBOL, 0, "yz-entrance-symbolic", "怎么进门",       "how to get in" },
  { SIGN_SYMBOL, 0, "yz-calendar-symbolic", "这几天另有安排", "other hours on these days" },
  { SIGN_SYMBOL, 0, "yz-moon-symbolic",     "夜间开放",       "open at night" },
  { SIGN_SYMBOL, 0, "yz-key-area-symbolic", "重点区域",       "key area" },
  { SIGN_SYMBOL, 0, "yz-smart-symbolic",    "智能驿站",       "smart station" },
};
/* clang-format on */

static const YzType words_type = { .size = 7.8, .leading = 3.7 };
static const YzType english_type = { .size = 6.4, .leading = 3, .ink = YZ_INK_SECOND };

#define YZ_TYPE_LEGEND (yz_legend_get_type ())
G_DECLARE_FINAL_TYPE (YzLegend, yz_legend, YZ, LEGEND, YzBlock)

struct _YzLegend
{
  YzBlock parent_instance;
  guint looks; /* bits, of those that stations have */
};

G_DEFINE_FINAL_TYPE (YzLegend, yz_legend, YZ_TYPE_BLOCK)

static void
draw_sign (const YzPen *pen, const Sign *sign, double x, double y)
{
  double u = pen->unit, middle = y + ROW / 2 * u, size = SYMBOL * u;

  if (pen->canvas == NULL)
    return;
  switch (sign->kind)
    {
    case SIGN_PIN:
      yz_pin_draw (pen->canvas, sign->value, atoi (sign->symbol), x + 4 * u, middle, 2.2 * u);
      break;
    case SIGN_BAR:
      yz_bar_draw (pen->canvas, sign->value, &(YzRect){ x, middle - BAR_HEIGHT / 2 * u, 9.5 * u, BAR_HEIGHT * u });
      break;
    case SIGN_SERVICE:
    case SIGN_SYMBOL:
    default:
      yz_pen_symbol (pen, sign->symbol, x + 4 * u - size / 2, middle - size / 2, size,
                     sign->value == YZ_SYMBOL_SOLID ? YZ_INK_BLACK : YZ_INK_SECOND, sign->value);
      break;
    }
}

static double
lay_sign (const YzPen *pen, const Sign *sign, double x, double y, double width)
{
  double u = pen->unit, room = width - (SIGN + 1) * u;
  g_autoptr (YzText)
    words = yz_pen_set (pen, &words_type, yz_print_say (pen->language, sign->chinese, sign->english), room);
  g_autoptr (YzText) english = pen->language == YZ_PRINT_BOTH ? yz_pen_set (pen, &english_type, sign->english, room)
                                                              : NULL;
  double height = words->height + (english != NULL ? english->height : 0);
  double top = y + MAX (0, (ROW * u - height) / 2);

  draw_sign (pen, sign, x, y);
  yz_pen_show (pen, words, x + SIGN * u, top);
  if (english != NULL)
    yz_pen_show (pen, english, x + SIGN * u, top + words->height);
  return MAX (height, ROW * u);
}

static gboolean
is_left_out (YzLegend *self, const Sign *sign)
{
  return sign->kind == SIGN_PIN && (self->looks & (1U << sign->value)) == 0;
}

/* Each kind of sign begins a row. */
static double
lay (YzLegend *self, const YzPen *pen, double x, double y, double width)
{
  guint columns = CLAMP ((guint) (width / (PITCH * pen->unit)), 1, MOST_COLUMNS), at = 0;
  SignKind kind = SIGN_PIN;
  double row = 0, height = 0;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      double sign;

      if (is_left_out (self, &signs[i]))
        continue;
      if (at == columns || (signs[i].kind != kind && signs[i].kind != SIGN_SYMBOL))
        {
          height += row;
          row = 0;
          at = 0;
        }
      kind = signs[i].kind;
      sign = lay_sign (pen, &signs[i], x + at * width / columns, y + height, width / columns);
      row = MAX (row, sign);
      at++;
    }
  return height + row;
}

static double
legend_measure (YzBlock *block, YzTypesetter *typesetter, double width)
{
  const YzPen pen = yz_pen_to_measure (typesetter, 0);

  return lay (YZ_LEGEND (block), &pen, 0, 0, width);
}

static void
legend_draw (YzBlock *block, YzCanvas *canvas, const YzRect *area)
{
  const YzPen pen = yz_pen_to_draw (canvas, 0);

  lay (YZ_LEGEND (block), &pen, area->x, area->y, area->width);
}

static void
yz_legend_class_init (YzLegendClass *class)
{
  YZ_BLOCK_CLASS (class)->measure = legend_measure;
  YZ_BLOCK_CLASS (class)->draw = legend_draw;
}

static void
yz_legend_init (YzLegend *self)
{
}

YzBlock *
yz_legend_new (const YzGuideContent *content)
{
  YzLegend *self = g_object_new (YZ_TYPE_LEGEND, NULL);

  for (guint i = 0; i < content->stations->len; i++)
    self->looks |= 1U << ((const YzGuideStation *) g_ptr_array_index (content->stations, i))->look;
  yz_block_set_flow (YZ_BLOCK (self), YZ_BLOCK_ACROSS);
  return YZ_BLOCK (self);
}

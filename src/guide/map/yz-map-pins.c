#include "config.h"

#include "yz-map-pins-private.h"

#include <math.h>

#include "yz-pin-spread.h"
#include "yz-pin.h"

/* Millimetres of A4's type. */
#define NUMBER_RADIUS 2.7
#define NUMBER_FLOOR 1.6
#define DOT_RADIUS 1.4
#define DOT_FLOOR 0.7
#define LABEL_RADIUS 3.2
#define GAP 0.5
#define LABEL_WIDTH 30.0
#define LABEL_GAP 0.8
#define ARROW 1.6

#define WIDE_REACH 1.35 /* of shapes that go beyond the disc: the triangle, the second ring with its badge */

typedef struct
{
  const YzGuideStation *station;
  gboolean is_far; /* beyond the edge of the map */
  double angle;    /* where it is then */
  YzText *name;    /* (nullable): of a label that found room; of a far station the distance */
  YzText *hours;   /* (nullable) */
  YzRect label;
  double align; /* of its lines: 0 on the left, 1 on the right */
} Pin;

struct _YzMapPinSet
{
  const YzMapFrame *frame;
  YzMapPins kind;
  GArray *pins;  /* of Pin */
  GArray *spots; /* of YzPinSpot, as many */
  double radius;
};

static void
pin_clear (gpointer data)
{
  Pin *pin = data;

  g_clear_pointer (&pin->name, yz_text_free);
  g_clear_pointer (&pin->hours, yz_text_free);
}

static Pin *
get_pin (const YzMapPinSet *self, guint i)
{
  return &g_array_index (self->pins, Pin, i);
}

static YzPinSpot *
get_spot (const YzMapPinSet *self, guint i)
{
  return &g_array_index (self->spots, YzPinSpot, i);
}

/* Where the line from the middle of the map to a far place leaves it. */
static void
clamp_to_edge (const YzMapFrame *frame, double inset, double *x, double *y)
{
  double half_width = frame->map.width / 2 - inset, half_height = frame->map.height / 2 - inset;
  double middle_x = frame->map.x + frame->map.width / 2, middle_y = frame->map.y + frame->map.height / 2;
  double dx = *x - middle_x, dy = *y - middle_y;
  double part = MIN (fabs (dx) > 0 ? half_width / fabs (dx) : 1, fabs (dy) > 0 ? half_height / fabs (dy) : 1);

  *x = middle_x + dx * MIN (part, 1);
  *y = middle_y + dy * MIN (part, 1);
}

static void
add_pin (YzMapPinSet *self, const YzGuideStation *station, double radius)
{
  Pin pin = { .station = station };
  gboolean wide = station->look == YZ_GUIDE_ALL_DAY || station->look == YZ_GUIDE_PAUSED;
  YzPinSpot spot = { .reach = wide ? WIDE_REACH : 1 };

  if (!yz_map_frame_locate (self->frame, station->position, &spot.x, &spot.y))
    {
      double x = spot.x, y = spot.y;

      pin.is_far = TRUE;
      clamp_to_edge (self->frame, radius * spot.reach + ARROW * self->frame->scale, &spot.x, &spot.y);
      pin.angle = atan2 (y - spot.y, x - spot.x);
    }
  g_array_append_val (self->pins, pin);
  g_array_append_val (self->spots, spot);
}

/* --- labels ------------------------------------------------------------------------------------------------------- */

static YzRect
get_pin_box (const YzMapPinSet *self, guint i)
{
  const YzPinSpot *spot = get_spot (self, i);

  if (spot->left_out)
    return (YzRect){ spot->x - self->radius * YZ_PIN_DOT, spot->y - self->radius * YZ_PIN_DOT,
                     2 * self->radius * YZ_PIN_DOT, 2 * self->radius * YZ_PIN_DOT };
  return yz_pin_get_box (get_pin (self, i)->station->look, spot->pin_x, spot->pin_y, self->radius);
}

static gboolean
label_is_free (const YzMapPinSet *self, const YzRect *label, guint i, const GArray *avoid)
{
  if (!yz_rect_contains (&self->frame->map, label))
    return FALSE;
  for (guint a = 0; a < avoid->len; a++)
    if (yz_rect_meets (label, &g_array_index (avoid, YzRect, a)))
      return FALSE;
  for (guint j = 0; j < self->pins->len; j++)
    {
      YzRect box = get_pin_box (self, j);

      if (yz_rect_meets (label, &box) ||
          (j != i && get_pin (self, j)->name != NULL && yz_rect_meets (label, &get_pin (self, j)->label)))
        return FALSE;
    }
  return TRUE;
}

/* The eye looks to the right of a pin first. */
static gboolean
find_label_place (const YzMapPinSet *self, guint i, double width, double height, const GArray *avoid, YzRect *place,
                  double *align)
{
  /* where the label's middle is from the pin's, in half widths and half heights of both */
  static const double sides[][2] = { { 1, 0 },    { -1, 0 },    { 0, 1 },   { 0, -1 },   { 1, 0.8 },  { 1, -0.8 },
                                     { -1, 0.8 }, { -1, -0.8 }, { 0.6, 1 }, { 0.6, -1 }, { -0.6, 1 }, { -0.6, -1 } };
  YzRect pin = get_pin_box (self, i);
  double gap = LABEL_GAP * self->frame->scale;

  for (guint s = 0; s < G_N_ELEMENTS (sides); s++)
    {
      double dx = sides[s][0], dy = sides[s][1];
      double x = pin.x + pin.width / 2 + dx * (pin.width / 2 + gap + width / 2);
      double y = pin.y + pin.height / 2 + dy * (pin.height / 2 + height / 2 + (fabs (dx) < 1 ? gap / 2 : 0));

      *place = (YzRect){ x - width / 2, y - height / 2, width, height };
      *align = dx > 0 ? 0 : dx < 0 ? 1 : 0.5;
      if (label_is_free (self, place, i, avoid))
        return TRUE;
    }
  return FALSE;
}

static gboolean
place_label (YzMapPinSet *self, guint i, const GArray *avoid)
{
  Pin *pin = get_pin (self, i);
  double width = MAX (pin->name->width, pin->hours != NULL ? pin->hours->width : 0);
  double height = pin->name->height + (pin->hours != NULL ? pin->hours->height : 0);

  return find_label_place (self, i, width, height, avoid, &pin->label, &pin->align);
}

static char *
say_hours (const YzGuideStation *station, YzPrintLanguage language)
{
  if (station->look == YZ_GUIDE_OPEN && station->hours_lines != NULL && station->hours_lines[0] != NULL)
    {
      g_auto (GStrv) english = g_strsplit (station->english_hours != NULL ? station->english_hours : "", "; ", 2);

      return yz_print_say_both (english[0] != NULL ? language : YZ_PRINT_CHINESE, station->hours_lines[0], english[0]);
    }
  return yz_pin_dup_word (station->look, language);
}

/* Name and hours, in Chinese at least, the name alone, or nothing: the number says the rest. */
static void
add_label (YzMapPinSet *self, YzTypesetter *typesetter, guint i, const GArray *avoid)
{
  const YzType name_type = { .size = 9.2, .bold = TRUE, .leading = 4 };
  const YzType hours_type = { .size = 8.2, .leading = 3.7 };
  Pin *pin = get_pin (self, i);
  double width = LABEL_WIDTH * self->frame->scale;
  YzPrintLanguage language = yz_typesetter_get_language (typesetter);

  pin->name = yz_typesetter_set (typesetter, &name_type, pin->station->name, width);
  for (guint attempt = 0; attempt < (language == YZ_PRINT_BOTH ? 2 : 1); attempt++)
    {
      g_autofree char *hours = say_hours (pin->station, attempt == 0 ? language : YZ_PRINT_CHINESE);

      pin->hours = yz_typesetter_set (typesetter, &hours_type, hours, width);
      if (place_label (self, i, avoid))
        return;
      g_clear_pointer (&pin->hours, yz_text_free);
    }
  if (!place_label (self, i, avoid))
    g_clear_pointer (&pin->name, yz_text_free);
}

static char *
say_far (const YzMapPinSet *self, const YzGuideStation *station, YzPrintLanguage language)
{
  const YzMapGrid *grid = self->frame->grid;
  YzWorld middle = { grid->origin.x + grid->columns * grid->cell / grid->metres / 2,
                     grid->origin.y + grid->rows * grid->cell / grid->metres / 2 };
  double km = yz_position_distance (yz_world_to_position (middle), station->position) / 1000;

  return g_strdup_printf ("%.0f\302\240%s", MAX (1, km), language == YZ_PRINT_CHINESE ? "公里" : "km");
}

static void
add_distance (YzMapPinSet *self, YzTypesetter *typesetter, guint i, const GArray *avoid)
{
  const YzType type = { .size = 6.8, .bold = TRUE };
  Pin *pin = get_pin (self, i);
  g_autofree char *words = say_far (self, pin->station, yz_typesetter_get_language (typesetter));

  pin->name = yz_typesetter_set (typesetter, &type, words, 0);
  if (!place_label (self, i, avoid))
    g_clear_pointer (&pin->name, yz_text_free);
}

/* --- the set ------------------------------------------------------------------------------------------------------ */

static void
spread (YzMapPinSet *self, double radius, double floor, const GArray *avoid)
{
  YzPinSpreadOptions options = { .area = self->frame->map,
                                 .radius = radius,
                                 .floor = floor,
                                 .gap = GAP * self->frame->scale,
                                 .avoid = (const YzRect *) (void *) avoid->data,
                                 .n_avoid = avoid->len };

  self->radius = yz_pin_spread ((YzPinSpot *) (void *) self->spots->data, self->spots->len, &options);
}

/* Dots may touch: what they tell is where many are. */
static void
leave_at_place (YzMapPinSet *self, double radius)
{
  self->radius = radius;
  for (guint i = 0; i < self->spots->len; i++)
    {
      get_spot (self, i)->pin_x = get_spot (self, i)->x;
      get_spot (self, i)->pin_y = get_spot (self, i)->y;
    }
}

static double
get_dot_radius (const YzMapFrame *frame, guint n)
{
  double room = frame->map.width * frame->map.height * 0.12 / MAX (n, 1);

  return CLAMP (sqrt (room) / 2, DOT_FLOOR * frame->scale, DOT_RADIUS * frame->scale);
}

YzMapPinSet *
yz_map_pin_set_new (const YzMapFrame *frame, YzTypesetter *typesetter, GPtrArray *stations, YzMapPins kind,
                    const GArray *avoid)
{
  YzMapPinSet *self = g_new0 (YzMapPinSet, 1);
  double radius = (kind == YZ_MAP_LABELS ? LABEL_RADIUS : NUMBER_RADIUS) * frame->scale;

  self->frame = frame;
  self->kind = kind;
  self->pins = g_array_new (FALSE, FALSE, sizeof (Pin));
  g_array_set_clear_func (self->pins, pin_clear);
  self->spots = g_array_new (FALSE, FALSE, sizeof (YzPinSpot));
  for (guint i = 0; i < stations->len; i++)
    {
      const YzGuideStation *station = g_ptr_array_index (stations, i);

      if (station->has_position)
        add_pin (self, station, radius);
    }
  if (kind == YZ_MAP_DOTS)
    leave_at_place (self, get_dot_radius (frame, self->pins->len));
  else
    spread (self, radius, NUMBER_FLOOR * frame->scale, avoid);
  for (guint i = 0; i < self->pins->len; i++)
    {
      if (get_pin (self, i)->is_far && kind != YZ_MAP_DOTS)
        add_distance (self, typesetter, i, avoid);
      else if (kind == YZ_MAP_LABELS && !get_spot (self, i)->left_out)
        add_label (self, typesetter, i, avoid);
    }
  return self;
}

void
yz_map_pin_set_free (YzMapPinSet *self)
{
  g_array_unref (self->pins);
  g_array_unref (self->spots);
  g_free (self);
}

void
yz_map_pin_set_list_boxes (const YzMapPinSet *self, GArray *boxes)
{
  for (guint i = 0; i < self->pins->len; i++)
    {
      const YzPinSpot *spot = get_spot (self, i);
      YzRect pin = get_pin_box (self, i);
      double dot = 2 * YZ_PIN_DOT * self->radius;
      YzRect place = { spot->x - dot, spot->y - dot, 2 * dot, 2 * dot };

      g_array_append_val (boxes, pin);
      if (spot->led)
        g_array_append_val (boxes, place);
      if (get_pin (self, i)->name != NULL)
        g_array_append_val (boxes, get_pin (self, i)->label);
    }
}

static void
draw_dot (YzCanvas *canvas, double x, double y, double radius)
{
  cairo_t *cr = yz_canvas_get_cairo (canvas);

  for (int pass = 0; pass < 2; pass++)
    {
      yz_canvas_set_ink (canvas, pass == 0 ? YZ_INK_WHITE : YZ_INK_BLACK);
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, pass == 0 ? radius * 1.5 : radius, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
draw_line (YzCanvas *canvas, const YzPinSpot *spot, double radius)
{
  cairo_t *cr = yz_canvas_get_cairo (canvas);

  for (int pass = 0; pass < 2; pass++)
    {
      yz_canvas_set_ink (canvas, pass == 0 ? YZ_INK_WHITE : YZ_INK_BLACK);
      cairo_set_line_width (cr, (pass == 0 ? 0.28 : 0.11) * radius);
      cairo_move_to (cr, spot->x, spot->y);
      cairo_line_to (cr, spot->pin_x, spot->pin_y);
      cairo_stroke (cr);
    }
}

/* Outside of the pin, towards where the station is. */
static void
draw_arrow (const YzMapPinSet *self, YzCanvas *canvas, guint i)
{
  cairo_t *cr = yz_canvas_get_cairo (canvas);
  const YzPinSpot *spot = get_spot (self, i);
  double size = ARROW * self->frame->scale * 0.8;

  cairo_save (cr);
  cairo_translate (cr, spot->pin_x, spot->pin_y);
  cairo_rotate (cr, get_pin (self, i)->angle);
  cairo_translate (cr, self->radius * 1.12 * spot->reach, 0);
  cairo_move_to (cr, 0, -size);
  cairo_line_to (cr, size, 0);
  cairo_line_to (cr, 0, size);
  cairo_close_path (cr);
  yz_canvas_set_ink (canvas, YZ_INK_BLACK);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_label (YzCanvas *canvas, const Pin *pin)
{
  const YzRect *box = &pin->label;

  yz_canvas_show_on_map (canvas, pin->name, box->x + pin->align * (box->width - pin->name->width), box->y);
  if (pin->hours != NULL)
    yz_canvas_show_on_map (canvas, pin->hours, box->x + pin->align * (box->width - pin->hours->width),
                           box->y + pin->name->height);
}

static void
draw_pin (const YzMapPinSet *self, YzCanvas *canvas, guint i)
{
  const YzGuideStation *station = get_pin (self, i)->station;
  const YzPinSpot *spot = get_spot (self, i);

  if (spot->left_out)
    {
      draw_dot (canvas, spot->x, spot->y, YZ_PIN_DOT * self->radius);
      return;
    }
  if (get_pin (self, i)->is_far)
    draw_arrow (self, canvas, i);
  if (self->kind == YZ_MAP_DOTS)
    yz_pin_draw_dot (canvas, station->look, spot->pin_x, spot->pin_y, self->radius);
  else
    yz_pin_draw (canvas, station->look, station->number, spot->pin_x, spot->pin_y, self->radius);
}

void
yz_map_pin_set_draw (const YzMapPinSet *self, YzCanvas *canvas)
{
  for (guint i = 0; i < self->pins->len; i++)
    if (get_spot (self, i)->led && !get_pin (self, i)->is_far)
      draw_line (canvas, get_spot (self, i), self->radius);
  for (guint i = 0; i < self->pins->len; i++)
    if (get_spot (self, i)->led && !get_pin (self, i)->is_far)
      draw_dot (canvas, get_spot (self, i)->x, get_spot (self, i)->y, YZ_PIN_DOT * self->radius);
  for (guint i = 0; i < self->pins->len; i++)
    if (get_pin (self, i)->name != NULL)
      draw_label (canvas, get_pin (self, i));
  for (guint i = 0; i < self->pins->len; i++)
    draw_pin (self, canvas, i);
}

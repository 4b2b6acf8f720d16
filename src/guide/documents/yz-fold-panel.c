#include "config.h"

#include "yz-fold-private.h"

#include "yz-position.h"

#include <math.h>

#define SMALLEST 0.4
#define STEP 0.97
#define RULE_GAP 1.8

#define DETOUR (4.0 / 3)
#define METRES_PER_MINUTE (15000.0 / 60)

static const YzType heading_type = { .size = 15, .bold = TRUE, .leading = 7.2 };
static const YzType note_type = { .size = 8.6, .ink = YZ_INK_SECOND, .leading = 4 };

/* --- sheets ------------------------------------------------------------------------------------------------------- */

YzFoldSheet *
yz_fold_sheet_new (const YzGuideContent *content, GPtrArray *stations, const char *title)
{
  YzFoldSheet *self = g_atomic_rc_box_new0 (YzFoldSheet);

  self->content = content;
  self->stations = stations;
  self->title = g_strdup (title);
  self->part = self->n_parts = 1;
  return self;
}

static void
sheet_clear (gpointer data)
{
  YzFoldSheet *self = data;

  g_ptr_array_unref (self->stations);
  g_free (self->title);
  g_free (self->audience);
  g_clear_object (&self->map);
}

void
yz_fold_sheet_unref (YzFoldSheet *self)
{
  g_atomic_rc_box_release_full (self, sheet_clear);
}

guint
yz_fold_get_minutes (const YzGuideStation *from, const YzGuideStation *to)
{
  if (!from->has_position || !to->has_position)
    return 0;
  return MAX (1, (guint) ceil (yz_position_distance (from->position, to->position) * DETOUR / METRES_PER_MINUTE));
}

/* --- who stands on which sheet ------------------------------------------------------------------------------------ */

static int
compare_lon (gconstpointer left, gconstpointer right)
{
  const YzGuideStation *a = *(YzGuideStation *const *) left, *b = *(YzGuideStation *const *) right;

  return a->position.lon < b->position.lon ? -1 : a->position.lon > b->position.lon;
}

static int
compare_lat (gconstpointer left, gconstpointer right)
{
  const YzGuideStation *a = *(YzGuideStation *const *) left, *b = *(YzGuideStation *const *) right;

  return a->position.lat < b->position.lat ? -1 : a->position.lat > b->position.lat;
}

/* Whether they reach farther from west to east than from south to north. */
static gboolean
is_wide (const GPtrArray *stations)
{
  double west = G_MAXDOUBLE, east = -G_MAXDOUBLE, south = G_MAXDOUBLE, north = -G_MAXDOUBLE;

  for (guint i = 0; i < stations->len; i++)
    {
      YzPosition position = ((const YzGuideStation *) g_ptr_array_index (stations, i))->position;

      west = MIN (west, position.lon);
      east = MAX (east, position.lon);
      south = MIN (south, position.lat);
      north = MAX (north, position.lat);
    }
  return (east - west) * cos (north * G_PI / 180) > north - south;
}

static void
add_group (GPtrArray *groups, const GPtrArray *all, const GPtrArray *chosen)
{
  GPtrArray *group = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (g_ptr_array_find ((GPtrArray *) chosen, g_ptr_array_index (all, i), NULL))
      g_ptr_array_add (group, g_ptr_array_index (all, i));
  g_ptr_array_add (groups, group);
}

/* Cuts across the longer side into parts of equal sheets until a part fits on one. */
static void
divide (GPtrArray *groups, const GPtrArray *all, GPtrArray *stations)
{
  guint n_sheets = (stations->len + YZ_FOLD_MOST_STATIONS - 1) / YZ_FOLD_MOST_STATIONS;
  guint n_first = stations->len * (n_sheets / 2) / MAX (n_sheets, 1);
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) rest = NULL;

  if (stations->len == 0)
    return;
  if (n_sheets == 1)
    {
      add_group (groups, all, stations);
      return;
    }
  g_ptr_array_sort (stations, is_wide (stations) ? compare_lon : compare_lat);
  first = g_ptr_array_new ();
  rest = g_ptr_array_new ();
  for (guint i = 0; i < stations->len; i++)
    g_ptr_array_add (i < n_first ? first : rest, g_ptr_array_index (stations, i));
  divide (groups, all, first);
  divide (groups, all, rest);
}

GPtrArray *
yz_fold_divide (const GPtrArray *stations)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) placed = g_ptr_array_new ();
  g_autoptr (GPtrArray) unplaced = g_ptr_array_new ();

  if (stations->len <= YZ_FOLD_MOST_STATIONS)
    {
      add_group (groups, stations, stations);
      return groups;
    }
  for (guint i = 0; i < stations->len; i++)
    {
      YzGuideStation *station = g_ptr_array_index (stations, i);

      g_ptr_array_add (station->has_position ? placed : unplaced, station);
    }
  divide (groups, stations, placed);
  divide (groups, stations, unplaced);
  return groups;
}

/* --- panels ------------------------------------------------------------------------------------------------------- */

#define YZ_TYPE_FOLD_PANEL (yz_fold_panel_get_type ())
G_DECLARE_FINAL_TYPE (YzFoldPanel, yz_fold_panel, YZ, FOLD_PANEL, YzBlock)

struct _YzFoldPanel
{
  YzBlock parent_instance;
  YzFoldSheet *sheet;
  YzFoldLay lay;
};

G_DEFINE_FINAL_TYPE (YzFoldPanel, yz_fold_panel, YZ_TYPE_BLOCK)

static double
fold_panel_measure (YzBlock *block, YzTypesetter *typesetter, double width)
{
  return 1; /* it takes what it gets */
}

static void
fold_panel_draw (YzBlock *block, YzCanvas *canvas, const YzRect *area)
{
  YzFoldPanel *self = YZ_FOLD_PANEL (block);
  YzTypesetter *typesetter = yz_canvas_get_typesetter (canvas);
  double unit = yz_typesetter_get_scale (typesetter), smallest = unit * SMALLEST;
  YzPen pen = yz_pen_to_measure (typesetter, unit);

  while (unit > smallest && self->lay (self->sheet, &pen, area) > area->height)
    {
      unit *= STEP;
      pen = yz_pen_to_measure (typesetter, unit);
    }
  pen = yz_pen_to_draw (canvas, unit);
  self->lay (self->sheet, &pen, area);
}

static void
yz_fold_panel_finalize (GObject *object)
{
  yz_fold_sheet_unref (YZ_FOLD_PANEL (object)->sheet);
  G_OBJECT_CLASS (yz_fold_panel_parent_class)->finalize (object);
}

static void
yz_fold_panel_class_init (YzFoldPanelClass *class)
{
  G_OBJECT_CLASS (class)->finalize = yz_fold_panel_finalize;
  YZ_BLOCK_CLASS (class)->measure = fold_panel_measure;
  YZ_BLOCK_CLASS (class)->draw = fold_panel_draw;
}

static void
yz_fold_panel_init (YzFoldPanel *self)
{
}

YzBlock *
yz_fold_panel_new (YzFoldSheet *sheet, YzFoldLay lay)
{
  YzFoldPanel *self = g_object_new (YZ_TYPE_FOLD_PANEL, NULL);

  self->sheet = g_atomic_rc_box_acquire (sheet);
  self->lay = lay;
  yz_block_set_flow (YZ_BLOCK (self), YZ_BLOCK_FILLS);
  return YZ_BLOCK (self);
}

double
yz_fold_lay_heading (const YzPen *pen, const char *text, const char *note, double x, double y, double width)
{
  double gap = 2 * pen->unit, height;
  g_autoptr (YzText) end = note != NULL ? yz_pen_fit (pen, &note_type, note, width * 0.45, 6) : NULL;
  g_autoptr (YzText) start = yz_pen_fit (pen, &heading_type, text, width - (end != NULL ? end->width + gap : 0), 10);

  yz_pen_show (pen, start, x, y);
  if (end != NULL)
    yz_pen_show (pen, end, x + width - end->width, y + MAX (start->height - end->height - 0.6 * pen->unit, 0));
  height = MAX (start->height, end != NULL ? end->height : 0) + RULE_GAP * pen->unit / 2;
  yz_pen_rule (pen, x, y + height, width, 0.4, YZ_INK_BLACK);
  return height + RULE_GAP * pen->unit;
}

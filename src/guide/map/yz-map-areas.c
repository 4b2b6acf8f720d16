#include "config.h"

#include "yz-map-areas-private.h"

#include <math.h>

#define GAP 0.8   /* around a name, millimetres of A4's type */
#define STEP 2.0  /* between the rings on which a place is looked for */
#define REACH 0.2 /* of the map's width: farther from its stations a name would name something else */

typedef struct
{
  YzText *text;
  YzRect box;
} Area;

struct _YzMapAreas
{
  GArray *areas;    /* of Area */
  GPtrArray *names; /* ends with %NULL */
};

static void
area_clear (gpointer data)
{
  yz_text_free (((Area *) data)->text);
}

static gboolean
is_free (const YzMapFrame *frame, const YzRect *box, const GArray *taken)
{
  if (!yz_rect_contains (&frame->map, box))
    return FALSE;
  for (guint i = 0; i < taken->len; i++)
    if (yz_rect_meets (box, &g_array_index (taken, YzRect, i)))
      return FALSE;
  return TRUE;
}

static gboolean
find_place (const YzMapFrame *frame, double x, double y, const GArray *taken, YzRect *box)
{
  double last = REACH * frame->map.width, step = STEP * frame->scale;

  for (double ring = 0; ring <= last; ring += step)
    {
      int n = ring > 0 ? (int) ceil (2 * G_PI * ring / step) : 1;

      for (int i = 0; i < n; i++)
        {
          box->x = x + ring * sin (2 * G_PI * i / n) - box->width / 2;
          box->y = y - ring * cos (2 * G_PI * i / n) - box->height / 2;
          if (is_free (frame, box, taken))
            return TRUE;
        }
    }
  return FALSE;
}

/* Returns how many of the district's stations are on the map; @x and @y are their mean. */
static guint
get_middle (const YzMapFrame *frame, GPtrArray *stations, const char *district, double *x, double *y)
{
  guint n = 0;

  *x = *y = 0;
  for (guint i = 0; i < stations->len; i++)
    {
      const YzGuideStation *station = g_ptr_array_index (stations, i);
      double station_x, station_y;

      if (!station->has_position || g_strcmp0 (station->district, district) != 0 ||
          !yz_map_frame_locate (frame, station->position, &station_x, &station_y))
        continue;
      *x += station_x;
      *y += station_y;
      n++;
    }
  *x /= MAX (n, 1);
  *y /= MAX (n, 1);
  return n;
}

static void
add_area (YzMapAreas *self, const YzMapFrame *frame, YzTypesetter *typesetter, GPtrArray *stations, char *district,
          GArray *taken)
{
  const YzType type = { .size = 12, .bold = TRUE, .spacing = 0.25 };
  double gap = GAP * frame->scale, x, y;
  Area area = { 0 };

  if (get_middle (frame, stations, district, &x, &y) == 0)
    return;
  area.text = yz_typesetter_set (typesetter, &type, district, 0);
  area.box.width = area.text->width + 2 * gap;
  area.box.height = area.text->height + 2 * gap;
  if (!find_place (frame, x, y, taken, &area.box))
    {
      yz_text_free (area.text);
      return;
    }
  g_array_append_val (taken, area.box);
  g_array_append_val (self->areas, area);
  g_ptr_array_add (self->names, district);
}

static GPtrArray *
list_districts (GPtrArray *stations)
{
  GPtrArray *districts = g_ptr_array_new ();

  for (guint i = 0; i < stations->len; i++)
    {
      const YzGuideStation *station = g_ptr_array_index (stations, i);

      if (station->district != NULL &&
          !g_ptr_array_find_with_equal_func (districts, station->district, g_str_equal, NULL))
        g_ptr_array_add (districts, station->district);
    }
  return districts;
}

YzMapAreas *
yz_map_areas_new (const YzMapFrame *frame, YzTypesetter *typesetter, GPtrArray *stations, const GArray *taken)
{
  YzMapAreas *self = g_new0 (YzMapAreas, 1);
  g_autoptr (GPtrArray) districts = list_districts (stations);
  g_autoptr (GArray) all = g_array_copy ((GArray *) taken);

  self->areas = g_array_new (FALSE, FALSE, sizeof (Area));
  g_array_set_clear_func (self->areas, area_clear);
  self->names = g_ptr_array_new ();
  for (guint i = 0; i < districts->len && districts->len > 1; i++)
    add_area (self, frame, typesetter, stations, g_ptr_array_index (districts, i), all);
  g_ptr_array_add (self->names, NULL);
  return self;
}

void
yz_map_areas_free (YzMapAreas *self)
{
  g_array_unref (self->areas);
  g_ptr_array_unref (self->names);
  g_free (self);
}

void
yz_map_areas_list_boxes (const YzMapAreas *self, GArray *boxes)
{
  for (guint i = 0; i < self->areas->len; i++)
    g_array_append_val (boxes, g_array_index (self->areas, Area, i).box);
}

const char *const *
yz_map_areas_get_names (const YzMapAreas *self)
{
  return (const char *const *) self->names->pdata;
}

void
yz_map_areas_draw (const YzMapAreas *self, YzCanvas *canvas)
{
  for (guint i = 0; i < self->areas->len; i++)
    {
      const Area *area = &g_array_index (self->areas, Area, i);

      yz_canvas_show_on_map (canvas, area->text, area->box.x + (area->box.width - area->text->width) / 2,
                             area->box.y + (area->box.height - area->text->height) / 2);
    }
}

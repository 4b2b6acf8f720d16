#include "config.h"

#include "yz-wrap-layout.h"

struct _YzWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (YzWrapLayout, yz_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef enum
{
  PROP_SPACING = 1,
} YzWrapLayoutProperty;

/* Where the next child goes. */
typedef struct
{
  int x;
  int y;
  int line_height;
} Cursor;

static void
place (YzWrapLayout *self, GtkWidget *child, int width, Cursor *cursor, GtkAllocation *allocation)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  allocation->width = MAX (MIN (natural, width), minimum);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, allocation->width, NULL, &allocation->height, NULL, NULL);

  if (cursor->x > 0 && cursor->x + allocation->width > width)
    {
      cursor->x = 0;
      cursor->y += cursor->line_height + self->spacing;
      cursor->line_height = 0;
    }
  allocation->x = cursor->x;
  allocation->y = cursor->y;
  cursor->x += allocation->width + self->spacing;
  cursor->line_height = MAX (cursor->line_height, allocation->height);
}

static void
measure_width (YzWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? self->spacing : 0);
    }
}

static int
measure_height (YzWrapLayout *self, GtkWidget *widget, int width)
{
  Cursor cursor = { 0 };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation allocation;

      if (gtk_widget_should_layout (child))
        place (self, child, width < 0 ? G_MAXINT / 2 : width, &cursor, &allocation);
    }
  return cursor.y + cursor.line_height;
}

static GtkSizeRequestMode
yz_wrap_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
yz_wrap_layout_measure (GtkLayoutManager *layout, GtkWidget *widget, GtkOrientation orientation, int for_size,
                        int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (YZ_WRAP_LAYOUT (layout), widget, minimum, natural);
  else
    *minimum = *natural = measure_height (YZ_WRAP_LAYOUT (layout), widget, for_size);
}

static void
yz_wrap_layout_allocate (GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Cursor cursor = { 0 };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation allocation;

      if (!gtk_widget_should_layout (child))
        continue;
      place (YZ_WRAP_LAYOUT (layout), child, width, &cursor, &allocation);
      if (mirrored)
        allocation.x = width - allocation.x - allocation.width;
      gtk_widget_size_allocate (child, &allocation, -1);
    }
}

static void
yz_wrap_layout_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SPACING)
    g_value_set_int (value, YZ_WRAP_LAYOUT (object)->spacing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_wrap_layout_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SPACING)
    YZ_WRAP_LAYOUT (object)->spacing = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_wrap_layout_class_init (YzWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = yz_wrap_layout_get_property;
  object_class->set_property = yz_wrap_layout_set_property;
  layout_class->get_request_mode = yz_wrap_layout_get_request_mode;
  layout_class->measure = yz_wrap_layout_measure;
  layout_class->allocate = yz_wrap_layout_allocate;

  g_object_class_install_property (object_class, PROP_SPACING,
                                   g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
}

static void
yz_wrap_layout_init (YzWrapLayout *self)
{
}

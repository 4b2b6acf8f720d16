#include "config.h"

#include "yz-fit-layout.h"

struct _YzFitLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (YzFitLayout, yz_fit_layout, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  PROP_SPACING = 1,
};

static GParamSpec *properties[PROP_SPACING + 1];

static void
yz_fit_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                       int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  gboolean first = TRUE;

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, for_size, &child_minimum, &child_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL || first)
        *minimum = MAX (*minimum, child_minimum);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        *natural = MAX (*natural, child_natural);
      else
        *natural += child_natural + (first ? 0 : YZ_FIT_LAYOUT (manager)->spacing);
      first = FALSE;
    }
}

static int
measure_height (GtkWidget *child, int width, gboolean natural)
{
  int minimum_height, natural_height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum_height, &natural_height, NULL, NULL);
  return natural ? natural_height : minimum_height;
}

/* From the last one up, so that the first gets what is left. */
static void
yz_fit_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  YzFitLayout *self = YZ_FIT_LAYOUT (manager);
  GtkWidget *first = gtk_widget_get_first_child (widget);
  int needed = first != NULL ? measure_height (first, width, FALSE) : 0;

  if (first == NULL)
    return;
  for (GtkWidget *child = gtk_widget_get_last_child (widget); child != first;
       child = gtk_widget_get_prev_sibling (child))
    {
      int wanted = gtk_widget_should_layout (child) ? measure_height (child, width, TRUE) : 0;
      gboolean fits = wanted > 0 && needed + self->spacing + wanted <= height;

      gtk_widget_set_child_visible (child, fits);
      if (!fits)
        continue;
      gtk_widget_size_allocate (child, &(GtkAllocation){ 0, height - wanted, width, wanted }, -1);
      height -= wanted + self->spacing;
    }
  gtk_widget_size_allocate (first, &(GtkAllocation){ 0, 0, width, height }, -1);
}

static GtkSizeRequestMode
yz_fit_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
yz_fit_layout_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SPACING)
    g_value_set_int (value, YZ_FIT_LAYOUT (object)->spacing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_fit_layout_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SPACING)
    {
      YZ_FIT_LAYOUT (object)->spacing = g_value_get_int (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (object));
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_fit_layout_class_init (YzFitLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = yz_fit_layout_get_property;
  object_class->set_property = yz_fit_layout_set_property;
  layout_class->get_request_mode = yz_fit_layout_get_request_mode;
  layout_class->measure = yz_fit_layout_measure;
  layout_class->allocate = yz_fit_layout_allocate;

  properties[PROP_SPACING] =
    g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yz_fit_layout_init (YzFitLayout *self)
{
}

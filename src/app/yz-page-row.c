#include "config.h"

#include "yz-page-row.h"

#include "yz-text.h"

struct _YzPageRow
{
  GtkListBoxRow parent_instance;

  char *icon_name;
  char *title;
  guint count;
  gboolean collapsed;
};

G_DEFINE_FINAL_TYPE (YzPageRow, yz_page_row, GTK_TYPE_LIST_BOX_ROW)

typedef enum
{
  PROP_ICON_NAME = 1,
  PROP_TITLE,
  PROP_COUNT,
  PROP_COLLAPSED,
} YzPageRowProperty;

static GParamSpec *properties[PROP_COLLAPSED + 1];

/* Bound in the template. */
static gboolean
shows_count (YzPageRow *self, guint count, gboolean collapsed)
{
  return count > 0 && !collapsed;
}

static void
yz_page_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzPageRow *self = YZ_PAGE_ROW (object);

  switch ((YzPageRowProperty) prop_id)
    {
    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_COUNT:
      g_value_set_uint (value, self->count);
      break;
    case PROP_COLLAPSED:
      g_value_set_boolean (value, self->collapsed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_page_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzPageRow *self = YZ_PAGE_ROW (object);

  switch ((YzPageRowProperty) prop_id)
    {
    case PROP_ICON_NAME:
      if (yz_set_str (&self->icon_name, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_TITLE:
      if (yz_set_str (&self->title, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_COUNT:
      self->count = g_value_get_uint (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_COLLAPSED:
      self->collapsed = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_page_row_finalize (GObject *object)
{
  g_clear_pointer (&YZ_PAGE_ROW (object)->icon_name, g_free);
  g_clear_pointer (&YZ_PAGE_ROW (object)->title, g_free);

  G_OBJECT_CLASS (yz_page_row_parent_class)->finalize (object);
}

static void
yz_page_row_class_init (YzPageRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_page_row_get_property;
  object_class->set_property = yz_page_row_set_property;
  object_class->finalize = yz_page_row_finalize;

  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, writable);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, writable);
  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, writable);
  properties[PROP_COLLAPSED] = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE, writable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/yz-page-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, shows_count);
}

static void
yz_page_row_init (YzPageRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

#include "config.h"

#include "yz-chip.h"

#include "yz-text.h"

struct _YzChip
{
  GtkToggleButton parent_instance;

  GtkImage *image;

  char *title;
  char *state;
  guint count;
};

G_DEFINE_FINAL_TYPE (YzChip, yz_chip, GTK_TYPE_TOGGLE_BUTTON)

typedef enum
{
  PROP_TITLE = 1,
  PROP_STATE,
  PROP_COUNT,
} YzChipProperty;

static GParamSpec *properties[PROP_COUNT + 1];

static void
set_state (YzChip *self, const char *state)
{
  g_autofree char *style = state != NULL ? g_strdup_printf ("yz-state-%s", state) : NULL;
  g_autofree char *icon = state != NULL ? g_strdup_printf ("yz-state-%s-symbolic", state) : NULL;
  const char *styles[] = { style, NULL };

  if (!yz_set_str (&self->state, state))
    return;
  gtk_image_set_from_icon_name (self->image, icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->image), styles);
  gtk_widget_set_visible (GTK_WIDGET (self->image), state != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
set_title (YzChip *self, const char *title)
{
  if (!yz_set_str (&self->title, title))
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
yz_chip_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzChip *self = YZ_CHIP (object);

  switch ((YzChipProperty) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_STATE:
      g_value_set_string (value, self->state);
      break;
    case PROP_COUNT:
      g_value_set_uint (value, self->count);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_chip_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzChip *self = YZ_CHIP (object);

  switch ((YzChipProperty) prop_id)
    {
    case PROP_TITLE:
      set_title (self, g_value_get_string (value));
      break;
    case PROP_STATE:
      set_state (self, g_value_get_string (value));
      break;
    case PROP_COUNT:
      if (self->count == g_value_get_uint (value))
        break;
      self->count = g_value_get_uint (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_chip_finalize (GObject *object)
{
  g_clear_pointer (&YZ_CHIP (object)->title, g_free);
  g_clear_pointer (&YZ_CHIP (object)->state, g_free);

  G_OBJECT_CLASS (yz_chip_parent_class)->finalize (object);
}

static void
yz_chip_class_init (YzChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_chip_get_property;
  object_class->set_property = yz_chip_set_property;
  object_class->finalize = yz_chip_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, writable);
  properties[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, NULL, writable);
  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, writable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/yz-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, YzChip, image);
}

static void
yz_chip_init (YzChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

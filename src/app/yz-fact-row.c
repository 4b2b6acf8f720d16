#include "config.h"

#include "yz-fact-row.h"

#include "yz-widgets.h"

#include <glib/gi18n.h>

#define COPIED_SHOWN_MS 1500

struct _YzFactRow
{
  GtkWidget parent_instance;

  GtkImage *image;
  GtkLabel *text_label;
  GtkLabel *second_label;
  GtkButton *copy_button;

  char *icon_name;
  char *title;
  char *text;
  char *second;
  gboolean copyable;
  guint copied_id;
};

G_DEFINE_FINAL_TYPE (YzFactRow, yz_fact_row, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_ICON_NAME = 1,
  PROP_TITLE,
  PROP_TEXT,
  PROP_SECOND,
  PROP_COPYABLE,
} YzFactRowProperty;

static GParamSpec *properties[PROP_COPYABLE + 1];

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/* A second line without a first one is the fact itself. */
static void
update (YzFactRow *self)
{
  const char *text = has_text (self->text) ? self->text : self->second;
  const char *second = has_text (self->text) ? self->second : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), has_text (text));
  gtk_image_set_from_icon_name (self->image, self->icon_name);
  gtk_label_set_label (self->text_label, has_text (text) ? text : "");
  gtk_label_set_label (self->second_label, has_text (second) ? second : "");
  gtk_widget_set_visible (GTK_WIDGET (self->second_label), has_text (second));
  gtk_widget_set_visible (GTK_WIDGET (self->copy_button), self->copyable);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->image), self->title);
}

/* The button says which fact it copies: five buttons called "Copy" would be one to a screen reader. */
static void
update_title (YzFactRow *self)
{
  g_autofree char *label = g_strdup_printf (_ ("Copy: %s"), self->title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->copy_button), label);
}

static gboolean
on_copied_over (gpointer data)
{
  YzFactRow *self = YZ_FACT_ROW (data);

  self->copied_id = 0;
  gtk_button_set_icon_name (self->copy_button, "yz-copy-symbolic");
  return G_SOURCE_REMOVE;
}

static void
on_copy_clicked (YzFactRow *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->text);
  gtk_button_set_icon_name (self->copy_button, "object-select-symbolic");
  g_clear_handle_id (&self->copied_id, g_source_remove);
  self->copied_id = g_timeout_add (COPIED_SHOWN_MS, on_copied_over, self);
}

static void
yz_fact_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzFactRow *self = YZ_FACT_ROW (object);

  switch ((YzFactRowProperty) prop_id)
    {
    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_SECOND:
      g_value_set_string (value, self->second);
      break;
    case PROP_COPYABLE:
      g_value_set_boolean (value, self->copyable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
replace (char **target, const GValue *value)
{
  g_free (*target);
  *target = g_value_dup_string (value);
}

static void
yz_fact_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzFactRow *self = YZ_FACT_ROW (object);

  switch ((YzFactRowProperty) prop_id)
    {
    case PROP_ICON_NAME:
      replace (&self->icon_name, value);
      break;
    case PROP_TITLE:
      replace (&self->title, value);
      update_title (self);
      break;
    case PROP_TEXT:
      replace (&self->text, value);
      break;
    case PROP_SECOND:
      replace (&self->second, value);
      break;
    case PROP_COPYABLE:
      self->copyable = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  update (self);
}

static void
yz_fact_row_dispose (GObject *object)
{
  YzFactRow *self = YZ_FACT_ROW (object);

  g_clear_handle_id (&self->copied_id, g_source_remove);
  yz_widgets_unparent_children (GTK_WIDGET (self));

  G_OBJECT_CLASS (yz_fact_row_parent_class)->dispose (object);
}

static void
yz_fact_row_finalize (GObject *object)
{
  YzFactRow *self = YZ_FACT_ROW (object);

  g_clear_pointer (&self->icon_name, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->second, g_free);

  G_OBJECT_CLASS (yz_fact_row_parent_class)->finalize (object);
}

static void
yz_fact_row_class_init (YzFactRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = yz_fact_row_get_property;
  object_class->set_property = yz_fact_row_set_property;
  object_class->dispose = yz_fact_row_dispose;
  object_class->finalize = yz_fact_row_finalize;

  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_SECOND] = g_param_spec_string ("second", NULL, NULL, NULL, flags);
  properties[PROP_COPYABLE] = g_param_spec_boolean ("copyable", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/yz-fact-row.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "factrow");
  gtk_widget_class_bind_template_child (widget_class, YzFactRow, image);
  gtk_widget_class_bind_template_child (widget_class, YzFactRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, YzFactRow, second_label);
  gtk_widget_class_bind_template_child (widget_class, YzFactRow, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
}

static void
yz_fact_row_init (YzFactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

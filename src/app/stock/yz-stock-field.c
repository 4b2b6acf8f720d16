#include "config.h"

#include "yz-stock-field.h"

#include "yz-text.h"
#include "yz-widgets.h"

typedef enum
{
  PROP_TITLE = 1,
  PROP_TEXT,
  PROP_HINT,
  PROP_ERROR,
} YzStockFieldProperty;

struct _YzStockField
{
  GtkWidget parent_instance;

  char *texts[PROP_ERROR + 1];

  GtkWidget *entry;
};

G_DEFINE_FINAL_TYPE (YzStockField, yz_stock_field, GTK_TYPE_WIDGET)

static GParamSpec *properties[PROP_ERROR + 1];

static void
update (YzStockField *self)
{
  const char *error = self->texts[PROP_ERROR];
  gboolean wrong = error != NULL && *error != '\0';

  yz_widgets_set_class (self->entry, "error", wrong);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, self->texts[PROP_TITLE],
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, wrong ? error : "", -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
yz_stock_field_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id >= PROP_TITLE && prop_id <= PROP_ERROR)
    g_value_set_string (value, YZ_STOCK_FIELD (object)->texts[prop_id]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_stock_field_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzStockField *self = YZ_STOCK_FIELD (object);

  if (prop_id < PROP_TITLE || prop_id > PROP_ERROR)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  else if (yz_set_str (&self->texts[prop_id], g_value_get_string (value)))
    {
      if (prop_id != PROP_TEXT)
        update (self);
      g_object_notify_by_pspec (object, pspec);
    }
}

static gboolean
yz_stock_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (YZ_STOCK_FIELD (widget)->entry);
}

static void
yz_stock_field_dispose (GObject *object)
{
  yz_widgets_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (yz_stock_field_parent_class)->dispose (object);
}

static void
yz_stock_field_finalize (GObject *object)
{
  for (guint i = PROP_TITLE; i <= PROP_ERROR; i++)
    g_free (YZ_STOCK_FIELD (object)->texts[i]);

  G_OBJECT_CLASS (yz_stock_field_parent_class)->finalize (object);
}

static void
yz_stock_field_class_init (YzStockFieldClass *klass)
{
  static const char *const names[] = { NULL, "title", "text", "hint", "error" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yz_stock_field_get_property;
  object_class->set_property = yz_stock_field_set_property;
  object_class->dispose = yz_stock_field_dispose;
  object_class->finalize = yz_stock_field_finalize;
  widget_class->grab_focus = yz_stock_field_grab_focus;

  for (guint i = PROP_TITLE; i <= PROP_ERROR; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL,
                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-stock-field.ui");
  gtk_widget_class_bind_template_child (widget_class, YzStockField, entry);
  yz_widgets_bind_text_closures (widget_class);
}

static void
yz_stock_field_init (YzStockField *self)
{
  /* an entry takes no text that is not there */
  self->texts[PROP_TEXT] = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
yz_stock_field_new (const char *title, const char *hint)
{
  return g_object_new (YZ_TYPE_STOCK_FIELD, "title", title, "hint", hint, NULL);
}

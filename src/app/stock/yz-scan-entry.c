#include "config.h"

#include "yz-scan-entry.h"

#include "yz-stock-chooser.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

struct _YzScanEntry
{
  GtkWidget parent_instance;

  YzSession *session;
  YzScan *scan;

  GtkEntry *entry;
  GtkLabel *message_label;
  GtkWidget *unknown_box;
};

G_DEFINE_FINAL_TYPE (YzScanEntry, yz_scan_entry, GTK_TYPE_WIDGET)

enum
{
  PROP_SESSION = 1,
};

static GParamSpec *properties[PROP_SESSION + 1];
static guint new_item_signal;

/* GTK 4.8 cannot announce anything: the entry, which has the focus, is described by what came last. */
static void
on_message (YzScanEntry *self)
{
  g_autofree char *message = NULL, *unknown = NULL;

  g_object_get (self->scan, "message", &message, "unknown-code", &unknown, NULL);
  gtk_label_set_text (self->message_label, message);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
  gtk_widget_set_visible (self->unknown_box, unknown != NULL);
  yz_widgets_set_class (GTK_WIDGET (self->message_label), "yz-refused", unknown != NULL);
}

static void
on_activated (YzScanEntry *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  if (self->scan != NULL)
    yz_scan_submit (self->scan, text);
}

static void
on_new_item_clicked (YzScanEntry *self)
{
  g_autofree char *code = NULL;

  g_object_get (self->scan, "unknown-code", &code, NULL);
  if (code != NULL)
    g_signal_emit (self, new_item_signal, 0, code);
}

static void
on_item_chosen (YzScanEntry *self, YzRecord *item)
{
  yz_scan_learn (self->scan, item);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
set_session (YzScanEntry *self, YzSession *session)
{
  if (!g_set_object (&self->session, session))
    return;
  g_clear_object (&self->scan);
  if (session != NULL)
    {
      self->scan = yz_scan_new (session);
      g_signal_connect_object (self->scan, "notify::message", G_CALLBACK (on_message), self, G_CONNECT_SWAPPED);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
yz_scan_entry_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    g_value_set_object (value, YZ_SCAN_ENTRY (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_scan_entry_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    set_session (YZ_SCAN_ENTRY (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static gboolean
yz_scan_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (YZ_SCAN_ENTRY (widget)->entry));
}

static void
yz_scan_entry_dispose (GObject *object)
{
  YzScanEntry *self = YZ_SCAN_ENTRY (object);

  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->scan);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yz_scan_entry_parent_class)->dispose (object);
}

static void
yz_scan_entry_class_init (YzScanEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yz_scan_entry_get_property;
  object_class->set_property = yz_scan_entry_set_property;
  object_class->dispose = yz_scan_entry_dispose;
  widget_class->grab_focus = yz_scan_entry_grab_focus;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, YZ_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  new_item_signal = g_signal_new ("new-item", YZ_TYPE_SCAN_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRING);

  g_type_ensure (YZ_TYPE_STOCK_CHOOSER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-scan-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, YzScanEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, YzScanEntry, message_label);
  gtk_widget_class_bind_template_child (widget_class, YzScanEntry, unknown_box);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_new_item_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_item_chosen);
}

static void
yz_scan_entry_init (YzScanEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

YzScan *
yz_scan_entry_get_scan (YzScanEntry *self)
{
  g_return_val_if_fail (YZ_IS_SCAN_ENTRY (self), NULL);
  return self->scan;
}

#include "config.h"

#include "yz-import-datum.h"

#include "yz-widgets.h"
#include "yz-stock-list.h"

#include <glib/gi18n.h>

struct _YzImportDatum
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *buttons[YZ_N_DATUMS];
  GtkWidget *wgs84_button;
  GtkWidget *gcj02_button;
  GtkWidget *bd09_button;
  GtkImage *evidence_image;
  GtkLabel *evidence_label;
  GtkWidget *datum_box;
  GtkWidget *clear_button;
  GtkWidget *make_button;

  YzImport *import;
};

G_DEFINE_FINAL_TYPE (YzImportDatum, yz_import_datum, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_IMPORT = 1,
} YzImportDatumProperty;

static GParamSpec *properties[PROP_IMPORT + 1];

static void
update (YzImportDatum *self)
{
  YzImportPlan *plan = yz_import_get_plan (self->import);
  gboolean is_stock = yz_stock_list_is (yz_import_get_kind (self->import)), asks;
  g_autofree char *evidence = NULL;
  int datum;

  /* rows that become entries in the books change nothing that is there */
  gtk_widget_set_visible (self->clear_button, !is_stock);
  gtk_widget_set_visible (self->make_button, is_stock);
  gtk_widget_set_visible (self->datum_box, plan != NULL && yz_import_plan_has_positions (plan));
  g_object_get (self->import, "datum", &datum, "evidence", &evidence, "asks-datum", &asks, NULL);
  for (int i = 0; i < YZ_N_DATUMS; i++)
    if (self->buttons[i] != NULL)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), i == datum);
  gtk_label_set_label (self->evidence_label, evidence != NULL ? evidence : "");
  gtk_image_set_from_icon_name (self->evidence_image, asks ? "yz-state-unknown-symbolic" : "emblem-ok-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self->evidence_image), evidence != NULL);
  yz_widgets_set_class (GTK_WIDGET (self->evidence_label), "yz-asking", asks);
}

static void
on_button_clicked (YzImportDatum *self, GtkWidget *button)
{
  for (int i = 0; i < YZ_N_DATUMS; i++)
    if (self->buttons[i] == button)
      yz_import_set_datum (self->import, i);
  update (self);
}

static void
on_clear_toggled (YzImportDatum *self, GtkCheckButton *button)
{
  g_object_set (self->import, "clear-empty", gtk_check_button_get_active (button), NULL);
}

static void
on_make_toggled (YzImportDatum *self, GtkCheckButton *button)
{
  g_object_set (self->import, "make-unknown", gtk_check_button_get_active (button), NULL);
}

static void
set_import (YzImportDatum *self, YzImport *import)
{
  if (!g_set_object (&self->import, import))
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IMPORT]);
  if (import == NULL)
    return;
  g_signal_connect_object (import, "judged", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
yz_import_datum_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_IMPORT)
    g_value_set_object (value, YZ_IMPORT_DATUM (object)->import);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_import_datum_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_IMPORT)
    set_import (YZ_IMPORT_DATUM (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_import_datum_dispose (GObject *object)
{
  YzImportDatum *self = YZ_IMPORT_DATUM (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->import);

  G_OBJECT_CLASS (yz_import_datum_parent_class)->dispose (object);
}

static void
yz_import_datum_class_init (YzImportDatumClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yz_import_datum_get_property;
  object_class->set_property = yz_import_datum_set_property;
  object_class->dispose = yz_import_datum_dispose;

  properties[PROP_IMPORT] = g_param_spec_object ("import", NULL, NULL, YZ_TYPE_IMPORT,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/import/yz-import-datum.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, YzImportDatum, content);
  gtk_widget_class_bind_template_child (widget_class, YzImportDatum, datum_box);
  gtk_widget_class_bind_template_child (widget_class, YzImportDatum, clear_button);
  gtk_widget_class_bind_template_child (widget_class, YzImportDatum, make_button);
  gtk_widget_class_bind_template_child (widget_class, YzImportDatum, wgs84_button);
  gtk_widget_class_bind_template_child (widget_class, YzImportDatum, gcj02_button);
  gtk_widget_class_bind_template_child (widget_class, YzImportDatum, bd09_button);
  gtk_widget_class_bind_template_child (widget_class, YzImportDatum, evidence_image);
  gtk_widget_class_bind_template_child (widget_class, YzImportDatum, evidence_label);
  gtk_widget_class_bind_template_callback (widget_class, on_button_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_make_toggled);
}

static void
yz_import_datum_init (YzImportDatum *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->buttons[YZ_DATUM_WGS84] = self->wgs84_button;
  self->buttons[YZ_DATUM_GCJ02] = self->gcj02_button;
  self->buttons[YZ_DATUM_BD09] = self->bd09_button;
}

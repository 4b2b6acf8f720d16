#include "config.h"

#include "yz-import-columns.h"

#include "yz-widgets.h"

#include <glib/gi18n.h>

#define COLUMN_WIDTH 118

struct _YzImportColumns
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkBox *box;
  YzImport *import;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (YzImportColumns, yz_import_columns, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_IMPORT = 1,
} YzImportColumnsProperty;

static GParamSpec *properties[PROP_IMPORT + 1];

static guint
get_column (GObject *control)
{
  return GPOINTER_TO_UINT (g_object_get_data (control, "column"));
}

static void
on_selected (GtkDropDown *drop_down, GParamSpec *pspec, YzImportColumns *self)
{
  if (!self->filling)
    yz_import_set_target (self->import, get_column (G_OBJECT (drop_down)), gtk_drop_down_get_selected (drop_down));
}

static GtkStringList *
make_titles (YzImport *import)
{
  GPtrArray *targets = yz_import_get_targets (import);
  GtkStringList *titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < targets->len; i++)
    gtk_string_list_append (titles, ((YzImportTarget *) g_ptr_array_index (targets, i))->title);
  return titles;
}

static GtkWidget *
make_drop_down (YzImportColumns *self, guint column, const char *heading)
{
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (make_titles (self->import)),
                                            gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  g_autofree char *label = g_strdup_printf (_ ("Column “%s” goes into"), heading);

  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop_down), TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), yz_import_get_target (self->import, column));
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (drop_down), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (on_selected), self, 0);
  return drop_down;
}

static GtkWidget *
make_column (YzImportColumns *self, guint column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  const char *written = yz_import_get_heading (self->import, column);
  g_autofree char *heading = *written != '\0' ? g_strdup (written) : g_strdup_printf (_ ("Column %u"), column + 1);
  gboolean asks;
  g_autofree char *note = yz_import_dup_column_note (self->import, column, &asks);
  GtkWidget *drop_down = make_drop_down (self, column, heading);

  if (yz_import_get_target (self->import, column) == 0)
    gtk_widget_add_css_class (drop_down, "yz-left-out");
  else if (asks)
    gtk_widget_add_css_class (drop_down, "yz-asks");
  gtk_widget_set_size_request (box, COLUMN_WIDTH, -1);
  gtk_box_append (GTK_BOX (box), yz_widgets_make_label (heading, "yz-second"));
  gtk_box_append (GTK_BOX (box), drop_down);
  gtk_box_append (GTK_BOX (box), yz_widgets_make_label (note, asks ? "yz-asking" : "yz-second"));
  return box;
}

static void
fill (YzImportColumns *self)
{
  self->filling = TRUE;
  yz_widgets_clear_box (self->box);
  for (guint i = 0; i < yz_import_get_n_columns (self->import); i++)
    gtk_box_append (self->box, make_column (self, i));
  self->filling = FALSE;
}

static void
set_import (YzImportColumns *self, YzImport *import)
{
  if (!g_set_object (&self->import, import) || import == NULL)
    return;
  g_signal_connect_object (import, "columns-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (import, "judged", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}

static void
yz_import_columns_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_IMPORT)
    g_value_set_object (value, YZ_IMPORT_COLUMNS (object)->import);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_import_columns_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_IMPORT)
    set_import (YZ_IMPORT_COLUMNS (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_import_columns_dispose (GObject *object)
{
  YzImportColumns *self = YZ_IMPORT_COLUMNS (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->import);

  G_OBJECT_CLASS (yz_import_columns_parent_class)->dispose (object);
}

static void
yz_import_columns_class_init (YzImportColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = yz_import_columns_get_property;
  object_class->set_property = yz_import_columns_set_property;
  object_class->dispose = yz_import_columns_dispose;

  properties[PROP_IMPORT] =
    g_param_spec_object ("import", NULL, NULL, YZ_TYPE_IMPORT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
yz_import_columns_init (YzImportColumns *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10));
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->box));
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

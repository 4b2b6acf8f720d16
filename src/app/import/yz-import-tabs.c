#include "config.h"

#include "yz-import-tabs.h"

#include "yz-import-table.h"
#include "yz-list-report.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

struct _YzImportTabs
{
  GtkWidget parent_instance;

  GtkBox *box;
  YzImport *import;
};

G_DEFINE_FINAL_TYPE (YzImportTabs, yz_import_tabs, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_IMPORT = 1,
} YzImportTabsProperty;

static GParamSpec *properties[PROP_IMPORT + 1];

static GtkWidget *
make_tab_content (int outcome, const char *word, guint count)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *text = g_strdup_printf ("%u", count);
  GtkWidget *number = gtk_label_new (text);
  const char *style = NULL;

  if (outcome >= 0)
    {
      GtkWidget *image = gtk_image_new_from_icon_name (yz_import_table_get_look ((YzImportOutcome) outcome, &style));

      gtk_widget_add_css_class (image, style);
      gtk_box_append (GTK_BOX (box), image);
    }
  gtk_box_append (GTK_BOX (box), gtk_label_new (word));
  gtk_widget_add_css_class (number, "yz-tab-count");
  if (style != NULL && count > 0)
    gtk_widget_add_css_class (number, style);
  gtk_box_append (GTK_BOX (box), number);
  return box;
}

/* "All 85", then each outcome that occurs with its count */
static void
add_tab (YzImportTabs *self, int outcome, const char *word, guint count)
{
  GtkWidget *button = gtk_toggle_button_new ();
  g_autofree char *label = g_strdup_printf ("%s %u", word, count);

  gtk_button_set_child (GTK_BUTTON (button), make_tab_content (outcome, word, count));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "import.show");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", outcome);
  if (count == 0)
    gtk_widget_add_css_class (button, "yz-dim");
  gtk_box_append (self->box, button);
}

static void
update (YzImportTabs *self)
{
  static const YzImportOutcome order[] = { YZ_IMPORT_NEW, YZ_IMPORT_CHANGED, YZ_IMPORT_SAME, YZ_IMPORT_DUPLICATE,
                                           YZ_IMPORT_REFUSED };
  guint total = 0;

  yz_widgets_clear_box (self->box);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    total += yz_import_count (self->import, order[i]);
  add_tab (self, -1, _ ("All"), total);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    add_tab (self, order[i], yz_import_outcome_get_title (order[i]), yz_import_count (self->import, order[i]));
}

static void
set_import (YzImportTabs *self, YzImport *import)
{
  if (!g_set_object (&self->import, import) || import == NULL)
    return;
  g_signal_connect_object (import, "judged", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
yz_import_tabs_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_IMPORT)
    g_value_set_object (value, YZ_IMPORT_TABS (object)->import);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_import_tabs_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_IMPORT)
    set_import (YZ_IMPORT_TABS (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_import_tabs_dispose (GObject *object)
{
  YzImportTabs *self = YZ_IMPORT_TABS (object);

  if (self->box != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->box)));
  g_clear_object (&self->import);

  G_OBJECT_CLASS (yz_import_tabs_parent_class)->dispose (object);
}

static void
yz_import_tabs_class_init (YzImportTabsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = yz_import_tabs_get_property;
  object_class->set_property = yz_import_tabs_set_property;
  object_class->dispose = yz_import_tabs_dispose;

  properties[PROP_IMPORT] =
    g_param_spec_object ("import", NULL, NULL, YZ_TYPE_IMPORT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
yz_import_tabs_init (YzImportTabs *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "yz-tabs");
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
}

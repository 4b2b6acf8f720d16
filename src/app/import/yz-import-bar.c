#include "config.h"

#include "yz-import-bar.h"

#include "yz-widgets.h"

#include <glib/gi18n.h>

#define MAX_CHARS 60 /* of a row of the file */

struct _YzImportBar
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkDropDown *kind_drop_down;
  GtkWidget *layer_box;
  GtkDropDown *layer_drop_down;
  GtkWidget *heading_box;
  GtkMenuButton *heading_button;
  GtkPopover *heading_popover;
  GtkListBox *heading_list;
  GtkLabel *queue_label;
  GtkWidget *skip_button;

  YzImport *import;
  GPtrArray *kinds; /* of const YzKind */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (YzImportBar, yz_import_bar, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_IMPORT = 1,
} YzImportBarProperty;

static GParamSpec *properties[PROP_IMPORT + 1];

/* --- what the rows are --- */

static void
fill_kinds (YzImportBar *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->kinds->len; i++)
    gtk_string_list_append (titles, _ (((const YzKind *) g_ptr_array_index (self->kinds, i))->title));
  gtk_drop_down_set_model (self->kind_drop_down, G_LIST_MODEL (titles));
}

static void
update_kind (YzImportBar *self)
{
  guint selected;

  self->filling = TRUE;
  if (g_ptr_array_find (self->kinds, yz_import_get_kind (self->import), &selected))
    gtk_drop_down_set_selected (self->kind_drop_down, selected);
  self->filling = FALSE;
}

static void
on_kind_selected (YzImportBar *self)
{
  guint selected = gtk_drop_down_get_selected (self->kind_drop_down);

  if (!self->filling && self->import != NULL && selected < self->kinds->len)
    yz_import_set_kind (self->import, g_ptr_array_index (self->kinds, selected));
}

/* --- the sheet --- */

static void
update_layers (YzImportBar *self)
{
  const char *const *layers = yz_import_get_layers (self->import);
  g_autoptr (GtkStringList) model = gtk_string_list_new (layers);

  self->filling = TRUE;
  gtk_drop_down_set_model (self->layer_drop_down, G_LIST_MODEL (model));
  for (guint i = 0; layers != NULL && layers[i] != NULL; i++)
    if (g_strcmp0 (layers[i], yz_import_get_layer (self->import)) == 0)
      gtk_drop_down_set_selected (self->layer_drop_down, i);
  gtk_widget_set_visible (self->layer_box, layers != NULL && layers[0] != NULL && layers[1] != NULL);
  self->filling = FALSE;
}

static void
on_layer_selected (YzImportBar *self)
{
  GtkStringObject *layer = gtk_drop_down_get_selected_item (self->layer_drop_down);

  if (!self->filling && layer != NULL)
    yz_import_set_layer (self->import, gtk_string_object_get_string (layer));
}

/* --- the row of headings --- */

static char *
format_number (guint number)
{
  return number != YZ_SHEET_NONE ? g_strdup_printf (_ ("row %u"), number) : g_strdup (_ ("none"));
}

/* The cells that have a text, as they stand in the file. */
static char *
join_cells (char **cells)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; cells[i] != NULL; i++)
    if (*cells[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "  ·  " : "", cells[i]);
  return g_strdup (text->len > 0 ? text->str : _ ("(empty row)"));
}

static void
add_heading_choice (YzImportBar *self, guint number, const char *text)
{
  g_autofree char *title = number != YZ_SHEET_NONE ? g_strdup_printf ("%u", number) : g_strdup ("–");
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *number_label = yz_widgets_make_label (title, "yz-dim");
  GtkWidget *label = yz_widgets_make_label (text, NULL);

  gtk_label_set_width_chars (GTK_LABEL (number_label), 3);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), number_label);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "number", GUINT_TO_POINTER (number));
  gtk_list_box_append (self->heading_list, row);
  if (number == yz_import_get_heading_row (self->import))
    gtk_list_box_select_row (self->heading_list, GTK_LIST_BOX_ROW (row));
}

static void
fill_headings (YzImportBar *self)
{
  char **cells;
  guint number;

  yz_widgets_clear_list (self->heading_list);
  for (guint i = 0; (cells = yz_import_dup_first_row (self->import, i, &number)) != NULL; i++)
    {
      g_autofree char *text = join_cells (cells);

      add_heading_choice (self, number, text);
      g_strfreev (cells);
    }
  gtk_widget_set_visible (self->heading_box, gtk_list_box_get_row_at_index (self->heading_list, 0) != NULL);
  add_heading_choice (self, YZ_SHEET_NONE, _ ("None: the first row is already a record"));
}

static void
update_headings (YzImportBar *self)
{
  g_autofree char *label = format_number (yz_import_get_heading_row (self->import));

  gtk_menu_button_set_label (self->heading_button, label);
  fill_headings (self);
}

static void
on_heading_activated (YzImportBar *self, GtkListBoxRow *row)
{
  gtk_popover_popdown (self->heading_popover);
  yz_import_set_heading_row (self->import, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "number")));
}

/* --- several files --- */

static void
update_queue (YzImportBar *self)
{
  g_autofree char *queue = NULL;

  g_object_get (self->import, "queue", &queue, NULL);
  gtk_label_set_label (self->queue_label, queue != NULL ? queue : "");
  gtk_widget_set_visible (self->skip_button, queue != NULL);
}

static void
on_source_changed (YzImportBar *self)
{
  update_layers (self);
  update_headings (self);
}

/* --- the object --- */

static void
set_import (YzImportBar *self, YzImport *import)
{
  if (!g_set_object (&self->import, import) || import == NULL)
    return;
  g_signal_connect_object (import, "notify::kind", G_CALLBACK (update_kind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (import, "notify::source", G_CALLBACK (on_source_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (import, "notify::queue", G_CALLBACK (update_queue), self, G_CONNECT_SWAPPED);
  update_kind (self);
  on_source_changed (self);
  update_queue (self);
}

static void
yz_import_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_IMPORT)
    g_value_set_object (value, YZ_IMPORT_BAR (object)->import);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_import_bar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_IMPORT)
    set_import (YZ_IMPORT_BAR (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_import_bar_dispose (GObject *object)
{
  YzImportBar *self = YZ_IMPORT_BAR (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->import);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);

  G_OBJECT_CLASS (yz_import_bar_parent_class)->dispose (object);
}

static void
yz_import_bar_class_init (YzImportBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yz_import_bar_get_property;
  object_class->set_property = yz_import_bar_set_property;
  object_class->dispose = yz_import_bar_dispose;

  properties[PROP_IMPORT] =
    g_param_spec_object ("import", NULL, NULL, YZ_TYPE_IMPORT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/import/yz-import-bar.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, YzImportBar, content);
  gtk_widget_class_bind_template_child (widget_class, YzImportBar, kind_drop_down);
  gtk_widget_class_bind_template_child (widget_class, YzImportBar, layer_box);
  gtk_widget_class_bind_template_child (widget_class, YzImportBar, layer_drop_down);
  gtk_widget_class_bind_template_child (widget_class, YzImportBar, heading_box);
  gtk_widget_class_bind_template_child (widget_class, YzImportBar, heading_button);
  gtk_widget_class_bind_template_child (widget_class, YzImportBar, heading_popover);
  gtk_widget_class_bind_template_child (widget_class, YzImportBar, heading_list);
  gtk_widget_class_bind_template_child (widget_class, YzImportBar, queue_label);
  gtk_widget_class_bind_template_child (widget_class, YzImportBar, skip_button);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_layer_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_heading_activated);
}

static void
yz_import_bar_init (YzImportBar *self)
{
  self->kinds = yz_import_list_kinds ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = TRUE;
  fill_kinds (self);
  self->filling = FALSE;
}

#include "config.h"

#include "yz-import-table.h"

#include "yz-list-report.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

struct _YzImportTable
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkColumnView *view;
  GtkSingleSelection *selection;
  guint looked_at; /* the row that was selected last */
  YzImport *import;
};

G_DEFINE_FINAL_TYPE (YzImportTable, yz_import_table, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_IMPORT = 1,
  PROP_SELECTED,
} YzImportTableProperty;

static GParamSpec *properties[PROP_SELECTED + 1];

static const struct
{
  const char *icon;
  const char *style;
  /* clang-format off */
} outcomes[YZ_N_IMPORT_OUTCOMES] = {
  [YZ_IMPORT_NEW] = { "list-add-symbolic", "yz-state-planned" },
  [YZ_IMPORT_CHANGED] = { "document-edit-symbolic", "yz-state-open" },
  [YZ_IMPORT_SAME] = { "yz-same-symbolic", "yz-dim" },
  [YZ_IMPORT_DUPLICATE] = { "yz-duplicate-symbolic", "yz-state-paused" },
  [YZ_IMPORT_REFUSED] = { "window-close-symbolic", "yz-refused" },
};
/* clang-format on */

typedef void (*Bind) (GtkWidget *child, YzImportRow *row);

static void
set_label (GtkWidget *label, YzImportRow *row, const char *property)
{
  g_autofree char *text = NULL;

  g_object_get (row, property, &text, NULL);
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_tooltip_text (label, text);
}

static void
bind_number (GtkWidget *child, YzImportRow *row)
{
  g_autofree char *text = NULL;
  guint number;

  g_object_get (row, "number", &number, NULL);
  text = g_strdup_printf ("%u", number);
  gtk_label_set_label (GTK_LABEL (child), text);
}

static void
bind_outcome (GtkWidget *child, YzImportRow *row)
{
  YzImportOutcome outcome = yz_import_row_get_outcome (row);
  GtkWidget *image = gtk_widget_get_first_child (child);
  GtkWidget *label = gtk_widget_get_last_child (child);

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      gtk_widget_remove_css_class (image, outcomes[i].style);
      gtk_widget_remove_css_class (label, outcomes[i].style);
    }
  gtk_image_set_from_icon_name (GTK_IMAGE (image), outcomes[outcome].icon);
  gtk_label_set_label (GTK_LABEL (label), yz_import_outcome_get_title (outcome));
  gtk_widget_add_css_class (image, outcomes[outcome].style);
  gtk_widget_add_css_class (label, outcomes[outcome].style);
}

static void
bind_name (GtkWidget *child, YzImportRow *row)
{
  set_label (child, row, "name");
}

static void
bind_fields (GtkWidget *child, YzImportRow *row)
{
  set_label (child, row, "fields");
}

/* old → new, or the reason */
static void
bind_values (GtkWidget *child, YzImportRow *row)
{
  GtkWidget *old = gtk_widget_get_first_child (child);
  GtkWidget *arrow = gtk_widget_get_next_sibling (old);
  GtkWidget *new = gtk_widget_get_next_sibling (arrow);
  g_autofree char *before = NULL, *reason = NULL;
  gboolean refused = yz_import_row_get_outcome (row) == YZ_IMPORT_REFUSED;

  g_object_get (row, "before", &before, "reason", &reason, NULL);
  set_label (old, row, "before");
  gtk_widget_set_visible (old, before != NULL);
  gtk_widget_set_visible (arrow, before != NULL);
  set_label (new, row, reason != NULL ? "reason" : "after");
  gtk_widget_remove_css_class (new, "yz-new");
  gtk_widget_remove_css_class (new, "yz-refused");
  if (refused)
    gtk_widget_add_css_class (new, "yz-refused");
  else if (before != NULL)
    gtk_widget_add_css_class (new, "yz-new");
}

static void
bind_handling (GtkWidget *child, YzImportRow *row)
{
  set_label (child, row, "handling");
}

static void
setup_label (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, yz_widgets_make_label (NULL, NULL));
}

static void
setup_dim (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, yz_widgets_make_label (NULL, "yz-dim"));
}

static void
setup_outcome (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), yz_widgets_make_label (NULL, NULL));
  gtk_list_item_set_child (item, box);
}

static void
setup_values (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *arrow = gtk_label_new ("→");

  gtk_widget_add_css_class (arrow, "yz-dim");
  gtk_box_append (GTK_BOX (box), yz_widgets_make_label (NULL, "yz-old"));
  gtk_box_append (GTK_BOX (box), arrow);
  gtk_box_append (GTK_BOX (box), yz_widgets_make_label (NULL, NULL));
  gtk_list_item_set_child (item, box);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  Bind bind = (Bind) (void (*) (void)) data;

  bind (gtk_list_item_get_child (item), YZ_IMPORT_ROW (gtk_list_item_get_item (item)));
}

static void
add_column (YzImportTable *self, const char *title, GCallback setup, Bind bind, int width, gboolean expand)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), (gpointer) (void (*) (void)) bind);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_fixed_width (column, width);
  gtk_column_view_column_set_expand (column, expand);
  gtk_column_view_append_column (self->view, column);
  g_object_unref (column);
}

static void
add_columns (YzImportTable *self)
{
  add_column (self, _ ("Row"), G_CALLBACK (setup_dim), bind_number, 56, FALSE);
  add_column (self, _ ("Outcome"), G_CALLBACK (setup_outcome), bind_outcome, 100, FALSE);
  add_column (self, _ ("Name"), G_CALLBACK (setup_label), bind_name, 148, TRUE);
  add_column (self, _ ("Fields"), G_CALLBACK (setup_dim), bind_fields, 80, FALSE);
  add_column (self, _ ("Old → new, or the reason"), G_CALLBACK (setup_values), bind_values, 220, TRUE);
  add_column (self, _ ("What happens"), G_CALLBACK (setup_dim), bind_handling, 128, FALSE);
}

static void
on_selected (YzImportTable *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position != GTK_INVALID_LIST_POSITION)
    self->looked_at = position;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/* A row that is decided is another object in the place of the old one: it is looked at still. */
static void
on_rows_changed (YzImportTable *self, guint position, guint removed, guint added)
{
  gboolean is_same_row = removed == added && self->looked_at >= position && self->looked_at - position < added;

  if (is_same_row && gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, self->looked_at);
}

static void
set_import (YzImportTable *self, YzImport *import)
{
  if (!g_set_object (&self->import, import) || import == NULL)
    return;
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (yz_import_get_rows (import)));
  g_signal_connect_object (yz_import_get_rows (import), "items-changed", G_CALLBACK (on_rows_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
yz_import_table_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzImportTable *self = YZ_IMPORT_TABLE (object);

  switch ((YzImportTableProperty) prop_id)
    {
    case PROP_IMPORT:
      g_value_set_object (value, self->import);
      break;
    case PROP_SELECTED:
      g_value_set_object (value, gtk_single_selection_get_selected_item (self->selection));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_import_table_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_IMPORT)
    set_import (YZ_IMPORT_TABLE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_import_table_dispose (GObject *object)
{
  YzImportTable *self = YZ_IMPORT_TABLE (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->import);

  G_OBJECT_CLASS (yz_import_table_parent_class)->dispose (object);
}

static void
yz_import_table_class_init (YzImportTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = yz_import_table_get_property;
  object_class->set_property = yz_import_table_set_property;
  object_class->dispose = yz_import_table_dispose;

  properties[PROP_IMPORT] =
    g_param_spec_object ("import", NULL, NULL, YZ_TYPE_IMPORT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTED] =
    g_param_spec_object ("selected", NULL, NULL, YZ_TYPE_IMPORT_ROW, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
yz_import_table_init (YzImportTable *self)
{
  self->looked_at = GTK_INVALID_LIST_POSITION;
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "yz-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Rows of the list"),
                                  -1);
  add_columns (self);

  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

/* Goes down from the selected row, and from the top again after the last. */
static void
select_next (YzImportTable *self, gboolean (*fits) (YzImportRow *row, gpointer data), gpointer data)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  guint n_rows = g_list_model_get_n_items (model);
  guint start = gtk_single_selection_get_selected (self->selection);

  for (guint i = 1; i <= n_rows; i++)
    {
      guint position = start == GTK_INVALID_LIST_POSITION ? i - 1 : (start + i) % n_rows;
      g_autoptr (YzImportRow) row = g_list_model_get_item (model, position);

      if (!fits (row, data))
        continue;
      gtk_single_selection_set_selected (self->selection, position);
      yz_widgets_scroll_to (self->view, position);
      return;
    }
}

static gboolean
has_outcome (YzImportRow *row, gpointer outcome)
{
  return yz_import_row_get_outcome (row) == (YzImportOutcome) GPOINTER_TO_INT (outcome);
}

static gboolean
is_undecided (YzImportRow *row, gpointer data)
{
  return yz_import_row_is_undecided (row);
}

void
yz_import_table_select_next (YzImportTable *self, YzImportOutcome outcome)
{
  g_return_if_fail (YZ_IS_IMPORT_TABLE (self));
  select_next (self, has_outcome, GINT_TO_POINTER (outcome));
}

void
yz_import_table_select_next_undecided (YzImportTable *self)
{
  g_return_if_fail (YZ_IS_IMPORT_TABLE (self));
  select_next (self, is_undecided, NULL);
}

const char *
yz_import_table_get_look (YzImportOutcome outcome, const char **style)
{
  *style = outcomes[outcome].style;
  return outcomes[outcome].icon;
}

#include "config.h"

#include "yz-station-table.h"

#include "yz-kinds.h"
#include "yz-station-cell.h"
#include "yz-widgets.h"

#include <glib/gi18n-lib.h>

/* The name of the column that shows a station's state now; it is no field. */
#define LOOK "look"

static const char *const usual_columns[] = { "name",     LOOK,     "district", "address", "hours",
                                             "services", "phones", "kind",     NULL };

struct _YzStationTable
{
  GtkWidget parent_instance;

  YzStations *stations;
  GSettings *settings;
  GHashTable *columns; /* name → GtkColumnViewColumn, those shown */
  YzRecord *probe_low;
  YzRecord *probe_high;
  const char *probed; /* the field of the column that was asked first */
  gboolean filling;

  GtkColumnView *view;
  GtkMenuButton *columns_button;
  GtkBox *choices;
};

G_DEFINE_FINAL_TYPE (YzStationTable, yz_station_table, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_STATIONS = 1,
  PROP_MODEL,
} YzStationTableProperty;

static GParamSpec *properties[PROP_MODEL + 1];

static const YzField *
get_field (const char *name)
{
  return yz_kind_find_field (&yz_station_kind, name);
}

static gboolean
is_column (const char *name)
{
  const YzField *field;

  if (g_str_equal (name, LOOK))
    return TRUE;
  field = get_field (name);
  return field != NULL && (field->flags & YZ_FIELD_INTERNAL) == 0 && field->type != YZ_FIELD_REF;
}

static const char *
get_title (const char *name)
{
  return g_str_equal (name, LOOK) ? _ ("Now") : _ (get_field (name)->title);
}

static int
get_usual_width (const char *name)
{
  const YzField *field = g_str_equal (name, LOOK) ? NULL : get_field (name);

  if (field == NULL)
    return 120;
  if (field->type == YZ_FIELD_MAP)
    return 140;
  if (field->type == YZ_FIELD_LIST)
    return 125;
  return g_str_equal (name, "name") || g_str_equal (name, "address") || field->type == YZ_FIELD_NOTE ||
             (field->flags & YZ_FIELD_HOURS) != 0
           ? 190
           : 100;
}

/* Sorting is the store's. GTK 4.8 does not say which heading was clicked, but it asks the sorter of that column first:
   two probes make the sorters tell. */

static int
on_compare (gconstpointer a, gconstpointer b, gpointer column)
{
  YzStationTable *self = g_object_get_data (G_OBJECT (column), "table");

  if (self->probed == NULL)
    self->probed = g_object_get_data (G_OBJECT (column), "name");
  return a == (gconstpointer) self->probe_low ? -1 : 1;
}

static void
on_sorter_changed (YzStationTable *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);
  GtkOrdering order;

  if (self->filling || self->stations == NULL)
    return;
  self->probed = NULL;
  order = gtk_sorter_compare (sorter, self->probe_low, self->probe_high);
  if (self->probed == NULL)
    return;
  self->filling = TRUE;
  yz_listing_set_order (YZ_LISTING (self->stations), self->probed, order == GTK_ORDERING_LARGER);
  self->filling = FALSE;
}

/* Whoever asked for the order, a heading or a menu: it is kept, and the heading shows it. */
static void
on_order_changed (YzStationTable *self)
{
  const char *field = yz_listing_get_order (YZ_LISTING (self->stations));
  gboolean descending;

  g_object_get (self->stations, "descending", &descending, NULL);
  g_settings_set (self->settings, "list-sort", "(sb)", field, descending);
  if (self->filling)
    return;
  self->filling = TRUE;
  gtk_column_view_sort_by_column (self->view, g_hash_table_lookup (self->columns, field),
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->filling = FALSE;
}

static gboolean
is_order (const char *name)
{
  return g_str_equal (name, "distance") || g_str_equal (name, "changed") ||
         yz_kind_find_field (&yz_station_kind, name) != NULL;
}

static void
follow_order (YzStationTable *self)
{
  g_autoptr (GVariant) kept = g_settings_get_value (self->settings, "list-sort");
  const char *field;
  gboolean descending;

  g_variant_get (kept, "(&sb)", &field, &descending);
  if (is_order (field))
    yz_listing_set_order (YZ_LISTING (self->stations), field, descending);
  on_order_changed (self);
  g_signal_connect_object (self->stations, "notify::order", G_CALLBACK (on_order_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stations, "notify::descending", G_CALLBACK (on_order_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, GtkColumnViewColumn *column)
{
  YzStationTable *self = g_object_get_data (G_OBJECT (column), "table");
  const char *name = g_object_get_data (G_OBJECT (column), "name");
  const YzField *field = g_str_equal (name, LOOK) ? NULL : get_field (name);

  gtk_list_item_set_child (item, yz_station_cell_new (self->stations, field));
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  yz_station_cell_set_station (YZ_STATION_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  yz_station_cell_set_station (YZ_STATION_CELL (gtk_list_item_get_child (item)), NULL);
}

static void
remember_columns (YzStationTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GVariantBuilder builder;

  if (self->filling)
    return;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(si)"));
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_variant_builder_add (&builder, "(si)", (const char *) g_object_get_data (G_OBJECT (column), "name"),
                             gtk_column_view_column_get_fixed_width (column));
    }
  g_settings_set_value (self->settings, "list-columns", g_variant_builder_end (&builder));
}

static GtkListItemFactory *
make_factory (GtkColumnViewColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  /* the factory lives no longer than its column */
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), column);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), column);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), column);
  return factory;
}

static void
append_column (YzStationTable *self, const char *name, int width)
{
  g_autoptr (GtkColumnViewColumn) column = NULL;
  g_autoptr (GtkListItemFactory) factory = NULL;

  if (!is_column (name) || g_hash_table_contains (self->columns, name))
    return;

  column = gtk_column_view_column_new (get_title (name), NULL);
  g_object_set_data (G_OBJECT (column), "table", self);
  g_object_set_data_full (G_OBJECT (column), "name", g_strdup (name), g_free);
  factory = make_factory (column);
  gtk_column_view_column_set_factory (column, factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_fixed_width (column, width > 0 ? width : get_usual_width (name));
  gtk_column_view_column_set_expand (column, g_str_equal (name, "address"));
  if (!g_str_equal (name, LOOK) && !g_str_equal (name, "services"))
    {
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (on_compare, column, NULL));

      gtk_column_view_column_set_sorter (column, sorter);
    }
  g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (remember_columns), self, G_CONNECT_SWAPPED);
  gtk_column_view_append_column (self->view, column);
  g_hash_table_insert (self->columns, g_strdup (name), column);
}

static void
remove_columns (YzStationTable *self)
{
  GHashTableIter iter;
  gpointer column;

  g_hash_table_iter_init (&iter, self->columns);
  while (g_hash_table_iter_next (&iter, NULL, &column))
    {
      gtk_column_view_column_set_factory (column, NULL);
      gtk_column_view_remove_column (self->view, column);
      g_hash_table_iter_remove (&iter);
    }
}

static void
load_columns (YzStationTable *self)
{
  g_autoptr (GVariant) kept = g_settings_get_value (self->settings, "list-columns");
  GVariantIter iter;
  const char *name;
  int width;

  self->filling = TRUE;
  g_variant_iter_init (&iter, kept);
  while (g_variant_iter_next (&iter, "(&si)", &name, &width))
    append_column (self, name, width);
  if (g_hash_table_size (self->columns) == 0)
    for (guint i = 0; usual_columns[i] != NULL; i++)
      append_column (self, usual_columns[i], -1);
  self->filling = FALSE;
}

static void
set_columns (GtkWidget *widget, const char *action, GVariant *parameter)
{
  YzStationTable *self = YZ_STATION_TABLE (widget);
  g_autofree const char **names = g_variant_get_strv (parameter, NULL);

  self->filling = TRUE;
  remove_columns (self);
  for (guint i = 0; names[i] != NULL; i++)
    append_column (self, names[i], -1);
  self->filling = FALSE;
  remember_columns (self);
}

static void
on_choice_toggled (GtkCheckButton *button, YzStationTable *self)
{
  const char *name = g_object_get_data (G_OBJECT (button), "name");
  GtkColumnViewColumn *column = g_hash_table_lookup (self->columns, name);

  if (self->filling)
    return;
  if (gtk_check_button_get_active (button))
    append_column (self, name, -1);
  else if (column != NULL && g_hash_table_size (self->columns) > 1)
    {
      gtk_column_view_column_set_factory (column, NULL);
      gtk_column_view_remove_column (self->view, column);
      g_hash_table_remove (self->columns, name);
    }
  remember_columns (self);
}

static void
append_choice (YzStationTable *self, const char *name)
{
  GtkWidget *button = gtk_check_button_new_with_label (get_title (name));

  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (name), g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), g_hash_table_contains (self->columns, name));
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_choice_toggled), self, 0);
  gtk_box_append (self->choices, button);
}

static void
fill_choices (GtkMenuButton *menu_button, gpointer data)
{
  YzStationTable *self = data;

  yz_widgets_clear_box (self->choices);
  self->filling = TRUE;
  append_choice (self, LOOK);
  for (guint i = 0; i < yz_station_kind.n_fields; i++)
    if (is_column (yz_station_kind.fields[i].name))
      append_choice (self, yz_station_kind.fields[i].name);
  self->filling = FALSE;
}

static void
yz_station_table_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzStationTable *self = YZ_STATION_TABLE (object);

  switch ((YzStationTableProperty) prop_id)
    {
    case PROP_STATIONS:
      g_value_set_object (value, self->stations);
      break;
    case PROP_MODEL:
      g_value_set_object (value, gtk_column_view_get_model (self->view));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_station_table_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzStationTable *self = YZ_STATION_TABLE (object);

  switch ((YzStationTableProperty) prop_id)
    {
    case PROP_STATIONS:
      if (!g_set_object (&self->stations, g_value_get_object (value)))
        break;
      if (self->stations != NULL)
        follow_order (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_MODEL:
      gtk_column_view_set_model (self->view, g_value_get_object (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_station_table_dispose (GObject *object)
{
  YzStationTable *self = YZ_STATION_TABLE (object);

  self->filling = TRUE;
  if (self->view != NULL)
    remove_columns (self);
  self->view = NULL;
  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->stations);
  g_clear_object (&self->settings);
  g_clear_object (&self->probe_low);
  g_clear_object (&self->probe_high);

  G_OBJECT_CLASS (yz_station_table_parent_class)->dispose (object);
}

static void
yz_station_table_finalize (GObject *object)
{
  g_clear_pointer (&YZ_STATION_TABLE (object)->columns, g_hash_table_unref);

  G_OBJECT_CLASS (yz_station_table_parent_class)->finalize (object);
}

static void
yz_station_table_class_init (YzStationTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_station_table_get_property;
  object_class->set_property = yz_station_table_set_property;
  object_class->dispose = yz_station_table_dispose;
  object_class->finalize = yz_station_table_finalize;

  properties[PROP_STATIONS] = g_param_spec_object ("stations", NULL, NULL, YZ_TYPE_STATIONS, writable);
  properties[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, GTK_TYPE_SELECTION_MODEL, writable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "table.columns", "as", set_columns);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stations/yz-station-table.ui");
  gtk_widget_class_bind_template_child (widget_class, YzStationTable, view);
  gtk_widget_class_bind_template_child (widget_class, YzStationTable, columns_button);
  gtk_widget_class_bind_template_child (widget_class, YzStationTable, choices);
}

static void
yz_station_table_init (YzStationTable *self)
{
  self->settings = g_settings_new (APP_ID);
  self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->probe_low = yz_record_new_empty (&yz_station_kind, "probe");
  self->probe_high = yz_record_new_empty (&yz_station_kind, "probe");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->columns_button, fill_choices, self, NULL);
  load_columns (self);
  /* a heading that was dragged comes as an item that left and one that came */
  g_signal_connect_object (gtk_column_view_get_columns (self->view), "items-changed", G_CALLBACK (remember_columns),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (on_sorter_changed), self,
                           G_CONNECT_SWAPPED);
}

void
yz_station_table_scroll_to (YzStationTable *self, guint position)
{
  g_return_if_fail (YZ_IS_STATION_TABLE (self));
  yz_widgets_scroll_to (self->view, position);
}

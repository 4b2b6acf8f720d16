#include "config.h"

#include "yz-station-list.h"

#include "yz-kinds.h"
#include "yz-listing-verbs.h"
#include "yz-station-cell.h"
#include "yz-station-filter-bar.h"
#include "yz-station-row.h"
#include "yz-station-table.h"
#include "yz-widgets.h"

#include <glib/gi18n-lib.h>

struct _YzStationList
{
  GtkWidget parent_instance;

  YzStations *stations;
  GSignalGroup *stations_signals;
  gboolean wide;
  gboolean syncing; /* the selection follows the session, not the other way round */
  guint scroll_id;

  GtkListView *list_view;
  YzStationTable *table;
  GtkPopover *menu;
  GtkMultiSelection *selection;
};

G_DEFINE_FINAL_TYPE (YzStationList, yz_station_list, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_STATIONS = 1,
  PROP_WIDE,
} YzStationListProperty;

static GParamSpec *properties[PROP_WIDE + 1];

/* Bound in the template: which of its faces the list shows. */
static char *
face_name (YzStationList *self, guint shown, guint total, gboolean loading, const char *error, gboolean active,
           const char *search, gboolean wide)
{
  if (error != NULL)
    return g_strdup ("error");
  if (shown > 0)
    return g_strdup (wide ? "table" : "rows");
  if (loading)
    return g_strdup ("loading");
  if (total == 0 && !active && (search == NULL || *search == '\0'))
    return g_strdup ("empty");
  return g_strdup ("nothing");
}

/* Bound in the template: the bar of what can be done with several stations. */
static gboolean
are_several (YzStationList *self, guint n_selected)
{
  return n_selected > 1;
}

static char *
count_selected (YzStationList *self, guint n_selected)
{
  return g_strdup_printf (ngettext ("%u station selected", "%u stations selected", n_selected), n_selected);
}

static void
on_row_setup (YzStationList *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, yz_station_row_new (self->stations));
}

static void
on_row_bind (YzStationList *self, GtkListItem *item)
{
  yz_station_row_set_station (YZ_STATION_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
on_row_unbind (YzStationList *self, GtkListItem *item)
{
  yz_station_row_set_station (YZ_STATION_ROW (gtk_list_item_get_child (item)), NULL);
}

static GArray *
collect_selected_rows (YzStationList *self)
{
  YzRecordList *list = yz_listing_get_list (YZ_LISTING (self->stations));
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 row = yz_record_list_get_row (list, position);

      g_array_append_val (rows, row);
    }
  return rows;
}

static void
on_selection_changed (YzStationList *self)
{
  g_autoptr (GArray) rows = NULL;

  if (self->syncing || self->stations == NULL || yz_listing_get_list (YZ_LISTING (self->stations)) == NULL)
    return;
  rows = collect_selected_rows (self);
  self->syncing = TRUE;
  yz_listing_set_selected (YZ_LISTING (self->stations), rows);
  self->syncing = FALSE;
}

static void
clear_selection_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (YZ_STATION_LIST (widget)->selection));
}

static void
delete_selected_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_listing_delete_selected (YZ_LISTING (YZ_STATION_LIST (widget)->stations));
}

/* --- the menu of a row --- */

static YzRecord *
find_station (YzStationList *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, YZ_TYPE_STATION_ROW) : NULL;
  GtkWidget *cell = picked != NULL ? gtk_widget_get_ancestor (picked, YZ_TYPE_STATION_CELL) : NULL;

  if (row != NULL)
    return yz_station_row_get_station (YZ_STATION_ROW (row));
  return cell != NULL ? yz_station_cell_get_station (YZ_STATION_CELL (cell)) : NULL;
}

static void
popup_menu (YzStationList *self, double x, double y)
{
  gtk_popover_set_pointing_to (self->menu, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (self->menu);
}

/* The menu is about the selection, and what is under the pointer is part of it afterwards. */
static void
on_menu_clicked (YzStationList *self, int n_press, double x, double y)
{
  YzRecord *station = find_station (self, x, y);

  if (station == NULL)
    return;
  if (!yz_listing_is_selected (YZ_LISTING (self->stations), yz_record_get_id (station)))
    yz_listing_select_id (YZ_LISTING (self->stations), yz_record_get_id (station));
  popup_menu (self, x, y);
}

static void
menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStationList *self = YZ_STATION_LIST (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  if (yz_listing_get_current (YZ_LISTING (self->stations)) == NULL)
    return;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, widget) || !gtk_widget_compute_bounds (focus, widget, &bounds))
    bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  popup_menu (self, bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height / 2);
}

/* --- what is current --- */

/* A list view that is asked to scroll before it has a size, or before it has seen its new rows, shows one row. */
static gboolean
on_scroll_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  YzStationList *self = YZ_STATION_LIST (widget);
  guint position = yz_listing_get_current_position (YZ_LISTING (self->stations));

  if (gtk_widget_get_height (GTK_WIDGET (self->list_view)) == 0 && !self->wide)
    return G_SOURCE_CONTINUE;
  self->scroll_id = 0;
  if (position == G_MAXUINT)
    return G_SOURCE_REMOVE;
  if (self->wide)
    yz_station_table_scroll_to (self->table, position);
  else
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
  return G_SOURCE_REMOVE;
}

static void
scroll_to_current (YzStationList *self)
{
  if (self->scroll_id == 0)
    self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_scroll_tick, NULL, NULL);
}

/* The map, the search and other pages choose a station too. */
static void
sync_current (YzStationList *self)
{
  YzRecordList *list = yz_listing_get_list (YZ_LISTING (self->stations));
  gint64 row = yz_listing_get_current_row (YZ_LISTING (self->stations));
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);
  guint position;

  if (self->syncing || list == NULL)
    return;

  position = row != 0 ? yz_record_list_find (list, row) : G_MAXUINT;
  if (position != G_MAXUINT && gtk_selection_model_is_selected (selection, position))
    return;
  if (position == G_MAXUINT)
    gtk_selection_model_unselect_all (selection);
  else
    {
      gtk_selection_model_select_item (selection, position, TRUE);
      scroll_to_current (self);
    }
}

/* Returns: (transfer full): where the selected stations are that the list still has */
static GtkBitset *
find_selected (YzStationList *self)
{
  YzRecordList *list = yz_listing_get_list (YZ_LISTING (self->stations));
  GArray *rows = yz_listing_get_selected (YZ_LISTING (self->stations));
  g_autoptr (GHashTable) selected = g_hash_table_new (g_int64_hash, g_int64_equal);
  GtkBitset *positions = gtk_bitset_new_empty ();

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (selected, &g_array_index (rows, gint64, i));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      gint64 row = yz_record_list_get_row (list, i);

      if (g_hash_table_contains (selected, &row))
        gtk_bitset_add (positions, i);
    }
  return positions;
}

/*
 * A list that was asked anew has forgotten what was selected. That is selected again, so that a second change may
 * follow a first one; only what a filter takes out of the list is not selected any more.
 */
static void
on_shown_changed (YzStationList *self)
{
  guint n_selected = yz_listing_get_selected (YZ_LISTING (self->stations))->len;
  g_autoptr (GtkBitset) all = NULL;
  g_autoptr (GtkBitset) found = NULL;

  if (n_selected < 2 || yz_listing_get_list (YZ_LISTING (self->stations)) == NULL)
    {
      sync_current (self);
      return;
    }
  found = find_selected (self);
  all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->selection)));
  self->syncing = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), found, all);
  self->syncing = FALSE;
  if (gtk_bitset_get_size (found) < n_selected)
    on_selection_changed (self);
}

static void
yz_station_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzStationList *self = YZ_STATION_LIST (object);

  switch ((YzStationListProperty) prop_id)
    {
    case PROP_STATIONS:
      g_value_set_object (value, self->stations);
      break;
    case PROP_WIDE:
      g_value_set_boolean (value, self->wide);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_station_list_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzStationList *self = YZ_STATION_LIST (object);

  switch ((YzStationListProperty) prop_id)
    {
    case PROP_STATIONS:
      if (g_set_object (&self->stations, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      g_signal_group_set_target (self->stations_signals, self->stations);
      break;
    case PROP_WIDE:
      if (self->wide == g_value_get_boolean (value))
        break;
      self->wide = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_station_list_dispose (GObject *object)
{
  YzStationList *self = YZ_STATION_LIST (object);

  g_clear_object (&self->stations_signals);
  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->stations);

  G_OBJECT_CLASS (yz_station_list_parent_class)->dispose (object);
}

static void
yz_station_list_class_init (YzStationListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_station_list_get_property;
  object_class->set_property = yz_station_list_set_property;
  object_class->dispose = yz_station_list_dispose;

  properties[PROP_STATIONS] = g_param_spec_object ("stations", NULL, NULL, YZ_TYPE_STATIONS, writable);
  properties[PROP_WIDE] = g_param_spec_boolean ("wide", NULL, NULL, FALSE, writable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (YZ_TYPE_STATION_FILTER_BAR);
  g_type_ensure (YZ_TYPE_STATION_TABLE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stations/yz-station-list.ui");
  gtk_widget_class_bind_template_child (widget_class, YzStationList, list_view);
  gtk_widget_class_bind_template_child (widget_class, YzStationList, table);
  gtk_widget_class_bind_template_child (widget_class, YzStationList, selection);
  gtk_widget_class_bind_template_child (widget_class, YzStationList, menu);
  gtk_widget_class_bind_template_callback (widget_class, on_menu_clicked);
  gtk_widget_class_install_action (widget_class, "selection.delete", NULL, delete_selected_cb);
  gtk_widget_class_install_action (widget_class, "selection.clear", NULL, clear_selection_cb);
  gtk_widget_class_install_action (widget_class, "selection.menu", NULL, menu_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "selection.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "selection.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "selection.menu", NULL);
  gtk_widget_class_bind_template_callback (widget_class, are_several);
  gtk_widget_class_bind_template_callback (widget_class, count_selected);
  gtk_widget_class_bind_template_callback (widget_class, face_name);
  gtk_widget_class_bind_template_callback (widget_class, on_row_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_row_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_row_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_selection_changed);
}

static void
yz_station_list_init (YzStationList *self)
{
  self->stations_signals = g_signal_group_new (YZ_TYPE_STATIONS);
  g_signal_group_connect_swapped (self->stations_signals, "notify::current", G_CALLBACK (sync_current), self);
  g_signal_group_connect_swapped (self->stations_signals, "notify::shown", G_CALLBACK (on_shown_changed), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
yz_station_list_focus (YzStationList *self)
{
  g_return_if_fail (YZ_IS_STATION_LIST (self));

  gtk_widget_grab_focus (self->wide ? GTK_WIDGET (self->table) : GTK_WIDGET (self->list_view));
}

void
yz_station_list_select_all (YzStationList *self)
{
  g_return_if_fail (YZ_IS_STATION_LIST (self));

  gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selection));
}

/* The columns follow the kind, the rows the list; clicking a heading only tells the session which order is wanted. */
#include "config.h"

#include "yz-record-table.h"

#include "yz-kinds.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

#define INDENT 18

struct _YzRecordTable
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkColumnView *view;
  GtkWidget *popover;

  YzRecords *records;
  GMenuModel *menu;
  GtkMultiSelection *selection;
  const YzField *asked;  /* by the sorter that was asked last, see on_sorter_changed() */
  gboolean is_following; /* the session's selection, not the user's hand */
};

G_DEFINE_FINAL_TYPE (YzRecordTable, yz_record_table, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_RECORDS = 1,
  PROP_MENU,
} YzRecordTableProperty;

static GParamSpec *properties[PROP_MENU + 1];

/* --- cells --- */

static const YzField *
get_field (gpointer factory)
{
  return g_object_get_data (G_OBJECT (factory), "field");
}

static gboolean
is_number (const YzField *field)
{
  return field->type == YZ_FIELD_INTEGER || field->type == YZ_FIELD_REAL || field->type == YZ_FIELD_MONEY;
}

static gboolean
is_symbol (const YzField *field)
{
  return (field->flags & YZ_FIELD_SYMBOL) != 0;
}

static void
update_cell (YzRecordTable *self, const YzField *field, GtkListItem *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  YzRecord *record = gtk_list_item_get_item (item);
  g_autofree char *words = NULL;
  gboolean is_title;

  if (record == NULL)
    return;
  is_title = g_str_equal (field->name, yz_record_get_kind (record)->title_field);
  words = yz_records_dup_words (self->records, record, field);
  if (is_symbol (field))
    {
      gtk_image_set_from_icon_name (GTK_IMAGE (label), yz_record_get_text (record, field->name));
      gtk_widget_set_tooltip_text (label, words);
      gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
      return;
    }
  gtk_label_set_label (GTK_LABEL (label), words);
  gtk_widget_set_tooltip_text (label, g_utf8_strlen (words, -1) > 12 ? words : NULL);
  if (is_title)
    gtk_widget_set_margin_start (label, (int) yz_records_get_depth (self->records, gtk_list_item_get_position (item)) *
                                          INDENT);
}

typedef struct
{
  YzRecordTable *table;
  const YzField *field;
  GtkListItem *item;
} Cell;

static void
on_words_changed (GtkWidget *label)
{
  Cell *cell = g_object_get_data (G_OBJECT (label), "cell");

  update_cell (cell->table, cell->field, cell->item);
}

static void
popup_menu (YzRecordTable *self, GtkWidget *at, double x, double y)
{
  graphene_point_t from = GRAPHENE_POINT_INIT ((float) x, (float) y);
  graphene_point_t point;

  if (self->menu == NULL || !gtk_widget_compute_point (at, GTK_WIDGET (self), &from, &point))
    return;
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->popover), self->menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle){ (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* The menu is about the selection, and what is under the pointer is part of it afterwards. */
static void
on_cell_pressed (GtkGestureClick *gesture, int n_press, double x, double y, GtkListItem *item)
{
  GtkWidget *label = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  Cell *cell = g_object_get_data (G_OBJECT (label), "cell");
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (cell->table->selection);
  guint position = gtk_list_item_get_position (item);

  if (!gtk_selection_model_is_selected (selection, position))
    gtk_selection_model_select_item (selection, position, TRUE);
  popup_menu (cell->table, label, x, y);
}

static GtkWidget *
make_cell_label (const YzField *field)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), is_number (field) ? 1 : 0);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  return label;
}

static void
on_cell_setup (GtkListItemFactory *factory, GtkListItem *item, YzRecordTable *self)
{
  const YzField *field = get_field (factory);
  GtkWidget *label = is_symbol (field) ? gtk_image_new () : make_cell_label (field);
  GtkGesture *gesture = gtk_gesture_click_new ();
  Cell *cell = g_new (Cell, 1);

  *cell = (Cell){ self, field, item };
  g_object_set_data_full (G_OBJECT (label), "cell", cell, g_free);
  gtk_widget_set_halign (label, is_symbol (field) ? GTK_ALIGN_START : GTK_ALIGN_FILL);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect (gesture, "pressed", G_CALLBACK (on_cell_pressed), item);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (gesture));
  gtk_list_item_set_child (item, label);
}

static void
on_cell_bind (GtkListItemFactory *factory, GtkListItem *item, YzRecordTable *self)
{
  GtkWidget *label = gtk_list_item_get_child (item);

  update_cell (self, get_field (factory), item);
  g_signal_connect_object (self->records, "words-changed", G_CALLBACK (on_words_changed), label, G_CONNECT_SWAPPED);
}

static void
on_cell_unbind (GtkListItemFactory *factory, GtkListItem *item, YzRecordTable *self)
{
  g_signal_handlers_disconnect_by_func (self->records, on_words_changed, gtk_list_item_get_child (item));
}

/* --- order --- */

/* Never compares anything: it only tells which column's sorter comes first. */
static int
note_column (gconstpointer a, gconstpointer b, gpointer column)
{
  YzRecordTable *self = g_object_get_data (G_OBJECT (column), "table");

  self->asked = g_object_get_data (G_OBJECT (column), "field");
  return 1;
}

/*
 * GTK 4.8 does not say by which column the view is sorted. Its sorter asks the sorters of the columns one after the
 * other until one of them has an answer, and turns that answer round for a descending column: so ask it.
 */
static void
on_sorter_changed (YzRecordTable *self, GtkSorterChange change, GtkSorter *sorter)
{
  g_autoptr (GObject) one = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) other = g_object_new (G_TYPE_OBJECT, NULL);
  GtkOrdering ordering;

  self->asked = NULL;
  ordering = gtk_sorter_compare (sorter, one, other);
  if (self->asked != NULL)
    yz_listing_set_order (YZ_LISTING (self->records), self->asked->name, ordering == GTK_ORDERING_SMALLER);
}

/* --- columns --- */

static GtkColumnViewColumn *
make_column (YzRecordTable *self, const YzField *field)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (_ (field->title), factory);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (note_column, column, NULL));

  g_object_set_data (G_OBJECT (factory), "field", (gpointer) field);
  g_object_set_data (G_OBJECT (column), "field", (gpointer) field);
  g_object_set_data (G_OBJECT (column), "table", self);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_cell_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_cell_bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_cell_unbind), self, 0);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column,
                                     field->type != YZ_FIELD_BOOLEAN && !is_number (field) && !is_symbol (field));
  gtk_column_view_column_set_sorter (column, sorter);
  return column;
}

static void
clear_columns (YzRecordTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

static void
rebuild_columns (YzRecordTable *self)
{
  g_autoptr (GPtrArray) fields = yz_records_list_columns (yz_records_get_kind (self->records));
  gboolean is_descending = yz_listing_is_descending (YZ_LISTING (self->records));

  clear_columns (self);
  for (guint i = 0; i < fields->len; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = make_column (self, g_ptr_array_index (fields, i));

      gtk_column_view_append_column (self->view, column);
      if (i == 0)
        gtk_column_view_sort_by_column (self->view, column, is_descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
}

/* --- selection --- */

static void
on_selection_changed (YzRecordTable *self)
{
  YzRecordList *list = yz_listing_get_list (YZ_LISTING (self->records));
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint position;

  if (self->is_following || list == NULL)
    return;
  for (gboolean valid = gtk_bitset_iter_init_first (&iter, chosen, &position); valid;
       valid = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 row = yz_record_list_get_row (list, position);

      g_array_append_val (rows, row);
    }
  yz_listing_set_selected (YZ_LISTING (self->records), rows);
}

/* A record that was found or made elsewhere is shown in its place, as soon as it has one. */
static void
follow_current (YzRecordTable *self)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);
  guint position = yz_listing_get_current_position (YZ_LISTING (self->records));

  if (position == G_MAXUINT || gtk_selection_model_is_selected (selection, position))
    return;
  gtk_selection_model_select_item (selection, position, TRUE);
  yz_widgets_scroll_to (self->view, position);
}

static void
on_list_notify (YzRecordTable *self)
{
  self->is_following = TRUE;
  gtk_multi_selection_set_model (self->selection, NULL); /* first: a column knows records of its kind only */
  rebuild_columns (self);
  gtk_multi_selection_set_model (self->selection, G_LIST_MODEL (yz_listing_get_list (YZ_LISTING (self->records))));
  self->is_following = FALSE;
}

/* --- the widget --- */

static void
menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  popup_menu (YZ_RECORD_TABLE (widget), widget, 48, 60);
}

static void
on_activate (YzRecordTable *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "records.edit", NULL);
}

static void
set_records (YzRecordTable *self, YzRecords *records)
{
  if (!g_set_object (&self->records, records) || records == NULL)
    return;

  g_signal_connect_object (records, "notify::list", G_CALLBACK (on_list_notify), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (records, "notify::current", G_CALLBACK (follow_current), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (records, "words-changed", G_CALLBACK (follow_current), self, G_CONNECT_SWAPPED);
  on_list_notify (self);
}

static void
yz_record_table_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzRecordTable *self = YZ_RECORD_TABLE (object);

  switch ((YzRecordTableProperty) prop_id)
    {
    case PROP_RECORDS:
      g_value_set_object (value, self->records);
      break;
    case PROP_MENU:
      g_value_set_object (value, self->menu);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_record_table_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzRecordTable *self = YZ_RECORD_TABLE (object);

  switch ((YzRecordTableProperty) prop_id)
    {
    case PROP_RECORDS:
      set_records (self, g_value_get_object (value));
      break;
    case PROP_MENU:
      g_set_object (&self->menu, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_record_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  YzRecordTable *self = YZ_RECORD_TABLE (widget);

  gtk_widget_allocate (self->scroller, width, height, baseline, NULL);
  gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
yz_record_table_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (YZ_RECORD_TABLE (widget)->scroller, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static void
yz_record_table_dispose (GObject *object)
{
  YzRecordTable *self = YZ_RECORD_TABLE (object);

  if (self->scroller != NULL)
    gtk_column_view_set_model (self->view, NULL);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->menu);
  g_clear_object (&self->records);

  G_OBJECT_CLASS (yz_record_table_parent_class)->dispose (object);
}

static void
yz_record_table_class_init (YzRecordTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = yz_record_table_get_property;
  object_class->set_property = yz_record_table_set_property;
  object_class->dispose = yz_record_table_dispose;
  widget_class->size_allocate = yz_record_table_size_allocate;
  widget_class->measure = yz_record_table_measure;

  properties[PROP_RECORDS] = g_param_spec_object ("records", NULL, NULL, YZ_TYPE_RECORDS, flags);
  properties[PROP_MENU] = g_param_spec_object ("menu", NULL, NULL, G_TYPE_MENU_MODEL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/records/yz-record-table.ui");
  gtk_widget_class_bind_template_child (widget_class, YzRecordTable, scroller);
  gtk_widget_class_bind_template_child (widget_class, YzRecordTable, view);
  gtk_widget_class_bind_template_child (widget_class, YzRecordTable, popover);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_install_action (widget_class, "table.menu", NULL, menu_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "table.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "table.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, 0, "records.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "records.delete", NULL);
}

static void
yz_record_table_init (YzRecordTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->selection = gtk_multi_selection_new (NULL);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  /* what a search hides is not selected any more */
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (on_sorter_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

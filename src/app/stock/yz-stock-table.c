#include "config.h"

#include "yz-stock-table.h"

#include "yz-chip.h"
#include "yz-stock-cells.h"
#include "yz-stock-rows.h"
#include "yz-text.h"
#include "yz-widgets.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* In the template. */
#define QUANTITY_COLUMN 2
#define BAR_COLUMN 3

struct _YzStockTable
{
  GtkWidget parent_instance;

  YzStockFigures *figures; /* nullable */
  YzStockRows *rows;
  char *title;
  char *filter;
  char *item;
  gboolean by_holder;

  GtkLabel *title_label;
  GtkWidget *back_button;
  GtkWidget *grouping;
  YzChip *chips[YZ_N_STOCK_FILTERS];
  GtkStack *stack;
  GtkColumnView *view;
  GtkNoSelection *selection;
  GtkColumnViewColumn *title_column;
};

G_DEFINE_FINAL_TYPE (YzStockTable, yz_stock_table, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_TITLE = 1,
  PROP_FILTER,
  PROP_BY_HOLDER,
  PROP_ITEM,
} YzStockTableProperty;

static GParamSpec *properties[PROP_ITEM + 1];

static const char *const filter_names[] = { "all", "ending", "lacking" };

/* --- headings ----------------------------------------------------------------------------------------------------- */

/* GTK 4.8 has no word for how a heading stands. */
static GtkLabel *
find_heading (GtkColumnView *view, guint column)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (view)));

  for (guint i = 0; i < column && title != NULL; i++)
    title = gtk_widget_get_next_sibling (title);
  while (title != NULL && !GTK_IS_LABEL (title))
    title = gtk_widget_get_first_child (title);
  return title != NULL ? GTK_LABEL (title) : NULL;
}

/* Figures stand at the right, and so does what they are called; a bar gives way where there is little room. */
static void
set_headings (YzStockTable *self)
{
  GtkLabel *quantity = find_heading (self->view, QUANTITY_COLUMN), *bar = find_heading (self->view, BAR_COLUMN);

  if (quantity == NULL || bar == NULL)
    return;
  gtk_widget_set_hexpand (GTK_WIDGET (quantity), TRUE);
  gtk_label_set_xalign (quantity, 1);
  gtk_label_set_ellipsize (bar, PANGO_ELLIPSIZE_END);
}

/* --- the menu of a row -------------------------------------------------------------------------------------------- */

static void
append_verb (GMenu *menu, const char *label, const char *action, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

static GMenu *
make_item_menu (const YzStockFigures *figures, const char *id)
{
  static const struct
  {
    const char *label, *action;
  } verbs[] = {
    { N_ ("Receive…"), "stock.receive-item" },     { N_ ("Hand Out…"), "stock.hand-out-item" },
    { N_ ("Transfer…"), "stock.transfer-item" },   { N_ ("Move or Hold…"), "stock.move-item" },
    { N_ ("Take Back…"), "stock.take-back-item" }, { N_ ("Write Off…"), "stock.write-off-item" },
  };
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) moving = g_menu_new ();
  g_autoptr (GMenu) about = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    append_verb (moving, _ (verbs[i].label), verbs[i].action, id);
  if (figures->has_place)
    append_verb (about, _ ("Lots and Places"), "stock.show-item", id);
  else
    append_verb (about, _ ("Stations That Have It"), "stock.where", id);
  append_verb (about, _ ("Ledger and Use"), "stock.item-ledger", id);
  append_verb (about, _ ("Edit the Item…"), "stock.edit-item", id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (moving));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (about));
  return menu;
}

static GMenu *
make_holder_menu (const char *id)
{
  GMenu *menu = g_menu_new ();

  append_verb (menu, _ ("Open Its Stock"), "stock.place", id);
  return menu;
}

static void
create_menu (GtkMenuButton *button, gpointer data)
{
  YzStockTable *self = YZ_STOCK_TABLE (data);
  YzStockRow *row = g_object_get_data (G_OBJECT (button), "row");
  const char *id = yz_stock_row_get_figure (row)->id;
  g_autoptr (GMenu) menu = self->by_holder ? make_holder_menu (id)
                                           : make_item_menu (yz_stock_row_get_figures (row), id);

  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
set_up_menu (YzStockTable *self, GtkListItem *item)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_menu, self, NULL);
  gtk_widget_set_tooltip_text (button, _ ("What can be done"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  yz_widgets_skip_with_tab (button);
  gtk_list_item_set_child (item, button);
}

static void
bind_menu (YzStockTable *self, GtkListItem *item)
{
  GtkWidget *button = gtk_list_item_get_child (item);
  YzStockRow *row = gtk_list_item_get_item (item);
  /* Translators: of the menu of a row, read out; %s is an item or a station */
  g_autofree char *name = g_strdup_printf (_ ("What can be done: %s"), yz_stock_row_get_figure (row)->title);

  g_object_set_data_full (G_OBJECT (button), "row", g_object_ref (row), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
on_right_click (YzStockTable *self, int n_presses, double x, double y)
{
  GtkWidget *hit = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);

  if (hit != NULL)
    yz_widgets_show_row_menu (hit);
}

static void
on_activated (YzStockTable *self, guint position)
{
  g_autoptr (YzStockRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  const char *action = self->by_holder                             ? "stock.place"
                       : yz_stock_row_get_figures (row)->has_place ? "stock.show-item"
                                                                   : "stock.where";

  gtk_widget_activate_action (GTK_WIDGET (self), action, "s", yz_stock_row_get_figure (row)->id);
}

/* --- what is shown ------------------------------------------------------------------------------------------------ */

static YzStockFilter
get_filter (YzStockTable *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (filter_names); i++)
    if (g_strcmp0 (filter_names[i], self->filter) == 0)
      return (YzStockFilter) i;
  return YZ_STOCK_ALL;
}

static void
update_title (YzStockTable *self)
{
  const char *item = self->figures != NULL ? self->figures->item : NULL;
  guint n_rows = yz_stock_rows_count (self->rows, YZ_STOCK_ALL);
  g_autofree char *count = g_strdup_printf (self->by_holder ? ngettext ("%u place", "%u places", n_rows)
                                                            : ngettext ("%u item", "%u items", n_rows),
                                            n_rows);
  /* Translators: whose stock it is, or of what, and how many rows */
  g_autofree char *text = g_strdup_printf (_ ("%s · %s"), item != NULL ? item : self->title, count);

  gtk_label_set_text (self->title_label, text);
}

static const char *
find_page (YzStockTable *self)
{
  if (self->figures == NULL)
    return "reading";
  if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0)
    return "rows";
  return yz_stock_rows_count (self->rows, YZ_STOCK_ALL) > 0 ? "none" : "empty";
}

static void
update (YzStockTable *self)
{
  gboolean has_place = self->figures != NULL && self->figures->has_place;

  for (guint i = 0; i < YZ_N_STOCK_FILTERS; i++)
    g_object_set (self->chips[i], "count", yz_stock_rows_count (self->rows, (YzStockFilter) i), NULL);
  update_title (self);
  gtk_widget_set_visible (self->grouping, !has_place && *self->item == '\0');
  gtk_widget_set_visible (self->back_button, *self->item != '\0');
  gtk_column_view_column_set_title (self->title_column, self->by_holder ? _ ("Station or warehouse") : _ ("Item"));
  gtk_stack_set_visible_child_name (self->stack, find_page (self));
}

void
yz_stock_table_set_figures (YzStockTable *self, YzStockFigures *figures)
{
  g_return_if_fail (YZ_IS_STOCK_TABLE (self));

  if (figures != NULL)
    yz_stock_figures_ref (figures);
  g_clear_pointer (&self->figures, yz_stock_figures_unref);
  self->figures = figures;
  yz_stock_rows_set_figures (self->rows, figures);
  update (self);
}

/* --- the widget --------------------------------------------------------------------------------------------------- */

static void
yz_stock_table_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzStockTable *self = YZ_STOCK_TABLE (object);

  switch ((YzStockTableProperty) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_FILTER:
      g_value_set_string (value, self->filter);
      break;
    case PROP_BY_HOLDER:
      g_value_set_boolean (value, self->by_holder);
      break;
    case PROP_ITEM:
      g_value_set_string (value, self->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_stock_table_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzStockTable *self = YZ_STOCK_TABLE (object);
  gboolean changed = FALSE;

  switch ((YzStockTableProperty) prop_id)
    {
    case PROP_TITLE:
      changed = yz_set_str (&self->title, g_value_get_string (value));
      break;
    case PROP_FILTER:
      changed = yz_set_str (&self->filter, g_value_get_string (value));
      yz_stock_rows_set_filter (self->rows, get_filter (self));
      break;
    case PROP_BY_HOLDER:
      changed = self->by_holder != g_value_get_boolean (value);
      self->by_holder = g_value_get_boolean (value);
      break;
    case PROP_ITEM:
      changed = yz_set_str (&self->item, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
  if (!changed)
    return;
  update (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
yz_stock_table_dispose (GObject *object)
{
  YzStockTable *self = YZ_STOCK_TABLE (object);

  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->rows);
  g_clear_pointer (&self->figures, yz_stock_figures_unref);

  G_OBJECT_CLASS (yz_stock_table_parent_class)->dispose (object);
}

static void
yz_stock_table_finalize (GObject *object)
{
  YzStockTable *self = YZ_STOCK_TABLE (object);

  g_free (self->title);
  g_free (self->filter);
  g_free (self->item);

  G_OBJECT_CLASS (yz_stock_table_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  static const char *const chips[] = { "all_chip", "ending_chip", "lacking_chip" };

  for (guint i = 0; i < G_N_ELEMENTS (chips); i++)
    gtk_widget_class_bind_template_child_full (widget_class, chips[i], FALSE,
                                               G_STRUCT_OFFSET (YzStockTable, chips) + i * sizeof (gpointer));
  gtk_widget_class_bind_template_child (widget_class, YzStockTable, title_label);
  gtk_widget_class_bind_template_child (widget_class, YzStockTable, back_button);
  gtk_widget_class_bind_template_child (widget_class, YzStockTable, grouping);
  gtk_widget_class_bind_template_child (widget_class, YzStockTable, stack);
  gtk_widget_class_bind_template_child (widget_class, YzStockTable, view);
  gtk_widget_class_bind_template_child (widget_class, YzStockTable, selection);
  gtk_widget_class_bind_template_child (widget_class, YzStockTable, title_column);
  yz_stock_cells_bind (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, set_up_menu);
  gtk_widget_class_bind_template_callback (widget_class, bind_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_right_click);
}

static void
yz_stock_table_class_init (YzStockTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_stock_table_get_property;
  object_class->set_property = yz_stock_table_set_property;
  object_class->dispose = yz_stock_table_dispose;
  object_class->finalize = yz_stock_table_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_FILTER] = g_param_spec_string ("filter", NULL, NULL, "all", flags);
  properties[PROP_BY_HOLDER] = g_param_spec_boolean ("by-holder", NULL, NULL, FALSE, flags);
  properties[PROP_ITEM] = g_param_spec_string ("item", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (YZ_TYPE_CHIP);
  yz_widgets_bind_row_menus (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-stock-table.ui");
  bind_template (widget_class);
}

static void
yz_stock_table_init (YzStockTable *self)
{
  self->filter = g_strdup ("all");
  self->item = g_strdup ("");
  self->rows = yz_stock_rows_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (self->rows));
  set_headings (self);
}

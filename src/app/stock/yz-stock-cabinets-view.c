#include "config.h"

#include "yz-stock-cabinets-view.h"

#include "yz-cabinet-card.h"
#include "yz-kinds.h"
#include "yz-pickups.h"
#include "yz-stock-doing.h"
#include "yz-stock-figures.h"
#include "yz-stock-latest.h"
#include "yz-stock-sentences.h"
#include "yz-widgets.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

struct _YzStockCabinetsView
{
  GtkWidget parent_instance;

  YzInventory *inventory;

  YzCabinetCard *card;
  YzStockLatest *latest;
  GtkWidget *side;
  GtkButton *release_button;
  GtkLabel *count_label;
  GtkListBox *pickup_list;
};

G_DEFINE_FINAL_TYPE (YzStockCabinetsView, yz_stock_cabinets_view, GTK_TYPE_WIDGET)

enum
{
  PROP_INVENTORY = 1,
};

static GParamSpec *properties[PROP_INVENTORY + 1];

/* --- verbs -------------------------------------------------------------------------------------------------------- */

static YzEdit *
make_pickup (YzStore *store, gpointer code, GCancellable *cancellable, GError **error)
{
  g_autofree char *author = yz_store_dup_author (store);
  YzStockNote note = { .at = yz_clock_get_now (yz_store_get_clock (store)), .handler = author };
  g_autoptr (YzRecord) pickup = yz_pickup_find (store, code, error);

  return pickup != NULL ? yz_pickup_make_pickup (store, pickup, &note, error) : NULL;
}

static YzEdit *
make_cancellation (YzStore *store, gpointer code, GCancellable *cancellable, GError **error)
{
  g_autoptr (YzRecord) pickup = yz_pickup_find (store, code, error);

  return pickup != NULL ? yz_pickup_make_cancellation (pickup, yz_clock_get_now (yz_store_get_clock (store))) : NULL;
}

static YzEdit *
make_release (YzStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return yz_pickup_make_release (store, yz_clock_get_now (yz_store_get_clock (store)), error);
}

static void
pick_up_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStockCabinetsView *self = YZ_STOCK_CABINETS_VIEW (widget);

  yz_stock_do (yz_inventory_get_session (self->inventory), make_pickup, g_variant_dup_string (parameter, NULL), g_free);
}

static void
cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStockCabinetsView *self = YZ_STOCK_CABINETS_VIEW (widget);

  yz_stock_do (yz_inventory_get_session (self->inventory), make_cancellation, g_variant_dup_string (parameter, NULL),
               g_free);
}

static void
release_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_stock_do (yz_inventory_get_session (YZ_STOCK_CABINETS_VIEW (widget)->inventory), make_release, NULL, NULL);
}

/* --- what is reserved --------------------------------------------------------------------------------------------- */

static const YzSlot *
find_slot (const YzCabinetView *view, const char *id)
{
  for (guint i = 0; i < view->slots->len; i++)
    if (g_strcmp0 (yz_record_get_id (yz_cabinet_view_get_slot (view, i)->place), id) == 0)
      return yz_cabinet_view_get_slot (view, i);
  return NULL;
}

static GtkWidget *
make_verb (const char *label, const char *action, const char *code)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", code);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

/* The code in two halves, as it is read out. */
static char *
dup_title (YzRecord *pickup)
{
  const char *code = yz_record_get_title (pickup);

  return strlen (code) == 8 ? g_strdup_printf ("%.4s %s", code, code + 4) : g_strdup (code);
}

static char *
dup_goods (const YzSlot *slot, gint64 quantity)
{
  g_autofree char *amount =
    yz_stock_dup_quantity (quantity, slot->item != NULL ? yz_record_get_text (slot->item, "unit") : NULL);

  return g_strdup_printf ("%s · %s %s", yz_record_get_title (slot->place),
                          slot->item != NULL ? yz_record_get_title (slot->item) : "", amount);
}

/* What it is, and below it whose and for how long. */
static char *
dup_subtitle (const YzCabinetView *view, YzRecord *pickup)
{
  const YzSlot *slot = find_slot (view, yz_record_get_text (pickup, "slot"));
  g_autofree char *goods = slot != NULL ? dup_goods (slot, yz_record_get_integer (pickup, "quantity")) : g_strdup ("");
  g_autofree char *recipient = yz_stock_dup_recipient (pickup);
  g_autoptr (GDateTime) expires = yz_office_time (yz_record_get_integer (pickup, "expires"));
  g_autofree char *at = g_date_time_format (expires, "%m-%d %H:%M");
  /* Translators: a reservation is kept until this time */
  g_autofree char *until = g_strdup_printf (_ ("kept until %s"), at);

  return recipient != NULL && *recipient != '\0' ? g_strdup_printf ("%s\n%s · %s", goods, recipient, until)
                                                 : g_strdup_printf ("%s\n%s", goods, until);
}

static GtkWidget *
make_row (const YzCabinetView *view, YzRecord *pickup)
{
  GtkWidget *row = adw_action_row_new ();
  const char *code = yz_record_get_title (pickup);
  g_autofree char *title = dup_title (pickup);
  g_autofree char *subtitle = dup_subtitle (view, pickup);

  gtk_widget_add_css_class (row, "yz-pickup");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_verb (_ ("Cancel it"), "pickups.cancel", code));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_verb (_ ("Picked up"), "pickups.pick-up", code));
  return row;
}

static void
show_pickups (YzStockCabinetsView *self)
{
  const YzCabinetAnswer *answer = yz_cabinet_card_get_answer (self->card);
  gboolean has_view = answer != NULL && answer->view != NULL;
  guint n_late = has_view ? answer->n_late : 0, n_pickups = has_view ? answer->pickups->len : 0;
  g_autofree char *count = n_pickups > 0 ? g_strdup_printf ("%u", n_pickups) : g_strdup ("");
  g_autofree char *release = g_strdup_printf (ngettext ("Release %u late one", "Release %u late ones", n_late), n_late);

  gtk_widget_set_visible (self->side, has_view);
  yz_widgets_clear_list (self->pickup_list);
  gtk_label_set_text (self->count_label, count);
  for (guint i = 0; i < n_pickups; i++)
    gtk_list_box_append (self->pickup_list, make_row (answer->view, g_ptr_array_index (answer->pickups, i)));
  gtk_button_set_label (self->release_button, release);
  gtk_widget_set_visible (GTK_WIDGET (self->release_button), n_late > 0);
}

static void
show_answer (YzStockCabinetsView *self)
{
  const YzCabinetAnswer *answer = yz_cabinet_card_get_answer (self->card);
  gboolean there = answer != NULL && answer->view != NULL;

  show_pickups (self);
  g_object_set (self->latest, "visible", there, "cabinet", there ? yz_record_get_id (answer->view->cabinet) : NULL,
                NULL);
}

/* --- the widget --------------------------------------------------------------------------------------------------- */

static void
yz_stock_cabinets_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_INVENTORY)
    g_value_set_object (value, YZ_STOCK_CABINETS_VIEW (object)->inventory);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_stock_cabinets_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzStockCabinetsView *self = YZ_STOCK_CABINETS_VIEW (object);

  if (prop_id != PROP_INVENTORY)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  else if (g_set_object (&self->inventory, g_value_get_object (value)))
    g_object_notify_by_pspec (object, pspec);
}

static void
yz_stock_cabinets_view_dispose (GObject *object)
{
  YzStockCabinetsView *self = YZ_STOCK_CABINETS_VIEW (object);

  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->inventory);

  G_OBJECT_CLASS (yz_stock_cabinets_view_parent_class)->dispose (object);
}

static void
yz_stock_cabinets_view_class_init (YzStockCabinetsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yz_stock_cabinets_view_get_property;
  object_class->set_property = yz_stock_cabinets_view_set_property;
  object_class->dispose = yz_stock_cabinets_view_dispose;

  properties[PROP_INVENTORY] =
    g_param_spec_object ("inventory", NULL, NULL, YZ_TYPE_INVENTORY,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (YZ_TYPE_CABINET_CARD);
  g_type_ensure (YZ_TYPE_STOCK_LATEST);
  gtk_widget_class_install_action (widget_class, "pickups.pick-up", "s", pick_up_cb);
  gtk_widget_class_install_action (widget_class, "pickups.cancel", "s", cancel_cb);
  gtk_widget_class_install_action (widget_class, "pickups.release", NULL, release_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-stock-cabinets-view.ui");
  gtk_widget_class_bind_template_child (widget_class, YzStockCabinetsView, card);
  gtk_widget_class_bind_template_child (widget_class, YzStockCabinetsView, latest);
  gtk_widget_class_bind_template_child (widget_class, YzStockCabinetsView, side);
  gtk_widget_class_bind_template_child (widget_class, YzStockCabinetsView, release_button);
  gtk_widget_class_bind_template_child (widget_class, YzStockCabinetsView, count_label);
  gtk_widget_class_bind_template_child (widget_class, YzStockCabinetsView, pickup_list);
  gtk_widget_class_bind_template_callback (widget_class, show_answer);
}

static void
yz_stock_cabinets_view_init (YzStockCabinetsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_answer (self);
}

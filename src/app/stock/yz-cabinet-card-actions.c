/* The verbs of a cabinet and of the slot that is chosen. */
#include "config.h"

#include "yz-cabinet-card-private.h"

#include "yz-cabinet-forms.h"
#include "yz-dialogs.h"
#include "yz-events-window.h"
#include "yz-refill-window.h"
#include "yz-stock-doing.h"

#include <string.h>

static GtkWindow *
get_window (YzCabinetCard *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
form_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzCabinetCard *self = YZ_CABINET_CARD (widget);
  YzSession *session = yz_inventory_get_session (yz_cabinet_card_get_inventory (self));

  gtk_window_present (GTK_WINDOW (yz_cabinet_forms_open (get_window (self), session, name + strlen ("cabinet."),
                                                         yz_cabinet_card_get_slot (self))));
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzCabinetCard *self = YZ_CABINET_CARD (widget);
  const YzCabinetAnswer *answer = yz_cabinet_card_get_answer (self);
  guint n_there = answer != NULL ? answer->cabinets->len : 0;

  gtk_window_present (GTK_WINDOW (yz_cabinet_forms_open_new (get_window (self), yz_cabinet_card_get_inventory (self),
                                                             n_there)));
}

/* @make: an edit of a slot, whose id it is given */
static void
do_with_slot (YzCabinetCard *self, YzStockMakeFunc make)
{
  const YzSlot *slot = yz_cabinet_card_get_slot (self);

  if (slot != NULL)
    yz_stock_do (yz_inventory_get_session (yz_cabinet_card_get_inventory (self)), make,
                 g_strdup (yz_record_get_id (slot->place)), g_free);
}

static YzEdit *
make_repair (YzStore *store, gpointer slot, GCancellable *cancellable, GError **error)
{
  return yz_slot_make_broken (store, slot, NULL, error);
}

static void
repair_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  do_with_slot (YZ_CABINET_CARD (widget), make_repair);
}

static YzEdit *
make_clearance (YzStore *store, gpointer slot, GCancellable *cancellable, GError **error)
{
  YzStockNote note = { .at = yz_clock_get_now (yz_store_get_clock (store)) };

  return yz_slot_make_clearance (store, slot, &note, error);
}

static void
clear_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  do_with_slot (YZ_CABINET_CARD (widget), make_clearance);
}

static void
round_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzCabinetCard *self = YZ_CABINET_CARD (widget);

  gtk_window_present (GTK_WINDOW (yz_refill_window_new (get_window (self), yz_cabinet_card_get_inventory (self))));
}

static void
on_file_chosen (GFile *file, gpointer data)
{
  YzCabinetCard *self = data;

  /* the card may be on its way out by now */
  if (yz_cabinet_card_get_inventory (self) != NULL)
    gtk_window_present (GTK_WINDOW (yz_events_window_new (get_window (self), yz_cabinet_card_get_inventory (self),
                                                          file)));
}

static void
events_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzCabinetCard *self = YZ_CABINET_CARD (widget);

  yz_dialogs_choose_events (get_window (self), on_file_chosen, self);
}

/* The same without asking, for a file whose path is known. */
static void
events_of_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));

  on_file_chosen (file, widget);
}

void
yz_cabinet_card_install_actions (GtkWidgetClass *widget_class)
{
  static const char *const forms[] = { "cabinet.refill", "cabinet.reserve", "cabinet.assign", "cabinet.break" };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    gtk_widget_class_install_action (widget_class, forms[i], NULL, form_cb);
  gtk_widget_class_install_action (widget_class, "cabinet.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "cabinet.repair", NULL, repair_cb);
  gtk_widget_class_install_action (widget_class, "cabinet.clear", NULL, clear_cb);
  gtk_widget_class_install_action (widget_class, "cabinet.round", NULL, round_cb);
  gtk_widget_class_install_action (widget_class, "cabinet.events", NULL, events_cb);
  gtk_widget_class_install_action (widget_class, "cabinet.events-of", "s", events_of_cb);
}

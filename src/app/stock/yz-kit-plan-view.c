#include "config.h"

#include "yz-kit-plan-view.h"

#include "yz-kit-planning.h"
#include "yz-stock-chooser.h"
#include "yz-stock-doing.h"
#include "yz-stock-reading.h"
#include "yz-text.h"
#include "yz-widgets.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MAX_HEADS 1000000
#define FIRST_HEADS 50

/* A station, and how many people are expected there. */
typedef struct
{
  char *id;
  char *name;
  gint64 heads;
} Demand;

struct _YzKitPlanView
{
  GtkWidget parent_instance;

  YzInventory *inventory;
  YzStockReading *reading;
  char *kit;
  GPtrArray *demands; /* Demand */

  YzStockChooser *chooser;
  GtkListBox *sites;
  GtkBox *answer;
};

G_DEFINE_FINAL_TYPE (YzKitPlanView, yz_kit_plan_view, GTK_TYPE_WIDGET)

static void
demand_free (gpointer data)
{
  Demand *demand = data;

  g_free (demand->id);
  g_free (demand->name);
  g_free (demand);
}

/* --- on a worker -------------------------------------------------------------------------------------------------- */

/* @wish: "(sa(sx))": a kit, and stations with heads */
static YzKitPlanning *
read_wish (YzStore *store, GVariant *wish, gint64 now, GCancellable *cancellable, GError **error)
{
  g_autoptr (GVariantIter) iter = NULL;
  g_autoptr (GArray) demands = g_array_new (FALSE, FALSE, sizeof (YzKitDemand));
  YzKitDemand demand;
  const char *kit;

  g_variant_get (wish, "(&sa(sx))", &kit, &iter);
  while (g_variant_iter_next (iter, "(&sx)", &demand.holder, &demand.heads))
    g_array_append_val (demands, demand);
  return yz_kit_planning_read (store, kit, (YzKitDemand *) demands->data, demands->len, TRUE, now, cancellable, error);
}

static gpointer
read_plan (YzStore *store, const YzInventoryScope *scope, GVariant *wish, GCancellable *cancellable, GError **error)
{
  return wish != NULL ? read_wish (store, wish, scope->now, cancellable, error) : NULL;
}

static void
free_plan (gpointer planning)
{
  yz_kit_planning_free (planning);
}

static YzEdit *
make_transfers (YzStore *store, gpointer wish, GCancellable *cancellable, GError **error)
{
  g_autofree char *author = yz_store_dup_author (store);
  YzStockNote note = { .at = yz_clock_get_now (yz_store_get_clock (store)), .handler = author };
  g_autoptr (YzKitPlanning) planning = read_wish (store, wish, note.at, cancellable, error);

  return planning != NULL ? yz_kit_planning_make_transfers (planning, store, NULL, &note, error) : NULL;
}

static void
unref_variant (gpointer variant)
{
  g_variant_unref (variant);
}

/* --- the answer --------------------------------------------------------------------------------------------------- */

static void
add_line (GtkBox *box, const char *text, const char *style)
{
  gtk_box_append (box, yz_widgets_make_wrapped_label (text, style));
}

static void
add_heading (GtkBox *box, const char *text)
{
  GtkWidget *heading = yz_widgets_make_label (text, "yz-strong");

  gtk_widget_set_margin_top (heading, 10);
  gtk_box_append (box, heading);
}

static const char *
get_item (const YzKitPlanning *planning, guint part)
{
  return yz_record_get_title (yz_kit_planning_get_item (planning, part));
}

static void
show_need (YzKitPlanView *self, const YzKitPlanning *planning, guint index)
{
  const YzKitSite *site = yz_kit_planning_get_site (planning, index);
  const YzStockKitNeed *need = &g_array_index (planning->plan->needs, YzStockKitNeed, index);
  g_autofree char *line = NULL;

  if (need->missing > 0)
    /* Translators: a station, three numbers of kits, and the item that is too few */
    line = g_strdup_printf (_ ("%s: %d ready, %d to put together, %d missing for want of %s"), site->name,
                            (int) need->ready, (int) need->assemble, (int) need->missing,
                            get_item (planning, need->scarce));
  else
    line =
      g_strdup_printf (_ ("%s: %d ready, %d to put together"), site->name, (int) need->ready, (int) need->assemble);
  add_line (self->answer, line, need->missing > 0 ? "yz-refused" : NULL);
}

static void
show_send (YzKitPlanView *self, const YzKitPlanning *planning, const YzStockKitSend *send)
{
  YzRecord *item = yz_kit_planning_get_item (planning, send->part);
  g_autofree char *line =
    g_strdup_printf ("%s → %s · %s %" G_GINT64_FORMAT " %s", yz_kit_planning_get_site (planning, send->from)->name,
                     yz_kit_planning_get_site (planning, send->to)->name, yz_record_get_title (item), send->quantity,
                     yz_record_get_text (item, "unit"));

  add_line (self->answer, line, NULL);
}

static void
show_lacking (YzKitPlanView *self, const YzKitPlanning *planning)
{
  gboolean first = TRUE;

  for (guint i = 0; i < planning->recipe->parts->len; i++)
    {
      YzRecord *item = yz_kit_planning_get_item (planning, i);
      g_autofree char *line = g_strdup_printf ("%s %" G_GINT64_FORMAT " %s", yz_record_get_title (item),
                                               planning->plan->lacking[i], yz_record_get_text (item, "unit"));

      if (planning->plan->lacking[i] == 0)
        continue;
      if (first)
        add_heading (self->answer, _ ("To be bought"));
      add_line (self->answer, line, NULL);
      first = FALSE;
    }
}

static void
on_answered (YzKitPlanView *self)
{
  const YzKitPlanning *planning = yz_stock_reading_get_answer (self->reading);
  guint n_sends = planning != NULL ? planning->plan->sends->len : 0;

  yz_widgets_clear_box (self->answer);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.send", n_sends > 0);
  if (planning == NULL || self->demands->len == 0)
    return;
  add_heading (self->answer, _ ("At the stations"));
  for (guint i = 0; i < planning->sites->len; i++)
    if (yz_kit_planning_get_site (planning, i)->heads > 0)
      show_need (self, planning, i);
  if (n_sends > 0)
    add_heading (self->answer, _ ("To be sent"));
  for (guint i = 0; i < n_sends; i++)
    show_send (self, planning, &g_array_index (planning->plan->sends, YzStockKitSend, i));
  show_lacking (self, planning);
}

/* --- what is asked ------------------------------------------------------------------------------------------------ */

static GVariant *
make_wish (YzKitPlanView *self)
{
  GVariantBuilder demands;

  if (self->kit == NULL || self->demands->len == 0)
    return NULL;
  g_variant_builder_init (&demands, G_VARIANT_TYPE ("a(sx)"));
  for (guint i = 0; i < self->demands->len; i++)
    {
      const Demand *demand = g_ptr_array_index (self->demands, i);

      g_variant_builder_add (&demands, "(sx)", demand->id, demand->heads);
    }
  return g_variant_new ("(sa(sx))", self->kit, &demands);
}

static void
ask (YzKitPlanView *self)
{
  yz_stock_reading_set_wish (self->reading, make_wish (self));
}

static void
on_heads_changed (GtkSpinButton *spin, YzKitPlanView *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (spin), GTK_TYPE_LIST_BOX_ROW);
  Demand *demand = g_ptr_array_index (self->demands, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));

  demand->heads = (gint64) gtk_spin_button_get_value (spin);
  ask (self);
}

static void
on_remove_clicked (GtkButton *button, YzKitPlanView *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);

  g_ptr_array_remove_index (self->demands, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
  gtk_list_box_remove (self->sites, row);
  ask (self);
}

static GtkWidget *
make_row (YzKitPlanView *self, const Demand *demand)
{
  GtkWidget *row = adw_action_row_new (), *spin = gtk_spin_button_new_with_range (0, MAX_HEADS, 1);
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *heads = g_strdup_printf (_ ("People at %s"), demand->name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), demand->name);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), (double) demand->heads);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, _ ("Not at this station"));
  gtk_widget_add_css_class (remove, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, heads, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Not at this station"),
                                  -1);
  g_signal_connect (spin, "value-changed", G_CALLBACK (on_heads_changed), self);
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove_clicked), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  return row;
}

static void
add_demand (YzKitPlanView *self, const char *id, const char *name)
{
  Demand *demand;

  for (guint i = 0; i < self->demands->len; i++)
    if (g_str_equal (((Demand *) g_ptr_array_index (self->demands, i))->id, id))
      return;
  demand = g_new0 (Demand, 1);
  *demand = (Demand){ g_strdup (id), g_strdup (name), FIRST_HEADS };
  g_ptr_array_add (self->demands, demand);
  gtk_list_box_append (self->sites, make_row (self, demand));
  ask (self);
}

static void
on_chosen (YzKitPlanView *self, YzRecord *record)
{
  if (record != NULL)
    add_demand (self, yz_record_get_id (record), yz_record_get_title (record));
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzKitPlanView) self = data;
  g_autoptr (GError) error = NULL;

  if (!yz_stock_do_finish (result, &error))
    yz_session_report_error (YZ_SESSION (source), error);
}

static void
send_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzKitPlanView *self = YZ_KIT_PLAN_VIEW (widget);
  GVariant *wish = make_wish (self);

  if (wish == NULL)
    return;
  gtk_widget_action_set_enabled (widget, "plan.send", FALSE);
  yz_stock_do_async (yz_inventory_get_session (self->inventory), make_transfers, g_variant_ref_sink (wish),
                     unref_variant, on_sent, g_object_ref (self));
}

/* --- the widget --------------------------------------------------------------------------------------------------- */

static void
yz_kit_plan_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (yz_kit_plan_view_parent_class)->map (widget);
  g_object_set (YZ_KIT_PLAN_VIEW (widget)->reading, "active", TRUE, NULL);
}

static void
yz_kit_plan_view_unmap (GtkWidget *widget)
{
  g_object_set (YZ_KIT_PLAN_VIEW (widget)->reading, "active", FALSE, NULL);
  GTK_WIDGET_CLASS (yz_kit_plan_view_parent_class)->unmap (widget);
}

static void
yz_kit_plan_view_dispose (GObject *object)
{
  YzKitPlanView *self = YZ_KIT_PLAN_VIEW (object);

  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->reading);
  g_clear_object (&self->inventory);

  G_OBJECT_CLASS (yz_kit_plan_view_parent_class)->dispose (object);
}

static void
yz_kit_plan_view_finalize (GObject *object)
{
  YzKitPlanView *self = YZ_KIT_PLAN_VIEW (object);

  g_free (self->kit);
  g_ptr_array_unref (self->demands);

  G_OBJECT_CLASS (yz_kit_plan_view_parent_class)->finalize (object);
}

static void
yz_kit_plan_view_class_init (YzKitPlanViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = yz_kit_plan_view_dispose;
  object_class->finalize = yz_kit_plan_view_finalize;
  widget_class->map = yz_kit_plan_view_map;
  widget_class->unmap = yz_kit_plan_view_unmap;
  gtk_widget_class_install_action (widget_class, "plan.send", NULL, send_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_bar (YzKitPlanView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *send = gtk_button_new_with_mnemonic (_ ("_Send What the Plan Says"));

  self->chooser = g_object_new (YZ_TYPE_STOCK_CHOOSER, "subject", "holders", "title", _ ("Add a station"), "name-of",
                                _ ("Where kits are handed out"), "hexpand", TRUE, "halign", GTK_ALIGN_START, NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (send), "plan.send");
  gtk_widget_add_css_class (send, "suggested-action");
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->chooser));
  gtk_box_append (GTK_BOX (bar), send);
  return bar;
}

static void
yz_kit_plan_view_init (YzKitPlanView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *empty = yz_widgets_make_wrapped_label (
    _ ("Add the stations where kits will be handed out, and how many people are expected there."), "yz-second");

  self->demands = g_ptr_array_new_with_free_func (demand_free);
  self->sites = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->sites, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (empty, "yz-stock-line");
  gtk_list_box_set_placeholder (self->sites, empty);
  gtk_widget_add_css_class (GTK_WIDGET (self->sites), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sites), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Stations and people"), -1);
  self->answer = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sites));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->answer));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

GtkWidget *
yz_kit_plan_view_new (YzInventory *inventory)
{
  YzKitPlanView *self = g_object_new (YZ_TYPE_KIT_PLAN_VIEW, NULL);

  self->inventory = g_object_ref (inventory);
  g_object_set (self->chooser, "session", yz_inventory_get_session (inventory), NULL);
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  self->reading = yz_stock_reading_new (inventory, read_plan, free_plan);
  g_signal_connect_object (self->reading, "answered", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
  on_answered (self);
  return GTK_WIDGET (self);
}

void
yz_kit_plan_view_set_kit (YzKitPlanView *self, const char *kit)
{
  g_return_if_fail (YZ_IS_KIT_PLAN_VIEW (self));

  if (yz_set_str (&self->kit, kit))
    ask (self);
}

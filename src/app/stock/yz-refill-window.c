#include "config.h"

#include "yz-refill-window.h"

#include "yz-cabinet-answer.h"
#include "yz-refill-rounds.h"
#include "yz-stock-chooser.h"
#include "yz-stock-doing.h"
#include "yz-stock-figures.h"
#include "yz-stock-reading.h"
#include "yz-text.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

struct _YzRefillWindow
{
  AdwWindow parent_instance;

  YzInventory *inventory;
  YzStockReading *reading;
  char *warehouse; /* id, NULL for none */

  YzStockChooser *chooser;
  GtkBox *list;
  GtkWidget *verb;
};

G_DEFINE_FINAL_TYPE (YzRefillWindow, yz_refill_window, ADW_TYPE_WINDOW)

/* --- on a worker -------------------------------------------------------------------------------------------------- */

static gpointer
read_round (YzStore *store, const YzInventoryScope *scope, GVariant *wish, GCancellable *cancellable, GError **error)
{
  return yz_refill_round_read (store, NULL, scope->station, wish != NULL ? g_variant_get_string (wish, NULL) : NULL,
                               scope->now, cancellable, error);
}

static void
free_round (gpointer round)
{
  yz_refill_round_free (round);
}

typedef struct
{
  YzInventoryScope *scope;
  char *warehouse;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  yz_inventory_scope_free (order->scope);
  g_free (order->warehouse);
  g_free (order);
}

static YzEdit *
make_round (YzStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Order *order = data;
  g_autofree char *author = yz_store_dup_author (store);
  YzStockNote note = { .at = order->scope->now, .handler = author };
  g_autoptr (YzRefillRound) round =
    yz_refill_round_read (store, NULL, order->scope->station, order->warehouse, order->scope->now, cancellable, error);

  return round != NULL ? yz_refill_round_make (round, store, &note, error) : NULL;
}

/* --- a cabinet ---------------------------------------------------------------------------------------------------- */

/* What is filled now on top of what was filled this month, against what may be filled. */
static GtkWidget *
make_limit (const YzRefillRound *round, guint cabinet)
{
  YzRecord *record = yz_refill_round_get_cabinet (round, cabinet)->cabinet;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gint64 value = round->plan->values[cabinet], filled = g_array_index (round->filled, gint64, cabinet);
  g_autofree char *now = yz_stock_dup_money (value), *before = yz_stock_dup_money (filled), *text = NULL;

  if (yz_record_get (record, "monthly_cap") == NULL)
    text = g_strdup_printf (_ ("%s now, %s this month so far; no limit"), now, before);
  else
    {
      gint64 cap = yz_record_get_integer (record, "monthly_cap");
      g_autofree char *limit = yz_stock_dup_money (cap);
      GtkWidget *bar = gtk_level_bar_new_for_interval (0, (double) MAX (cap, 1));

      gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), (double) MIN (filled + value, cap));
      gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Of this month’s limit"),
                                      -1);
      gtk_box_append (GTK_BOX (box), bar);
      text = g_strdup_printf (_ ("%s now, %s this month so far, of at most %s"), now, before, limit);
    }
  gtk_box_append (GTK_BOX (box), yz_widgets_make_label (text, "yz-second"));
  return box;
}

static GtkWidget *
make_cell (const char *text, int width, const char *style)
{
  GtkWidget *label = yz_widgets_make_label (text, style);

  if (width > 0)
    gtk_widget_set_size_request (label, width, -1);
  else
    gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static void
add_row (GtkBox *list, const char *const *cells, const char *tone)
{
  static const int widths[] = { 40, 0, 84, 170, 150, 84 };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  gtk_widget_add_css_class (row, "yz-refill-row");
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkWidget *cell = make_cell (cells[i], widths[i], i == 0 ? "yz-strong" : i == 3 ? tone : NULL);

      if (i == 2 || i == 5)
        gtk_label_set_xalign (GTK_LABEL (cell), 1);
      gtk_box_append (GTK_BOX (row), cell);
    }
  gtk_box_append (list, row);
}

static void
add_line (GtkBox *list, const YzRefillRound *round, const YzRefillLine *line)
{
  const YzRefillSource *source = yz_refill_round_get_source (round, line->lot);
  const char *expiry = source->lot != NULL ? yz_record_get_text (source->lot, "expiry") : NULL;
  g_autofree char *value = yz_stock_dup_money (line->quantity * g_array_index (round->values, gint64, line->lot));
  g_autofree char *quantity = yz_stock_dup_quantity (line->quantity, yz_record_get_text (source->item, "unit"));
  g_autofree char *until = expiry != NULL ? g_strdup_printf (_ ("usable until %s"), expiry) : g_strdup (_ ("keeps"));
  const char *const cells[] = { yz_record_get_title (yz_refill_round_get_slot (round, line->slot)->place),
                                yz_record_get_title (source->item),
                                quantity,
                                until,
                                yz_record_get_title (source->place),
                                value };

  add_row (list, cells, "yz-second");
}

static void
add_result (GtkBox *list, const YzRefillRound *round, guint index)
{
  const YzRefillResult *result = &round->plan->results[index];
  const YzSlot *slot = yz_refill_round_get_slot (round, index);
  const char *name = slot->item != NULL ? yz_record_get_title (slot->item) : "–";
  g_autofree char *out = g_strdup_printf ("−%" G_GINT64_FORMAT, result->take_out);
  const char *unit = slot->item != NULL ? yz_record_get_text (slot->item, "unit") : NULL;
  g_autofree char *amount = yz_stock_dup_quantity (result->lacking, unit);
  g_autofree char *lacking = g_strdup_printf (_ ("lacks %s"), amount);
  const char *const out_cells[] = { yz_record_get_title (slot->place),   name, out,
                                    _ ("take out: expired or recalled"), "",   "" };
  const char *const cells[] = { yz_record_get_title (slot->place),          name, lacking,
                                yz_refill_reason_get_text (result->reason), "",   "" };

  if (result->take_out > 0)
    add_row (list, out_cells, "error");
  if (result->lacking > 0)
    add_row (list, cells, "yz-warning-text");
}

/* In the order of the slots, as somebody stands before them. */
static void
add_slot (GtkBox *list, const YzRefillRound *round, guint index)
{
  for (guint i = 0; i < round->plan->lines->len; i++)
    {
      const YzRefillLine *line = &g_array_index (round->plan->lines, YzRefillLine, i);

      if (line->slot == index)
        add_line (list, round, line);
    }
  add_result (list, round, index);
}

static GtkWidget *
make_cabinet (const YzRefillRound *round, guint cabinet)
{
  const YzCabinetView *view = yz_refill_round_get_cabinet (round, cabinet);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *title =
    g_strdup_printf ("%s · %s", yz_record_get_title (view->station), yz_record_get_title (view->cabinet));

  gtk_widget_add_css_class (card, "yz-card");
  gtk_box_append (GTK_BOX (card), yz_widgets_make_label (title, "yz-card-title"));
  gtk_box_append (GTK_BOX (card), make_limit (round, cabinet));
  for (guint i = 0; i < round->slots->len; i++)
    if (yz_refill_round_find_cabinet (round, i) == cabinet)
      add_slot (GTK_BOX (list), round, i);
  if (gtk_widget_get_first_child (list) == NULL)
    gtk_box_append (GTK_BOX (list), yz_widgets_make_label (_ ("Every slot is full."), "yz-second"));
  gtk_box_append (GTK_BOX (card), list);
  return card;
}

static gboolean
has_something_to_do (const YzRefillRound *round)
{
  for (guint i = 0; i < round->slots->len; i++)
    if (round->plan->results[i].take_out > 0)
      return TRUE;
  return round->plan->lines->len > 0;
}

static void
on_answered (YzRefillWindow *self)
{
  const YzRefillRound *round = yz_stock_reading_get_answer (self->reading);

  yz_widgets_clear_box (self->list);
  for (guint i = 0; round != NULL && i < round->cabinets->len; i++)
    gtk_box_append (self->list, make_cabinet (round, round->plan->visits[i]));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "refill.carry-out", round != NULL && has_something_to_do (round));
}

/* --- what is asked ------------------------------------------------------------------------------------------------ */

static void
on_chosen (YzRefillWindow *self, YzRecord *record)
{
  yz_set_str (&self->warehouse, record != NULL ? yz_record_get_id (record) : NULL);
  g_object_set (self->chooser, "title", record != NULL ? yz_record_get_title (record) : _ ("Only the stations"), NULL);
  yz_stock_reading_set_wish (self->reading, record != NULL ? g_variant_new_string (self->warehouse) : NULL);
}

static void
carry_out_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzRefillWindow *self = YZ_REFILL_WINDOW (widget);
  Order *order = g_new0 (Order, 1);

  *order = (Order){ yz_inventory_dup_scope (self->inventory), g_strdup (self->warehouse) };
  yz_stock_do (yz_inventory_get_session (self->inventory), make_round, order, order_free);
  gtk_window_close (GTK_WINDOW (self));
}

/* Of one cabinet, or of all. */
static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzRefillWindow *self = YZ_REFILL_WINDOW (widget);
  const YzRefillRound *round = yz_stock_reading_get_answer (self->reading);
  gboolean is_one = round != NULL && round->cabinets->len == 1;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.print-document", "(ss)", "refill-sheet",
                                is_one ? yz_record_get_id (yz_refill_round_get_cabinet (round, 0)->cabinet) : "");
  gtk_window_close (GTK_WINDOW (self));
}

/* --- the window --------------------------------------------------------------------------------------------------- */

static void
yz_refill_window_dispose (GObject *object)
{
  YzRefillWindow *self = YZ_REFILL_WINDOW (object);

  g_clear_object (&self->reading);
  g_clear_object (&self->inventory);
  g_clear_pointer (&self->warehouse, g_free);

  G_OBJECT_CLASS (yz_refill_window_parent_class)->dispose (object);
}

static void
yz_refill_window_class_init (YzRefillWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_refill_window_dispose;
  gtk_widget_class_install_action (widget_class, "refill.carry-out", NULL, carry_out_cb);
  gtk_widget_class_install_action (widget_class, "refill.print", NULL, print_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_header (YzRefillWindow *self)
{
  GtkWidget *header = adw_header_bar_new (), *print = gtk_button_new_with_label (_ ("Print"));

  self->verb = gtk_button_new_with_mnemonic (_ ("_Done: Write It Down"));
  gtk_widget_add_css_class (self->verb, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->verb), "refill.carry-out");
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->verb);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (print), "refill.print");
  gtk_widget_set_tooltip_text (print, _ ("Refill sheet"));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), print);
  return header;
}

static void
yz_refill_window_init (YzRefillWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "yz-overview");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_add_css_class (bar, "yz-refill-bar");
  self->chooser = g_object_new (YZ_TYPE_STOCK_CHOOSER, "subject", "holders", "title", _ ("Only the stations"),
                                "has-all", TRUE, "name-of", _ ("Where goods come from besides"), NULL);
  gtk_box_append (GTK_BOX (bar), gtk_label_new (_ ("Where a station has too little, from:")));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->chooser));
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "yz");
}

YzRefillWindow *
yz_refill_window_new (GtkWindow *parent, YzInventory *inventory)
{
  YzRefillWindow *self = g_object_new (YZ_TYPE_REFILL_WINDOW, "transient-for", parent, "modal", TRUE, "title",
                                       _ ("Plan of the refill"), "default-width", 820, "default-height", 680, NULL);

  self->inventory = g_object_ref (inventory);
  g_object_set (self->chooser, "session", yz_inventory_get_session (inventory), NULL);
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  self->reading = yz_stock_reading_new (inventory, read_round, free_round);
  g_signal_connect_object (self->reading, "answered", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
  on_answered (self);
  g_object_set (self->reading, "active", TRUE, NULL);
  return self;
}

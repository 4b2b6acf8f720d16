#include "config.h"

#include "yz-kits-window.h"

#include "yz-kit-plan-view.h"
#include "yz-kit-recipe-form.h"
#include "yz-kits.h"
#include "yz-small-form.h"
#include "yz-stock-chooser.h"
#include "yz-stock-reading.h"
#include "yz-text.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

struct _YzKitsWindow
{
  AdwWindow parent_instance;

  YzInventory *inventory;
  YzStockReading *reading;
  char *holder; /* id of a station or place, NULL for none */
  char *kit;    /* id of the version that is looked at, NULL for the first */

  GtkListBox *kits;
  GtkStack *stack;
  GtkLabel *title;
  YzStockChooser *chooser;
  GtkBox *parts;
  GtkLabel *stock;
  YzKitPlanView *plan;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (YzKitsWindow, yz_kits_window, ADW_TYPE_WINDOW)

/* --- on a worker -------------------------------------------------------------------------------------------------- */

/* The recipes, and what the chosen holder has for each; without one no stock. */
typedef struct
{
  GPtrArray *recipes;
  GPtrArray *stocks;
} Answer;

static void
free_stock (gpointer stock)
{
  g_clear_pointer ((YzKitStock **) &stock, yz_kit_stock_free);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->recipes, g_ptr_array_unref);
  g_clear_pointer (&answer->stocks, g_ptr_array_unref);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
read_kits (YzStore *store, const YzInventoryScope *scope, GVariant *wish, GCancellable *cancellable, GError **error)
{
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  const char *holder = wish != NULL ? g_variant_get_string (wish, NULL) : NULL;

  answer->stocks = g_ptr_array_new_with_free_func (free_stock);
  answer->recipes = yz_recipes_load (store, error);
  if (answer->recipes == NULL)
    return NULL;
  for (guint i = 0; holder != NULL && i < answer->recipes->len; i++)
    {
      YzKitStock *stock = yz_kit_stock_read (store, g_ptr_array_index (answer->recipes, i), holder, scope->now, error);

      if (stock == NULL)
        return NULL;
      g_ptr_array_add (answer->stocks, stock);
    }
  return g_steal_pointer (&answer);
}

typedef struct
{
  char *holder;
  char *kit;
  char *item;
  gint64 quantity;
  gint64 at;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->holder);
  g_free (order->kit);
  g_free (order->item);
  g_free (order);
}

static YzEdit *
make_assembly (YzStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Order *order = data;
  g_autofree char *author = yz_store_dup_author (store);
  YzStockNote note = { .at = order->at, .handler = author };

  return yz_kit_make_assembly (store, order->holder, order->kit, order->quantity, &note, error);
}

static YzEdit *
make_taking_apart (YzStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Order *order = data;
  g_autofree char *author = yz_store_dup_author (store);
  YzStockNote note = { .at = order->at, .handler = author };
  YzStockLine line = { order->item, NULL, order->quantity };

  return yz_kit_make_taking_apart (store, order->holder, &line, &note, error);
}

/* --- what is looked at -------------------------------------------------------------------------------------------- */

static const Answer *
get_answer (YzKitsWindow *self)
{
  return self->reading != NULL ? yz_stock_reading_get_answer (self->reading) : NULL;
}

static guint
find_index (YzKitsWindow *self, const Answer *answer)
{
  for (guint i = 0; i < answer->recipes->len; i++)
    if (g_strcmp0 (yz_record_get_id (((YzRecipe *) g_ptr_array_index (answer->recipes, i))->kit), self->kit) == 0)
      return i;
  return 0;
}

static const YzRecipe *
get_recipe (YzKitsWindow *self)
{
  const Answer *answer = get_answer (self);

  return answer != NULL && answer->recipes->len > 0 ? g_ptr_array_index (answer->recipes, find_index (self, answer))
                                                    : NULL;
}

static const YzKitStock *
get_stock (YzKitsWindow *self)
{
  const Answer *answer = get_answer (self);

  return answer != NULL && answer->stocks->len > 0 ? g_ptr_array_index (answer->stocks, find_index (self, answer))
                                                   : NULL;
}

static void
show_part (YzKitsWindow *self, const YzRecipePart *part, const YzKitStock *stock, guint index)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *name = yz_widgets_make_label (yz_record_get_title (part->item), NULL);
  const char *unit = yz_record_get_text (part->item, "unit");
  g_autofree char *each = g_strdup_printf (_ ("%d %s in each"), (int) part->quantity, unit);
  g_autofree char *there = stock != NULL ? g_strdup_printf (_ ("%d %s usable"), (int) stock->usable[index], unit)
                                         : NULL;

  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), yz_widgets_make_label (each, "yz-second"));
  if (there != NULL)
    {
      GtkWidget *usable = yz_widgets_make_label (there, stock->scarce == index ? "yz-warning-text" : NULL);

      gtk_widget_set_size_request (usable, 110, -1);
      gtk_label_set_xalign (GTK_LABEL (usable), 1);
      gtk_box_append (GTK_BOX (row), usable);
    }
  gtk_widget_add_css_class (row, "yz-refill-row");
  gtk_box_append (self->parts, row);
}

static char *
dup_stock (const YzRecipe *recipe, const YzKitStock *stock)
{
  if (stock == NULL)
    return g_strdup (_ ("Choose a station to see how many kits it has and can put together."));
  if (stock->scarce < recipe->parts->len)
    /* Translators: two numbers of kits, and the part of which there is the least */
    return g_strdup_printf (_ ("%d ready, %d more can be put together; scarce: %s"), (int) stock->ready,
                            (int) stock->possible,
                            yz_record_get_title (yz_recipe_get_part (recipe, stock->scarce)->item));
  return g_strdup_printf (_ ("%d ready"), (int) stock->ready);
}

static void
show_recipe (YzKitsWindow *self)
{
  const YzRecipe *recipe = get_recipe (self);
  const YzKitStock *stock = get_stock (self);
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;

  yz_widgets_clear_box (self->parts);
  gtk_stack_set_visible_child_name (self->stack, recipe != NULL ? "kit" : "none");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "kits.assemble", stock != NULL && stock->possible > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "kits.take-apart", stock != NULL && stock->ready > 0);
  yz_kit_plan_view_set_kit (self->plan, recipe != NULL ? yz_record_get_id (recipe->kit) : NULL);
  if (recipe == NULL)
    return;
  /* Translators: a kit and the number of its version */
  title = g_strdup_printf (_ ("%s, version %d"), yz_record_get_title (recipe->kit),
                           (int) yz_record_get_integer (recipe->kit, "version"));
  words = dup_stock (recipe, stock);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->stock, words);
  for (guint i = 0; i < recipe->parts->len; i++)
    show_part (self, yz_recipe_get_part (recipe, i), stock, i);
}

static GtkWidget *
make_row (const YzRecipe *recipe)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), yz_widgets_make_label (yz_record_get_title (recipe->kit), NULL));
  return row;
}

static void
on_answered (YzKitsWindow *self)
{
  const Answer *answer = get_answer (self);

  self->showing = TRUE;
  yz_widgets_clear_list (self->kits);
  for (guint i = 0; answer != NULL && i < answer->recipes->len; i++)
    gtk_list_box_append (self->kits, make_row (g_ptr_array_index (answer->recipes, i)));
  if (answer != NULL && answer->recipes->len > 0)
    gtk_list_box_select_row (self->kits, gtk_list_box_get_row_at_index (self->kits, (int) find_index (self, answer)));
  self->showing = FALSE;
  show_recipe (self);
}

static void
on_row_selected (YzKitsWindow *self, GtkListBoxRow *row)
{
  const Answer *answer = get_answer (self);

  if (self->showing || row == NULL || answer == NULL)
    return;
  yz_set_str (&self->kit,
              yz_record_get_id (
                ((YzRecipe *) g_ptr_array_index (answer->recipes, (guint) gtk_list_box_row_get_index (row)))->kit));
  show_recipe (self);
}

static void
set_holder (YzKitsWindow *self, const char *id, const char *title)
{
  yz_set_str (&self->holder, id);
  g_object_set (self->chooser, "title", title, NULL);
  yz_stock_reading_set_wish (self->reading, id != NULL ? g_variant_new_string (id) : NULL);
}

static void
on_chosen (YzKitsWindow *self, YzRecord *record)
{
  if (record != NULL)
    set_holder (self, yz_record_get_id (record), yz_record_get_title (record));
}

/* --- verbs -------------------------------------------------------------------------------------------------------- */

/* A form with one number: how many. */
typedef struct
{
  Order *order;
  YzStockMakeFunc make;
  GtkSpinButton *number;
} Counting;

static void
counting_free (gpointer data)
{
  Counting *counting = data;

  order_free (counting->order);
  g_free (counting);
}

static void
accept_counting (YzSmallForm *form, gpointer data)
{
  const Counting *counting = data;
  Order *order;
  gint64 at;

  if (!yz_small_form_read_when (form, &at))
    return;
  order = g_new0 (Order, 1);
  gtk_spin_button_update (counting->number);
  *order = (Order){ g_strdup (counting->order->holder), g_strdup (counting->order->kit),
                    g_strdup (counting->order->item), (gint64) gtk_spin_button_get_value (counting->number), at };
  yz_small_form_do (form, counting->make, order, order_free);
}

static void
open_counting (YzKitsWindow *self, const char *title, const char *verb, YzStockMakeFunc make, gint64 most)
{
  const YzRecipe *recipe = get_recipe (self);
  YzSession *session = yz_inventory_get_session (self->inventory);
  Counting *counting = g_new0 (Counting, 1);
  Order *order = g_new0 (Order, 1);
  YzSmallForm *form;

  *order = (Order){ .holder = g_strdup (self->holder),
                    .kit = g_strdup (yz_record_get_id (recipe->kit)),
                    .item = g_strdup (yz_record_get_id (recipe->item)) };
  counting->order = order;
  counting->make = make;
  form = yz_small_form_new (GTK_WINDOW (self), session, title, verb, accept_counting, counting, counting_free);
  counting->number = yz_small_form_add_number (form, yz_record_get_title (recipe->kit), 1, most, most);
  yz_small_form_add_when (form);
  gtk_window_present (GTK_WINDOW (form));
}

static void
assemble_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzKitsWindow *self = YZ_KITS_WINDOW (widget);

  open_counting (self, _ ("Put kits together"), _ ("_Put Together"), make_assembly, get_stock (self)->possible);
}

static void
take_apart_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzKitsWindow *self = YZ_KITS_WINDOW (widget);

  open_counting (self, _ ("Take kits apart"), _ ("_Take Apart"), make_taking_apart, get_stock (self)->ready);
}

/* --- a recipe ----------------------------------------------------------------------------------------------------- */

static void
new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzSession *session = yz_inventory_get_session (YZ_KITS_WINDOW (widget)->inventory);

  gtk_window_present (yz_kit_recipe_form_new (GTK_WINDOW (widget), session, NULL));
}

static void
revise_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzKitsWindow *self = YZ_KITS_WINDOW (widget);
  YzSession *session = yz_inventory_get_session (self->inventory);

  if (get_recipe (self) != NULL)
    gtk_window_present (yz_kit_recipe_form_new (GTK_WINDOW (self), session, get_recipe (self)));
}

/* --- the window --------------------------------------------------------------------------------------------------- */

static void
yz_kits_window_dispose (GObject *object)
{
  YzKitsWindow *self = YZ_KITS_WINDOW (object);

  g_clear_object (&self->reading);
  g_clear_object (&self->inventory);

  G_OBJECT_CLASS (yz_kits_window_parent_class)->dispose (object);
}

static void
yz_kits_window_finalize (GObject *object)
{
  g_free (YZ_KITS_WINDOW (object)->holder);
  g_free (YZ_KITS_WINDOW (object)->kit);

  G_OBJECT_CLASS (yz_kits_window_parent_class)->finalize (object);
}

static void
yz_kits_window_class_init (YzKitsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = yz_kits_window_dispose;
  object_class->finalize = yz_kits_window_finalize;
  gtk_widget_class_install_action (widget_class, "kits.assemble", NULL, assemble_cb);
  gtk_widget_class_install_action (widget_class, "kits.take-apart", NULL, take_apart_cb);
  gtk_widget_class_install_action (widget_class, "kits.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "kits.revise", NULL, revise_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-kits-window.ui");
  gtk_widget_class_bind_template_child (widget_class, YzKitsWindow, kits);
  gtk_widget_class_bind_template_child (widget_class, YzKitsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, YzKitsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, YzKitsWindow, chooser);
  gtk_widget_class_bind_template_child (widget_class, YzKitsWindow, parts);
  gtk_widget_class_bind_template_child (widget_class, YzKitsWindow, stock);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
yz_kits_window_init (YzKitsWindow *self)
{
  g_type_ensure (YZ_TYPE_STOCK_CHOOSER);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The plan is below what is known of the kit. */
static void
add_plan (YzKitsWindow *self)
{
  self->plan = YZ_KIT_PLAN_VIEW (yz_kit_plan_view_new (self->inventory));
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->parts))), GTK_WIDGET (self->plan));
}

YzKitsWindow *
yz_kits_window_new (GtkWindow *parent, YzInventory *inventory)
{
  YzKitsWindow *self = g_object_new (YZ_TYPE_KITS_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  g_autofree char *title = NULL;

  self->inventory = g_object_ref (inventory);
  g_object_set (self->chooser, "session", yz_inventory_get_session (inventory), NULL);
  self->reading = yz_stock_reading_new (inventory, read_kits, answer_free);
  g_signal_connect_object (self->reading, "answered", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
  add_plan (self);
  g_object_get (inventory, "title", &title, NULL);
  set_holder (self, yz_inventory_get_place (inventory),
              yz_inventory_get_place (inventory) != NULL ? title : _ ("Choose a station"));
  on_answered (self);
  g_object_set (self->reading, "active", TRUE, NULL);
  return self;
}

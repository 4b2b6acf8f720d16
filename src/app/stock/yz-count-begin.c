#include "config.h"

#include "yz-count-begin.h"

#include "yz-stock-chooser.h"
#include "yz-stocktakes.h"
#include "yz-text.h"

#include <glib/gi18n.h>

struct _YzCountBegin
{
  AdwWindow parent_instance;

  YzStockChooser *place_chooser;
  YzStockChooser *item_chooser;
  GtkLabel *items_label;
  GtkSwitch *blind_switch;
  GtkEntry *name_entry;
  GtkEntry *due_entry;
  GtkEntry *number_entry;
  GtkLabel *message;

  YzSession *session;
  char *place;      /* nullable */
  GPtrArray *items; /* YzRecord; none for all */
};

G_DEFINE_FINAL_TYPE (YzCountBegin, yz_count_begin, ADW_TYPE_WINDOW)

static guint begun_signal;

static void
say (YzCountBegin *self, const char *text)
{
  gtk_label_set_text (self->message, text);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *text != '\0');
}

static void
on_place_chosen (YzCountBegin *self, YzRecord *place)
{
  yz_set_str (&self->place, yz_record_get_id (place));
  g_object_set (self->place_chooser, "title", yz_record_get_title (place), NULL);
}

static void
show_items (YzCountBegin *self)
{
  g_autoptr (GString) text = g_string_new (self->items->len == 0 ? _ ("All items") : NULL);

  for (guint i = 0; i < self->items->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "、" : "", yz_record_get_title (g_ptr_array_index (self->items, i)));
  gtk_label_set_text (self->items_label, text->str);
}

/* @item: (nullable): %NULL for all */
static void
on_item_chosen (YzCountBegin *self, YzRecord *item)
{
  if (item == NULL)
    g_ptr_array_set_size (self->items, 0);
  else
    g_ptr_array_add (self->items, g_object_ref (item));
  show_items (self);
}

/* --- beginning, on a worker --------------------------------------------------------------------------------------- */

typedef struct
{
  YzStocktakePlan plan;
  char *place;
  char **items;
  char *number;
  char *counted_by;
  char *due;
  char *id; /* of the stocktake, once it is made */
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->place);
  g_strfreev (order->items);
  g_free (order->number);
  g_free (order->counted_by);
  g_free (order->due);
  g_free (order->id);
  g_free (order);
}

static char *
dup_text (GtkEntry *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  return *text != '\0' ? g_strdup (text) : NULL;
}

static char **
dup_items (YzCountBegin *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < self->items->len; i++)
    g_strv_builder_add (ids, yz_record_get_id (g_ptr_array_index (self->items, i)));
  return self->items->len > 0 ? g_strv_builder_end (ids) : NULL;
}

static Order *
order_new (YzCountBegin *self)
{
  Order *order = g_new0 (Order, 1);

  order->place = g_strdup (self->place);
  order->items = dup_items (self);
  order->number = dup_text (self->number_entry);
  order->counted_by = dup_text (self->name_entry);
  order->due = yz_session_expand_date (self->session, gtk_editable_get_text (GTK_EDITABLE (self->due_entry)));
  order->plan = (YzStocktakePlan){ .at = yz_clock_get_now (yz_session_get_clock (self->session)),
                                   .number = order->number,
                                   .place = order->place,
                                   .items = (const char *const *) order->items,
                                   .blind = gtk_switch_get_active (self->blind_switch),
                                   .counted_by = order->counted_by,
                                   .due = order->due };
  return order;
}

static void
make_in_thread (GTask *task, gpointer store, gpointer data, GCancellable *cancellable)
{
  Order *order = data;
  GError *error = NULL;
  YzEdit *edit = yz_stocktake_make_begin (store, &order->plan, &order->id, &error);

  if (edit != NULL)
    g_task_return_pointer (task, edit, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
finish (YzCountBegin *self, const char *id, const GError *error)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "begin.begin", TRUE);
  if (self->session == NULL)
    return;
  if (error != NULL)
    {
      say (self, error->message);
      return;
    }
  g_signal_emit (self, begun_signal, 0, id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) making = data;
  Order *order = g_task_get_task_data (making);
  YzCountBegin *self = g_object_get_data (G_OBJECT (making), "form");
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = yz_session_apply_finish (YZ_SESSION (source), result, &error);

  finish (self, order->id, error);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzCountBegin) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzEdit) edit = g_task_propagate_pointer (G_TASK (result), &error);

  if (edit == NULL || self->session == NULL)
    {
      finish (self, NULL, error);
      return;
    }
  g_object_set_data_full (G_OBJECT (result), "form", g_object_ref (self), g_object_unref);
  yz_session_apply_async (self->session, edit, on_applied, g_object_ref (result));
}

static void
begin_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzCountBegin *self = YZ_COUNT_BEGIN (widget);
  YzStore *store = yz_session_get_store (self->session);
  g_autoptr (GTask) task = NULL;

  if (self->place == NULL || store == NULL)
    {
      say (self, _ ("Choose a station or a place"));
      return;
    }
  say (self, "");
  gtk_widget_action_set_enabled (widget, "begin.begin", FALSE);
  task = g_task_new (store, NULL, on_made, g_object_ref (self));
  g_task_set_source_tag (task, begin_cb);
  g_task_set_task_data (task, order_new (self), order_free);
  g_task_run_in_thread (task, make_in_thread);
}

static void
place_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_set_str (&YZ_COUNT_BEGIN (widget)->place, g_variant_get_string (parameter, NULL));
}

/* --- the window --------------------------------------------------------------------------------------------------- */

static void
yz_count_begin_dispose (GObject *object)
{
  YzCountBegin *self = YZ_COUNT_BEGIN (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (yz_count_begin_parent_class)->dispose (object);
}

static void
yz_count_begin_finalize (GObject *object)
{
  YzCountBegin *self = YZ_COUNT_BEGIN (object);

  g_free (self->place);
  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (yz_count_begin_parent_class)->finalize (object);
}

static void
yz_count_begin_class_init (YzCountBeginClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_count_begin_dispose;
  G_OBJECT_CLASS (klass)->finalize = yz_count_begin_finalize;
  begun_signal =
    g_signal_new ("begun", YZ_TYPE_COUNT_BEGIN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (YZ_TYPE_STOCK_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-count-begin.ui");
  gtk_widget_class_bind_template_child (widget_class, YzCountBegin, place_chooser);
  gtk_widget_class_bind_template_child (widget_class, YzCountBegin, item_chooser);
  gtk_widget_class_bind_template_child (widget_class, YzCountBegin, items_label);
  gtk_widget_class_bind_template_child (widget_class, YzCountBegin, blind_switch);
  gtk_widget_class_bind_template_child (widget_class, YzCountBegin, name_entry);
  gtk_widget_class_bind_template_child (widget_class, YzCountBegin, due_entry);
  gtk_widget_class_bind_template_child (widget_class, YzCountBegin, number_entry);
  gtk_widget_class_bind_template_child (widget_class, YzCountBegin, message);
  gtk_widget_class_bind_template_callback (widget_class, on_place_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_item_chosen);
  gtk_widget_class_install_action (widget_class, "begin.begin", NULL, begin_cb);
  gtk_widget_class_install_action (widget_class, "begin.place", "s", place_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
yz_count_begin_init (YzCountBegin *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  show_items (self);
}

GtkWidget *
yz_count_begin_new (GtkWindow *parent, YzSession *session, const char *place, const char *title)
{
  YzCountBegin *self;
  g_autofree char *author = NULL;

  g_return_val_if_fail (YZ_IS_SESSION (session), NULL);

  self = g_object_new (YZ_TYPE_COUNT_BEGIN, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->place = g_strdup (place);
  g_object_set (self->place_chooser, "session", session, "title", place != NULL ? title : _ ("Choose…"), NULL);
  g_object_set (self->item_chooser, "session", session, NULL);
  g_object_get (session, "author", &author, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->name_entry), author != NULL ? author : "");
  gtk_widget_grab_focus (place != NULL ? GTK_WIDGET (self->name_entry) : GTK_WIDGET (self->place_chooser));
  return GTK_WIDGET (self);
}

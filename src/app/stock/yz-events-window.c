#include "config.h"

#include "yz-events-window.h"

#include "yz-cabinet-events.h"
#include "yz-stock-doing.h"
#include "yz-value-text.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

struct _YzEventsWindow
{
  AdwWindow parent_instance;

  YzSession *session;
  GFile *file;
  YzCabinetEvents *events; /* NULL until they are read */
  GCancellable *cancellable;

  GtkLabel *counts;
  GtkCheckButton *again;
  GtkStack *stack;
  AdwStatusPage *problem;
  GtkStringList *rows; /* one text a row: which one it is */
};

G_DEFINE_FINAL_TYPE (YzEventsWindow, yz_events_window, ADW_TYPE_WINDOW)

/* --- reading ------------------------------------------------------------------------------------------------------ */

typedef struct
{
  char *path;
  gint64 now;
} Question;

static void
question_free (gpointer data)
{
  g_free (((Question *) data)->path);
  g_free (data);
}

static void
free_events (gpointer events)
{
  yz_cabinet_events_free (events);
}

static void
read_in_thread (GTask *task, gpointer store, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  GError *error = NULL;
  YzCabinetEvents *events = yz_cabinet_events_read (store, question->path, NULL, question->now, cancellable, &error);

  if (events != NULL)
    g_task_return_pointer (task, events, free_events);
  else
    g_task_return_error (task, error);
}

static char *
dup_counts (const YzCabinetEvents *events)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < YZ_N_CABINET_EVENT_STATUSES; i++)
    if (events->counts[i] > 0)
      g_string_append_printf (text, "%s%s %u", text->len > 0 ? " · " : "",
                              yz_cabinet_event_status_get_title ((YzCabinetEventStatus) i), events->counts[i]);
  return g_string_free (text, FALSE);
}

static void
update_verb (YzEventsWindow *self)
{
  gboolean again = gtk_check_button_get_active (self->again);
  gboolean something = self->events != NULL && (self->events->counts[YZ_CABINET_EVENT_NEW] > 0 ||
                                                (again && self->events->counts[YZ_CABINET_EVENT_TAKEN_BACK] > 0));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "events.bring-in", something);
}

static void
show_events (YzEventsWindow *self)
{
  g_autofree char *counts = dup_counts (self->events);
  guint n_back = self->events->counts[YZ_CABINET_EVENT_TAKEN_BACK];
  g_autofree char *again = g_strdup_printf (ngettext ("Bring in %u again that was taken back",
                                                      "Bring in %u again that were taken back", n_back),
                                            n_back);

  gtk_label_set_label (self->counts, counts);
  gtk_check_button_set_label (self->again, again);
  gtk_widget_set_visible (GTK_WIDGET (self->again), n_back > 0);
  for (guint i = 0; i < self->events->rows->len; i++)
    {
      g_autofree char *index = g_strdup_printf ("%u", i);

      gtk_string_list_append (self->rows, index);
    }
  gtk_stack_set_visible_child_name (self->stack, "rows");
  update_verb (self);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzEventsWindow) self = data;
  g_autoptr (GError) error = NULL;

  self->events = g_task_propagate_pointer (G_TASK (result), &error);
  if (self->events != NULL)
    show_events (self);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *markup = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->problem, markup);
      gtk_stack_set_visible_child_name (self->stack, "problem");
    }
}

static void
read_file (YzEventsWindow *self)
{
  YzStore *store = yz_session_get_store (self->session);
  g_autoptr (GTask) task = g_task_new (store, self->cancellable, on_read, g_object_ref (self));
  Question *question = g_new0 (Question, 1);

  g_task_set_source_tag (task, read_file);
  *question = (Question){ g_file_get_path (self->file), yz_clock_get_now (yz_session_get_clock (self->session)) };
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, read_in_thread);
}

/* --- rows --------------------------------------------------------------------------------------------------------- */

static void
set_up_row (GtkSignalListItemFactory *factory, GtkListItem *item, YzEventsWindow *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10), *what = yz_widgets_make_label (NULL, NULL);
  GtkWidget *number = yz_widgets_make_label (NULL, "yz-second"), *status = yz_widgets_make_label (NULL, NULL);

  gtk_widget_set_size_request (number, 44, -1);
  gtk_widget_set_hexpand (what, TRUE);
  gtk_widget_set_size_request (status, 84, -1);
  gtk_box_append (GTK_BOX (row), number);
  gtk_box_append (GTK_BOX (row), status);
  gtk_box_append (GTK_BOX (row), what);
  gtk_widget_add_css_class (row, "yz-refill-row");
  gtk_list_item_set_child (item, row);
}

/* "11-19 08:12 · A1 · water × 2" */
static char *
dup_words (const YzCabinetEventRow *row)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *when = NULL;

  if (row->problem != NULL)
    return g_strdup (row->problem);
  time = yz_office_time (yz_record_get_integer (row->record, "at"));
  when = g_date_time_format (time, "%m-%d %H:%M");
  if (row->slot == NULL)
    return g_strdup_printf ("%s · %s", when, yz_record_get_text (row->record, "said"));
  return g_strdup_printf ("%s · %s · %s × %" G_GINT64_FORMAT "%s", when, yz_record_get_title (row->slot),
                          row->item != NULL ? yz_record_get_title (row->item) : "–",
                          yz_record_get_integer (row->record, "quantity"),
                          row->is_counted ? _ (" · counted since, so the stock stays as it is") : "");
}

static void
bind_row (GtkSignalListItemFactory *factory, GtkListItem *item, YzEventsWindow *self)
{
  const char *index = gtk_string_object_get_string (gtk_list_item_get_item (item));
  const YzCabinetEventRow *row = yz_cabinet_events_get_row (self->events, (guint) g_ascii_strtoull (index, NULL, 10));
  GtkWidget *number = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *status = gtk_widget_get_next_sibling (number), *what = gtk_widget_get_next_sibling (status);
  g_autofree char *position = g_strdup_printf ("%u", row->number);
  g_autofree char *words = dup_words (row);

  gtk_label_set_label (GTK_LABEL (number), position);
  gtk_label_set_label (GTK_LABEL (status), yz_cabinet_event_status_get_title (row->status));
  gtk_label_set_label (GTK_LABEL (what), words);
  yz_widgets_set_class (what, "error", row->problem != NULL);
}

/* --- bringing in -------------------------------------------------------------------------------------------------- */

typedef struct
{
  char *path;
  gint64 now;
  gboolean again;
} Order;

static void
order_free (gpointer data)
{
  g_free (((Order *) data)->path);
  g_free (data);
}

/* Read once more: what was known when the window opened may not be all that is known now. */
static YzEdit *
make_import (YzStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Order *order = data;
  g_autofree char *author = yz_store_dup_author (store);
  g_autoptr (YzCabinetEvents)
    events = yz_cabinet_events_read (store, order->path, NULL, order->now, cancellable, error);

  return events != NULL ? yz_cabinet_events_make (events, store, order->again, author, cancellable, error) : NULL;
}

static void
bring_in_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzEventsWindow *self = YZ_EVENTS_WINDOW (widget);
  Order *order = g_new0 (Order, 1);

  *order = (Order){ g_file_get_path (self->file), yz_clock_get_now (yz_session_get_clock (self->session)),
                    gtk_check_button_get_active (self->again) };
  yz_stock_do (self->session, make_import, order, order_free);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- the window --------------------------------------------------------------------------------------------------- */

static void
yz_events_window_dispose (GObject *object)
{
  YzEventsWindow *self = YZ_EVENTS_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (yz_events_window_parent_class)->dispose (object);
}

static void
yz_events_window_finalize (GObject *object)
{
  g_clear_pointer (&YZ_EVENTS_WINDOW (object)->events, yz_cabinet_events_free);

  G_OBJECT_CLASS (yz_events_window_parent_class)->finalize (object);
}

static void
yz_events_window_class_init (YzEventsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_events_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = yz_events_window_finalize;
  gtk_widget_class_install_action (widget_class, "events.bring-in", NULL, bring_in_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_rows (YzEventsWindow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *selection;
  GtkWidget *scrolled = gtk_scrolled_window_new (), *view;

  self->rows = gtk_string_list_new (NULL);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (self->rows)));
  view = gtk_list_view_new (selection, factory);
  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_row), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row), self, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Rows of the file"), -1);
  gtk_widget_add_css_class (view, "yz-events");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
make_header (YzEventsWindow *self)
{
  GtkWidget *header = adw_header_bar_new (), *verb = gtk_button_new_with_mnemonic (_ ("_Bring In"));

  gtk_widget_add_css_class (verb, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (verb), "events.bring-in");
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), verb);
  return header;
}

static void
yz_events_window_init (YzEventsWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->cancellable = g_cancellable_new ();
  self->counts = GTK_LABEL (yz_widgets_make_label (_ ("The file is being read…"), "yz-strong"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->counts), TRUE);
  self->again = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->again), FALSE);
  g_signal_connect_object (self->again, "toggled", G_CALLBACK (update_verb), self, G_CONNECT_SWAPPED);
  self->problem = g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "dialog-warning-symbolic", "title",
                                _ ("This File Cannot Be Brought In"), NULL);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, make_rows (self), "rows");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->problem), "problem");
  gtk_widget_add_css_class (bar, "yz-refill-bar");
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->counts));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->again));
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "yz");
  update_verb (self);
}

YzEventsWindow *
yz_events_window_new (GtkWindow *parent, YzInventory *inventory, GFile *file)
{
  YzEventsWindow *self = g_object_new (YZ_TYPE_EVENTS_WINDOW, "transient-for", parent, "modal", TRUE, "title",
                                       _ ("What cabinets told"), "default-width", 720, "default-height", 620, NULL);

  self->session = g_object_ref (yz_inventory_get_session (inventory));
  self->file = g_object_ref (file);
  read_file (self);
  return self;
}

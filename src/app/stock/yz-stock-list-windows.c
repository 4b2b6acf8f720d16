#include "config.h"

#include "yz-stock-list-windows.h"

#include "yz-list-window.h"
#include "yz-stock-heap-list.h"
#include "yz-stock-reading.h"
#include "yz-stock-transit.h"

#include <glib/gi18n.h>

/* A window with a list that is read again whenever it may be another one. */
typedef struct
{
  GtkWidget *page; /* whose actions the buttons are */
  AdwBin *bin;
  YzStockReading *reading;
  void (*fill) (AdwPreferencesGroup *group, GPtrArray *answer, GtkWidget *page);
  const char *empty;
} ListWindow;

static void
list_window_free (gpointer data, GClosure *closure)
{
  ListWindow *self = data;

  g_object_unref (self->reading);
  g_free (self);
}

static void
on_answered (YzStockReading *reading, gpointer data)
{
  ListWindow *self = data;
  GPtrArray *answer = yz_stock_reading_get_answer (reading);
  GtkWidget *group = adw_preferences_group_new ();

  if (answer == NULL)
    return;
  self->fill (ADW_PREFERENCES_GROUP (group), answer, self->page);
  adw_bin_set_child (self->bin, yz_list_window_wrap (ADW_PREFERENCES_GROUP (group), answer->len, self->empty));
}

static void
on_destroyed (GtkWidget *window, gpointer data)
{
  g_signal_handlers_disconnect_by_data (((ListWindow *) data)->reading, data);
}

/* An action of the page, with the id of what the row is about. */
typedef struct
{
  GtkWidget *page;
  const char *action;
  char *id;
} Verb;

static void
verb_free (gpointer data, GClosure *closure)
{
  g_free (((Verb *) data)->id);
  g_free (data);
}

static void
close_window (gpointer data)
{
  g_autoptr (GtkWindow) window = data;

  gtk_window_close (window);
}

/* The next window is above the main one, as this one is: this one goes, but not while its button is being clicked. */
static void
on_clicked (GtkWidget *button, gpointer data)
{
  const Verb *verb = data;

  gtk_widget_activate_action (verb->page, verb->action, "s", verb->id);
  g_idle_add_once (close_window, g_object_ref (gtk_widget_get_root (button)));
}

static Verb *
verb_new (GtkWidget *page, const char *action, YzRecord *record)
{
  Verb *verb = g_new0 (Verb, 1);

  *verb = (Verb){ page, action, g_strdup (yz_record_get_id (record)) };
  return verb;
}

static GtkWidget *
make_window (GtkWidget *page, YzInventory *inventory, const char *title, YzStockReadFunc read, GVariant *wish,
             ListWindow *list)
{
  GtkWidget *bin = adw_bin_new ();
  GtkWidget *window = yz_list_window_new (GTK_WINDOW (gtk_widget_get_root (page)), title, bin);

  list->page = page;
  list->bin = ADW_BIN (bin);
  list->reading = yz_stock_reading_new (inventory, read, (GDestroyNotify) g_ptr_array_unref);
  yz_stock_reading_set_wish (list->reading, wish);
  g_signal_connect (list->reading, "answered", G_CALLBACK (on_answered), list);
  g_signal_connect_data (window, "destroy", G_CALLBACK (on_destroyed), list, list_window_free, 0);
  g_object_set (list->reading, "active", TRUE, NULL);
  return window;
}

/* --- what is on its way ------------------------------------------------------------------------------------------- */

static void
fill_transit (AdwPreferencesGroup *group, GPtrArray *answer, GtkWidget *page)
{
  for (guint i = 0; i < answer->len; i++)
    {
      const YzStockTransit *transit = g_ptr_array_index (answer, i);

      adw_preferences_group_add (group, yz_list_window_make_row (transit->title, transit->detail, _ ("Receive It…"),
                                                                 G_CALLBACK (on_clicked),
                                                                 verb_new (page, "stock.arrive", transit->transfer),
                                                                 verb_free));
    }
}

GtkWidget *
yz_stock_transit_window_new (GtkWidget *page, YzInventory *inventory)
{
  ListWindow *list = g_new0 (ListWindow, 1);

  list->fill = fill_transit;
  list->empty = _ ("Nothing is on its way.");
  return make_window (page, inventory, _ ("On Its Way"), yz_stock_transit_read, NULL, list);
}

/* --- the lots of an item ------------------------------------------------------------------------------------------ */

static void
fill_lots (AdwPreferencesGroup *group, GPtrArray *answer, GtkWidget *page)
{
  for (guint i = 0; i < answer->len; i++)
    {
      const YzStockHeapLine *line = g_ptr_array_index (answer, i);
      GtkWidget *row;

      if (line->lot != NULL)
        row = yz_list_window_make_row (line->title, line->detail, _ ("Edit or Recall…"), G_CALLBACK (on_clicked),
                                       verb_new (page, "stock.edit-lot", line->lot), verb_free);
      else
        row = g_object_new (ADW_TYPE_ACTION_ROW, "title", line->title, "subtitle", line->detail, NULL);
      adw_preferences_group_add (group, row);
    }
}

GtkWidget *
yz_stock_lots_window_new (GtkWidget *page, YzInventory *inventory, const char *item)
{
  ListWindow *list = g_new0 (ListWindow, 1);

  list->fill = fill_lots;
  list->empty = _ ("Nothing of it lies here.");
  return make_window (page, inventory, _ ("Lots and Places"), yz_stock_heap_list_read, g_variant_new_string (item),
                      list);
}

#include "config.h"

#include "yz-first-frame.h"

static void
on_after_paint (GdkFrameClock *clock, GtkWidget *window)
{
  g_signal_handlers_disconnect_by_func (clock, on_after_paint, window);
  g_debug ("first frame of the workspace");
}

static void on_loading_notify (YzStations *stations, GParamSpec *pspec, GtkWidget *window);
static void on_list_notify (YzStations *stations, GParamSpec *pspec, GtkWidget *window);
static void on_items_changed (GListModel *list, guint position, guint removed, guint added, GtkWidget *window);

/* There are rows, or everything is loaded and there are none. */
static void
look (YzStations *stations, GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  GListModel *list = G_LIST_MODEL (yz_listing_get_list (YZ_LISTING (stations)));
  gboolean loading;

  g_object_get (stations, "loading", &loading, NULL);
  if (list == NULL || clock == NULL || (loading && g_list_model_get_n_items (list) == 0))
    return;
  g_signal_handlers_disconnect_by_func (stations, on_loading_notify, window);
  g_signal_handlers_disconnect_by_func (stations, on_list_notify, window);
  g_signal_handlers_disconnect_by_func (list, on_items_changed, window);
  g_signal_connect_object (clock, "after-paint", G_CALLBACK (on_after_paint), window, 0);
  gtk_widget_queue_draw (window);
}

static void
on_loading_notify (YzStations *stations, GParamSpec *pspec, GtkWidget *window)
{
  look (stations, window);
}

static void
on_items_changed (GListModel *list, guint position, guint removed, guint added, GtkWidget *window)
{
  look (yz_window_get_stations (YZ_WINDOW (window)), window);
}

static void
on_list_notify (YzStations *stations, GParamSpec *pspec, GtkWidget *window)
{
  YzRecordList *list = yz_listing_get_list (YZ_LISTING (stations));

  if (list != NULL)
    g_signal_connect_object (list, "items-changed", G_CALLBACK (on_items_changed), window, G_CONNECT_AFTER);
}

void
yz_first_frame_announce (YzWindow *window)
{
  YzStations *stations;

  g_return_if_fail (YZ_IS_WINDOW (window));

  stations = yz_window_get_stations (window);
  g_signal_connect_object (stations, "notify::list", G_CALLBACK (on_list_notify), window, 0);
  g_signal_connect_object (stations, "notify::loading", G_CALLBACK (on_loading_notify), window, 0);
}

#include "config.h"

#include "yz-first-frame.h"

static void
on_after_paint (GdkFrameClock *clock, GtkWidget *window)
{
  g_signal_handlers_disconnect_by_func (clock, on_after_paint, window);
  g_debug ("first frame of the workspace");
}

/* There are rows, or everything is loaded and there are none. */
static void
on_loading_notify (YzStations *stations, GParamSpec *pspec, GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean loading;
  guint shown;

  g_object_get (stations, "loading", &loading, "shown", &shown, NULL);
  if ((loading && shown == 0) || clock == NULL)
    return;
  g_signal_handlers_disconnect_by_func (stations, on_loading_notify, window);
  g_signal_connect_object (clock, "after-paint", G_CALLBACK (on_after_paint), window, 0);
  gtk_widget_queue_draw (window);
}

void
yz_first_frame_announce (YzWindow *window)
{
  g_return_if_fail (YZ_IS_WINDOW (window));
  g_signal_connect_object (yz_window_get_stations (window), "notify::loading", G_CALLBACK (on_loading_notify), window,
                           0);
}

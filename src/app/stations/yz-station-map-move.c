/*
 * Move mode: pins are locked, so that nobody moves a station while looking at the map. In move mode a pin is dragged,
 * or the selected one goes with the arrow keys; each move is one edit, and a far one is asked about.
 */
#include "config.h"

#include "yz-station-map-private.h"

#include "yz-map-extent.h"
#include "yz-station-life.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define FAR 200 /* metres, from which a move is asked about */

static YzPosition
position_of (YzRecord *station)
{
  return (YzPosition){ yz_record_get_real (station, "lon"), yz_record_get_real (station, "lat") };
}

static void
apply_move (YzStationMap *self, YzRecord *station, YzPosition place)
{
  g_autoptr (YzEdit) edit = yz_station_make_move (station, place.lon, place.lat);

  yz_session_apply (yz_listing_get_session (YZ_LISTING (self->stations)), edit);
}

static void
stop_carrying (YzStationMap *self)
{
  yz_map_scene_carry (self->scene, 0, (YzWorld){ 0 });
}

static void
on_response (AdwMessageDialog *dialog, const char *response, YzStationMap *self)
{
  GVariant *target = g_object_get_data (G_OBJECT (dialog), "move");

  if (g_str_equal (response, "move"))
    gtk_widget_activate_action_variant (GTK_WIDGET (self), "map.move-to", target);
  else
    stop_carrying (self);
}

static void
ask (YzStationMap *self, YzRecord *station, gint64 row, YzPosition place, double metres)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (root), NULL, NULL);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  /* Translators: %s is the name of a station */
  adw_message_dialog_format_heading (message, _ ("Move “%s”?"), yz_record_get_title (station));
  /* Translators: %.0f is a number of metres */
  adw_message_dialog_format_body (message, _ ("Its new place is %.0f m away from where it is now."), metres);
  adw_message_dialog_add_responses (message, "cancel", _ ("_Cancel"), "move", _ ("_Move"), NULL);
  adw_message_dialog_set_response_appearance (message, "move", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (message, "move");
  adw_message_dialog_set_close_response (message, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "move",
                          g_variant_ref_sink (g_variant_new ("(xdd)", row, place.lon, place.lat)),
                          (GDestroyNotify) g_variant_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
yz_station_map_move_station (YzStationMap *self, gint64 row, YzPosition place)
{
  g_autoptr (YzRecord) station = yz_listing_load_row (YZ_LISTING (self->stations), row);
  double metres;

  if (station == NULL || !yz_position_is_valid (place))
    {
      stop_carrying (self);
      return;
    }
  metres = yz_position_distance (position_of (station), place);
  if (metres > FAR)
    ask (self, station, row, place, metres);
  else
    apply_move (self, station, place);
}

gboolean
yz_station_map_nudge (YzStationMap *self, int dx, int dy)
{
  const YzStationPoint *point = yz_map_scene_get_selected (self->scene);
  YzMapExtent extent = yz_map_station_layer_get_extent (self->layer);
  YzWorld world;

  if (point == NULL)
    return FALSE;
  world = yz_world_from_position ((YzPosition){ point->lon, point->lat });
  world.x += dx / extent.world;
  world.y += dy / extent.world;
  yz_station_map_move_station (self, point->row, yz_world_to_position (world));
  return TRUE;
}

void
yz_station_map_set_move_mode (YzStationMap *self, gboolean move_mode)
{
  yz_map_station_layer_set_move_mode (self->layer, move_mode);
  gtk_revealer_set_reveal_child (self->banner, move_mode);
  if (move_mode)
    gtk_widget_grab_focus (GTK_WIDGET (self->map));
  else
    stop_carrying (self);
}

static void
move_mode_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStationMap *self = YZ_STATION_MAP (widget);

  yz_station_map_set_move_mode (self, !yz_map_station_layer_get_move_mode (self->layer));
}

static gboolean
end_move_mode (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  YzStationMap *self = YZ_STATION_MAP (widget);

  if (yz_map_scene_is_fanned_out (self->scene))
    {
      yz_map_scene_fan_out (self->scene, NULL);
      return TRUE;
    }
  if (!yz_map_station_layer_get_move_mode (self->layer))
    return FALSE;
  yz_station_map_set_move_mode (self, FALSE);
  return TRUE;
}

/* Moves the station of a row, without asking again. */
static void
move_to_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStationMap *self = YZ_STATION_MAP (widget);
  g_autoptr (YzRecord) station = NULL;
  YzPosition place;
  gint64 row;

  g_variant_get (parameter, "(xdd)", &row, &place.lon, &place.lat);
  station = yz_listing_load_row (YZ_LISTING (self->stations), row);
  if (station != NULL && yz_position_is_valid (place))
    apply_move (self, station, place);
}

/* Moves the selected station as if it had been dragged there. */
static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStationMap *self = YZ_STATION_MAP (widget);
  gint64 row = yz_listing_get_current_row (YZ_LISTING (self->stations));
  YzPosition place;

  g_variant_get (parameter, "(dd)", &place.lon, &place.lat);
  if (row != 0)
    yz_station_map_move_station (self, row, place);
}

void
yz_station_map_install_move_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "map.move-mode", NULL, move_mode_action);
  gtk_widget_class_install_action (widget_class, "map.move-to", "(xdd)", move_to_action);
  gtk_widget_class_install_action (widget_class, "map.move", "(dd)", move_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, end_move_mode, NULL);
}

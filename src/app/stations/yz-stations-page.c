#include "config.h"

#include "yz-stations-page.h"

#include "yz-kinds.h"
#include "yz-station-actions.h"
#include "yz-station-detail.h"
#include "yz-station-list.h"
#include "yz-station-map.h"
#include "yz-widgets.h"

#include <math.h>

struct _YzStationsPage
{
  GtkWidget parent_instance;

  YzStations *stations;
  char *view;

  AdwFlap *flap;
  GtkPaned *paned;
  YzStationList *list;
  GtkWidget *map; /* both NULL while there are no stations to show */
  YzStationDetail *detail;
};

G_DEFINE_FINAL_TYPE (YzStationsPage, yz_stations_page, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_STATIONS = 1,
  PROP_VIEW,
} YzStationsPageProperty;

static GParamSpec *properties[PROP_VIEW + 1];

/* List, map and details stand side by side where the page has 1200 pixels; in less the details slide over the map. */
#define LEAST_MAP_WIDTH 456
#define DETAIL_WIDTH 360

/* Bound in the template. */

static gboolean
is_not (YzStationsPage *self, const char *view, const char *other)
{
  return g_strcmp0 (view, other) != 0;
}

static gboolean
is (YzStationsPage *self, const char *view, const char *other)
{
  return g_strcmp0 (view, other) == 0;
}

static void
close_detail (GtkWidget *widget, const char *action, GVariant *parameter)
{
  YzStationsPage *self = YZ_STATIONS_PAGE (widget);

  if (self->stations != NULL)
    yz_listing_select_row (YZ_LISTING (self->stations), 0);
}

static void
select_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  yz_station_list_select_all (YZ_STATIONS_PAGE (widget)->list);
}

/* What the map asks of the page about the current station. */

static void
open_station (GtkWidget *widget, const char *action, GVariant *parameter)
{
  YzStationsPage *self = YZ_STATIONS_PAGE (widget);

  gtk_widget_child_focus (GTK_WIDGET (self->detail), GTK_DIR_TAB_FORWARD);
}

static void
edit_station (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (YZ_STATIONS_PAGE (widget)->detail), "detail.edit", NULL);
}

static void
duplicate_station (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (YZ_STATIONS_PAGE (widget)->detail), "detail.duplicate", NULL);
}

static void
close_station (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (YZ_STATIONS_PAGE (widget)->detail), "detail.state", "s", "closed");
}

static void
add_station_at (GtkWidget *widget, const char *action, GVariant *parameter)
{
  double lon, lat;

  g_variant_get (parameter, "(dd)", &lon, &lat);
  yz_stations_page_add_station (YZ_STATIONS_PAGE (widget), lon, lat);
}

/* "goods", "equipment" or "history" of the current station. */
static void
show_tab (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *name = g_strconcat ("detail.", g_variant_get_string (parameter, NULL), NULL);

  gtk_widget_activate_action (GTK_WIDGET (YZ_STATIONS_PAGE (widget)->detail), name, NULL);
}

/* The map keeps its controls and the selection clear of the details that slide over it. */
static void
update_inset (YzStationsPage *self)
{
  gboolean covered = adw_flap_get_folded (self->flap) && adw_flap_get_reveal_flap (self->flap);
  int width = 0;

  if (self->map == NULL)
    return;
  /* the width it will have: when it begins to slide in it has none yet */
  if (covered)
    gtk_widget_measure (GTK_WIDGET (self->detail), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  yz_station_map_set_right_inset (YZ_STATION_MAP (self->map), width);
}

static void
update_reveal (YzStationsPage *self)
{
  gboolean editing = FALSE;

  if (self->detail == NULL)
    return;
  g_object_get (self->detail, "editing", &editing, NULL);
  adw_flap_set_reveal_flap (self->flap, editing || yz_listing_get_current (YZ_LISTING (self->stations)) != NULL);
}

static gboolean
shows_map (GBinding *binding, const GValue *view, GValue *visible, gpointer data)
{
  g_value_set_boolean (visible, g_strcmp0 (g_value_get_string (view), "list") != 0);
  return TRUE;
}

static void
make_map (YzStationsPage *self)
{
  self->map = yz_station_map_new (self->stations);
  gtk_widget_set_size_request (self->map, LEAST_MAP_WIDTH, -1);
  g_object_bind_property_full (self, "view", self->map, "visible", G_BINDING_SYNC_CREATE, shows_map, NULL, NULL, NULL);
  gtk_paned_set_end_child (self->paned, self->map);
}

static void
make_detail (YzStationsPage *self)
{
  self->detail = g_object_new (YZ_TYPE_STATION_DETAIL, "stations", self->stations, "width-request", DETAIL_WIDTH,
                               "hexpand", FALSE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "yz-pane");
  g_object_bind_property (self->flap, "folded", self->detail, "closable", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->detail, "notify::editing", G_CALLBACK (update_reveal), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stations, "notify::current", G_CALLBACK (update_reveal), self, G_CONNECT_SWAPPED);
  adw_flap_set_flap (self->flap, GTK_WIDGET (self->detail));
  update_reveal (self);
}

static void
set_stations (YzStationsPage *self, YzStations *stations)
{
  g_autoptr (GSimpleActionGroup) actions = NULL;

  if (!g_set_object (&self->stations, stations))
    return;
  gtk_paned_set_end_child (self->paned, NULL);
  adw_flap_set_flap (self->flap, NULL);
  self->map = NULL;
  self->detail = NULL;
  if (stations != NULL)
    {
      actions = yz_station_actions_new (stations);
      make_map (self);
      make_detail (self);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "stations", G_ACTION_GROUP (actions));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATIONS]);
}

static void
yz_stations_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzStationsPage *self = YZ_STATIONS_PAGE (object);

  switch ((YzStationsPageProperty) prop_id)
    {
    case PROP_STATIONS:
      g_value_set_object (value, self->stations);
      break;
    case PROP_VIEW:
      g_value_set_string (value, self->view);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_stations_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzStationsPage *self = YZ_STATIONS_PAGE (object);

  switch ((YzStationsPageProperty) prop_id)
    {
    case PROP_STATIONS:
      set_stations (self, g_value_get_object (value));
      break;
    case PROP_VIEW:
      if (g_strcmp0 (self->view, g_value_get_string (value)) == 0)
        break;
      g_free (self->view);
      self->view = g_value_dup_string (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_stations_page_dispose (GObject *object)
{
  YzStationsPage *self = YZ_STATIONS_PAGE (object);

  self->map = NULL;
  self->detail = NULL;
  yz_widgets_unparent_children (GTK_WIDGET (object));
  g_clear_object (&self->stations);

  G_OBJECT_CLASS (yz_stations_page_parent_class)->dispose (object);
}

static void
yz_stations_page_finalize (GObject *object)
{
  g_clear_pointer (&YZ_STATIONS_PAGE (object)->view, g_free);

  G_OBJECT_CLASS (yz_stations_page_parent_class)->finalize (object);
}

static void
yz_stations_page_class_init (YzStationsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_stations_page_get_property;
  object_class->set_property = yz_stations_page_set_property;
  object_class->dispose = yz_stations_page_dispose;
  object_class->finalize = yz_stations_page_finalize;

  properties[PROP_STATIONS] = g_param_spec_object ("stations", NULL, NULL, YZ_TYPE_STATIONS, writable);
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, NULL, writable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "stations.tab", "s", show_tab);
  gtk_widget_class_install_action (widget_class, "stations.close-detail", NULL, close_detail);
  gtk_widget_class_install_action (widget_class, "stations.select-all", NULL, select_all);
  gtk_widget_class_install_action (widget_class, "station.open", NULL, open_station);
  gtk_widget_class_install_action (widget_class, "station.edit", NULL, edit_station);
  gtk_widget_class_install_action (widget_class, "station.duplicate", NULL, duplicate_station);
  gtk_widget_class_install_action (widget_class, "station.close", NULL, close_station);
  gtk_widget_class_install_action (widget_class, "station.add-at", "(dd)", add_station_at);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, 0, "station.edit", NULL);

  g_type_ensure (YZ_TYPE_STATION_LIST);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stations/yz-stations-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YzStationsPage, flap);
  gtk_widget_class_bind_template_child (widget_class, YzStationsPage, paned);
  gtk_widget_class_bind_template_child (widget_class, YzStationsPage, list);
  gtk_widget_class_bind_template_callback (widget_class, is);
  gtk_widget_class_bind_template_callback (widget_class, is_not);
}

static void
yz_stations_page_init (YzStationsPage *self)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_settings_bind (settings, "list-width", self->paned, "position", YZ_SETTINGS_REMEMBER);
  g_signal_connect_object (self->flap, "notify::folded", G_CALLBACK (update_inset), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (update_inset), self, G_CONNECT_SWAPPED);
}

void
yz_stations_page_add_station (YzStationsPage *self, double lon, double lat)
{
  YzSession *session;
  g_autoptr (YzRecord) station = NULL;
  g_autoptr (YzDraft) draft = NULL;

  g_return_if_fail (YZ_IS_STATIONS_PAGE (self));

  session = yz_listing_get_session (YZ_LISTING (self->stations));
  station = yz_session_new_record (session, &yz_station_kind);
  if (!isnan (lon) && !isnan (lat))
    {
      yz_record_set_real (station, "lon", lon);
      yz_record_set_real (station, "lat", lat);
      yz_record_set_text (station, "datum", "wgs84");
    }
  draft = yz_draft_new (session, station, TRUE);
  yz_station_detail_edit_new (self->detail, draft);
}

void
yz_stations_page_focus_list (YzStationsPage *self)
{
  g_return_if_fail (YZ_IS_STATIONS_PAGE (self));

  yz_station_list_focus (self->list);
}

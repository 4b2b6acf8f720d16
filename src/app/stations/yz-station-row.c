#include "config.h"

#include "yz-station-row.h"

#include "yz-look.h"
#include "yz-service-strip.h"
#include "yz-widgets.h"

#include <string.h>

struct _YzStationRow
{
  GtkWidget parent_instance;

  YzStations *stations;
  YzRecord *station;

  GtkImage *state_image;
  GtkLabel *status_label;
  GtkLabel *place_label;
  YzServiceStrip *services;
};

G_DEFINE_FINAL_TYPE (YzStationRow, yz_station_row, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_STATIONS = 1,
  PROP_STATION,
} YzStationRowProperty;

static GParamSpec *properties[PROP_STATION + 1];

static void
update_look (YzStationRow *self)
{
  YzStationLook look;
  g_autofree char *status = NULL;

  if (self->station == NULL)
    return;
  look = yz_stations_get_look (self->stations, self->station);
  status = yz_stations_dup_status (self->stations, self->station);
  gtk_image_set_from_icon_name (self->state_image, yz_look_to_icon (look));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->state_image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  yz_station_look_to_word (look), -1);
  gtk_label_set_label (self->status_label, status);
  yz_look_style (GTK_WIDGET (self->state_image), look);
  yz_look_style (GTK_WIDGET (self->status_label), look);
}

static void
update_place (YzStationRow *self)
{
  const char *district = yz_record_get_text (self->station, "district");
  const char *address = yz_record_get_text (self->station, "address");
  g_autofree char *place = NULL;

  /* most addresses name the district themselves */
  if (district != NULL && address != NULL && g_str_has_prefix (address, district))
    address += strlen (district);
  if (district != NULL && address != NULL && *address != '\0')
    place = g_strdup_printf ("%s · %s", district, address);
  else
    place = g_strdup (district != NULL ? district : address != NULL ? address : "");
  gtk_label_set_label (self->place_label, place);
}

static void
update (YzStationRow *self)
{
  if (self->station == NULL)
    return;
  update_look (self);
  update_place (self);
  yz_service_strip_set_services (self->services, yz_record_get (self->station, "services"));
}

static void
yz_station_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzStationRow *self = YZ_STATION_ROW (object);

  switch ((YzStationRowProperty) prop_id)
    {
    case PROP_STATIONS:
      g_value_set_object (value, self->stations);
      break;
    case PROP_STATION:
      g_value_set_object (value, self->station);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_station_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzStationRow *self = YZ_STATION_ROW (object);

  switch ((YzStationRowProperty) prop_id)
    {
    case PROP_STATIONS:
      self->stations = g_value_dup_object (value);
      break;
    case PROP_STATION:
      yz_station_row_set_station (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_station_row_constructed (GObject *object)
{
  YzStationRow *self = YZ_STATION_ROW (object);

  G_OBJECT_CLASS (yz_station_row_parent_class)->constructed (object);

  if (self->stations != NULL)
    g_signal_connect_object (self->stations, "looks-changed", G_CALLBACK (update_look), self, G_CONNECT_SWAPPED);
}

static void
yz_station_row_dispose (GObject *object)
{
  YzStationRow *self = YZ_STATION_ROW (object);

  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->station);
  g_clear_object (&self->stations);

  G_OBJECT_CLASS (yz_station_row_parent_class)->dispose (object);
}

static void
yz_station_row_class_init (YzStationRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yz_station_row_get_property;
  object_class->set_property = yz_station_row_set_property;
  object_class->constructed = yz_station_row_constructed;
  object_class->dispose = yz_station_row_dispose;

  properties[PROP_STATIONS] = g_param_spec_object ("stations", NULL, NULL, YZ_TYPE_STATIONS,
                                                   G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATION] = g_param_spec_object ("station", NULL, NULL, YZ_TYPE_RECORD,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (YZ_TYPE_SERVICE_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stations/yz-station-row.ui");
  gtk_widget_class_bind_template_child (widget_class, YzStationRow, state_image);
  gtk_widget_class_bind_template_child (widget_class, YzStationRow, status_label);
  gtk_widget_class_bind_template_child (widget_class, YzStationRow, place_label);
  gtk_widget_class_bind_template_child (widget_class, YzStationRow, services);
}

static void
yz_station_row_init (YzStationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
yz_station_row_new (YzStations *stations)
{
  return g_object_new (YZ_TYPE_STATION_ROW, "stations", stations, NULL);
}

void
yz_station_row_set_station (YzStationRow *self, YzRecord *station)
{
  g_return_if_fail (YZ_IS_STATION_ROW (self));

  if (!g_set_object (&self->station, station))
    return;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATION]);
}

YzRecord *
yz_station_row_get_station (YzStationRow *self)
{
  g_return_val_if_fail (YZ_IS_STATION_ROW (self), NULL);
  return self->station;
}

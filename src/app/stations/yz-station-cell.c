#include "config.h"

#include "yz-station-cell.h"

#include "yz-look.h"
#include "yz-service-strip.h"
#include "yz-value-words.h"
#include "yz-widgets.h"

struct _YzStationCell
{
  GtkWidget parent_instance;

  YzStations *stations;
  const YzField *field;
  YzRecord *station;

  GtkImage *image;         /* of the state only */
  GtkLabel *label;         /* of everything but services */
  YzServiceStrip *symbols; /* of services only */
};

G_DEFINE_FINAL_TYPE (YzStationCell, yz_station_cell, GTK_TYPE_WIDGET)

static void
show_look (YzStationCell *self)
{
  YzStationLook look;
  g_autofree char *status = NULL;

  if (self->station == NULL || self->image == NULL)
    return;
  look = yz_stations_get_look (self->stations, self->station);
  status = yz_stations_dup_status (self->stations, self->station);
  gtk_image_set_from_icon_name (self->image, yz_look_to_icon (look));
  gtk_label_set_label (self->label, status);
  yz_look_style (GTK_WIDGET (self->image), look);
  yz_look_style (GTK_WIDGET (self->label), look);
}

static void
show_text (YzStationCell *self)
{
  YzStore *store = yz_session_get_store (yz_listing_get_session (YZ_LISTING (self->stations)));
  g_autofree char *text =
    yz_value_to_words (store, self->field, yz_record_get (self->station, self->field->name), FALSE);

  gtk_label_set_label (self->label, text);
}

static void
yz_station_cell_dispose (GObject *object)
{
  YzStationCell *self = YZ_STATION_CELL (object);

  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->station);
  g_clear_object (&self->stations);

  G_OBJECT_CLASS (yz_station_cell_parent_class)->dispose (object);
}

static void
yz_station_cell_class_init (YzStationCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yz_station_cell_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
yz_station_cell_init (YzStationCell *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
}

static gboolean
is_number (const YzField *field)
{
  return field != NULL && (field->type == YZ_FIELD_INTEGER || field->type == YZ_FIELD_REAL);
}

static void
make_label (YzStationCell *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, is_number (self->field) ? 1 : 0);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (self->label, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
}

GtkWidget *
yz_station_cell_new (YzStations *stations, const YzField *field)
{
  YzStationCell *self = g_object_new (YZ_TYPE_STATION_CELL, NULL);

  self->stations = g_object_ref (stations);
  self->field = field;
  if (field != NULL && g_str_equal (field->name, "services"))
    {
      self->symbols = g_object_new (YZ_TYPE_SERVICE_STRIP, "valign", GTK_ALIGN_CENTER, NULL);
      gtk_widget_set_parent (GTK_WIDGET (self->symbols), GTK_WIDGET (self));
      return GTK_WIDGET (self);
    }
  if (field == NULL)
    {
      self->image = GTK_IMAGE (gtk_image_new ());
      gtk_image_set_pixel_size (self->image, 12);
      gtk_widget_set_parent (GTK_WIDGET (self->image), GTK_WIDGET (self));
      g_signal_connect_object (stations, "looks-changed", G_CALLBACK (show_look), self, G_CONNECT_SWAPPED);
    }
  make_label (self);
  return GTK_WIDGET (self);
}

void
yz_station_cell_set_station (YzStationCell *self, YzRecord *station)
{
  g_return_if_fail (YZ_IS_STATION_CELL (self));

  if (!g_set_object (&self->station, station) || station == NULL)
    return;
  if (self->symbols != NULL)
    yz_service_strip_set_services (self->symbols, yz_record_get (station, "services"));
  else if (self->field == NULL)
    show_look (self);
  else
    show_text (self);
}

YzRecord *
yz_station_cell_get_station (YzStationCell *self)
{
  g_return_val_if_fail (YZ_IS_STATION_CELL (self), NULL);
  return self->station;
}

#include "config.h"

#include "yz-station-hover-card.h"

#include "yz-look.h"
#include "yz-service-catalogue.h"
#include "yz-widgets.h"

#define WORD_JOINER 0x2060

struct _YzStationHoverCard
{
  GtkWidget parent_instance;

  GtkLabel *name;
  GtkImage *state_icon;
  GtkLabel *status;
  GtkLabel *address;
  GtkLabel *services;
};

G_DEFINE_FINAL_TYPE (YzStationHoverCard, yz_station_hover_card, GTK_TYPE_WIDGET)

static void
yz_station_hover_card_dispose (GObject *object)
{
  yz_widgets_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (yz_station_hover_card_parent_class)->dispose (object);
}

static void
yz_station_hover_card_class_init (YzStationHoverCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_station_hover_card_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stations/yz-station-hover-card.ui");
  gtk_widget_class_bind_template_child (widget_class, YzStationHoverCard, name);
  gtk_widget_class_bind_template_child (widget_class, YzStationHoverCard, state_icon);
  gtk_widget_class_bind_template_child (widget_class, YzStationHoverCard, status);
  gtk_widget_class_bind_template_child (widget_class, YzStationHoverCard, address);
  gtk_widget_class_bind_template_child (widget_class, YzStationHoverCard, services);
}

static void
yz_station_hover_card_init (YzStationHoverCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Chinese breaks a line anywhere; a word of two characters should stay one. */
static void
append_unbroken (GString *text, const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (p != word)
        g_string_append_unichar (text, WORD_JOINER);
      g_string_append_unichar (text, g_utf8_get_char (p));
    }
}

/* The short words of what is offered, in the order of the programme. */
static char *
dup_services (YzRecord *station)
{
  GVariant *services = yz_record_get (station, "services");
  g_autoptr (GString) words = g_string_new (NULL);
  guint n_seeds;
  const YzServiceSeed *seeds = yz_service_catalogue (&n_seeds);

  for (guint i = 0; services != NULL && i < n_seeds; i++)
    {
      const char *state, *since;

      if (!g_variant_lookup (services, seeds[i].code, "(&s&s)", &state, &since) || !g_str_equal (state, "offered"))
        continue;
      if (words->len > 0)
        g_string_append (words, "  ");
      append_unbroken (words, seeds[i].short_name);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

void
yz_station_hover_card_show (YzStationHoverCard *self, YzStations *stations, YzRecord *station)
{
  g_autofree char *status = NULL;
  g_autofree char *services = NULL;
  g_autofree char *text = NULL;
  YzStationLook look;

  g_return_if_fail (YZ_IS_STATION_HOVER_CARD (self));

  look = yz_stations_get_look (stations, station);
  status = yz_stations_dup_status (stations, station);
  services = dup_services (station);
  /* "open" and "closes 18:00" belong together; words that say the same twice do not */
  text = look == YZ_STATION_LOOK_OPEN || look == YZ_STATION_LOOK_CLOSED
           ? g_strdup_printf ("%s · %s", yz_station_look_to_word (look), status)
           : g_strdup (status);

  set_text (self->name, yz_record_get_title (station));
  gtk_image_set_from_icon_name (self->state_icon, yz_look_to_icon (look));
  yz_look_style (GTK_WIDGET (self->state_icon), look);
  yz_look_style (GTK_WIDGET (self->status), look);
  set_text (self->status, text);
  set_text (self->address, yz_record_get_text (station, "address"));
  set_text (self->services, services);
}

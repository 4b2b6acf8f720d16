#include "config.h"

#include "yz-station-summary.h"

#include "yz-fact-row.h"
#include "yz-photo-strip.h"
#include "yz-service-symbol.h"
#include "yz-week-strip.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

#define SYMBOL_SIZE 24

struct _YzStationSummary
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  YzWeekStrip *week_strip;
  GtkFlowBox *services;

  YzStationCard *card;
  gulong card_notify_id;
  YzPhotos *photos;
};

G_DEFINE_FINAL_TYPE (YzStationSummary, yz_station_summary, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_CARD = 1,
  PROP_PHOTOS,
} YzStationSummaryProperty;

static GParamSpec *properties[PROP_PHOTOS + 1];

static char *
format_checked (GObject *object, const char *date)
{
  /* Translators: %s is the date on which somebody last checked the opening hours */
  return date != NULL ? g_strdup_printf (_ ("checked %s"), date) : NULL;
}

static char *
format_opened (GObject *object, const char *date)
{
  return date != NULL ? g_strdup_printf (_ ("In service since %s"), date) : NULL;
}

static char *
reveal_icon (GObject *object, gboolean revealed)
{
  return g_strdup (revealed ? "yz-eye-off-symbolic" : "yz-eye-symbolic");
}

static GtkWidget *
make_service (const YzCardService *service)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *symbol = yz_service_symbol_new (service->icon, service->state, SYMBOL_SIZE);
  GtkWidget *label = gtk_label_new (service->short_name);
  g_autofree char *tooltip = service->since != NULL
                               ? g_strdup_printf ("%s · %s · %s", service->name, service->state_title, service->since)
                               : g_strdup_printf ("%s · %s", service->name, service->state_title);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (box, "yz-service");
  gtk_widget_add_css_class (box, service->state);
  gtk_widget_set_tooltip_text (box, tooltip);
  gtk_box_append (GTK_BOX (box), symbol);
  gtk_box_append (GTK_BOX (box), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  return box;
}

static void
update_services (YzStationSummary *self)
{
  GPtrArray *services = yz_station_card_get_services (self->card);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->services))) != NULL)
    gtk_flow_box_remove (self->services, child);

  for (guint i = 0; i < services->len; i++)
    {
      gtk_flow_box_append (self->services, make_service (g_ptr_array_index (services, i)));
      child = gtk_widget_get_last_child (GTK_WIDGET (self->services));
      gtk_widget_set_focusable (child, FALSE);
    }
}

static void
update_week (YzStationSummary *self)
{
  g_auto (YzCardWeek) week = { 0 };
  int shown;

  yz_station_card_get_week (self->card, &week);
  yz_week_strip_set_week (self->week_strip, &week);
  g_object_get (self->card, "week", &shown, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "week.previous", shown > 0);
}

static void
step_week (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStationSummary *self = YZ_STATION_SUMMARY (widget);
  int week;

  if (self->card == NULL)
    return;
  g_object_get (self->card, "week", &week, NULL);
  week += g_str_equal (name, "week.next") ? 1 : -1;
  g_object_set (self->card, "week", CLAMP (week, 0, 52), NULL);
}

static void
update (YzStationSummary *self)
{
  if (self->card == NULL)
    return;
  update_week (self);
  update_services (self);
}

static void
on_card_notify (YzStationSummary *self, GParamSpec *pspec)
{
  if (g_str_equal (pspec->name, "station") || g_str_equal (pspec->name, "look"))
    update (self);
  else if (g_str_equal (pspec->name, "week"))
    update_week (self);
}

static void
on_reveal_clicked (YzStationSummary *self)
{
  gboolean revealed;

  g_object_get (self->card, "revealed", &revealed, NULL);
  g_object_set (self->card, "revealed", !revealed, NULL);
}

static void
set_card (YzStationSummary *self, YzStationCard *card)
{
  if (self->card != NULL)
    g_clear_signal_handler (&self->card_notify_id, self->card);
  if (!g_set_object (&self->card, card))
    return;
  if (card != NULL)
    self->card_notify_id =
      g_signal_connect_object (card, "notify", G_CALLBACK (on_card_notify), self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CARD]);
  update (self);
}

static void
yz_station_summary_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzStationSummary *self = YZ_STATION_SUMMARY (object);

  switch ((YzStationSummaryProperty) prop_id)
    {
    case PROP_CARD:
      g_value_set_object (value, self->card);
      break;
    case PROP_PHOTOS:
      g_value_set_object (value, self->photos);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_station_summary_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzStationSummary *self = YZ_STATION_SUMMARY (object);

  switch ((YzStationSummaryProperty) prop_id)
    {
    case PROP_CARD:
      set_card (self, g_value_get_object (value));
      break;
    case PROP_PHOTOS:
      if (g_set_object (&self->photos, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_station_summary_dispose (GObject *object)
{
  YzStationSummary *self = YZ_STATION_SUMMARY (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  if (self->card != NULL)
    g_clear_signal_handler (&self->card_notify_id, self->card);
  g_clear_object (&self->card);
  g_clear_object (&self->photos);

  G_OBJECT_CLASS (yz_station_summary_parent_class)->dispose (object);
}

static void
yz_station_summary_class_init (YzStationSummaryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yz_station_summary_get_property;
  object_class->set_property = yz_station_summary_set_property;
  object_class->dispose = yz_station_summary_dispose;

  properties[PROP_CARD] = g_param_spec_object ("card", NULL, NULL, YZ_TYPE_STATION_CARD,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_PHOTOS] = g_param_spec_object ("photos", NULL, NULL, YZ_TYPE_PHOTOS,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (YZ_TYPE_FACT_ROW);
  g_type_ensure (YZ_TYPE_PHOTO_STRIP);
  g_type_ensure (YZ_TYPE_WEEK_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stations/yz-station-summary.ui");
  gtk_widget_class_install_action (widget_class, "week.previous", NULL, step_week);
  gtk_widget_class_install_action (widget_class, "week.next", NULL, step_week);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, YzStationSummary, scrolled);
  gtk_widget_class_bind_template_child (widget_class, YzStationSummary, week_strip);
  gtk_widget_class_bind_template_child (widget_class, YzStationSummary, services);
  yz_widgets_bind_text_closures (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, format_checked);
  gtk_widget_class_bind_template_callback (widget_class, format_opened);
  gtk_widget_class_bind_template_callback (widget_class, reveal_icon);
  gtk_widget_class_bind_template_callback (widget_class, on_reveal_clicked);
}

static void
yz_station_summary_init (YzStationSummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

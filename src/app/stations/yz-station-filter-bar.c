#include "config.h"

#include "yz-station-filter-bar.h"

#include "yz-chip.h"
#include "yz-day-words.h"
#include "yz-kinds.h"
#include "yz-station-filter-popover.h"
#include "yz-widgets.h"

#include <glib/gi18n-lib.h>

struct _YzStationFilterBar
{
  GtkWidget parent_instance;

  YzStations *stations;

  GtkMenuButton *district_button;
  GMenu *district_menu;
  GMenu *facility_menu;
  GMenu *kind_menu;
};

G_DEFINE_FINAL_TYPE (YzStationFilterBar, yz_station_filter_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_STATIONS = 1,
};

static GParamSpec *properties[PROP_STATIONS + 1];

/* Bound in the template. */

static char *
district_text (YzStationFilterBar *self, const char *district)
{
  return g_strdup (district != NULL && *district != '\0' ? district : _ ("All districts"));
}

static const char *
get_choice_title (const char *field, const char *nick)
{
  const YzChoice *choice = yz_field_get_choice (yz_kind_find_field (&yz_station_kind, field), nick);

  return choice != NULL ? _ (choice->title) : NULL;
}

static char *
type_text (YzStationFilterBar *self, const char *facility, const char *kind)
{
  const char *first = get_choice_title ("facility", facility);
  const char *second = get_choice_title ("kind", kind);

  if (first != NULL && second != NULL)
    return g_strdup_printf ("%s · %s", first, second);
  return g_strdup (first != NULL ? first : second != NULL ? second : _ ("All types"));
}

static char *
order_text (YzStationFilterBar *self, const char *order)
{
  const YzField *field;

  if (order == NULL || g_str_equal (order, "name"))
    return g_strdup (_ ("By name"));
  if (g_str_equal (order, "distance"))
    return g_strdup (_ ("By distance"));
  if (g_str_equal (order, "changed"))
    return g_strdup (_ ("By last change"));
  field = yz_kind_find_field (&yz_station_kind, order);
  /* Translators: %s is the title of a column */
  return field != NULL ? g_strdup_printf (_ ("By “%s”"), _ (field->title)) : g_strdup (order);
}

/* "Open on Oct 1, Thu at 09:00" */
static char *
open_at_text (YzStationFilterBar *self, const char *open_at)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *day = NULL;
  gint64 instant = -1;
  int minute;

  if (self->stations != NULL && open_at != NULL && *open_at != '\0')
    {
      now = yz_clock_get_local (yz_session_get_clock (yz_listing_get_session (YZ_LISTING (self->stations))));
      instant = yz_station_filter_parse_time (open_at, now);
    }
  if (instant < 0)
    return g_strdup ("");
  day = yz_day_format (yz_hours_instant_get_julian (instant));
  minute = yz_hours_instant_get_minute (instant);
  /* Translators: which stations are listed: a day, its weekday, a time */
  return g_strdup_printf (_ ("Open on %s, %s at %02d:%02d"), day,
                          yz_day_get_weekday_name (yz_hours_instant_get_julian (instant)), minute / 60, minute % 60);
}

static gboolean
is_any (YzStationFilterBar *self, guint n)
{
  return n > 0;
}

static void
clear_open_at (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStationFilterBar *self = YZ_STATION_FILTER_BAR (widget);

  if (self->stations != NULL)
    g_object_set (yz_stations_get_filter (self->stations), "open-at", "", NULL);
}

static void
append_choice (GMenu *menu, const char *action, const char *title, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static void
fill_districts (GtkMenuButton *button, gpointer data)
{
  YzStationFilterBar *self = data;
  g_autoptr (GArray) districts = yz_stations_get_districts (self->stations);

  g_menu_remove_all (self->district_menu);
  append_choice (self->district_menu, "stations.district", _ ("All districts"), "");
  for (guint i = 0; i < districts->len; i++)
    {
      YzDistrictCount *district = &g_array_index (districts, YzDistrictCount, i);
      g_autofree char *title = g_strdup_printf ("%s  %u", district->name, district->n);

      if (*district->name != '\0')
        append_choice (self->district_menu, "stations.district", title, district->name);
    }
}

static void
fill_choices (GMenu *menu, const char *field, const char *action, const char *all)
{
  const YzChoice *choices = yz_kind_find_field (&yz_station_kind, field)->choices;

  append_choice (menu, action, all, "");
  for (guint i = 0; choices[i].nick != NULL; i++)
    append_choice (menu, action, _ (choices[i].title), choices[i].nick);
}

static void
yz_station_filter_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_STATIONS)
    g_value_set_object (value, YZ_STATION_FILTER_BAR (object)->stations);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_station_filter_bar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id != PROP_STATIONS)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  else if (g_set_object (&YZ_STATION_FILTER_BAR (object)->stations, g_value_get_object (value)))
    g_object_notify_by_pspec (object, pspec);
}

static void
yz_station_filter_bar_dispose (GObject *object)
{
  YzStationFilterBar *self = YZ_STATION_FILTER_BAR (object);

  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->stations);

  G_OBJECT_CLASS (yz_station_filter_bar_parent_class)->dispose (object);
}

static void
yz_station_filter_bar_class_init (YzStationFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yz_station_filter_bar_get_property;
  object_class->set_property = yz_station_filter_bar_set_property;
  object_class->dispose = yz_station_filter_bar_dispose;

  properties[PROP_STATIONS] =
    g_param_spec_object ("stations", NULL, NULL, YZ_TYPE_STATIONS,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (YZ_TYPE_CHIP);
  g_type_ensure (YZ_TYPE_STATION_FILTER_POPOVER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stations/yz-station-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, YzStationFilterBar, district_button);
  gtk_widget_class_bind_template_child (widget_class, YzStationFilterBar, district_menu);
  gtk_widget_class_bind_template_child (widget_class, YzStationFilterBar, facility_menu);
  gtk_widget_class_bind_template_child (widget_class, YzStationFilterBar, kind_menu);
  gtk_widget_class_bind_template_callback (widget_class, district_text);
  gtk_widget_class_bind_template_callback (widget_class, type_text);
  gtk_widget_class_bind_template_callback (widget_class, order_text);
  gtk_widget_class_bind_template_callback (widget_class, open_at_text);
  gtk_widget_class_bind_template_callback (widget_class, is_any);
  yz_widgets_bind_text_closures (widget_class);
  gtk_widget_class_install_action (widget_class, "bar.clear-open-at", NULL, clear_open_at);
}

static void
yz_station_filter_bar_init (YzStationFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->district_button, fill_districts, self, NULL);
  fill_choices (self->facility_menu, "facility", "stations.facility", _ ("All facilities"));
  fill_choices (self->kind_menu, "kind", "stations.kind", _ ("However built"));
}

#include "config.h"

#include "yz-station-filter-popover.h"

#include "yz-finder.h"
#include "yz-kinds.h"
#include "yz-month-view.h"
#include "yz-saved-filters.h"
#include "yz-widgets.h"

#include <glib/gi18n-lib.h>

#define MINUTES_PER_CHOICE 30

struct _YzStationFilterPopover
{
  GtkPopover parent_instance;

  YzStations *stations;
  YzFinder *services;
  YzFinder *saved;
  GPtrArray *state_nicks; /* of the lines of state_drop_down */
  GPtrArray *service_codes;
  gboolean syncing;

  GtkDropDown *state_drop_down;
  GtkDropDown *service_drop_down;
  GtkEditable *open_at_entry;
  YzMonthView *month;
  GtkDropDown *time_drop_down;
  GtkEditable *name_entry;
  GtkWidget *saved_box;
};

G_DEFINE_FINAL_TYPE (YzStationFilterPopover, yz_station_filter_popover, GTK_TYPE_POPOVER)

enum
{
  PROP_STATIONS = 1,
};

static GParamSpec *properties[PROP_STATIONS + 1];

static YzStationFilter *
get_filter (YzStationFilterPopover *self)
{
  return yz_stations_get_filter (self->stations);
}

static void
add_choice (GtkStringList *titles, GPtrArray *nicks, const char *title, const char *nick)
{
  gtk_string_list_append (titles, title);
  g_ptr_array_add (nicks, g_strdup (nick));
}

static void
fill_states (YzStationFilterPopover *self)
{
  const YzChoice *choices = yz_kind_find_field (&yz_station_kind, "state")->choices;
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  add_choice (titles, self->state_nicks, _ ("In use"), "");
  add_choice (titles, self->state_nicks, _ ("All, also closed ones"), "all");
  for (guint i = 0; choices[i].nick != NULL; i++)
    add_choice (titles, self->state_nicks, _ (choices[i].title), choices[i].nick);
  gtk_drop_down_set_model (self->state_drop_down, G_LIST_MODEL (titles));
}

static void
select_nick (GtkDropDown *drop_down, GPtrArray *nicks, const char *nick)
{
  guint position;

  if (g_ptr_array_find_with_equal_func (nicks, nick, g_str_equal, &position))
    gtk_drop_down_set_selected (drop_down, position);
}

static GDateTime *
get_local_time (YzStationFilterPopover *self)
{
  return yz_clock_get_local (yz_session_get_clock (yz_listing_get_session (YZ_LISTING (self->stations))));
}

/* The month and the time show the instant that is asked about, or the present one. */
static void
sync_calendar (YzStationFilterPopover *self)
{
  g_autoptr (GDateTime) local = get_local_time (self);
  gint64 now = yz_civil_instant (local);
  gint64 asked = yz_station_filter_get_open_at (get_filter (self), local);
  gint64 shown = asked >= 0 ? asked : now;

  yz_month_view_set_holidays (self->month, yz_stations_get_holidays (self->stations));
  yz_month_view_set_today (self->month, yz_hours_instant_get_julian (now));
  yz_month_view_select (self->month, yz_hours_instant_get_julian (shown), yz_hours_instant_get_julian (shown));
  gtk_drop_down_set_selected (self->time_drop_down, (guint) yz_hours_instant_get_minute (shown) / MINUTES_PER_CHOICE);
}

static void
sync_from_filter (YzStationFilterPopover *self)
{
  g_autofree char *state = NULL;
  g_autofree char *service = NULL;
  g_autofree char *open_at = NULL;

  g_object_get (get_filter (self), "state", &state, "service", &service, "open-at", &open_at, NULL);
  self->syncing = TRUE;
  select_nick (self->state_drop_down, self->state_nicks, state);
  select_nick (self->service_drop_down, self->service_codes, service);
  if (!g_str_equal (gtk_editable_get_text (self->open_at_entry), open_at))
    gtk_editable_set_text (self->open_at_entry, open_at);
  sync_calendar (self);
  self->syncing = FALSE;
}

/* The catalogue belongs to the workspace. */
static void
show_services (YzStationFilterPopover *self)
{
  GListModel *services = G_LIST_MODEL (yz_finder_get_list (self->services));
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->syncing = TRUE;
  g_ptr_array_set_size (self->service_codes, 0);
  add_choice (titles, self->service_codes, _ ("Any"), "");
  for (guint i = 0; i < g_list_model_get_n_items (services); i++)
    {
      g_autoptr (YzRecord) service = g_list_model_get_item (services, i);

      if (yz_record_get_text (service, "code") != NULL)
        add_choice (titles, self->service_codes, yz_record_get_title (service), yz_record_get_text (service, "code"));
    }
  gtk_drop_down_set_model (self->service_drop_down, G_LIST_MODEL (titles));
  sync_from_filter (self);
}

static void
ask_for (YzStationFilterPopover *self, guint32 julian)
{
  guint minute = gtk_drop_down_get_selected (self->time_drop_down) * MINUTES_PER_CHOICE;
  g_autofree char *text = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  text = g_strdup_printf ("%04d-%02d-%02d %02u:%02u", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date), minute / 60, minute % 60);
  g_object_set (get_filter (self), "open-at", text, NULL);
}

static void
on_day_chosen (YzStationFilterPopover *self, guint julian)
{
  ask_for (self, julian);
}

static void
on_time_selected (YzStationFilterPopover *self)
{
  g_autoptr (GDateTime) local = NULL;
  gint64 asked;

  if (self->syncing || self->stations == NULL)
    return;
  local = get_local_time (self);
  asked = yz_station_filter_get_open_at (get_filter (self), local);
  ask_for (self, yz_hours_instant_get_julian (asked >= 0 ? asked : yz_civil_instant (local)));
}

static void
fill_times (YzStationFilterPopover *self)
{
  g_autoptr (GtkStringList) times = gtk_string_list_new (NULL);

  for (guint minute = 0; minute < 24 * 60; minute += MINUTES_PER_CHOICE)
    gtk_string_list_take (times, g_strdup_printf ("%02u:%02u", minute / 60, minute % 60));
  gtk_drop_down_set_model (self->time_drop_down, G_LIST_MODEL (times));
}

static void
set_condition (YzStationFilterPopover *self, const char *condition, GtkDropDown *drop_down, GPtrArray *nicks)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (!self->syncing && self->stations != NULL && selected < nicks->len)
    g_object_set (get_filter (self), condition, g_ptr_array_index (nicks, selected), NULL);
}

static void
on_state_selected (YzStationFilterPopover *self)
{
  set_condition (self, "state", self->state_drop_down, self->state_nicks);
}

static void
on_service_selected (YzStationFilterPopover *self)
{
  set_condition (self, "service", self->service_drop_down, self->service_codes);
}

static void
on_open_at_changed (YzStationFilterPopover *self)
{
  const char *text = gtk_editable_get_text (self->open_at_entry);
  YzClock *clock = yz_session_get_clock (yz_listing_get_session (YZ_LISTING (self->stations)));
  g_autoptr (GDateTime) now = yz_clock_get_local (clock);
  gboolean valid = *text == '\0' || yz_station_filter_parse_time (text, now) >= 0;

  yz_widgets_set_class (GTK_WIDGET (self->open_at_entry), "error", !valid);
  if (valid && !self->syncing)
    g_object_set (get_filter (self), "open-at", text, NULL);
}

static void
on_saved_clicked (GtkButton *button, YzStationFilterPopover *self)
{
  yz_station_filter_set_from_text (get_filter (self), g_object_get_data (G_OBJECT (button), "conditions"));
}

static void
on_forget_clicked (GtkButton *button, YzStationFilterPopover *self)
{
  yz_saved_filters_delete (yz_listing_get_session (YZ_LISTING (self->stations)),
                           g_object_get_data (G_OBJECT (button), "filter"));
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* --- another name: the row becomes an entry --- */

static YzRecord *
get_row_filter (GtkWidget *stack)
{
  return g_object_get_data (G_OBJECT (stack), "filter");
}

static void
on_rename_clicked (GtkStack *stack)
{
  GtkWidget *entry = gtk_stack_get_child_by_name (stack, "entry");

  gtk_editable_set_text (GTK_EDITABLE (entry), yz_record_get_title (get_row_filter (GTK_WIDGET (stack))));
  yz_widgets_set_class (entry, "error", FALSE);
  gtk_stack_set_visible_child (stack, entry);
  gtk_widget_grab_focus (entry);
}

static void
on_renamed (GtkEntry *entry, YzStationFilterPopover *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  YzRecord *filter = get_row_filter (gtk_widget_get_parent (GTK_WIDGET (entry)));
  GListModel *present = G_LIST_MODEL (yz_finder_get_list (self->saved));
  YzSession *session = yz_listing_get_session (YZ_LISTING (self->stations));
  g_autoptr (GError) error = NULL;

  if (*name != '\0' && yz_saved_filters_rename (session, present, filter, name, &error))
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  yz_widgets_set_class (GTK_WIDGET (entry), "error", TRUE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (entry), error != NULL ? error->message : NULL);
}

static GtkWidget *
make_icon_button (const char *icon, const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static GtkWidget *
make_name_entry (YzStationFilterPopover *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name of the filter"), -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_renamed), self, 0);
  return entry;
}

static GtkWidget *
make_apply_button (YzStationFilterPopover *self, YzRecord *filter)
{
  GtkWidget *apply = gtk_button_new_with_label (yz_record_get_title (filter));

  gtk_button_set_has_frame (GTK_BUTTON (apply), FALSE);
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (apply))), 0);
  g_object_set_data_full (G_OBJECT (apply), "conditions", g_strdup (yz_record_get_text (filter, "conditions")), g_free);
  g_signal_connect_object (apply, "clicked", G_CALLBACK (on_saved_clicked), self, 0);
  return apply;
}

static GtkWidget *
make_saved_row (YzStationFilterPopover *self, YzRecord *filter)
{
  g_autofree char *rename_label = g_strdup_printf (_ ("Rename the saved filter “%s”"), yz_record_get_title (filter));
  g_autofree char *forget_label = g_strdup_printf (_ ("Delete the saved filter “%s”"), yz_record_get_title (filter));
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *rename = make_icon_button ("document-edit-symbolic", rename_label);
  GtkWidget *forget = make_icon_button ("user-trash-symbolic", forget_label);

  gtk_widget_set_hexpand (stack, TRUE);
  g_object_set_data_full (G_OBJECT (stack), "filter", g_object_ref (filter), g_object_unref);
  gtk_stack_add_named (GTK_STACK (stack), make_apply_button (self, filter), "apply");
  gtk_stack_add_named (GTK_STACK (stack), make_name_entry (self), "entry");
  g_signal_connect_object (rename, "clicked", G_CALLBACK (on_rename_clicked), stack, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (forget), "filter", g_object_ref (filter), g_object_unref);
  g_signal_connect_object (forget, "clicked", G_CALLBACK (on_forget_clicked), self, 0);

  gtk_box_append (GTK_BOX (row), stack);
  gtk_box_append (GTK_BOX (row), rename);
  gtk_box_append (GTK_BOX (row), forget);
  return row;
}

static void
show_saved (YzStationFilterPopover *self)
{
  GListModel *filters = G_LIST_MODEL (yz_finder_get_list (self->saved));
  guint n_filters = g_list_model_get_n_items (filters);

  yz_widgets_unparent_children (self->saved_box);
  for (guint i = 0; i < n_filters; i++)
    {
      g_autoptr (YzRecord) filter = g_list_model_get_item (filters, i);

      gtk_box_append (GTK_BOX (self->saved_box), make_saved_row (self, filter));
    }
  gtk_widget_set_visible (self->saved_box, n_filters > 0);
}

static void
save_filter (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStationFilterPopover *self = YZ_STATION_FILTER_POPOVER (widget);
  const char *title = gtk_editable_get_text (self->name_entry);
  g_autofree char *conditions = yz_station_filter_to_text (get_filter (self));

  if (*title == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
      return;
    }
  yz_saved_filters_save (yz_listing_get_session (YZ_LISTING (self->stations)),
                         G_LIST_MODEL (yz_finder_get_list (self->saved)), "stations", title, conditions);
  gtk_editable_set_text (self->name_entry, "");
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
on_name_activated (YzStationFilterPopover *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "filter.save", NULL);
}

/* Asked anew each time, as both may have changed, and the workspace with them. */
static void
ask (YzStationFilterPopover *self)
{
  YzSession *session = yz_listing_get_session (YZ_LISTING (self->stations));
  g_autoptr (YzQuery) services = yz_query_new (&yz_service_kind);
  g_autoptr (YzQuery) saved = yz_saved_filters_make_query ("stations");

  g_clear_object (&self->services);
  g_clear_object (&self->saved);
  self->services = yz_finder_new (session, &yz_service_kind);
  self->saved = yz_finder_new (session, &yz_saved_filter_kind);
  g_signal_connect_object (self->services, "answered", G_CALLBACK (show_services), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saved, "answered", G_CALLBACK (show_saved), self, G_CONNECT_SWAPPED);
  yz_query_set_order (services, "position", FALSE);
  yz_finder_ask (self->services, services);
  yz_finder_ask (self->saved, saved);
}

static void
yz_station_filter_popover_show (GtkWidget *widget)
{
  YzStationFilterPopover *self = YZ_STATION_FILTER_POPOVER (widget);

  ask (self);
  sync_from_filter (self);

  GTK_WIDGET_CLASS (yz_station_filter_popover_parent_class)->show (widget);
}

static void
set_stations (YzStationFilterPopover *self, YzStations *stations)
{
  if (!g_set_object (&self->stations, stations))
    return;
  if (stations != NULL)
    g_signal_connect_object (yz_stations_get_filter (stations), "changed", G_CALLBACK (sync_from_filter), self,
                             G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATIONS]);
}

static void
yz_station_filter_popover_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_STATIONS)
    g_value_set_object (value, YZ_STATION_FILTER_POPOVER (object)->stations);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_station_filter_popover_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_STATIONS)
    set_stations (YZ_STATION_FILTER_POPOVER (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_station_filter_popover_dispose (GObject *object)
{
  YzStationFilterPopover *self = YZ_STATION_FILTER_POPOVER (object);

  g_clear_object (&self->services);
  g_clear_object (&self->saved);
  g_clear_object (&self->stations);

  G_OBJECT_CLASS (yz_station_filter_popover_parent_class)->dispose (object);
}

static void
yz_station_filter_popover_finalize (GObject *object)
{
  YzStationFilterPopover *self = YZ_STATION_FILTER_POPOVER (object);

  g_clear_pointer (&self->state_nicks, g_ptr_array_unref);
  g_clear_pointer (&self->service_codes, g_ptr_array_unref);

  G_OBJECT_CLASS (yz_station_filter_popover_parent_class)->finalize (object);
}

static void
yz_station_filter_popover_class_init (YzStationFilterPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yz_station_filter_popover_get_property;
  object_class->set_property = yz_station_filter_popover_set_property;
  object_class->dispose = yz_station_filter_popover_dispose;
  object_class->finalize = yz_station_filter_popover_finalize;
  widget_class->show = yz_station_filter_popover_show;

  properties[PROP_STATIONS] =
    g_param_spec_object ("stations", NULL, NULL, YZ_TYPE_STATIONS,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "filter.save", NULL, save_filter);
  g_type_ensure (YZ_TYPE_MONTH_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/yizhan/Yizhan/stations/yz-station-filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, YzStationFilterPopover, state_drop_down);
  gtk_widget_class_bind_template_child (widget_class, YzStationFilterPopover, service_drop_down);
  gtk_widget_class_bind_template_child (widget_class, YzStationFilterPopover, open_at_entry);
  gtk_widget_class_bind_template_child (widget_class, YzStationFilterPopover, month);
  gtk_widget_class_bind_template_child (widget_class, YzStationFilterPopover, time_drop_down);
  gtk_widget_class_bind_template_child (widget_class, YzStationFilterPopover, name_entry);
  gtk_widget_class_bind_template_callback (widget_class, on_day_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_time_selected);
  gtk_widget_class_bind_template_child (widget_class, YzStationFilterPopover, saved_box);
  gtk_widget_class_bind_template_callback (widget_class, on_state_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_service_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_open_at_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_name_activated);
}

static void
yz_station_filter_popover_init (YzStationFilterPopover *self)
{
  self->state_nicks = g_ptr_array_new_with_free_func (g_free);
  self->service_codes = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->syncing = TRUE;
  fill_states (self);
  fill_times (self);
  self->syncing = FALSE;
}

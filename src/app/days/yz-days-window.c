#include "config.h"

#include "yz-days-window.h"

#include "yz-bulk-dialog.h"
#include "yz-chip.h"
#include "yz-day-export.h"
#include "yz-day-row.h"
#include "yz-day-words.h"
#include "yz-dialogs.h"
#include "yz-holiday-dialog.h"
#include "yz-kinds.h"
#include "yz-month-view.h"

#include <glib/gi18n.h>

/* Words of the action "days.verdict". */
static const char *const verdict_names[] = {
  [YZ_DAY_AS_USUAL] = "as-usual", [YZ_DAY_OTHER_HOURS] = "other-hours", [YZ_DAY_CLOSED] = "closed",
  [YZ_DAY_SILENT] = "silent",     [YZ_DAY_UNKNOWN] = "unknown",         [YZ_DAY_ANY] = "any",
};

struct _YzDaysWindow
{
  AdwWindow parent_instance;

  YzDayReview *review;

  YzMonthView *month;
  GtkLabel *coming_title;
  GtkLabel *coming_days;
  GtkWidget *coming_button;
  GtkWidget *gap_box;
  GtkLabel *title;
  GtkBox *chip_box;
  GtkWidget *chips[YZ_DAY_ANY + 1];
  GtkListView *list_view;
  GtkMultiSelection *selection;
  GtkStack *stack;
  GtkLabel *selected_label;
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (YzDaysWindow, yz_days_window, ADW_TYPE_WINDOW)

enum
{
  PROP_VERDICT = 1,
};

static GParamSpec *properties[PROP_VERDICT + 1];

/* --- the rows --- */

static void
on_row_setup (YzDaysWindow *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (YZ_TYPE_DAY_ROW, NULL));
}

static void
on_row_bind (YzDaysWindow *self, GtkListItem *item)
{
  yz_day_row_show (YZ_DAY_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item),
                   yz_day_review_get_finding (self->review, gtk_list_item_get_position (item)));
}

/* Goes on in the window below, which this one would cover. @target is taken. */
static void
leave_for (YzDaysWindow *self, const char *action, GVariant *target)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GVariant) taken = g_variant_ref_sink (target);

  if (parent == NULL)
    return;
  gtk_widget_activate_action_variant (GTK_WIDGET (parent), action, taken);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_activated (YzDaysWindow *self, guint position)
{
  g_autoptr (YzRecord) station = g_list_model_get_item (yz_day_review_get_list (self->review), position);

  if (station != NULL)
    leave_for (self, "win.select-station", g_variant_new_string (yz_record_get_id (station)));
}

/* --- what follows the review --- */

static guint
get_n_selected (YzDaysWindow *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return (guint) gtk_bitset_get_size (selected);
}

static void
update_selected (YzDaysWindow *self)
{
  guint n = get_n_selected (self);
  guint n_listed = g_list_model_get_n_items (yz_day_review_get_list (self->review));
  g_autofree char *text = n > 0 ? g_strdup_printf (ngettext ("%u station selected", "%u stations selected", n), n)
                                : g_strdup_printf (ngettext ("%u station", "%u stations", n_listed), n_listed);

  gtk_label_set_text (self->selected_label, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "days.change-hours", n_listed > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "days.holidays", n_listed > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "days.workdays", n_listed > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "days.export", n_listed > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "days.select-all", n_listed > 0);
}

static void
update_coming (YzDaysWindow *self)
{
  YzHolidays *holidays = yz_stations_get_holidays (yz_day_review_get_stations (self->review));
  guint32 today = yz_day_review_get_today (self->review), last = 0;
  guint32 first = yz_holidays_find_coming (holidays, today, &last);
  g_autofree char *days = NULL;

  gtk_widget_set_visible (self->coming_button, first != 0);
  gtk_widget_set_visible (self->gap_box, first == 0);
  if (first == 0)
    return;
  days = yz_day_format_range (first, last);
  gtk_label_set_text (self->coming_title, yz_holiday_get_name (yz_holidays_find (holidays, first)));
  gtk_label_set_text (self->coming_days, days);
}

static void
update_counts (YzDaysWindow *self)
{
  for (guint i = 0; i <= YZ_DAY_ANY; i++)
    g_object_set (self->chips[i], "count", yz_day_review_count (self->review, i), NULL);
}

static void
update (YzDaysWindow *self)
{
  YzDayReview *review = self->review;
  g_autofree char *title = yz_day_review_dup_title (review);

  gtk_label_set_text (self->title, title);
  yz_month_view_set_holidays (self->month, yz_stations_get_holidays (yz_day_review_get_stations (review)));
  yz_month_view_set_today (self->month, yz_day_review_get_today (review));
  yz_month_view_select (self->month, yz_day_review_get_first (review), yz_day_review_get_last (review));
  update_coming (self);
  update_counts (self);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (yz_day_review_get_list (review)) > 0 ? "list" : "empty");
  update_selected (self);
}

/* A row whose station is the same may have another finding on another day: every row is bound anew. */
static void
on_review_changed (YzDaysWindow *self)
{
  g_object_ref (self->selection);
  gtk_list_view_set_model (self->list_view, NULL);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
  update (self);
}

static void
on_day_chosen (YzDaysWindow *self, guint julian)
{
  yz_day_review_set_days (self->review, julian, julian);
}

/* --- actions --- */

static void
show_days (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint first, last;

  g_variant_get (parameter, "(uu)", &first, &last);
  if (first <= last)
    yz_day_review_set_days (YZ_DAYS_WINDOW (widget)->review, first, last);
}

static void
show_coming (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzDaysWindow *self = YZ_DAYS_WINDOW (widget);
  YzHolidays *holidays = yz_stations_get_holidays (yz_day_review_get_stations (self->review));
  guint32 last;
  guint32 first = yz_holidays_find_coming (holidays, yz_day_review_get_today (self->review), &last);

  if (first != 0)
    yz_day_review_set_days (self->review, first, last);
}

static void
show_register (GtkWidget *widget, const char *name, GVariant *parameter)
{
  leave_for (YZ_DAYS_WINDOW (widget), "win.show-kind", g_variant_new_string ("calendar_day"));
}

static void
select_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (YZ_DAYS_WINDOW (widget)->selection));
}

static GArray *
collect_selected (YzDaysWindow *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    g_array_append_val (positions, position);
  return positions;
}

/* Of the selected stations, or of all that are listed. */
static char **
dup_chosen_ids (YzDaysWindow *self)
{
  g_autoptr (GArray) positions = collect_selected (self);

  return yz_day_review_dup_ids (self->review, positions->len > 0 ? positions : NULL);
}

static YzSession *
get_session (YzDaysWindow *self)
{
  return yz_listing_get_session (YZ_LISTING (yz_day_review_get_stations (self->review)));
}

static void
change_holidays (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzDaysWindow *self = YZ_DAYS_WINDOW (widget);
  g_auto (GStrv) ids = dup_chosen_ids (self);
  GtkWidget *dialog = yz_holiday_dialog_new (GTK_WINDOW (self), get_session (self),
                                             yz_day_review_get_today (self->review), (const char *const *) ids);

  gtk_widget_activate_action_variant (dialog, "holidays.rule", parameter);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
change_workdays (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzDaysWindow *self = YZ_DAYS_WINDOW (widget);
  g_auto (GStrv) ids = dup_chosen_ids (self);
  GtkWidget *dialog =
    yz_bulk_dialog_new (GTK_WINDOW (self), get_session (self), &yz_station_kind, (const char *const *) ids);

  gtk_widget_activate_action (dialog, "bulk.field", "s", "workday_hours");
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
change_hours (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzDaysWindow *self = YZ_DAYS_WINDOW (widget);
  g_auto (GStrv) ids = dup_chosen_ids (self);

  if (ids[0] != NULL)
    leave_for (self, "win.edit-hours-of", g_variant_new_strv ((const char *const *) ids, -1));
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzDaysWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = yz_day_export_finish (YZ_DAY_REVIEW (source), result, &error);

  if (self->review == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* the window is closed, or nobody wants the list any more */
  if (done)
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("The list is exported")));
  else
    yz_dialogs_tell (GTK_WINDOW (self), _ ("The list could not be exported"), error->message);
}

static void
export_to (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_day_export_async (YZ_DAYS_WINDOW (widget)->review, g_variant_get_string (parameter, NULL), on_exported,
                       g_object_ref (widget));
}

static void
on_file_chosen (GFile *file, gpointer user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (user_data), "days.export-to", "s", g_file_peek_path (file));
}

static void
export_list (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzDaysWindow *self = YZ_DAYS_WINDOW (widget);
  g_autofree char *title = yz_day_review_dup_title (self->review);
  g_autofree char *file = g_strconcat (title, ".xlsx", NULL);

  yz_dialogs_choose_export (GTK_WINDOW (self), file, on_file_chosen, self);
}

/* --- the window --- */

static void
add_chip (YzDaysWindow *self, guint verdict)
{
  const char *title = verdict == YZ_DAY_ANY ? C_ ("stations", "All") : yz_day_verdict_get_title (verdict);
  GtkWidget *chip = g_object_new (YZ_TYPE_CHIP, "title", title, "action-name", "days.verdict", NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (chip), "s", verdict_names[verdict]);
  gtk_box_append (self->chip_box, chip);
  self->chips[verdict] = chip;
}

static void
yz_days_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzDaysWindow *self = YZ_DAYS_WINDOW (object);

  if (prop_id == PROP_VERDICT)
    g_value_set_string (value,
                        verdict_names[self->review != NULL ? yz_day_review_get_verdict (self->review) : YZ_DAY_ANY]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_days_window_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzDaysWindow *self = YZ_DAYS_WINDOW (object);

  if (prop_id != PROP_VERDICT)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  for (guint i = 0; self->review != NULL && i < G_N_ELEMENTS (verdict_names); i++)
    if (g_str_equal (verdict_names[i], g_value_get_string (value)))
      yz_day_review_set_verdict (self->review, i);
  g_object_notify_by_pspec (object, pspec);
}

static void
yz_days_window_dispose (GObject *object)
{
  g_clear_object (&YZ_DAYS_WINDOW (object)->review);

  G_OBJECT_CLASS (yz_days_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "days.verdict", "verdict");
  gtk_widget_class_install_action (widget_class, "days.show", "(uu)", show_days);
  gtk_widget_class_install_action (widget_class, "days.coming", NULL, show_coming);
  gtk_widget_class_install_action (widget_class, "days.register", NULL, show_register);
  gtk_widget_class_install_action (widget_class, "days.select-all", NULL, select_all);
  gtk_widget_class_install_action (widget_class, "days.holidays", "s", change_holidays);
  gtk_widget_class_install_action (widget_class, "days.workdays", NULL, change_workdays);
  gtk_widget_class_install_action (widget_class, "days.change-hours", NULL, change_hours);
  gtk_widget_class_install_action (widget_class, "days.export", NULL, export_list);
  gtk_widget_class_install_action (widget_class, "days.export-to", "s", export_to);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YzDaysWindow, month);
  gtk_widget_class_bind_template_child (widget_class, YzDaysWindow, coming_title);
  gtk_widget_class_bind_template_child (widget_class, YzDaysWindow, coming_days);
  gtk_widget_class_bind_template_child (widget_class, YzDaysWindow, coming_button);
  gtk_widget_class_bind_template_child (widget_class, YzDaysWindow, gap_box);
  gtk_widget_class_bind_template_child (widget_class, YzDaysWindow, title);
  gtk_widget_class_bind_template_child (widget_class, YzDaysWindow, chip_box);
  gtk_widget_class_bind_template_child (widget_class, YzDaysWindow, list_view);
  gtk_widget_class_bind_template_child (widget_class, YzDaysWindow, selection);
  gtk_widget_class_bind_template_child (widget_class, YzDaysWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, YzDaysWindow, selected_label);
  gtk_widget_class_bind_template_child (widget_class, YzDaysWindow, toasts);
  gtk_widget_class_bind_template_callback (widget_class, on_row_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_row_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_day_chosen);
}

static void
yz_days_window_class_init (YzDaysWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yz_days_window_get_property;
  object_class->set_property = yz_days_window_set_property;
  object_class->dispose = yz_days_window_dispose;
  properties[PROP_VERDICT] = g_param_spec_string ("verdict", NULL, NULL, "any",
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  install_actions (widget_class);
  g_type_ensure (YZ_TYPE_MONTH_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/days/yz-days-window.ui");
  bind_children (widget_class);
}

static void
yz_days_window_init (YzDaysWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_chip (self, YZ_DAY_ANY);
  add_chip (self, YZ_DAY_CLOSED);
  add_chip (self, YZ_DAY_OTHER_HOURS);
  add_chip (self, YZ_DAY_SILENT);
  add_chip (self, YZ_DAY_AS_USUAL);
  add_chip (self, YZ_DAY_UNKNOWN);
}

GtkWidget *
yz_days_window_new (GtkWindow *parent, YzStations *stations)
{
  YzDaysWindow *self = g_object_new (YZ_TYPE_DAYS_WINDOW, "transient-for", parent, NULL);

  self->review = yz_day_review_new (stations);
  gtk_multi_selection_set_model (self->selection, yz_day_review_get_list (self->review));
  g_signal_connect_object (self->review, "changed", G_CALLBACK (on_review_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (update_selected), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

YzDayReview *
yz_days_window_get_review (YzDaysWindow *self)
{
  g_return_val_if_fail (YZ_IS_DAYS_WINDOW (self), NULL);
  return self->review;
}

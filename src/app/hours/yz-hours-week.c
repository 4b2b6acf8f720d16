#include "config.h"

#include "yz-hours-week.h"

#include "yz-drawing.h"
#include "yz-hours-bars-draw.h"
#include "yz-hours-bars.h"
#include "yz-hours-names.h"
#include "yz-hours-note.h"
#include "yz-hours-seasons.h"
#include "yz-kinds.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

#define WEEKDAYS 0x1f
#define WEEKEND 0x60
#define DAYS 0x7f
#define HEAD_HEIGHT 24
#define TEXT_MAX_WIDTH_CHARS 42
#define TEXT_WIDTH_CHARS 19

/* What a row is made of. */
typedef struct
{
  GtkWidget *name;
  GtkWidget *all_day;
  GtkWidget *bars;
  GtkWidget *entry;
  GtkWidget *notes; /* what is wrong with it */
  char *error;      /* of what stands in the entry, NULL where it was understood */
} Row;

struct _YzHoursWeek
{
  GtkWidget parent_instance;

  GtkWidget *content;
  YzHoursSeasons *seasons;
  GtkToggleButton *self_service_button;
  GtkToggleButton *unknown_button;
  GtkMenuButton *copy_button;
  GtkOrientable *head;
  GMenu *days_section;
  GtkGrid *grid;

  YzHoursEdit *edit;
  Row rows[YZ_HOURS_N_ROWS];
  GtkWidget *workday_name;
  GtkWidget *workday_bars;
  GtkWidget *workday_drop_down;
  int current; /* row that had the focus last */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (YzHoursWeek, yz_hours_week, GTK_TYPE_WIDGET)

/* --- what is wrong, under its row --- */

static void
add_finding (YzHoursWeek *self, guint index, const YzHoursFinding *finding)
{
  GtkWidget *note = yz_hours_note_new (finding->message);

  yz_hours_note_add_remedies (GTK_BOX (note), index, finding);
  gtk_box_append (GTK_BOX (self->rows[finding->row].notes), note);
}

static void
update_notes (YzHoursWeek *self)
{
  GPtrArray *findings = yz_hours_edit_get_findings (self->edit);
  guint season;

  g_object_get (self->edit, "season", &season, NULL);
  for (guint row = 0; row < YZ_HOURS_N_ROWS; row++)
    {
      yz_widgets_clear_box (GTK_BOX (self->rows[row].notes));
      if (self->rows[row].error != NULL)
        gtk_box_append (GTK_BOX (self->rows[row].notes), yz_hours_note_new (self->rows[row].error));
    }
  for (guint i = 0; i < findings->len; i++)
    {
      const YzHoursFinding *finding = g_ptr_array_index (findings, i);

      if (finding->row >= 0 && finding->season == (int) season)
        add_finding (self, i, finding);
    }
  for (guint row = 0; row < YZ_HOURS_N_ROWS; row++)
    {
      gboolean noted = gtk_widget_get_first_child (self->rows[row].notes) != NULL;

      gtk_widget_set_visible (self->rows[row].notes, noted);
      yz_widgets_set_class (self->rows[row].entry, "yz-asks", noted);
    }
}

/* --- rows --- */

static const char *
get_placeholder (YzHoursWeek *self, int row)
{
  guint season;

  g_object_get (self->edit, "season", &season, NULL);
  if (row == YZ_HOURS_ROW_HOLIDAY && season == 0)
    return _ ("as the day of the week");
  return season > 0 ? _ ("as all year") : _ ("unknown");
}

static void
update_row (YzHoursWeek *self, int index)
{
  Row *row = &self->rows[index];
  g_autofree char *text = yz_hours_edit_dup_row_text (self->edit, index);

  gtk_switch_set_active (GTK_SWITCH (row->all_day), yz_hours_edit_is_round_the_clock (self->edit, index));
  gtk_widget_set_tooltip_text (row->entry, *text != '\0' ? text : NULL);
  gtk_entry_set_placeholder_text (GTK_ENTRY (row->entry), get_placeholder (self, index));
  /* what was typed wrongly stays beside its error */
  if (row->error == NULL && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row->entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (row->entry), text);
  /* where the page has room, a long day takes it from the bars */
  gtk_editable_set_max_width_chars (GTK_EDITABLE (row->entry),
                                    CLAMP ((int) g_utf8_strlen (text, -1), TEXT_WIDTH_CHARS, TEXT_MAX_WIDTH_CHARS));
}

static void
update_workday (YzHoursWeek *self)
{
  const YzChoice *choices = yz_kind_find_field (&yz_station_kind, "workday_hours")->choices;
  const char *workday = yz_hours_edit_get_workday (self->edit);
  guint selected = 0;

  for (guint i = 0; choices[i].nick != NULL; i++)
    if (g_str_equal (choices[i].nick, workday))
      selected = i + 1;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->workday_drop_down), selected);
  yz_hours_bars_set_row (YZ_HOURS_BARS (self->workday_bars), (int) selected - 1,
                         selected == 0 ? _ ("The official calendar is not followed") : _ ("Closed all day"));
}

static void
update_current (YzHoursWeek *self)
{
  g_autofree char *label = g_strdup_printf (_ ("Copy %s to"), yz_hours_row_to_words (self->current));

  gtk_menu_button_set_label (self->copy_button, label);
  for (int row = 0; row < YZ_HOURS_N_ROWS; row++)
    yz_widgets_set_class (self->rows[row].name, "yz-current", row == self->current);
}

/* Several seasons have a line of their own: beside the brush, a small screen would cut them off. */
static void
update_head (YzHoursWeek *self)
{
  gboolean has_seasons = yz_hours_edit_get_grid (self->edit)->seasons->len > 1;

  gtk_orientable_set_orientation (self->head, has_seasons ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
update (YzHoursWeek *self)
{
  if (yz_hours_edit_get_grid (self->edit) == NULL)
    return;
  self->filling = TRUE;
  update_head (self);
  for (int row = 0; row < YZ_HOURS_N_ROWS; row++)
    update_row (self, row);
  update_workday (self);
  update_notes (self);
  self->filling = FALSE;
}

/* --- what the user does --- */

static void
on_brush_toggled (YzHoursWeek *self)
{
  YzHoursBrush brush = YZ_HOURS_BRUSH_STAFFED;

  if (gtk_toggle_button_get_active (self->self_service_button))
    brush = YZ_HOURS_BRUSH_SELF_SERVICE;
  else if (gtk_toggle_button_get_active (self->unknown_button))
    brush = YZ_HOURS_BRUSH_UNKNOWN;
  if (self->edit != NULL)
    g_object_set (self->edit, "brush", (int) brush, NULL);
}

static int
get_row (GtkWidget *widget)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (widget), "row"));
}

static void
on_all_day_notify (YzHoursWeek *self, GParamSpec *pspec, GtkSwitch *all_day)
{
  if (!self->filling)
    yz_hours_edit_set_round_the_clock (self->edit, get_row (GTK_WIDGET (all_day)), gtk_switch_get_active (all_day));
}

/* A text that is no time stays, beside its error. */
static void
take_text (YzHoursWeek *self, GtkWidget *entry)
{
  int row;
  g_autoptr (GError) error = NULL;

  if (self->filling || yz_hours_edit_get_grid (self->edit) == NULL)
    return;
  row = get_row (entry);
  g_clear_pointer (&self->rows[row].error, g_free);
  if (yz_hours_edit_set_row_text (self->edit, row, gtk_editable_get_text (GTK_EDITABLE (entry)), &error))
    {
      update_row (self, row);
      update_notes (self);
      return;
    }
  self->rows[row].error = g_strdup (error->message);
  update_notes (self);
}

static void
on_entry_activate (YzHoursWeek *self, GtkWidget *entry)
{
  take_text (self, entry);
}

static void
on_entry_leave (YzHoursWeek *self, GtkEventController *controller)
{
  take_text (self, gtk_event_controller_get_widget (controller));
}

static void
on_enter (YzHoursWeek *self, GtkEventController *controller)
{
  self->current = get_row (gtk_event_controller_get_widget (controller));
  update_current (self);
}

static void
on_workday_selected (YzHoursWeek *self)
{
  const YzChoice *choices = yz_kind_find_field (&yz_station_kind, "workday_hours")->choices;
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->workday_drop_down));

  if (!self->filling)
    yz_hours_edit_set_workday (self->edit, selected > 0 ? choices[selected - 1].nick : "");
}

static void
copy_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzHoursWeek *self = YZ_HOURS_WEEK (widget);
  const char *to = g_variant_get_string (parameter, NULL);
  guint rows = g_str_equal (to, "weekdays")  ? WEEKDAYS
               : g_str_equal (to, "weekend") ? WEEKEND
               : g_str_equal (to, "days")    ? DAYS
                                             : 1u << CLAMP (g_ascii_strtoll (to, NULL, 10), 0, YZ_HOURS_ROW_HOLIDAY);

  yz_hours_edit_copy_row (self->edit, self->current, rows);
}

/* --- making the grid --- */

static void
watch_focus (YzHoursWeek *self, GtkWidget *widget, gboolean is_entry)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (on_enter), self, G_CONNECT_SWAPPED);
  if (is_entry)
    g_signal_connect_object (focus, "leave", G_CALLBACK (on_entry_leave), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
}

static GtkWidget *
make_name (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_size_request (label, 72, 44);
  gtk_widget_add_css_class (label, "yz-name");
  return label;
}

static void
set_label (GtkWidget *widget, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
make_row (YzHoursWeek *self, int index, int at)
{
  Row *row = &self->rows[index];
  const char *name = yz_hours_row_to_words (index);
  g_autofree char *all_day_label = g_strdup_printf (_ ("%s: 24 hours"), name);
  g_autofree char *entry_label = g_strdup_printf (_ ("%s: hours as text"), name);

  row->name = make_name (name);
  row->all_day = gtk_switch_new ();
  row->bars = yz_hours_bars_new (self->edit, index);
  row->entry = gtk_entry_new ();
  row->notes = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  for (guint i = 0; i < 3; i++)
    g_object_set_data (G_OBJECT (i == 0   ? row->all_day
                                 : i == 1 ? row->bars
                                          : row->entry),
                       "row", GINT_TO_POINTER (index));
  gtk_widget_set_valign (row->all_day, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (row->entry, GTK_ALIGN_CENTER);
  gtk_editable_set_width_chars (GTK_EDITABLE (row->entry), TEXT_WIDTH_CHARS);
  gtk_widget_add_css_class (row->entry, "yz-hours-text");
  set_label (row->all_day, all_day_label);
  set_label (row->entry, entry_label);
  gtk_widget_set_visible (row->notes, FALSE);
  gtk_widget_set_margin_bottom (row->notes, 6);

  g_signal_connect_object (row->all_day, "notify::active", G_CALLBACK (on_all_day_notify), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row->entry, "activate", G_CALLBACK (on_entry_activate), self, G_CONNECT_SWAPPED);
  watch_focus (self, row->bars, FALSE);
  watch_focus (self, row->entry, TRUE);
  gtk_grid_attach (self->grid, row->name, 0, at, 1, 1);
  gtk_grid_attach (self->grid, row->all_day, 1, at, 1, 1);
  gtk_grid_attach (self->grid, row->bars, 2, at, 1, 1);
  gtk_grid_attach (self->grid, row->entry, 3, at, 1, 1);
  gtk_grid_attach (self->grid, row->notes, 1, at + 1, 3, 1);
}

static void
draw_scale (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  for (int hour = 0; hour <= 24; hour += 2)
    {
      gboolean strong = hour % 6 == 0;
      YzTextStyle style = { strong ? "window_fg_color" : "yz_dim", 0.86, hour == 0 ? 0 : hour == 24 ? 1 : 0.5, strong };
      g_autofree char *text = g_strdup_printf ("%d", hour);

      yz_draw_text (cr, GTK_WIDGET (area), text, &style, yz_hours_bars_minute_to_x (GTK_WIDGET (area), hour * 60),
                    height / 2.0);
    }
}

static GtkWidget *
make_head (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "yz-second");
  return label;
}

static void
make_scale (YzHoursWeek *self)
{
  GtkWidget *scale = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (scale), HEAD_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (scale), draw_scale, NULL, NULL);
  set_label (scale, _ ("Hours of the day from 0 to 24"));
  gtk_grid_attach (self->grid, make_head (_ ("24 hours")), 1, 0, 1, 1);
  gtk_grid_attach (self->grid, scale, 2, 0, 1, 1);
  gtk_grid_attach (self->grid, make_head (_ ("In writing")), 3, 0, 1, 1);
}

static void
make_workday_row (YzHoursWeek *self, int at)
{
  const YzChoice *choices = yz_kind_find_field (&yz_station_kind, "workday_hours")->choices;
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, C_ ("workday", "Not followed"));
  for (guint i = 0; choices[i].nick != NULL; i++)
    gtk_string_list_append (titles, _ (choices[i].title));
  self->workday_name = make_name (_ ("Shifted workdays"));
  self->workday_bars = yz_hours_bars_new_copy (self->edit);
  self->workday_drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&titles)), NULL);
  gtk_widget_set_valign (self->workday_drop_down, GTK_ALIGN_CENTER);
  set_label (self->workday_drop_down, _ ("Hours on shifted workdays"));
  g_signal_connect_object (self->workday_drop_down, "notify::selected", G_CALLBACK (on_workday_selected), self,
                           G_CONNECT_SWAPPED);
  gtk_grid_attach (self->grid, self->workday_name, 0, at, 2, 1);
  gtk_grid_attach (self->grid, self->workday_bars, 2, at, 1, 1);
  gtk_grid_attach (self->grid, self->workday_drop_down, 3, at, 1, 1);
}

static void
make_grid (YzHoursWeek *self)
{
  GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  int at = 1;

  make_scale (self);
  for (int row = 0; row < YZ_HOURS_N_ROWS; row++, at += 2)
    {
      if (row == YZ_HOURS_ROW_HOLIDAY)
        gtk_grid_attach (self->grid, line, 0, at++, 4, 1);
      make_row (self, row, at);
    }
  gtk_widget_set_margin_top (line, 6);
  gtk_widget_set_margin_bottom (line, 6);
  make_workday_row (self, at);
}

static void
fill_days_section (YzHoursWeek *self)
{
  for (int row = 0; row < YZ_HOURS_N_ROWS; row++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (yz_hours_row_to_words (row), NULL);
      g_autofree char *target = g_strdup_printf ("%d", row);

      g_menu_item_set_action_and_target (item, "hours.copy-to", "s", target);
      g_menu_append_item (self->days_section, item);
    }
}

static void
clear_grid (YzHoursWeek *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  for (guint row = 0; row < YZ_HOURS_N_ROWS; row++)
    g_clear_pointer (&self->rows[row].error, g_free);
}

static void
yz_hours_week_dispose (GObject *object)
{
  YzHoursWeek *self = YZ_HOURS_WEEK (object);

  self->filling = TRUE; /* entries lose the focus on their way */
  if (self->grid != NULL)
    clear_grid (self);
  self->grid = NULL;
  g_clear_pointer (&self->content, gtk_widget_unparent);
  if (self->edit != NULL)
    g_signal_handlers_disconnect_by_data (self->edit, self);
  g_clear_object (&self->edit);

  G_OBJECT_CLASS (yz_hours_week_parent_class)->dispose (object);
}

static void
yz_hours_week_class_init (YzHoursWeekClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_hours_week_dispose;
  g_type_ensure (YZ_TYPE_HOURS_SEASONS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/hours/yz-hours-week.ui");
  gtk_widget_class_bind_template_child (widget_class, YzHoursWeek, content);
  gtk_widget_class_bind_template_child (widget_class, YzHoursWeek, seasons);
  gtk_widget_class_bind_template_child (widget_class, YzHoursWeek, self_service_button);
  gtk_widget_class_bind_template_child (widget_class, YzHoursWeek, unknown_button);
  gtk_widget_class_bind_template_child (widget_class, YzHoursWeek, copy_button);
  gtk_widget_class_bind_template_child (widget_class, YzHoursWeek, head);
  gtk_widget_class_bind_template_child (widget_class, YzHoursWeek, days_section);
  gtk_widget_class_bind_template_child (widget_class, YzHoursWeek, grid);
  gtk_widget_class_bind_template_callback (widget_class, on_brush_toggled);
  gtk_widget_class_install_action (widget_class, "hours.copy-to", "s", copy_to_cb);
}

static void
yz_hours_week_init (YzHoursWeek *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_days_section (self);
}

void
yz_hours_week_set_edit (YzHoursWeek *self, YzHoursEdit *edit)
{
  gboolean several;

  g_return_if_fail (YZ_IS_HOURS_WEEK (self));

  self->filling = TRUE;
  if (self->edit != NULL)
    g_signal_handlers_disconnect_by_data (self->edit, self);
  clear_grid (self);
  g_set_object (&self->edit, edit);
  yz_hours_seasons_set_edit (self->seasons, edit);
  self->filling = FALSE;
  if (edit == NULL)
    return;
  self->filling = TRUE;
  make_grid (self);
  self->filling = FALSE;
  several = yz_hours_edit_get_n_stations (edit) > 1;
  gtk_widget_set_visible (self->workday_name, !several);
  gtk_widget_set_visible (self->workday_bars, !several);
  gtk_widget_set_visible (self->workday_drop_down, !several);
  self->current = YZ_HOURS_ROW_MONDAY;
  update_current (self);
  on_brush_toggled (self);
  g_signal_connect_object (edit, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

GtkWidget *
yz_hours_week_get_bars (YzHoursWeek *self, YzHoursRow row)
{
  g_return_val_if_fail (YZ_IS_HOURS_WEEK (self), NULL);
  g_return_val_if_fail (row < YZ_HOURS_N_ROWS, NULL);
  return self->rows[row].bars;
}

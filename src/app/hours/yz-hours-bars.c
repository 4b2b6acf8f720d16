/* A row under the hand. Its look is in yz-hours-bars-draw.c, its menu and keys in yz-hours-bars-menu.c. */
#include "config.h"

#include "yz-hours-bars.h"

#include "yz-hours-bars-draw.h"
#include "yz-hours-bars-menu.h"
#include "yz-hours-names.h"

#include <glib/gi18n.h>
#include <math.h>

#define MINUTES 1440
#define GRIP 6

struct _YzHoursBars
{
  GtkWidget parent_instance;

  YzHoursEdit *edit;
  int row; /* -1 while there is none to show */
  gboolean editable;
  char *hint;
  int current; /* bar that keys move */
  gboolean hovered;
  GtkWidget *menu;

  YzHoursBarsDrag drag;
  double grabbed_x;
};

G_DEFINE_FINAL_TYPE (YzHoursBars, yz_hours_bars, GTK_TYPE_WIDGET)

/* --- what is shown --- */

static const GArray *
get_spans (YzHoursBars *self)
{
  if (self->row < 0 || yz_hours_edit_get_grid (self->edit) == NULL)
    return NULL;
  return yz_hours_edit_get_row (self->edit, self->row)->spans;
}

static guint
get_n_spans (YzHoursBars *self)
{
  const GArray *spans = get_spans (self);

  return spans != NULL ? spans->len : 0;
}

static const YzHoursGridSpan *
get_current (YzHoursBars *self)
{
  return self->current >= 0 && self->current < (int) get_n_spans (self)
           ? &g_array_index (get_spans (self), YzHoursGridSpan, self->current)
           : NULL;
}

static const char *
get_hint (YzHoursBars *self)
{
  if (!self->editable)
    return self->hint != NULL ? self->hint : "";
  if (yz_hours_edit_row_is_own (self->edit, self->row))
    return _ ("Closed all day · drag here to draw hours");
  if (self->row == YZ_HOURS_ROW_HOLIDAY)
    return _ ("As on the day of the week · drag here to draw hours");
  return *yz_hours_edit_get_value (self->edit) != '\0' ? _ ("Closed all day · drag here to draw hours")
                                                       : _ ("Unknown · drag here to draw hours");
}

/* A screen reader has the row as a sentence: which day, its hours, and the bar that keys would move. */
static void
update_label (YzHoursBars *self)
{
  const YzHoursGridSpan *current = get_current (self);
  g_autofree char *hours = NULL, *bar = NULL, *label = NULL;

  if (yz_hours_edit_get_grid (self->edit) == NULL)
    return;
  hours = get_n_spans (self) > 0 ? yz_hours_spans_to_string (get_spans (self), yz_hours_language ())
                                 : g_strdup (get_hint (self));
  label = self->editable ? g_strdup_printf ("%s: %s", yz_hours_row_to_words (self->row), hours) : g_strdup (hours);
  if (current != NULL)
    bar = g_strdup_printf (_ ("Bar %d of %u"), self->current + 1, get_n_spans (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, bar != NULL ? bar : "", -1);
}

static void
update (YzHoursBars *self)
{
  self->current = CLAMP (self->current, -1, (int) get_n_spans (self) - 1);
  update_label (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
yz_hours_bars_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  YzHoursBars *self = YZ_HOURS_BARS (widget);
  gboolean focused = gtk_widget_has_visible_focus (widget);
  graphene_rect_t bounds;
  cairo_t *cr;
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (YzHoursGridSpan));
  YzHoursBarsLook look = {
    .widget = widget,
    .spans = get_spans (self) != NULL ? get_spans (self) : nothing,
    .handles = self->editable && (self->hovered || focused) && !self->drag.active,
    .current = focused && self->editable && !self->drag.active ? self->current : -1,
    .drag = self->drag,
  };

  if (yz_hours_edit_get_grid (self->edit) == NULL)
    return;
  look.hint = get_hint (self);
  look.faded = !self->editable || !yz_hours_edit_row_is_own (self->edit, self->row);
  /* the bubble of a drag stands over the row above */
  graphene_rect_init (&bounds, -4, -36, gtk_widget_get_width (widget) + 8, YZ_HOURS_BARS_HEIGHT + 40);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  yz_hours_bars_draw (cr, &look);
  cairo_destroy (cr);
}

static void
yz_hours_bars_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? YZ_HOURS_BARS_HEIGHT : 240;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? YZ_HOURS_BARS_HEIGHT : 400;
}

static void
yz_hours_bars_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  if (YZ_HOURS_BARS (widget)->menu != NULL)
    gtk_popover_present (GTK_POPOVER (YZ_HOURS_BARS (widget)->menu));
}

/* --- dragging --- */

static int
x_to_minute (YzHoursBars *self, double x)
{
  double minute = x * MINUTES / MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1);

  return CLAMP ((int) round (minute / YZ_HOURS_STEP) * YZ_HOURS_STEP, 0, 2 * MINUTES);
}

/* Returns: the bar under the pointer, -1 for none; which of its ends, if any, is near enough to be dragged */
static int
find_bar (YzHoursBars *self, double x, gboolean *at_start, gboolean *at_end)
{
  const GArray *spans = get_spans (self);

  *at_start = *at_end = FALSE;
  for (int i = (int) get_n_spans (self) - 1; i >= 0; i--)
    {
      const YzHoursGridSpan *span = &g_array_index (spans, YzHoursGridSpan, i);
      double start = yz_hours_bars_minute_to_x (GTK_WIDGET (self), span->start);
      double end = yz_hours_bars_minute_to_x (GTK_WIDGET (self), MIN (span->end, MINUTES));

      if (x < start - GRIP || x > end + GRIP)
        continue;
      *at_end = fabs (x - end) <= GRIP;
      *at_start = !*at_end && fabs (x - start) <= GRIP;
      return i;
    }
  return -1;
}

static void
on_drag_begin (YzHoursBars *self, double x, double y)
{
  YzHoursBarsDrag *drag = &self->drag;
  int brush;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_object_get (self->edit, "brush", &brush, NULL);
  self->grabbed_x = x;
  drag->index = find_bar (self, x, &drag->at_start, &drag->at_end);
  if (drag->index >= 0)
    self->current = drag->index;
  yz_hours_bars_drag_begin (drag, x_to_minute (self, x), drag->index >= 0 ? get_current (self) : NULL, brush);
  update (self);
}

static void
on_drag_update (YzHoursBars *self, double dx)
{
  yz_hours_bars_drag_to (&self->drag, x_to_minute (self, self->grabbed_x + dx));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_drag_end (YzHoursBars *self)
{
  const YzHoursBarsDrag drag = self->drag;

  if (yz_hours_bars_drag_end (&self->drag))
    self->current = drag.index < 0 ? yz_hours_edit_add_span (self->edit, self->row, drag.start, drag.end)
                                   : yz_hours_edit_set_span (self->edit, self->row, drag.index, drag.start, drag.end);
  update (self);
}

static void
on_pressed (YzHoursBars *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  gboolean at_start, at_end;
  int index;

  if (n_press != 2)
    return;
  index = find_bar (self, x, &at_start, &at_end);
  if (index >= 0 && !at_start && !at_end)
    yz_hours_edit_split_span (self->edit, self->row, index);
}

static void
on_motion (YzHoursBars *self, double x, double y)
{
  gboolean at_start, at_end;
  int index = find_bar (self, x, &at_start, &at_end);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), at_start || at_end ? "ew-resize"
                                                      : index >= 0       ? "grab"
                                                                         : "crosshair");
  if (self->hovered)
    return;
  self->hovered = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_leave (YzHoursBars *self)
{
  self->hovered = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- verbs --- */

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzHoursBars *self = YZ_HOURS_BARS (widget);
  int start, end;

  if (yz_hours_edit_find_gap (self->edit, self->row, &start, &end))
    self->current = yz_hours_edit_add_span (self->edit, self->row, start, end);
  else
    gtk_widget_error_bell (widget);
  update (self);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzHoursBars *self = YZ_HOURS_BARS (widget);

  if (get_current (self) != NULL)
    yz_hours_edit_remove_span (self->edit, self->row, self->current);
}

static void
split_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzHoursBars *self = YZ_HOURS_BARS (widget);

  if (get_current (self) == NULL || !yz_hours_edit_split_span (self->edit, self->row, self->current))
    gtk_widget_error_bell (widget);
}

static void
paint_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzHoursBars *self = YZ_HOURS_BARS (widget);
  int brush = g_variant_get_int32 (parameter);

  if (get_current (self) != NULL && brush >= 0 && brush < YZ_HOURS_N_BRUSHES)
    yz_hours_edit_paint_span (self->edit, self->row, self->current, brush);
}

static void
set_current (YzHoursBars *self, int start, int end)
{
  if (start < 0 || start >= MINUTES || end - start < YZ_HOURS_STEP || end - start > MINUTES)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  self->current = yz_hours_edit_set_span (self->edit, self->row, self->current, start, end);
  update (self);
}

static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzHoursBars *self = YZ_HOURS_BARS (widget);
  const YzHoursGridSpan *span = get_current (self);
  int by = g_variant_get_int32 (parameter);

  if (span != NULL)
    set_current (self, span->start + by, span->end + by);
}

static void
stretch_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzHoursBars *self = YZ_HOURS_BARS (widget);
  const YzHoursGridSpan *span = get_current (self);

  if (span != NULL)
    set_current (self, span->start, span->end + g_variant_get_int32 (parameter));
}

static void
stretch_start_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzHoursBars *self = YZ_HOURS_BARS (widget);
  const YzHoursGridSpan *span = get_current (self);

  if (span != NULL)
    set_current (self, span->start + g_variant_get_int32 (parameter), span->end);
}

static void
choose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzHoursBars *self = YZ_HOURS_BARS (widget);
  int n_spans = get_n_spans (self);

  if (n_spans > 0)
    self->current = (self->current + g_variant_get_int32 (parameter) + n_spans) % n_spans;
  update (self);
}

static void
all_day_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzHoursBars *self = YZ_HOURS_BARS (widget);

  yz_hours_edit_set_round_the_clock (self->edit, self->row, !yz_hours_edit_is_round_the_clock (self->edit, self->row));
}

static void
clear_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_hours_edit_clear_row (YZ_HOURS_BARS (widget)->edit, YZ_HOURS_BARS (widget)->row);
}

/* --- menu --- */

static void
show_menu (YzHoursBars *self, double x)
{
  g_autoptr (GMenuModel)
    model = yz_hours_bars_make_menu (get_current (self) != NULL, yz_hours_edit_row_is_own (self->edit, self->row));

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, YZ_HOURS_BARS_HEIGHT, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzHoursBars *self = YZ_HOURS_BARS (widget);
  const YzHoursGridSpan *span = get_current (self);

  show_menu (self, yz_hours_bars_minute_to_x (widget, span != NULL ? span->start : MINUTES / 2));
}

static void
on_secondary_pressed (YzHoursBars *self, int n_press, double x, double y)
{
  gboolean at_start, at_end;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->current = find_bar (self, x, &at_start, &at_end);
  update (self);
  show_menu (self, x);
}

/* --- the widget --- */

static void
on_focus (YzHoursBars *self)
{
  if (self->current < 0 && get_n_spans (self) > 0)
    self->current = 0;
  update (self);
}

static void
yz_hours_bars_dispose (GObject *object)
{
  YzHoursBars *self = YZ_HOURS_BARS (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->edit);

  G_OBJECT_CLASS (yz_hours_bars_parent_class)->dispose (object);
}

static void
yz_hours_bars_finalize (GObject *object)
{
  g_free (YZ_HOURS_BARS (object)->hint);
  G_OBJECT_CLASS (yz_hours_bars_parent_class)->finalize (object);
}

static void
yz_hours_bars_class_init (YzHoursBarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_hours_bars_dispose;
  G_OBJECT_CLASS (klass)->finalize = yz_hours_bars_finalize;
  widget_class->snapshot = yz_hours_bars_snapshot;
  widget_class->measure = yz_hours_bars_measure;
  widget_class->size_allocate = yz_hours_bars_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "hoursbars");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "bars.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "bars.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "bars.split", NULL, split_cb);
  gtk_widget_class_install_action (widget_class, "bars.paint", "i", paint_cb);
  gtk_widget_class_install_action (widget_class, "bars.move", "i", move_cb);
  gtk_widget_class_install_action (widget_class, "bars.stretch", "i", stretch_cb);
  gtk_widget_class_install_action (widget_class, "bars.stretch-start", "i", stretch_start_cb);
  gtk_widget_class_install_action (widget_class, "bars.choose", "i", choose_cb);
  gtk_widget_class_install_action (widget_class, "bars.all-day", NULL, all_day_cb);
  gtk_widget_class_install_action (widget_class, "bars.clear", NULL, clear_cb);
  gtk_widget_class_install_action (widget_class, "bars.menu", NULL, menu_cb);
  yz_hours_bars_add_keys (widget_class);
}

static void
yz_hours_bars_init (YzHoursBars *self)
{
  self->current = -1;
  self->row = -1;
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (on_focus), NULL);
}

static void
add_hands (YzHoursBars *self)
{
  GtkGesture *drag = gtk_gesture_drag_new (), *click = gtk_gesture_click_new (), *secondary = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (on_secondary_pressed), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

static YzHoursBars *
bars_new (YzHoursEdit *edit)
{
  YzHoursBars *self = g_object_new (YZ_TYPE_HOURS_BARS, NULL);

  self->edit = g_object_ref (edit);
  g_signal_connect_object (edit, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return self;
}

GtkWidget *
yz_hours_bars_new (YzHoursEdit *edit, YzHoursRow row)
{
  YzHoursBars *self;

  g_return_val_if_fail (YZ_IS_HOURS_EDIT (edit), NULL);
  g_return_val_if_fail (row < YZ_HOURS_N_ROWS, NULL);

  self = bars_new (edit);
  self->row = row;
  self->editable = TRUE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  add_hands (self);
  update (self);
  return GTK_WIDGET (self);
}

GtkWidget *
yz_hours_bars_new_copy (YzHoursEdit *edit)
{
  g_return_val_if_fail (YZ_IS_HOURS_EDIT (edit), NULL);
  return GTK_WIDGET (bars_new (edit));
}

void
yz_hours_bars_set_row (YzHoursBars *self, int row, const char *hint)
{
  g_return_if_fail (YZ_IS_HOURS_BARS (self));
  g_return_if_fail (row < YZ_HOURS_N_ROWS);

  self->row = row;
  g_free (self->hint);
  self->hint = g_strdup (hint);
  update (self);
}

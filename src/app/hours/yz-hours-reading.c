#include "config.h"

#include "yz-hours-reading.h"

#include "yz-hours-names.h"
#include "yz-hours-note.h"
#include "yz-look.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>
#include <string.h>

#define N_DAYS 5
#define TYPED_AFTER_MS 500
#define TEXT_WIDTH_CHARS 20 /* asked for; lines are as long as the column lets them be */

struct _YzHoursReading
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *chinese_label;
  GtkLabel *english_label;
  GtkTextView *text_view;
  GtkBox *checks;
  GtkBox *days;
  GtkEditable *notice_entry;
  GtkLabel *notice_label;
  GtkWidget *accept_button;

  YzHoursEdit *edit;
  GtkTextTag *error_tag;
  GtkTextTag *hint_tag;
  char *reason; /* why a text was not recognised */
  guint typed_id;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (YzHoursReading, yz_hours_reading, GTK_TYPE_WIDGET)

static GtkTextBuffer *
get_buffer (YzHoursReading *self)
{
  return gtk_text_view_get_buffer (self->text_view);
}

static char *
dup_typed (YzHoursReading *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE);
}

/* --- the raw value --- */

/* A rule a line. Every character stays at its place, so that positions in the value hold in the view too. */
static char *
break_lines (const char *value)
{
  GString *lines = g_string_new (value);

  g_string_replace (lines, "; ", ";\n", 0);
  return g_string_free (lines, FALSE);
}

static gboolean
says_the_same (YzHoursReading *self)
{
  g_autofree char *typed = dup_typed (self);

  g_strstrip (g_strdelimit (typed, "\n\t", ' '));
  return g_str_equal (typed, yz_hours_edit_get_value (self->edit));
}

static void
mark (YzHoursReading *self, const YzHoursFinding *finding)
{
  g_autofree char *typed = dup_typed (self);
  gsize length = strlen (typed), lead = strspn (typed, " \n\t");
  GtkTextIter start, end;

  if (finding->end <= finding->start || lead + finding->end > length)
    return;
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &start,
                                      g_utf8_pointer_to_offset (typed, typed + lead + finding->start));
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &end,
                                      g_utf8_pointer_to_offset (typed, typed + lead + finding->end));
  gtk_text_buffer_apply_tag (get_buffer (self), finding->kind == YZ_HOURS_NOTE_ERROR ? self->error_tag : self->hint_tag,
                             &start, &end);
}

static void
update_text (YzHoursReading *self)
{
  GPtrArray *findings = yz_hours_edit_get_findings (self->edit);
  g_autofree char *lines = break_lines (yz_hours_edit_get_value (self->edit));
  GtkTextIter start, end;

  self->filling = TRUE;
  if (!says_the_same (self))
    gtk_text_buffer_set_text (get_buffer (self), lines, -1);
  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  gtk_text_buffer_remove_all_tags (get_buffer (self), &start, &end);
  for (guint i = 0; i < findings->len; i++)
    mark (self, g_ptr_array_index (findings, i));
  self->filling = FALSE;
}

static void
take_typed (YzHoursReading *self)
{
  g_autofree char *typed = dup_typed (self);

  g_clear_handle_id (&self->typed_id, g_source_remove);
  if (self->edit != NULL && !says_the_same (self))
    yz_hours_edit_set_text (self->edit, typed);
}

static gboolean
on_pause (gpointer data)
{
  YZ_HOURS_READING (data)->typed_id = 0;
  take_typed (YZ_HOURS_READING (data));
  return G_SOURCE_REMOVE;
}

/* Not at every key: half a word is no value. */
static void
on_typed (YzHoursReading *self)
{
  if (self->filling)
    return;
  g_clear_handle_id (&self->typed_id, g_source_remove);
  self->typed_id = g_timeout_add (TYPED_AFTER_MS, on_pause, self);
}

/* --- checks --- */

static GtkWidget *
add_check (YzHoursReading *self, const char *icon, const char *style, const char *message)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *label = gtk_label_new (message);

  gtk_image_set_pixel_size (GTK_IMAGE (image), 12);
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_set_margin_top (image, 4);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TEXT_WIDTH_CHARS);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (image, style);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (self->checks, box);
  return box;
}

/* What belongs to no row has its remedies here. */
static void
add_remedies (YzHoursReading *self, guint index, const YzHoursFinding *finding)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  yz_hours_note_add_remedies (GTK_BOX (box), index, finding);
  gtk_widget_set_margin_start (box, 20);
  gtk_box_append (self->checks, box);
}

static void
add_finding (YzHoursReading *self, guint index, const YzHoursFinding *finding)
{
  gboolean hint = finding->kind == YZ_HOURS_NOTE_HINT;

  add_check (self, hint ? "yz-state-unknown-symbolic" : "yz-state-paused-symbolic",
             hint ? "yz-state-unknown" : "yz-state-paused", finding->message);
  if (finding->row < 0 && finding->offers->len > 0)
    add_remedies (self, index, finding);
}

static void
update_checks (YzHoursReading *self)
{
  GPtrArray *findings = yz_hours_edit_get_findings (self->edit);
  gboolean same = yz_hours_edit_get_grid (self->edit) != NULL && !yz_hours_findings_forbid (findings);

  yz_widgets_clear_box (self->checks);
  if (yz_hours_edit_get_hours (self->edit) != NULL)
    add_check (self, "object-select-symbolic", "yz-state-open",
               same ? _ ("The grammar is right; it reads back as the week shows.") : _ ("The grammar is right."));
  for (guint i = 0; i < findings->len; i++)
    add_finding (self, i, g_ptr_array_index (findings, i));
  if (*yz_hours_edit_get_workday (self->edit) != '\0')
    add_check (self, "yz-state-unknown-symbolic", "yz-state-unknown",
               _ ("The standard knows no shifted workdays; they are kept in the station’s record."));
}

/* --- days to come --- */

static GtkWidget *
add_label (GtkWidget *box, const char *text, int width, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_size_request (label, width, -1);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
make_day (const YzHoursDayLine *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *image = gtk_image_new_from_icon_name (yz_look_to_icon (line->look));
  GtkWidget *text;

  gtk_image_set_pixel_size (GTK_IMAGE (image), 12);
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_set_margin_top (image, 4);
  yz_look_style (image, line->look);
  gtk_box_append (GTK_BOX (box), image);
  add_label (box, line->day, 44, NULL);
  add_label (box, line->weekday, 36, "yz-dim");
  text = add_label (box, line->text, -1, NULL);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (text), TEXT_WIDTH_CHARS);
  gtk_widget_set_hexpand (text, TRUE);
  return box;
}

static void
update_days (YzHoursReading *self)
{
  g_autoptr (GPtrArray) days = yz_hours_edit_describe_days (self->edit, N_DAYS);

  yz_widgets_clear_box (self->days);
  for (guint i = 0; i < days->len; i++)
    gtk_box_append (self->days, make_day (g_ptr_array_index (days, i)));
}

/* --- recognition --- */

static void
update_notice (YzHoursReading *self)
{
  const char *value = yz_hours_edit_get_recognised (self->edit);
  g_autofree char *lines = value != NULL ? break_lines (value) : NULL;

  gtk_widget_set_visible (self->accept_button, value != NULL);
  gtk_label_set_label (self->notice_label, lines != NULL ? lines
                                           : self->reason != NULL
                                             ? self->reason
                                             : _ ("A notice or a cell of a table can be pasted here, too."));
  gtk_widget_remove_css_class (GTK_WIDGET (self->notice_label), "yz-state-paused");
  gtk_widget_remove_css_class (GTK_WIDGET (self->notice_label), "monospace");
  if (value != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->notice_label), "monospace");
  else if (self->reason != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->notice_label), "yz-state-paused");
}

static void
recognise_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzHoursReading *self = YZ_HOURS_READING (widget);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->reason, g_free);
  if (!yz_hours_edit_recognise (self->edit, gtk_editable_get_text (self->notice_entry), &error))
    self->reason = g_strdup (error->message);
  update_notice (self);
}

static void
on_notice_activate (YzHoursReading *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "hours.recognise", NULL);
}

static void
copy_value_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), yz_hours_edit_get_value (YZ_HOURS_READING (widget)->edit));
}

/* --- the widget --- */

static void
update (YzHoursReading *self)
{
  g_autofree char *chinese = NULL, *english = NULL;

  g_object_get (self->edit, "chinese", &chinese, "english", &english, NULL);
  gtk_label_set_label (self->chinese_label, *chinese != '\0' ? chinese : _ ("The hours are unknown."));
  gtk_label_set_label (self->english_label, english);
  update_text (self);
  update_checks (self);
  update_days (self);
  update_notice (self);
}

static void
yz_hours_reading_dispose (GObject *object)
{
  YzHoursReading *self = YZ_HOURS_READING (object);

  g_clear_handle_id (&self->typed_id, g_source_remove);
  self->filling = TRUE;
  g_clear_pointer (&self->content, gtk_widget_unparent);
  if (self->edit != NULL)
    g_signal_handlers_disconnect_by_data (self->edit, self);
  g_clear_object (&self->edit);
  g_clear_pointer (&self->reason, g_free);

  G_OBJECT_CLASS (yz_hours_reading_parent_class)->dispose (object);
}

static void
yz_hours_reading_class_init (YzHoursReadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_hours_reading_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/hours/yz-hours-reading.ui");
  gtk_widget_class_bind_template_child (widget_class, YzHoursReading, content);
  gtk_widget_class_bind_template_child (widget_class, YzHoursReading, chinese_label);
  gtk_widget_class_bind_template_child (widget_class, YzHoursReading, english_label);
  gtk_widget_class_bind_template_child (widget_class, YzHoursReading, text_view);
  gtk_widget_class_bind_template_child (widget_class, YzHoursReading, checks);
  gtk_widget_class_bind_template_child (widget_class, YzHoursReading, days);
  gtk_widget_class_bind_template_child (widget_class, YzHoursReading, notice_entry);
  gtk_widget_class_bind_template_child (widget_class, YzHoursReading, notice_label);
  gtk_widget_class_bind_template_child (widget_class, YzHoursReading, accept_button);
  gtk_widget_class_bind_template_callback (widget_class, on_notice_activate);
  gtk_widget_class_install_action (widget_class, "hours.recognise", NULL, recognise_cb);
  gtk_widget_class_install_action (widget_class, "hours.copy-value", NULL, copy_value_cb);
}

static void
yz_hours_reading_init (YzHoursReading *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->error_tag = gtk_text_buffer_create_tag (get_buffer (self), NULL, "underline", PANGO_UNDERLINE_ERROR, NULL);
  self->hint_tag = gtk_text_buffer_create_tag (get_buffer (self), NULL, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (take_typed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->text_view), focus);
}

void
yz_hours_reading_set_edit (YzHoursReading *self, YzHoursEdit *edit)
{
  g_return_if_fail (YZ_IS_HOURS_READING (self));

  g_clear_handle_id (&self->typed_id, g_source_remove);
  if (self->edit != NULL)
    g_signal_handlers_disconnect_by_data (self->edit, self);
  g_set_object (&self->edit, edit);
  g_clear_pointer (&self->reason, g_free);
  gtk_editable_set_text (self->notice_entry, "");
  if (edit == NULL)
    return;
  g_signal_connect_object (edit, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
yz_hours_reading_recognise (YzHoursReading *self, const char *text)
{
  g_return_if_fail (YZ_IS_HOURS_READING (self));

  gtk_editable_set_text (self->notice_entry, text);
  gtk_widget_activate_action (GTK_WIDGET (self), "hours.recognise", NULL);
}

#include "config.h"

#include "yz-field-row.h"

#include "yz-map-field.h"
#include "yz-reference-field.h"
#include "yz-symbol-field.h"
#include "yz-value-words.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

#define NOTE_HEIGHT 64

struct _YzFieldRow
{
  GtkWidget parent_instance;

  GtkWidget *title_label;
  GtkWidget *control;
  GtkWidget *error_label;
  GtkWidget *words_label; /* opening hours as a sentence, NULL for other fields */

  YzDraft *draft;
  YzSession *session;
  const YzField *field;
  gboolean covered;
  GPtrArray *values; /* of char: what each entry of a drop-down stands for, "" for nothing */
};

G_DEFINE_FINAL_TYPE (YzFieldRow, yz_field_row, GTK_TYPE_WIDGET)

static char *
dup_title (const YzField *field)
{
  gboolean required = (field->flags & YZ_FIELD_REQUIRED) != 0;
  const char *title = _ (field->title);

  if (field->unit != NULL)
    return g_strdup_printf ("%s (%s)", title, yz_field_get_unit (field));
  return g_strdup_printf ("%s%s", title, required ? " *" : "");
}

static void
show_error (YzFieldRow *self)
{
  const char *error = yz_draft_get_error (self->draft, self->field->name);

  gtk_label_set_label (GTK_LABEL (self->error_label), error != NULL ? error : "");
  gtk_widget_set_visible (self->error_label, error != NULL);
  yz_widgets_set_class (self->control, "error", error != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_STATE_INVALID,
                               error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
show_words (YzFieldRow *self)
{
  YzRecord *record = yz_draft_get_record (self->draft);
  g_autofree char *words = yz_value_to_words (NULL, self->field, yz_record_get (record, self->field->name), FALSE);

  gtk_label_set_label (GTK_LABEL (self->words_label), words);
}

static void
on_entry_changed (YzFieldRow *self, GtkEditable *editable)
{
  yz_draft_set_text (self->draft, self->field->name, gtk_editable_get_text (editable));
}

static GtkWidget *
make_entry (YzFieldRow *self)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *text = yz_draft_dup_text (self->draft, self->field->name);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  if (self->field->type == YZ_FIELD_DATE)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("2026-11-20, today, +7"));
  if (self->field->type == YZ_FIELD_LIST)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("several with ; between them"));
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_entry_changed), self, G_CONNECT_SWAPPED);
  return entry;
}

static void
on_buffer_changed (YzFieldRow *self, GtkTextBuffer *buffer)
{
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  yz_draft_set_text (self->draft, self->field->name, text);
}

static GtkWidget *
make_note (YzFieldRow *self)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_autofree char *text = yz_draft_dup_text (self->draft, self->field->name);

  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_set_size_request (view, -1, NOTE_HEIGHT);
  gtk_widget_add_css_class (view, "yz-note");
  g_signal_connect_object (buffer, "changed", G_CALLBACK (on_buffer_changed), self, G_CONNECT_SWAPPED);
  return view;
}

static void
on_switch_changed (YzFieldRow *self)
{
  yz_draft_set_value (self->draft, self->field->name,
                      g_variant_new_boolean (gtk_switch_get_active (GTK_SWITCH (self->control))));
}

static GtkWidget *
make_switch (YzFieldRow *self)
{
  GtkWidget *control = gtk_switch_new ();

  gtk_switch_set_active (GTK_SWITCH (control),
                         yz_record_get_boolean (yz_draft_get_record (self->draft), self->field->name));
  gtk_widget_set_halign (control, GTK_ALIGN_START);
  g_signal_connect_object (control, "notify::active", G_CALLBACK (on_switch_changed), self, G_CONNECT_SWAPPED);
  return control;
}

static void
on_selected_changed (YzFieldRow *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->control));

  if (selected < self->values->len)
    yz_draft_set_value (self->draft, self->field->name,
                        g_variant_new_string (g_ptr_array_index (self->values, selected)));
}

static void
add_value (YzFieldRow *self, GtkStringList *titles, const char *value, const char *title)
{
  g_ptr_array_add (self->values, g_strdup (value));
  gtk_string_list_append (titles, title);
}

static GtkWidget *
make_drop_down (YzFieldRow *self)
{
  const char *present = yz_record_get_text (yz_draft_get_record (self->draft), self->field->name);
  GtkStringList *titles = gtk_string_list_new (NULL);
  GtkWidget *control;

  if ((self->field->flags & YZ_FIELD_REQUIRED) == 0)
    add_value (self, titles, "", _ ("(not said)"));
  for (const YzChoice *choice = self->field->choices; choice->nick != NULL; choice++)
    add_value (self, titles, choice->nick, _ (choice->title));

  control = gtk_drop_down_new (G_LIST_MODEL (titles), NULL);
  for (guint i = 0; i < self->values->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->values, i), present != NULL ? present : "") == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (control), i);
  g_signal_connect_object (control, "notify::selected", G_CALLBACK (on_selected_changed), self, G_CONNECT_SWAPPED);
  return control;
}

/* In place of personal data that nobody has asked to see; the same click shows the other fields of the record. */
static GtkWidget *
make_cover (YzFieldRow *self)
{
  YzRecord *record = yz_draft_get_record (self->draft);
  g_autofree char *masked = yz_value_to_words (NULL, self->field, yz_record_get (record, self->field->name), FALSE);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (masked);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("yz-eye-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, _ ("Show personal data, to read or change it; this is recorded"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (yz_draft_reveal), self->draft, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_control (YzFieldRow *self, YzSession *session)
{
  if (yz_draft_is_hidden (self->draft, self->field->name))
    return make_cover (self);
  switch (self->field->type)
    {
    case YZ_FIELD_CHOICE:
      return make_drop_down (self);
    case YZ_FIELD_REF:
      return yz_reference_field_new (self->draft, self->field, session);
    case YZ_FIELD_BOOLEAN:
      return make_switch (self);
    case YZ_FIELD_NOTE:
      return make_note (self);
    case YZ_FIELD_MAP:
      return yz_map_field_new (self->draft, self->field, session);
    case YZ_FIELD_TEXT:
      return (self->field->flags & YZ_FIELD_SYMBOL) != 0 ? yz_symbol_field_new (self->draft, self->field)
                                                         : make_entry (self);
    case YZ_FIELD_INTEGER:
    case YZ_FIELD_REAL:
    case YZ_FIELD_MONEY:
    case YZ_FIELD_DATE:
    case YZ_FIELD_TIME:
    case YZ_FIELD_LIST:
    default:
      return make_entry (self);
    }
}

static void
put_control (YzFieldRow *self)
{
  self->control = make_control (self, self->session);
  self->covered = yz_draft_is_hidden (self->draft, self->field->name);
  gtk_widget_insert_after (self->control, GTK_WIDGET (self), self->title_label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (self->field->title),
                                  -1);
}

static void
uncover (YzFieldRow *self)
{
  gboolean had_focus = gtk_widget_is_focus (self->control);

  gtk_widget_unparent (self->control);
  put_control (self);
  if (had_focus)
    gtk_widget_grab_focus (self->control);
}

static void
on_field_changed (YzDraft *draft, const char *name, YzFieldRow *self)
{
  if (!g_str_equal (name, self->field->name))
    return;
  if (self->covered && !yz_draft_is_hidden (draft, name))
    uncover (self);
  if (self->words_label != NULL)
    show_words (self);
  show_error (self);
}

static void
yz_field_row_dispose (GObject *object)
{
  YzFieldRow *self = YZ_FIELD_ROW (object);

  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->draft);
  g_clear_object (&self->session);
  g_clear_pointer (&self->values, g_ptr_array_unref);

  G_OBJECT_CLASS (yz_field_row_parent_class)->dispose (object);
}

static void
yz_field_row_class_init (YzFieldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_field_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "fieldrow");
}

static void
yz_field_row_init (YzFieldRow *self)
{
  self->values = g_ptr_array_new_with_free_func (g_free);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}

static GtkWidget *
add_label (YzFieldRow *self, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

/* A switch stands at the end of its title's line, as in every list of settings. */
static void
put_beside_title (YzFieldRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_hexpand (self->title_label, TRUE);
}

/* The sentence that the text comes to, and the way to the week that draws it. */
static void
add_hours_line (YzFieldRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = gtk_button_new_with_label (_ ("Edit Hours…"));

  self->words_label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->words_label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->words_label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->words_label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (self->words_label, TRUE);
  gtk_widget_add_css_class (self->words_label, "yz-second");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "yz-link");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "form.edit-hours");
  gtk_box_append (GTK_BOX (box), self->words_label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  show_words (self);
}

GtkWidget *
yz_field_row_new (YzDraft *draft, const YzField *field, YzSession *session)
{
  YzFieldRow *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (YZ_IS_DRAFT (draft), NULL);

  self = g_object_new (YZ_TYPE_FIELD_ROW, NULL);
  self->draft = g_object_ref (draft);
  self->session = g_object_ref (session);
  self->field = field;
  title = dup_title (field);

  self->title_label = add_label (self, title, "yz-second");
  put_control (self);
  if (field->type == YZ_FIELD_BOOLEAN)
    put_beside_title (self);
  self->error_label = add_label (self, "", "yz-refused");
  if ((field->flags & YZ_FIELD_HOURS) != 0 && *yz_record_get_id (yz_draft_get_record (draft)) != '\0')
    add_hours_line (self);

  g_signal_connect_object (draft, "field-changed", G_CALLBACK (on_field_changed), self, 0);
  show_error (self);
  return GTK_WIDGET (self);
}

void
yz_field_row_focus (YzFieldRow *self)
{
  g_return_if_fail (YZ_IS_FIELD_ROW (self));
  gtk_widget_grab_focus (self->control);
}

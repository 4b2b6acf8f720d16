/* The value is typed into a draft that belongs to no record, by the same control that a form has for the field. */
#include "config.h"

#include "yz-bulk-dialog.h"

#include "yz-bulk-preview.h"
#include "yz-field-row.h"

#include <glib/gi18n.h>

#define PREVIEW_AFTER_MS 150

struct _YzBulkDialog
{
  AdwWindow parent_instance;

  GtkDropDown *field_drop_down;
  GtkDropDown *mode_drop_down; /* replace, add, take away */
  GtkBox *control_box;
  GtkCheckButton *empty_check;
  GtkStack *stack; /* "hint", "preview" */
  GtkListBox *preview;
  GtkLabel *counts_label;

  YzSession *session;
  YzBulkEdit *bulk;
  YzDraft *draft;
  GPtrArray *fields; /* of YzField, as in the drop-down behind its first entry */
  const YzField *field;
  gboolean guessed; /* what the control shows, before the records were read */
  guint preview_id;
};

G_DEFINE_FINAL_TYPE (YzBulkDialog, yz_bulk_dialog, ADW_TYPE_WINDOW)

static gboolean
has_elements (const YzField *field)
{
  return field->type == YZ_FIELD_LIST || field->type == YZ_FIELD_MAP;
}

static char
get_sign (YzBulkDialog *self)
{
  static const char signs[] = { 0, '+', '-' };

  return has_elements (self->field) ? signs[gtk_drop_down_get_selected (self->mode_drop_down) % 3] : 0;
}

/* --- preview --- */

static GVariant *
get_value (YzBulkDialog *self)
{
  return yz_record_get (yz_draft_get_record (self->draft), self->field->name);
}

/* Nothing typed yet means nothing, unless the user says that the field shall be emptied. */
static gboolean
is_complete (YzBulkDialog *self)
{
  if (self->field == NULL || yz_draft_get_error (self->draft, self->field->name) != NULL)
    return FALSE;
  return get_value (self) != NULL || (gtk_check_button_get_active (self->empty_check) && get_sign (self) == 0);
}

static void
show_outcome (YzBulkDialog *self)
{
  guint n_changed = yz_bulk_preview_show (self->preview, self->counts_label, self->bulk);

  if (!yz_bulk_edit_has_choice (self->bulk))
    gtk_stack_set_visible_child_name (self->stack, "hint");
  else if (yz_bulk_edit_is_complete (self->bulk))
    gtk_stack_set_visible_child_name (self->stack, "preview");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bulk.apply", n_changed > 0);
}

static void
update_preview (YzBulkDialog *self)
{
  if (is_complete (self))
    yz_bulk_edit_set_value (self->bulk, self->field->name, get_value (self), get_sign (self));
  else
    yz_bulk_edit_unset (self->bulk);
  gtk_widget_set_sensitive (GTK_WIDGET (self->empty_check),
                            self->field != NULL && get_value (self) == NULL && get_sign (self) == 0);
  show_outcome (self);
}

static void
show_title (YzBulkDialog *self)
{
  guint n_records = yz_bulk_edit_get_n_records (self->bulk);
  g_autofree char *title =
    g_strdup_printf (ngettext ("Change %u Record", "Change %u Records Together", n_records), n_records);

  gtk_window_set_title (GTK_WINDOW (self), title);
}

/*
 * What the control shows at first is what the draft must hold: it has no entry for "nothing". The value that most have
 * is shown, with which nothing happens; a state that none of them may take would make a page of refusals.
 */
static void
preset (YzBulkDialog *self)
{
  const YzField *field = self->field;

  if (field->type == YZ_FIELD_CHOICE && (field->flags & YZ_FIELD_REQUIRED) != 0)
    {
      GVariant *usual = yz_bulk_edit_find_usual_value (self->bulk, field->name);

      yz_draft_set_value (self->draft, field->name,
                          usual != NULL ? usual : g_variant_new_string (field->choices[0].nick));
      self->guessed = usual == NULL;
    }
  else if (field->type == YZ_FIELD_BOOLEAN)
    yz_draft_set_value (self->draft, field->name, g_variant_new_boolean (FALSE));
}

/* A field may be chosen before the records are read. */
static void
on_bulk_changed (YzBulkDialog *self)
{
  if (self->guessed && self->field != NULL && yz_bulk_edit_find_usual_value (self->bulk, self->field->name) != NULL)
    preset (self);
  show_title (self);
  show_outcome (self);
}

static gboolean
on_pause (gpointer data)
{
  YzBulkDialog *self = YZ_BULK_DIALOG (data);

  self->preview_id = 0;
  update_preview (self);
  return G_SOURCE_REMOVE;
}

/* Not at every key: a thousand records are worked out anew each time. */
static void
on_value_changed (YzBulkDialog *self)
{
  self->guessed = FALSE;
  if (self->bulk == NULL)
    return;
  yz_bulk_edit_unset (self->bulk);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bulk.apply", FALSE);
  g_clear_handle_id (&self->preview_id, g_source_remove);
  self->preview_id = g_timeout_add (PREVIEW_AFTER_MS, on_pause, self);
}

/* --- the field and its control --- */

static void
show_control (YzBulkDialog *self)
{
  GtkWidget *old = gtk_widget_get_first_child (GTK_WIDGET (self->control_box));

  if (old != NULL)
    gtk_box_remove (self->control_box, old);
  gtk_widget_set_visible (GTK_WIDGET (self->mode_drop_down), self->field != NULL && has_elements (self->field));
  gtk_check_button_set_active (self->empty_check, FALSE);
  if (self->field == NULL)
    return;
  preset (self);
  gtk_box_append (self->control_box, yz_field_row_new (self->draft, self->field, self->session));
}

static void
on_field_selected (YzBulkDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->field_drop_down);

  if (self->draft == NULL)
    return;
  self->guessed = FALSE;
  self->field = selected > 0 && selected <= self->fields->len ? g_ptr_array_index (self->fields, selected - 1) : NULL;
  show_control (self);
  update_preview (self);
}

static void
fill_fields (YzBulkDialog *self, const YzKind *kind)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _ ("(choose a field)"));
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & YZ_FIELD_INTERNAL) == 0)
      {
        g_ptr_array_add (self->fields, (gpointer) &kind->fields[i]);
        gtk_string_list_append (titles, _ (kind->fields[i].title));
      }
  gtk_drop_down_set_model (self->field_drop_down, G_LIST_MODEL (titles));
}

/* --- actions --- */

static void
field_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzBulkDialog *self = YZ_BULK_DIALOG (widget);

  for (guint i = 0; i < self->fields->len; i++)
    if (g_str_equal (((const YzField *) g_ptr_array_index (self->fields, i))->name,
                     g_variant_get_string (parameter, NULL)))
      gtk_drop_down_set_selected (self->field_drop_down, i + 1);
}

static void
apply_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzBulkDialog *self = YZ_BULK_DIALOG (widget);
  g_autoptr (YzEdit) edit = yz_bulk_edit_make_edit (self->bulk);

  yz_session_apply (self->session, edit);
  gtk_window_close (GTK_WINDOW (self));
}

static void
yz_bulk_dialog_dispose (GObject *object)
{
  YzBulkDialog *self = YZ_BULK_DIALOG (object);

  g_clear_handle_id (&self->preview_id, g_source_remove);
  if (self->bulk != NULL)
    yz_bulk_edit_cancel (self->bulk);
  g_clear_object (&self->bulk);
  g_clear_object (&self->draft);
  g_clear_object (&self->session);
  g_clear_pointer (&self->fields, g_ptr_array_unref);

  G_OBJECT_CLASS (yz_bulk_dialog_parent_class)->dispose (object);
}

static void
yz_bulk_dialog_class_init (YzBulkDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_bulk_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/yz-bulk-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, YzBulkDialog, field_drop_down);
  gtk_widget_class_bind_template_child (widget_class, YzBulkDialog, mode_drop_down);
  gtk_widget_class_bind_template_child (widget_class, YzBulkDialog, control_box);
  gtk_widget_class_bind_template_child (widget_class, YzBulkDialog, empty_check);
  gtk_widget_class_bind_template_child (widget_class, YzBulkDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, YzBulkDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, YzBulkDialog, counts_label);
  gtk_widget_class_bind_template_callback (widget_class, on_field_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_value_changed);
  gtk_widget_class_install_action (widget_class, "bulk.field", "s", field_cb);
  gtk_widget_class_install_action (widget_class, "bulk.apply", NULL, apply_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
yz_bulk_dialog_init (YzBulkDialog *self)
{
  self->fields = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
yz_bulk_dialog_new (GtkWindow *parent, YzSession *session, const YzKind *kind, const char *const *ids)
{
  YzBulkDialog *self;

  g_return_val_if_fail (YZ_IS_SESSION (session), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  self = g_object_new (YZ_TYPE_BULK_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->bulk = yz_bulk_edit_new (session, kind, ids);
  g_signal_connect_object (self->bulk, "changed", G_CALLBACK (on_bulk_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bulk, "failed", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  self->draft = yz_draft_new_blank (session, kind);
  g_signal_connect_object (self->draft, "field-changed", G_CALLBACK (on_value_changed), self, G_CONNECT_SWAPPED);
  show_title (self);
  fill_fields (self, kind);
  update_preview (self);
  return GTK_WIDGET (self);
}

YzDraft *
yz_bulk_dialog_get_draft (YzBulkDialog *self)
{
  g_return_val_if_fail (YZ_IS_BULK_DIALOG (self), NULL);
  return self->draft;
}

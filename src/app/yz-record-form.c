#include "config.h"

#include "yz-record-form.h"

#include "yz-field-row.h"
#include "yz-value-words.h"
#include "yz-widgets.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _YzRecordForm
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *title_label;
  GtkWidget *recovered_revealer;
  GtkBox *groups;
  GtkLabel *error_label;

  YzDraft *draft;
  YzSession *session;
  GHashTable *rows;  /* field name → YzFieldRow, not owned */
  gboolean to_hours; /* the editor of hours is opened once the form has closed */
};

G_DEFINE_FINAL_TYPE (YzRecordForm, yz_record_form, GTK_TYPE_WIDGET)

static guint closed_signal;

static void
close_form (YzRecordForm *self, gboolean saved)
{
  const char *ids[] = { yz_record_get_id (yz_draft_get_record (self->draft)), NULL };
  g_autoptr (YzDraft) draft = g_object_ref (self->draft);
  gboolean to_hours = self->to_hours && (saved || !yz_draft_is_new (draft));

  yz_record_form_set_draft (self, NULL, NULL);
  g_signal_emit (self, closed_signal, 0, saved);
  if (to_hours)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-hours-of", "^as", ids);
}

static void
show_error (YzRecordForm *self, const char *message)
{
  gtk_label_set_label (self->error_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), message != NULL);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzRecordForm) self = data;
  g_autoptr (GError) error = NULL;

  if (!yz_draft_save_finish (YZ_DRAFT (source), result, &error))
    {
      self->to_hours = FALSE;
      show_error (self, error->message);
    }
  else if (self->draft == YZ_DRAFT (source))
    close_form (self, TRUE);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzRecordForm *self = YZ_RECORD_FORM (widget);

  if (self->draft == NULL)
    return;
  show_error (self, NULL);
  yz_draft_save_async (self->draft, on_saved, g_object_ref (self));
}

static void
discard (YzRecordForm *self)
{
  if (self->draft == NULL)
    return;
  yz_draft_discard (self->draft);
  close_form (self, FALSE);
}

static void
on_discard_response (YzRecordForm *self, const char *response)
{
  if (g_str_equal (response, "discard"))
    discard (self);
  else if (g_str_equal (response, "save"))
    gtk_widget_activate_action (GTK_WIDGET (self), "form.save", NULL);
  else
    self->to_hours = FALSE;
}

static void
ask_to_discard (YzRecordForm *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                              _ ("Save what you have changed?"),
                                              _ ("Otherwise these changes are lost."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Keep Editing"), "discard",
                                    _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "save", yz_draft_can_save (self->draft));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_discard_response), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
leave (YzRecordForm *self, gboolean to_hours)
{
  self->to_hours = to_hours;
  if (self->draft != NULL && yz_draft_is_dirty (self->draft))
    ask_to_discard (self);
  else
    discard (self);
}

static void
cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  leave (YZ_RECORD_FORM (widget), FALSE);
}

static void
edit_hours_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  leave (YZ_RECORD_FORM (widget), TRUE);
}

static void
update_save (YzRecordForm *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save",
                                 self->draft != NULL && yz_draft_can_save (self->draft));
}

/* What a group of fields is called above its rows. */
static const char *
get_group_title (const char *group)
{
  static const struct
  {
    const char *group, *title;
  } titles[] = {
    { "state", N_ ("State") },   { "position", N_ ("Place") },    { "hours", N_ ("Opening hours") },
    { "access", N_ ("Way in") }, { "contact", N_ ("Contact") },   { "slot", N_ ("Cabinet slot") },
    { "where", N_ ("Place") },   { "level", N_ ("Stock level") }, { "season", N_ ("Season") },
    { "recall", N_ ("Recall") }, { "check", N_ ("Checks") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_strcmp0 (titles[i].group, group) == 0)
      return _ (titles[i].title);
  return group != NULL ? group : _ ("General");
}

static GtkWidget *
add_group (YzRecordForm *self, const char *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *title = gtk_label_new (get_group_title (group));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "yz-section-title");
  gtk_widget_add_css_class (box, "yz-section");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (self->groups, box);
  return box;
}

/* Fields without a group stand together at the top, the groups follow in the order of the table. */
static void
fill (YzRecordForm *self)
{
  const YzKind *kind = yz_record_get_kind (yz_draft_get_record (self->draft));
  g_autoptr (GHashTable) boxes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const YzField *field = &kind->fields[i];
      const char *group = field->group != NULL ? field->group : "";
      GtkWidget *box = g_hash_table_lookup (boxes, group);
      GtkWidget *row;

      if ((field->flags & YZ_FIELD_INTERNAL) != 0)
        continue;
      if (box == NULL)
        {
          box = add_group (self, field->group);
          g_hash_table_insert (boxes, (gpointer) group, box);
        }
      row = yz_field_row_new (self->draft, field, self->session);
      gtk_box_append (GTK_BOX (box), row);
      g_hash_table_insert (self->rows, (gpointer) field->name, row);
    }
}

static void
focus_title (YzRecordForm *self)
{
  const YzKind *kind = yz_record_get_kind (yz_draft_get_record (self->draft));
  YzFieldRow *row = g_hash_table_lookup (self->rows, kind->title_field);

  if (row != NULL)
    yz_field_row_focus (row);
}

static void
clear (YzRecordForm *self)
{
  g_hash_table_remove_all (self->rows);
  yz_widgets_clear_box (self->groups);
}

static void
yz_record_form_dispose (GObject *object)
{
  YzRecordForm *self = YZ_RECORD_FORM (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->draft);
  g_clear_object (&self->session);
  g_clear_pointer (&self->rows, g_hash_table_unref);

  G_OBJECT_CLASS (yz_record_form_parent_class)->dispose (object);
}

static void
yz_record_form_class_init (YzRecordFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_record_form_dispose;
  closed_signal = g_signal_new ("closed", YZ_TYPE_RECORD_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/yz-record-form.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, YzRecordForm, content);
  gtk_widget_class_bind_template_child (widget_class, YzRecordForm, title_label);
  gtk_widget_class_bind_template_child (widget_class, YzRecordForm, recovered_revealer);
  gtk_widget_class_bind_template_child (widget_class, YzRecordForm, groups);
  gtk_widget_class_bind_template_child (widget_class, YzRecordForm, error_label);
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "form.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "form.edit-hours", NULL, edit_hours_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "form.cancel", NULL);
}

static void
yz_record_form_init (YzRecordForm *self)
{
  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_title (YzDraft *draft)
{
  YzRecord *record = yz_draft_get_original (draft);

  if (!yz_draft_is_new (draft))
    return yz_record_to_words (record, FALSE);
  /* Translators: the title of the form of a new record, such as "New: Person" */
  return g_strdup_printf (_ ("New: %s"), _ (yz_record_get_kind (record)->title));
}

void
yz_record_form_set_draft (YzRecordForm *self, YzSession *session, YzDraft *draft)
{
  g_autofree char *title = NULL;

  g_return_if_fail (YZ_IS_RECORD_FORM (self));

  clear (self);
  show_error (self, NULL);
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_set_object (&self->draft, draft);
  g_clear_object (&self->session);
  update_save (self);
  if (draft == NULL)
    return;

  self->session = g_object_ref (session);
  g_signal_connect_object (draft, "notify::can-save", G_CALLBACK (update_save), self, G_CONNECT_SWAPPED);
  title = dup_title (draft);
  gtk_label_set_label (self->title_label, title);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->recovered_revealer), yz_draft_was_recovered (draft));
  fill (self);
  focus_title (self);
}

YzDraft *
yz_record_form_get_draft (YzRecordForm *self)
{
  g_return_val_if_fail (YZ_IS_RECORD_FORM (self), NULL);
  return self->draft;
}

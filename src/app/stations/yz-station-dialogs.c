#include "config.h"

#include "yz-station-dialogs.h"

#include "yz-merge-dialog.h"
#include "yz-kinds.h"
#include "yz-references.h"
#include "yz-station-state.h"
#include "yz-value-words.h"
#include "yz-widgets.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define LISTED 8

/* What the dialog's answer needs; lives as long as the dialog. */
typedef struct
{
  GtkWidget *detail;
  GtkWidget *dialog;
  YzSession *session;
  GtkEditable *reason;
  GtkEditable *until; /* NULL where a state has no end */
  char *state;
} StateQuestion;

static void
state_question_free (gpointer data)
{
  StateQuestion *question = data;

  g_clear_object (&question->detail);
  g_clear_object (&question->session);
  g_free (question->state);
  g_free (question);
}

static char *
make_heading (const char *state, const char *name)
{
  if (g_str_equal (state, "paused"))
    return g_strdup_printf (_ ("Pause “%s”?"), name);
  if (g_str_equal (state, "rectifying"))
    return g_strdup_printf (_ ("Start the rectification of “%s”?"), name);
  if (g_str_equal (state, "closed"))
    return g_strdup_printf (_ ("Close “%s” for good?"), name);
  return g_strdup_printf (_ ("Put “%s” into service?"), name);
}

/* The button says what it does. */
static const char *
get_verb (const char *state)
{
  if (g_str_equal (state, "paused"))
    return _ ("_Pause");
  if (g_str_equal (state, "rectifying"))
    return _ ("_Start Rectification");
  if (g_str_equal (state, "closed"))
    return _ ("_Close for Good");
  return _ ("_Put into Service");
}

/* "Still hanging on it: Person “周*”, Attachment “门头.jpg” …" */
static char *
describe_references (GPtrArray *references)
{
  g_autoptr (GString) list = g_string_new (NULL);

  if (references->len == 0)
    return g_strdup ("");
  for (guint i = 0; i < MIN (references->len, LISTED); i++)
    {
      const YzReference *reference = g_ptr_array_index (references, i);
      g_autofree char *name = yz_record_to_words (reference->record, FALSE);

      g_string_append (list, i > 0 ? _ (", ") : "");
      /* Translators: a record that hangs on a station: its kind and its name */
      g_string_append_printf (list, _ ("%s “%s”"), _ (yz_record_get_kind (reference->record)->title), name);
    }
  if (references->len > LISTED)
    g_string_append_printf (list, " … (%u)", references->len);
  return g_strdup_printf (_ ("Still hanging on it: %s. Their records stay and can be moved to another station."),
                          list->str);
}

static void
on_references_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) dialog = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) references = yz_references_find_finish (YZ_STORE (source), result, &error);
  g_autofree char *body = NULL;

  /* the dialog is gone */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  body = references != NULL ? describe_references (references)
                            : g_strdup_printf (_ ("What hangs on it could not be looked up: %s"), error->message);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
}

/* The question stands at once; what hangs on the station is told as soon as it is known. */
static void
look_up_references (StateQuestion *question, YzRecord *station)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_signal_connect_object (question->dialog, "destroy", G_CALLBACK (g_cancellable_cancel), cancellable,
                           G_CONNECT_SWAPPED);
  yz_references_find_async (yz_session_get_store (question->session), station, cancellable, on_references_found,
                            g_object_ref (question->dialog));
}

static void
on_state_response (StateQuestion *question, const char *response)
{
  if (g_str_equal (response, "apply"))
    gtk_widget_activate_action (question->detail, "detail.apply-state", "(sss)", question->state,
                                question->reason != NULL ? gtk_editable_get_text (question->reason) : "",
                                question->until != NULL ? gtk_editable_get_text (question->until) : "");
}

/* Says above the entry which day is meant, or that it is none. */
static gboolean
check_until (StateQuestion *question)
{
  const char *text = gtk_editable_get_text (question->until);
  g_autofree char *date = yz_session_expand_date (question->session, text);
  g_autofree char *title = NULL;
  g_autoptr (GVariant) value = NULL;
  gboolean is_date = date == NULL ||
                     yz_field_parse (yz_kind_find_field (&yz_station_kind, "state_until"), date, &value, NULL);

  if (*text == '\0')
    title = g_strdup (_ ("Until (date, may stay empty)"));
  else if (is_date)
    title = g_strdup_printf (_ ("Until %s"), date);
  else
    title = g_strdup (_ ("Until: not a date, write 1120, +7 or 2026-11-20"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (question->until), title);
  yz_widgets_set_class (GTK_WIDGET (question->until), "error", !is_date);
  return is_date;
}

static void
update_response (StateQuestion *question)
{
  gboolean has_end = question->until == NULL || check_until (question);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (question->dialog), "apply",
                                           has_end && *gtk_editable_get_text (question->reason) != '\0');
}

static void
add_entries (StateQuestion *question)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *reason = adw_entry_row_new ();
  GtkWidget *until = g_str_equal (question->state, "closed") ? NULL : adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (reason), _ ("Reason"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), reason);
  if (until != NULL)
    {
      gtk_list_box_append (GTK_LIST_BOX (list), until);
      g_signal_connect_swapped (until, "changed", G_CALLBACK (update_response), question);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reason"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (question->dialog), list);

  question->reason = GTK_EDITABLE (reason);
  question->until = until != NULL ? GTK_EDITABLE (until) : NULL;
  g_signal_connect_swapped (reason, "changed", G_CALLBACK (update_response), question);
  update_response (question);
}

void
yz_station_dialog_show_state (GtkWidget *detail, YzSession *session, YzRecord *station, const char *state)
{
  StateQuestion *question = g_new0 (StateQuestion, 1);
  g_autofree char *heading = make_heading (state, yz_record_get_title (station));

  question->detail = g_object_ref (detail);
  question->session = g_object_ref (session);
  question->state = g_strdup (state);
  question->dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (detail)), heading, NULL);
  g_object_set_data_full (G_OBJECT (question->dialog), "question", question, state_question_free);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question->dialog), "cancel", _ ("_Cancel"), "apply",
                                    get_verb (state), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question->dialog), "apply", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question->dialog), "cancel");
  if (yz_station_state_needs_reason (state))
    add_entries (question);
  if (g_str_equal (state, "closed"))
    look_up_references (question, station);
  g_signal_connect_swapped (question->dialog, "response", G_CALLBACK (on_state_response), question);
  gtk_window_present (GTK_WINDOW (question->dialog));
}

void
yz_station_dialog_show_merge (GtkWidget *detail, YzSession *session, YzRecord *station)
{
  GtkWidget *dialog = yz_merge_dialog_new (detail, session, station);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (detail)));
  gtk_window_present (GTK_WINDOW (dialog));
}

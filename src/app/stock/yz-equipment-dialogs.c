#include "config.h"

#include "yz-equipment-dialogs.h"

#include "yz-stock-chooser.h"
#include "yz-value-text.h"
#include "yz-widgets.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Lives as long as the dialog. */
typedef struct
{
  GtkWidget *dialog;
  YzSession *session;
  GPtrArray *pieces;
  YzEquipmentVerb verb;
  gboolean needs_reason;
  GtkEditable *lent_to;
  GtkEditable *until;
  GtkEditable *reason;
  YzRecord *target; /* of a move */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_object (&question->session);
  g_clear_pointer (&question->pieces, g_ptr_array_unref);
  g_clear_object (&question->target);
  g_free (question);
}

static const char *
get_text (GtkEditable *editable)
{
  const char *text = editable != NULL ? gtk_editable_get_text (editable) : "";

  return *text != '\0' ? text : NULL;
}

static void
apply (YzSession *session, YzEdit *made, const GError *failure)
{
  g_autoptr (YzEdit) edit = made;

  if (edit != NULL)
    yz_session_apply (session, edit);
  else
    yz_session_report_error (session, failure);
}

static char *
dup_today (YzSession *session)
{
  g_autoptr (GDateTime) now = yz_clock_get_local (yz_session_get_clock (session));

  return g_date_time_format (now, "%Y-%m-%d");
}

static void
do_it (YzSession *session, YzEquipmentVerb verb, GPtrArray *pieces, YzEquipmentNote *note)
{
  g_autofree char *today = dup_today (session);
  g_autoptr (GError) error = NULL;
  YzEdit *edit;

  note->day = today;
  edit = yz_equipment_make (verb, pieces, note, &error);
  apply (session, edit, error);
}

static void
on_response (Question *question, const char *response)
{
  g_autofree char *until = NULL;
  YzEquipmentNote note = { .reason = get_text (question->reason), .lent_to = get_text (question->lent_to) };

  if (!g_str_equal (response, "apply"))
    return;
  if (get_text (question->until) != NULL)
    until = yz_session_expand_date (question->session, get_text (question->until));
  note.until = until;
  do_it (question->session, question->verb, question->pieces, &note);
}

static gboolean
has_date (Question *question)
{
  const char *text = get_text (question->until);
  g_autofree char *date = text != NULL ? yz_session_expand_date (question->session, text) : NULL;
  GDate day;

  return text == NULL || yz_value_read_date (date, &day);
}

static void
update_response (Question *question)
{
  gboolean is_date = has_date (question);
  gboolean is_whole = (question->lent_to == NULL || get_text (question->lent_to) != NULL) &&
                      (!question->needs_reason || get_text (question->reason) != NULL);

  if (question->until != NULL)
    yz_widgets_set_class (GTK_WIDGET (question->until), "error", !is_date);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (question->dialog), "apply", is_date && is_whole);
}

static char *
name_pieces (GPtrArray *pieces)
{
  if (pieces->len == 1)
    return g_strdup (yz_record_get_title (g_ptr_array_index (pieces, 0)));
  return g_strdup_printf (ngettext ("%u piece", "%u pieces", pieces->len), pieces->len);
}

static Question *
ask (GtkWidget *parent, YzSession *session, GPtrArray *pieces, const char *label)
{
  Question *question = g_new0 (Question, 1);
  g_autofree char *names = name_pieces (pieces);

  question->session = g_object_ref (session);
  question->pieces = g_ptr_array_ref (pieces);
  question->dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (parent)), label, names);
  g_object_set_data_full (G_OBJECT (question->dialog), "question", question, question_free);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question->dialog), "cancel", _ ("_Cancel"), "apply", label,
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question->dialog), "apply", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question->dialog), "apply");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question->dialog), "cancel");
  return question;
}

static GtkWidget *
add_list (Question *question)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What is to be said"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (question->dialog), list);
  return list;
}

static GtkEditable *
add_entry (Question *question, GtkWidget *list, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (update_response), question);
  return GTK_EDITABLE (row);
}

void
yz_equipment_dialog_do (GtkWidget *parent, YzSession *session, YzEquipmentVerb verb, GPtrArray *pieces)
{
  gboolean lends = verb == YZ_EQUIPMENT_LEND, checks = verb == YZ_EQUIPMENT_CHECK;
  gboolean explains = verb == YZ_EQUIPMENT_BREAK || verb == YZ_EQUIPMENT_DISPOSE || verb == YZ_EQUIPMENT_SET_ASIDE;
  YzEquipmentNote note = { 0 };
  Question *question;
  GtkWidget *list;

  if (!lends && !checks && !explains)
    {
      do_it (session, verb, pieces, &note);
      return;
    }
  question = ask (parent, session, pieces, _ (yz_equipment_verb_get_label (verb)));
  question->verb = verb;
  question->needs_reason = verb == YZ_EQUIPMENT_BREAK || verb == YZ_EQUIPMENT_DISPOSE;
  list = add_list (question);
  if (lends)
    question->lent_to = add_entry (question, list, _ ("Lent to"));
  if (lends || checks)
    question->until =
      add_entry (question, list,
                 lends ? _ ("Until (date, may stay empty)") : _ ("Next check (date; empty: by its interval)"));
  if (explains)
    question->reason = add_entry (question, list, _ ("Reason"));
  g_signal_connect_swapped (question->dialog, "response", G_CALLBACK (on_response), question);
  update_response (question);
  gtk_window_present (GTK_WINDOW (question->dialog));
}

/* --- moving ------------------------------------------------------------------------------------------------------- */

static void
on_target_chosen (Question *question, YzRecord *record, YzStockChooser *chooser)
{
  g_set_object (&question->target, record);
  g_object_set (chooser, "title", record != NULL ? yz_record_get_title (record) : _ ("Choose…"), NULL);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (question->dialog), "apply", record != NULL);
}

static void
on_move_response (Question *question, const char *response)
{
  g_autoptr (YzEdit) edit = NULL;

  if (!g_str_equal (response, "apply") || question->target == NULL)
    return;
  edit = yz_equipment_make_move_to (question->pieces, question->target, NULL);
  yz_session_apply (question->session, edit);
}

void
yz_equipment_dialog_move (GtkWidget *parent, YzSession *session, GPtrArray *pieces)
{
  Question *question = ask (parent, session, pieces, _ ("Move equipment"));
  GtkWidget *list = add_list (question), *row = adw_action_row_new ();
  GtkWidget *chooser = g_object_new (YZ_TYPE_STOCK_CHOOSER, "session", session, "subject", "places", "title",
                                     _ ("Choose…"), "name-of", _ ("Where it goes"), "valign", GTK_ALIGN_CENTER, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("To"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chooser);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  g_signal_connect_swapped (chooser, "chosen", G_CALLBACK (on_target_chosen), question);
  g_signal_connect_swapped (question->dialog, "response", G_CALLBACK (on_move_response), question);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (question->dialog), "apply", FALSE);
  gtk_window_present (GTK_WINDOW (question->dialog));
}

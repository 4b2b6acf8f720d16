#include "config.h"

#include "yz-station-dialogs.h"

#include "yz-merge-dialog.h"
#include "yz-kinds.h"
#include "yz-references.h"
#include "yz-station-goods.h"
#include "yz-station-state.h"
#include "yz-stock-chooser.h"
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
  GtkWidget *list;
  GtkEditable *reason;
  GtkEditable *until; /* NULL where a state has no end */
  char *state;
  char *station;
  char *references; /* NULL until they are known */
  char *goods;      /* the same */
  char *target;     /* where the goods go, NULL while nobody has chosen */
} StateQuestion;

static void
state_question_free (gpointer data)
{
  StateQuestion *question = data;

  g_clear_object (&question->detail);
  g_clear_object (&question->session);
  g_free (question->state);
  g_free (question->station);
  g_free (question->references);
  g_free (question->goods);
  g_free (question->target);
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
  gboolean is_empty = !g_str_equal (question->state, "closed") || g_strcmp0 (question->goods, "") == 0;

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (question->dialog), "apply",
                                           has_end && (is_empty || question->target != NULL) &&
                                             *gtk_editable_get_text (question->reason) != '\0');
}

/* What is stock is told with the goods. */
static gboolean
is_told (const YzReference *reference)
{
  const YzKind *kind = yz_record_get_kind (reference->record);

  return kind != &yz_place_kind && kind != &yz_cabinet_kind && kind != &yz_equipment_kind;
}

/* "Still hanging on it: Person “周*”, Attachment “门头.jpg” …" */
static char *
describe_references (GPtrArray *references)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n_told = 0;

  for (guint i = 0; i < references->len; i++)
    {
      const YzReference *reference = g_ptr_array_index (references, i);
      g_autofree char *name = NULL;

      if (!is_told (reference) || n_told++ >= LISTED)
        continue;
      name = yz_record_to_words (reference->record, FALSE);
      g_string_append (list, list->len > 0 ? _ (", ") : "");
      /* Translators: a record that hangs on a station: its kind and its name */
      g_string_append_printf (list, _ ("%s “%s”"), _ (yz_record_get_kind (reference->record)->title), name);
    }
  if (n_told == 0)
    return g_strdup ("");
  if (n_told > LISTED)
    g_string_append_printf (list, " … (%u)", n_told);
  return g_strdup_printf (_ ("Still hanging on it: %s. Their records stay and can be moved to another station."),
                          list->str);
}

static void
update_body (StateQuestion *question)
{
  gboolean has_goods = question->goods != NULL && *question->goods != '\0';
  gboolean has_references = question->references != NULL && *question->references != '\0';
  g_autofree char *body = g_strdup_printf ("%s%s%s", has_goods ? question->goods : "",
                                           has_goods && has_references ? "\n\n" : "",
                                           has_references ? question->references : "");

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (question->dialog), body);
}

static void
on_references_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) dialog = data;
  StateQuestion *question = g_object_get_data (G_OBJECT (dialog), "question");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) references = yz_references_find_finish (YZ_STORE (source), result, &error);

  /* the dialog is gone */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  question->references = references != NULL
                           ? describe_references (references)
                           : g_strdup_printf (_ ("What hangs on it could not be looked up: %s"), error->message);
  update_body (question);
}

static void
on_target_chosen (StateQuestion *question, YzRecord *record, YzStockChooser *chooser)
{
  gboolean is_other = record != NULL && !g_str_equal (yz_record_get_id (record), question->station);

  g_clear_pointer (&question->target, g_free);
  if (is_other)
    question->target = g_strdup (yz_record_get_id (record));
  g_object_set (chooser, "title", is_other ? yz_record_get_title (record) : _ ("Choose…"), NULL);
  update_response (question);
}

/* One step closes the station and moves what it has. */
static void
add_target (StateQuestion *question)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *chooser = g_object_new (YZ_TYPE_STOCK_CHOOSER, "session", question->session, "subject", "holders", "title",
                                     _ ("Choose…"), "name-of", _ ("Where everything goes"), NULL);

  gtk_widget_set_valign (chooser, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Move everything to"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chooser);
  gtk_list_box_append (GTK_LIST_BOX (question->list), row);
  g_signal_connect_swapped (chooser, "chosen", G_CALLBACK (on_target_chosen), question);
}

static void
on_goods_described (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) dialog = data;
  StateQuestion *question = g_object_get_data (G_OBJECT (dialog), "question");
  g_autoptr (GError) error = NULL;
  g_autofree char *goods = yz_station_goods_describe_finish (YZ_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (goods == NULL)
    goods = g_strdup_printf (_ ("What lies there could not be looked up: %s"), error->message);
  question->goods = g_steal_pointer (&goods);
  if (*question->goods != '\0')
    add_target (question);
  update_body (question);
  update_response (question);
}

/* The question stands at once; what hangs on the station and lies there is told as soon as it is known. */
static void
look_up (StateQuestion *question, YzRecord *station)
{
  YzStore *store = yz_session_get_store (question->session);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_signal_connect_object (question->dialog, "destroy", G_CALLBACK (g_cancellable_cancel), cancellable,
                           G_CONNECT_SWAPPED);
  yz_references_find_async (store, station, cancellable, on_references_found, g_object_ref (question->dialog));
  yz_station_goods_describe_async (store, question->station, cancellable, on_goods_described,
                                   g_object_ref (question->dialog));
}

static void
on_state_response (StateQuestion *question, const char *response)
{
  if (!g_str_equal (response, "apply"))
    return;
  if (g_str_equal (question->state, "closed"))
    gtk_widget_activate_action (question->detail, "detail.close-station", "(ss)",
                                gtk_editable_get_text (question->reason),
                                question->target != NULL ? question->target : "");
  else
    gtk_widget_activate_action (question->detail, "detail.apply-state", "(sss)", question->state,
                                question->reason != NULL ? gtk_editable_get_text (question->reason) : "",
                                question->until != NULL ? gtk_editable_get_text (question->until) : "");
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

  question->list = list;
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
  question->station = g_strdup (yz_record_get_id (station));
  question->dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (detail)), heading, NULL);
  g_object_set_data_full (G_OBJECT (question->dialog), "question", question, state_question_free);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question->dialog), "cancel", _ ("_Cancel"), "apply",
                                    get_verb (state), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question->dialog), "apply", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question->dialog), "cancel");
  if (yz_station_state_needs_reason (state))
    add_entries (question);
  if (g_str_equal (state, "closed"))
    look_up (question, station);
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

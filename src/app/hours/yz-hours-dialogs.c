#include "config.h"

#include "yz-hours-dialogs.h"

#include "yz-hours-names.h"
#include "yz-kinds.h"
#include "yz-reference-field.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* What the answer needs; lives as long as the dialog. */
typedef struct
{
  GtkWidget *page;
  GtkWidget *dialog;
  YzSession *session;
  guint index;
  gboolean is_new;
  GtkSpinButton *numbers[4]; /* of a season: first month, first day, last month, last day */
  GtkWidget *kind;
  GtkWidget *first;
  GtkWidget *last;
  GtkWidget *times;
  GtkWidget *reason;
  GtkLabel *error_label;
  YzDraft *choice; /* of no record: takes the station that is chosen */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_object (&question->page);
  g_clear_object (&question->session);
  g_clear_object (&question->choice);
  g_free (question);
}

static Question *
question_new (GtkWidget *page, const char *heading, gboolean is_new, guint index)
{
  Question *question = g_new0 (Question, 1);

  question->page = g_object_ref (page);
  question->is_new = is_new;
  question->index = index;
  question->dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (page)), heading, NULL);
  g_object_set_data_full (G_OBJECT (question->dialog), "question", question, question_free);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question->dialog), "cancel", _ ("_Cancel"), "apply",
                                    _ ("_Apply"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question->dialog), "apply", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question->dialog), "apply");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question->dialog), "cancel");
  gtk_widget_add_css_class (question->dialog, "yz");
  return question;
}

static GtkWidget *
make_list (const char *label)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return list;
}

/* --- the dates of a season --- */

static void
on_season_response (Question *question, const char *response)
{
  int numbers[4];

  if (!g_str_equal (response, "apply"))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    numbers[i] = gtk_spin_button_get_value_as_int (question->numbers[i]);
  if (question->is_new)
    gtk_widget_activate_action (question->page, "hours.add-season-dates", "(iiii)", numbers[0], numbers[1], numbers[2],
                                numbers[3]);
  else
    gtk_widget_activate_action (question->page, "hours.set-season-dates", "(uiiii)", question->index, numbers[0],
                                numbers[1], numbers[2], numbers[3]);
}

/* No day that the month has not. */
static void
on_month_changed (Question *question)
{
  for (guint i = 0; i < G_N_ELEMENTS (question->numbers); i += 2)
    gtk_spin_button_set_range (question->numbers[i + 1], 1,
                               g_date_get_days_in_month (gtk_spin_button_get_value_as_int (question->numbers[i]),
                                                         2024));
}

static GtkSpinButton *
make_number (double value, double most, const char *label)
{
  GtkWidget *button = gtk_spin_button_new_with_range (1, most, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (button), value);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_SPIN_BUTTON (button);
}

static GtkWidget *
make_date_row (Question *question, guint at, const char *title, int month, int day)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  question->numbers[at] = make_number (month, 12, _ ("Month"));
  question->numbers[at + 1] = make_number (day, 31, C_ ("of a month", "Day"));
  g_signal_connect_swapped (question->numbers[at], "value-changed", G_CALLBACK (on_month_changed), question);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (question->numbers[at]));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (C_ ("after the number", "month")));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (question->numbers[at + 1]));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (C_ ("after the number", "day")));
  return row;
}

GtkWidget *
yz_hours_dialog_show_season (GtkWidget *page, const YzHoursGridSeason *season, guint index)
{
  Question *question =
    question_new (page, season != NULL ? _ ("Dates of the Season") : _ ("New Season"), season == NULL, index);
  GtkWidget *list = make_list (_ ("Dates of the season"));

  gtk_list_box_append (GTK_LIST_BOX (list),
                       make_date_row (question, 0, _ ("From"), season != NULL ? season->first_month : 6,
                                      season != NULL ? season->first_day : 1));
  gtk_list_box_append (GTK_LIST_BOX (list),
                       make_date_row (question, 2, _ ("To, included"), season != NULL ? season->last_month : 9,
                                      season != NULL ? season->last_day : 30));
  on_month_changed (question);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (question->dialog),
                               _ ("It comes every year, and may lead over New Year."));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (question->dialog), list);
  g_signal_connect_swapped (question->dialog, "response", G_CALLBACK (on_season_response), question);
  gtk_window_present (GTK_WINDOW (question->dialog));
  return question->dialog;
}

/* --- an exception --- */

static char *
dup_date (Question *question, GtkWidget *row)
{
  char *date = yz_session_expand_date (question->session, gtk_editable_get_text (GTK_EDITABLE (row)));

  return date != NULL ? date : g_strdup ("");
}

static void
on_exception_response (Question *question, const char *response)
{
  g_autofree char *first = NULL, *last = NULL;

  if (!g_str_equal (response, "apply"))
    return;
  first = dup_date (question, question->first);
  last = dup_date (question, question->last);
  gtk_widget_activate_action (question->page, "hours.set-exception", "(uissss)", question->index,
                              (int) adw_combo_row_get_selected (ADW_COMBO_ROW (question->kind)), first, last,
                              gtk_editable_get_text (GTK_EDITABLE (question->times)),
                              gtk_editable_get_text (GTK_EDITABLE (question->reason)));
}

/* The verb waits until the answer is one; what is missing is said meanwhile. */
static void
check_exception (Question *question)
{
  g_autofree char *first = dup_date (question, question->first), *last = dup_date (question, question->last);
  g_autoptr (GError) error = NULL;
  g_autoptr (YzHoursException) exception =
    yz_hours_exception_new_from_words (adw_combo_row_get_selected (ADW_COMBO_ROW (question->kind)), first, last,
                                       gtk_editable_get_text (GTK_EDITABLE (question->times)), "", &error);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (question->dialog), "apply", exception != NULL);
  gtk_label_set_label (question->error_label, error != NULL && *first != '\0' ? error->message : "");
}

static GtkWidget *
add_entry (Question *question, GtkWidget *list, const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (check_exception), question);
  return row;
}

static GtkWidget *
add_kinds (Question *question, GtkWidget *list, const YzHoursException *exception)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  for (guint i = 0; i < YZ_HOURS_N_EXCEPTION_KINDS; i++)
    gtk_string_list_append (titles, yz_hours_exception_kind_to_words (i));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), C_ ("exception", "What holds"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), exception != NULL ? yz_hours_exception_get_kind (exception) : 0);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (check_exception), question);
  return row;
}

static char *
format_day (guint32 julian)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

static void
add_exception_rows (Question *question, GtkWidget *list, const YzHoursException *exception)
{
  g_autofree char *first = exception != NULL ? format_day (exception->first) : g_strdup ("");
  g_autofree char *last = exception != NULL && exception->last > exception->first ? format_day (exception->last)
                                                                                  : g_strdup ("");
  g_autofree char *times = exception != NULL && exception->spans->len > 0
                             ? yz_hours_spans_to_string (exception->spans, yz_hours_language ())
                             : g_strdup ("");
  g_autofree char *reason = exception != NULL ? yz_hours_exception_dup_reason (exception) : g_strdup ("");

  question->kind = add_kinds (question, list, exception);
  question->first = add_entry (question, list, _ ("First day: 2026-11-24, 1124, +7"), first);
  question->last = add_entry (question, list, _ ("Last day (empty: only that day)"), last);
  question->times = add_entry (question, list, _ ("Times: 13:30-18:00 (empty: the whole day)"), times);
  question->reason = add_entry (question, list, _ ("Reason, for people to read"), reason);
}

GtkWidget *
yz_hours_dialog_show_exception (GtkWidget *page, YzSession *session, const YzHoursException *exception, guint index)
{
  Question *question = question_new (page, exception != NULL ? _ ("Change of Hours") : _ ("New Change of Hours"),
                                     exception == NULL, index);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *list = make_list (_ ("Change of hours"));

  question->session = g_object_ref (session);
  question->error_label = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_wrap (question->error_label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (question->error_label), "yz-refused");
  gtk_widget_set_size_request (list, 380, -1);
  add_exception_rows (question, list, exception);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (question->error_label));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (question->dialog), box);
  check_exception (question);
  g_signal_connect_swapped (question->dialog, "response", G_CALLBACK (on_exception_response), question);
  gtk_window_present (GTK_WINDOW (question->dialog));
  return question->dialog;
}

/* --- the station whose hours are copied --- */

/* A field of stations that refers to another station, so that its control can be borrowed. */
#define STATION_FIELD "merged_into"

static const char *
get_choice (Question *question)
{
  return yz_record_get_text (yz_draft_get_record (question->choice), STATION_FIELD);
}

static void
on_station_chosen (Question *question)
{
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (question->dialog), "apply",
                                           get_choice (question) != NULL);
}

static void
on_copy_response (Question *question, const char *response)
{
  if (g_str_equal (response, "apply") && get_choice (question) != NULL)
    gtk_widget_activate_action (question->page, "hours.copy-station", "s", get_choice (question));
}

GtkWidget *
yz_hours_dialog_show_copy (GtkWidget *page, YzSession *session)
{
  Question *question = question_new (page, _ ("Copy from Another Station"), FALSE, 0);

  question->choice = yz_draft_new_blank (session, &yz_station_kind);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (question->dialog),
                               _ ("Its hours replace those in the editor; undo takes them back."));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (question->dialog),
                                      yz_reference_field_new (question->choice,
                                                              yz_kind_find_field (&yz_station_kind, STATION_FIELD),
                                                              session));
  on_station_chosen (question);
  g_signal_connect_swapped (question->choice, "field-changed", G_CALLBACK (on_station_chosen), question);
  g_signal_connect_swapped (question->dialog, "response", G_CALLBACK (on_copy_response), question);
  gtk_window_present (GTK_WINDOW (question->dialog));
  return question->dialog;
}

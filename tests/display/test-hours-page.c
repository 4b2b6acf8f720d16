/* The editor of hours on its page: verbs, keys, names. What they mean is tested in the session. */
#include "display-fixture.h"

#include "yz-bulk-dialog.h"
#include "yz-hours-page.h"
#include "yz-hours-names.h"

#define OFFICE "Mo-Fr 08:30-12:00,13:30-18:00; PH off"

typedef struct
{
  YzRecord *station;
  GtkWidget *page;
  YzHoursEdit *edit;
  gboolean closed;
} Editor;

static void
on_closed (Editor *editor)
{
  editor->closed = TRUE;
}

static void
show (Fixture *fixture, Editor *editor)
{
  editor->page = g_object_new (YZ_TYPE_HOURS_PAGE, NULL);
  g_signal_connect_swapped (editor->page, "closed", G_CALLBACK (on_closed), editor);
  fixture_show (fixture, editor->page);
  yz_hours_page_set_edit (YZ_HOURS_PAGE (editor->page), fixture->session, editor->edit);
  fixture_settle ();
}

static void
open_editor (Fixture *fixture, Editor *editor, const char *value)
{
  *editor = (Editor){ 0 };
  editor->station =
    fixture_add (fixture, &yz_station_kind, "name", "东风里驿站", "code", "TS-0044", "hours", value, NULL);
  editor->edit = yz_hours_edit_new (fixture->session, NULL, editor->station);
  show (fixture, editor);
}

static void
close_editor (Editor *editor)
{
  yz_draft_discard (yz_hours_edit_get_draft (editor->edit));
  yz_hours_page_set_edit (YZ_HOURS_PAGE (editor->page), NULL, NULL);
  g_clear_object (&editor->edit);
  g_clear_object (&editor->station);
}

static void
assert_value (Editor *editor, const char *value)
{
  g_assert_cmpstr (yz_hours_edit_get_value (editor->edit), ==, value);
}

static gboolean
press (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  /* what the widget's class binds to the key */
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0;
           GTK_IS_SHORTCUT_CONTROLLER (controller) && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key &&
              gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  return FALSE;
}

/* A row is edited without a pointer. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  Editor editor;
  GtkWidget *bars;

  open_editor (fixture, &editor, "Mo 09:00-17:00; PH off");
  bars = yz_hours_page_get_bars (YZ_HOURS_PAGE (editor.page), YZ_HOURS_ROW_MONDAY);
  g_assert_true (gtk_widget_grab_focus (bars));
  fixture_settle ();

  g_assert_true (press (bars, GDK_KEY_Left, 0));
  assert_value (&editor, "Mo 08:45-16:45; PH off");
  g_assert_true (press (bars, GDK_KEY_Right, GDK_SHIFT_MASK));
  assert_value (&editor, "Mo 08:45-17:00; PH off");
  g_assert_true (press (bars, GDK_KEY_Left, GDK_SHIFT_MASK | GDK_CONTROL_MASK));
  assert_value (&editor, "Mo 08:30-17:00; PH off");
  g_assert_true (press (bars, GDK_KEY_s, 0));
  assert_value (&editor, "Mo 08:30-12:00,13:30-17:00; PH off");
  g_assert_true (press (bars, GDK_KEY_Right, GDK_CONTROL_MASK));
  g_assert_true (press (bars, GDK_KEY_2, 0));
  assert_value (&editor, "Mo 08:30-12:00, Mo 13:30-17:00 open \"自助\"; PH off");
  g_assert_true (press (bars, GDK_KEY_Delete, 0));
  assert_value (&editor, "Mo 08:30-12:00; PH off");
  g_assert_true (press (bars, GDK_KEY_Insert, 0));
  assert_value (&editor, "Mo 08:30-12:00,14:00-18:00; PH off");
  g_assert_true (press (bars, GDK_KEY_a, 0));
  assert_value (&editor, "Mo 00:00-24:00; PH off");
  gtk_widget_activate_action (editor.page, "hours.undo", NULL);
  assert_value (&editor, "Mo 08:30-12:00,14:00-18:00; PH off");
  gtk_widget_activate_action (bars, "hours.copy-to", "s", "weekdays");
  assert_value (&editor, "Mo-Fr 08:30-12:00,14:00-18:00; PH off");
  gtk_test_accessible_assert_property (bars, GTK_ACCESSIBLE_PROPERTY_LABEL, "Monday: 8:30-12:00, 14:00-18:00");
  close_editor (&editor);
}

/* Of the primary button. */
static GtkEventController *
find_gesture (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type &&
          gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_PRIMARY)
        return controller;
    }
  return NULL;
}

/* From one hour to another, as a pointer would go. */
static void
drag (GtkWidget *bars, double from, double to)
{
  GtkEventController *gesture = find_gesture (bars, GTK_TYPE_GESTURE_DRAG);
  double hour = gtk_widget_get_width (bars) / 24.0;

  g_signal_emit_by_name (gesture, "drag-begin", from * hour, 16.0);
  g_signal_emit_by_name (gesture, "drag-update", (to - from) * hour / 2, 0.0);
  g_signal_emit_by_name (gesture, "drag-update", (to - from) * hour, 0.0);
  fixture_settle ();
  g_signal_emit_by_name (gesture, "drag-end", (to - from) * hour, 0.0);
}

static gboolean
has_width (gpointer data)
{
  return gtk_widget_get_width (data) > 0;
}

static void
test_drag (Fixture *fixture, gconstpointer data)
{
  Editor editor;
  GtkWidget *bars;

  open_editor (fixture, &editor, "Tu 09:00-12:00; PH off");
  bars = yz_hours_page_get_bars (YZ_HOURS_PAGE (editor.page), YZ_HOURS_ROW_TUESDAY);
  yz_test_wait_until (has_width, bars);
  drag (bars, 14, 18); /* in the empty: a new bar */
  assert_value (&editor, "Tu 09:00-12:00,14:00-18:00; PH off");
  drag (bars, 18, 18.5); /* an end */
  assert_value (&editor, "Tu 09:00-12:00,14:00-18:30; PH off");
  drag (bars, 9, 8.26); /* a start, to the quarter hour */
  assert_value (&editor, "Tu 08:15-12:00,14:00-18:30; PH off");
  drag (bars, 10, 9); /* the middle */
  assert_value (&editor, "Tu 07:15-11:00,14:00-18:30; PH off");
  drag (bars, 18.5, 26); /* over midnight */
  assert_value (&editor, "Tu 07:15-11:00,14:00-02:00; PH off");
  drag (bars, 12.5, 12.5); /* a click is no drag */
  assert_value (&editor, "Tu 07:15-11:00,14:00-02:00; PH off");
  g_signal_emit_by_name (find_gesture (bars, GTK_TYPE_GESTURE_CLICK), "pressed", 2,
                         gtk_widget_get_width (bars) * 9 / 24.0, 16.0);
  assert_value (&editor, "Tu 07:15-08:45,09:15-11:00,14:00-02:00; PH off");
  close_editor (&editor);
}

static void
test_actions (Fixture *fixture, gconstpointer data)
{
  Editor editor;

  open_editor (fixture, &editor, OFFICE);
  g_assert_false (gtk_widget_activate_action (editor.page, "hours.no-such", NULL));
  gtk_widget_activate_action (editor.page, "hours.add-season-dates", "(iiii)", 6, 1, 9, 30);
  gtk_widget_activate_action (editor.page, "hours.row-text", "(us)", YZ_HOURS_ROW_MONDAY, "8:00-12:00");
  gtk_widget_activate_action (editor.page, "hours.set-exception", "(uissss)", G_MAXUINT, YZ_HOURS_EXCEPTION_CLOSED,
                              "2026-11-24", "", "13:30-18:00", "供电检修");
  gtk_widget_activate_action (editor.page, "hours.workday", "s", "mo");
  assert_value (&editor, "Mo-Fr 08:30-12:00,13:30-18:00; Jun-Sep Mo 08:00-12:00; PH off; "
                         "2026 Nov 24 13:30-18:00 off \"供电检修\"");
  fixture_settle ();
  fixture_assert_named (editor.page);
  fixture_shoot (fixture->window, "hours-page");
  g_assert_nonnull (fixture_find_text (editor.page, "11-24 13:30–18:00"));

  gtk_widget_activate_action (editor.page, "hours.remove-exception", "u", 0);
  gtk_widget_activate_action (editor.page, "hours.remove-season", NULL);
  assert_value (&editor, OFFICE);
  gtk_widget_activate_action (editor.page, "hours.template", "u", 1);
  assert_value (&editor, "24/7");
  gtk_widget_activate_action (editor.page, "hours.recognise-text", "s", "周一至周五 8:30-12:00,13:00-17:30");
  assert_value (&editor, "24/7");
  gtk_widget_activate_action (editor.page, "hours.accept", NULL);
  assert_value (&editor, "Mo-Fr 08:30-12:00,13:00-17:30");
  gtk_widget_activate_action (editor.page, "hours.redo", NULL);
  close_editor (&editor);
}

/* The warning stands under its row with what mends it; until then nothing is saved. */
static void
test_overlap (Fixture *fixture, gconstpointer data)
{
  Editor editor;
  GtkWidget *merge;

  open_editor (fixture, &editor, OFFICE);
  gtk_widget_activate_action (editor.page, "hours.row-text", "(us)", YZ_HOURS_ROW_THURSDAY, "8:30-12:30, 12:00-18:00");
  fixture_settle ();
  fixture_assert_named (editor.page);
  fixture_shoot (fixture->window, "hours-overlap");
  gtk_widget_activate_action (editor.page, "hours.save", NULL);
  fixture_settle ();
  g_assert_false (editor.closed);
  merge = fixture_find_text (editor.page, "Merge to 8:30–18:00");
  g_assert_nonnull (merge);
  g_signal_emit_by_name (gtk_widget_get_ancestor (merge, GTK_TYPE_BUTTON), "clicked");
  fixture_settle ();
  assert_value (&editor, "Mo-We,Fr 08:30-12:00,13:30-18:00; Th 08:30-18:00; PH off");
  close_editor (&editor);
}

/* A text that no week shows is shown as text, and a new week is one click away. */
static void
test_text (Fixture *fixture, gconstpointer data)
{
  Editor editor;

  open_editor (fixture, &editor, "week 1-53/2 Mo  08:00-12:00");
  g_assert_null (fixture_find (editor.page, g_type_from_name ("YzHoursBars")));
  g_assert_nonnull (fixture_find_text (editor.page, "week 1-53/2 Mo  08:00-12:00"));
  fixture_assert_named (editor.page);
  fixture_shoot (fixture->window, "hours-text");
  gtk_widget_activate_action (editor.page, "hours.clear", NULL);
  fixture_settle ();
  g_assert_nonnull (fixture_find (editor.page, g_type_from_name ("YzHoursBars")));
  gtk_widget_activate_action (editor.page, "hours.undo", NULL);
  assert_value (&editor, "week 1-53/2 Mo  08:00-12:00");
  close_editor (&editor);
}

static gboolean
is_closed (gpointer data)
{
  return ((Editor *) data)->closed;
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  Editor editor;
  g_autoptr (YzRecord) saved = NULL;

  open_editor (fixture, &editor, OFFICE);
  gtk_widget_activate_action (editor.page, "hours.template", "u", 1);
  gtk_widget_activate_action (editor.page, "hours.save", NULL);
  yz_test_wait_until (is_closed, &editor);
  saved =
    yz_store_load (yz_session_get_store (fixture->session), &yz_station_kind, yz_record_get_id (editor.station), NULL);
  g_assert_cmpstr (yz_record_get_text (saved, "hours"), ==, "24/7");
  close_editor (&editor);
}

static gboolean
shows_change (gpointer data)
{
  return fixture_find_text (data, "→") != NULL;
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  *(YzHoursEdit **) data = yz_hours_edit_open_finish (YZ_SESSION (source), result, NULL);
}

static gboolean
is_opened (gpointer data)
{
  return *(YzHoursEdit **) data != NULL;
}

/* Several stations: the preview of every bulk edit, one step of undo. */
static void
test_several (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) first = fixture_add (fixture, &yz_station_kind, "name", "甲", "hours", "24/7", NULL);
  g_autoptr (YzRecord) second = fixture_add (fixture, &yz_station_kind, "name", "乙", NULL);
  const char *ids[] = { yz_record_get_id (first), yz_record_get_id (second), NULL };
  Editor editor = { 0 };
  GtkWidget *dialog;

  yz_hours_edit_open_async (fixture->session, NULL, ids, NULL, on_opened, &editor.edit);
  yz_test_wait_until (is_opened, &editor.edit);
  show (fixture, &editor);
  gtk_widget_activate_action (editor.page, "hours.template", "u", 0);
  fixture_assert_named (editor.page);
  fixture_shoot (fixture->window, "hours-several");
  gtk_widget_activate_action (editor.page, "hours.save", NULL);
  fixture_settle ();
  dialog = fixture_find_window (YZ_TYPE_BULK_DIALOG);
  g_assert_nonnull (dialog);
  yz_test_wait_until (shows_change, dialog);
  fixture_shoot (dialog, "hours-review");
  gtk_widget_activate_action (dialog, "bulk.apply", NULL);
  yz_test_wait_until (is_closed, &editor);
  g_assert_cmpuint (yz_session_get_undo_action (fixture->session)->n_changes, ==, 2);
  close_editor (&editor);
}

static void
test_dialogs (Fixture *fixture, gconstpointer data)
{
  Editor editor;
  GtkWidget *dialog;

  open_editor (fixture, &editor, OFFICE "; 2026 Nov 24 13:30-18:00 off \"供电检修\"");
  gtk_widget_activate_action (editor.page, "hours.edit-exception", "u", 0);
  fixture_settle ();
  dialog = fixture_find_window (ADW_TYPE_MESSAGE_DIALOG);
  fixture_assert_named (dialog);
  fixture_shoot (dialog, "hours-exception");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "apply");
  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_settle ();
  assert_value (&editor, OFFICE "; 2026 Nov 24 13:30-18:00 off \"供电检修\"");

  gtk_widget_activate_action (editor.page, "hours.add-season", NULL);
  fixture_settle ();
  dialog = fixture_find_window (ADW_TYPE_MESSAGE_DIALOG);
  fixture_assert_named (dialog);
  fixture_shoot (dialog, "hours-season");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "apply");
  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_settle ();
  g_assert_cmpuint (yz_hours_edit_get_grid (editor.edit)->seasons->len, ==, 2);

  gtk_widget_activate_action (editor.page, "hours.copy-from", NULL);
  fixture_settle ();
  dialog = fixture_find_window (ADW_TYPE_MESSAGE_DIALOG);
  fixture_assert_named (dialog);
  fixture_shoot (dialog, "hours-copy");
  gtk_window_destroy (GTK_WINDOW (dialog));
  close_editor (&editor);
}

static gboolean
is_round_the_clock (gpointer editor)
{
  return g_str_equal (yz_hours_edit_get_value (((Editor *) editor)->edit), "24/7");
}

static void
test_copy_station (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) other = fixture_add (fixture, &yz_station_kind, "name", "和平路驿站", "hours", "24/7", NULL);
  Editor editor;

  open_editor (fixture, &editor, OFFICE);
  gtk_widget_activate_action (editor.page, "hours.copy-station", "s", yz_record_get_id (other));
  yz_test_wait_until (is_round_the_clock, &editor);
  gtk_widget_activate_action (editor.page, "hours.undo", NULL);
  assert_value (&editor, OFFICE);

  /* who leaves before the answer comes has left */
  gtk_widget_activate_action (editor.page, "hours.copy-station", "s", yz_record_get_id (other));
  close_editor (&editor);
  fixture_settle ();
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  fixture_test ("/display/hours-page/keys", test_keys);
  fixture_test ("/display/hours-page/drag", test_drag);
  fixture_test ("/display/hours-page/actions", test_actions);
  fixture_test ("/display/hours-page/overlap", test_overlap);
  fixture_test ("/display/hours-page/text", test_text);
  fixture_test ("/display/hours-page/save", test_save);
  fixture_test ("/display/hours-page/several", test_several);
  fixture_test ("/display/hours-page/dialogs", test_dialogs);
  fixture_test ("/display/hours-page/copy-station", test_copy_station);
  return g_test_run ();
}

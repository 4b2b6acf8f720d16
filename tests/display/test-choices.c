/* What is chosen from is asked of the workspace: stations to merge with, services and saved filters. */
#include "display-fixture.h"

#include "yz-map-field.h"
#include "yz-merge-dialog.h"
#include "yz-saved-filters.h"
#include "yz-station-filter-popover.h"
#include "yz-stations.h"

typedef struct
{
  GtkWidget *widget;
  GType type;
  const char *text; /* NULL for a widget of @type */
} Wanted;

static gboolean
is_shown (gpointer data)
{
  Wanted *wanted = data;

  return wanted->text != NULL ? fixture_find_text (wanted->widget, wanted->text) != NULL
                              : fixture_find (wanted->widget, wanted->type) != NULL;
}

static void
wait_for_text (GtkWidget *widget, const char *text)
{
  Wanted wanted = { widget, G_TYPE_INVALID, text };

  yz_test_wait_until (is_shown, &wanted);
}

static void
wait_for_widget (GtkWidget *widget, GType type)
{
  Wanted wanted = { widget, type, NULL };

  yz_test_wait_until (is_shown, &wanted);
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) from = fixture_add (fixture, &yz_station_kind, "name", "石鼓驿站", NULL);
  g_autoptr (YzRecord) into = fixture_add (fixture, &yz_station_kind, "name", "桥陇驿站", NULL);
  GtkWidget *dialog = yz_merge_dialog_new (fixture->window, fixture->session, from);

  gtk_window_present (GTK_WINDOW (dialog));
  wait_for_text (dialog, "桥陇驿站");
  /* a station is not merged into itself; its name stands in the title only */
  g_assert_null (fixture_find_text (fixture_find (dialog, GTK_TYPE_LIST_BOX), "石鼓驿站"));
  fixture_assert_named (dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_services_of_form (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzDraft) draft = yz_draft_new_blank (fixture->session, &yz_station_kind);
  GtkWidget *field = yz_map_field_new (draft, yz_kind_find_field (&yz_station_kind, "services"), fixture->session);

  fixture_show (fixture, field);
  wait_for_widget (field, GTK_TYPE_DROP_DOWN);
  fixture_assert_named (field);
}

static gboolean
is_saved (gpointer data)
{
  return yz_session_get_undo_action (YZ_SESSION (data)) != NULL;
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzStations) stations = yz_stations_new (fixture->session);
  g_autoptr (GListStore) none = g_list_store_new (YZ_TYPE_RECORD);
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = g_object_new (YZ_TYPE_STATION_FILTER_POPOVER, "stations", stations, NULL);

  yz_saved_filters_save (fixture->session, G_LIST_MODEL (none), "stations", "缺水的", "service=water");
  yz_test_wait_until (is_saved, fixture->session);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  fixture_show (fixture, button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  wait_for_text (popover, "缺水的");
  fixture_assert_named (popover);
}

static gboolean
is_renamed (gpointer data)
{
  const YzAction *action = yz_session_get_undo_action (YZ_SESSION (data));

  return action != NULL && g_str_equal (action->label, "Rename filter");
}

/* The row becomes an entry; a name that another filter has is refused, any other is one step to undo. */
static void
test_rename_filter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzStations) stations = yz_stations_new (fixture->session);
  g_autoptr (YzRecord) thirsty = fixture_add (fixture, &yz_saved_filter_kind, "name", "缺水的", "page", "stations",
                                              "conditions", "service=water", NULL);
  g_autoptr (YzRecord) other =
    fixture_add (fixture, &yz_saved_filter_kind, "name", "全部", "page", "stations", "conditions", "state=all", NULL);
  g_autoptr (YzRecord) after = NULL;
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = g_object_new (YZ_TYPE_STATION_FILTER_POPOVER, "stations", stations, NULL);
  GtkWidget *stack, *entry;

  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  fixture_show (fixture, button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  wait_for_text (popover, "缺水的");
  stack = gtk_widget_get_ancestor (fixture_find_text (popover, "缺水的"), GTK_TYPE_STACK);
  g_signal_emit_by_name (gtk_widget_get_next_sibling (stack), "clicked");
  entry = gtk_stack_get_visible_child (GTK_STACK (stack));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "缺水的");
  fixture_assert_named (popover);

  gtk_editable_set_text (GTK_EDITABLE (entry), "全部");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_false (is_renamed (fixture->session));

  gtk_editable_set_text (GTK_EDITABLE (entry), "没有饮水的");
  g_signal_emit_by_name (entry, "activate");
  yz_test_wait_until (is_renamed, fixture->session);
  after =
    yz_store_load (yz_session_get_store (fixture->session), &yz_saved_filter_kind, yz_record_get_id (thirsty), NULL);
  g_assert_cmpstr (yz_record_get_title (after), ==, "没有饮水的");
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  fixture_test ("/display/choices/merge", test_merge);
  fixture_test ("/display/choices/services-of-form", test_services_of_form);
  fixture_test ("/display/choices/filter", test_filter);
  fixture_test ("/display/choices/rename-filter", test_rename_filter);
  return g_test_run ();
}

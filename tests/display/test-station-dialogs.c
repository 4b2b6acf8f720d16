#include "display-fixture.h"
#include "yz-station-dialogs.h"
#include "yz-stock-chooser.h"

static GtkWidget *
ask_to_close (Fixture *fixture, YzRecord *station)
{
  GtkWidget *detail = gtk_label_new ("");
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  GtkWidget *dialog = NULL;

  fixture_show (fixture, detail);
  yz_station_dialog_show_state (detail, fixture->session, station, "closed");
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        dialog = window;
    }
  g_assert_nonnull (dialog);
  return dialog;
}

static gboolean
tells_references (gpointer dialog)
{
  return fixture_find_text (dialog, "Person “周*”") != NULL;
}

/* The question stands at once, what hangs on the station follows. */
static void
test_references (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) station = fixture_add (fixture, &yz_station_kind, "name", "石鼓驿站", NULL);
  g_autoptr (YzRecord) person = fixture_add (fixture, &yz_person_kind, "name", "周敏", "role", "manager", "station",
                                             yz_record_get_id (station), NULL);
  GtkWidget *dialog = ask_to_close (fixture, station);

  g_assert_cmpstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), ==, "");
  yz_test_wait_until (tells_references, dialog);
  fixture_assert_named (dialog);
  fixture_shoot (dialog, "close-station");
  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_settle ();
}

static gboolean
tells_goods (gpointer dialog)
{
  return fixture_find_text (dialog, "Move everything to") != NULL;
}

/* Nothing is closed before it is said where its things go. */
static void
test_goods (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) station = fixture_add (fixture, &yz_station_kind, "name", "石鼓驿站", NULL);
  g_autoptr (YzRecord) other = fixture_add (fixture, &yz_station_kind, "name", "桥陇驿站", NULL);
  g_autoptr (YzRecord) type = fixture_add (fixture, &yz_item_kind, "name", "电冰箱", "category", "equipment", NULL);
  g_autoptr (YzRecord) piece = fixture_add (fixture, &yz_equipment_kind, "tag", "SB-0402", "item",
                                            yz_record_get_id (type), "station", yz_record_get_id (station), NULL);
  GtkWidget *dialog = ask_to_close (fixture, station);
  AdwMessageDialog *question = ADW_MESSAGE_DIALOG (dialog);

  yz_test_wait_until (tells_goods, dialog);
  g_assert_cmpstr (adw_message_dialog_get_body (question), ==, "Equipment (1): 电冰箱 SB-0402");
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (dialog, ADW_TYPE_ENTRY_ROW)), "拆迁");
  g_assert_false (adw_message_dialog_get_response_enabled (question, "apply"));
  g_signal_emit_by_name (fixture_find (dialog, YZ_TYPE_STOCK_CHOOSER), "chosen", station);
  g_assert_false (adw_message_dialog_get_response_enabled (question, "apply"));
  g_signal_emit_by_name (fixture_find (dialog, YZ_TYPE_STOCK_CHOOSER), "chosen", other);
  g_assert_true (adw_message_dialog_get_response_enabled (question, "apply"));
  fixture_assert_named (dialog);
  fixture_shoot (dialog, "close-station-with-goods");
  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_settle ();
}

static void
note_finalized (gpointer data, GObject *dialog)
{
  *(gboolean *) data = TRUE;
}

static void
test_closed_while_looking (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) station = fixture_add (fixture, &yz_station_kind, "name", "石鼓驿站", NULL);
  GtkWidget *dialog = ask_to_close (fixture, station);
  gboolean finalized = FALSE;

  g_object_weak_ref (G_OBJECT (dialog), note_finalized, &finalized);
  gtk_window_destroy (GTK_WINDOW (dialog));
  yz_test_wait (&finalized);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  fixture_test ("/display/station-dialogs/references", test_references);
  fixture_test ("/display/station-dialogs/goods", test_goods);
  fixture_test ("/display/station-dialogs/closed-while-looking", test_closed_while_looking);
  return g_test_run ();
}

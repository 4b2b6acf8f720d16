#include "display-fixture.h"
#include "yz-station-dialogs.h"

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
  fixture_test ("/display/station-dialogs/closed-while-looking", test_closed_while_looking);
  return g_test_run ();
}

#include "display-fixture.h"
#include "yz-bulk-dialog.h"

#define AT_MOST 3

typedef struct
{
  YzRecord *stations[AT_MOST];
  GtkWidget *dialog;
} Bulk;

/* One that has water and is open, one without anything, one that is planned and so cannot be paused. */
static Bulk
open_dialog (Fixture *fixture)
{
  Bulk bulk = { 0 };
  const char *ids[AT_MOST + 1] = { NULL };

  bulk.stations[0] =
    fixture_add (fixture, &yz_station_kind, "name", "石鼓驿站", "seats", "12", "services", "water", NULL);
  bulk.stations[1] = fixture_add (fixture, &yz_station_kind, "name", "桥陇驿站", NULL);
  bulk.stations[2] = fixture_add (fixture, &yz_station_kind, "name", "青云驿站", "seats", "20", NULL);
  for (guint i = 0; i < AT_MOST; i++)
    ids[i] = yz_record_get_id (bulk.stations[i]);
  fixture_show (fixture, gtk_label_new (""));
  bulk.dialog = yz_bulk_dialog_new (GTK_WINDOW (fixture->window), fixture->session, &yz_station_kind, ids);
  gtk_window_present (GTK_WINDOW (bulk.dialog));
  fixture_settle ();
  return bulk;
}

static void
close_dialog (Bulk *bulk)
{
  for (guint i = 0; i < AT_MOST; i++)
    g_object_unref (bulk->stations[i]);
  gtk_window_destroy (GTK_WINDOW (bulk->dialog));
  fixture_settle ();
}

static gboolean
shows (gpointer data)
{
  Bulk *bulk = data;

  return fixture_find_text (bulk->dialog, "→") != NULL;
}

static void
test_preview_and_apply (Fixture *fixture, gconstpointer data)
{
  Bulk bulk = open_dialog (fixture);
  g_autoptr (YzRecord) after = NULL;

  gtk_widget_activate_action (bulk.dialog, "bulk.field", "s", "seats");
  fixture_settle ();
  g_assert_null (fixture_find_text (bulk.dialog, "→"));
  yz_draft_set_text (yz_bulk_dialog_get_draft (YZ_BULK_DIALOG (bulk.dialog)), "seats", "20");
  yz_test_wait_until (shows, &bulk);
  fixture_assert_named (bulk.dialog);
  fixture_shoot (bulk.dialog, "bulk-seats");

  gtk_widget_activate_action (bulk.dialog, "bulk.apply", NULL);
  while (yz_session_get_undo_action (fixture->session) == NULL ||
         yz_session_get_undo_action (fixture->session)->n_changes != 2)
    g_main_context_iteration (NULL, TRUE);
  after = yz_store_load (yz_session_get_store (fixture->session), &yz_station_kind, yz_record_get_id (bulk.stations[0]),
                         NULL);
  g_assert_cmpint (yz_record_get_integer (after, "seats"), ==, 20);
  for (guint i = 0; i < AT_MOST; i++)
    g_object_unref (bulk.stations[i]);
}

static gboolean
is_refused (gpointer data)
{
  return fixture_find_text (((Bulk *) data)->dialog, "stays as it is") != NULL ||
         fixture_find_text (((Bulk *) data)->dialog, "保持不变") != NULL;
}

/* A list takes elements, and the control for it has a name too. */
static void
test_elements (Fixture *fixture, gconstpointer data)
{
  Bulk bulk = open_dialog (fixture);
  YzDraft *draft = yz_bulk_dialog_get_draft (YZ_BULK_DIALOG (bulk.dialog));
  GVariantBuilder builder;
  GtkWidget *mode;

  gtk_widget_activate_action (bulk.dialog, "bulk.field", "s", "services");
  mode = GTK_WIDGET (gtk_widget_get_template_child (bulk.dialog, YZ_TYPE_BULK_DIALOG, "mode_drop_down"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (mode), 1);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{s(ss)}"));
  g_variant_builder_add (&builder, "{s(ss)}", "water", "offered", "");
  yz_draft_set_value (draft, "services", g_variant_builder_end (&builder));
  yz_test_wait_until (is_refused, &bulk);
  fixture_assert_named (bulk.dialog);
  fixture_shoot (bulk.dialog, "bulk-services");
  close_dialog (&bulk);
}

static gboolean
is_at_usual_state (gpointer data)
{
  Bulk *bulk = data;
  YzRecord *record = yz_draft_get_record (yz_bulk_dialog_get_draft (YZ_BULK_DIALOG (bulk->dialog)));

  return g_strcmp0 (yz_record_get_text (record, "state"), yz_record_get_text (bulk->stations[0], "state")) == 0;
}

/* A state begins with the one that most have, chosen before the records are read or after, and not with the first. */
static void
test_usual_value (Fixture *fixture, gconstpointer data)
{
  Bulk bulk = { 0 };
  const char *ids[AT_MOST + 1] = { NULL };

  for (guint i = 0; i < AT_MOST; i++)
    {
      bulk.stations[i] =
        fixture_add (fixture, &yz_station_kind, "name", "石鼓驿站", "state", i < 2 ? "open" : "planned", NULL);
      ids[i] = yz_record_get_id (bulk.stations[i]);
    }
  fixture_show (fixture, gtk_label_new (""));
  bulk.dialog = yz_bulk_dialog_new (GTK_WINDOW (fixture->window), fixture->session, &yz_station_kind, ids);
  gtk_window_present (GTK_WINDOW (bulk.dialog));
  gtk_widget_activate_action (bulk.dialog, "bulk.field", "s", "state");
  yz_test_wait_until (is_at_usual_state, &bulk);
  gtk_widget_activate_action (bulk.dialog, "bulk.field", "s", "seats");
  gtk_widget_activate_action (bulk.dialog, "bulk.field", "s", "state");
  g_assert_true (is_at_usual_state (&bulk));
  close_dialog (&bulk);
}

/* Every field of every kind has a control here. */
static void
test_every_field (Fixture *fixture, gconstpointer data)
{
  guint n_kinds;
  const YzKind *const *kinds = yz_kinds_get_all (&n_kinds);

  fixture_show (fixture, gtk_label_new (""));
  for (guint i = 0; i < n_kinds; i++)
    {
      GtkWidget *dialog =
        yz_bulk_dialog_new (GTK_WINDOW (fixture->window), fixture->session, kinds[i], (const char *const[]){ NULL });

      gtk_window_present (GTK_WINDOW (dialog));
      for (guint j = 0; j < kinds[i]->n_fields; j++)
        {
          gtk_widget_activate_action (dialog, "bulk.field", "s", kinds[i]->fields[j].name);
          fixture_settle ();
        }
      fixture_assert_named (dialog);
      gtk_window_destroy (GTK_WINDOW (dialog));
    }
}

static gboolean
has_no_jobs (gpointer session)
{
  return g_list_model_get_n_items (yz_session_get_jobs (session)) == 0;
}

/* It stands before its records are read; whoever closes it then ends the reading. */
static void
test_closed_while_reading (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) station = fixture_add (fixture, &yz_station_kind, "name", "石鼓驿站", NULL);
  const char *ids[] = { yz_record_get_id (station), NULL };
  g_autoptr (YzJob) job = NULL;
  GtkWidget *dialog;

  fixture_show (fixture, gtk_label_new (""));
  dialog = yz_bulk_dialog_new (GTK_WINDOW (fixture->window), fixture->session, &yz_station_kind, ids);
  job = g_list_model_get_item (yz_session_get_jobs (fixture->session), 0);
  g_assert_nonnull (job);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_activate_action (dialog, "window.close", NULL);
  g_assert_true (g_cancellable_is_cancelled (yz_job_get_cancellable (job)));
  yz_test_wait_until (has_no_jobs, fixture->session);
}

/* Without its records it is of no use. */
static void
test_reading_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) station = fixture_add (fixture, &yz_station_kind, "name", "石鼓驿站", NULL);
  const char *ids[] = { yz_record_get_id (station), NULL };
  g_autoptr (YzJob) job = NULL;
  GtkWidget *dialog;

  fixture_show (fixture, gtk_label_new (""));
  dialog = yz_bulk_dialog_new (GTK_WINDOW (fixture->window), fixture->session, &yz_station_kind, ids);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  job = g_list_model_get_item (yz_session_get_jobs (fixture->session), 0);
  yz_job_cancel (job);
  while (dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  fixture_test ("/display/bulk-dialog/preview-and-apply", test_preview_and_apply);
  fixture_test ("/display/bulk-dialog/elements", test_elements);
  fixture_test ("/display/bulk-dialog/usual-value", test_usual_value);
  fixture_test ("/display/bulk-dialog/every-field", test_every_field);
  fixture_test ("/display/bulk-dialog/closed-while-reading", test_closed_while_reading);
  fixture_test ("/display/bulk-dialog/reading-fails", test_reading_fails);
  return g_test_run ();
}

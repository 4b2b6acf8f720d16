#include "session-fixture.h"

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (yz_session_open_finish (YZ_SESSION (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static YzRecord *
add_station (Fixture *fixture, const char *name)
{
  g_autoptr (YzRecord) station = yz_session_new_record (fixture->session, &yz_station_kind);
  YzEdit *edit = yz_edit_new ("Add");

  yz_record_set_text (station, "name", name);
  yz_edit_create (edit, station);
  fixture_apply (fixture, edit);
  return fixture_reload (fixture, station);
}

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzIdFactory) ids = NULL;
  g_autofree char *path = NULL;
  gboolean opened = FALSE;

  fixture->folder = yz_test_folder_new ();
  fixture->clock = yz_test_clock_new ();
  ids = yz_id_factory_new_seeded (fixture->clock, 1);
  fixture->session = yz_session_new (fixture->clock, ids);
  path = g_build_filename (fixture->folder, "晴川.yizhan", NULL);
  yz_session_open_async (fixture->session, path, YZ_STORE_CREATE, on_opened, &opened);
  yz_test_wait (&opened);
  fixture->first = add_station (fixture, "石鼓驿站");
  fixture->second = add_station (fixture, "桥陇驿站");
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_true (yz_session_close (fixture->session, NULL));
  g_clear_object (&fixture->first);
  g_clear_object (&fixture->second);
  g_clear_object (&fixture->session);
  g_clear_object (&fixture->clock);
  yz_test_folder_free (fixture->folder);
}

YzRecord *
fixture_reload (Fixture *fixture, YzRecord *record)
{
  g_autoptr (GError) error = NULL;
  YzRecord *loaded = yz_store_load (yz_session_get_store (fixture->session), yz_record_get_kind (record),
                                    yz_record_get_id (record), &error);

  g_assert_no_error (error);
  return loaded;
}

static void
on_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = yz_session_apply_finish (YZ_SESSION (source), result, &error);

  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

void
fixture_apply (Fixture *fixture, YzEdit *edit)
{
  gboolean applied = FALSE;

  yz_session_apply_async (fixture->session, edit, on_applied, &applied);
  yz_test_wait (&applied);
  g_object_unref (edit);
}

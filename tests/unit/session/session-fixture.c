#include "session-fixture.h"

#include <time.h>

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

typedef struct
{
  char **ids;
  gboolean done;
} Loaded;

static void
on_ids_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  Loaded *loaded = data;

  loaded->ids = yz_listing_load_selected_ids_finish (YZ_LISTING (source), result, &error);
  g_assert_no_error (error);
  loaded->done = TRUE;
}

char **
fixture_load_selected_ids (YzListing *listing)
{
  Loaded loaded = { 0 };

  yz_listing_load_selected_ids_async (listing, on_ids_loaded, &loaded);
  yz_test_wait (&loaded.done);
  return loaded.ids;
}

static gint64
read_clock (clockid_t clock)
{
  struct timespec time = { 0 };

  g_assert_cmpint (clock_gettime (clock, &time), ==, 0);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

Effort
fixture_measure_effort (void)
{
  return (Effort){ read_clock (CLOCK_THREAD_CPUTIME_ID), read_clock (CLOCK_PROCESS_CPUTIME_ID) };
}

void
fixture_assert_done_elsewhere (Effort before)
{
  Effort now = fixture_measure_effort ();

  g_test_message ("%" G_GINT64_FORMAT " of %" G_GINT64_FORMAT " us on this thread", now.thread - before.thread,
                  now.process - before.process);
  g_assert_cmpint (2 * (now.thread - before.thread), <, now.process - before.process);
}

#include "store-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

/* 2026-11-20T08:00:00Z */
#define NOW G_GINT64_CONSTANT (1795161600000)

static void
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->store = yz_store_open (fixture->path, YZ_STORE_CREATE, fixture->clock, fixture->ids, &error);
  g_assert_no_error (error);
}

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("yizhan-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "驿站.yizhan", NULL);
  fixture->clock = yz_clock_new_at (NOW);
  fixture->ids = yz_id_factory_new_seeded (fixture->clock, 1);
  open_store (fixture);
}

static void
delete_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        delete_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->store != NULL)
    yz_store_close (fixture->store, NULL);
  g_clear_object (&fixture->store);
  g_clear_object (&fixture->ids);
  g_clear_object (&fixture->clock);
  delete_folder (fixture->folder);
  g_clear_pointer (&fixture->path, g_free);
  g_clear_pointer (&fixture->folder, g_free);
}

void
fixture_reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  yz_store_close (fixture->store, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->store);
  open_store (fixture);
}

YzRecord *
fixture_make_station (Fixture *fixture, const char *name)
{
  g_autofree char *id = yz_id_factory_next (fixture->ids);
  YzRecord *station = yz_record_new (&yz_station_kind, id);

  yz_record_set_text (station, "name", name);
  return station;
}

void
fixture_apply (Fixture *fixture, YzEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = yz_store_apply (fixture->store, edit, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (action);
  g_object_unref (edit);
}

YzRecord *
fixture_add_station (Fixture *fixture, const char *name)
{
  YzRecord *station = fixture_make_station (fixture, name);
  YzEdit *edit = yz_edit_new ("Add station");

  yz_edit_create (edit, station);
  fixture_apply (fixture, edit);
  return station;
}

static YzRecord *
load_station (Fixture *fixture, const char *id)
{
  g_autoptr (GError) error = NULL;
  YzRecord *station = yz_store_load (fixture->store, &yz_station_kind, id, &error);

  g_assert_no_error (error);
  return station;
}

void
fixture_set (Fixture *fixture, const char *id, const char *field, const char *text)
{
  g_autoptr (YzRecord) station = load_station (fixture, id);
  g_autoptr (YzRecord) after = yz_record_copy (station);
  g_autofree char *label = g_strdup_printf ("Set %s", field);
  YzEdit *edit = yz_edit_new (label);

  g_assert_true (yz_record_parse (after, field, text, NULL));
  yz_edit_update (edit, station, after);
  fixture_apply (fixture, edit);
}

char *
fixture_get (Fixture *fixture, const char *id, const char *field)
{
  g_autoptr (YzRecord) station = load_station (fixture, id);

  return yz_field_format (yz_kind_find_field (&yz_station_kind, field), yz_record_get (station, field));
}

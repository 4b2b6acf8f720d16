#include "session-fixture.h"

#include <string.h>

#include "yz-blob.h"
#include "yz-photo-date.h"
#include "yz-photos.h"
#include "yz-station-life.h"

/* A JPEG with nothing but an EXIF block: little-endian TIFF, one directory, that points to DateTimeOriginal. */
#define EXIF_HEAD                                                                                                      \
  "\xff\xd8\xff\xe1\x00\x48"                                                                                           \
  "Exif\0\0"                                                                                                           \
  "II*\0\x08\0\0\0"
#define EXIF_TAGS                                                                                                      \
  "\x01\0"                                                                                                             \
  "\x69\x87\x04\0\x01\0\0\0\x1a\0\0\0"                                                                                 \
  "\0\0\0\0"                                                                                                           \
  "\x01\0"                                                                                                             \
  "\x03\x90\x02\0\x14\0\0\0\x2c\0\0\0"                                                                                 \
  "\0\0\0\0"
#define EXIF_DATE "2025:03:09 14:26:03\0"

static char *
write_file (Fixture *fixture, const char *name, const char *bytes, gsize size)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, (gssize) size, &error);
  g_assert_no_error (error);
  return g_filename_to_uri (path, NULL, NULL);
}

static char *
write_picture (Fixture *fixture, const char *name)
{
  g_autofree char *bytes = g_strconcat ("\xff\xd8\xff\xe0", name, NULL);

  return write_file (fixture, name, bytes, strlen (bytes));
}

typedef struct
{
  gboolean done;
  char **refused;
  GError *error;
} Answer;

static void
answer_clear (Answer *answer)
{
  g_clear_pointer (&answer->refused, g_strfreev);
  g_clear_error (&answer->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

static void
on_added (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->refused = yz_photos_add_finish (YZ_PHOTOS (source), result, &answer->error);
  answer->done = TRUE;
}

static YzPhotos *
make_photos (Fixture *fixture)
{
  YzPhotos *photos = yz_photos_new (fixture->session);

  yz_photos_set_station (photos, yz_record_get_id (fixture->first));
  return photos;
}

static void
add (YzPhotos *photos, const char *const *uris)
{
  g_auto (Answer) answer = { 0 };

  yz_photos_add_async (photos, uris, on_added, &answer);
  yz_test_wait (&answer.done);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (g_strv_length (answer.refused), ==, 0);
}

static guint
count (YzPhotos *photos)
{
  return g_list_model_get_n_items (G_LIST_MODEL (photos));
}

static gboolean
has_one (gpointer photos)
{
  return count (photos) == 1;
}

static gboolean
has_none (gpointer photos)
{
  return count (photos) == 0;
}

static void
test_add_is_one_action (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzPhotos) photos = make_photos (fixture);
  g_autofree char *door = write_picture (fixture, "门头.jpg");
  g_autofree char *room = write_picture (fixture, "室内.jpg");
  g_autofree char *paper = write_file (fixture, "协议.pdf", "%PDF-1.4", 8);
  const char *uris[] = { door, room, paper, NULL };
  g_autoptr (YzRecord) photo = NULL;
  g_autoptr (GBytes) bytes = NULL;

  add (photos, uris);
  g_assert_cmpuint (count (photos), ==, 3);
  photo = g_list_model_get_item (G_LIST_MODEL (photos), 0);
  g_assert_cmpstr (yz_record_get_title (photo), ==, "门头.jpg");
  g_assert_cmpstr (yz_record_get_text (photo, "content_type"), ==, "image/jpeg");
  g_assert_null (yz_record_get (photo, "taken"));
  bytes = yz_store_get_blob (yz_session_get_store (fixture->session), yz_record_get_text (photo, "sha256"), NULL);
  g_assert_cmpint (g_variant_get_int64 (yz_record_get (photo, "size")), ==, (gint64) g_bytes_get_size (bytes));
  g_assert_cmpstr (yz_session_get_undo_action (fixture->session)->label, ==, "Add photos");
  g_assert_cmpstr (yz_session_get_undo_action (fixture->session)->subject, ==, "石鼓驿站");

  yz_session_undo (fixture->session);
  yz_test_wait_until (has_none, photos);
}

static void
test_list_follows_the_station (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzPhotos) photos = make_photos (fixture);
  g_autofree char *door = write_picture (fixture, "门头.jpg");
  const char *uris[] = { door, NULL };
  g_autoptr (YzRecord) photo = NULL;

  add (photos, uris);
  photo = g_list_model_get_item (G_LIST_MODEL (photos), 0);
  g_assert_cmpuint (yz_photos_find (photos, yz_record_get_id (photo)), ==, 0);

  yz_photos_set_station (photos, yz_record_get_id (fixture->second));
  g_assert_cmpuint (count (photos), ==, 0);
  g_assert_cmpuint (yz_photos_find (photos, yz_record_get_id (photo)), ==, G_MAXUINT);
  yz_photos_set_station (photos, NULL);
  g_assert_cmpuint (count (photos), ==, 0);
  yz_photos_set_station (photos, yz_record_get_id (fixture->first));
  g_assert_cmpuint (count (photos), ==, 1);
}

static void
test_refused_files_are_named (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzPhotos) photos = make_photos (fixture);
  g_autofree char *door = write_picture (fixture, "门头.jpg");
  g_autofree char *program = write_file (fixture, "恶意.jpg", "MZ\x90", 3);
  g_autofree char *folder = g_filename_to_uri (fixture->folder, NULL, NULL);
  const char *uris[] = { program, door, folder, "file:///nowhere/at-all.png", "file:///dev/zero", NULL };
  g_auto (Answer) answer = { 0 };

  yz_photos_add_async (photos, uris, on_added, &answer);
  yz_test_wait (&answer.done);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (g_strv_length (answer.refused), ==, 4);
  g_assert_true (g_str_has_prefix (answer.refused[0], "恶意.jpg: "));
  g_assert_true (g_str_has_prefix (answer.refused[2], "at-all.png: "));
  g_assert_cmpuint (count (photos), ==, 1);
}

static void
test_cancel_adds_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzPhotos) photos = make_photos (fixture);
  g_autofree char *door = write_picture (fixture, "门头.jpg");
  const char *uris[] = { door, door, door, NULL };
  g_autoptr (YzJob) job = NULL;
  g_auto (Answer) answer = { 0 };

  yz_photos_add_async (photos, uris, on_added, &answer);
  job = g_list_model_get_item (yz_session_get_jobs (fixture->session), 0);
  yz_job_cancel (job);
  yz_test_wait (&answer.done);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (answer.refused);
  g_assert_cmpuint (g_list_model_get_n_items (yz_session_get_jobs (fixture->session)), ==, 0);
  g_assert_cmpuint (count (photos), ==, 0);
}

/* The station was taken away while the files were read. */
static void
test_refused_edit_is_an_error (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzPhotos) photos = yz_photos_new (fixture->session);
  g_autofree char *door = write_picture (fixture, "门头.jpg");
  const char *uris[] = { door, NULL };
  g_auto (Answer) answer = { 0 };

  yz_photos_set_station (photos, "00000000-0000-7000-8000-000000000000");
  yz_photos_add_async (photos, uris, on_added, &answer);
  yz_test_wait (&answer.done);
  g_assert_true (answer.error != NULL && answer.error->domain == YZ_STORE_ERROR);
  g_assert_null (answer.refused);
}

static void
test_remove_and_caption (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzPhotos) photos = make_photos (fixture);
  g_autofree char *door = write_picture (fixture, "门头.jpg");
  g_autofree char *room = write_picture (fixture, "室内.jpg");
  const char *uris[] = { door, room, NULL };
  g_autoptr (YzRecord) first = NULL;
  g_autoptr (YzRecord) second = NULL;
  g_autoptr (YzRecord) captioned = NULL;

  add (photos, uris);
  first = g_list_model_get_item (G_LIST_MODEL (photos), 0);
  second = g_list_model_get_item (G_LIST_MODEL (photos), 1);
  yz_photos_set_caption (photos, second, "从街上看");
  yz_photos_set_caption (photos, first, "");
  yz_photos_remove (photos, first);
  yz_test_wait_until (has_one, photos);
  captioned = g_list_model_get_item (G_LIST_MODEL (photos), 0);
  g_assert_cmpstr (yz_record_get_text (captioned, "note"), ==, "从街上看");
}

static void
test_merge_takes_the_photos_along (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzPhotos) photos = make_photos (fixture);
  g_autofree char *door = write_picture (fixture, "门头.jpg");
  const char *uris[] = { door, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (YzPhotos) others = NULL;
  YzEdit *edit;

  add (photos, uris);
  edit = yz_station_make_merge (yz_session_get_store (fixture->session), fixture->first, fixture->second, &error);
  g_assert_no_error (error);
  fixture_apply (fixture, edit);

  others = yz_photos_new (fixture->session);
  yz_photos_set_station (others, yz_record_get_id (fixture->second));
  g_assert_cmpuint (count (others), ==, 1);
  g_assert_cmpuint (count (photos), ==, 0);
  yz_session_undo (fixture->session);
  yz_test_wait_until (has_one, photos);
  g_assert_cmpuint (count (others), ==, 0);
}

static void
test_date_is_read_from_exif (Fixture *fixture, gconstpointer data)
{
  static const char camera[] = EXIF_HEAD EXIF_TAGS EXIF_DATE;
  g_autoptr (YzPhotos) photos = make_photos (fixture);
  g_autofree char *uri = write_file (fixture, "IMG_0001.jpg", camera, sizeof camera - 1);
  const char *uris[] = { uri, NULL };
  g_autoptr (YzRecord) photo = NULL;

  add (photos, uris);
  photo = g_list_model_get_item (G_LIST_MODEL (photos), 0);
  g_assert_cmpstr (yz_record_get_text (photo, "taken"), ==, "2025-03-09");
}

/* Cut short anywhere, or with a date that is none: no date, no crash. */
static void
test_damaged_exif_has_no_date (void)
{
  static const char camera[] = EXIF_HEAD EXIF_TAGS EXIF_DATE;
  static const char zeros[] = EXIF_HEAD EXIF_TAGS "0000:00:00 00:00:00\0";
  g_autoptr (GBytes) unknown = g_bytes_new_static (zeros, sizeof zeros - 1);

  g_assert_null (yz_photo_read_date (unknown));
  for (gsize size = 0; size < sizeof camera - 20; size++)
    {
      g_autofree char *copy = g_memdup2 (camera, size);
      g_autoptr (GBytes) bytes = g_bytes_new_static (copy, size);

      g_assert_null (yz_photo_read_date (bytes));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/session/photos/add-is-one-action", test_add_is_one_action);
  fixture_add ("/session/photos/list-follows-the-station", test_list_follows_the_station);
  fixture_add ("/session/photos/refused-files-are-named", test_refused_files_are_named);
  fixture_add ("/session/photos/cancel-adds-nothing", test_cancel_adds_nothing);
  fixture_add ("/session/photos/refused-edit-is-an-error", test_refused_edit_is_an_error);
  fixture_add ("/session/photos/remove-and-caption", test_remove_and_caption);
  fixture_add ("/session/photos/merge-takes-the-photos-along", test_merge_takes_the_photos_along);
  fixture_add ("/session/photos/date-is-read-from-exif", test_date_is_read_from_exif);
  g_test_add_func ("/session/photos/damaged-exif-has-no-date", test_damaged_exif_has_no_date);

  return g_test_run ();
}

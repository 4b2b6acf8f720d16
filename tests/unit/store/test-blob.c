#include "store-fixture.h"

#include <gio/gio.h>
#include <string.h>

#include "yz-blob.h"
#include "yz-model-error.h"

#define DAY_MS (G_GINT64_CONSTANT (24) * 3600 * 1000)
#define PICTURE "\xff\xd8\xff\xe0 a picture of the door"

static GBytes *
picture (void)
{
  return g_bytes_new_static (PICTURE, strlen (PICTURE));
}

static char *
put (Fixture *fixture, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  char *sha256 = yz_store_put_blob (fixture->store, bytes, NULL, &error);

  g_assert_no_error (error);
  return sha256;
}

static gboolean
has (Fixture *fixture, const char *sha256)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = yz_store_get_blob (fixture->store, sha256, &error);

  if (bytes == NULL)
    g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND);
  return bytes != NULL;
}

static YzRecord *
attach (Fixture *fixture, const char *sha256)
{
  g_autofree char *id = yz_id_factory_next (fixture->ids);
  YzRecord *attachment = yz_record_new (&yz_attachment_kind, id);
  YzEdit *edit = yz_edit_new ("Add photo");

  yz_record_set_text (attachment, "name", "门头.jpg");
  yz_record_set_text (attachment, "content_type", "image/jpeg");
  yz_record_set_text (attachment, "sha256", sha256);
  yz_edit_create (edit, attachment);
  fixture_apply (fixture, edit);
  return attachment;
}

static void
reopen_after (Fixture *fixture, gint64 days)
{
  yz_clock_set_now (fixture->clock, yz_clock_get_now (fixture->clock) + days * DAY_MS);
  /* a workspace in which nothing was done is left alone */
  g_object_unref (fixture_add_station (fixture, "甲"));
  fixture_reopen (fixture);
}

static void
assert_findings (Fixture *fixture, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = yz_store_check (fixture->store, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, expected != NULL ? 1 : 0);
  if (expected != NULL)
    g_assert_nonnull (strstr (g_ptr_array_index (findings, 0), expected));
}

static void
test_recognise (void)
{
  static const struct
  {
    const char *bytes;
    gsize size;
    const char *type;
  } cases[] = {
    { "\xff\xd8\xff\xe1", 4, "image/jpeg" },
    { "\xff\xd8", 2, NULL },
    { "\x89PNG\r\n\x1a\n....", 12, "image/png" },
    { "\x89PNG\r\n", 6, NULL },
    { "RIFF\0\0\0\0WEBPVP8 ", 16, "image/webp" },
    { "RIFF\0\0\0\0WAVEfmt ", 16, NULL },
    { "RIFF\0\0\0\0WEB", 11, NULL },
    { "%PDF-1.7", 8, "application/pdf" },
    { "<svg xmlns='http://www.w3.org/2000/svg'/>", 41, NULL },
    { "", 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].bytes, cases[i].size);
      g_autoptr (GError) error = NULL;

      g_assert_cmpstr (yz_blob_recognise (bytes, &error), ==, cases[i].type);
      if (cases[i].type == NULL)
        g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID);
    }
}

static void
test_size_is_limited (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *largest = g_malloc0 (YZ_BLOB_MAX_SIZE + 1);
  g_autoptr (GBytes) fits = NULL;
  g_autoptr (GBytes) too_large = NULL;
  g_autofree char *sha256 = NULL;

  memcpy (largest, PICTURE, strlen (PICTURE));
  fits = g_bytes_new_static (largest, YZ_BLOB_MAX_SIZE);
  too_large = g_bytes_new_static (largest, YZ_BLOB_MAX_SIZE + 1);

  sha256 = put (fixture, fits);
  g_assert_true (has (fixture, sha256));
  g_assert_null (yz_store_put_blob (fixture->store, too_large, NULL, &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_RANGE);
}

static void
test_same_bytes_are_one_blob (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = picture ();
  g_autoptr (GBytes) read = NULL;
  g_autofree char *first = put (fixture, bytes);
  g_autofree char *second = put (fixture, bytes);
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  g_assert_cmpstr (first, ==, sum);
  g_assert_cmpstr (second, ==, sum);
  fixture_reopen (fixture);
  read = yz_store_get_blob (fixture->store, sum, NULL);
  g_assert_true (g_bytes_equal (read, bytes));
}

static void
test_closed_and_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = picture ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (yz_store_put_blob (fixture->store, bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  yz_store_close (fixture->store, NULL);
  g_assert_null (yz_store_put_blob (fixture->store, bytes, NULL, &error));
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_FAILED);
}

static void
test_loose_bytes_go_after_90_days (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = picture ();
  g_autofree char *sha256 = put (fixture, bytes);

  reopen_after (fixture, YZ_TRASH_DAYS);
  g_assert_true (has (fixture, sha256));
  /* put again: somebody is about to refer to it */
  g_free (put (fixture, bytes));
  reopen_after (fixture, YZ_TRASH_DAYS);
  g_assert_true (has (fixture, sha256));
  reopen_after (fixture, 1);
  g_assert_false (has (fixture, sha256));
}

static void
test_bytes_outlast_undo_and_trash (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = picture ();
  g_autofree char *sha256 = put (fixture, bytes);
  g_autoptr (YzRecord) attachment = attach (fixture, sha256);
  YzEdit *edit = yz_edit_new ("Move to trash");

  reopen_after (fixture, 3 * YZ_TRASH_DAYS);
  g_assert_true (has (fixture, sha256));

  yz_edit_delete (edit, attachment);
  fixture_apply (fixture, edit);
  reopen_after (fixture, YZ_TRASH_DAYS - 1);
  g_assert_true (has (fixture, sha256));
  assert_findings (fixture, NULL);

  reopen_after (fixture, 2);
  g_assert_false (has (fixture, sha256));
  assert_findings (fixture, NULL);
}

static void
test_undo_takes_the_attachment_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = picture ();
  g_autofree char *sha256 = put (fixture, bytes);
  g_autoptr (YzRecord) attachment = attach (fixture, sha256);
  g_autoptr (GError) error = NULL;
  g_autoptr (YzRecord) gone = NULL;
  g_autoptr (YzRecord) back = NULL;

  yz_action_free (yz_store_undo (fixture->store, 0, NULL, &error));
  g_assert_no_error (error);
  gone = yz_store_load (fixture->store, &yz_attachment_kind, yz_record_get_id (attachment), NULL);
  g_assert_null (gone);
  g_assert_true (has (fixture, sha256));

  yz_action_free (yz_store_redo (fixture->store, NULL, &error));
  g_assert_no_error (error);
  back = yz_store_load (fixture->store, &yz_attachment_kind, yz_record_get_id (attachment), NULL);
  g_assert_nonnull (back);
}

static void
test_check_finds_missing_bytes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "never put", -1);
  g_autoptr (YzRecord) attachment = attach (fixture, sha256);

  assert_findings (fixture, yz_record_get_id (attachment));
}

/* Turns one byte of the picture in the file. SQLite's own check does not see that. */
static void
damage_picture (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;
  char *place;

  yz_store_close (fixture->store, NULL);
  g_file_get_contents (fixture->path, &contents, &length, &error);
  g_assert_no_error (error);
  place = memmem (contents, length, PICTURE, strlen (PICTURE));
  g_assert_nonnull (place);
  place[8] ^= 1;
  g_file_set_contents (fixture->path, contents, (gssize) length, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->store);
  fixture->store = yz_store_open (fixture->path, YZ_STORE_NONE, fixture->clock, fixture->ids, &error);
  g_assert_no_error (error);
}

static void
test_check_finds_damage (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = picture ();
  g_autofree char *sha256 = put (fixture, bytes);

  g_object_unref (attach (fixture, sha256));
  assert_findings (fixture, NULL);
  damage_picture (fixture);
  assert_findings (fixture, sha256);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/blob/recognise", test_recognise);
  fixture_add ("/store/blob/size-is-limited", test_size_is_limited);
  fixture_add ("/store/blob/same-bytes-are-one-blob", test_same_bytes_are_one_blob);
  fixture_add ("/store/blob/closed-and-cancelled", test_closed_and_cancelled);
  fixture_add ("/store/blob/loose-bytes-go-after-90-days", test_loose_bytes_go_after_90_days);
  fixture_add ("/store/blob/bytes-outlast-undo-and-trash", test_bytes_outlast_undo_and_trash);
  fixture_add ("/store/blob/undo-takes-the-attachment-only", test_undo_takes_the_attachment_only);
  fixture_add ("/store/blob/check-finds-missing-bytes", test_check_finds_missing_bytes);
  fixture_add ("/store/blob/check-finds-damage", test_check_finds_damage);

  return g_test_run ();
}

#include "config.h"

#include "yz-guide-photos.h"

#include "yz-blob.h"
#include "yz-kinds.h"
#include "yz-store-columns.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

/* Dots of the longer side: 300 an inch on 5 cm, which is more than a card gives a photo. */
#define LONGEST 600
#define QUALITY "85"

/* Attachments come in the order in which they were added: the first photo of a station stays. */
static void
on_attachment (gint64 row, const YzColumn *columns, gpointer data)
{
  GHashTable *photos = data;

  if (columns[0].empty || columns[1].empty || columns[2].empty || !g_str_has_prefix (columns[2].text, "image/"))
    return;
  if (!g_hash_table_contains (photos, columns[0].text))
    g_hash_table_insert (photos, g_strdup (columns[0].text), g_strdup (columns[1].text));
}

static GHashTable *
find_photos (YzStore *store, GCancellable *cancellable, GError **error)
{
  static const char *const columns[] = { "station", "sha256", "content_type", NULL };
  g_autoptr (GHashTable) photos = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (YzQuery) query = yz_query_new (&yz_attachment_kind);

  if (!yz_store_read_columns (store, query, columns, on_attachment, photos, cancellable, error))
    return NULL;
  return g_steal_pointer (&photos);
}

static void
on_size (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  int longer = MAX (width, height);

  if (longer > LONGEST)
    gdk_pixbuf_loader_set_size (loader, MAX (1, width * LONGEST / longer), MAX (1, height * LONGEST / longer));
}

/* A telephone's photo is a thousand times the dots of its place on paper. What cannot be read is left as it is. */
static GBytes *
shrink (GBytes *file)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr (GdkPixbuf) upright = NULL;
  char *jpeg;
  gsize length;
  gboolean read;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size), NULL);
  read = gdk_pixbuf_loader_write_bytes (loader, file, NULL);
  read = gdk_pixbuf_loader_close (loader, NULL) && read;
  if (!read || gdk_pixbuf_loader_get_pixbuf (loader) == NULL)
    return g_bytes_ref (file);
  upright = gdk_pixbuf_apply_embedded_orientation (gdk_pixbuf_loader_get_pixbuf (loader));
  if (!gdk_pixbuf_save_to_buffer (upright, &jpeg, &length, "jpeg", NULL, "quality", QUALITY, NULL))
    return g_bytes_ref (file);
  return g_bytes_new_take (jpeg, length);
}

GBytes *
yz_guide_photo_read (YzStore *store, const char *sha256, GError **error)
{
  g_autoptr (GBytes) file = yz_store_get_blob (store, sha256, error);

  return file != NULL ? shrink (file) : NULL;
}

gboolean
yz_guide_photos_load (YzStore *store, YzGuideContent *content, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) photos = find_photos (store, cancellable, error);

  if (photos == NULL)
    return FALSE;
  for (guint i = 0; i < content->stations->len; i++)
    {
      YzGuideStation *station = g_ptr_array_index (content->stations, i);
      const char *sha256 = g_hash_table_lookup (photos, station->id);

      if (sha256 == NULL)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      station->photo = yz_guide_photo_read (store, sha256, error);
      if (station->photo == NULL)
        return FALSE;
    }
  return TRUE;
}

#include "config.h"

#include "yz-file.h"

/* Closing a stream that is cancelled drops what was written beside the file instead of putting it in its place. */
static void
drop (GFileOutputStream *stream)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (G_OUTPUT_STREAM (stream), cancelled, NULL);
}

gboolean
yz_file_save (GFile *file, const void *data, gsize length, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileOutputStream)
    stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, cancellable, error);
  g_autofree char *name = NULL;

  if (stream == NULL)
    return FALSE;
  if (g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, length, NULL, cancellable, error) &&
      g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error))
    return TRUE;
  drop (stream);
  name = g_file_get_parse_name (file);
  g_prefix_error (error, "%s: ", name);
  return FALSE;
}

/* Files that are whole or not there. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * yz_file_save:
 * @length: of @data in bytes
 *
 * Writes a file, or leaves what is there. (When the disk is full, g_file_replace_contents() puts half a file in its
 * place.)
 *
 * Returns: %FALSE with a %G_IO_ERROR that names the file
 */
gboolean yz_file_save (GFile *file, const void *data, gsize length, GCancellable *cancellable, GError **error);

G_END_DECLS

#include "config.h"

#include "yz-photo-date.h"

#include <libexif/exif-data.h>

#include "yz-value-text.h"

char *
yz_photo_read_date (GBytes *bytes)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  ExifData *exif = exif_data_new_from_data (data, (guint) size);
  ExifEntry *entry = exif != NULL ? exif_data_get_entry (exif, EXIF_TAG_DATE_TIME_ORIGINAL) : NULL;
  char *date = NULL;

  /* "2026:11:20 14:26:03"; some cameras write blanks or zeros for "not known" */
  if (entry != NULL && entry->format == EXIF_FORMAT_ASCII && entry->size >= 10)
    {
      g_autofree char *day = g_strndup ((const char *) entry->data, 10);

      date = yz_value_parse_date (g_strdelimit (day, ":", '-'));
    }
  g_clear_pointer (&exif, exif_data_unref);
  return date;
}

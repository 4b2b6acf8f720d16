/* Sort keys. A collator is made once for each connection: it is not to be shared by threads. */
#include "config.h"

#include "yz-collator.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

/* Texts that differ only after that many characters are in the order in which they were written down. */
#define MAX_UNITS 64

/* More texts than a country has districts; long ones are hardly ever the same. */
#define MAX_KEPT 4096
#define MAX_KEPT_LENGTH 32

struct _YzCollator
{
  UCollator *collator;
  GHashTable *kept; /* text → GBytes */
};

YzCollator *
yz_collator_new (void)
{
  UErrorCode code = U_ZERO_ERROR;
  YzCollator *self = g_new0 (YzCollator, 1);

  self->collator = ucol_open ("zh@collation=pinyin", &code);
  if (self->collator != NULL)
    ucol_setStrength (self->collator, UCOL_PRIMARY);
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  return self;
}

void
yz_collator_free (YzCollator *self)
{
  g_clear_pointer (&self->kept, g_hash_table_unref);
  g_clear_pointer (&self->collator, ucol_close);
  g_free (self);
}

char *
yz_collator_get_version (YzCollator *self)
{
  UVersionInfo version = { 0 };

  if (self->collator != NULL)
    ucol_getVersion (self->collator, version);
  return g_strdup_printf ("%u.%u.%u.%u", version[0], version[1], version[2], version[3]);
}

gsize
yz_collator_get_key (YzCollator *self, const char *text, gsize length, guchar *key, gsize size)
{
  UErrorCode code = U_ZERO_ERROR;
  UChar units[MAX_UNITS];
  gint32 n_units = 0;
  gint32 n_bytes;

  if (self->collator == NULL)
    return 0;
  u_strFromUTF8 (units, MAX_UNITS, &n_units, text, (gint32) length, &code);
  if (U_FAILURE (code) && code != U_BUFFER_OVERFLOW_ERROR)
    return 0;
  n_bytes = ucol_getSortKey (self->collator, units, MIN (n_units, MAX_UNITS), key, (gint32) size);
  return MIN ((gsize) n_bytes, size);
}

gsize
yz_collator_recall_key (YzCollator *self, const char *text, gsize length, guchar *key, gsize size)
{
  GBytes *kept = length <= MAX_KEPT_LENGTH ? g_hash_table_lookup (self->kept, text) : NULL;
  gsize n_bytes;

  if (kept != NULL)
    {
      n_bytes = MIN (g_bytes_get_size (kept), size);
      memcpy (key, g_bytes_get_data (kept, NULL), n_bytes);
      return n_bytes;
    }
  n_bytes = yz_collator_get_key (self, text, length, key, size);
  if (length > MAX_KEPT_LENGTH)
    return n_bytes;
  if (g_hash_table_size (self->kept) >= MAX_KEPT)
    g_hash_table_remove_all (self->kept);
  g_hash_table_insert (self->kept, g_strdup (text), g_bytes_new (key, n_bytes));
  return n_bytes;
}

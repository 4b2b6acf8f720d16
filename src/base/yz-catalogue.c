/*
 * Reads the file that msgfmt writes ("The Format of GNU MO Files" in gettext's manual): numbers of 32 bits, little end
 * first; how many texts there are; where the table of msgids stands, in their order, and that of translations. A table
 * has a length and a place for each.
 */
#include "config.h"

#include "yz-catalogue.h"

#include "yz-locale.h"

#include <string.h>

#define MAGIC 0x950412de
#define N_TEXTS 8 /* places in the head of the file */
#define MSGIDS 12
#define TRANSLATIONS 16
#define HEAD 20
#define ENTRY 8 /* bytes of a table for a text */

typedef struct
{
  const char *data; /* %NULL where there are no translations */
  gsize size;
  guint32 n_texts;
} Catalogue;

static guint32
read_number (const char *data, gsize place)
{
  guint32 number;

  memcpy (&number, data + place, sizeof number);
  return GUINT32_FROM_LE (number);
}

static gboolean
has_table (const char *data, gsize size, gsize place)
{
  return (guint64) read_number (data, place) + (guint64) read_number (data, N_TEXTS) * ENTRY <= size;
}

static gboolean
is_catalogue (const char *data, gsize size)
{
  return size >= HEAD && read_number (data, 0) == MAGIC && has_table (data, size, MSGIDS) &&
         has_table (data, size, TRANSLATIONS);
}

/* Kept until the program ends, as gettext keeps its own. */
static Catalogue *
load_chinese (void)
{
  Catalogue *self = g_new0 (Catalogue, 1);
  g_autofree char *path =
    g_build_filename (yz_locale_get_folder (), "zh_CN", "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
  GMappedFile *file = g_mapped_file_new (path, FALSE, NULL);

  if (file == NULL)
    return self;
  self->size = g_mapped_file_get_length (file);
  if (!is_catalogue (g_mapped_file_get_contents (file), self->size))
    {
      g_mapped_file_unref (file);
      return self;
    }
  self->data = g_mapped_file_get_contents (file);
  self->n_texts = read_number (self->data, N_TEXTS);
  return self;
}

static const Catalogue *
get_chinese (void)
{
  static Catalogue *loaded;

  if (g_once_init_enter (&loaded))
    g_once_init_leave (&loaded, load_chinese ());
  return loaded;
}

/* Returns: (nullable): a text that ends within the file */
static const char *
get_text (const Catalogue *self, gsize table, guint32 index)
{
  gsize entry = read_number (self->data, table) + (gsize) index * ENTRY;
  guint64 length = read_number (self->data, entry), place = read_number (self->data, entry + sizeof (guint32));

  return place + length < self->size && self->data[place + length] == '\0' ? self->data + place : NULL;
}

const char *
yz_catalogue_say_chinese (const char *msgid)
{
  const Catalogue *self = get_chinese ();
  guint32 first = 0, end = self->n_texts;

  g_return_val_if_fail (msgid != NULL, NULL);
  if (*msgid == '\0') /* is that of the catalogue's own heading */
    return msgid;
  while (first < end)
    {
      guint32 middle = first + (end - first) / 2;
      const char *text = get_text (self, MSGIDS, middle);
      int order = text != NULL ? strcmp (msgid, text) : -1;

      if (order == 0)
        {
          const char *translation = get_text (self, TRANSLATIONS, middle);

          return translation != NULL && *translation != '\0' ? translation : msgid;
        }
      if (order < 0)
        end = middle;
      else
        first = middle + 1;
    }
  return msgid;
}

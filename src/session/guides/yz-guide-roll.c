#include "config.h"

#include "yz-guide-roll.h"

#include "yz-kinds.h"
#include "yz-store-columns.h"

/* As it was recorded: an edition, or that one was taken back. */
typedef struct
{
  YzGuideEdition *edition;
  char *takes_back; /* id, NULL for an edition */
  gboolean gone;
  gboolean numbering;
} Entry;

static YzGuideEdition *
edition_ref (YzGuideEdition *edition)
{
  return g_atomic_rc_box_acquire (edition);
}

static void
edition_clear (gpointer data)
{
  YzGuideEdition *edition = data;

  g_free (edition->id);
  g_free (edition->name);
  g_free (edition->document);
  g_free (edition->area);
  g_free (edition->date);
}

static void
edition_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, edition_clear);
}

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  edition_unref (entry->edition);
  g_free (entry->takes_back);
}

static void
on_edition (gint64 row, const YzColumn *columns, gpointer data)
{
  Entry entry = { g_atomic_rc_box_new0 (YzGuideEdition), g_strdup (columns[6].text), FALSE, TRUE };

  entry.edition->id = g_strdup (columns[0].text);
  entry.edition->number = (guint) columns[1].integer;
  entry.edition->name = g_strdup (columns[2].text);
  entry.edition->document = g_strdup (columns[3].text);
  entry.edition->area = g_strdup (columns[4].text);
  entry.edition->date = g_strdup (columns[5].text);
  g_array_append_val (data, entry);
}

/* Whether an edition that stood when @end was recorded had gone on from the numbers of the one at @index. */
static gboolean
is_built_upon (const GArray *entries, guint index, guint end)
{
  const Entry *entry = &g_array_index (entries, Entry, index);

  for (guint i = index + 1; i < end; i++)
    {
      const Entry *later = &g_array_index (entries, Entry, i);

      if (later->takes_back == NULL && !later->gone && g_strcmp0 (later->edition->area, entry->edition->area) == 0)
        return TRUE;
    }
  return FALSE;
}

/* In the order in which all was recorded: what was taken back again does not build upon anything. */
static void
settle (GArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *taker = &g_array_index (entries, Entry, i);

      for (guint k = 0; taker->takes_back != NULL && k < i; k++)
        {
          Entry *entry = &g_array_index (entries, Entry, k);

          if (entry->takes_back != NULL || entry->gone || !g_str_equal (entry->edition->id, taker->takes_back))
            continue;
          entry->gone = TRUE;
          entry->numbering = is_built_upon (entries, k, i);
        }
    }
}

YzGuideRoll *
yz_guide_roll_load (YzStore *store, const char *area, GCancellable *cancellable, GError **error)
{
  static const char *const columns[] = { "id", "number", "name", "document", "area", "date", "takes_back", NULL };
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (YzQuery) query = yz_query_new (&yz_edition_kind);
  YzGuideRoll *self;

  g_array_set_clear_func (entries, entry_clear);
  if (area != NULL)
    yz_query_add (query, "area", YZ_COMPARE_EQUAL, g_variant_new_string (area));
  if (!yz_store_read_columns (store, query, columns, on_edition, entries, cancellable, error))
    return NULL;
  settle (entries);
  self = g_new0 (YzGuideRoll, 1);
  self->standing = g_ptr_array_new_with_free_func (edition_unref);
  self->numbering = g_ptr_array_new_with_free_func (edition_unref);
  for (guint i = entries->len; i > 0; i--)
    {
      const Entry *entry = &g_array_index (entries, Entry, i - 1);

      if (entry->takes_back == NULL && !entry->gone)
        g_ptr_array_add (self->standing, edition_ref (entry->edition));
      if (entry->takes_back == NULL && entry->numbering)
        g_ptr_array_add (self->numbering, edition_ref (entry->edition));
    }
  return self;
}

void
yz_guide_roll_free (YzGuideRoll *self)
{
  g_ptr_array_unref (self->standing);
  g_ptr_array_unref (self->numbering);
  g_free (self);
}

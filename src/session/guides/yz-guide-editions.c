#include "config.h"

#include "yz-guide-editions.h"

#include "yz-document-kind.h"
#include "yz-guide-before.h"
#include "yz-guide-changes.h"
#include "yz-guide-roll.h"
#include "yz-kinds.h"
#include "yz-store-columns.h"

#include <glib/gi18n-lib.h>

GPtrArray *
yz_guide_editions_load (YzStore *store, const char *area, GCancellable *cancellable, GError **error)
{
  g_autoptr (YzGuideRoll) roll = yz_guide_roll_load (store, area, cancellable, error);

  return roll != NULL ? g_ptr_array_ref (roll->standing) : NULL;
}

/* The numbers that stations have or once had: station → number, and the highest of all. */
typedef struct
{
  GHashTable *of_station;
  guint highest;
} Numbers;

static void
on_number (gint64 row, const YzColumn *columns, gpointer data)
{
  Numbers *numbers = data;
  guint number = (guint) columns[1].integer;

  if (number == 0)
    return;
  g_hash_table_insert (numbers->of_station, g_strdup (columns[0].text), GUINT_TO_POINTER (number));
  numbers->highest = MAX (numbers->highest, number);
}

static gboolean
load_numbers (YzStore *store, GPtrArray *editions, Numbers *numbers, GCancellable *cancellable, GError **error)
{
  static const char *const columns[] = { "station", "number", NULL };

  /* the oldest first, so that the newest decides */
  for (guint i = editions->len; i > 0; i--)
    {
      const YzGuideEdition *edition = g_ptr_array_index (editions, i - 1);
      g_autoptr (YzQuery) query = yz_query_new (&yz_edition_station_kind);

      yz_query_add (query, "edition", YZ_COMPARE_EQUAL, g_variant_new_string (edition->id));
      if (!yz_store_read_columns (store, query, columns, on_number, numbers, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

/* Those without a number come last. */
static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint left = (*(YzGuideStation *const *) a)->number - 1, right = (*(YzGuideStation *const *) b)->number - 1;

  return (left > right) - (left < right);
}

/* @proposed: whether stations that have no number yet get the next ones */
static gboolean
number_stations (YzStore *store, YzGuideContent *content, GPtrArray *editions, gboolean proposed,
                 GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) of_station = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Numbers numbers = { of_station, 0 };

  if (!load_numbers (store, editions, &numbers, cancellable, error))
    return FALSE;
  for (guint i = 0; i < content->stations->len; i++)
    {
      YzGuideStation *station = g_ptr_array_index (content->stations, i);

      station->number = GPOINTER_TO_UINT (g_hash_table_lookup (of_station, station->id));
      if (station->number == 0 && proposed)
        station->number = ++numbers.highest;
    }
  g_ptr_array_sort (content->stations, compare_numbers);
  for (guint i = 0; content->neighbours != NULL && i < content->neighbours->len; i++)
    {
      YzGuideStation *station = g_ptr_array_index (content->neighbours, i);

      station->number = GPOINTER_TO_UINT (g_hash_table_lookup (of_station, station->id));
    }
  return TRUE;
}

static gboolean
is_meant (const YzGuideEdition *edition, const char *text)
{
  g_autofree char *number = g_strdup_printf ("%u", edition->number);

  return g_str_equal (text, number) || g_str_equal (text, edition->id) || g_strcmp0 (text, edition->name) == 0;
}

/* @since: the one that was asked for; without it the last one before the day of the data */
static const YzGuideEdition *
find_before (GPtrArray *editions, const YzGuideChoice *choice, const YzGuideContent *content)
{
  for (guint i = 0; i < editions->len; i++)
    {
      const YzGuideEdition *edition = g_ptr_array_index (editions, i);

      if ((choice->document == NULL || g_strcmp0 (edition->document, choice->document) == 0) &&
          (choice->since != NULL ? is_meant (edition, choice->since) : g_strcmp0 (edition->date, content->date) < 0))
        return edition;
    }
  return NULL;
}

static guint
find_last_number (GPtrArray *editions, const char *document)
{
  guint last = 0;

  for (guint i = 0; i < editions->len; i++)
    {
      const YzGuideEdition *edition = g_ptr_array_index (editions, i);

      if (g_strcmp0 (edition->document, document) == 0)
        last = MAX (last, edition->number);
    }
  return last;
}

/* A sheet of changes is about the edition that was recorded since, if there is one. */
static void
set_edition_after (GPtrArray *editions, const YzGuideEdition *before, YzGuideContent *content)
{
  const YzGuideEdition *last = before;

  for (guint i = editions->len; i > 0; i--)
    {
      const YzGuideEdition *edition = g_ptr_array_index (editions, i - 1);

      if (g_strcmp0 (edition->document, before->document) == 0 && edition->number > last->number)
        last = edition;
    }
  if (last == before)
    return;
  content->edition = last->number;
  content->edition_name = g_strdup (last->name);
}

static gboolean
set_before (YzStore *store, const YzGuideReading *reading, GPtrArray *editions, const YzGuideEdition *before,
            GError **error)
{
  const YzGuideChoice *choice = reading->choice;
  YzGuideContent *content = reading->content;

  if (before == NULL && choice->since != NULL)
    {
      g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND,
                   _ ("No edition “%s” of this document was recorded for %s"), choice->since, content->area);
      return FALSE;
    }
  if (before == NULL)
    return TRUE;
  if (choice->document == NULL)
    set_edition_after (editions, before, content);
  content->before_edition = before->number;
  content->before_name = g_strdup (before->name);
  if (!yz_guide_before_load (store, reading, before->id, error))
    return FALSE;
  yz_guide_content_mark_changes (content);
  return yz_guide_before_date_changes (store, content, before->date, error);
}

/* A document of the street has no planned stations: next to it, they are neither new nor gone. */
static void
drop_planned (YzGuideContent *content, const YzGuideEdition *before)
{
  const YzDocumentKind *kind = yz_document_kind_find (before->document, NULL);

  if (kind != NULL && kind->wants_planned)
    return;
  for (guint i = content->stations->len; i > 0; i--)
    if (((YzGuideStation *) g_ptr_array_index (content->stations, i - 1))->look == YZ_GUIDE_PLANNED)
      g_ptr_array_remove_index (content->stations, i - 1);
}

gboolean
yz_guide_editions_apply (YzStore *store, const YzGuideReading *reading, GCancellable *cancellable, GError **error)
{
  const YzGuideChoice *choice = reading->choice;
  YzGuideContent *content = reading->content;
  /* a poster or a notice is no edition: it calls a station what the newest guide called it, whatever its area */
  gboolean of_edition = choice->document != NULL || choice->compare;
  const char *area = of_edition ? content->area : NULL;
  g_autoptr (YzGuideRoll) roll = yz_guide_roll_load (store, area, cancellable, error);
  const YzGuideEdition *before;

  if (roll == NULL)
    return FALSE;
  before = find_before (roll->standing, choice, content);
  if (before != NULL && choice->compare)
    drop_planned (content, before);
  if (!number_stations (store, content, roll->numbering, of_edition, cancellable, error))
    return FALSE;
  if (!of_edition)
    return TRUE;
  if (choice->document != NULL && choice->edition_name != NULL)
    {
      content->edition = find_last_number (roll->standing, choice->document) + 1;
      content->edition_name = g_strdup (choice->edition_name);
    }
  return set_before (store, reading, roll->standing, before, error);
}

static YzRecord *
new_record (YzStore *store, const YzKind *kind)
{
  g_autofree char *id = yz_id_factory_next (yz_store_get_ids (store));

  return yz_record_new (kind, id);
}

static YzRecord *
record_edition (YzStore *store, const YzGuideContent *content, const char *document, const char *paper)
{
  YzRecord *edition = new_record (store, &yz_edition_kind);

  yz_record_set_text (edition, "name", content->edition_name);
  yz_record_set (edition, "number", g_variant_new_int64 (content->edition));
  yz_record_set_text (edition, "document", document);
  yz_record_set_text (edition, "area", content->area);
  yz_record_set_text (edition, "date", content->date);
  yz_record_set_text (edition, "use_until", content->use_until);
  yz_record_set_text (edition, "language", yz_print_language_get_nick (content->language));
  yz_record_set_text (edition, "paper", paper);
  yz_record_set (edition, "stations", g_variant_new_int64 (content->stations->len));
  return edition;
}

YzEdit *
yz_guide_edition_new_edit (YzStore *store, const YzGuideContent *content, const char *document, const char *paper,
                           GError **error)
{
  g_autoptr (GPtrArray) editions = NULL;
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Record a printed edition"));
  g_autoptr (YzRecord) edition = NULL;

  g_return_val_if_fail (content->edition > 0 && content->edition_name != NULL, NULL);

  editions = yz_guide_editions_load (store, content->area, NULL, error);
  if (editions == NULL)
    return NULL;
  if (find_last_number (editions, document) + 1 != content->edition)
    {
      g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_CONFLICT,
                   _ ("Edition %u has been recorded in the meantime: print again"), content->edition);
      return NULL;
    }
  edition = record_edition (store, content, document, paper);
  yz_edit_set_subject (edit, content->edition_name);
  yz_edit_create (edit, edition);
  for (guint i = 0; i < content->stations->len; i++)
    {
      const YzGuideStation *station = g_ptr_array_index (content->stations, i);
      g_autoptr (YzRecord) record = yz_store_load (store, &yz_station_kind, station->id, error);
      g_autoptr (YzRecord) kept = NULL;

      if (record == NULL)
        return NULL;
      kept = new_record (store, &yz_edition_station_kind);
      yz_guide_before_keep (kept, yz_record_get_id (edition), record, station);
      yz_edit_create (edit, kept);
    }
  return g_steal_pointer (&edit);
}

/* --- by mistake --------------------------------------------------------------------------------------------------- */

static const YzGuideEdition *
find_by_id (GPtrArray *editions, const char *id)
{
  for (guint i = 0; i < editions->len; i++)
    {
      const YzGuideEdition *edition = g_ptr_array_index (editions, i);

      if (g_str_equal (edition->id, id))
        return edition;
    }
  return NULL;
}

char *
yz_guide_editions_find (YzStore *store, const char *document, const char *area, const char *text, GError **error)
{
  g_autoptr (GPtrArray) editions = yz_guide_editions_load (store, area, NULL, error);
  const YzGuideEdition *found = NULL;

  for (guint i = 0; editions != NULL && i < editions->len; i++)
    {
      const YzGuideEdition *edition = g_ptr_array_index (editions, i);

      if (g_strcmp0 (edition->document, document) != 0 || !is_meant (edition, text))
        continue;
      if (found != NULL && g_strcmp0 (found->area, edition->area) == 0)
        continue; /* of the same name, and older */
      if (found != NULL)
        {
          g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_CONFLICT,
                       _ ("“%s” may be that of %s or of %s: say which area is meant"), text, found->area,
                       edition->area);
          return NULL;
        }
      found = edition;
    }
  if (editions != NULL && found == NULL)
    g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND, _ ("No edition “%s” of this document is recorded"),
                 text);
  return found != NULL ? g_strdup (found->id) : NULL;
}

/* The next edition is counted and marked from this one. */
static gboolean
check_is_last (GPtrArray *editions, const YzGuideEdition *edition, GError **error)
{
  for (guint i = 0; i < editions->len; i++)
    {
      const YzGuideEdition *other = g_ptr_array_index (editions, i);

      if (g_strcmp0 (other->document, edition->document) != 0 || g_strcmp0 (other->area, edition->area) != 0 ||
          other->number <= edition->number)
        continue;
      g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_DEPENDS,
                   _ ("Edition %u “%s” tells what changed since this one: take that back first"), other->number,
                   other->name);
      return FALSE;
    }
  return TRUE;
}

gboolean
yz_guide_edition_take_back (YzStore *store, const char *id, GError **error)
{
  g_autoptr (GPtrArray) editions = yz_guide_editions_load (store, NULL, NULL, error);
  const YzGuideEdition *edition = editions != NULL ? find_by_id (editions, id) : NULL;
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Take back a printed edition"));
  g_autoptr (YzRecord) record = NULL;
  g_autoptr (YzAction) action = NULL;

  if (editions == NULL)
    return FALSE;
  if (edition == NULL)
    {
      g_set_error_literal (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND,
                           _ ("This edition has been taken back already"));
      return FALSE;
    }
  if (!check_is_last (editions, edition, error))
    return FALSE;
  record = new_record (store, &yz_edition_kind);
  yz_record_set_text (record, "name", edition->name);
  yz_record_set (record, "number", g_variant_new_int64 (edition->number));
  yz_record_set_text (record, "document", edition->document);
  yz_record_set_text (record, "area", edition->area);
  yz_record_set_text (record, "date", edition->date);
  yz_record_set_text (record, "takes_back", edition->id);
  yz_edit_set_subject (edit, edition->name);
  yz_edit_create (edit, record);
  action = yz_store_apply (store, edit, NULL, error);
  return action != NULL;
}

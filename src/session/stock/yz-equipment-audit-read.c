/* What an audit comes to: the books and the marks are read, numbered, and handed to the arithmetic. */
#include "config.h"

#include "yz-equipment-audits.h"

#include <glib/gi18n-lib.h>

#include "yz-equipment.h"
#include "yz-kinds.h"
#include "yz-place.h"

typedef struct
{
  YzStore *store;
  YzRecord *audit;
  YzRecord *place;
  GHashTable *known;    /* id → YzRecord: stations, places and items that were read */
  GHashTable *numbers;  /* where → number */
  GHashTable *by_piece; /* id → position in pieces + 1 */
  GPtrArray *pieces;    /* YzRecord */
  GPtrArray *marks;     /* YzRecord, those with a time */
  GArray *books;        /* YzAuditPiece */
  GArray *sights;       /* YzAuditSight */
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_object (&self->audit);
  g_clear_object (&self->place);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->by_piece, g_hash_table_unref);
  g_clear_pointer (&self->pieces, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_pointer (&self->books, g_array_unref);
  g_clear_pointer (&self->sights, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static void
audit_row_free (gpointer data)
{
  YzAuditRow *row = data;

  g_clear_object (&row->piece);
  g_clear_object (&row->item);
  g_clear_object (&row->books);
  g_clear_object (&row->seen);
  g_clear_object (&row->mark);
  g_free (row->tag);
  g_free (row->note);
  g_free (row);
}

void
yz_audit_result_free (YzAuditResult *result)
{
  g_clear_object (&result->audit);
  g_clear_object (&result->place);
  g_clear_pointer (&result->rows, g_ptr_array_unref);
  g_free (result);
}

/* (transfer none) (nullable): %NULL without an error if there is no such record */
static YzRecord *
find (Reading *self, const YzKind *kind, const char *id)
{
  YzRecord *record = id != NULL ? g_hash_table_lookup (self->known, id) : NULL;

  if (record == NULL && id != NULL)
    {
      record = yz_store_load (self->store, kind, id, NULL);
      if (record != NULL)
        g_hash_table_insert (self->known, g_strdup (id), record);
    }
  return record;
}

/* A station is one place as long as the audit is of one. */
static guint32
number_where (Reading *self, const char *station, const char *place)
{
  gboolean by_station = yz_record_get_text (self->place, "station") != NULL &&
                        yz_place_get_type_of (self->place) == YZ_PLACE_STATION;
  const char *where = place == NULL || (by_station && station != NULL) ? station : place;
  gpointer number;

  if (where == NULL)
    return 0;
  if (!g_hash_table_lookup_extended (self->numbers, where, NULL, &number))
    {
      number = GUINT_TO_POINTER (g_hash_table_size (self->numbers) + 1);
      g_hash_table_insert (self->numbers, g_strdup (where), number);
    }
  return GPOINTER_TO_UINT (number);
}

static guint32
number_place (Reading *self, YzRecord *place)
{
  gboolean whole = place != NULL && yz_place_get_type_of (place) == YZ_PLACE_STATION;

  return place == NULL
           ? 0
           : number_where (self, yz_record_get_text (place, "station"), whole ? NULL : yz_record_get_id (place));
}

static guint32
add_piece (Reading *self, YzRecord *piece)
{
  const char *id = yz_record_get_id (piece);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_piece, id));
  YzEquipmentState state = yz_equipment_get_state (piece);
  YzAuditPiece known = { .gone = state == YZ_EQUIPMENT_DISPOSED };

  if (number != 0)
    return number;
  g_ptr_array_add (self->pieces, g_object_ref (piece));
  known.piece = self->pieces->len;
  /* whoever borrowed it has it */
  if (state != YZ_EQUIPMENT_LENT)
    known.place = number_where (self, yz_record_get_text (piece, "station"), yz_record_get_text (piece, "place"));
  g_array_append_val (self->books, known);
  g_hash_table_insert (self->by_piece, (gpointer) id, GUINT_TO_POINTER (known.piece));
  return known.piece;
}

static gboolean
read_books (Reading *self, GError **error)
{
  gboolean whole = yz_place_get_type_of (self->place) == YZ_PLACE_STATION;
  const char *where = whole ? yz_record_get_text (self->place, "station") : yz_record_get_id (self->place);
  g_autoptr (YzQuery) query = yz_query_new (&yz_equipment_kind);
  g_autoptr (GPtrArray) pieces = NULL;

  yz_query_add (query, whole ? "station" : "place", YZ_COMPARE_EQUAL, g_variant_new_string (where));
  yz_query_set_order (query, "tag", FALSE);
  pieces = yz_store_load_records (self->store, query, error);
  for (guint i = 0; pieces != NULL && i < pieces->len; i++)
    add_piece (self, g_ptr_array_index (pieces, i));
  return pieces != NULL;
}

static GPtrArray *
load_marks (Reading *self, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_audit_mark_kind);

  yz_query_add (query, "audit", YZ_COMPARE_EQUAL, g_variant_new_string (yz_record_get_id (self->audit)));
  return yz_store_load_records (self->store, query, error);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 first = yz_record_get_integer (*(YzRecord *const *) a, "at");
  gint64 second = yz_record_get_integer (*(YzRecord *const *) b, "at");

  return (first > second) - (first < second);
}

/* In the order of time: desks that wrote apart come to the same. */
static void
add_sights (Reading *self)
{
  g_ptr_array_sort (self->marks, compare_times);
  for (guint i = 0; i < self->marks->len; i++)
    {
      YzRecord *mark = g_ptr_array_index (self->marks, i);
      YzRecord *piece = find (self, &yz_equipment_kind, yz_record_get_text (mark, "piece"));
      YzRecord *place = find (self, &yz_place_kind, yz_record_get_text (mark, "place"));
      YzAuditSight sight = { .tag = yz_record_get_title (mark) };

      sight.piece = piece != NULL ? add_piece (self, piece) : 0;
      sight.place = number_place (self, place != NULL ? place : self->place);
      g_array_append_val (self->sights, sight);
    }
}

static gboolean
begin (Reading *self, YzStore *store, const char *audit, GError **error)
{
  *self = (Reading){ .store = store,
                     .known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref),
                     .numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                     .by_piece = g_hash_table_new (g_str_hash, g_str_equal),
                     .pieces = g_ptr_array_new_with_free_func (g_object_unref),
                     .books = g_array_new (FALSE, FALSE, sizeof (YzAuditPiece)),
                     .sights = g_array_new (FALSE, FALSE, sizeof (YzAuditSight)) };
  self->audit = yz_store_load (store, &yz_audit_kind, audit, error);
  if (self->audit == NULL)
    return FALSE;
  self->place = yz_store_load (store, &yz_place_kind, yz_record_get_text (self->audit, "place"), error);
  if (self->place == NULL)
    return FALSE;
  self->marks = load_marks (self, error);
  return self->marks != NULL;
}

static YzRecord *
find_books (Reading *self, YzRecord *piece)
{
  YzRecord *place = find (self, &yz_place_kind, yz_record_get_text (piece, "place"));

  return place != NULL ? place : find (self, &yz_station_kind, yz_record_get_text (piece, "station"));
}

static YzAuditRow *
new_row (Reading *self, YzAuditFinding finding, YzRecord *piece, YzRecord *mark)
{
  YzAuditRow *row = g_new0 (YzAuditRow, 1);
  YzRecord *seen = mark != NULL ? find (self, &yz_place_kind, yz_record_get_text (mark, "place")) : NULL;

  row->finding = finding;
  row->tag = g_strdup (yz_record_get_title (piece != NULL ? piece : mark));
  g_set_object (&row->piece, piece);
  g_set_object (&row->mark, mark);
  if (piece != NULL)
    {
      g_set_object (&row->item, find (self, &yz_item_kind, yz_record_get_text (piece, "item")));
      g_set_object (&row->books, find_books (self, piece));
    }
  if (mark != NULL && yz_record_get (mark, "at") != NULL)
    {
      g_set_object (&row->seen, (seen != NULL ? seen : self->place));
      row->at = yz_record_get_integer (mark, "at");
    }
  return row;
}

static GPtrArray *
reckon (Reading *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (audit_row_free);
  g_autoptr (GArray) lines = NULL;

  add_sights (self);
  lines = yz_equipment_audit (number_place (self, self->place), (const YzAuditPiece *) self->books->data,
                              self->books->len, (const YzAuditSight *) self->sights->data, self->sights->len);
  for (guint i = 0; i < lines->len; i++)
    {
      const YzAuditLine *line = &g_array_index (lines, YzAuditLine, i);
      YzRecord *piece = line->piece != 0 ? g_ptr_array_index (self->pieces, line->piece - 1) : NULL;
      YzRecord *mark = line->sight != G_MAXUINT ? g_ptr_array_index (self->marks, line->sight) : NULL;

      g_ptr_array_add (rows, new_row (self, line->finding, piece, mark));
    }
  return rows;
}

/* Of a closed audit its marks tell. */
static GPtrArray *
remember (Reading *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (audit_row_free);

  for (guint i = 0; i < self->marks->len; i++)
    for (guint finding = 0; finding < YZ_N_AUDIT_FINDINGS; finding++)
      {
        YzRecord *mark = g_ptr_array_index (self->marks, i);
        YzRecord *piece = find (self, &yz_equipment_kind, yz_record_get_text (mark, "piece"));
        YzAuditRow *row;

        if (g_strcmp0 (yz_audit_finding_get_nick ((YzAuditFinding) finding), yz_record_get_text (mark, "finding")) != 0)
          continue;
        row = new_row (self, (YzAuditFinding) finding, piece, mark);
        row->note = g_strdup (yz_record_get_text (mark, "note"));
        g_ptr_array_add (rows, row);
      }
  return rows;
}

YzAuditResult *
yz_audit_read (YzStore *store, const char *audit, GCancellable *cancellable, GError **error)
{
  g_auto (Reading) self = { 0 };
  YzAuditResult *result;

  g_return_val_if_fail (YZ_IS_STORE (store), NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !begin (&self, store, audit, error) ||
      !read_books (&self, error))
    return NULL;
  result = g_new0 (YzAuditResult, 1);
  result->rows = yz_record_get (self.audit, "closed") != NULL ? remember (&self) : reckon (&self);
  for (guint i = 0; i < result->rows->len; i++)
    result->counts[((YzAuditRow *) g_ptr_array_index (result->rows, i))->finding]++;
  result->audit = g_steal_pointer (&self.audit);
  result->place = g_steal_pointer (&self.place);
  return result;
}

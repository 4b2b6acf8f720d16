#include "config.h"

#include "yz-stock-book-private.h"

#include <glib/gi18n-lib.h>

#include "yz-clock.h"
#include "yz-kinds.h"
#include "yz-place.h"
#include "yz-stock-rule-private.h"
#include "yz-table-private.h"

/* What of a place the books need to know. */
typedef struct
{
  gint64 row;
  gint64 holder;
  gboolean outside;
} Place;

struct _YzStockBook
{
  YzDatabase *database;
  GHashTable *places;  /* id → Place */
  GHashTable *rows;    /* id of an item or lot → gint64 */
  YzStockPiles *piles; /* that were posted to */
};

YzStockBook *
yz_stock_book_new (YzDatabase *database)
{
  YzStockBook *self = g_new0 (YzStockBook, 1);

  self->database = database;
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->piles = yz_stock_piles_new ();
  return self;
}

void
yz_stock_book_free (YzStockBook *self)
{
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->rows);
  yz_stock_piles_free (self->piles);
  g_free (self);
}

/* A movement that names what is not there is refused where references are checked. */
static gboolean
load_named (YzStockBook *self, const YzKind *kind, const char *id, YzRow *row, GError **error)
{
  if (!yz_table_load (self->database, kind, id, 0, row, error))
    return FALSE;
  if (row->record != NULL)
    return TRUE;
  g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND, _ ("There is no record “%s”"), id);
  return FALSE;
}

static const gint64 *
find_row (YzStockBook *self, const YzKind *kind, const char *id, GError **error)
{
  static const gint64 none = 0;
  gint64 *number = id != NULL ? g_hash_table_lookup (self->rows, id) : NULL;
  g_auto (YzRow) row = { 0 };

  if (id == NULL)
    return &none;
  if (number != NULL)
    return number;
  if (!load_named (self, kind, id, &row, error))
    return NULL;
  number = g_memdup2 (&row.row, sizeof row.row);
  g_hash_table_insert (self->rows, g_strdup (id), number);
  return number;
}

static const Place *
find_place (YzStockBook *self, const char *id, GError **error)
{
  Place *place = g_hash_table_lookup (self->places, id);
  g_auto (YzRow) row = { 0 };
  g_auto (YzRow) station = { 0 };
  const char *station_id;

  if (place != NULL)
    return place;
  if (!load_named (self, &yz_place_kind, id, &row, error))
    return NULL;
  station_id = yz_record_get_text (row.record, "station");
  if (station_id != NULL && !load_named (self, &yz_station_kind, station_id, &station, error))
    return NULL;

  place = g_new0 (Place, 1);
  place->row = row.row;
  place->holder = station_id != NULL ? station.row : -row.row;
  place->outside = yz_place_type_is_outside (yz_place_get_type_of (row.record));
  g_hash_table_insert (self->places, g_strdup (id), place);
  return place;
}

/* The parameters that all statements about a pile share: ?1 to ?5. */
static YzStatement *
prepare (YzStockBook *self, const char *name, const YzStockPile *pile, GError **error)
{
  YzStatement *statement = yz_database_prepare_named (self->database, name, error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, pile->place);
  sqlite3_bind_int64 (statement, 2, pile->item);
  sqlite3_bind_int64 (statement, 3, pile->lot);
  sqlite3_bind_int64 (statement, 4, pile->holder);
  sqlite3_bind_int64 (statement, 5, pile->since);
  return statement;
}

static gboolean
add_entry (YzStockBook *self, const YzStockPile *pile, YzRecord *movement, gint64 row, gint64 delta, GError **error)
{
  g_autoptr (YzStatement) statement = prepare (self, "stock-add-entry", pile, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 6, row);
  sqlite3_bind_int64 (statement, 7, delta);
  sqlite3_bind_int (statement, 8, yz_record_get_boolean (movement, "forced"));
  if (yz_record_get (movement, "counted") != NULL)
    sqlite3_bind_int64 (statement, 9, yz_record_get_integer (movement, "counted"));
  return yz_statement_run (statement, error);
}

static gboolean
drop_entry (YzStockBook *self, const YzStockPile *pile, gint64 row, GError **error)
{
  g_autoptr (YzStatement) statement = prepare (self, "stock-drop-entry", pile, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 6, row);
  return yz_statement_run (statement, error);
}

static gboolean
add_balance (YzStockBook *self, const YzStockPile *pile, gint64 delta, GError **error)
{
  g_autoptr (YzStatement) statement = prepare (self, "stock-add-balance", pile, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 6, delta);
  return yz_statement_run (statement, error);
}

static gboolean
drop_empty_balance (YzStockBook *self, const YzStockPile *pile, GError **error)
{
  g_autoptr (YzStatement) statement = prepare (self, "stock-drop-balance", pile, error);

  return statement != NULL && yz_statement_run (statement, error);
}

/* One end of a movement comes into effect, or goes out of it; if it is so already, nothing happens. */
static gboolean
post_end (YzStockBook *self, const char *end, YzRecord *movement, gint64 row, gint64 delta, gboolean in_effect,
          GError **error)
{
  const Place *place = find_place (self, yz_record_get_text (movement, end), error);
  const gint64 *item = place != NULL ? find_row (self, &yz_item_kind, yz_record_get_text (movement, "item"), error)
                                     : NULL;
  const gint64 *lot = item != NULL ? find_row (self, &yz_lot_kind, yz_record_get_text (movement, "lot"), error) : NULL;
  YzStockPile pile;

  if (lot == NULL)
    return FALSE;
  if (place->outside)
    return TRUE;
  pile = (YzStockPile){ place->row, *item, *lot, place->holder, yz_record_get_integer (movement, "at") };
  if (!(in_effect ? add_entry (self, &pile, movement, row, delta, error) : drop_entry (self, &pile, row, error)))
    return FALSE;
  if (sqlite3_changes (yz_database_get_handle (self->database)) == 0)
    return TRUE;
  yz_stock_piles_touch (self->piles, &pile);
  return add_balance (self, &pile, in_effect ? delta : -delta, error) &&
         (in_effect || drop_empty_balance (self, &pile, error));
}

static gboolean
post_both (YzStockBook *self, YzRecord *movement, gint64 row, gboolean in_effect, GError **error)
{
  gint64 quantity = yz_record_get_integer (movement, "quantity");

  return post_end (self, "source", movement, row, -quantity, in_effect, error) &&
         post_end (self, "target", movement, row, quantity, in_effect, error);
}

/* The movement that a chain of counter-entries is about. */
static gboolean
find_root (YzStockBook *self, const char *id, char **root, GError **error)
{
  g_autofree char *at = g_strdup (id);

  for (;;)
    {
      g_autoptr (YzStatement) statement = yz_database_prepare_named (self->database, "stock-takes-back", error);
      gboolean found;

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_text (statement, 1, at, -1, SQLITE_TRANSIENT);
      if (!yz_statement_step (statement, &found, error))
        return FALSE;
      if (!found || yz_statement_get_text (statement, 0) == NULL)
        break;
      g_free (at);
      at = g_strdup (yz_statement_get_text (statement, 0));
      if (g_str_equal (at, id))
        {
          g_set_error_literal (error, YZ_STORE_ERROR, YZ_STORE_ERROR_CORRUPT,
                               _ ("The file is damaged: movements of stock take each other back. Restore a backup"));
          return FALSE;
        }
    }
  *root = g_steal_pointer (&at);
  return TRUE;
}

static GPtrArray *
list_counters (YzStockBook *self, const char *id, GError **error)
{
  g_autoptr (YzStatement) statement = yz_database_prepare_named (self->database, "stock-counters", error);
  g_autoptr (GPtrArray) counters = g_ptr_array_new_with_free_func (g_free);
  gboolean row;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  for (;;)
    {
      if (!yz_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&counters);
      g_ptr_array_add (counters, g_strdup (yz_statement_get_text (statement, 0)));
    }
}

/* The rule of yz-stock-ledger.h: a movement is in effect unless a counter-entry of it is. */
static gboolean
find_effect (YzStockBook *self, const char *id, gboolean *in_effect, GError **error)
{
  g_autoptr (GPtrArray) counters = list_counters (self, id, error);

  *in_effect = TRUE;
  for (guint i = 0; counters != NULL && i < counters->len && *in_effect; i++)
    {
      if (!find_effect (self, g_ptr_array_index (counters, i), in_effect, error))
        return FALSE;
      *in_effect = !*in_effect;
    }
  return counters != NULL;
}

static gboolean
post_counter (YzStockBook *self, YzRecord *counter, GError **error)
{
  g_autofree char *root = NULL;
  g_auto (YzRow) row = { 0 };
  gboolean in_effect;

  return find_root (self, yz_record_get_id (counter), &root, error) &&
         load_named (self, &yz_movement_kind, root, &row, error) && find_effect (self, root, &in_effect, error) &&
         post_both (self, row.record, row.row, in_effect, error);
}

gboolean
yz_stock_book_post (YzStockBook *self, YzRecord *movement, gint64 row, GError **error)
{
  if (yz_record_get (movement, "takes_back") != NULL)
    return post_counter (self, movement, error);
  return post_both (self, movement, row, TRUE, error);
}

static char *
dup_title (YzStockBook *self, const YzKind *kind, gint64 number)
{
  g_auto (YzRow) row = { 0 };

  if (number == 0 || !yz_table_load (self->database, kind, NULL, number, &row, NULL) || row.record == NULL)
    return g_strdup ("");
  return g_strdup (yz_record_get_title (row.record));
}

/* "3 盒" */
static char *
dup_amount (YzStockBook *self, gint64 item, gint64 quantity)
{
  g_auto (YzRow) row = { 0 };
  gboolean known = yz_table_load (self->database, &yz_item_kind, NULL, item, &row, NULL) && row.record != NULL;

  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", quantity, known ? yz_record_get_text (row.record, "unit") : "");
}

/* As people write it. */
static char *
dup_time (const YzRow *movement)
{
  g_autoptr (GDateTime) at = movement->record != NULL ? yz_office_time (yz_record_get_integer (movement->record, "at"))
                                                      : NULL;

  return at != NULL ? g_date_time_format (at, "%Y-%m-%d %H:%M") : g_strdup ("");
}

/* @is_own: whether the action itself counts, so that something came between reckoning and writing */
static void
refuse_count (const YzRow *count, gboolean is_own, const char *item, const char *place, const char *at,
              const char *there, GError **error)
{
  const char *document = count->record != NULL ? yz_record_get_text (count->record, "document") : NULL;

  if (is_own)
    g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_CONFLICT,
                 /* Translators: an item and a place */
                 _ ("%s at %s: the books changed in the meantime. Confirm once more"), item, place);
  else if (document != NULL)
    g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_DEPENDS,
                 /* Translators: an item, a place, a time, the number of a stocktake and how many there were */
                 _ ("%s at %s was counted on %s (%s): there were %s. Give a later time, or take that count back first"),
                 item, place, at, document, there);
  else
    g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_DEPENDS,
                 /* Translators: an item, a place, a time and a number */
                 _ ("%s at %s was counted on %s: there were %s. Give a later time, or take the count back first"), item,
                 place, at, there);
}

static gboolean
refuse (YzStockBook *self, const YzStockBreach *breach, gint64 action, GError **error)
{
  g_autofree char *item = dup_title (self, &yz_item_kind, breach->pile->item);
  g_autofree char *place = dup_title (self, &yz_place_kind, breach->pile->place);
  g_autofree char *lacking = dup_amount (self, breach->pile->item, -breach->left);
  g_autofree char *there = dup_amount (self, breach->pile->item, breach->counted);
  g_autofree char *at = NULL;
  g_auto (YzRow) row = { 0 };

  if (!yz_table_load (self->database, &yz_movement_kind, NULL, breach->movement, &row, error))
    return FALSE;
  at = dup_time (&row);
  if (breach->is_count)
    refuse_count (&row, row.changed == action, item, place, at, there, error);
  else if (row.changed == action)
    /* Translators: an item, a place, a time and a number */
    g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_SHORT, _ ("%s at %s: on %s there were %s too few"), item, place,
                 at, lacking);
  else
    /* Translators: an item, a place, a time and a number */
    g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_DEPENDS,
                 _ ("%s at %s: what was taken on %s would lack %s. Take that back first"), item, place, at, lacking);
  return FALSE;
}

gboolean
yz_stock_book_check (YzStockBook *self, gint64 action, GError **error)
{
  YzStockBreach breach;

  return yz_stock_piles_find_breach (self->piles, self->database, NULL, &breach, error) &&
         (breach.movement == 0 || refuse (self, &breach, action, error));
}

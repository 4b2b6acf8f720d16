#include "config.h"

#include "yz-import-stock.h"

#include "yz-import-goods.h"
#include "yz-kinds.h"
#include "yz-place.h"
#include "yz-stock-list.h"
#include "yz-stock-origin.h"
#include "yz-store-columns.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>

#define DIGEST_LENGTH 8 /* of a file that names no document, as it stands in the books */

/* What became of a row; the ids are those of the goods. */
typedef struct
{
  const char *item;
  const char *lot; /* nullable */
  const char *place;
  guint first; /* of the records that are made for it */
  guint n;
  char *movement;
} Row;

/* What the rows judged so far come to: movements, and what is made for them. */
typedef struct
{
  guint movements;
  guint items;
  guint lots;
  guint places;
} Count;

struct _YzImportStock
{
  YzStore *store;
  const YzKind *kind;
  YzImportGoods *goods;
  char *digest; /* of the whole list */
  gint64 now;
  char *today;
  GHashTable *times; /* what a row says → how often it was said */
  GArray *rows;
  guint n_taken; /* of what is made, by the rows so far */
  Count count;
};

static void
row_clear (gpointer data)
{
  g_free (((Row *) data)->movement);
}

gboolean
yz_import_stock_check_mapping (const YzMapping *mapping, GError **error)
{
  static const struct
  {
    const char *fields[3];
    const char *title;
  } needed[] = { { { "item", "code" }, N_ ("Item") },
                 { { "quantity" }, N_ ("Quantity") },
                 { { "station", "place" }, N_ ("Station") } };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      gboolean found = FALSE;

      for (guint k = 0; needed[i].fields[k] != NULL; k++)
        found |= yz_mapping_find_field (mapping, needed[i].fields[k]) >= 0;
      if (!found)
        {
          g_set_error (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_MAPPING, _ ("No column holds the field “%s”"),
                       _ (needed[i].title));
          return FALSE;
        }
    }
  return TRUE;
}

static char *
make_digest (YzSheet *sheet)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint row = 0; row < yz_sheet_get_n_rows (sheet); row++)
    for (guint column = 0; column < yz_sheet_get_n_columns (sheet); column++)
      {
        const char *cell = yz_sheet_get_cell (sheet, row, column);

        g_checksum_update (sum, (const guchar *) cell, (gssize) strlen (cell) + 1);
      }
  return g_strdup (g_checksum_get_string (sum));
}

YzImportStock *
yz_import_stock_new (YzStore *store, YzSheet *sheet, const YzKind *kind, gboolean make_unknown, GError **error)
{
  YzImportGoods *goods = yz_import_goods_new (store, make_unknown, error);
  g_autoptr (GDateTime) now = NULL;
  YzImportStock *self;

  if (goods == NULL)
    return NULL;
  now = yz_clock_get_local (yz_store_get_clock (store));
  self = g_new0 (YzImportStock, 1);
  self->store = g_object_ref (store);
  self->kind = kind;
  self->goods = goods;
  self->digest = make_digest (sheet);
  self->now = yz_clock_get_now (yz_store_get_clock (store));
  self->today = g_date_time_format (now, "%F");
  self->times = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  return self;
}

void
yz_import_stock_free (YzImportStock *self)
{
  g_array_unref (self->rows);
  g_hash_table_unref (self->times);
  g_free (self->today);
  g_free (self->digest);
  yz_import_goods_free (self->goods);
  g_object_unref (self->store);
  g_free (self);
}

/* --- which movement a row is -------------------------------------------------------------------------------------- */

/* What the row says; said twice, it is two. */
static char *
make_key (YzImportStock *self, const YzSheetRow *values)
{
  const char *document = yz_sheet_row_get_text (values, "document");
  g_autoptr (GString) key = g_string_new (self->kind->name);
  guint n;

  g_string_append_printf (key, "\n%s", document != NULL ? document : self->digest);
  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      g_autofree char *text = yz_field_format (&self->kind->fields[i], values->values[i]);

      g_string_append_printf (key, "\n%s", text);
    }
  n = GPOINTER_TO_UINT (g_hash_table_lookup (self->times, key->str)) + 1;
  g_hash_table_replace (self->times, g_strdup (key->str), GUINT_TO_POINTER (n));
  g_string_append_printf (key, "\n%u", n);
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* Whether the chain of counter-entries behind a movement leaves it in effect. */
static gboolean
is_in_effect (YzStore *store, const char *id, gboolean *in_effect, GError **error)
{
  g_autofree char *next = g_strdup (id);

  *in_effect = TRUE;
  for (;;)
    {
      g_autoptr (YzQuery) query = yz_query_new (&yz_movement_kind);
      g_autoptr (GPtrArray) counters = NULL;

      yz_query_add (query, "takes_back", YZ_COMPARE_EQUAL, g_variant_new_string (next));
      counters = yz_store_load_records (store, query, error);
      if (counters == NULL)
        return FALSE;
      if (counters->len == 0 || g_str_equal (yz_record_get_id (g_ptr_array_index (counters, 0)), id))
        return TRUE; /* the chain ends, or a damaged file makes it a ring */
      *in_effect = !*in_effect;
      g_free (next);
      next = g_strdup (yz_record_get_id (g_ptr_array_index (counters, 0)));
    }
}

/* The id that the row's movement has, or gets: after one that was taken back comes another. */
static gboolean
find_movement (YzImportStock *self, const char *key, char **id, gboolean *is_there, GError **error)
{
  for (guint attempt = 0;; attempt++)
    {
      g_autofree char *name = g_strdup_printf ("%s\n%u", key, attempt);
      g_autofree char *derived = yz_id_derive ("movement of a list", name);
      gint64 row;

      if (!yz_store_find_row (self->store, &yz_movement_kind, derived, &row, error) ||
          (row != 0 && !is_in_effect (self->store, derived, is_there, error)))
        return FALSE;
      if (row == 0)
        *is_there = FALSE;
      if (row != 0 && !*is_there)
        continue;
      *id = g_steal_pointer (&derived);
      return TRUE;
    }
}

/* --- judging ------------------------------------------------------------------------------------------------------ */

static void
count_made (YzImportStock *self, YzRecord *record)
{
  const YzKind *kind = yz_record_get_kind (record);
  YzPlaceType type;

  self->count.items += kind == &yz_item_kind;
  self->count.lots += kind == &yz_lot_kind;
  self->count.places += kind == &yz_place_kind && !yz_place_find_single (yz_record_get_id (record), &type);
}

/* What was made for a row that was refused in the end is the next one's: it may need it. */
static gboolean
judge_new (YzImportStock *self, Row *row, const YzSheetRow *values, GError **error)
{
  YzImportGoodsIds ids;

  if (!yz_import_goods_find (self->goods, values, &ids, error))
    return FALSE;
  row->item = ids.item;
  row->lot = ids.lot;
  row->place = ids.place;
  row->first = self->n_taken;
  row->n = yz_import_goods_count (self->goods) - self->n_taken;
  self->n_taken += row->n;
  for (guint i = row->first; i < self->n_taken; i++)
    count_made (self, yz_import_goods_get (self->goods, i));
  self->count.movements++;
  return TRUE;
}

gboolean
yz_import_stock_judge (YzImportStock *self, guint row, const YzSheetRow *values, YzImportOutcome *outcome,
                       GError **error)
{
  g_autofree char *key = NULL;
  gboolean is_there;
  Row *judged;

  g_array_set_size (self->rows, row + 1);
  judged = &g_array_index (self->rows, Row, row);
  if (yz_sheet_row_get (values, "quantity") == NULL)
    {
      g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_REQUIRED, _ ("there is no quantity"));
      return FALSE;
    }
  if (g_strcmp0 (yz_sheet_row_get_text (values, "at"), self->today) > 0)
    {
      g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID, _ ("the day lies in the future"));
      return FALSE;
    }
  key = make_key (self, values);
  if (!find_movement (self, key, &judged->movement, &is_there, error))
    return FALSE;
  *outcome = is_there ? YZ_IMPORT_SAME : YZ_IMPORT_NEW;
  return is_there || judge_new (self, judged, values, error);
}

/* --- making ------------------------------------------------------------------------------------------------------- */

/* A day of the past begins the books of that day; today it is now, as what is counted today may come before. */
static gint64
find_instant (const YzImportStock *self, const YzSheetRow *values)
{
  const char *day = yz_sheet_row_get_text (values, "at");
  g_autofree char *text = day != NULL ? g_strconcat (day, "T00:00:00", NULL) : NULL;
  gint64 instant;

  return day != NULL && !g_str_equal (day, self->today) && yz_value_parse_time (text, &instant) ? instant : self->now;
}

/* What only a lot could keep. */
static char *
dup_reason (const Row *row, const YzSheetRow *values)
{
  const char *said = yz_sheet_row_get_text (values, "source"), *supplier = yz_sheet_row_get_text (values, "supplier");
  const char *note = yz_sheet_row_get_text (values, "note");
  GVariant *cost = yz_sheet_row_get (values, "cost");
  const YzChoice *source = said != NULL ? yz_field_find_choice (yz_kind_find_field (&yz_lot_kind, "source"), said)
                                        : NULL;

  if (row->lot != NULL)
    return g_strdup (note);
  return yz_stock_origin_dup_reason (note, source != NULL ? source->nick : NULL,
                                     supplier == NULL && source == NULL ? said : supplier,
                                     cost != NULL ? g_variant_get_int64 (cost) : -1);
}

static YzRecord *
make_movement (YzImportStock *self, const Row *row, const YzSheetRow *values)
{
  const char *document = yz_sheet_row_get_text (values, "document");
  /* Translators: stands in place of a document's number; %.*s tells one file from others */
  g_autofree char *file = g_strdup_printf (_ ("List %.*s"), DIGEST_LENGTH, self->digest);
  g_autofree char *reason = dup_reason (row, values);
  YzRecord *movement = yz_record_new (&yz_movement_kind, row->movement);

  yz_record_set_text (movement, "type", yz_movement_type_get_nick (yz_stock_list_get_type_of (self->kind)));
  yz_record_set_text (movement, "item", row->item);
  yz_record_set_text (movement, "lot", row->lot);
  yz_record_set (movement, "quantity", yz_sheet_row_get (values, "quantity"));
  yz_record_set_text (movement, "source", yz_place_get_single_id (YZ_PLACE_SUPPLY));
  yz_record_set_text (movement, "target", row->place);
  yz_record_set (movement, "at", g_variant_new_int64 (find_instant (self, values)));
  yz_record_set_text (movement, "document", document != NULL ? document : file);
  yz_record_set_text (movement, "handler", yz_sheet_row_get_text (values, "handler"));
  yz_record_set_text (movement, "reason", reason);
  return movement;
}

GPtrArray *
yz_import_stock_take (YzImportStock *self, guint row, const YzSheetRow *values)
{
  const Row *judged = &g_array_index (self->rows, Row, row);
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = judged->first; i < judged->first + judged->n; i++)
    g_ptr_array_add (records, g_object_ref (yz_import_goods_get (self->goods, i)));
  g_ptr_array_add (records, make_movement (self, judged, values));
  return records;
}

char *
yz_import_stock_describe (const YzImportStock *self)
{
  const Count *n = &self->count;
  g_autofree char *movements =
    g_strdup_printf (ngettext ("%u entry in the books", "%u entries in the books", n->movements), n->movements);
  g_autofree char *items = g_strdup_printf (ngettext ("%u new item", "%u new items", n->items), n->items);
  g_autofree char *lots = g_strdup_printf (ngettext ("%u new lot", "%u new lots", n->lots), n->lots);
  g_autofree char *places = g_strdup_printf (ngettext ("%u new place", "%u new places", n->places), n->places);

  return g_strjoin (_ (", "), movements, items, lots, places, NULL);
}

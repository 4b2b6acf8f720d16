#include "config.h"

#include "yz-stocktake-sheet.h"

#include "yz-item.h"
#include "yz-kinds.h"
#include "yz-movement.h"
#include "yz-stock.h"
#include "yz-store-columns.h"

static char *
make_key (const char *place, const char *item, const char *lot)
{
  return g_strdup_printf ("%s/%s/%s", place, item, lot != NULL ? lot : "");
}

static void
line_free (gpointer data)
{
  YzStocktakeLine *line = data;

  g_clear_object (&line->record);
  g_clear_object (&line->place);
  g_clear_object (&line->item);
  g_clear_object (&line->lot);
  g_free (line);
}

void
yz_stocktake_sheet_free (YzStocktakeSheet *sheet)
{
  g_clear_object (&sheet->stocktake);
  g_clear_object (&sheet->place);
  g_clear_pointer (&sheet->lines, g_ptr_array_unref);
  g_clear_pointer (&sheet->counts, g_array_unref);
  g_clear_pointer (&sheet->known, g_hash_table_unref);
  g_free (sheet);
}

/* Lines of one place stand together, and so do the lots of one item. */
static gboolean
load_or_share (YzStore *store, const YzKind *kind, const char *id, YzRecord *before, YzRecord **record, GError **error)
{
  if (id == NULL)
    return TRUE;
  *record = before != NULL && g_strcmp0 (yz_record_get_id (before), id) == 0 ? g_object_ref (before)
                                                                             : yz_store_load (store, kind, id, error);
  return *record != NULL;
}

static gboolean
load_line (YzStore *store, YzRecord *record, const YzStocktakeLine *before, YzStocktakeLine *line, GError **error)
{
  line->record = g_object_ref (record);
  line->number = (guint) yz_record_get_integer (record, "line");
  line->page = (guint) MAX (yz_record_get_integer (record, "page"), 1);
  return load_or_share (store, &yz_place_kind, yz_record_get_text (record, "place"),
                        before != NULL ? before->place : NULL, &line->place, error) &&
         load_or_share (store, &yz_item_kind, yz_record_get_text (record, "item"), before != NULL ? before->item : NULL,
                        &line->item, error) &&
         load_or_share (store, &yz_lot_kind, yz_record_get_text (record, "lot"), NULL, &line->lot, error);
}

typedef struct
{
  gint64 lot; /* its row, 0 for none */
  gint64 quantity;
} LotSum;

static void
on_heap (const YzStockHeap *heap, gpointer data)
{
  LotSum *sum = data;

  if (heap->lot == sum->lot)
    sum->quantity += heap->quantity;
}

static gboolean
read_books (YzStore *store, const YzStocktakeLine *line, gint64 lot, gint64 at, gint64 *quantity, GError **error)
{
  YzStockQuestion question = { .place = yz_record_get_id (line->place),
                               .item = yz_record_get_id (line->item),
                               .at = at };
  LotSum sum = { .lot = lot };

  if (!yz_stock_read (store, &question, on_heap, &sum, NULL, error))
    return FALSE;
  *quantity = sum.quantity;
  return TRUE;
}

static gboolean
fill_books (YzStore *store, const YzStocktakeLine *line, YzStockCount *count, GError **error)
{
  gint64 at = yz_stocktake_line_get_counted_at (line), lot = 0;

  if (line->lot != NULL)
    {
      if (!yz_store_find_row (store, &yz_lot_kind, yz_record_get_id (line->lot), &lot, error))
        return FALSE;
      /* the lot went to the trash: nothing of it can lie anywhere */
      if (lot == 0)
        return TRUE;
    }
  if (!read_books (store, line, lot, 0, &count->now, error))
    return FALSE;
  count->book = count->now;
  return at == 0 || read_books (store, line, lot, at, &count->book, error);
}

/* @movement: (nullable): of type "count". Returns: how many more it found than the books had */
static gint64
find_difference (YzRecord *movement)
{
  gint64 quantity = movement != NULL ? yz_record_get_integer (movement, "quantity") : 0;

  if (quantity == 0)
    return 0;
  return g_str_equal (yz_record_get_text (movement, "target"), yz_movement_get_counted_place (movement)) ? quantity
                                                                                                         : -quantity;
}

/* What a confirmed count changed is in the books by now: of a line that was confirmed twice the last time counts. */
static gboolean
take_out_own (YzStore *store, YzStocktakeSheet *sheet, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_movement_kind);
  g_autoptr (GPtrArray) movements = NULL;
  g_autoptr (GHashTable) by_line = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  yz_query_add (query, "stocktake", YZ_COMPARE_EQUAL, g_variant_new_string (yz_record_get_id (sheet->stocktake)));
  yz_query_add (query, "counted", YZ_COMPARE_NOT_EMPTY, NULL);
  movements = yz_store_load_records (store, query, error);
  for (guint i = 0; movements != NULL && i < movements->len; i++)
    {
      YzRecord *movement = g_ptr_array_index (movements, i);

      g_hash_table_insert (by_line,
                           make_key (yz_movement_get_counted_place (movement), yz_record_get_text (movement, "item"),
                                     yz_record_get_text (movement, "lot")),
                           movement);
    }
  for (guint i = 0; movements != NULL && i < sheet->lines->len; i++)
    {
      YzStocktakeLine *line = g_ptr_array_index (sheet->lines, i);
      YzStockCount *count = &g_array_index (sheet->counts, YzStockCount, i);
      g_autofree char *key = make_key (yz_record_get_id (line->place), yz_record_get_id (line->item),
                                       yz_record_get_text (line->record, "lot"));
      gint64 found = find_difference (g_hash_table_lookup (by_line, key));

      count->book -= found;
      count->now -= found;
    }
  return movements != NULL;
}

/* The second count holds, if there is one. */
static YzStockCount
read_count (const YzStocktakeLine *line, const YzStocktakeLine *before, guint place)
{
  const char *field = yz_record_get (line->record, "recounted") != NULL ? "recounted" : "counted";
  gboolean same = before != NULL && g_strcmp0 (yz_record_get_id (before->place), yz_record_get_id (line->place)) == 0;

  return (YzStockCount){
    .place = same ? place : place + 1,
    .is_counted = yz_record_get (line->record, "counted") != NULL,
    .counted = yz_record_get_integer (line->record, field),
    .value = yz_item_find_value (line->item, line->lot),
  };
}

void
yz_stocktake_sheet_take (YzStocktakeSheet *sheet, YzRecord *line)
{
  guint number = (guint) yz_record_get_integer (line, "line");

  g_hash_table_insert (sheet->known, g_strdup_printf ("%u", number), g_object_ref (line));
  g_hash_table_insert (sheet->known,
                       make_key (yz_record_get_text (line, "place"), yz_record_get_text (line, "item"),
                                 yz_record_get_text (line, "lot")),
                       g_object_ref (line));
  sheet->last_number = MAX (sheet->last_number, number);
}

YzRecord *
yz_stocktake_sheet_get_about (const YzStocktakeSheet *sheet, const char *place, const char *item, const char *lot)
{
  g_autofree char *key = make_key (place, item, lot);

  return g_hash_table_lookup (sheet->known, key);
}

YzRecord *
yz_stocktake_sheet_get_numbered (const YzStocktakeSheet *sheet, guint number)
{
  g_autofree char *key = g_strdup_printf ("%u", number);

  return g_hash_table_lookup (sheet->known, key);
}

static gboolean
add_line (YzStore *store, YzStocktakeSheet *sheet, YzRecord *record, YzStocktakeBooks books, GError **error)
{
  guint n = sheet->lines->len;
  const YzStocktakeLine *before = n > 0 ? g_ptr_array_index (sheet->lines, n - 1) : NULL;
  guint place = n > 0 ? g_array_index (sheet->counts, YzStockCount, n - 1).place : 0;
  YzStocktakeLine *line = g_new0 (YzStocktakeLine, 1);
  YzStockCount count;

  g_ptr_array_add (sheet->lines, line);
  if (!load_line (store, record, before, line, error))
    return FALSE;
  count = read_count (line, before, place);
  if (books == YZ_STOCKTAKE_WITH_BOOKS && !fill_books (store, line, &count, error))
    return FALSE;
  g_array_append_val (sheet->counts, count);
  sheet->n_pages = MAX (sheet->n_pages, line->page);
  yz_stocktake_sheet_take (sheet, record);
  return TRUE;
}

YzStocktakeSheet *
yz_stocktake_sheet_load (YzStore *store, const char *id, YzStocktakeBooks books, GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (YzStocktakeSheet) sheet = g_new0 (YzStocktakeSheet, 1);
  g_autoptr (YzQuery) query = yz_query_new (&yz_count_line_kind);
  g_autoptr (GPtrArray) records = NULL;

  sheet->lines = g_ptr_array_new_with_free_func (line_free);
  sheet->counts = g_array_new (FALSE, FALSE, sizeof (YzStockCount));
  sheet->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  sheet->n_pages = 1;
  sheet->stocktake = yz_store_load (store, &yz_stocktake_kind, id, error);
  if (sheet->stocktake != NULL)
    sheet->place = yz_store_load (store, &yz_place_kind, yz_record_get_text (sheet->stocktake, "place"), error);
  if (sheet->place == NULL)
    return NULL;
  yz_query_add (query, "stocktake", YZ_COMPARE_EQUAL, g_variant_new_string (id));
  yz_query_set_order (query, "line", FALSE);
  records = yz_store_load_records (store, query, error);
  if (records == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !add_line (store, sheet, g_ptr_array_index (records, i), books, error))
      return NULL;
  if (books == YZ_STOCKTAKE_WITH_BOOKS &&
      g_strcmp0 (yz_record_get_text (sheet->stocktake, "state"), "confirmed") == 0 &&
      !take_out_own (store, sheet, error))
    return NULL;
  return g_steal_pointer (&sheet);
}

YzStocktakeLine *
yz_stocktake_sheet_find (const YzStocktakeSheet *sheet, guint number, guint *index)
{
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      YzStocktakeLine *line = g_ptr_array_index (sheet->lines, i);

      if (line->number != number)
        continue;
      if (index != NULL)
        *index = i;
      return line;
    }
  return NULL;
}

const YzStockCount *
yz_stocktake_sheet_get_count (const YzStocktakeSheet *sheet, guint index)
{
  return &g_array_index (sheet->counts, YzStockCount, index);
}

/* The lines of a page stand together. */
void
yz_stocktake_sheet_sum (const YzStocktakeSheet *sheet, guint page, YzStockCountSum *sum)
{
  guint first = 0, end = sheet->lines->len;

  if (page != 0)
    {
      while (first < end && ((YzStocktakeLine *) g_ptr_array_index (sheet->lines, first))->page != page)
        first++;
      for (end = first; end < sheet->lines->len; end++)
        if (((YzStocktakeLine *) g_ptr_array_index (sheet->lines, end))->page != page)
          break;
    }
  yz_stock_count_sum ((const YzStockCount *) sheet->counts->data + first, end - first, sum);
}

gint64
yz_stocktake_line_get_counted_at (const YzStocktakeLine *line)
{
  return yz_record_get (line->record, "counted") != NULL ? yz_record_get_integer (line->record, "counted_at") : 0;
}

#include "config.h"

#include "yz-stock-verify.h"

#include <glib/gi18n-lib.h>

#include "yz-kinds.h"
#include "yz-place.h"
#include "yz-stock-ledger.h"
#include "yz-stock.h"
#include "yz-store-columns.h"
#include "yz-value-text.h"

typedef struct
{
  YzStore *store;
  GHashTable *numbers; /* id of a place, item, lot or transfer → number */
  GPtrArray *ids;      /* the other way; the first is of nothing */
  GHashTable *rows;    /* id of a movement → gint64 row */
  GArray *moves;       /* YzStockMove, whose ids are rows */
  GHashTable *on_way;  /* number of a transfer → gint64 */
  GPtrArray *findings;
} Books;

static void
books_clear (Books *self)
{
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->moves, g_array_unref);
  g_clear_pointer (&self->on_way, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Books, books_clear)

static guint32
number_of (Books *self, const char *id)
{
  gpointer number;
  char *copy;

  if (id == NULL)
    return 0;
  if (g_hash_table_lookup_extended (self->numbers, id, NULL, &number))
    return GPOINTER_TO_UINT (number);
  copy = g_strdup (id);
  g_ptr_array_add (self->ids, copy);
  g_hash_table_insert (self->numbers, copy, GUINT_TO_POINTER (self->ids->len - 1));
  return self->ids->len - 1;
}

enum
{
  ID,
  SOURCE,
  TARGET,
  ITEM,
  LOT,
  QUANTITY,
  AT,
  COUNTED,
  FORCED,
  TAKES_BACK,
  TRANSFER,
};

static const char *const columns_read[] = {
  "id", "source", "target", "item", "lot", "quantity", "at", "counted", "forced", "takes_back", "transfer", NULL,
};

/* What goes on its way without a transfer is of transfer 0. */
static void
add_on_way (Books *self, const YzStockMove *move, guint32 transfer)
{
  guint32 way = number_of (self, yz_place_get_single_id (YZ_PLACE_TRANSIT));
  gint64 *sum = g_hash_table_lookup (self->on_way, GUINT_TO_POINTER (transfer));

  if (move->source != way && move->target != way)
    return;
  if (sum == NULL)
    {
      sum = g_new0 (gint64, 1);
      g_hash_table_insert (self->on_way, GUINT_TO_POINTER (transfer), sum);
    }
  *sum += (move->target == way ? move->quantity : 0) - (move->source == way ? move->quantity : 0);
}

/* A movement comes before its counter-entry; what is taken back and not there gets a number that nothing has. */
static guint64
find_taken_back (Books *self, const char *id)
{
  const gint64 *row = id != NULL ? g_hash_table_lookup (self->rows, id) : NULL;

  if (id == NULL)
    return 0;
  return row != NULL ? (guint64) *row : G_MAXUINT64;
}

static void
on_movement (gint64 row, const YzColumn *columns, gpointer data)
{
  Books *self = data;
  YzStockMove move = {
    .id = (guint64) row,
    .takes_back = find_taken_back (self, columns[TAKES_BACK].text),
    .source = number_of (self, columns[SOURCE].text),
    .target = number_of (self, columns[TARGET].text),
    .item = number_of (self, columns[ITEM].text),
    .lot = number_of (self, columns[LOT].text),
    .quantity = columns[QUANTITY].integer,
    .at = columns[AT].integer,
    .counted = columns[COUNTED].integer,
    .forced = columns[FORCED].integer != 0,
  };

  if (!columns[COUNTED].empty)
    move.counted_place =
      g_strcmp0 (columns[SOURCE].text, yz_place_get_single_id (YZ_PLACE_DIFFERENCE)) == 0 ? move.target : move.source;
  g_hash_table_insert (self->rows, g_strdup (columns[ID].text), g_memdup2 (&row, sizeof row));
  g_array_append_val (self->moves, move);
  add_on_way (self, &move, number_of (self, columns[TRANSFER].text));
}

static char *
dup_title (Books *self, const YzKind *kind, guint32 number)
{
  const char *id = g_ptr_array_index (self->ids, number);
  g_autoptr (YzRecord) record = id != NULL ? yz_store_load (self->store, kind, id, NULL) : NULL;

  return g_strdup (record != NULL ? yz_record_get_title (record) : id);
}

G_GNUC_PRINTF (2, 3)
static void
add_finding (Books *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->findings, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* What the store keeps beside the movements, and can be wrong about an item at a place. */
typedef enum
{
  WRONG_NOW,
  WRONG_PAST,
  WRONG_ENTRY,
} Wrong;

static void
add_wrong (Books *self, Wrong wrong, guint32 place, guint32 item)
{
  g_autofree char *what = dup_title (self, &yz_item_kind, item);
  g_autofree char *where = dup_title (self, &yz_place_kind, place);

  if (wrong == WRONG_NOW)
    add_finding (self, _ ("%s at %s: the stock that is shown is not the sum of the movements"), what, where);
  else if (wrong == WRONG_PAST)
    add_finding (self, _ ("%s at %s: the stock of past days is not the sum of the movements"), what, where);
  else
    add_finding (self, _ ("%s at %s: the stock of past days was reckoned from other figures than the movements"), what,
                 where);
}

static const YzStockMove *
find_move (Books *self, guint64 id)
{
  for (guint i = 0; i < self->moves->len; i++)
    if (g_array_index (self->moves, YzStockMove, i).id == id)
      return &g_array_index (self->moves, YzStockMove, i);
  return NULL;
}

static void
tell_fault (Books *self, const YzStockFault *fault)
{
  const YzStockMove *move = find_move (self, fault->move);
  g_autofree char *item = dup_title (self, &yz_item_kind, move->item);
  g_autofree char *place = dup_title (self, &yz_place_kind, fault->place);
  g_autoptr (GDateTime) time = yz_office_time (move->at);
  g_autofree char *at = time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M") : g_strdup ("");
  g_autofree char *quantity = g_strdup_printf ("%" G_GINT64_FORMAT, fault->quantity);

  switch (fault->type)
    {
    case YZ_STOCK_FAULT_NEGATIVE:
      add_finding (self, _ ("%s at %s: on %s there were %s too few"), item, place, at, quantity);
      break;
    case YZ_STOCK_FAULT_COUNT:
      /* Translators: an item, a place, a time and a number, which may be less than nothing */
      add_finding (self, _ ("%s at %s: the count of %s does not agree with the books, which have %s more"), item, place,
                   at, quantity);
      break;
    case YZ_STOCK_FAULT_COUNTER:
      add_finding (self, _ ("%s at %s: what was taken back on %s is not what is said there"), item, place, at);
      break;
    case YZ_STOCK_FAULT_TWICE:
    default:
      add_finding (self, _ ("%s at %s: the movement of %s was taken back twice; once counts"), item, place, at);
      break;
    }
}

static gboolean
is_outside (guint32 place, gpointer data)
{
  Books *self = data;
  YzPlaceType type;

  return yz_place_find_single (g_ptr_array_index (self->ids, place), &type) && yz_place_type_is_outside (type);
}

static void
verify_moves (Books *self)
{
  g_autoptr (GArray)
    faults = yz_stock_ledger_verify ((YzStockMove *) self->moves->data, self->moves->len, is_outside, self);

  for (guint i = 0; i < faults->len; i++)
    tell_fault (self, &g_array_index (faults, YzStockFault, i));
}

/* The balances of the workspace, with the numbers of this file instead of rows. */
typedef struct
{
  Books *books;
  GHashTable *by_row[3]; /* place, item, lot: gint64 row → number */
  GHashTable *sums;      /* "place/item/lot" → gint64 */
} Balances;

static void
on_row (gint64 row, const YzColumn *columns, gpointer data)
{
  gpointer *closure = data;

  g_hash_table_insert (closure[1], g_memdup2 (&row, sizeof row),
                       GUINT_TO_POINTER (number_of (closure[0], columns[0].text)));
}

static gboolean
read_rows (Balances *self, GError **error)
{
  static const char *const columns[] = { "id", NULL };
  const YzKind *const kinds[] = { &yz_place_kind, &yz_item_kind, &yz_lot_kind };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (YzQuery) query = yz_query_new (kinds[i]);
      gpointer closure[] = { self->books, NULL };

      self->by_row[i] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      closure[1] = self->by_row[i];
      if (!yz_store_read_columns (self->books->store, query, columns, on_row, closure, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static char *
make_key (guint32 place, guint32 item, guint32 lot)
{
  return g_strdup_printf ("%u/%u/%u", place, item, lot);
}

static guint32
find_number (GHashTable *by_row, gint64 row)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (by_row, &row));
}

static void
on_heap (const YzStockHeap *heap, gpointer data)
{
  Balances *self = data;

  g_hash_table_insert (self->sums,
                       make_key (find_number (self->by_row[0], heap->place), find_number (self->by_row[1], heap->item),
                                 find_number (self->by_row[2], heap->lot)),
                       g_memdup2 (&heap->quantity, sizeof heap->quantity));
}

static guint
count_differing (Balances *self, GArray *sums, Wrong wrong)
{
  guint n_real = 0;

  for (guint i = 0; i < sums->len; i++)
    {
      const YzStockSum *sum = &g_array_index (sums, YzStockSum, i);
      g_autofree char *key = make_key (sum->place, sum->item, sum->lot);
      const gint64 *said = g_hash_table_lookup (self->sums, key);

      if (is_outside (sum->place, self->books))
        continue;
      n_real++;
      if (said == NULL || *said != sum->quantity)
        add_wrong (self->books, wrong, sum->place, sum->item);
    }
  return n_real;
}

/* @at: as of #YzStockQuestion */
static gboolean
compare (Balances *self, GArray *sums, gint64 at, Wrong wrong, GCancellable *cancellable, GError **error)
{
  const YzStockQuestion question = { .at = at };

  g_hash_table_remove_all (self->sums);
  if (!yz_stock_read (self->books->store, &question, on_heap, self, cancellable, error))
    return FALSE;
  if (count_differing (self, sums, wrong) < g_hash_table_size (self->sums))
    add_finding (self->books, "%s", _ ("Stock is shown that no movement tells of"));
  return TRUE;
}

static void
on_wrong_entry (const YzStockHeap *heap, gpointer data)
{
  Balances *self = data;

  add_wrong (self->books, WRONG_ENTRY, find_number (self->by_row[0], heap->place),
             find_number (self->by_row[1], heap->item));
}

/* Stock at an instant is added up from entries of the store's own, today's is kept beside them. */
static gboolean
verify_balances (Books *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) sums = yz_stock_ledger_sum ((YzStockMove *) self->moves->data, self->moves->len, G_MAXINT64);
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Balances balances = { .books = self, .sums = said };
  gboolean read;

  read = read_rows (&balances, error) && compare (&balances, sums, 0, WRONG_NOW, cancellable, error) &&
         compare (&balances, sums, G_MAXINT64, WRONG_PAST, cancellable, error) &&
         yz_stock_check_entries (self->store, on_wrong_entry, &balances, cancellable, error);
  for (guint i = 0; i < G_N_ELEMENTS (balances.by_row); i++)
    g_clear_pointer (&balances.by_row[i], g_hash_table_unref);
  return read;
}

/* @id: (nullable): for what is of no transfer */
static void
verify_transfer (Books *self, const char *id, gint64 on_way)
{
  g_autoptr (YzRecord) transfer = id != NULL ? yz_store_load (self->store, &yz_transfer_kind, id, NULL) : NULL;
  g_autofree char *quantity = g_strdup_printf ("%" G_GINT64_FORMAT, on_way);

  if (id == NULL && on_way != 0)
    add_finding (self, _ ("Goods (%s) are on the way, and no transfer says where to"), quantity);
  else if (id != NULL && transfer == NULL)
    add_finding (self, _ ("A transfer is lost that movements are of; %s of it are on the way"), quantity);
  else if (on_way < 0)
    add_finding (self, _ ("Transfer %s: more came than was sent"), yz_record_get_title (transfer));
  else if (on_way > 0 && yz_record_get (transfer, "closed") != NULL)
    add_finding (self, _ ("Transfer %s is closed, and something is still on the way"), yz_record_get_title (transfer));
}

static void
verify_transfers (Books *self)
{
  GHashTableIter iter;
  gpointer number, sum;

  g_hash_table_iter_init (&iter, self->on_way);
  while (g_hash_table_iter_next (&iter, &number, &sum))
    verify_transfer (self, g_ptr_array_index (self->ids, GPOINTER_TO_UINT (number)), *(gint64 *) sum);
}

GPtrArray *
yz_stock_verify (YzStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (YzQuery) query = yz_query_new (&yz_movement_kind);
  g_auto (Books) books = {
    .store = store,
    .numbers = g_hash_table_new (g_str_hash, g_str_equal),
    .ids = g_ptr_array_new_with_free_func (g_free),
    .rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .moves = g_array_new (FALSE, FALSE, sizeof (YzStockMove)),
    .on_way = g_hash_table_new_full (NULL, NULL, NULL, g_free),
    .findings = findings,
  };

  g_ptr_array_add (books.ids, NULL);
  if (!yz_store_read_columns (store, query, columns_read, on_movement, &books, cancellable, error) ||
      !verify_balances (&books, cancellable, error))
    return NULL;
  verify_moves (&books);
  verify_transfers (&books);
  return g_steal_pointer (&findings);
}

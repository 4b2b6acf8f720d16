/* How a stocktake begins: which lines it has, in which order they are printed, and what it is called. */
#include "config.h"

#include "yz-stocktakes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yz-collator.h"
#include "yz-kinds.h"
#include "yz-stock-count.h"
#include "yz-stock-movements.h"
#include "yz-stock.h"

/* What was there so long ago and is there no more is still looked for. */
#define REMEMBERED (G_GINT64_CONSTANT (90) * 24 * 3600 * 1000)

/* So many names say what is counted; nobody reads more. */
#define MAX_TOLD 6

/* A line to come. */
typedef struct
{
  guint place; /* in the order of the walk */
  YzRecord *item;
  YzRecord *lot;
  guchar name[YZ_COLLATOR_KEY_SIZE]; /* of the item, as Chinese readers order names */
} Target;

typedef struct
{
  YzStore *store;
  const YzStocktakePlan *plan;
  YzRecord *place;
  GPtrArray *places;  /* YzRecord, in the order of a walk */
  GPtrArray *targets; /* Target */
  GHashTable *known;  /* set of "place/item" and "place/item/lot" that are lines already */
  YzCollator *collator;
} Begin;

static void
target_free (gpointer data)
{
  Target *target = data;

  g_clear_object (&target->item);
  g_clear_object (&target->lot);
  g_free (target);
}

static void
begin_clear (Begin *self)
{
  g_clear_object (&self->place);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->collator, yz_collator_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Begin, begin_clear)

/* What belongs to no shelf, then the shelves, then the cabinets. */
static int
rank_place (YzRecord *place)
{
  YzPlaceType type = yz_place_get_type_of (place);

  if (type == YZ_PLACE_STATION)
    return 0;
  return type == YZ_PLACE_SLOT ? 2 : 1;
}

/* As somebody walks: slots by their cabinet, everything by position, then by name, which is how they come. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  YzRecord *one = *(YzRecord *const *) a, *two = *(YzRecord *const *) b;
  gint64 left = yz_record_get (one, "position") != NULL ? yz_record_get_integer (one, "position") : G_MAXINT64;
  gint64 right = yz_record_get (two, "position") != NULL ? yz_record_get_integer (two, "position") : G_MAXINT64;
  int order = rank_place (one) - rank_place (two);

  if (order == 0)
    order = g_strcmp0 (yz_record_get_text (one, "cabinet"), yz_record_get_text (two, "cabinet"));
  return order != 0 ? order : (left > right) - (left < right);
}

static gboolean
load_places (Begin *self, GError **error)
{
  const char *station = yz_record_get_text (self->place, "station");
  g_autoptr (YzQuery) query = yz_query_new (&yz_place_kind);

  if (yz_place_get_type_of (self->place) == YZ_PLACE_STATION && station != NULL)
    {
      yz_query_add (query, "station", YZ_COMPARE_EQUAL, g_variant_new_string (station));
      yz_query_set_order (query, "name", FALSE);
      self->places = yz_store_load_records (self->store, query, error);
      if (self->places == NULL)
        return FALSE;
      g_ptr_array_sort (self->places, compare_places);
    }
  if (self->places == NULL || self->places->len == 0)
    {
      g_clear_pointer (&self->places, g_ptr_array_unref);
      self->places = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (self->places, g_object_ref (self->place));
    }
  return TRUE;
}

static gboolean
find_place (Begin *self, const char *id, guint *index)
{
  for (guint i = 0; i < self->places->len; i++)
    if (g_strcmp0 (yz_record_get_id (g_ptr_array_index (self->places, i)), id) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_wanted (Begin *self, const char *item)
{
  return self->plan->items == NULL || g_strv_contains (self->plan->items, item);
}

static void
add_target (Begin *self, guint place, YzRecord *item, YzRecord *lot)
{
  const char *item_id = yz_record_get_id (item), *name = yz_record_get_title (item);
  const char *lot_id = lot != NULL ? yz_record_get_id (lot) : "";
  g_autofree char *key = g_strdup_printf ("%u/%s/%s", place, item_id, lot_id);
  Target *target;

  if (!is_wanted (self, item_id) || !g_hash_table_add (self->known, g_steal_pointer (&key)))
    return;
  g_hash_table_add (self->known, g_strdup_printf ("%u/%s", place, item_id));
  target = g_new0 (Target, 1);
  target->place = place;
  target->item = g_object_ref (item);
  g_set_object (&target->lot, lot);
  yz_collator_get_key (self->collator, name, strlen (name), target->name, sizeof target->name);
  g_ptr_array_add (self->targets, target);
}

/* An item of which nothing is there: one line, without a lot. */
static gboolean
add_kept (Begin *self, guint place, const char *item, GError **error)
{
  g_autofree char *key = g_strdup_printf ("%u/%s", place, item);
  g_autoptr (YzRecord) record = NULL;

  if (!is_wanted (self, item) || g_hash_table_contains (self->known, key))
    return TRUE;
  record = yz_store_load (self->store, &yz_item_kind, item, error);
  if (record == NULL)
    return FALSE;
  add_target (self, place, record, NULL);
  return TRUE;
}

static gboolean
add_heap (Begin *self, const YzStockHeap *heap, gboolean with_lot, GError **error)
{
  g_autoptr (YzRecord) place = yz_store_load_row (self->store, &yz_place_kind, heap->place, error);
  g_autoptr (YzRecord) item = place != NULL ? yz_store_load_row (self->store, &yz_item_kind, heap->item, error) : NULL;
  g_autoptr (YzRecord) lot = NULL;
  guint index;

  if (item == NULL)
    return FALSE;
  if (heap->lot != 0 && with_lot)
    {
      lot = yz_store_load_row (self->store, &yz_lot_kind, heap->lot, error);
      if (lot == NULL)
        return FALSE;
    }
  if (!find_place (self, yz_record_get_id (place), &index))
    return TRUE;
  if (!with_lot)
    return add_kept (self, index, yz_record_get_id (item), error);
  add_target (self, index, item, lot);
  return TRUE;
}

/* @at: 0 for now */
static gboolean
add_heaps (Begin *self, gint64 at, gboolean with_lots, GError **error)
{
  const char *station = yz_record_get_text (self->place, "station");
  gboolean whole = yz_place_get_type_of (self->place) == YZ_PLACE_STATION && station != NULL;
  YzStockQuestion question = { .station = whole ? station : NULL,
                               .place = whole ? NULL : yz_record_get_id (self->place),
                               .at = at };
  g_autoptr (GArray) heaps = yz_stock_list (self->store, &question, NULL, error);

  for (guint i = 0; heaps != NULL && i < heaps->len; i++)
    if (!add_heap (self, &g_array_index (heaps, YzStockHeap, i), with_lots, error))
      return FALSE;
  return heaps != NULL;
}

static gboolean
add_levels (Begin *self, guint place, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_stock_level_kind);
  g_autoptr (GPtrArray) levels = NULL;

  yz_query_add (query, "place", YZ_COMPARE_EQUAL,
                g_variant_new_string (yz_record_get_id (g_ptr_array_index (self->places, place))));
  levels = yz_store_load_records (self->store, query, error);
  for (guint i = 0; levels != NULL && i < levels->len; i++)
    if (!add_kept (self, place, yz_record_get_text (g_ptr_array_index (levels, i), "item"), error))
      return FALSE;
  return levels != NULL;
}

/* What people chose to count is on the sheet in any case. */
static gboolean
add_chosen (Begin *self, GError **error)
{
  for (guint i = 0; self->plan->items != NULL && self->plan->items[i] != NULL; i++)
    {
      gboolean known = FALSE;

      for (guint place = 0; place < self->places->len && !known; place++)
        {
          g_autofree char *key = g_strdup_printf ("%u/%s", place, self->plan->items[i]);

          known = g_hash_table_contains (self->known, key);
        }
      if (!known && !add_kept (self, 0, self->plan->items[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_absent (Begin *self, GError **error)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      const char *kept = yz_record_get_text (g_ptr_array_index (self->places, i), "item");

      if ((kept != NULL && !add_kept (self, i, kept, error)) || !add_levels (self, i, error))
        return FALSE;
    }
  return add_chosen (self, error);
}

/* What is empty comes last. */
static int
compare_texts (YzRecord *one, YzRecord *two, const char *field)
{
  const char *left = one != NULL ? yz_record_get_text (one, field) : NULL;
  const char *right = two != NULL ? yz_record_get_text (two, field) : NULL;

  if (left == NULL || right == NULL)
    return (left == NULL) - (right == NULL);
  return strcmp (left, right);
}

static int
compare_targets (gconstpointer a, gconstpointer b)
{
  const Target *one = *(const Target *const *) a, *two = *(const Target *const *) b;
  int order = (one->place > two->place) - (one->place < two->place);

  if (order == 0)
    order = compare_texts (one->item, two->item, "code");
  if (order == 0)
    order = memcmp (one->name, two->name, sizeof one->name);
  if (order == 0)
    order = strcmp (yz_record_get_id (one->item), yz_record_get_id (two->item));
  if (order == 0)
    order = compare_texts (one->lot, two->lot, "expiry");
  return order != 0 ? order : compare_texts (one->lot, two->lot, "number");
}

static void
add_line (Begin *self, YzEdit *edit, const char *stocktake, const Target *target, guint number, guint page)
{
  g_autofree char *id = yz_id_factory_next (yz_store_get_ids (self->store));
  g_autoptr (YzRecord) line = yz_record_new (&yz_count_line_kind, id);

  yz_record_set_text (line, "name", yz_record_get_title (target->item));
  yz_record_set_text (line, "stocktake", stocktake);
  yz_record_set (line, "line", g_variant_new_int64 (number));
  yz_record_set (line, "page", g_variant_new_int64 (page));
  yz_record_set_text (line, "place", yz_record_get_id (g_ptr_array_index (self->places, target->place)));
  yz_record_set_text (line, "item", yz_record_get_id (target->item));
  if (target->lot != NULL)
    yz_record_set_text (line, "lot", yz_record_get_id (target->lot));
  yz_edit_create (edit, line);
}

/* Each page leaves the numbers of its empty lines free. */
static void
add_lines (Begin *self, YzEdit *edit, const char *stocktake)
{
  guint n = self->targets->len;
  g_autofree YzStockCount *counts = g_new0 (YzStockCount, n + 1);
  g_autofree guint *pages = g_new0 (guint, n + 1);

  for (guint i = 0; i < n; i++)
    counts[i].place = ((Target *) g_ptr_array_index (self->targets, i))->place;
  yz_stock_count_break_pages (counts, n, YZ_STOCK_COUNT_ROWS_A_PAGE, pages);
  for (guint i = 0; i < n; i++)
    add_line (self, edit, stocktake, g_ptr_array_index (self->targets, i),
              i + 1 + (pages[i] - 1) * YZ_STOCK_COUNT_BLANKS_A_PAGE, pages[i]);
}

static char *
propose_number (YzStore *store, gint64 at, GError **error)
{
  g_autoptr (GDateTime) time = yz_office_time (at);
  g_autofree char *prefix = g_date_time_format (time, "PD-%y%m%d-");
  g_autoptr (YzQuery) query = yz_query_new (&yz_stocktake_kind);
  g_autoptr (GPtrArray) taken = NULL;
  guint64 last = 0;

  yz_query_add (query, "number", YZ_COMPARE_CONTAINS, g_variant_new_string (prefix));
  taken = yz_store_load_records (store, query, error);
  if (taken == NULL)
    return NULL;
  for (guint i = 0; i < taken->len; i++)
    {
      const char *number = yz_record_get_title (g_ptr_array_index (taken, i));
      guint64 value;

      if (g_str_has_prefix (number, prefix) &&
          g_ascii_string_to_unsigned (number + strlen (prefix), 10, 0, 99999, &value, NULL))
        last = MAX (last, value);
    }
  return g_strdup_printf ("%s%02" G_GUINT64_FORMAT, prefix, last + 1);
}

static gboolean
check_number (YzStore *store, const char *number, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_stocktake_kind);
  gint64 n;

  yz_query_add (query, "number", YZ_COMPARE_EQUAL, g_variant_new_string (number));
  n = yz_store_count (store, query, error);
  if (n > 0)
    g_set_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID, _ ("There is a stocktake “%s” already"), number);
  return n == 0;
}

/* The slots of a cabinet are called by the cabinet. */
static char *
dup_name_in_scope (Begin *self, const Target *target)
{
  YzRecord *place = g_ptr_array_index (self->places, target->place);
  const char *id = yz_record_get_text (place, "cabinet");
  g_autoptr (YzRecord) cabinet = id != NULL ? yz_store_load (self->store, &yz_cabinet_kind, id, NULL) : NULL;

  if (self->plan->items != NULL)
    return g_strdup (yz_record_get_title (target->item));
  return g_strdup (yz_record_get_title (cabinet != NULL ? cabinet : place));
}

/* What is counted in a few words: the places, or the items that were chosen. */
static char *
dup_scope (Begin *self)
{
  GString *scope = g_string_new (NULL);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->targets->len; i++)
    {
      char *name = dup_name_in_scope (self, g_ptr_array_index (self->targets, i));

      if (g_hash_table_contains (told, name) || g_hash_table_size (told) >= MAX_TOLD)
        {
          g_free (name);
          continue;
        }
      g_string_append_printf (scope, "%s%s", scope->len > 0 ? "、" : "", name);
      g_hash_table_add (told, name);
    }
  if (scope->len == 0)
    g_string_append (scope, yz_record_get_title (self->place));
  return g_string_free (scope, FALSE);
}

static YzRecord *
make_stocktake (Begin *self, const char *number)
{
  const YzStocktakePlan *plan = self->plan;
  g_autofree char *id = yz_id_factory_next (yz_store_get_ids (self->store));
  YzRecord *stocktake = yz_record_new (&yz_stocktake_kind, id);
  g_autofree char *scope = dup_scope (self);

  yz_record_set_text (stocktake, "number", number);
  yz_record_set_text (stocktake, "place", yz_record_get_id (self->place));
  yz_record_set_text (stocktake, "scope", scope);
  yz_record_set (stocktake, "blind", g_variant_new_boolean (plan->blind));
  yz_record_set (stocktake, "begun", g_variant_new_int64 (plan->at));
  yz_record_set_text (stocktake, "due", plan->due);
  yz_record_set_text (stocktake, "counted_by", plan->counted_by);
  yz_record_set_text (stocktake, "note", plan->note);
  return stocktake;
}

/* The place may be one that the edit itself makes. */
static YzRecord *
find_place_record (YzStore *store, YzEdit *edit, const char *id, GError **error)
{
  for (guint i = 0; i < yz_edit_get_n_changes (edit); i++)
    {
      YzRecord *record = yz_edit_get_change (edit, i)->record;

      if (g_str_equal (yz_record_get_id (record), id))
        return g_object_ref (record);
    }
  return yz_store_load (store, &yz_place_kind, id, error);
}

static gboolean
fill (Begin *self, GError **error)
{
  if (yz_place_type_is_outside (yz_place_get_type_of (self->place)) ||
      yz_place_get_type_of (self->place) == YZ_PLACE_TRANSIT)
    {
      g_set_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID, _ ("“%s” is no place where anything can be counted"),
                   yz_record_get_title (self->place));
      return FALSE;
    }
  self->targets = g_ptr_array_new_with_free_func (target_free);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->collator = yz_collator_new ();
  if (!load_places (self, error) || !add_heaps (self, 0, TRUE, error) ||
      !add_heaps (self, self->plan->at - REMEMBERED, FALSE, error) || !add_absent (self, error))
    return FALSE;
  g_ptr_array_sort (self->targets, compare_targets);
  return TRUE;
}

YzEdit *
yz_stocktake_make_begin (YzStore *store, const YzStocktakePlan *plan, char **id, GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Begin a stocktake"));
  const YzStockNote note = { .at = plan->at };
  YzStockMoving moving = { .store = store, .edit = edit, .note = &note };
  g_auto (Begin) begin = { .store = store, .plan = plan };
  g_autofree char *place = yz_stock_moving_dup_place (&moving, plan->place, error);
  g_autofree char *number = NULL;
  g_autoptr (YzRecord) stocktake = NULL;

  begin.place = place != NULL ? find_place_record (store, edit, place, error) : NULL;
  if (begin.place == NULL || !fill (&begin, error))
    return NULL;
  number = plan->number != NULL ? g_strdup (plan->number) : propose_number (store, plan->at, error);
  if (number == NULL || !check_number (store, number, error))
    return NULL;
  stocktake = make_stocktake (&begin, number);
  yz_edit_create (edit, stocktake);
  yz_edit_set_subject (edit, number);
  add_lines (&begin, edit, yz_record_get_id (stocktake));
  if (id != NULL)
    *id = g_strdup (yz_record_get_id (stocktake));
  return g_steal_pointer (&edit);
}

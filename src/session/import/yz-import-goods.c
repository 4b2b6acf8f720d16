#include "config.h"

#include "yz-import-goods.h"

#include "yz-kinds.h"
#include "yz-place.h"
#include "yz-text.h"

#include <glib/gi18n-lib.h>

struct _YzImportGoods
{
  YzStore *store;
  gboolean make_unknown;
  GPtrArray *items;     /* of YzRecord: all there are, and those that are made */
  GHashTable *by_code;  /* folded code or barcode → YzRecord */
  GHashTable *by_name;  /* folded name → GPtrArray of YzRecord */
  GHashTable *lots;     /* item's id → GPtrArray of YzRecord */
  GHashTable *stations; /* text → YzRecord, NULL where nobody knows it */
  GHashTable *places;   /* "station's id \n text" → YzRecord, likewise */
  GPtrArray *made;      /* of YzRecord */
};

static void
unref_if_any (gpointer record)
{
  g_clear_object (&record);
}

static void
add_item (YzImportGoods *self, YzRecord *item)
{
  const char *code = yz_record_get_text (item, "code");
  g_autofree char *name = yz_text_fold (yz_record_get_title (item));
  GVariant *barcodes = yz_record_get (item, "barcodes");
  g_autofree const char **list = barcodes != NULL ? g_variant_get_strv (barcodes, NULL) : NULL;
  GPtrArray *named = g_hash_table_lookup (self->by_name, name);

  g_ptr_array_add (self->items, g_object_ref (item));
  if (code != NULL)
    g_hash_table_insert (self->by_code, yz_text_fold (code), item);
  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    g_hash_table_insert (self->by_code, yz_text_fold (list[i]), item);
  if (named == NULL)
    {
      named = g_ptr_array_new ();
      g_hash_table_insert (self->by_name, g_steal_pointer (&name), named);
    }
  g_ptr_array_add (named, item);
}

/* Where all of it comes from; the first that comes into a workspace makes it. */
static gboolean
ensure_supply (YzImportGoods *self, GError **error)
{
  g_autoptr (YzRecord) there = NULL;

  if (!yz_store_look_up (self->store, &yz_place_kind, yz_place_get_single_id (YZ_PLACE_SUPPLY), &there, error))
    return FALSE;
  if (there == NULL)
    g_ptr_array_add (self->made, yz_place_new_single (YZ_PLACE_SUPPLY));
  return TRUE;
}

YzImportGoods *
yz_import_goods_new (YzStore *store, gboolean make_unknown, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_item_kind);
  g_autoptr (GPtrArray) items = yz_store_load_records (store, query, error);
  YzImportGoods *self;

  if (items == NULL)
    return NULL;
  self = g_new0 (YzImportGoods, 1);
  self->store = g_object_ref (store);
  self->make_unknown = make_unknown;
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_code = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->lots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->stations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_if_any);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_if_any);
  self->made = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < items->len; i++)
    add_item (self, g_ptr_array_index (items, i));
  if (ensure_supply (self, error))
    return self;
  yz_import_goods_free (self);
  return NULL;
}

void
yz_import_goods_free (YzImportGoods *self)
{
  g_hash_table_unref (self->by_code);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->lots);
  g_hash_table_unref (self->stations);
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->made);
  g_object_unref (self->store);
  g_free (self);
}

guint
yz_import_goods_count (const YzImportGoods *self)
{
  return self->made->len;
}

YzRecord *
yz_import_goods_get (const YzImportGoods *self, guint index)
{
  return g_ptr_array_index (self->made, index);
}

static YzRecord *
make (YzImportGoods *self, const YzKind *kind)
{
  g_autofree char *id = yz_id_factory_next (yz_store_get_ids (self->store));
  YzRecord *record = yz_record_new (kind, id);

  g_ptr_array_add (self->made, record);
  return record;
}

static gboolean refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError **error, const char *format, ...)
{
  va_list values;

  va_start (values, format);
  g_propagate_error (error, g_error_new_valist (YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID, format, values));
  va_end (values);
  return FALSE;
}

/* --- items -------------------------------------------------------------------------------------------------------- */

static gboolean
is_same_text (const char *a, const char *b)
{
  g_autofree char *first = yz_text_fold (a != NULL ? a : ""), *second = yz_text_fold (b != NULL ? b : "");

  return g_str_equal (first, second);
}

/* Of that name, and of that specification where the row says one; several are none. */
static YzRecord *
find_named (YzImportGoods *self, const char *name, const char *spec, guint *n)
{
  g_autofree char *folded = yz_text_fold (name);
  GPtrArray *named = g_hash_table_lookup (self->by_name, folded);
  YzRecord *found = NULL;

  *n = 0;
  for (guint i = 0; named != NULL && i < named->len; i++)
    {
      YzRecord *item = g_ptr_array_index (named, i);

      if (spec != NULL && !is_same_text (yz_record_get_text (item, "spec"), spec))
        continue;
      found = item;
      ++*n;
    }
  return *n == 1 ? found : NULL;
}

static YzRecord *
make_item (YzImportGoods *self, const YzSheetRow *values)
{
  YzRecord *item = make (self, &yz_item_kind);
  const char *unit = yz_sheet_row_get_text (values, "unit");

  yz_record_set_text (item, "name", yz_sheet_row_get_text (values, "item"));
  yz_record_set_text (item, "spec", yz_sheet_row_get_text (values, "spec"));
  yz_record_set_text (item, "code", yz_sheet_row_get_text (values, "code"));
  if (unit != NULL)
    yz_record_set_text (item, "unit", unit);
  if (yz_sheet_row_get (values, "cost") != NULL)
    yz_record_set (item, "value", yz_sheet_row_get (values, "cost"));
  if (yz_sheet_row_get (values, "expiry") != NULL)
    yz_record_set (item, "needs_expiry", g_variant_new_boolean (TRUE));
  add_item (self, item);
  return item;
}

static YzRecord *
find_item (YzImportGoods *self, const YzSheetRow *values, GError **error)
{
  const char *name = yz_sheet_row_get_text (values, "item"), *code = yz_sheet_row_get_text (values, "code");
  g_autofree char *folded = code != NULL ? yz_text_fold (code) : NULL;
  YzRecord *item = folded != NULL ? g_hash_table_lookup (self->by_code, folded) : NULL;
  guint n = 0;

  if (item == NULL && name != NULL)
    item = find_named (self, name, yz_sheet_row_get_text (values, "spec"), &n);
  /* one of that name with another code is another item */
  if (item != NULL && folded != NULL && n > 0 && yz_record_get (item, "code") != NULL)
    item = NULL;
  if (item != NULL)
    return item;
  if (n > 1 && code == NULL)
    refuse (error, _ ("several items are called “%s”: say which by its specification or code"), name);
  else if (name == NULL)
    refuse (error, _ ("no item has the code “%s”"), code != NULL ? code : "");
  else if (!self->make_unknown)
    refuse (error, _ ("there is no item “%s”: add it, or let unknown ones be made"), name);
  else
    return make_item (self, values);
  return NULL;
}

/* --- places ------------------------------------------------------------------------------------------------------- */

/* By code, id or name; several of one name are none. Returns FALSE with an error of the store. */
static gboolean
find_station (YzImportGoods *self, const char *text, YzRecord **station, GError **error)
{
  gpointer known;

  if (g_hash_table_lookup_extended (self->stations, text, NULL, &known))
    {
      *station = known;
      return TRUE;
    }
  if (!yz_store_find_called (self->store, &yz_station_kind, text, station, error))
    return FALSE;
  g_hash_table_insert (self->stations, g_strdup (text), *station);
  return TRUE;
}

/* The station as a whole, which is made if it has no stock yet. */
static gboolean
find_place_of (YzImportGoods *self, YzRecord *station, YzRecord **place, GError **error)
{
  g_autofree char *id = yz_place_dup_id_of_station (yz_record_get_id (station));

  *place = g_hash_table_lookup (self->places, id);
  if (*place != NULL)
    return TRUE;
  if (!yz_store_look_up (self->store, &yz_place_kind, id, place, error))
    return FALSE;
  if (*place == NULL)
    {
      *place = yz_place_new_of_station (station);
      g_ptr_array_add (self->made, g_object_ref (*place));
    }
  g_hash_table_insert (self->places, g_steal_pointer (&id), *place);
  return TRUE;
}

/* @station: (nullable): a warehouse has none */
static gboolean
find_shelf (YzImportGoods *self, const char *text, YzRecord *station, YzRecord **place, GError **error)
{
  const char *station_id = station != NULL ? yz_record_get_id (station) : NULL;
  g_autofree char *key = g_strdup_printf ("%s\n%s", station_id != NULL ? station_id : "", text);
  g_autoptr (YzQuery) query = NULL;
  gpointer known;

  if (g_hash_table_lookup_extended (self->places, key, NULL, &known))
    {
      *place = known;
      return TRUE;
    }
  query = yz_query_new (&yz_place_kind);
  yz_query_add (query, "name", YZ_COMPARE_EQUAL, g_variant_new_string (text));
  if (station_id != NULL)
    yz_query_add (query, "station", YZ_COMPARE_EQUAL, g_variant_new_string (station_id));
  if (!yz_store_load_only (self->store, query, place, error))
    return FALSE;
  if (*place == NULL && self->make_unknown && station != NULL)
    {
      *place = g_object_ref (make (self, &yz_place_kind));
      yz_record_set_text (*place, "name", text);
      yz_record_set_text (*place, "station", station_id);
    }
  g_hash_table_insert (self->places, g_steal_pointer (&key), *place);
  return TRUE;
}

static gboolean
find_place (YzImportGoods *self, const YzSheetRow *values, YzRecord **place, GError **error)
{
  const char *station_text = yz_sheet_row_get_text (values, "station");
  const char *place_text = yz_sheet_row_get_text (values, "place");
  YzRecord *station = NULL;

  *place = NULL;
  if (station_text == NULL && place_text == NULL)
    return refuse (error, "%s", _ ("neither a station nor a place is named"));
  if (station_text != NULL && !find_station (self, station_text, &station, error))
    return FALSE;
  if (station_text != NULL && station == NULL)
    return refuse (error, _ ("there is no station “%s”, or there are several"), station_text);
  if (place_text != NULL && !find_shelf (self, place_text, station, place, error))
    return FALSE;
  /* a list of places may name stations too */
  if (*place == NULL && place_text != NULL && station == NULL && !find_station (self, place_text, &station, error))
    return FALSE;
  if (*place == NULL && place_text != NULL && (station == NULL || station_text != NULL))
    return refuse (error, _ ("there is no place “%s”, or there are several"), place_text);
  return *place != NULL || find_place_of (self, station, place, error);
}

/* --- lots --------------------------------------------------------------------------------------------------------- */

static GPtrArray *
get_lots (YzImportGoods *self, YzRecord *item, GError **error)
{
  const char *id = yz_record_get_id (item);
  GPtrArray *lots = g_hash_table_lookup (self->lots, id);
  g_autoptr (YzQuery) query = NULL;

  if (lots != NULL)
    return lots;
  query = yz_query_new (&yz_lot_kind);
  yz_query_add (query, "item", YZ_COMPARE_EQUAL, g_variant_new_string (id));
  lots = yz_store_load_records (self->store, query, error);
  if (lots != NULL)
    g_hash_table_insert (self->lots, g_strdup (id), lots);
  return lots;
}

/* One number with two days of expiry is two lots. */
static YzRecord *
pick_lot (const GPtrArray *lots, const char *number, const char *expiry)
{
  for (guint i = 0; i < lots->len; i++)
    {
      YzRecord *lot = g_ptr_array_index (lots, i);

      if (g_strcmp0 (yz_record_get_text (lot, "number"), number) == 0 &&
          (expiry == NULL || g_strcmp0 (yz_record_get_text (lot, "expiry"), expiry) == 0))
        return lot;
    }
  return NULL;
}

static YzRecord *
make_lot (YzImportGoods *self, YzRecord *item, const YzSheetRow *values, const char *number)
{
  const YzField *source = yz_kind_find_field (&yz_lot_kind, "source");
  const char *said = yz_sheet_row_get_text (values, "source");
  const YzChoice *choice = said != NULL ? yz_field_find_choice (source, said) : NULL;
  YzRecord *lot = make (self, &yz_lot_kind);

  yz_record_set_text (lot, "number", number);
  yz_record_set_text (lot, "item", yz_record_get_id (item));
  yz_record_set_text (lot, "expiry", yz_sheet_row_get_text (values, "expiry"));
  yz_record_set_text (lot, "supplier", yz_sheet_row_get_text (values, "supplier"));
  if (choice != NULL)
    yz_record_set_text (lot, "source", choice->nick);
  else if (said != NULL && yz_sheet_row_get_text (values, "supplier") == NULL)
    yz_record_set_text (lot, "supplier", said);
  if (yz_sheet_row_get (values, "cost") != NULL)
    yz_record_set (lot, "cost", yz_sheet_row_get (values, "cost"));
  return lot;
}

/* Without a number on the box, the day of its expiry is what the lot is called. */
static gboolean
find_lot (YzImportGoods *self, YzRecord *item, const YzSheetRow *values, YzRecord **lot, GError **error)
{
  const char *expiry = yz_sheet_row_get_text (values, "expiry"), *number = yz_sheet_row_get_text (values, "lot");
  GPtrArray *lots;

  *lot = NULL;
  number = number != NULL ? number : expiry;
  if (number == NULL && yz_record_get_boolean (item, "needs_expiry"))
    return refuse (error, _ ("%s: until when may it be used?"), yz_record_get_title (item));
  if (number == NULL)
    return TRUE;
  lots = get_lots (self, item, error);
  if (lots == NULL)
    return FALSE;
  *lot = pick_lot (lots, number, expiry);
  if (*lot != NULL)
    return TRUE;
  if (expiry == NULL && yz_record_get_boolean (item, "needs_expiry"))
    return refuse (error, _ ("%s: until when may it be used?"), yz_record_get_title (item));
  *lot = make_lot (self, item, values, number);
  g_ptr_array_add (lots, g_object_ref (*lot));
  return TRUE;
}

gboolean
yz_import_goods_find (YzImportGoods *self, const YzSheetRow *values, YzImportGoodsIds *ids, GError **error)
{
  YzRecord *place, *item, *lot;

  if (!find_place (self, values, &place, error))
    return FALSE;
  item = find_item (self, values, error);
  if (item == NULL || !find_lot (self, item, values, &lot, error))
    return FALSE;
  *ids = (YzImportGoodsIds){ yz_record_get_id (item), lot != NULL ? yz_record_get_id (lot) : NULL,
                             yz_record_get_id (place) };
  return TRUE;
}

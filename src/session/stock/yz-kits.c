/* Recipes, and what can be put together by them. */
#include "config.h"

#include "yz-kits.h"

#include <glib/gi18n-lib.h>

#include "yz-kinds.h"
#include "yz-stock-kit.h"
#include "yz-stock-lots.h"

static void
recipe_part_free (gpointer data)
{
  YzRecipePart *part = data;

  g_clear_object (&part->item);
  g_free (part);
}

void
yz_recipe_free (YzRecipe *recipe)
{
  g_clear_object (&recipe->kit);
  g_clear_object (&recipe->item);
  g_clear_pointer (&recipe->parts, g_ptr_array_unref);
  g_free (recipe);
}

static gboolean
add_part (YzRecipe *self, YzStore *store, YzRecord *record, GError **error)
{
  YzRecord *item = yz_store_load (store, &yz_item_kind, yz_record_get_text (record, "item"), error);
  YzRecipePart *part;

  if (item == NULL)
    return FALSE;
  part = g_new0 (YzRecipePart, 1);
  *part = (YzRecipePart){ item, yz_record_get_integer (record, "quantity") };
  g_ptr_array_add (self->parts, part);
  return TRUE;
}

static YzRecipe *
load_of_kit (YzStore *store, YzRecord *kit, GError **error)
{
  g_autoptr (YzRecipe) self = g_new0 (YzRecipe, 1);
  g_autoptr (YzQuery) query = yz_query_new (&yz_kit_part_kind);
  g_autoptr (GPtrArray) parts = NULL;

  self->kit = g_object_ref (kit);
  self->parts = g_ptr_array_new_with_free_func (recipe_part_free);
  self->item = yz_store_load (store, &yz_item_kind, yz_record_get_text (kit, "item"), error);
  yz_query_add (query, "kit", YZ_COMPARE_EQUAL, g_variant_new_string (yz_record_get_id (kit)));
  parts = self->item != NULL ? yz_store_load_records (store, query, error) : NULL;
  if (parts == NULL)
    return NULL;
  for (guint i = 0; i < parts->len; i++)
    if (!add_part (self, store, g_ptr_array_index (parts, i), error))
      return NULL;
  return g_steal_pointer (&self);
}

YzRecipe *
yz_recipe_load (YzStore *store, const char *kit, GError **error)
{
  g_autoptr (YzRecord) record = yz_store_load (store, &yz_kit_kind, kit, error);

  return record != NULL ? load_of_kit (store, record, error) : NULL;
}

static void
free_recipe (gpointer recipe)
{
  yz_recipe_free (recipe);
}

/* Of each item the kit of the highest version; the newer record where two desks made the same version. */
static GHashTable *
find_newest (GPtrArray *kits)
{
  GHashTable *newest = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < kits->len; i++)
    {
      YzRecord *kit = g_ptr_array_index (kits, i);
      const char *item = yz_record_get_text (kit, "item");
      YzRecord *other = g_hash_table_lookup (newest, item);

      if (other == NULL || yz_record_get_integer (kit, "version") >= yz_record_get_integer (other, "version"))
        g_hash_table_replace (newest, (gpointer) item, kit);
    }
  return newest;
}

GPtrArray *
yz_recipes_load (YzStore *store, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_kit_kind);
  g_autoptr (GPtrArray) recipes = g_ptr_array_new_with_free_func (free_recipe);
  g_autoptr (GPtrArray) kits = NULL;
  g_autoptr (GHashTable) newest = NULL;

  yz_query_set_order (query, "name", FALSE);
  kits = yz_store_load_records (store, query, error);
  if (kits == NULL)
    return NULL;
  newest = find_newest (kits);
  for (guint i = 0; i < kits->len; i++)
    {
      YzRecord *kit = g_ptr_array_index (kits, i);
      YzRecipe *recipe;

      if (g_hash_table_lookup (newest, yz_record_get_text (kit, "item")) != kit)
        continue;
      recipe = load_of_kit (store, kit, error);
      if (recipe == NULL)
        return NULL;
      g_ptr_array_add (recipes, recipe);
    }
  return g_steal_pointer (&recipes);
}

const YzRecipePart *
yz_recipe_get_part (const YzRecipe *recipe, guint index)
{
  return g_ptr_array_index (recipe->parts, index);
}

/* --- another version ---------------------------------------------------------------------------------------------- */

static gboolean
check_parts (const char *item, const YzStockLine *parts, guint n_parts, GError **error)
{
  const char *message = n_parts == 0 ? _ ("Say what goes into the kit") : NULL;

  for (guint i = 0; i < n_parts; i++)
    {
      if (parts[i].quantity < 1)
        message = _ ("Of each part at least 1 goes into a kit");
      if (g_strcmp0 (parts[i].item, item) == 0)
        message = _ ("A kit is no part of itself");
      for (guint j = 0; j < i; j++)
        if (g_str_equal (parts[i].item, parts[j].item))
          message = _ ("A part stands twice in the recipe");
    }
  if (message != NULL)
    g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID, message);
  return message == NULL;
}

static gboolean
find_next_version (YzStore *store, const char *item, gint64 *version, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_kit_kind);
  g_autoptr (GPtrArray) kits = NULL;

  *version = 1;
  yz_query_add (query, "item", YZ_COMPARE_EQUAL, g_variant_new_string (item));
  kits = yz_store_load_records (store, query, error);
  for (guint i = 0; kits != NULL && i < kits->len; i++)
    *version = MAX (*version, yz_record_get_integer (g_ptr_array_index (kits, i), "version") + 1);
  return kits != NULL;
}

static YzRecord *
new_record (YzStore *store, const YzKind *kind, const char *name)
{
  g_autofree char *id = yz_id_factory_next (yz_store_get_ids (store));
  YzRecord *record = yz_record_new (kind, id);

  yz_record_set_text (record, "name", name);
  return record;
}

static char *
make_item (YzStore *store, YzEdit *edit, const char *name)
{
  g_autoptr (YzRecord) item = new_record (store, &yz_item_kind, name);

  yz_record_set_text (item, "category", "gift");
  yz_record_set_text (item, "unit", "份");
  yz_edit_create (edit, item);
  return g_strdup (yz_record_get_id (item));
}

static gboolean
make_part (YzStore *store, YzEdit *edit, const char *kit, const YzStockLine *line, GError **error)
{
  g_autoptr (YzRecord) item = yz_store_load (store, &yz_item_kind, line->item, error);
  g_autoptr (YzRecord) part = NULL;

  if (item == NULL)
    return FALSE;
  part = new_record (store, &yz_kit_part_kind, yz_record_get_title (item));
  yz_record_set_text (part, "kit", kit);
  yz_record_set_text (part, "item", line->item);
  yz_record_set (part, "quantity", g_variant_new_int64 (line->quantity));
  yz_edit_create (edit, part);
  return TRUE;
}

YzEdit *
yz_kit_make_recipe (YzStore *store, const char *name, const char *item, const YzStockLine *parts, guint n_parts,
                    GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Write down a recipe"));
  g_autofree char *made = item == NULL ? make_item (store, edit, name) : NULL;
  const char *becomes = item != NULL ? item : made;
  g_autoptr (YzRecord) kit = new_record (store, &yz_kit_kind, name);
  gint64 version;

  if (!check_parts (item, parts, n_parts, error) || !find_next_version (store, becomes, &version, error))
    return NULL;
  yz_edit_set_subject (edit, name);
  yz_record_set_text (kit, "item", becomes);
  yz_record_set (kit, "version", g_variant_new_int64 (version));
  yz_edit_create (edit, kit);
  for (guint i = 0; i < n_parts; i++)
    if (!make_part (store, edit, yz_record_get_id (kit), &parts[i], error))
      return NULL;
  return g_steal_pointer (&edit);
}

/* --- what there is ------------------------------------------------------------------------------------------------ */

void
yz_kit_stock_free (YzKitStock *stock)
{
  g_free (stock->usable);
  g_free (stock);
}

static gboolean
count_loose (YzStore *store, const char *holder, YzRecord *item, gint64 at, gint64 *usable, GError **error)
{
  g_autoptr (YzStockLots) lots = yz_stock_lots_read_loose (store, holder, yz_record_get_id (item), at, error);

  if (lots != NULL)
    *usable = yz_stock_lots_count (lots, yz_office_day (at));
  return lots != NULL;
}

YzKitStock *
yz_kit_stock_read (YzStore *store, const YzRecipe *recipe, const char *holder, gint64 at, GError **error)
{
  g_autoptr (YzKitStock) self = g_new0 (YzKitStock, 1);
  guint n_parts = recipe->parts->len;
  g_autofree gint64 *quantities = g_new0 (gint64, n_parts + 1);

  self->usable = g_new0 (gint64, n_parts + 1);
  if (!count_loose (store, holder, recipe->item, at, &self->ready, error))
    return NULL;
  for (guint i = 0; i < n_parts; i++)
    {
      const YzRecipePart *part = yz_recipe_get_part (recipe, i);

      quantities[i] = part->quantity;
      if (!count_loose (store, holder, part->item, at, &self->usable[i], error))
        return NULL;
    }
  self->possible = yz_stock_kit_count (quantities, self->usable, n_parts, &self->scarce);
  return g_steal_pointer (&self);
}

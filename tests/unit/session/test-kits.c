/* Kits: recipes and their versions, what goes in and comes out, and a season planned. */
#include "config.h"

#include "stock-fixture.h"

#include "yz-kit-planning.h"
#include "yz-stock-verify.h"

typedef struct
{
  StockFixture stock;
  char *kit;
  char *item; /* that it becomes */
  YzStockNote note;
} Kits;

static char *
find_id (Kits *self, const YzKind *kind, const char *field, const char *value)
{
  g_autoptr (YzQuery) query = yz_query_new (kind);
  g_autoptr (GPtrArray) found = NULL;

  yz_query_add (query, field, YZ_COMPARE_EQUAL, g_variant_new_string (value));
  found = yz_store_load_records (self->stock.store, query, NULL);
  g_assert_cmpuint (found->len, >, 0);
  return g_strdup (yz_record_get_id (g_ptr_array_index (found, found->len - 1)));
}

static gint64
apply (Kits *self, YzEdit *edit, const GError *error)
{
  g_autoptr (GError) failure = NULL;
  gint64 seq;

  g_assert_no_error (error);
  g_assert_nonnull (edit);
  seq = stock_fixture_apply (&self->stock, edit, &failure);
  g_assert_no_error (failure);
  return seq;
}

/* One box of water and two of medicine. */
static void
write_recipe (Kits *self, gint64 medicine)
{
  YzStockLine parts[] = { { yz_record_get_id (self->stock.water), NULL, 1 },
                          { yz_record_get_id (self->stock.medicine), NULL, medicine } };
  g_autoptr (GError) error = NULL;

  apply (self, yz_kit_make_recipe (self->stock.store, "清凉包", self->item, parts, 2, &error), error);
  g_free (self->kit);
  self->kit = find_id (self, &yz_kit_kind, "name", "清凉包");
  if (self->item == NULL)
    self->item = find_id (self, &yz_item_kind, "name", "清凉包");
}

static void
set_up (Kits *self, gconstpointer data)
{
  stock_fixture_set_up (&self->stock, NULL);
  self->note = (YzStockNote){ .at = self->stock.now, .handler = "周敏" };
  write_recipe (self, 2);
  stock_fixture_receive (&self->stock, self->stock.water, NULL, 7, NULL, NULL, self->stock.now);
  stock_fixture_receive (&self->stock, self->stock.medicine, NULL, 4, "晚", "2027-10-01", self->stock.now);
  stock_fixture_receive (&self->stock, self->stock.medicine, NULL, 5, "早", "2026-12-09", self->stock.now);
  stock_fixture_receive (&self->stock, self->stock.medicine, NULL, 8, "过期", "2026-11-19", self->stock.now);
}

static void
tear_down (Kits *self, gconstpointer data)
{
  g_free (self->kit);
  g_free (self->item);
  stock_fixture_tear_down (&self->stock, NULL);
}

static YzKitStock *
read_stock (Kits *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzRecipe) recipe = yz_recipe_load (self->stock.store, self->kit, &error);
  YzKitStock *stock;

  g_assert_no_error (error);
  stock = yz_kit_stock_read (self->stock.store, recipe, self->stock.first, self->stock.now, &error);
  g_assert_no_error (error);
  return stock;
}

static void
assert_sound (Kits *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = yz_stock_verify (self->stock.store, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
assemble (Kits *self, gint64 quantity)
{
  g_autoptr (GError) error = NULL;

  apply (self, yz_kit_make_assembly (self->stock.store, self->stock.first, self->kit, quantity, &self->note, &error),
         error);
}

static gint64
count (Kits *self, const char *item)
{
  YzStockQuestion question = { .station = self->stock.first, .item = item };
  gint64 quantity;

  g_assert_true (yz_stock_get_quantity (self->stock.store, &question, &quantity, NULL));
  return quantity;
}

static void
test_available (Kits *self, gconstpointer data)
{
  g_autoptr (YzKitStock) stock = read_stock (self);

  /* nine of the medicine may be used: four kits, and it is what is scarce */
  g_assert_cmpint (stock->possible, ==, 4);
  g_assert_cmpuint (stock->scarce, ==, 1);
  g_assert_cmpint (stock->usable[1], ==, 9);
}

static void
test_assemble (Kits *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzEdit) too_many = NULL;
  g_autoptr (YzRecord) lot = NULL;
  g_autoptr (YzKitStock) stock = NULL;
  g_autoptr (YzAction) undone = NULL;
  g_autofree char *id = NULL;

  assemble (self, 3);
  id = find_id (self, &yz_lot_kind, "item", self->item);
  lot = yz_store_load (self->stock.store, &yz_lot_kind, id, &error);
  g_assert_cmpstr (yz_record_get_text (lot, "expiry"), ==, "2026-12-09");
  g_assert_cmpstr (yz_record_get_text (lot, "kit"), ==, self->kit);
  stock = read_stock (self);
  g_assert_cmpint (stock->ready, ==, 3);
  g_assert_cmpint (stock->possible, ==, 1);
  too_many = yz_kit_make_assembly (self->stock.store, self->stock.first, self->kit, 2, &self->note, &error);
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_SHORT);
  g_clear_error (&error);
  undone = yz_store_undo (self->stock.store, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (self, self->item), ==, 0);
  g_assert_cmpint (count (self, yz_record_get_id (self->stock.medicine)), ==, 17);
  assert_sound (self);
}

/* What comes out is of the lots that went in, though the recipe has changed since. */
static void
test_take_apart (Kits *self, gconstpointer data)
{
  YzStockLine line = { self->item, NULL, 2 };
  g_autoptr (GError) error = NULL;
  g_autofree char *early = find_id (self, &yz_lot_kind, "number", "早");
  YzStockQuestion question = { .station = self->stock.first, .item = yz_record_get_id (self->stock.medicine) };
  gint64 quantity;

  assemble (self, 4);
  write_recipe (self, 3);
  line.item = self->item;
  apply (self, yz_kit_make_taking_apart (self->stock.store, self->stock.first, &line, &self->note, &error), error);
  g_assert_cmpint (count (self, self->item), ==, 2);
  g_assert_cmpint (count (self, yz_record_get_id (self->stock.water)), ==, 5);
  g_assert_true (yz_stock_get_quantity (self->stock.store, &question, &quantity, NULL));
  g_assert_cmpint (quantity, ==, 13);
  line.quantity = 2;
  apply (self, yz_kit_make_taking_apart (self->stock.store, self->stock.first, &line, &self->note, &error), error);
  g_assert_cmpint (count (self, yz_record_get_id (self->stock.medicine)), ==, 17);
  g_assert_cmpint (count (self, yz_record_get_id (self->stock.water)), ==, 7);
  assert_sound (self);
}

static void
test_unknown_kits (Kits *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzRecord) item = yz_store_load (self->stock.store, &yz_item_kind, self->item, &error);
  YzStockLine line = { self->item, NULL, 2 };
  g_autoptr (YzEdit) edit = NULL;

  stock_fixture_receive (&self->stock, item, NULL, 5, NULL, NULL, self->stock.now);
  edit = yz_kit_make_taking_apart (self->stock.store, self->stock.first, &line, &self->note, &error);
  g_assert_null (edit);
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID);
}

static void
test_versions (Kits *self, gconstpointer data)
{
  YzStockLine twice[] = { { yz_record_get_id (self->stock.water), NULL, 1 },
                          { yz_record_get_id (self->stock.water), NULL, 1 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) recipes = NULL;
  g_autoptr (YzRecord) kit = NULL;
  YzEdit *edit;

  write_recipe (self, 5);
  recipes = yz_recipes_load (self->stock.store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (recipes->len, ==, 1);
  kit = g_object_ref (((YzRecipe *) g_ptr_array_index (recipes, 0))->kit);
  g_assert_cmpint (yz_record_get_integer (kit, "version"), ==, 2);
  g_assert_cmpint (yz_recipe_get_part (g_ptr_array_index (recipes, 0), 1)->quantity, ==, 5);

  edit = yz_kit_make_recipe (self->stock.store, "清凉包", self->item, twice, 2, &error);
  g_assert_null (edit);
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  edit = yz_edit_new ("Change the version");
  yz_edit_set (edit, kit, "version", g_variant_new_int64 (9));
  stock_fixture_apply (&self->stock, edit, &error);
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION);
}

/* The second station has nothing: the first sends what it can spare, in one action. */
static void
test_plan (Kits *self, gconstpointer data)
{
  const char *second = yz_record_get_id (self->stock.base.second);
  YzKitDemand demands[] = { { second, 3 }, { self->stock.first, 1 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (YzKitPlanning)
    planning = yz_kit_planning_read (self->stock.store, self->kit, demands, 2, TRUE, self->stock.now, NULL, &error);
  g_autoptr (YzRecord) shelf = stock_fixture_add_shelf (&self->stock, "北墙货架", 1);
  g_autoptr (YzAction) undone = NULL;
  const YzStockKitNeed *need;

  g_assert_no_error (error);
  need = &g_array_index (planning->plan->needs, YzStockKitNeed, 0);
  g_assert_cmpint (need->assemble, ==, 3);
  g_assert_cmpuint (planning->plan->sends->len, ==, 2);
  apply (self, yz_kit_planning_make_transfers (planning, self->stock.store, "2026-11-23", &self->note, &error), error);
  g_assert_cmpint (count (self, yz_record_get_id (self->stock.water)), ==, 4);
  g_assert_cmpint (count (self, yz_record_get_id (self->stock.medicine)), ==, 11);
  undone = yz_store_undo (self->stock.store, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (self, yz_record_get_id (self->stock.water)), ==, 7);
  assert_sound (self);
}

/* What stands on a shelf of the station is the station's. */
static void
test_shelves (Kits *self, gconstpointer data)
{
  g_autoptr (YzRecord) shelf = stock_fixture_add_shelf (&self->stock, "北墙货架", 1);
  g_autoptr (YzKitStock) stock = NULL;

  stock_fixture_receive (&self->stock, self->stock.medicine, yz_record_get_id (shelf), 3, "架", "2027-01-01",
                         self->stock.now);
  stock = read_stock (self);
  g_assert_cmpint (stock->possible, ==, 6);
  assemble (self, 6);
  g_assert_cmpint (count (self, self->item), ==, 6);
  assert_sound (self);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add_test(name, func) g_test_add (name, Kits, NULL, set_up, func, tear_down)
  add_test ("/session/kits/available", test_available);
  add_test ("/session/kits/assemble", test_assemble);
  add_test ("/session/kits/take-apart", test_take_apart);
  add_test ("/session/kits/unknown-kits", test_unknown_kits);
  add_test ("/session/kits/versions", test_versions);
  add_test ("/session/kits/plan", test_plan);
  add_test ("/session/kits/shelves", test_shelves);
  return g_test_run ();
}

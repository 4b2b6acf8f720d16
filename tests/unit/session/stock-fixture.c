#include "stock-fixture.h"

static YzRecord *
add_item (StockFixture *fixture, const char *name, const char *code, const char *unit, gboolean needs_expiry)
{
  YzRecord *item = yz_session_new_record (fixture->base.session, &yz_item_kind);
  YzEdit *edit = yz_edit_new ("Add item");

  yz_record_set_text (item, "name", name);
  yz_record_set_text (item, "code", code);
  yz_record_set_text (item, "unit", unit);
  yz_record_set (item, "needs_expiry", g_variant_new_boolean (needs_expiry));
  if (!needs_expiry)
    yz_record_set (item, "value", g_variant_new_int64 (1250));
  yz_edit_create (edit, item);
  fixture_apply (&fixture->base, edit);
  return item;
}

void
stock_fixture_set_up (StockFixture *fixture, gconstpointer data)
{
  fixture_set_up (&fixture->base, NULL);
  fixture->store = yz_session_get_store (fixture->base.session);
  fixture->water = add_item (fixture, "瓶装饮用水", "01-004", "箱", FALSE);
  fixture->medicine = add_item (fixture, "藿香正气水", "03-001", "盒", TRUE);
  fixture->first = yz_record_get_id (fixture->base.first);
  fixture->now = yz_clock_get_now (fixture->base.clock);
}

void
stock_fixture_tear_down (StockFixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->water);
  g_clear_object (&fixture->medicine);
  fixture_tear_down (&fixture->base, NULL);
}

YzRecord *
stock_fixture_add_shelf (StockFixture *fixture, const char *name, gint64 position)
{
  YzRecord *place = yz_session_new_record (fixture->base.session, &yz_place_kind);
  YzEdit *edit = yz_edit_new ("Add shelf");

  yz_record_set_text (place, "name", name);
  yz_record_set_text (place, "station", fixture->first);
  yz_record_set (place, "position", g_variant_new_int64 (position));
  yz_edit_create (edit, place);
  fixture_apply (&fixture->base, edit);
  return place;
}

gint64
stock_fixture_apply (StockFixture *fixture, YzEdit *edit, GError **error)
{
  g_autoptr (YzEdit) owned = edit;
  g_autoptr (YzAction) action = edit != NULL ? yz_store_apply (fixture->store, edit, NULL, error) : NULL;

  return action != NULL ? action->seq : 0;
}

void
stock_fixture_receive (StockFixture *fixture, YzRecord *item, const char *place, gint64 quantity, const char *lot,
                       const char *expiry, gint64 at)
{
  YzStockArrival arrival = { yz_record_get_id (item), quantity, lot, expiry, NULL, NULL, -1 };
  YzStockNote note = { .at = at };
  g_autoptr (GError) error = NULL;

  stock_fixture_apply (fixture,
                       yz_stock_make_receipt (fixture->store, place != NULL ? place : fixture->first, &arrival, 1,
                                              &note, &error),
                       &error);
  g_assert_no_error (error);
}

gint64
stock_fixture_hand_out (StockFixture *fixture, YzRecord *item, gint64 quantity, gint64 at, GError **error)
{
  YzStockLine line = { yz_record_get_id (item), NULL, quantity };
  YzStockNote note = { .at = at };

  return stock_fixture_apply (fixture, yz_stock_make_hand_out (fixture->store, fixture->first, &line, 1, &note, error),
                              error);
}

gint64
stock_fixture_get_quantity (StockFixture *fixture, YzRecord *item, gint64 at)
{
  YzStockQuestion question = { .station = fixture->first, .item = yz_record_get_id (item), .at = at };
  g_autoptr (GError) error = NULL;
  gint64 quantity;

  yz_stock_get_quantity (fixture->store, &question, &quantity, &error);
  g_assert_no_error (error);
  return quantity;
}

/* The Inventory page as somebody uses it: what there is, and every window in which something is done with it. */
#include "display-fixture.h"
#include "yz-inventory-page.h"
#include "yz-place.h"
#include "yz-scan-entry.h"
#include "yz-stock-form-window.h"
#include "yz-stock-line-row.h"
#include "yz-stock-record-window.h"
#include "yz-stock-table.h"
#include "yz-stock-verbs.h"
#include "yz-stock.h"

typedef struct
{
  Fixture *fixture;
  YzInventory *inventory;
  GtkWidget *page;
  YzRecord *station;
  YzRecord *warehouse;
  YzRecord *medicine;
  YzRecord *gloves;
} Desk;

static void
receive (Desk *desk, YzRecord *place, YzRecord *item, gint64 quantity, const char *lot, const char *expiry)
{
  YzStore *store = yz_session_get_store (desk->fixture->session);
  YzStockArrival arrival = { yz_record_get_id (item), quantity, lot, expiry, "bought", NULL, -1 };
  YzStockNote note = { .at = yz_clock_get_now (desk->fixture->clock), .handler = "周敏" };
  g_autoptr (GError) error = NULL;
  YzEdit *edit = yz_stock_make_receipt (store, yz_record_get_id (place), &arrival, 1, &note, &error);

  g_assert_no_error (error);
  fixture_apply (desk->fixture, edit);
}

static void
open_page (Fixture *fixture, Desk *desk)
{
  *desk = (Desk){ .fixture = fixture };
  desk->station = fixture_add (fixture, &yz_station_kind, "name", "滨江东路驿站", "district", "江北区", NULL);
  desk->warehouse = fixture_add (fixture, &yz_place_kind, "name", "江北区总仓", "type", "warehouse", NULL);
  desk->medicine = fixture_add (fixture, &yz_item_kind, "name", "藿香正气水", "spec", "10 ml × 10 支", "unit", "盒",
                                "minimum", "5", "target", "20", "code", "M001", "needs_expiry", "yes", "barcodes",
                                "6901339924484", NULL);
  desk->gloves =
    fixture_add (fixture, &yz_item_kind, "name", "防寒手套", "unit", "双", "minimum", "10", "code", "G001", NULL);
  receive (desk, desk->station, desk->medicine, 6, "Y26-0412", "2026-12-09");
  receive (desk, desk->station, desk->medicine, 4, "Y27-0101", "2027-10-01");
  receive (desk, desk->station, desk->medicine, 3, "Y25-0101", "2026-11-01");
  receive (desk, desk->warehouse, desk->gloves, 120, NULL, NULL);
  desk->inventory = yz_inventory_new (fixture->session);
  desk->page = g_object_new (YZ_TYPE_INVENTORY_PAGE, "inventory", desk->inventory, NULL);
  fixture_show (fixture, desk->page);
}

static void
close_page (Desk *desk)
{
  fixture_empty (desk->fixture);
  g_clear_object (&desk->inventory);
  g_clear_object (&desk->station);
  g_clear_object (&desk->warehouse);
  g_clear_object (&desk->medicine);
  g_clear_object (&desk->gloves);
}

static gint64
get_stock (Desk *desk, YzRecord *item)
{
  YzStockQuestion question = { .station = yz_record_get_id (desk->station), .item = yz_record_get_id (item) };
  gint64 quantity;

  g_assert_true (yz_stock_get_quantity (yz_session_get_store (desk->fixture->session), &question, &quantity, NULL));
  return quantity;
}

static gboolean
has_place (gpointer inventory)
{
  return yz_inventory_get_place (inventory) != NULL;
}

static void
choose (Desk *desk, YzRecord *place)
{
  gtk_widget_activate_action (desk->page, "stock.place", "s", yz_record_get_id (place));
  yz_test_wait_until (has_place, desk->inventory);
}

static void
choose_station (Desk *desk)
{
  choose (desk, desk->station);
  fixture_wait_for_text (desk->page, "滨江东路驿站 · 1 item");
}

static YzStockFormWindow *
open_form (Desk *desk, const char *action)
{
  GtkWidget *window;

  gtk_widget_activate_action (desk->page, action, NULL);
  fixture_settle ();
  window = fixture_find_window (YZ_TYPE_STOCK_FORM_WINDOW);
  g_assert_nonnull (window);
  return YZ_STOCK_FORM_WINDOW (window);
}

static void
apply (YzStockFormWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "stock-form.apply", NULL);
}

/* --- the page ----------------------------------------------------------------------------------------------------- */

static void
test_overview (Fixture *fixture, gconstpointer data)
{
  Desk desk;
  GtkWidget *table;

  open_page (fixture, &desk);
  table = fixture_find (desk.page, YZ_TYPE_STOCK_TABLE);
  fixture_wait_for_text (table, "藿香正气水");
  g_assert_nonnull (fixture_find_text (desk.page, "130"));
  fixture_assert_named (desk.page);
  fixture_shoot (fixture->window, "inventory-all");

  gtk_widget_activate_action (desk.page, "stock.where", "s", yz_record_get_id (desk.gloves));
  fixture_wait_for_text (table, "江北区总仓");
  g_assert_null (fixture_find_text (table, "滨江东路驿站"));
  fixture_shoot (fixture->window, "inventory-where");

  choose_station (&desk);
  g_assert_null (fixture_find_text (table, "防寒手套"));
  fixture_assert_named (desk.page);
  fixture_shoot (fixture->window, "inventory-station");
  close_page (&desk);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzInventory) inventory = yz_inventory_new (fixture->session);
  GtkWidget *page = g_object_new (YZ_TYPE_INVENTORY_PAGE, "inventory", inventory, NULL);

  fixture_show (fixture, page);
  fixture_wait_for_text (page, "No Stock Yet");
  fixture_assert_named (page);
  fixture_shoot (fixture->window, "inventory-empty");
  fixture_empty (fixture);
}

/* --- windows ------------------------------------------------------------------------------------------------------ */

static void
test_receive (Fixture *fixture, gconstpointer data)
{
  Desk desk;
  YzStockFormWindow *window;
  g_autoptr (YzStockFormLine) line = NULL;

  open_page (fixture, &desk);
  choose_station (&desk);
  window = open_form (&desk, "stock.receive");
  apply (window);
  fixture_wait_for_text (GTK_WIDGET (window), "Add at least one item");

  yz_scan_submit (yz_scan_entry_get_scan (YZ_SCAN_ENTRY (fixture_find (GTK_WIDGET (window), YZ_TYPE_SCAN_ENTRY))),
                  "8*6901339924484");
  fixture_wait_for_text (GTK_WIDGET (window), "藿香正气水 × 8");
  apply (window);
  fixture_wait_for_text (GTK_WIDGET (window), "until when may it be used?");
  fixture_assert_named (GTK_WIDGET (window));
  fixture_shoot (GTK_WIDGET (window), "inventory-receive");

  line = g_list_model_get_item (yz_stock_form_get_lines (yz_stock_form_window_get_form (window)), 0);
  g_object_set (line, "expiry", "202706e", "lot", "Y27-0600", NULL);
  apply (window);
  fixture_wait_until_gone (YZ_TYPE_STOCK_FORM_WINDOW);
  g_assert_cmpint (get_stock (&desk, desk.medicine), ==, 21);
  close_page (&desk);
}

static void
test_hand_out (Fixture *fixture, gconstpointer data)
{
  Desk desk;
  YzStockFormWindow *window;
  YzStockForm *form;
  g_autoptr (YzStockFormLine) line = NULL;

  open_page (fixture, &desk);
  choose_station (&desk);
  window = open_form (&desk, "stock.hand-out");
  form = yz_stock_form_window_get_form (window);
  yz_stock_form_add (form, desk.medicine, NULL, 7);
  fixture_wait_for_text (GTK_WIDGET (window), "Y26-0412 (until 2026-12-09) 6 盒, Y27-0101 (until 2027-10-01) 1 盒");
  fixture_assert_named (GTK_WIDGET (window));
  fixture_shoot (GTK_WIDGET (window), "inventory-hand-out");

  line = g_list_model_get_item (yz_stock_form_get_lines (form), 0);
  g_object_set (line, "quantity", "11", NULL);
  apply (window);
  fixture_wait_for_text (GTK_WIDGET (window), "only 10 盒 may be used");
  fixture_shoot (GTK_WIDGET (window), "inventory-hand-out-short");
  g_object_set (form, "forced", TRUE, NULL);
  apply (window);
  fixture_wait_for_text (GTK_WIDGET (window), "say how that can be");
  g_object_set (form, "reason", "昨天到货未登记", NULL);
  apply (window);
  fixture_wait_until_gone (YZ_TYPE_STOCK_FORM_WINDOW);
  g_assert_cmpint (get_stock (&desk, desk.medicine), ==, 2);
  close_page (&desk);
}

static void
test_transfer (Fixture *fixture, gconstpointer data)
{
  Desk desk;
  YzStockFormWindow *window;
  YzStockForm *form;
  g_autoptr (YzQuery) query = yz_query_new (&yz_transfer_kind);
  g_autoptr (GPtrArray) transfers = NULL;

  open_page (fixture, &desk);
  choose (&desk, desk.warehouse);
  window = open_form (&desk, "stock.transfer");
  form = yz_stock_form_window_get_form (window);
  apply (window);
  fixture_wait_for_text (GTK_WIDGET (window), "Choose where it goes");
  yz_stock_form_add (form, desk.gloves, NULL, 10);
  yz_stock_form_set_target (form, yz_record_get_id (desk.station), TRUE, "滨江东路驿站");
  g_object_set (form, "due", "+3", NULL);
  fixture_assert_named (GTK_WIDGET (window));
  fixture_shoot (GTK_WIDGET (window), "inventory-transfer");
  apply (window);
  fixture_wait_until_gone (YZ_TYPE_STOCK_FORM_WINDOW);

  gtk_widget_activate_action (desk.page, "stock.transit", NULL);
  fixture_settle ();
  transfers = yz_store_load_records (yz_session_get_store (fixture->session), query, NULL);
  gtk_widget_activate_action (desk.page, "stock.arrive", "s", yz_record_get_id (g_ptr_array_index (transfers, 0)));
  window = YZ_STOCK_FORM_WINDOW (fixture_find_window (YZ_TYPE_STOCK_FORM_WINDOW));
  fixture_wait_for_text (GTK_WIDGET (window), "防寒手套");
  fixture_shoot (GTK_WIDGET (window), "inventory-arrival");
  apply (window);
  fixture_wait_until_gone (YZ_TYPE_STOCK_FORM_WINDOW);
  g_assert_cmpint (get_stock (&desk, desk.gloves), ==, 10);
  close_page (&desk);
}

static void
test_write_off (Fixture *fixture, gconstpointer data)
{
  Desk desk;
  YzStockFormWindow *window;

  open_page (fixture, &desk);
  choose_station (&desk);
  window = open_form (&desk, "stock.write-off-unusable");
  fixture_wait_for_text (GTK_WIDGET (window), "Lot Y25-0101, until 2026-11-01");
  fixture_assert_named (GTK_WIDGET (window));
  fixture_shoot (GTK_WIDGET (window), "inventory-write-off");
  apply (window);
  fixture_wait_until_gone (YZ_TYPE_STOCK_FORM_WINDOW);
  g_assert_cmpint (get_stock (&desk, desk.medicine), ==, 10);
  close_page (&desk);
}

/* A shelf is made in the middle of moving something to it. */
static void
test_move (Fixture *fixture, gconstpointer data)
{
  Desk desk;
  YzStockFormWindow *window;
  YzStockForm *form;
  g_autoptr (YzRecord) held = NULL;

  open_page (fixture, &desk);
  choose_station (&desk);
  held = fixture_add (fixture, &yz_place_kind, "name", "冬季送温暖预留", "type", "campaign", "station",
                      yz_record_get_id (desk.station), NULL);
  window = open_form (&desk, "stock.move");
  form = yz_stock_form_window_get_form (window);
  yz_stock_form_add (form, desk.medicine, NULL, 2);
  yz_stock_form_set_target (form, yz_record_get_id (held), FALSE, yz_record_get_title (held));
  fixture_assert_named (GTK_WIDGET (window));
  apply (window);
  fixture_wait_until_gone (YZ_TYPE_STOCK_FORM_WINDOW);
  fixture_wait_for_text (desk.page, "2 held");

  window = open_form (&desk, "stock.take-back");
  yz_stock_form_add (yz_stock_form_window_get_form (window), desk.gloves, NULL, 1);
  apply (window);
  fixture_wait_until_gone (YZ_TYPE_STOCK_FORM_WINDOW);
  g_assert_cmpint (get_stock (&desk, desk.gloves), ==, 1);
  close_page (&desk);
}

static void
test_records (Fixture *fixture, gconstpointer data)
{
  static const char *const actions[] = { "stock.new-item", "stock.new-place" };
  Desk desk;

  open_page (fixture, &desk);
  choose_station (&desk);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GtkWidget *window;

      gtk_widget_activate_action (desk.page, actions[i], NULL);
      fixture_settle ();
      window = fixture_find_window (YZ_TYPE_STOCK_RECORD_WINDOW);
      g_assert_nonnull (window);
      fixture_assert_named (window);
      fixture_shoot (window, actions[i]);
      gtk_window_close (GTK_WINDOW (window));
      fixture_wait_until_gone (YZ_TYPE_STOCK_RECORD_WINDOW);
    }
  gtk_widget_activate_action (desk.page, "stock.show-item", "s", yz_record_get_id (desk.medicine));
  fixture_settle ();
  close_page (&desk);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  fixture_test ("/display/inventory/overview", test_overview);
  fixture_test ("/display/inventory/empty", test_empty);
  fixture_test ("/display/inventory/receive", test_receive);
  fixture_test ("/display/inventory/hand-out", test_hand_out);
  fixture_test ("/display/inventory/transfer", test_transfer);
  fixture_test ("/display/inventory/write-off", test_write_off);
  fixture_test ("/display/inventory/move", test_move);
  fixture_test ("/display/inventory/records", test_records);
  return g_test_run ();
}

/* The ledger and what is due, as somebody uses them: reading, filtering, taking back, and doing what a button says. */
#include "display-fixture.h"
#include "yz-inventory-page.h"
#include "yz-stock-due-view.h"
#include "yz-stock-form-window.h"
#include "yz-stock-ledger-row.h"
#include "yz-stock-ledger-view.h"
#include "yz-stock-verbs.h"
#include "yz-stock.h"

#define HOUR (G_GINT64_CONSTANT (3600) * 1000)

typedef struct
{
  Fixture *fixture;
  YzInventory *inventory;
  GtkWidget *page;
  YzRecord *station;
  YzRecord *warehouse;
  YzRecord *water;
  YzStockNote note;
} Desk;

static void
apply (Desk *desk, YzEdit *edit, GError *error)
{
  g_assert_no_error (error);
  fixture_apply (desk->fixture, edit);
  desk->note.at += HOUR;
}

static void
receive (Desk *desk, YzRecord *place, gint64 quantity)
{
  YzStockArrival arrival = { yz_record_get_id (desk->water), quantity, NULL, NULL, NULL, NULL, -1 };
  YzStore *store = yz_session_get_store (desk->fixture->session);
  GError *error = NULL;
  YzEdit *edit = yz_stock_make_receipt (store, yz_record_get_id (place), &arrival, 1, &desk->note, &error);

  apply (desk, edit, error);
}

static void
hand_out (Desk *desk, gint64 quantity)
{
  YzStockLine line = { yz_record_get_id (desk->water), NULL, quantity };
  YzStore *store = yz_session_get_store (desk->fixture->session);
  GError *error = NULL;
  YzEdit *edit = yz_stock_make_hand_out (store, yz_record_get_id (desk->station), &line, 1, &desk->note, &error);

  apply (desk, edit, error);
}

/* Two days ago 14 came and 11 went; the warehouse has plenty. */
static void
open_page (Fixture *fixture, Desk *desk)
{
  *desk = (Desk){ .fixture = fixture };
  desk->note = (YzStockNote){ .at = yz_clock_get_now (fixture->clock) - 48 * HOUR, .handler = "周敏" };
  desk->station =
    fixture_add (fixture, &yz_station_kind, "name", "滨江东路驿站", "district", "江北区", "state", "open", NULL);
  desk->warehouse = fixture_add (fixture, &yz_place_kind, "name", "江北区总仓", "type", "warehouse", NULL);
  desk->water = fixture_add (fixture, &yz_item_kind, "name", "瓶装饮用水", "unit", "箱", "minimum", "5", "target", "20",
                             "code", "W1", NULL);
  receive (desk, desk->station, 14);
  hand_out (desk, 11);
  receive (desk, desk->warehouse, 200);
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
  g_clear_object (&desk->water);
}

static GtkWidget *
open_ledger (Desk *desk)
{
  g_object_set (desk->page, "section", "ledger", NULL);
  fixture_wait_for_text (desk->page, "handed out 11 箱 瓶装饮用水");
  return fixture_find (desk->page, YZ_TYPE_STOCK_LEDGER_VIEW);
}

static char *
dup_movement (Desk *desk, const char *type)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_movement_kind);
  g_autoptr (GPtrArray) movements = NULL;

  yz_query_add (query, "type", YZ_COMPARE_EQUAL, g_variant_new_string (type));
  movements = yz_store_load_records (yz_session_get_store (desk->fixture->session), query, NULL);
  return g_strdup (yz_record_get_id (g_ptr_array_index (movements, 0)));
}

static void
test_ledger (Fixture *fixture, gconstpointer data)
{
  Desk desk;
  GtkWidget *ledger;

  open_page (fixture, &desk);
  ledger = open_ledger (&desk);
  fixture_wait_for_text (ledger, "3 movements");
  g_assert_nonnull (fixture_find_text (ledger, "received 14 箱 瓶装饮用水 at 滨江东路驿站"));
  g_assert_nonnull (fixture_find_text (ledger, "3 left"));
  g_assert_nonnull (fixture_find_text (ledger, "11-18"));
  fixture_assert_named (ledger);
  fixture_shoot (fixture->window, "stock-ledger");

  gtk_widget_activate_action (desk.page, "stock.place", "s", yz_record_get_id (desk.station));
  fixture_wait_for_text (ledger, "2 movements");
  g_assert_null (fixture_find_text (ledger, "at 滨江东路驿站"));
  close_page (&desk);
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  Desk desk;
  GtkWidget *ledger, *types;

  open_page (fixture, &desk);
  ledger = open_ledger (&desk);
  types = fixture_find (ledger, GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (types), 3); /* handed out */
  fixture_wait_for_text (ledger, "1 movement");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (types), 10); /* written off */
  fixture_wait_for_text (ledger, "No movement of stock is as you asked.");
  gtk_widget_activate_action (ledger, "ledger.show-all", NULL);
  fixture_wait_for_text (ledger, "3 movements");

  gtk_widget_activate_action (desk.page, "stock.item-ledger", "s", yz_record_get_id (desk.water));
  fixture_wait_for_text (ledger, "Too little was given out so far to tell how long that lasts");
  fixture_shoot (fixture->window, "stock-use");
  close_page (&desk);
}

/* What something lives on is not taken back; one is led to what is in the way, and then it goes. */
static void
test_take_back (Fixture *fixture, gconstpointer data)
{
  Desk desk;
  GtkWidget *ledger, *dialog;
  g_autofree char *receipt = NULL, *given = NULL;

  open_page (fixture, &desk);
  ledger = open_ledger (&desk);
  receipt = dup_movement (&desk, "receive");
  given = dup_movement (&desk, "hand_out");
  gtk_widget_activate_action (ledger, "ledger.take-back", "(sb)", receipt, FALSE);
  dialog = fixture_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "handed out 11 箱"));
  fixture_shoot (dialog, "stock-take-back");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "show");
  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_settle ();

  gtk_widget_activate_action (ledger, "ledger.take-back", "(sb)", given, FALSE);
  fixture_wait_for_text (ledger, "Taken back Today 14:26");
  fixture_shoot (fixture->window, "stock-taken-back");
  fixture_undo (fixture);
  fixture_wait_for_text (ledger, "3 left");
  g_assert_null (fixture_find_text (ledger, "Taken back"));
  close_page (&desk);
}

static void
test_due (Fixture *fixture, gconstpointer data)
{
  Desk desk;
  GtkWidget *due, *window;
  YzStockForm *form;

  open_page (fixture, &desk);
  fixture_wait_for_text (desk.page, "瓶装饮用水 is below its minimum, 17 箱 are missing");
  due = fixture_find (desk.page, YZ_TYPE_STOCK_DUE_VIEW);
  g_assert_nonnull (fixture_find_text (due, "滨江东路驿站 · 江北区总仓 can give 17 箱"));
  fixture_assert_named (due);
  fixture_shoot (fixture->window, "stock-due");

  gtk_widget_activate_action (due, "due.act", "u", 0);
  window = fixture_wait_for_window (YZ_TYPE_STOCK_FORM_WINDOW);
  fixture_shoot (window, "stock-due-transfer");
  form = yz_stock_form_window_get_form (YZ_STOCK_FORM_WINDOW (window));
  g_assert_cmpint (yz_stock_form_get_verb (form), ==, YZ_STOCK_SEND);
  g_assert_cmpstr (yz_stock_form_get_place (form), ==, yz_record_get_id (desk.warehouse));
  g_assert_cmpstr (yz_stock_form_get_target (form), ==, yz_record_get_id (desk.station));
  g_assert_cmpuint (g_list_model_get_n_items (yz_stock_form_get_lines (form)), ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));

  receive (&desk, desk.station, 30);
  fixture_wait_for_text (due, "Nothing Is Due");
  close_page (&desk);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);

  fixture_test ("/display/stock-ledger/ledger", test_ledger);
  fixture_test ("/display/stock-ledger/filter", test_filter);
  fixture_test ("/display/stock-ledger/take-back", test_take_back);
  fixture_test ("/display/stock-ledger/due", test_due);
  return g_test_run ();
}

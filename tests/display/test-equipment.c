/* The section of equipment and the window of an audit: what is shown, and what the verbs do. */
#include "config.h"

#include "display-fixture.h"
#include "yz-audit-window.h"
#include "yz-station-holdings.h"
#include "yz-stock-equipment-view.h"

typedef struct
{
  YzRecord *station;
  YzRecord *other;
  YzRecord *type;
  YzRecord *piece;
  YzInventory *inventory;
} Desk;

/* An idle fridge here, and a station that lacks one. */
static void
begin (Desk *desk, Fixture *fixture)
{
  g_autoptr (YzRecord)
    service = yz_store_find (yz_session_get_store (fixture->session), &yz_service_kind, "fridge", NULL);

  desk->station = fixture_add (fixture, &yz_station_kind, "name", "石鼓驿站", NULL);
  desk->other = fixture_add (fixture, &yz_station_kind, "name", "桥陇驿站", "services", "fridge:paused", NULL);
  desk->type = fixture_add (fixture, &yz_item_kind, "name", "电冰箱", "category", "equipment", "service",
                            yz_record_get_id (service), NULL);
  desk->piece = fixture_add (fixture, &yz_equipment_kind, "tag", "SB-0402", "item", yz_record_get_id (desk->type),
                             "station", yz_record_get_id (desk->station), "state", "idle", NULL);
  desk->inventory = yz_inventory_new (fixture->session);
}

static void
end (Desk *desk, Fixture *fixture)
{
  fixture_empty (fixture);
  g_clear_object (&desk->inventory);
  g_clear_object (&desk->station);
  g_clear_object (&desk->other);
  g_clear_object (&desk->type);
  g_clear_object (&desk->piece);
  fixture_settle ();
}

static void
test_section (Fixture *fixture, gconstpointer data)
{
  Desk desk = { 0 };
  GtkWidget *view;

  begin (&desk, fixture);
  view = g_object_new (YZ_TYPE_STOCK_EQUIPMENT_VIEW, "inventory", desk.inventory, NULL);
  fixture_show (fixture, view);
  fixture_wait_for_text (view, "SB-0402");
  /* it is idle here, and lacking there */
  fixture_wait_for_text (view, "石鼓驿站 → 桥陇驿站");
  fixture_assert_named (view);
  fixture_shoot (fixture->window, "equipment");

  gtk_widget_activate_action (view, "equipment.accept", "s", "SB-0402");
  fixture_wait_for_text (view, "In use");
  fixture_wait_for_text (view, "桥陇驿站");
  gtk_widget_activate_action (view, "equipment.do", "s", "set-aside");
  fixture_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (fixture_find_window (ADW_TYPE_MESSAGE_DIALOG)), "apply");
  fixture_wait_for_text (view, "Idle");
  gtk_widget_activate_action (view, "equipment.filter", "s", "broken");
  fixture_settle ();
  end (&desk, fixture);
}

static void
scan (GtkWidget *window, const char *tag)
{
  GtkWidget *entry = fixture_find (window, GTK_TYPE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), tag);
  g_signal_emit_by_name (entry, "activate");
}

/* Tags come quicker than they are looked up. */
static void
test_audit (Fixture *fixture, gconstpointer data)
{
  Desk desk = { 0 };
  GtkWidget *window;

  begin (&desk, fixture);
  g_object_set (desk.inventory, "place", yz_record_get_id (desk.station), NULL);
  fixture_show (fixture, gtk_label_new ("desk"));
  window = yz_audit_window_new (GTK_WINDOW (fixture->window), desk.inventory);
  gtk_window_present (GTK_WINDOW (window));
  fixture_settle ();
  fixture_assert_named (window);
  gtk_widget_activate_action (window, "audit.begin", NULL);
  fixture_wait_for_text (window, "Missing 1");
  scan (window, "sb-0402");
  scan (window, "X-1");
  scan (window, "X-1");
  fixture_wait_for_text (window, "X-1: scanned already");
  fixture_wait_for_text (window, "Found 1");
  fixture_wait_for_text (window, "Not in the books 1");
  fixture_assert_named (window);
  fixture_shoot (window, "audit");
  gtk_widget_activate_action (window, "audit.close", NULL);
  while (fixture_find (window, GTK_TYPE_ENTRY) != NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
  end (&desk, fixture);
}

static void
test_holdings (Fixture *fixture, gconstpointer data)
{
  Desk desk = { 0 };
  GtkWidget *pane;

  begin (&desk, fixture);
  g_object_set (desk.inventory, "place", yz_record_get_id (desk.station), NULL);
  pane = g_object_new (YZ_TYPE_STATION_HOLDINGS, "subject", "equipment", "inventory", desk.inventory, NULL);
  fixture_show (fixture, pane);
  fixture_wait_for_text (pane, "SB-0402");
  fixture_assert_named (pane);
  g_object_set (pane, "subject", "goods", NULL);
  fixture_wait_for_text (pane, "No Stock Here Yet");
  end (&desk, fixture);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  fixture_test ("/display/equipment/section", test_section);
  fixture_test ("/display/equipment/audit", test_audit);
  fixture_test ("/display/equipment/holdings", test_holdings);
  return g_test_run ();
}

/* Smart cabinets and kits as somebody uses them: the drawing, the verbs of a slot, the round, the list, a plan. */
#include "display-fixture.h"
#include "yz-cabinet-card.h"
#include "yz-events-window.h"
#include "yz-inventory-page.h"
#include "yz-kit-plan-view.h"
#include "yz-kits-window.h"
#include "yz-kits.h"
#include "yz-pickups.h"
#include "yz-planogram.h"
#include "yz-refill-window.h"
#include "yz-small-form.h"
#include "yz-stock-chooser.h"
#include "yz-stock.h"

typedef struct
{
  Fixture *fixture;
  YzStore *store;
  YzInventory *inventory;
  GtkWidget *page;
  GtkWidget *card;
  YzRecord *station;
  YzRecord *water;
  YzRecord *medicine;
  char *slots[6]; /* A1 … B3 */
  YzStockNote note;
} Desk;

static void
apply (Desk *desk, YzEdit *edit)
{
  g_assert_nonnull (edit);
  fixture_apply (desk->fixture, edit);
}

static void
receive (Desk *desk, YzRecord *item, gint64 quantity, const char *lot, const char *expiry)
{
  YzStockArrival arrival = { yz_record_get_id (item), quantity, lot, expiry, "bought", NULL, -1 };

  apply (desk, yz_stock_make_receipt (desk->store, yz_record_get_id (desk->station), &arrival, 1, &desk->note, NULL));
}

static void
add_cabinet (Desk *desk)
{
  g_autoptr (GPtrArray) cabinets = NULL;
  g_autoptr (YzCabinetView) view = NULL;

  apply (desk, yz_cabinet_make (desk->store, "智能柜 A", "SN-01", yz_record_get_id (desk->station), 2, 3, 10000, NULL));
  cabinets = yz_cabinet_list (desk->store, NULL, NULL);
  view = yz_cabinet_read (desk->store, yz_record_get_id (g_ptr_array_index (cabinets, 0)), desk->note.at, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (desk->slots); i++)
    desk->slots[i] = g_strdup (yz_record_get_id (yz_cabinet_view_get_slot (view, i)->place));
  apply (desk, yz_slot_make_assignment (desk->store, desk->slots[0], yz_record_get_id (desk->water), 10, NULL));
  apply (desk, yz_slot_make_assignment (desk->store, desk->slots[1], yz_record_get_id (desk->medicine), 4, NULL));
  apply (desk, yz_slot_make_assignment (desk->store, desk->slots[2], yz_record_get_id (desk->water), 4, NULL));
  apply (desk, yz_slot_make_refill (desk->store, desk->slots[0], NULL, 6, &desk->note, NULL));
  apply (desk, yz_slot_make_refill (desk->store, desk->slots[1], NULL, 3, &desk->note, NULL));
}

static gboolean
has_answer (gpointer card)
{
  const YzCabinetAnswer *answer = yz_cabinet_card_get_answer (card);

  return answer != NULL && answer->view != NULL;
}

static void
open_page (Fixture *fixture, Desk *desk)
{
  *desk = (Desk){ .fixture = fixture, .store = yz_session_get_store (fixture->session) };
  desk->note = (YzStockNote){ .at = yz_clock_get_now (fixture->clock), .handler = "周敏" };
  desk->station = fixture_add (fixture, &yz_station_kind, "name", "滨江东路驿站", NULL);
  desk->water = fixture_add (fixture, &yz_item_kind, "name", "瓶装饮用水", "unit", "瓶", "value", "2.50", NULL);
  desk->medicine =
    fixture_add (fixture, &yz_item_kind, "name", "藿香正气水", "unit", "盒", "needs_expiry", "yes", NULL);
  receive (desk, desk->water, 40, NULL, NULL);
  receive (desk, desk->medicine, 9, "Y26-0412", "2026-12-09");
  add_cabinet (desk);
  desk->inventory = yz_inventory_new (fixture->session);
  desk->page = g_object_new (YZ_TYPE_INVENTORY_PAGE, "inventory", desk->inventory, "section", "cabinets", NULL);
  fixture_show (fixture, desk->page);
  desk->card = fixture_find (desk->page, YZ_TYPE_CABINET_CARD);
  yz_test_wait_until (has_answer, desk->card);
  fixture_settle ();
}

static void
close_page (Desk *desk)
{
  fixture_empty (desk->fixture);
  g_clear_object (&desk->inventory);
  g_clear_object (&desk->station);
  g_clear_object (&desk->water);
  g_clear_object (&desk->medicine);
  for (guint i = 0; i < G_N_ELEMENTS (desk->slots); i++)
    g_free (desk->slots[i]);
}

/* --- looking and waiting ------------------------------------------------------------------------------------------ */

typedef struct
{
  Desk *desk;
  guint slot;
  gint64 expected;
} Filled;

static gboolean
is_filled (gpointer data)
{
  const Filled *filled = data;
  YzStockQuestion question = { .place = filled->desk->slots[filled->slot] };
  gint64 quantity;

  return yz_stock_get_quantity (filled->desk->store, &question, &quantity, NULL) && quantity == filled->expected;
}

static void
wait_for_stock (Desk *desk, guint slot, gint64 expected)
{
  Filled filled = { desk, slot, expected };

  yz_test_wait_until (is_filled, &filled);
}

static void
choose (Desk *desk, guint slot)
{
  gtk_widget_activate_action (desk->card, "cabinet.slot", "s", desk->slots[slot]);
  fixture_settle ();
}

static GtkWidget *
open_form (Desk *desk, const char *action)
{
  GtkWidget *form;

  g_assert_true (gtk_widget_activate_action (desk->card, action, NULL));
  fixture_settle ();
  form = fixture_find_window (YZ_TYPE_SMALL_FORM);
  g_assert_nonnull (form);
  fixture_assert_named (form);
  fixture_shoot (form, action);
  return form;
}

/* --- tests -------------------------------------------------------------------------------------------------------- */

static void
test_drawing (Fixture *fixture, gconstpointer data)
{
  Desk desk;
  GtkWidget *planogram, *button;

  open_page (fixture, &desk);
  planogram = fixture_find (desk.card, YZ_TYPE_PLANOGRAM);
  g_assert_nonnull (planogram);
  fixture_assert_named (desk.page);
  /* what expires soon is shown first, and said in words */
  g_assert_nonnull (fixture_find_text (desk.card, "A2 · 藿香正气水 3/4"));
  button = fixture_find (planogram, GTK_TYPE_TOGGLE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  fixture_settle ();
  g_assert_nonnull (fixture_find_text (desk.card, "A1 · 瓶装饮用水 6/10"));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  fixture_shoot (fixture->window, "cabinet");

  gtk_widget_activate_action (desk.card, "cabinet.mode", "s", "list");
  fixture_settle ();
  g_assert_null (fixture_find (desk.card, YZ_TYPE_PLANOGRAM));
  fixture_assert_named (desk.page);
  fixture_shoot (fixture->window, "cabinet-list");
  close_page (&desk);
}

/* The arrows go from slot to slot. */
static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  Desk desk;
  GtkWidget *planogram, *first, *focused;

  open_page (fixture, &desk);
  planogram = fixture_find (desk.card, YZ_TYPE_PLANOGRAM);
  first = fixture_find (planogram, GTK_TYPE_TOGGLE_BUTTON);
  gtk_widget_grab_focus (first);
  g_assert_true (gtk_widget_child_focus (planogram, GTK_DIR_RIGHT));
  focused = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_cmpstr (gtk_widget_get_name (focused), ==, desk.slots[1]);
  g_assert_true (gtk_widget_child_focus (planogram, GTK_DIR_DOWN));
  focused = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_cmpstr (gtk_widget_get_name (focused), ==, desk.slots[4]);
  close_page (&desk);
}

static void
test_fill (Fixture *fixture, gconstpointer data)
{
  Desk desk;
  GtkWidget *form, *when;

  open_page (fixture, &desk);
  choose (&desk, 0);
  form = open_form (&desk, "cabinet.refill");
  when = fixture_find (form, ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (when), "someday");
  gtk_widget_activate_action (form, "form.accept", NULL);
  fixture_settle ();
  g_assert_nonnull (fixture_find_text (form, "write"));
  gtk_editable_set_text (GTK_EDITABLE (when), "");
  gtk_widget_activate_action (form, "form.accept", NULL);
  fixture_wait_until_gone (YZ_TYPE_SMALL_FORM);
  wait_for_stock (&desk, 0, 10);
  fixture_wait_for_text (desk.card, "A1 · 瓶装饮用水 10/10");
  /* full: nothing to fill */
  g_assert_false (gtk_widget_activate_action (desk.card, "cabinet.refill", NULL) &&
                  fixture_find_window (YZ_TYPE_SMALL_FORM) != NULL);
  fixture_undo (fixture);
  wait_for_stock (&desk, 0, 6);
  close_page (&desk);
}

/* What is refused stands in the form, which stays. */
static void
test_out_of_order (Fixture *fixture, gconstpointer data)
{
  Desk desk;
  GtkWidget *form, *entry;

  open_page (fixture, &desk);
  choose (&desk, 0);
  form = open_form (&desk, "cabinet.break");
  gtk_widget_activate_action (form, "form.accept", NULL);
  fixture_settle ();
  g_assert_nonnull (fixture_find_text (form, "Say what is broken"));
  entry = fixture_find (form, ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (entry), "锁故障");
  gtk_widget_activate_action (form, "form.accept", NULL);
  fixture_wait_until_gone (YZ_TYPE_SMALL_FORM);
  fixture_wait_for_text (desk.card, "锁故障");
  gtk_widget_activate_action (desk.card, "cabinet.repair", NULL);
  fixture_wait_for_text (desk.card, "In stock");
  close_page (&desk);
}

static void
test_reservation (Fixture *fixture, gconstpointer data)
{
  Desk desk;
  GtkWidget *form;
  g_autoptr (GPtrArray) pickups = NULL;

  open_page (fixture, &desk);
  choose (&desk, 0);
  form = open_form (&desk, "cabinet.reserve");
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (form, ADW_TYPE_ENTRY_ROW)), "王师傅");
  gtk_widget_activate_action (form, "form.accept", NULL);
  fixture_wait_until_gone (YZ_TYPE_SMALL_FORM);
  fixture_wait_for_text (desk.page, "A1 · 瓶装饮用水 1 瓶");
  /* a name is personal */
  g_assert_null (fixture_find_text (desk.page, "王师傅"));
  fixture_shoot (fixture->window, "cabinet-reserved");
  pickups = yz_pickup_list_open (desk.store, NULL, NULL);
  g_assert_cmpuint (pickups->len, ==, 1);
  gtk_widget_activate_action (gtk_widget_get_parent (desk.card), "pickups.pick-up", "s",
                              yz_record_get_title (g_ptr_array_index (pickups, 0)));
  wait_for_stock (&desk, 0, 5);
  close_page (&desk);
}

static void
test_round (Fixture *fixture, gconstpointer data)
{
  Desk desk;
  GtkWidget *window;

  open_page (fixture, &desk);
  gtk_widget_activate_action (desk.card, "cabinet.round", NULL);
  fixture_settle ();
  window = fixture_find_window (YZ_TYPE_REFILL_WINDOW);
  g_assert_nonnull (window);
  fixture_wait_for_text (window, "of at most");
  fixture_assert_named (window);
  fixture_shoot (window, "refill");
  gtk_widget_activate_action (window, "refill.carry-out", NULL);
  fixture_wait_until_gone (YZ_TYPE_REFILL_WINDOW);
  wait_for_stock (&desk, 0, 10);
  wait_for_stock (&desk, 1, 4);
  wait_for_stock (&desk, 2, 4);
  fixture_undo (fixture);
  wait_for_stock (&desk, 0, 6);
  close_page (&desk);
}

static void
test_events (Fixture *fixture, gconstpointer data)
{
  Desk desk;
  GtkWidget *window;
  g_autofree char *path = g_build_filename (fixture->folder, "events.csv", NULL);

  g_assert_true (g_file_set_contents (path,
                                      "事件号,柜号,格口,数量,时间\n1,SN-01,A1,2,2026-11-20 14:26:30\n"
                                      "2,SN-01,Z1,1,2026-11-20 14:26:30\n",
                                      -1, NULL));
  open_page (fixture, &desk);
  gtk_widget_activate_action (desk.card, "cabinet.events-of", "s", path);
  fixture_settle ();
  window = fixture_find_window (YZ_TYPE_EVENTS_WINDOW);
  fixture_wait_for_text (window, "The cabinet has no slot “Z1”");
  fixture_assert_named (window);
  fixture_shoot (window, "events");
  gtk_widget_activate_action (window, "events.bring-in", NULL);
  fixture_wait_until_gone (YZ_TYPE_EVENTS_WINDOW);
  wait_for_stock (&desk, 0, 4);

  /* a file that is no such list is told about where it was dropped */
  g_assert_true (g_file_set_contents (path, "姓名,电话\n王,138\n", -1, NULL));
  gtk_widget_activate_action (desk.card, "cabinet.events-of", "s", path);
  fixture_settle ();
  window = fixture_find_window (YZ_TYPE_EVENTS_WINDOW);
  fixture_wait_for_text (window, "No column has the number of an event");
  gtk_window_destroy (GTK_WINDOW (window));
  close_page (&desk);
}

static void
test_new_cabinet (Fixture *fixture, gconstpointer data)
{
  Desk desk;
  GtkWidget *form;

  open_page (fixture, &desk);
  form = open_form (&desk, "cabinet.add");
  gtk_widget_activate_action (form, "form.accept", NULL);
  fixture_settle ();
  g_assert_nonnull (fixture_find_text (form, "Choose the station where it stands"));
  g_signal_emit_by_name (fixture_find (form, YZ_TYPE_STOCK_CHOOSER), "chosen", desk.station);
  gtk_widget_activate_action (form, "form.accept", NULL);
  fixture_wait_until_gone (YZ_TYPE_SMALL_FORM);
  fixture_wait_for_text (desk.card, "智能柜 A · 滨江东路驿站");
  close_page (&desk);
}

/* --- kits --------------------------------------------------------------------------------------------------------- */

static gboolean
is_chosen (gpointer inventory)
{
  return yz_inventory_get_place (inventory) != NULL;
}

static GtkWidget *
open_kits (Desk *desk)
{
  YzStockLine parts[] = { { yz_record_get_id (desk->water), NULL, 2 }, { yz_record_get_id (desk->medicine), NULL, 1 } };
  GtkWidget *window;

  apply (desk, yz_kit_make_recipe (desk->store, "清凉包", NULL, parts, 2, NULL));
  gtk_widget_activate_action (desk->page, "stock.place", "s", yz_record_get_id (desk->station));
  yz_test_wait_until (is_chosen, desk->inventory);
  gtk_widget_activate_action (desk->page, "stock.kits", NULL);
  fixture_settle ();
  window = fixture_find_window (YZ_TYPE_KITS_WINDOW);
  g_assert_nonnull (window);
  fixture_wait_for_text (window, "6 more can be put together");
  return window;
}

static void
test_kits (Fixture *fixture, gconstpointer data)
{
  Desk desk;
  GtkWidget *window, *form;

  open_page (fixture, &desk);
  window = open_kits (&desk);
  fixture_assert_named (window);
  gtk_widget_activate_action (window, "kits.assemble", NULL);
  fixture_settle ();
  form = fixture_find_window (YZ_TYPE_SMALL_FORM);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (fixture_find (form, GTK_TYPE_SPIN_BUTTON)), 4);
  fixture_shoot (form, "kits-assemble");
  gtk_widget_activate_action (form, "form.accept", NULL);
  fixture_wait_until_gone (YZ_TYPE_SMALL_FORM);
  fixture_wait_for_text (window, "4 ready, 2 more can be put together");
  gtk_widget_activate_action (window, "kits.revise", NULL);
  fixture_settle ();
  form = fixture_find_window (YZ_TYPE_SMALL_FORM);
  fixture_assert_named (form);
  fixture_shoot (form, "kits-recipe");
  gtk_widget_activate_action (form, "form.accept", NULL);
  fixture_wait_until_gone (YZ_TYPE_SMALL_FORM);
  fixture_wait_for_text (window, "version 2");
  gtk_window_destroy (GTK_WINDOW (window));
  close_page (&desk);
}

static void
test_plan (Fixture *fixture, gconstpointer data)
{
  Desk desk;
  GtkWidget *window, *plan;
  g_autoptr (YzRecord) other = NULL;

  open_page (fixture, &desk);
  other = fixture_add (fixture, &yz_station_kind, "name", "桥陇驿站", NULL);
  window = open_kits (&desk);
  plan = fixture_find (window, YZ_TYPE_KIT_PLAN_VIEW);
  g_signal_emit_by_name (fixture_find (plan, YZ_TYPE_STOCK_CHOOSER), "chosen", desk.station);
  g_signal_emit_by_name (fixture_find (plan, YZ_TYPE_STOCK_CHOOSER), "chosen", other);
  fixture_settle ();
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (fixture_find (plan, GTK_TYPE_SPIN_BUTTON)), 2);
  fixture_wait_for_text (plan, "桥陇驿站: 0 ready, 4 to put together, 46 missing for want of 藿香正气水");
  fixture_assert_named (window);
  fixture_shoot (window, "kits-plan");
  gtk_widget_activate_action (plan, "plan.send", NULL);
  fixture_wait_for_text (plan, "桥陇驿站: 0 ready, 0 to put together");
  fixture_undo (fixture);
  fixture_wait_for_text (plan, "桥陇驿站: 0 ready, 4 to put together");
  gtk_window_destroy (GTK_WINDOW (window));
  close_page (&desk);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  fixture_test ("/display/cabinets/drawing", test_drawing);
  fixture_test ("/display/cabinets/keyboard", test_keyboard);
  fixture_test ("/display/cabinets/fill", test_fill);
  fixture_test ("/display/cabinets/out-of-order", test_out_of_order);
  fixture_test ("/display/cabinets/reservation", test_reservation);
  fixture_test ("/display/cabinets/round", test_round);
  fixture_test ("/display/cabinets/events", test_events);
  fixture_test ("/display/cabinets/new-cabinet", test_new_cabinet);
  fixture_test ("/display/cabinets/kits", test_kits);
  fixture_test ("/display/cabinets/plan", test_plan);
  return g_test_run ();
}

#include "display-fixture.h"
#include "yz-record-form.h"
#include "yz-record-pane.h"
#include "yz-record-table.h"
#include "yz-records-page.h"
#include "yz-reference-field.h"

static gboolean
is_idle (gpointer data)
{
  gboolean loading;

  g_object_get (data, "loading", &loading, NULL);
  return !loading;
}

static void
wait (YzRecords *records)
{
  yz_test_wait_until (is_idle, records);
  fixture_settle ();
}

static void
add_organisations (Fixture *fixture)
{
  g_autoptr (YzRecord) city = fixture_add (fixture, &yz_org_kind, "name", "晴川市总工会", "code", "9901", "level",
                                           "city", "short_name", "市总", NULL);
  g_autoptr (YzRecord) east = fixture_add (fixture, &yz_org_kind, "name", "东湖区总工会", "code", "990102", "level",
                                           "county", "parent", yz_record_get_id (city), NULL);
  g_autoptr (YzRecord) west = fixture_add (fixture, &yz_org_kind, "name", "西岭县总工会", "code", "990121", "level",
                                           "county", "parent", yz_record_get_id (city), NULL);
  g_autoptr (YzRecord) town = fixture_add (fixture, &yz_org_kind, "name", "石鼓街道总工会", "code", "990102001",
                                           "level", "town", "parent", yz_record_get_id (east), NULL);
  g_autoptr (YzRecord) mill = fixture_add (fixture, &yz_org_kind, "name", "晴川纺织厂工会", "level", "unit", "parent",
                                           yz_record_get_id (town), "note", "三班倒，夜间也要有热水", NULL);
  g_autoptr (YzRecord)
    station = fixture_add (fixture, &yz_station_kind, "name", "石鼓驿站", "org", yz_record_get_id (town), NULL);
}

static void
add_people (Fixture *fixture)
{
  g_autoptr (YzRecord) station = fixture_add (fixture, &yz_station_kind, "name", "桥陇驿站", NULL);

  g_object_unref (fixture_add (fixture, &yz_person_kind, "name", "周敏", "role", "manager", "station",
                               yz_record_get_id (station), "phones", "13800135596", NULL));
  g_object_unref (fixture_add (fixture, &yz_person_kind, "name", "欧阳立", "role", "lawyer", "phones", "13900135597",
                               NULL));
}

static GtkWidget *
show_page (Fixture *fixture, YzRecords *records)
{
  GtkWidget *page = yz_records_page_new (records);

  wait (records);
  fixture_show (fixture, page);
  return page;
}

static void
test_every_kind (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecords) records = yz_records_new (fixture->session);
  GtkWidget *page = show_page (fixture, records);
  g_autoptr (GPtrArray) kinds = yz_records_list_kinds ();

  for (guint i = 0; i < kinds->len; i++)
    {
      const YzKind *kind = g_ptr_array_index (kinds, i);

      gtk_widget_activate_action (page, "records.kind", "s", kind->name);
      wait (records);
      g_assert_true (yz_records_get_kind (records) == kind);
      gtk_widget_activate_action (page, "records.add", NULL);
      fixture_settle ();
      if (kind->append_only)
        {
          g_assert_null (fixture_find (page, YZ_TYPE_RECORD_FORM));
          fixture_assert_named (page);
          continue;
        }
      g_assert_nonnull (fixture_find (page, YZ_TYPE_RECORD_FORM));
      fixture_assert_named (page);
      gtk_widget_activate_action (fixture_find (page, YZ_TYPE_RECORD_FORM), "form.cancel", NULL);
    }
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecords) records = yz_records_new (fixture->session);
  GtkWidget *page = show_page (fixture, records);

  fixture_shoot (fixture->window, "records-empty");
  g_assert_null (fixture_find (page, YZ_TYPE_RECORD_TABLE));
  fixture_assert_named (page);

  add_organisations (fixture);
  wait (records);
  g_assert_nonnull (fixture_find (page, YZ_TYPE_RECORD_TABLE));
  g_object_set (records, "search", "zzz", NULL);
  wait (records);
  g_assert_null (fixture_find (page, YZ_TYPE_RECORD_TABLE));
  gtk_widget_activate_action (page, "records.clear-search", NULL);
  wait (records);
  g_assert_nonnull (fixture_find (page, YZ_TYPE_RECORD_TABLE));
}

static YzRecord *
get_item (YzRecords *records, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (yz_listing_get_list (YZ_LISTING (records))), position);
}

static void
select_position (GtkWidget *page, guint position, gboolean alone)
{
  GtkWidget *view = fixture_find (page, GTK_TYPE_COLUMN_VIEW);

  gtk_selection_model_select_item (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)), position, alone);
  fixture_settle ();
}

static void
test_read_and_edit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecords) records = NULL;
  g_autoptr (YzRecord) after = NULL;
  GtkWidget *page, *pane;
  YzRecordForm *form;

  add_organisations (fixture);
  records = yz_records_new (fixture->session);
  page = show_page (fixture, records);
  select_position (page, 2, TRUE);
  pane = fixture_find (page, YZ_TYPE_RECORD_PANE);
  g_assert_nonnull (fixture_find_text (pane, "石鼓街道总工会"));
  g_assert_nonnull (fixture_find_text (pane, "石鼓驿站"));     /* hangs on it */
  g_assert_nonnull (fixture_find_text (pane, "东湖区总工会")); /* the parent by its name */
  fixture_assert_named (page);
  fixture_shoot (fixture->window, "records-org");

  gtk_widget_activate_action (page, "records.edit", NULL);
  fixture_settle ();
  form = YZ_RECORD_FORM (fixture_find (pane, YZ_TYPE_RECORD_FORM));
  fixture_shoot (fixture->window, "records-org-form");
  yz_draft_set_text (yz_record_form_get_draft (form), "short_name", "石鼓");
  gtk_widget_activate_action (GTK_WIDGET (form), "form.save", NULL);
  while (fixture_find (pane, YZ_TYPE_RECORD_FORM) != NULL)
    g_main_context_iteration (NULL, TRUE);
  wait (records);
  after = get_item (records, 2);
  g_assert_cmpstr (yz_record_get_text (after, "short_name"), ==, "石鼓");
  gtk_widget_activate_action (page, "records.history", NULL);
  fixture_settle ();
  g_assert_nonnull (fixture_find_text (pane, "石鼓"));
  fixture_shoot (fixture->window, "records-org-history");
}

static void
test_add (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecords) records = NULL;
  YzRecordForm *form;
  GtkWidget *page;

  add_organisations (fixture);
  records = yz_records_new (fixture->session);
  page = show_page (fixture, records);
  gtk_widget_activate_action (page, "records.add", NULL);
  fixture_settle ();
  form = YZ_RECORD_FORM (fixture_find (page, YZ_TYPE_RECORD_FORM));
  yz_draft_set_text (yz_record_form_get_draft (form), "name", "青云街道总工会");
  gtk_widget_activate_action (GTK_WIDGET (form), "form.save", NULL);
  while (yz_listing_get_current (YZ_LISTING (records)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  wait (records);
  g_assert_cmpstr (yz_record_get_title (yz_listing_get_current (YZ_LISTING (records))), ==, "青云街道总工会");
  g_assert_cmpuint (yz_listing_get_current_position (YZ_LISTING (records)), !=, G_MAXUINT);
}

static gboolean
has_one_row (gpointer view)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (view))) == 1;
}

static void
test_choose_reference (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecords) records = NULL;
  g_autofree char *parent = NULL;
  GtkWidget *page, *field, *entry, *view;
  YzRecordForm *form;

  add_organisations (fixture);
  records = yz_records_new (fixture->session);
  page = show_page (fixture, records);
  gtk_widget_activate_action (page, "records.add", NULL);
  fixture_settle ();
  form = YZ_RECORD_FORM (fixture_find (page, YZ_TYPE_RECORD_FORM));
  field = fixture_find (GTK_WIDGET (form), YZ_TYPE_REFERENCE_FIELD);
  gtk_menu_button_popup (GTK_MENU_BUTTON (fixture_find (field, GTK_TYPE_MENU_BUTTON)));
  entry = fixture_find (field, GTK_TYPE_SEARCH_ENTRY);
  view = fixture_find (field, GTK_TYPE_LIST_VIEW);
  gtk_editable_set_text (GTK_EDITABLE (entry), "shigu");
  yz_test_wait_until (has_one_row, view);
  fixture_assert_named (page);
  fixture_shoot (fixture_find (field, GTK_TYPE_POPOVER), "records-reference");
  fixture_shoot (fixture->window, "records-reference-form");
  g_signal_emit_by_name (view, "activate", 0);
  parent = yz_draft_dup_text (yz_record_form_get_draft (form), "parent");
  g_assert_cmpstr (parent, !=, "");
  g_assert_nonnull (fixture_find_text (field, "石鼓街道总工会"));
}

static void
test_order_by_heading (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecords) records = NULL;
  g_autoptr (GtkColumnViewColumn) column = NULL;
  g_autofree char *order = NULL;
  GtkColumnView *view;
  gboolean descending;

  add_organisations (fixture);
  records = yz_records_new (fixture->session);
  view = GTK_COLUMN_VIEW (fixture_find (show_page (fixture, records), GTK_TYPE_COLUMN_VIEW));
  column = g_list_model_get_item (gtk_column_view_get_columns (view), 1);
  gtk_column_view_sort_by_column (view, column, GTK_SORT_DESCENDING);
  g_object_get (records, "order", &order, "descending", &descending, NULL);
  g_assert_cmpstr (order, ==, "code");
  g_assert_true (descending);
}

static void
test_people_are_masked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecords) records = NULL;
  GtkWidget *page;

  add_people (fixture);
  records = yz_records_new (fixture->session);
  page = show_page (fixture, records);
  gtk_widget_activate_action (page, "records.kind", "s", "person");
  wait (records);
  fixture_shoot (fixture->window, "records-people");
  g_assert_nonnull (fixture_find_text (page, "138****5596"));
  g_assert_null (fixture_find_text (page, "周敏"));
  gtk_widget_activate_action (page, "records.reveal", NULL);
  fixture_settle ();
  g_assert_nonnull (fixture_find_text (page, "周敏"));
  g_assert_nonnull (fixture_find_text (page, "13800135596"));
}

static void
test_delete_several (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecords) records = NULL;
  GtkWidget *page;
  guint total;

  add_people (fixture);
  records = yz_records_new (fixture->session);
  page = show_page (fixture, records);
  gtk_widget_activate_action (page, "records.kind", "s", "person");
  wait (records);
  select_position (page, 0, TRUE);
  select_position (page, 1, FALSE);
  fixture_shoot (fixture->window, "records-several");
  gtk_widget_activate_action (page, "records.delete", NULL);
  do
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (records, "total", &total, NULL);
    }
  while (total > 0);
}

/* What a search hides must not be deleted with what it shows. */
static void
test_hidden_is_not_selected (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecords) records = NULL;
  GtkWidget *page;
  guint n_selected;

  add_organisations (fixture);
  records = yz_records_new (fixture->session);
  page = show_page (fixture, records);
  select_position (page, 0, TRUE);
  select_position (page, 2, FALSE);
  g_object_set (records, "search", "西岭", NULL);
  wait (records);
  g_object_get (records, "n-selected", &n_selected, NULL);
  g_assert_cmpuint (n_selected, ==, 0);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  fixture_test ("/display/records/every-kind", test_every_kind);
  fixture_test ("/display/records/empty", test_empty);
  fixture_test ("/display/records/read-and-edit", test_read_and_edit);
  fixture_test ("/display/records/add", test_add);
  fixture_test ("/display/records/choose-reference", test_choose_reference);
  fixture_test ("/display/records/order-by-heading", test_order_by_heading);
  fixture_test ("/display/records/people-are-masked", test_people_are_masked);
  fixture_test ("/display/records/delete-several", test_delete_several);
  fixture_test ("/display/records/hidden-is-not-selected", test_hidden_is_not_selected);
  return g_test_run ();
}

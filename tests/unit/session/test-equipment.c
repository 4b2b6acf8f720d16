/* Pieces of equipment: what can be done with them, audits, and where idle ones should go. */
#include "config.h"

#include <math.h>

#include "session-fixture.h"

#include "yz-equipment-audits.h"
#include "yz-equipment-proposals.h"
#include "yz-equipment-verbs.h"
#include "yz-place.h"

typedef struct
{
  Fixture base;
  YzStore *store;
  YzRecord *fridge; /* the type */
  gint64 now;
} Equipment;

static YzRecord *
add (Equipment *self, const YzKind *kind, const char *title, const char *field, const char *value)
{
  YzRecord *record = yz_session_new_record (self->base.session, kind);
  YzEdit *edit = yz_edit_new ("Add");

  yz_record_set_text (record, kind->title_field, title);
  yz_record_set_text (record, field, value);
  yz_edit_create (edit, record);
  fixture_apply (&self->base, edit);
  return record;
}

/* @where: (nullable): a station */
static YzRecord *
add_piece (Equipment *self, const char *tag, YzRecord *where, const char *state)
{
  YzRecord *piece = yz_session_new_record (self->base.session, &yz_equipment_kind);
  YzEdit *edit = yz_edit_new ("Add");

  yz_record_set_text (piece, "tag", tag);
  yz_record_set_text (piece, "item", yz_record_get_id (self->fridge));
  yz_record_set_text (piece, "station", where != NULL ? yz_record_get_id (where) : NULL);
  yz_record_set_text (piece, "state", state);
  yz_edit_create (edit, piece);
  fixture_apply (&self->base, edit);
  return piece;
}

static void
set_up (Equipment *self, gconstpointer data)
{
  fixture_set_up (&self->base, NULL);
  self->store = yz_session_get_store (self->base.session);
  self->fridge = add (self, &yz_item_kind, "电冰箱", "category", "equipment");
  self->now = yz_clock_get_now (self->base.clock);
}

static void
tear_down (Equipment *self, gconstpointer data)
{
  g_clear_object (&self->fridge);
  fixture_tear_down (&self->base, NULL);
}

static void
change (Equipment *self, YzRecord *record, const char *field, const char *value)
{
  YzEdit *edit = yz_edit_new ("Edit");
  g_autoptr (YzRecord) before = fixture_reload (&self->base, record);
  g_autoptr (GVariant) parsed = NULL;

  g_assert_true (yz_field_parse (yz_kind_find_field (yz_record_get_kind (record), field), value, &parsed, NULL));
  yz_edit_set (edit, before, field, parsed);
  fixture_apply (&self->base, edit);
}

static GPtrArray *
list_one (Equipment *self, YzRecord *piece)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (pieces, fixture_reload (&self->base, piece));
  return pieces;
}

static void
do_it (Equipment *self, YzEquipmentVerb verb, YzRecord *piece, const YzEquipmentNote *note)
{
  g_autoptr (GPtrArray) pieces = list_one (self, piece);
  g_autoptr (GError) error = NULL;
  YzEdit *edit = yz_equipment_make (verb, pieces, note, &error);

  g_assert_no_error (error);
  fixture_apply (&self->base, edit);
}

static void
refuse (Equipment *self, YzEquipmentVerb verb, YzRecord *piece, const YzEquipmentNote *note, int code)
{
  g_autoptr (GPtrArray) pieces = list_one (self, piece);
  g_autoptr (GError) error = NULL;

  g_assert_null (yz_equipment_make (verb, pieces, note, &error));
  g_assert_error (error, YZ_MODEL_ERROR, code);
}

static void
assert_text (Equipment *self, YzRecord *record, const char *field, const char *expected)
{
  g_autoptr (YzRecord) now = fixture_reload (&self->base, record);

  g_assert_cmpstr (yz_record_get_text (now, field), ==, expected);
}

static void
test_lend (Equipment *self, gconstpointer data)
{
  g_autoptr (YzRecord) piece = add_piece (self, "SB-1", self->base.first, "in_use");
  YzEquipmentNote note = { .day = "2026-11-20" };

  refuse (self, YZ_EQUIPMENT_LEND, piece, &note, YZ_MODEL_ERROR_REQUIRED);
  refuse (self, YZ_EQUIPMENT_GIVE_BACK, piece, &note, YZ_MODEL_ERROR_TRANSITION);
  note.lent_to = "晴川邮政";
  note.until = "2026-12-01";
  do_it (self, YZ_EQUIPMENT_LEND, piece, &note);
  assert_text (self, piece, "state", "lent");
  assert_text (self, piece, "lent_until", "2026-12-01");
  note = (YzEquipmentNote){ .day = "2026-11-28" };
  do_it (self, YZ_EQUIPMENT_GIVE_BACK, piece, &note);
  assert_text (self, piece, "state", "in_use");
  assert_text (self, piece, "state_since", "2026-11-28");
  assert_text (self, piece, "lent_to", NULL);
  assert_text (self, piece, "lent_until", NULL);
}

static void
test_break (Equipment *self, gconstpointer data)
{
  g_autoptr (YzRecord) piece = add_piece (self, "SB-1", self->base.first, "in_use");
  YzEquipmentNote note = { .day = "2026-11-20" };

  refuse (self, YZ_EQUIPMENT_BREAK, piece, &note, YZ_MODEL_ERROR_REQUIRED);
  note.reason = "不制冷";
  do_it (self, YZ_EQUIPMENT_BREAK, piece, &note);
  refuse (self, YZ_EQUIPMENT_SET_ASIDE, piece, &note, YZ_MODEL_ERROR_TRANSITION);
  note.reason = NULL;
  do_it (self, YZ_EQUIPMENT_REPAIR, piece, &note);
  assert_text (self, piece, "state_reason", NULL);
  note.reason = "超过年限";
  do_it (self, YZ_EQUIPMENT_DISPOSE, piece, &note);
  refuse (self, YZ_EQUIPMENT_LEND, piece, &note, YZ_MODEL_ERROR_TRANSITION);
  refuse (self, YZ_EQUIPMENT_CHECK, piece, &note, YZ_MODEL_ERROR_TRANSITION);
}

static void
test_check (Equipment *self, gconstpointer data)
{
  g_autoptr (YzRecord) piece = add_piece (self, "SB-1", self->base.first, "in_use");
  YzEquipmentNote note = { .day = "2026-08-31", .until = "2026-12-31" };

  do_it (self, YZ_EQUIPMENT_CHECK, piece, &note);
  assert_text (self, piece, "next_check", "2026-12-31");
  change (self, piece, "check_months", "6");
  note.until = NULL;
  do_it (self, YZ_EQUIPMENT_CHECK, piece, &note);
  assert_text (self, piece, "next_check", "2027-02-28");
  assert_text (self, piece, "state", "in_use");
}

static void
test_move (Equipment *self, gconstpointer data)
{
  g_autoptr (YzRecord) piece = add_piece (self, "SB-1", self->base.first, "idle");
  g_autoptr (YzRecord) shelf = add (self, &yz_place_kind, "储物间", "station", yz_record_get_id (self->base.second));
  g_autoptr (YzRecord) store_room = add (self, &yz_place_kind, "总仓", "type", "warehouse");
  const char *const targets[] = { yz_record_get_id (shelf), yz_record_get_id (store_room),
                                  yz_record_get_id (self->base.second) };
  const char *const stations[] = { targets[2], NULL, targets[2] };
  const char *const places[] = { targets[0], targets[1], NULL };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr (GPtrArray) pieces = list_one (self, piece);
      g_autoptr (GError) error = NULL;
      YzEdit *edit = yz_equipment_make_move (self->store, pieces, targets[i], i == 2 ? "2026-11-20" : NULL, &error);

      g_assert_no_error (error);
      fixture_apply (&self->base, edit);
      assert_text (self, piece, "station", stations[i]);
      assert_text (self, piece, "place", places[i]);
      assert_text (self, piece, "state", i == 2 ? "in_use" : "idle");
    }
}

/* --- audits ------------------------------------------------------------------------------------------------------- */

static YzRecord *
begin (Equipment *self, YzRecord *station)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_audit_kind);
  g_autoptr (GPtrArray) audits = NULL;
  g_autoptr (GError) error = NULL;
  YzEdit *edit = yz_audit_make_begin (self->store, NULL, yz_record_get_id (station), "李晓燕", self->now, &error);

  g_assert_no_error (error);
  fixture_apply (&self->base, edit);
  audits = yz_store_load_records (self->store, query, NULL);
  return g_object_ref (g_ptr_array_index (audits, audits->len - 1));
}

static YzAuditNews
mark (Equipment *self, YzRecord *audit, const char *tag, YzRecord *where)
{
  g_autoptr (GError) error = NULL;
  YzAuditNews news;
  YzEdit *edit = yz_audit_make_mark (self->store, yz_record_get_id (audit), tag,
                                     where != NULL ? yz_record_get_id (where) : NULL, "李晓燕", ++self->now, &news,
                                     &error);

  g_assert_no_error (error);
  if (news != YZ_AUDIT_NEWS_REPEATED)
    fixture_apply (&self->base, edit);
  else
    {
      g_assert_cmpuint (yz_edit_get_n_changes (edit), ==, 0);
      g_object_unref (edit);
    }
  return news;
}

/* The tags of the four lists: "found: … missing: …" */
static char *
describe (Equipment *self, YzRecord *audit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAuditResult) result = yz_audit_read (self->store, yz_record_get_id (audit), NULL, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint finding = 0; finding < YZ_N_AUDIT_FINDINGS; finding++)
    {
      guint count = 0;

      g_string_append_printf (text, "%s:", yz_audit_finding_get_nick ((YzAuditFinding) finding));
      for (guint i = 0; i < result->rows->len; i++)
        {
          const YzAuditRow *row = g_ptr_array_index (result->rows, i);

          if (row->finding != finding)
            continue;
          g_string_append_printf (text, " %s", row->tag);
          count++;
        }
      g_string_append_c (text, '\n');
      g_assert_cmpuint (count, ==, result->counts[finding]);
    }
  return g_string_free (text, FALSE);
}

static void
assert_lists (Equipment *self, YzRecord *audit, const char *expected)
{
  g_autofree char *lists = describe (self, audit);

  g_assert_cmpstr (lists, ==, expected);
}

static void
finish (Equipment *self, YzRecord *audit, const char *const *accepted)
{
  g_autoptr (GError) error = NULL;
  YzEdit *edit = yz_audit_make_close (self->store, yz_record_get_id (audit), accepted, self->now, &error);

  g_assert_no_error (error);
  fixture_apply (&self->base, edit);
}

static void
test_audit (Equipment *self, gconstpointer data)
{
  g_autoptr (YzRecord) here = add_piece (self, "SB-1", self->base.first, "in_use");
  g_autoptr (YzRecord) lost = add_piece (self, "SB-2", self->base.first, "in_use");
  g_autoptr (YzRecord) other = add_piece (self, "SB-3", self->base.second, "in_use");
  g_autoptr (YzRecord) gone = add_piece (self, "SB-4", self->base.first, "disposed");
  g_autoptr (YzRecord) audit = begin (self, self->base.first);
  const char *lists = "found: SB-1\nmissing: SB-2\nelsewhere: SB-3\nextra: SB-4 X-9\n";
  g_autoptr (GError) error = NULL;
  YzAuditNews news;

  g_assert_cmpint (mark (self, audit, " sb-1 ", NULL), ==, YZ_AUDIT_NEWS_SEEN);
  g_assert_cmpint (mark (self, audit, "SB-1", NULL), ==, YZ_AUDIT_NEWS_REPEATED);
  g_assert_cmpint (mark (self, audit, "SB-3", NULL), ==, YZ_AUDIT_NEWS_SEEN);
  g_assert_cmpint (mark (self, audit, "SB-4", NULL), ==, YZ_AUDIT_NEWS_SEEN);
  g_assert_cmpint (mark (self, audit, "X-9", NULL), ==, YZ_AUDIT_NEWS_UNKNOWN);
  g_assert_cmpint (mark (self, audit, "X-9", NULL), ==, YZ_AUDIT_NEWS_REPEATED);
  assert_lists (self, audit, lists);

  finish (self, audit, NULL);
  assert_text (self, other, "station", yz_record_get_id (self->base.first));
  assert_text (self, lost, "station", NULL);
  assert_text (self, gone, "state", "in_use");
  /* what was found then stays as it was */
  assert_lists (self, audit, lists);
  g_assert_null (yz_audit_make_mark (self->store, yz_record_get_id (audit), "SB-2", NULL, NULL, self->now, &news,
                                     &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION);

  /* one step back, and all is as before */
  yz_action_free (yz_store_undo (self->store, 0, NULL, NULL));
  assert_text (self, other, "station", yz_record_get_id (self->base.second));
  assert_text (self, lost, "station", yz_record_get_id (self->base.first));
  assert_text (self, gone, "state", "disposed");
  assert_lists (self, audit, lists);
}

/* What was lent is missed by nobody; found on the shelf, it was given back. */
static void
test_lent (Equipment *self, gconstpointer data)
{
  g_autoptr (YzRecord) away = add_piece (self, "SB-1", self->base.first, "in_use");
  g_autoptr (YzRecord) back = add_piece (self, "SB-2", self->base.first, "in_use");
  YzEquipmentNote note = { .day = "2026-11-20", .lent_to = "晴川邮政" };
  g_autoptr (YzRecord) audit = NULL;

  do_it (self, YZ_EQUIPMENT_LEND, away, &note);
  do_it (self, YZ_EQUIPMENT_LEND, back, &note);
  audit = begin (self, self->base.first);
  mark (self, audit, "SB-2", NULL);
  assert_lists (self, audit, "found:\nmissing:\nelsewhere: SB-2\nextra:\n");
  finish (self, audit, NULL);
  assert_text (self, away, "state", "lent");
  assert_text (self, back, "state", "in_use");
  assert_text (self, back, "lent_to", NULL);
}

static void
test_accept_some (Equipment *self, gconstpointer data)
{
  static const char *const accepted[] = { "SB-3", NULL };
  g_autoptr (YzRecord) lost = add_piece (self, "SB-2", self->base.first, "in_use");
  g_autoptr (YzRecord) other = add_piece (self, "SB-3", self->base.second, "in_use");
  g_autoptr (YzRecord) audit = begin (self, self->base.first);

  mark (self, audit, "SB-3", NULL);
  finish (self, audit, accepted);
  assert_text (self, other, "station", yz_record_get_id (self->base.first));
  assert_text (self, lost, "station", yz_record_get_id (self->base.first));
}

/* Of a station any of its shelves is right; of a shelf only itself. */
static void
test_shelves (Equipment *self, gconstpointer data)
{
  g_autoptr (YzRecord) shelf = add (self, &yz_place_kind, "储物间", "station", yz_record_get_id (self->base.first));
  g_autoptr (YzRecord) piece = add_piece (self, "SB-1", self->base.first, "in_use");
  g_autoptr (YzRecord) loose = add_piece (self, "SB-2", self->base.first, "in_use");
  g_autoptr (YzRecord) whole = NULL;
  g_autoptr (YzRecord) part = NULL;

  change (self, piece, "place", yz_record_get_id (shelf));
  whole = begin (self, self->base.first);
  mark (self, whole, "SB-1", NULL);
  mark (self, whole, "SB-2", shelf);
  assert_lists (self, whole, "found: SB-1 SB-2\nmissing:\nelsewhere:\nextra:\n");
  part = begin (self, shelf);
  assert_lists (self, part, "found:\nmissing: SB-1\nelsewhere:\nextra:\n");
  mark (self, part, "SB-2", NULL);
  mark (self, part, "SB-1", NULL);
  assert_lists (self, part, "found: SB-1\nmissing:\nelsewhere: SB-2\nextra:\n");
}

/* --- proposals ---------------------------------------------------------------------------------------------------- */

static YzRecord *
add_station (Equipment *self, const char *name, double lon, const char *services)
{
  YzRecord *station = yz_session_new_record (self->base.session, &yz_station_kind);
  YzEdit *edit = yz_edit_new ("Add");

  yz_record_set_text (station, "name", name);
  yz_record_set_real (station, "lon", lon);
  yz_record_set_real (station, "lat", 30);
  g_assert_true (yz_record_parse (station, "services", services, NULL));
  yz_edit_create (edit, station);
  fixture_apply (&self->base, edit);
  return station;
}

/* "SB-1 → name, SB-2 → name" */
static char *
propose (Equipment *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) proposals = yz_equipment_propose (self->store, "2026-11-20", NULL, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < proposals->len; i++)
    {
      const YzEquipmentProposal *proposal = g_ptr_array_index (proposals, i);

      g_assert_cmpstr (proposal->reason, !=, "");
      g_string_append_printf (text, "%s%s → %s", i > 0 ? ", " : "", yz_record_get_title (proposal->piece),
                              yz_record_get_title (proposal->to));
    }
  return g_string_free (text, FALSE);
}

static void
assert_proposed (Equipment *self, const char *expected)
{
  g_autofree char *proposed = propose (self);

  g_assert_cmpstr (proposed, ==, expected);
}

static void
test_propose (Equipment *self, gconstpointer data)
{
  g_autoptr (YzRecord) service = yz_store_find (self->store, &yz_service_kind, "fridge", NULL);
  g_autoptr (YzRecord) home = add_station (self, "家", 114.00, "fridge:offered");
  g_autoptr (YzRecord) far = add_station (self, "远", 114.30, "fridge:paused");
  g_autoptr (YzRecord) near = add_station (self, "近", 114.10, "fridge:planned");
  g_autoptr (YzRecord) content = add_station (self, "够", 114.01, "fridge:paused");
  g_autoptr (YzRecord) broken = add_piece (self, "SB-5", near, "broken");
  g_autoptr (YzRecord) works = add_piece (self, "SB-6", content, "in_use");
  g_autoptr (YzRecord) young = add_piece (self, "SB-1", home, "idle");
  g_autoptr (YzRecord) old = add_piece (self, "SB-2", home, "idle");
  g_autoptr (YzRecord) third = add_piece (self, "SB-3", home, "idle");

  assert_proposed (self, "");
  change (self, self->fridge, "service", yz_record_get_id (service));
  change (self, young, "state_since", "2026-11-01");
  change (self, old, "state_since", "2026-01-01");
  /* the one that waited longest goes to the nearest; for the third nobody has a use */
  assert_proposed (self, "SB-2 → 近, SB-1 → 远");
  change (self, far, "state", "closed");
  assert_proposed (self, "SB-2 → 近");
}

static void
test_levels (Equipment *self, gconstpointer data)
{
  g_autoptr (YzRecord) home = add_station (self, "家", 114.00, "fridge:offered");
  g_autoptr (YzRecord) other = add_station (self, "别处", 114.30, "fridge:offered");
  g_autoptr (YzRecord) piece = add_piece (self, "SB-1", home, "idle");
  g_autoptr (YzRecord) more = add_piece (self, "SB-2", home, "idle");
  g_autoptr (YzRecord) place = add (self, &yz_place_kind, "别处·一层", "station", yz_record_get_id (other));
  YzRecord *level = yz_session_new_record (self->base.session, &yz_stock_level_kind);
  YzEdit *edit = yz_edit_new ("Add");

  yz_record_set_text (level, "place", yz_record_get_id (place));
  yz_record_set_text (level, "item", yz_record_get_id (self->fridge));
  yz_record_set_text (level, "begins", "11-01");
  yz_record_set_text (level, "ends", "03-15");
  yz_record_set (level, "minimum", g_variant_new_int64 (2));
  yz_edit_create (edit, level);
  fixture_apply (&self->base, edit);
  assert_proposed (self, "SB-1 → 别处, SB-2 → 别处");
  change (self, level, "minimum", "1");
  assert_proposed (self, "SB-1 → 别处");
  change (self, level, "begins", "12-01");
  assert_proposed (self, "");
  g_object_unref (level);
}

#define add_test(path, func) g_test_add ("/session/equipment/" path, Equipment, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_test ("lend", test_lend);
  add_test ("break", test_break);
  add_test ("check", test_check);
  add_test ("move", test_move);
  add_test ("audit", test_audit);
  add_test ("lent", test_lent);
  add_test ("accept-some", test_accept_some);
  add_test ("shelves", test_shelves);
  add_test ("propose", test_propose);
  add_test ("levels", test_levels);
  return g_test_run ();
}

#include "config.h"

#include "yz-equipment-audits.h"

#include <glib/gi18n-lib.h>

#include "yz-equipment-verbs.h"
#include "yz-kinds.h"
#include "yz-stock-movements.h"
#include "yz-value-text.h"

const char *
yz_audit_finding_get_nick (YzAuditFinding finding)
{
  static const char *const nicks[] = { "found", "missing", "elsewhere", "extra" };

  G_STATIC_ASSERT (G_N_ELEMENTS (nicks) == YZ_N_AUDIT_FINDINGS);
  return nicks[finding];
}

static char *
make_number (gint64 at)
{
  g_autoptr (GDateTime) time = yz_office_time (at);

  return g_date_time_format (time, "QC-%y%m%d-%H%M");
}

static YzRecord *
new_record (YzStore *store, const YzKind *kind)
{
  g_autofree char *id = yz_id_factory_next (yz_store_get_ids (store));

  return yz_record_new (kind, id);
}

YzEdit *
yz_audit_make_begin (YzStore *store, const char *number, const char *place, const char *auditor, gint64 at,
                     GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Begin an equipment audit"));
  YzStockMoving moving = { .store = store, .edit = edit };
  g_autofree char *id = yz_stock_moving_dup_place (&moving, place, error);
  g_autofree char *made = number == NULL ? make_number (at) : NULL;
  g_autoptr (YzRecord) audit = NULL;

  if (id == NULL)
    return NULL;
  audit = new_record (store, &yz_audit_kind);
  yz_record_set_text (audit, "number", number != NULL ? number : made);
  yz_record_set_text (audit, "place", id);
  yz_record_set_text (audit, "auditor", auditor);
  yz_record_set (audit, "begun", g_variant_new_int64 (at));
  yz_edit_create (edit, audit);
  yz_edit_set_subject (edit, yz_record_get_title (audit));
  return g_steal_pointer (&edit);
}

static YzRecord *
load_open (YzStore *store, const char *id, GError **error)
{
  g_autoptr (YzRecord) audit = yz_store_load (store, &yz_audit_kind, id, error);

  if (audit == NULL || g_strcmp0 (yz_record_get_text (audit, "state"), "open") == 0)
    return g_steal_pointer (&audit);
  g_set_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION, _ ("Audit %s is closed"), yz_record_get_title (audit));
  return NULL;
}

static GPtrArray *
find_by_tag (YzStore *store, const YzKind *kind, const char *audit, const char *tag, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (kind);

  if (audit != NULL)
    yz_query_add (query, "audit", YZ_COMPARE_EQUAL, g_variant_new_string (audit));
  yz_query_add (query, "tag", YZ_COMPARE_EQUAL, g_variant_new_string (tag));
  return yz_store_load_records (store, query, error);
}

/* As it was read, else in capitals: scanners and people do not agree on them. */
static gboolean
find_piece (YzStore *store, const char *tag, YzRecord **piece, GError **error)
{
  g_autofree char *capitals = g_utf8_strup (tag, -1);
  const char *const forms[] = { tag, capitals };

  *piece = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (forms) && *piece == NULL; i++)
    {
      g_autoptr (GPtrArray) found = find_by_tag (store, &yz_equipment_kind, NULL, forms[i], error);

      if (found == NULL)
        return FALSE;
      if (found->len > 0)
        *piece = g_object_ref (g_ptr_array_index (found, 0));
    }
  return TRUE;
}

/* Whether the last that is known of the tag is that it was seen in that place. */
static gboolean
was_seen (GPtrArray *marks, const char *place)
{
  YzRecord *last = NULL;

  for (guint i = 0; i < marks->len; i++)
    {
      YzRecord *mark = g_ptr_array_index (marks, i);

      if (last == NULL || yz_record_get_integer (mark, "at") >= yz_record_get_integer (last, "at"))
        last = mark;
    }
  return last != NULL && g_strcmp0 (yz_record_get_text (last, "place"), place) == 0;
}

static void
add_mark (YzStore *store, YzEdit *edit, const char *audit, const char *tag, YzRecord *piece, const char *place,
          const char *seen_by, gint64 at)
{
  g_autoptr (YzRecord) mark = new_record (store, &yz_audit_mark_kind);

  yz_record_set_text (mark, "audit", audit);
  yz_record_set_text (mark, "tag", tag);
  yz_record_set_text (mark, "piece", piece != NULL ? yz_record_get_id (piece) : NULL);
  yz_record_set_text (mark, "place", place);
  yz_record_set_text (mark, "seen_by", seen_by);
  yz_record_set (mark, "at", g_variant_new_int64 (at));
  yz_edit_create (edit, mark);
}

YzEdit *
yz_audit_make_mark (YzStore *store, const char *audit, const char *tag, const char *place, const char *seen_by,
                    gint64 at, YzAuditNews *news, GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Mark equipment as seen"));
  YzStockMoving moving = { .store = store, .edit = edit };
  g_autoptr (YzRecord) record = load_open (store, audit, error);
  g_autofree char *text = yz_value_strip (tag);
  g_autofree char *where = NULL;
  g_autoptr (YzRecord) piece = NULL;
  g_autoptr (GPtrArray) marks = NULL;

  if (record == NULL || !find_piece (store, text, &piece, error))
    return NULL;
  if (*text == '\0')
    {
      g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_REQUIRED, _ ("Scan or type a tag"));
      return NULL;
    }
  where = place != NULL ? yz_stock_moving_dup_place (&moving, place, error)
                        : g_strdup (yz_record_get_text (record, "place"));
  if (where == NULL)
    return NULL;
  marks = find_by_tag (store, &yz_audit_mark_kind, audit, piece != NULL ? yz_record_get_title (piece) : text, error);
  if (marks == NULL)
    return NULL;
  *news = piece == NULL ? YZ_AUDIT_NEWS_UNKNOWN : YZ_AUDIT_NEWS_SEEN;
  if (was_seen (marks, where))
    *news = YZ_AUDIT_NEWS_REPEATED;
  else
    add_mark (store, edit, audit, piece != NULL ? yz_record_get_title (piece) : text, piece, where, seen_by, at);
  yz_edit_set_subject (edit, piece != NULL ? yz_record_get_title (piece) : text);
  return g_steal_pointer (&edit);
}

/* --- closing ------------------------------------------------------------------------------------------------------ */

/* What is there though it was lent or disposed of. */
static gboolean
came_back (const YzAuditRow *row)
{
  YzEquipmentState state = yz_equipment_get_state (row->piece);

  return state == YZ_EQUIPMENT_LENT || state == YZ_EQUIPMENT_DISPOSED;
}

char *
yz_audit_row_get_proposal (const YzAuditRow *row)
{
  gboolean is_closed = row->mark != NULL && yz_record_get (row->mark, "finding") != NULL;

  if (is_closed || row->piece == NULL || row->finding == YZ_AUDIT_FOUND)
    return NULL;
  if (row->finding == YZ_AUDIT_MISSING)
    return g_strdup (_ ("Mark as not to be found"));
  if (came_back (row))
    return g_strdup (_ ("Take back into use"));
  /* Translators: %s is a station or a shelf */
  return g_strdup_printf (_ ("Move to %s"), yz_record_get_title (row->seen));
}

static gboolean
is_accepted (const YzAuditRow *row, const char *const *accepted)
{
  return row->piece != NULL && (accepted == NULL || g_strv_contains (accepted, row->tag));
}

static void
do_accepted (YzEdit *edit, const YzAuditRow *row, YzRecord *audit, const char *day)
{
  g_autoptr (YzRecord) after = yz_record_copy (row->piece);
  g_autofree char *reason = NULL;

  yz_equipment_set_where (after, row->seen);
  if (row->finding != YZ_AUDIT_MISSING && came_back (row))
    {
      yz_record_set_text (after, "state", yz_equipment_state_get_nick (YZ_EQUIPMENT_IN_USE));
      yz_record_set_text (after, "state_since", day);
      yz_record_set_text (after, "lent_to", NULL);
      yz_record_set_text (after, "lent_until", NULL);
    }
  if (row->finding == YZ_AUDIT_MISSING || came_back (row))
    {
      /* Translators: why a piece of equipment is in its state; %s is the number of an audit */
      reason =
        g_strdup_printf (row->finding == YZ_AUDIT_MISSING ? _ ("Not found in audit %s") : _ ("Found in audit %s"),
                         yz_record_get_title (audit));
      yz_record_set_text (after, "state_reason", reason);
    }
  yz_edit_update (edit, row->piece, after);
}

/* What was seen has a mark already; what was not gets one. */
static void
write_finding (YzStore *store, YzEdit *edit, YzRecord *audit, const YzAuditRow *row, const char *note)
{
  g_autoptr (YzRecord) mark = NULL;

  if (row->mark != NULL)
    {
      mark = yz_record_copy (row->mark);
      yz_record_set_text (mark, "finding", yz_audit_finding_get_nick (row->finding));
      yz_record_set_text (mark, "note", note);
      yz_edit_update (edit, row->mark, mark);
      return;
    }
  mark = new_record (store, &yz_audit_mark_kind);
  yz_record_set_text (mark, "audit", yz_record_get_id (audit));
  yz_record_set_text (mark, "tag", row->tag);
  yz_record_set_text (mark, "piece", yz_record_get_id (row->piece));
  yz_record_set_text (mark, "finding", yz_audit_finding_get_nick (row->finding));
  yz_record_set_text (mark, "note", note);
  yz_edit_create (edit, mark);
}

YzEdit *
yz_audit_make_close (YzStore *store, const char *audit, const char *const *accepted, gint64 at, GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Close an equipment audit"));
  g_autoptr (YzRecord) record = load_open (store, audit, error);
  g_autoptr (YzAuditResult) result = record != NULL ? yz_audit_read (store, audit, NULL, error) : NULL;
  g_autoptr (GDateTime) time = yz_office_time (at);
  g_autofree char *day = g_date_time_format (time, "%Y-%m-%d");

  if (result == NULL)
    return NULL;
  yz_edit_set (edit, record, "state", g_variant_new_string ("closed"));
  yz_edit_set (edit, record, "closed", g_variant_new_int64 (at));
  yz_edit_set_subject (edit, yz_record_get_title (record));
  for (guint i = 0; i < result->rows->len; i++)
    {
      const YzAuditRow *row = g_ptr_array_index (result->rows, i);
      g_autofree char *proposal = is_accepted (row, accepted) ? yz_audit_row_get_proposal (row) : NULL;

      if (proposal != NULL)
        do_accepted (edit, row, record, day);
      write_finding (store, edit, record, row, proposal);
    }
  return g_steal_pointer (&edit);
}

#include "config.h"

#include "yz-equipment-verbs.h"

#include "yz-kinds.h"
#include "yz-place.h"
#include "yz-stock-holder.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>

#define IN_USE (1 << YZ_EQUIPMENT_IN_USE)
#define IDLE (1 << YZ_EQUIPMENT_IDLE)
#define BROKEN (1 << YZ_EQUIPMENT_BROKEN)
#define LENT (1 << YZ_EQUIPMENT_LENT)

#define SAME -1

/* In the order of YzEquipmentVerb. */
static const struct
{
  const char *nick;
  const char *label;
  guint from; /* states */
  int to;
  gboolean needs_reason;
} verbs[] = {
  { "lend", N_ ("Lend equipment"), IN_USE | IDLE, YZ_EQUIPMENT_LENT, FALSE },
  { "give-back", N_ ("Take equipment back"), LENT, YZ_EQUIPMENT_IN_USE, FALSE },
  { "break", N_ ("Report broken"), IN_USE | IDLE | LENT, YZ_EQUIPMENT_BROKEN, TRUE },
  { "repair", N_ ("Report repaired"), BROKEN, YZ_EQUIPMENT_IN_USE, FALSE },
  { "set-aside", N_ ("Set aside as idle"), IN_USE, YZ_EQUIPMENT_IDLE, FALSE },
  { "put-to-use", N_ ("Put to use"), IDLE, YZ_EQUIPMENT_IN_USE, FALSE },
  { "check", N_ ("Record a check"), IN_USE | IDLE | LENT | BROKEN, SAME, FALSE },
  { "dispose", N_ ("Dispose of equipment"), IN_USE | IDLE | BROKEN | LENT, YZ_EQUIPMENT_DISPOSED, TRUE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (verbs) == YZ_N_EQUIPMENT_VERBS);

const char *
yz_equipment_verb_get_nick (YzEquipmentVerb verb)
{
  return verbs[verb].nick;
}

const char *
yz_equipment_verb_get_label (YzEquipmentVerb verb)
{
  return verbs[verb].label;
}

gboolean
yz_equipment_verb_fits (YzEquipmentVerb verb, YzRecord *piece)
{
  return (verbs[verb].from & (1u << yz_equipment_get_state (piece))) != 0;
}

static void
set_state (YzRecord *piece, YzEquipmentState state, const YzEquipmentNote *note)
{
  gboolean lent = state == YZ_EQUIPMENT_LENT;

  yz_record_set_text (piece, "state", yz_equipment_state_get_nick (state));
  yz_record_set_text (piece, "state_since", note->day);
  yz_record_set_text (piece, "state_reason", note->reason);
  yz_record_set_text (piece, "lent_to", lent ? note->lent_to : NULL);
  yz_record_set_text (piece, "lent_until", lent ? note->until : NULL);
}

/* Without a date, the piece's interval says when; without one, nothing is due any more. */
static void
set_next_check (YzRecord *piece, const YzEquipmentNote *note)
{
  gint64 months = yz_record_get_integer (piece, "check_months");
  g_autofree char *next = NULL;
  GDate day;

  if (note->until == NULL && months > 0 && yz_value_read_date (note->day, &day))
    {
      g_date_add_months (&day, (guint) months);
      next = yz_value_format_day (g_date_get_julian (&day));
      yz_record_set_text (piece, "next_check", next);
    }
  else
    yz_record_set_text (piece, "next_check", note->until);
}

static gboolean
check_note (YzEquipmentVerb verb, const YzEquipmentNote *note, GError **error)
{
  if (!verbs[verb].needs_reason || note->reason != NULL)
    return TRUE;
  g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_REQUIRED, _ ("Please give the reason"));
  return FALSE;
}

static gboolean
check_state (YzEquipmentVerb verb, YzRecord *piece, GError **error)
{
  const YzField *field = yz_kind_find_field (&yz_equipment_kind, "state");
  g_autofree char *state = NULL;

  if (yz_equipment_verb_fits (verb, piece))
    return TRUE;
  state = yz_field_format (field, yz_record_get (piece, "state"));
  /* Translators: a tag, what was to be done, and the state of the piece: "SB-0417: Report repaired: not while it is
   * In use" */
  g_set_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION, _ ("%s: %s: not while it is “%s”"),
               yz_record_get_title (piece), _ (verbs[verb].label), state);
  return FALSE;
}

YzEdit *
yz_equipment_make (YzEquipmentVerb verb, GPtrArray *pieces, const YzEquipmentNote *note, GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (verbs[verb].label);

  if (!check_note (verb, note, error))
    return NULL;
  for (guint i = 0; i < pieces->len; i++)
    {
      YzRecord *piece = g_ptr_array_index (pieces, i);
      g_autoptr (YzRecord) after = yz_record_copy (piece);

      if (!check_state (verb, piece, error))
        return NULL;
      if (verbs[verb].to == SAME)
        set_next_check (after, note);
      else
        set_state (after, (YzEquipmentState) verbs[verb].to, note);
      if (!yz_record_check (after, piece, error))
        return NULL;
      yz_edit_update (edit, piece, after);
    }
  return g_steal_pointer (&edit);
}

void
yz_equipment_set_where (YzRecord *piece, YzRecord *where)
{
  gboolean is_place = where != NULL && yz_record_get_kind (where) == &yz_place_kind;
  gboolean is_whole = is_place && yz_place_get_type_of (where) == YZ_PLACE_STATION;

  if (where == NULL)
    yz_record_set_text (piece, "station", NULL);
  else
    yz_record_set_text (piece, "station", is_place ? yz_record_get_text (where, "station") : yz_record_get_id (where));
  yz_record_set_text (piece, "place", is_place && !is_whole ? yz_record_get_id (where) : NULL);
}

YzEdit *
yz_equipment_make_move_to (GPtrArray *pieces, YzRecord *where, const char *day)
{
  YzEdit *edit = yz_edit_new (N_ ("Move equipment"));
  const YzEquipmentNote note = { .day = day };

  for (guint i = 0; i < pieces->len; i++)
    {
      YzRecord *piece = g_ptr_array_index (pieces, i);
      g_autoptr (YzRecord) after = yz_record_copy (piece);

      yz_equipment_set_where (after, where);
      if (day != NULL && yz_equipment_get_state (piece) == YZ_EQUIPMENT_IDLE)
        set_state (after, YZ_EQUIPMENT_IN_USE, &note);
      yz_edit_update (edit, piece, after);
    }
  if (pieces->len == 1)
    {
      g_autofree char *subject =
        g_strdup_printf ("%s → %s", yz_record_get_title (g_ptr_array_index (pieces, 0)), yz_record_get_title (where));

      yz_edit_set_subject (edit, subject);
    }
  return edit;
}

static gboolean
check_movable (GPtrArray *pieces, GError **error)
{
  for (guint i = 0; i < pieces->len; i++)
    if (yz_equipment_get_state (g_ptr_array_index (pieces, i)) == YZ_EQUIPMENT_DISPOSED)
      {
        g_set_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION, _ ("%s was disposed of and cannot be moved"),
                     yz_record_get_title (g_ptr_array_index (pieces, i)));
        return FALSE;
      }
  return TRUE;
}

YzEdit *
yz_equipment_make_move (YzStore *store, GPtrArray *pieces, const char *where, const char *day, GError **error)
{
  g_autoptr (YzRecord) target = check_movable (pieces, error) ? yz_stock_holder_load (store, where, error) : NULL;

  return target != NULL ? yz_equipment_make_move_to (pieces, target, day) : NULL;
}

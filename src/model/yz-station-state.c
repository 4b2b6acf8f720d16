#include "config.h"

#include "yz-station-state.h"

#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

static const char *const from_planned[] = { "open", "closed", NULL };
static const char *const from_open[] = { "paused", "rectifying", "merged", "closed", NULL };
static const char *const from_paused[] = { "open", "rectifying", "merged", "closed", NULL };
static const char *const from_rectifying[] = { "open", "paused", "merged", "closed", NULL };
static const char *const from_closed[] = { "open", "planned", NULL };
/* a merged station comes back by undoing the merge, which also takes its things back from the other one */
static const char *const from_merged[] = { NULL };

static const struct
{
  const char *state;
  const char *const *next;
  /* clang-format off */
} transitions[] = {
  { "planned", from_planned }, { "open", from_open },     { "paused", from_paused },
  { "rectifying", from_rectifying }, { "merged", from_merged }, { "closed", from_closed },
};
/* clang-format on */

const char *const *
yz_station_state_get_next (const char *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (transitions); i++)
    if (g_strcmp0 (transitions[i].state, state) == 0)
      return transitions[i].next;
  return from_merged;
}

static const char *
get_title (const char *state)
{
  const YzField *field = yz_kind_find_field (&yz_station_kind, "state");
  const YzChoice *choice = state != NULL ? yz_field_get_choice (field, state) : NULL;

  return choice != NULL ? _ (choice->title) : state;
}

gboolean
yz_station_state_check (const char *from, const char *to, GError **error)
{
  if (g_strcmp0 (from, to) == 0 || g_strv_contains (yz_station_state_get_next (from), to))
    return TRUE;

  if (g_strcmp0 (from, "merged") == 0)
    g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION,
                         _ ("A merged station comes back only by undoing the merge"));
  else
    g_set_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION, _ ("A station cannot go from “%s” to “%s”"),
                 get_title (from), get_title (to));
  return FALSE;
}

gboolean
yz_station_state_needs_reason (const char *state)
{
  static const char *const explained[] = { "paused", "rectifying", "merged", "closed", NULL };

  return state != NULL && g_strv_contains (explained, state);
}

gboolean
yz_station_state_is_supplied (const char *state)
{
  return state == NULL || g_str_equal (state, "open") || g_str_equal (state, "rectifying");
}

gboolean
yz_station_state_is_over (const char *state)
{
  return g_strcmp0 (state, "merged") == 0 || g_strcmp0 (state, "closed") == 0;
}

/* How an editing begins: with the hours of one station, or with what several have in common. */
#include "config.h"

#include "yz-hours-edit-private.h"

#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

/* --- what is shown first --- */

static gboolean
is_in_season (const YzHoursGridSeason *season, int month, int day)
{
  int first = season->first_month * 100 + season->first_day;
  int last = season->last_month * 100 + season->last_day;
  int date = month * 100 + day;

  return first <= last ? date >= first && date <= last : date >= first || date <= last;
}

static gboolean
is_silent (const YzHoursGridSeason *season)
{
  for (guint row = 0; row < YZ_HOURS_N_ROWS; row++)
    if (season->rows[row].spans->len > 0)
      return FALSE;
  return TRUE;
}

/* Where the year itself says nothing, the season of today is what one wants to see. */
static guint
find_first_season (YzHoursEdit *edit)
{
  g_autoptr (GDateTime) today = yz_clock_get_local (yz_session_get_clock (edit->session));
  const YzHoursGrid *grid = edit->state->grid;

  if (grid == NULL || !is_silent (g_ptr_array_index (grid->seasons, 0)))
    return 0;
  for (guint i = 1; i < grid->seasons->len; i++)
    if (is_in_season (g_ptr_array_index (grid->seasons, i), g_date_time_get_month (today),
                      g_date_time_get_day_of_month (today)))
      return i;
  return 0;
}

YzHoursEdit *
yz_hours_edit_new (YzSession *session, YzHolidays *holidays, YzRecord *station)
{
  YzHoursEdit *edit;

  g_return_val_if_fail (YZ_IS_SESSION (session), NULL);
  g_return_val_if_fail (YZ_IS_RECORD (station), NULL);

  edit = yz_hours_edit_new_for_draft (session, holidays, yz_draft_new (session, station, FALSE),
                                      (const char *const[]){ yz_record_get_id (station), NULL },
                                      yz_record_get_title (station), yz_record_get_text (station, "code"));
  edit->season = find_first_season (edit);
  return edit;
}

static YzHoursEdit *
edit_new_for_several (YzSession *session, YzHolidays *holidays, const char *const *ids, const char *common)
{
  YzDraft *draft = yz_draft_new_blank (session, &yz_station_kind);
  guint n_stations = g_strv_length ((char **) ids);
  g_autofree char *title = g_strdup_printf (ngettext ("%u station", "%u stations", n_stations), n_stations);
  YzHoursEdit *edit;

  yz_draft_set_text (draft, "hours", common);
  edit = yz_hours_edit_new_for_draft (session, holidays, draft, ids, title,
                                      *common != '\0' ? _ ("these are their common hours") : _ ("their hours differ"));
  edit->season = find_first_season (edit);
  return edit;
}

/* --- reading --- */

typedef struct
{
  YzStore *store;
  YzHolidays *holidays;
  char **ids;
  YzRecord *station; /* the one, NULL for several */
  char *common;      /* what several have in common */
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_clear_object (&opening->store);
  g_clear_pointer (&opening->holidays, yz_holidays_unref);
  g_clear_pointer (&opening->ids, g_strfreev);
  g_clear_object (&opening->station);
  g_clear_pointer (&opening->common, g_free);
  g_free (opening);
}

/* Returns: (transfer full) (nullable): the hours that all stations have, "" where they differ; %NULL with an error */
static char *
find_common_hours (YzStore *store, char **ids, GError **error)
{
  g_autofree char *common = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (YzRecord) station = yz_store_load (store, &yz_station_kind, ids[i], error);
      const char *hours;

      if (station == NULL)
        return NULL;
      hours = yz_record_get_text (station, "hours");
      if (hours == NULL || (common != NULL && !g_str_equal (common, hours)))
        return g_strdup ("");
      if (common == NULL)
        common = g_strdup (hours);
    }
  return g_steal_pointer (&common);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  GError *error = NULL;

  if (opening->ids[1] == NULL)
    opening->station = yz_store_load (opening->store, &yz_station_kind, opening->ids[0], &error);
  else
    opening->common = find_common_hours (opening->store, opening->ids, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
yz_hours_edit_open_async (YzSession *session, YzHolidays *holidays, const char *const *ids, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Opening *opening;

  g_return_if_fail (YZ_IS_SESSION (session) && yz_session_get_store (session) != NULL);
  g_return_if_fail (ids != NULL && ids[0] != NULL);

  opening = g_new0 (Opening, 1);
  opening->store = g_object_ref (yz_session_get_store (session));
  opening->holidays = holidays != NULL ? yz_holidays_ref (holidays) : NULL;
  opening->ids = g_strdupv ((char **) ids);
  task = g_task_new (session, cancellable, callback, user_data);
  g_task_set_source_tag (task, yz_hours_edit_open_async);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, read_in_thread);
}

YzHoursEdit *
yz_hours_edit_open_finish (YzSession *session, GAsyncResult *result, GError **error)
{
  Opening *opening;

  g_return_val_if_fail (g_task_is_valid (result, session), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  opening = g_task_get_task_data (G_TASK (result));
  if (opening->store != yz_session_get_store (session))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "another workspace has been opened");
      return NULL;
    }
  if (opening->station != NULL)
    return yz_hours_edit_new (session, opening->holidays, opening->station);
  return edit_new_for_several (session, opening->holidays, (const char *const *) opening->ids, opening->common);
}

/* What the files of YzHoursEdit share. */
#pragma once

#include "yz-hours-edit.h"

G_BEGIN_DECLS

/**
 * YzHoursEditState:
 * @grid: (nullable): %NULL where no grid can show @text
 * @text: the value, exactly
 * @workday: nick of the field "workday_hours", "" for none
 *
 * What undo goes back to.
 */
typedef struct
{
  YzHoursGrid *grid;
  char *text;
  char *workday;
} YzHoursEditState;

struct _YzHoursEdit
{
  GObject parent_instance;

  YzSession *session;
  YzHolidays *holidays;
  YzDraft *draft;
  char **ids;
  char *title;
  char *subtitle;

  YzHoursEditState *state;
  GQueue undo; /* YzHoursEditState, the latest at the head */
  GQueue redo;
  gint64 step; /* which bar the latest change has moved, 0 for another kind of change */

  YzHours *hours; /* of the state */
  GPtrArray *findings;
  char *recognised;
  guint season;
  YzHoursBrush brush;
};

/**
 * yz_hours_edit_new_for_draft:
 * @draft: (transfer full): holds the hours
 * @ids: of the stations
 * @title: of whom the hours are
 * @subtitle: (nullable): what else to say of them
 *
 * Returns: (transfer full): an editing that shows the year
 */
YzHoursEdit *yz_hours_edit_new_for_draft (YzSession *session, YzHolidays *holidays, YzDraft *draft,
                                          const char *const *ids, const char *title, const char *subtitle);

/**
 * yz_hours_edit_begin:
 *
 * Returns: (transfer full): a copy of the grid to be changed, an empty one where there is none
 */
YzHoursGrid *yz_hours_edit_begin (YzHoursEdit *self);

/**
 * yz_hours_edit_commit:
 * @grid: (transfer full): as it shall be
 * @step: the same for changes that are one for undo if they follow each other, 0 otherwise
 */
void yz_hours_edit_commit (YzHoursEdit *self, YzHoursGrid *grid, gint64 step);

/**
 * yz_hours_edit_replace:
 * @text: the value as it shall be
 * @workday: nick of the field "workday_hours", "" for none
 * @step: see yz_hours_edit_commit()
 */
void yz_hours_edit_replace (YzHoursEdit *self, const char *text, const char *workday, gint64 step);

G_END_DECLS

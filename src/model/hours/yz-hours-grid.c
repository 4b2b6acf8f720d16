/* The grid itself. Its way into a value is in yz-hours-grid-write.c, out of one in yz-hours-grid-read.c. */
#include "config.h"

#include "yz-hours-grid.h"

static void
clear_span (gpointer data)
{
  g_clear_pointer (&((YzHoursGridSpan *) data)->comment, g_free);
}

static void
season_free (gpointer data)
{
  YzHoursGridSeason *season = data;

  for (guint i = 0; i < YZ_HOURS_N_ROWS; i++)
    g_array_unref (season->rows[i].spans);
  g_free (season);
}

YzHoursGrid *
yz_hours_grid_new (void)
{
  YzHoursGrid *self = g_new0 (YzHoursGrid, 1);

  self->seasons = g_ptr_array_new_with_free_func (season_free);
  self->exceptions = g_ptr_array_new_with_free_func ((GDestroyNotify) yz_hours_exception_free);
  yz_hours_grid_add_season (self, 0, 0, 0, 0);
  return self;
}

YzHoursGrid *
yz_hours_grid_copy (const YzHoursGrid *self)
{
  YzHoursGrid *copy = yz_hours_grid_new ();

  for (guint i = 0; i < self->seasons->len; i++)
    {
      const YzHoursGridSeason *season = g_ptr_array_index (self->seasons, i);
      YzHoursGridSeason *own = i == 0 ? g_ptr_array_index (copy->seasons, 0)
                                      : yz_hours_grid_add_season (copy, season->first_month, season->first_day,
                                                                  season->last_month, season->last_day);

      for (guint row = 0; row < YZ_HOURS_N_ROWS; row++)
        if (season->rows[row].is_set)
          yz_hours_grid_set_row (own, row, (const YzHoursGridSpan *) season->rows[row].spans->data,
                                 season->rows[row].spans->len);
    }
  for (guint i = 0; i < self->exceptions->len; i++)
    yz_hours_grid_add_exception (copy, yz_hours_exception_copy (g_ptr_array_index (self->exceptions, i)));
  return copy;
}

void
yz_hours_grid_free (YzHoursGrid *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->seasons);
  g_ptr_array_unref (self->exceptions);
  g_free (self);
}

YzHoursGridSeason *
yz_hours_grid_add_season (YzHoursGrid *self, int first_month, int first_day, int last_month, int last_day)
{
  YzHoursGridSeason *season = g_new0 (YzHoursGridSeason, 1);

  season->first_month = first_month;
  season->first_day = first_day;
  season->last_month = last_month;
  season->last_day = last_day;
  for (guint i = 0; i < YZ_HOURS_N_ROWS; i++)
    season->rows[i].spans = yz_hours_spans_copy (NULL, 0);
  g_ptr_array_add (self->seasons, season);
  return season;
}

/* The syntax has no way to write a double quote within a comment. */
static char *
dup_comment (const char *comment)
{
  return comment != NULL ? g_strdelimit (g_strdup (comment), "\"", '\'') : NULL;
}

GArray *
yz_hours_spans_copy (const YzHoursGridSpan *spans, guint n_spans)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (YzHoursGridSpan));

  g_array_set_clear_func (copy, clear_span);
  for (guint i = 0; i < n_spans; i++)
    {
      YzHoursGridSpan span = { spans[i].start, spans[i].end, dup_comment (spans[i].comment), spans[i].unknown };

      g_array_append_val (copy, span);
    }
  return copy;
}

void
yz_hours_grid_set_row (YzHoursGridSeason *season, YzHoursRow row, const YzHoursGridSpan *spans, guint n_spans)
{
  GArray *old = season->rows[row].spans;

  season->rows[row].is_set = TRUE;
  season->rows[row].spans = yz_hours_spans_copy (spans, n_spans);
  g_array_unref (old); /* last: @spans may lie in it */
}

void
yz_hours_grid_clear_row (YzHoursGridSeason *season, YzHoursRow row)
{
  season->rows[row].is_set = FALSE;
  g_array_set_size (season->rows[row].spans, 0);
}

gboolean
yz_hours_grid_row_equal (const YzHoursGridRow *a, const YzHoursGridRow *b)
{
  if (a->is_set != b->is_set || a->spans->len != b->spans->len)
    return FALSE;
  for (guint i = 0; i < a->spans->len; i++)
    {
      const YzHoursGridSpan *x = &g_array_index (a->spans, YzHoursGridSpan, i);
      const YzHoursGridSpan *y = &g_array_index (b->spans, YzHoursGridSpan, i);

      if (x->start != y->start || x->end != y->end || x->unknown != y->unknown ||
          g_strcmp0 (x->comment, y->comment) != 0)
        return FALSE;
    }
  return TRUE;
}

YzHoursException *
yz_hours_exception_new (guint32 first, guint32 last, YzHoursState state, const char *comment)
{
  YzHoursException *self = g_new0 (YzHoursException, 1);

  self->first = first;
  self->last = last;
  self->state = state;
  self->comment = dup_comment (comment);
  self->spans = yz_hours_spans_copy (NULL, 0);
  return self;
}

void
yz_hours_exception_add_time (YzHoursException *exception, int start, int end)
{
  YzHoursGridSpan span = { .start = start, .end = end };

  g_array_append_val (exception->spans, span);
}

YzHoursException *
yz_hours_exception_copy (const YzHoursException *exception)
{
  YzHoursException *copy =
    yz_hours_exception_new (exception->first, exception->last, exception->state, exception->comment);

  g_array_append_vals (copy->spans, exception->spans->data, exception->spans->len);
  return copy;
}

void
yz_hours_exception_free (YzHoursException *exception)
{
  g_free (exception->comment);
  g_array_unref (exception->spans);
  g_free (exception);
}

void
yz_hours_grid_add_exception (YzHoursGrid *self, YzHoursException *exception)
{
  g_ptr_array_add (self->exceptions, exception);
}

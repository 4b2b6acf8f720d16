/*
 * Stations share a few hundred values of hours: each value is judged once, on a worker, and every station points to
 * the finding of its value.
 */
#include "config.h"

#include "yz-day-review.h"

#include "yz-day-words.h"
#include "yz-hours-book.h"
#include "yz-kinds.h"
#include "yz-store-columns.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_DAYS 62

/* A station and the entry of its hours. */
typedef struct
{
  gint64 row;
  guint entry;
} Judged;

/* What a worker works out, and what is shown until the next answer. */
typedef struct
{
  YzStore *store;
  YzHolidays *holidays;
  guint32 first;
  guint32 last;
  YzHoursBook *book;
  GArray *stations;    /* Judged, in the order of the list */
  GPtrArray *findings; /* YzDayFinding, by entry; NULL until it is needed */
  guint counts[YZ_DAY_N_VERDICTS];
} Answer;

struct _YzDayReview
{
  GObject parent_instance;

  YzStations *stations;
  guint32 first;
  guint32 last;
  guint verdict;
  GCancellable *cancellable;
  Answer *answer;     /* NULL until there is one */
  GArray *shown;      /* guint: indexes of the answer's stations */
  YzRecordList *list; /* NULL without a workspace */
  GListStore *none;   /* in its place */
};

G_DEFINE_FINAL_TYPE (YzDayReview, yz_day_review, G_TYPE_OBJECT)

static guint changed_signal;

static void
answer_free (Answer *answer)
{
  g_clear_object (&answer->store);
  g_clear_pointer (&answer->holidays, yz_holidays_unref);
  g_clear_pointer (&answer->book, yz_hours_book_free);
  g_clear_pointer (&answer->stations, g_array_unref);
  g_clear_pointer (&answer->findings, g_ptr_array_unref);
  g_free (answer);
}

static void
finding_free (gpointer finding)
{
  if (finding != NULL)
    yz_day_finding_free (finding);
}

static void
add_station (gint64 row, const YzColumn *columns, gpointer user_data)
{
  Answer *answer = user_data;
  gboolean placed = !columns[2].empty && !columns[3].empty;
  const YzStationHoursSource source = {
    .text = columns[0].text,
    .workday_hours = columns[1].text,
    .lon = placed ? columns[2].real : NAN,
    .lat = placed ? columns[3].real : NAN,
  };
  Judged judged = { row, yz_hours_book_enter (answer->book, &source) };

  g_array_append_val (answer->stations, judged);
}

static const YzDayFinding *
get_finding (Answer *answer, guint entry)
{
  if (entry >= answer->findings->len)
    g_ptr_array_set_size (answer->findings, (int) entry + 1);
  if (g_ptr_array_index (answer->findings, entry) == NULL)
    g_ptr_array_index (answer->findings, entry) =
      yz_day_finding_new (yz_hours_book_get_hours (answer->book, entry), answer->first, answer->last);
  return g_ptr_array_index (answer->findings, entry);
}

static void
judge_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  static const char *const columns[] = { "hours", "workday_hours", "lon", "lat", NULL };
  Answer *answer = data;
  g_autoptr (YzQuery) query = yz_query_new (&yz_station_kind);
  GError *error = NULL;

  yz_query_add (query, "state", YZ_COMPARE_EQUAL, g_variant_new_string ("open"));
  yz_query_set_order (query, "district", FALSE);
  if (!yz_store_read_columns (answer->store, query, columns, add_station, answer, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  yz_hours_book_set_holidays (answer->book, answer->holidays);
  for (guint i = 0; i < answer->stations->len; i++)
    answer->counts[get_finding (answer, g_array_index (answer->stations, Judged, i).entry)->verdict]++;
  g_task_return_boolean (task, TRUE);
}

static void
show (YzDayReview *self)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_set_size (self->shown, 0);
  for (guint i = 0; self->answer != NULL && i < self->answer->stations->len; i++)
    {
      const Judged *judged = &g_array_index (self->answer->stations, Judged, i);

      if (self->verdict != YZ_DAY_ANY && get_finding (self->answer, judged->entry)->verdict != self->verdict)
        continue;
      g_array_append_val (self->shown, i);
      g_array_append_val (rows, judged->row);
    }
  if (self->list != NULL)
    yz_record_list_set_rows (self->list, rows);
  g_signal_emit (self, changed_signal, 0);
}

static void
on_judged (GObject *source, GAsyncResult *result, gpointer data)
{
  YzDayReview *self = YZ_DAY_REVIEW (source);
  GTask *task = G_TASK (result);
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (task, &error))
    {
      if (self->stations != NULL)
        yz_session_report_error (yz_listing_get_session (YZ_LISTING (self->stations)), error);
      return;
    }
  if (g_task_get_cancellable (task) != self->cancellable)
    return; /* another day has been asked for since */
  g_clear_pointer (&self->answer, answer_free);
  self->answer = g_memdup2 (g_task_get_task_data (task), sizeof (Answer));
  memset (g_task_get_task_data (task), 0, sizeof (Answer));
  show (self);
}

static void
judge (YzDayReview *self)
{
  YzStore *store = yz_session_get_store (yz_listing_get_session (YZ_LISTING (self->stations)));
  YzHolidays *holidays = yz_stations_get_holidays (self->stations);
  g_autoptr (GTask) task = NULL;
  Answer *asked;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (store == NULL)
    return;
  asked = g_new0 (Answer, 1);
  asked->store = g_object_ref (store);
  asked->holidays = holidays != NULL ? yz_holidays_ref (holidays) : NULL;
  asked->first = self->first;
  asked->last = self->last;
  asked->book = yz_hours_book_new ();
  asked->stations = g_array_new (FALSE, FALSE, sizeof (Judged));
  asked->findings = g_ptr_array_new_with_free_func (finding_free);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, on_judged, NULL);
  g_task_set_source_tag (task, judge);
  g_task_set_task_data (task, asked, (GDestroyNotify) answer_free);
  g_task_run_in_thread (task, judge_in_thread);
}

static void
on_stations_changed (YzDayReview *self)
{
  if (self->list != NULL)
    yz_record_list_refresh (self->list);
  judge (self);
}

static void
on_store_changed (YzDayReview *self, const char *kind)
{
  if (kind == NULL || g_str_equal (kind, "station"))
    on_stations_changed (self);
}

static void
yz_day_review_dispose (GObject *object)
{
  YzDayReview *self = YZ_DAY_REVIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->list);
  g_clear_object (&self->none);
  g_clear_object (&self->stations);

  G_OBJECT_CLASS (yz_day_review_parent_class)->dispose (object);
}

static void
yz_day_review_finalize (GObject *object)
{
  YzDayReview *self = YZ_DAY_REVIEW (object);

  g_clear_pointer (&self->answer, answer_free);
  g_clear_pointer (&self->shown, g_array_unref);

  G_OBJECT_CLASS (yz_day_review_parent_class)->finalize (object);
}

static void
yz_day_review_class_init (YzDayReviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = yz_day_review_dispose;
  object_class->finalize = yz_day_review_finalize;

  changed_signal = g_signal_new ("changed", YZ_TYPE_DAY_REVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yz_day_review_init (YzDayReview *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->none = g_list_store_new (YZ_TYPE_RECORD);
  self->verdict = YZ_DAY_ANY;
}

YzDayReview *
yz_day_review_new (YzStations *stations)
{
  YzStore *store = yz_session_get_store (yz_listing_get_session (YZ_LISTING (stations)));
  YzDayReview *self = g_object_new (YZ_TYPE_DAY_REVIEW, NULL);

  self->stations = g_object_ref (stations);
  self->first = self->last = yz_day_review_get_today (self);
  if (store != NULL)
    {
      self->list = yz_record_list_new (store, &yz_station_kind);
      g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (stations, "notify::holidays", G_CALLBACK (on_stations_changed), self, G_CONNECT_SWAPPED);
  judge (self);
  return self;
}

YzStations *
yz_day_review_get_stations (YzDayReview *self)
{
  g_return_val_if_fail (YZ_IS_DAY_REVIEW (self), NULL);
  return self->stations;
}

guint32
yz_day_review_get_today (YzDayReview *self)
{
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (YZ_IS_DAY_REVIEW (self), 0);

  now = yz_clock_get_local (yz_session_get_clock (yz_listing_get_session (YZ_LISTING (self->stations))));
  return yz_hours_instant_get_julian (yz_civil_instant (now));
}

void
yz_day_review_set_days (YzDayReview *self, guint32 first, guint32 last)
{
  g_return_if_fail (YZ_IS_DAY_REVIEW (self));
  g_return_if_fail (first <= last);

  /* a list of holidays may have a stretch of any length */
  last = MIN (last, first + MAX_DAYS - 1);
  if (self->first == first && self->last == last)
    return;
  self->first = first;
  self->last = last;
  judge (self);
}

guint32
yz_day_review_get_first (YzDayReview *self)
{
  g_return_val_if_fail (YZ_IS_DAY_REVIEW (self), 0);
  return self->first;
}

guint32
yz_day_review_get_last (YzDayReview *self)
{
  g_return_val_if_fail (YZ_IS_DAY_REVIEW (self), 0);
  return self->last;
}

void
yz_day_review_set_verdict (YzDayReview *self, guint verdict)
{
  g_return_if_fail (YZ_IS_DAY_REVIEW (self));
  g_return_if_fail (verdict <= YZ_DAY_ANY);

  if (self->verdict == verdict)
    return;
  self->verdict = verdict;
  show (self);
}

guint
yz_day_review_get_verdict (YzDayReview *self)
{
  g_return_val_if_fail (YZ_IS_DAY_REVIEW (self), YZ_DAY_ANY);
  return self->verdict;
}

guint
yz_day_review_count (YzDayReview *self, guint verdict)
{
  g_return_val_if_fail (YZ_IS_DAY_REVIEW (self), 0);
  g_return_val_if_fail (verdict <= YZ_DAY_ANY, 0);

  if (self->answer == NULL)
    return 0;
  return verdict == YZ_DAY_ANY ? self->answer->stations->len : self->answer->counts[verdict];
}

GListModel *
yz_day_review_get_list (YzDayReview *self)
{
  g_return_val_if_fail (YZ_IS_DAY_REVIEW (self), NULL);
  return self->list != NULL ? G_LIST_MODEL (self->list) : G_LIST_MODEL (self->none);
}

const YzDayFinding *
yz_day_review_get_finding (YzDayReview *self, guint position)
{
  guint index;

  g_return_val_if_fail (YZ_IS_DAY_REVIEW (self), NULL);

  if (position >= self->shown->len)
    return NULL;
  index = g_array_index (self->shown, guint, position);
  return get_finding (self->answer, g_array_index (self->answer->stations, Judged, index).entry);
}

char **
yz_day_review_dup_ids (YzDayReview *self, const GArray *positions)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  GListModel *list = yz_day_review_get_list (self);
  guint n = positions != NULL ? positions->len : g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YzRecord)
        station = g_list_model_get_item (list, positions != NULL ? g_array_index (positions, guint, i) : i);

      if (station != NULL)
        g_strv_builder_add (ids, yz_record_get_id (station));
    }
  return g_strv_builder_end (ids);
}

char *
yz_day_review_dup_title (YzDayReview *self)
{
  YzHolidays *holidays;
  g_autofree char *days = NULL;
  const YzHoliday *holiday;

  g_return_val_if_fail (YZ_IS_DAY_REVIEW (self), NULL);

  holidays = yz_stations_get_holidays (self->stations);
  holiday = yz_holidays_find (holidays, self->first);
  days = yz_day_format_range (self->first, self->last);
  if (self->first == self->last)
    {
      g_autofree char *day = g_steal_pointer (&days);

      /* Translators: a day and its weekday: "Oct 8, Thu" */
      days = g_strdup_printf (_ ("%s, %s"), day, yz_day_get_weekday_name (self->first));
    }
  return holiday != NULL ? g_strdup_printf ("%s · %s", days, yz_holiday_get_name (holiday)) : g_steal_pointer (&days);
}

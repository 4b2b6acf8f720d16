#include "config.h"

#include "yz-station-answer.h"

#include "yz-stations.h"

#include <math.h>

static YzStationAnswer *
answer_new_empty (void)
{
  YzStationAnswer *answer = g_new0 (YzStationAnswer, 1);

  answer->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  answer->points = g_array_new (FALSE, FALSE, sizeof (YzStationPoint));
  return answer;
}

static void
count_chips (YzStationAnswer *answer, const YzStationFact *fact, YzStationLook look, gboolean all_day)
{
  answer->n_open += look == YZ_STATION_LOOK_OPEN ? 1 : 0;
  answer->n_all_day += all_day ? 1 : 0;
  answer->n_no_hours += fact->hours == YZ_HOURS_BOOK_UNKNOWN ? 1 : 0;
}

static void
add_point (YzStationAnswer *answer, const YzStationFact *fact, YzStationLook look, gboolean all_day)
{
  YzStationPoint point = {
    .row = fact->row,
    .lon = fact->lon,
    .lat = fact->lat,
    .look = look,
    .kind = fact->kind,
    .facility = fact->facility,
    .round_the_clock = all_day,
    .smart = fact->smart,
  };

  if (!isnan (fact->lon))
    g_array_append_val (answer->points, point);
}

/* First by what does not change with the minute, then by the hour: the book of hours keeps one instant at a time. */
static GPtrArray *
find_candidates (YzStationFacts *facts, GArray *rows, const YzStationSieve *sieve)
{
  GPtrArray *candidates = g_ptr_array_sized_new (rows->len);

  for (guint i = 0; i < rows->len; i++)
    {
      const YzStationFact *fact = yz_station_facts_find (facts, g_array_index (rows, gint64, i));

      if (fact != NULL && yz_station_sieve_passes_base (sieve, fact))
        g_ptr_array_add (candidates, (gpointer) fact);
    }
  return candidates;
}

YzStationAnswer *
yz_station_answer_new (YzStationFacts *facts, GArray *rows, const YzStationSieve *sieve)
{
  YzStationAnswer *answer = answer_new_empty ();
  g_autoptr (GPtrArray) candidates = find_candidates (facts, rows, sieve);

  for (guint i = 0; i < candidates->len; i++)
    {
      const YzStationFact *fact = g_ptr_array_index (candidates, i);
      YzStationLook look = yz_station_facts_get_look (facts, fact, sieve->now);
      gboolean all_day = yz_hours_book_is_round_the_clock (yz_station_facts_get_book (facts), fact->hours);

      count_chips (answer, fact, look, all_day);
      if (!yz_station_sieve_passes_chips (sieve, fact, look))
        continue;
      g_array_append_val (answer->rows, fact->row);
      add_point (answer, fact, look, all_day);
    }
  return answer;
}

YzStationAnswer *
yz_station_answer_new_plain (GArray *rows)
{
  YzStationAnswer *answer = answer_new_empty ();

  if (rows != NULL)
    g_array_append_vals (answer->rows, rows->data, rows->len);
  return answer;
}

void
yz_station_answer_free (YzStationAnswer *answer)
{
  g_array_unref (answer->rows);
  g_array_unref (answer->points);
  g_free (answer);
}

/*
 * Times what the Stations page asks, in milliseconds of this process's processor time: the file is in memory, so that
 * is what a person waits for on a machine that has nothing else to do.
 *
 *   bench-stations WORKSPACE                 reading the facts of all stations, and who is open now
 *   bench-stations WORKSPACE QUESTIONS       a line for each question: milliseconds until the first page can be
 *                                            shown, milliseconds until everything is known, stations found
 *
 * A question is a line with tabs: search, order, 1 for downwards, condition, its value. It is answered as the page
 * answers it: the rows from the store, those that pass the filter, and the records that a screen shows.
 */
#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "yz-kinds.h"
#include "yz-record-list.h"
#include "yz-station-answer.h"

#define ROUNDS 3
#define PAGE 50
#define FIRST_PAGE 80 /* what the page asks for first, before it asks for all */

typedef struct
{
  YzStore *store;
  YzStationFacts *facts;
} Register;

static double
now_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
fail_on (const GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("bench-stations: %s\n", error->message);
  exit (1);
}

static YzStationAnswer *
sift (Register *self, YzStationFilter *filter, GArray *rows, GDateTime *now)
{
  YzStationSieve sieve;

  yz_station_filter_prepare (filter, self->facts, now, &sieve);
  return yz_station_answer_new (self->facts, rows, &sieve);
}

static GArray *
query (Register *self, YzStationFilter *filter, const char *order, gboolean descending, guint limit)
{
  g_autoptr (YzQuery) question = yz_station_filter_make_query (filter);
  g_autofree char *search = NULL;
  g_autoptr (GError) error = NULL;
  GArray *rows;

  g_object_get (filter, "search", &search, NULL);
  /* in the order of names a search puts the best matches first */
  if (!g_str_equal (order, "name") || descending || *search == '\0')
    yz_query_set_order (question, order, descending);
  yz_query_set_limit (question, limit);
  rows = yz_store_query (self->store, question, NULL, &error);
  fail_on (error);
  return rows;
}

static double
answer (Register *self, char **question, guint limit, guint *n_found)
{
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 3, 2, 10, 30, 0);
  g_autoptr (YzRecordList) list = yz_record_list_new (self->store, &yz_station_kind);
  double start = now_ms ();
  g_autoptr (YzStationFilter) filter = yz_station_filter_new ();
  g_autoptr (GArray) rows = NULL;
  g_autoptr (YzStationAnswer) shown = NULL;

  g_object_set (filter, "search", question[0], NULL);
  if (*question[3] != '\0')
    g_object_set (filter, question[3], question[4], NULL);
  rows = query (self, filter, question[1], g_str_equal (question[2], "1"), limit);
  shown = sift (self, filter, rows, now);
  yz_record_list_set_rows (list, shown->rows);
  for (guint i = 0; i < MIN (shown->rows->len, PAGE); i++)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (list), i));
  *n_found = shown->rows->len;
  return now_ms () - start;
}

static int
compare_doubles (const void *a, const void *b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static double
answer_some_times (Register *self, const char *line, guint limit, guint *n_found)
{
  g_auto (GStrv) question = g_strsplit (line, "\t", 5);
  double times[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    times[i] = answer (self, question, limit, n_found);
  qsort (times, ROUNDS, sizeof *times, compare_doubles);
  return times[ROUNDS / 2];
}

static void
answer_all (Register *self, const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  fail_on (error);
  lines = g_strsplit (text, "\n", -1);
  /* the last line has an end, too */
  for (guint i = 0; lines[i + 1] != NULL; i++)
    {
      guint n_found = 0;
      double page = answer_some_times (self, lines[i], FIRST_PAGE, &n_found);
      double whole = answer_some_times (self, lines[i], 0, &n_found);

      printf ("%.3f %.3f %u\n", page, whole, n_found);
    }
}

static void
time_open_now (Register *self)
{
  g_autoptr (YzStationFilter) filter = yz_station_filter_new ();
  g_autoptr (GDateTime) morning = g_date_time_new_local (2026, 3, 2, 8, 31, 0);
  g_autoptr (GArray) rows = query (self, filter, "name", FALSE, 0);
  double later[60];

  g_object_set (filter, "open-now", TRUE, NULL);
  for (guint i = 0; i <= G_N_ELEMENTS (later); i++)
    {
      g_autoptr (GDateTime) now = g_date_time_add_minutes (morning, (int) i);
      double start = now_ms ();

      yz_station_answer_free (sift (self, filter, rows, now));
      if (i == 0)
        printf ("open-first %.3f\n", now_ms () - start);
      else
        later[i - 1] = now_ms () - start;
    }
  qsort (later, G_N_ELEMENTS (later), sizeof *later, compare_doubles);
  printf ("open-later %.3f\n", later[G_N_ELEMENTS (later) / 2]);
}

int
main (int argc, char **argv)
{
  g_autoptr (YzClock) clock = yz_clock_new ();
  g_autoptr (YzIdFactory) ids = yz_id_factory_new (clock);
  g_autoptr (GError) error = NULL;
  g_autoptr (YzHolidays) holidays = NULL;
  Register self = { NULL, NULL };
  double start;

  setlocale (LC_ALL, "");
  if (argc != 2 && argc != 3)
    {
      g_printerr ("usage: bench-stations WORKSPACE [QUESTIONS]\n");
      return 2;
    }
  self.store = yz_store_open (argv[1], YZ_STORE_READ_ONLY, clock, ids, &error);
  fail_on (error);
  start = now_ms ();
  self.facts = yz_station_facts_load (self.store, NULL, &error);
  fail_on (error);
  holidays = yz_holidays_load (self.store, NULL, &error);
  fail_on (error);
  yz_hours_book_set_holidays (yz_station_facts_get_book (self.facts), holidays);
  if (argc == 3)
    answer_all (&self, argv[2]);
  else
    {
      printf ("facts %.3f\n", now_ms () - start);
      time_open_now (&self);
    }
  yz_station_facts_free (self.facts);
  yz_store_close (self.store, NULL);
  g_object_unref (self.store);
  return 0;
}

/*
 * Times the store alone: a national workspace written, undone, redone, searched, sorted. Names and positions are from a
 * seed, so that two runs do the same.
 *
 *   bench-store [--rows 200000] [--keep FILE]
 */
#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "yz-kinds.h"
#include "yz-store-columns.h"
#include "yz-store.h"

static int n_rows = 200000;
static char *kept_path = NULL;

static const GOptionEntry options[] = {
  { "rows", 0, 0, G_OPTION_ARG_INT, &n_rows, "How many stations", "N" },
  { "keep", 0, 0, G_OPTION_ARG_FILENAME, &kept_path, "Write to FILE and leave it there", "FILE" },
  { NULL },
};

/* Of the whole process: on a busy machine it says more than the clock on the wall. */
static gint64
get_cpu_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

typedef struct
{
  gint64 wall;
  gint64 cpu;
} Watch;

static Watch
watch_start (void)
{
  return (Watch){ g_get_monotonic_time (), get_cpu_time () };
}

static void
watch_print (Watch start, const char *what)
{
  g_print ("%-28s %9.1f ms %9.1f ms cpu\n", what, (double) (g_get_monotonic_time () - start.wall) / 1000,
           (double) (get_cpu_time () - start.cpu) / 1000);
}

typedef struct
{
  GRand *random;
  YzIdFactory *ids;
  YzRecord *record;
  YzChange change;
  int made;
  gint64 spent;     /* microseconds in making records, which are not the store's */
  gint64 spent_cpu; /* the same in time of the processor */
} Source;

static const char characters[] =
  "东莞城厦塘长安虎门寮步黄江石龙常平凤岗清溪大朗茶山桥头企樟木麻涌望牛墩万道滘洪梅沙田中堂高埗"
  "新华人民建设解放中山和平光明科技园区工业商务广场社区银行药房公园北路南东西街道重庆行六女绿";

static void
append_characters (GRand *random, GString *text, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_len (text, characters + 3 * g_rand_int_range (random, 0, sizeof characters / 3), 3);
}

static YzRecord *
make_station (Source *source)
{
  static const char *const states[] = { "open", "open", "open", "paused", "planned" };
  g_autofree char *id = yz_id_factory_next (source->ids);
  g_autofree char *code = g_strdup_printf ("GD%07d", source->made);
  g_autofree char *phone = g_strdup_printf ("0769-%08d", g_rand_int_range (source->random, 20000000, 89999999));
  const char *phones[] = { phone };
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GString) address = g_string_new (NULL);
  g_autoptr (GString) district = g_string_new (NULL);
  YzRecord *station = yz_record_new (&yz_station_kind, id);

  append_characters (source->random, name, 8);
  g_string_append (name, "户外工会驿站");
  append_characters (source->random, address, 14);
  g_string_append_printf (address, "%d号", g_rand_int_range (source->random, 1, 999));
  append_characters (source->random, district, 1);
  g_string_append (district, "区");

  yz_record_set_text (station, "name", name->str);
  yz_record_set_text (station, "code", code);
  yz_record_set_text (station, "address", address->str);
  yz_record_set_text (station, "district", district->str);
  yz_record_set_text (station, "state", states[g_rand_int_range (source->random, 0, G_N_ELEMENTS (states))]);
  yz_record_set_text (station, "hours", "Mo-Fr 08:30-12:00,14:00-18:00");
  yz_record_set_text (station, "hours_text", "周一至周五 8:30-12:00，14:00-18:00");
  yz_record_set_real (station, "lon", g_rand_double_range (source->random, 75, 130));
  yz_record_set_real (station, "lat", g_rand_double_range (source->random, 20, 50));
  yz_record_set_text (station, "datum", "gcj02");
  yz_record_set (station, "phones", g_variant_new_strv (phones, 1));
  yz_record_set (station, "seats", g_variant_new_int64 (g_rand_int_range (source->random, 1, 60)));
  yz_record_set (station, "services",
                 g_variant_new_parsed ("{'charging': ('offered', ''), 'meal': ('offered', ''), 'rest': ('offered', ''),"
                                       " 'water': ('offered', ''), 'wifi': ('paused', '2025-01-01')}"));
  return station;
}

static gboolean
next_change (const YzChange **change, gpointer data, GError **error)
{
  Source *source = data;
  Watch start = watch_start ();

  g_clear_object (&source->record);
  *change = NULL;
  if (source->made == n_rows)
    return TRUE;
  source->made++;
  source->record = make_station (source);
  source->change = (YzChange){ .verb = YZ_VERB_CREATE, .record = source->record };
  *change = &source->change;
  source->spent += g_get_monotonic_time () - start.wall;
  source->spent_cpu += get_cpu_time () - start.cpu;
  return TRUE;
}

static void
fail_on (GError *error)
{
  if (error != NULL)
    g_printerr ("bench-store: %s\n", error->message);
  if (error != NULL)
    exit (1);
}

static void
time_writing (YzStore *store, YzIdFactory *ids)
{
  g_autoptr (YzEdit) edit = yz_edit_new ("Import");
  g_autoptr (GError) error = NULL;
  Source source = { .random = g_rand_new_with_seed (42), .ids = ids };
  Watch start = watch_start ();

  yz_action_free (yz_store_apply_stream (store, edit, next_change, &source, NULL, NULL, NULL, &error));
  fail_on (error);
  watch_print (start, "write, with making records");
  watch_print ((Watch){ start.wall + source.spent, start.cpu + source.spent_cpu }, "write, the store's share");

  start = watch_start ();
  yz_action_free (yz_store_undo (store, 0, NULL, &error));
  fail_on (error);
  watch_print (start, "undo");
  start = watch_start ();
  yz_action_free (yz_store_redo (store, NULL, &error));
  fail_on (error);
  watch_print (start, "redo");
  g_rand_free (source.random);
}

#define ROUNDS 5

static void
time_query (YzStore *store, const char *what, YzQuery *query)
{
  g_autoptr (YzQuery) owned = query;
  gint64 best = G_MAXINT64;
  guint n_found = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) rows = yz_store_query (store, query, NULL, &error);

      fail_on (error);
      n_found = rows->len;
      best = MIN (best, g_get_monotonic_time () - start);
    }
  g_print ("%-28s %9.2f ms  %u rows\n", what, (double) best / 1000, n_found);
}

static void
time_search (YzStore *store, const char *text, guint limit)
{
  YzQuery *query = yz_query_new (&yz_station_kind);
  g_autofree char *what = g_strdup_printf ("search “%s”%s", text, limit > 0 ? ", page" : "");

  yz_query_set_search (query, text);
  yz_query_set_limit (query, limit);
  time_query (store, what, query);
}

static void
time_list (YzStore *store, const char *order, gboolean filter, guint limit)
{
  YzQuery *query = yz_query_new (&yz_station_kind);
  g_autofree char *what =
    g_strdup_printf ("list by %s%s%s", order, filter ? ", filtered" : "", limit > 0 ? ", page" : "");

  if (filter)
    yz_query_add (query, "state", YZ_COMPARE_EQUAL, g_variant_new_string ("paused"));
  yz_query_set_order (query, order, FALSE);
  yz_query_set_limit (query, limit);
  time_query (store, what, query);
}

static void
ignore_row (gint64 row, const YzColumn *columns, gpointer data)
{
  *(double *) data += columns[0].real;
}

static void
time_reading (YzStore *store)
{
  static const char *const searches[] = { "塘",     "塘厦", "驿站", "tangxia", "tx",     "txd",    "tangx",
                                          "yizhan", "yz",   "zh",   "8772",    "0769-2", "GD0012", "375号" };
  static const char *const fields[] = { "lon", "lat", "state", "hours", NULL };
  g_autoptr (YzQuery) all = yz_query_new (&yz_station_kind);
  YzQuery *near = yz_query_new (&yz_station_kind);
  double sum = 0;
  Watch start;

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      time_search (store, searches[i], 0);
      time_search (store, searches[i], 50);
    }
  time_list (store, "name", FALSE, 0);
  time_list (store, "name", FALSE, 100);
  time_list (store, "name", TRUE, 100);
  time_list (store, "name", TRUE, 0);
  time_list (store, "address", TRUE, 100);
  time_list (store, "seats", TRUE, 100);

  yz_query_set_near (near, 113, 22, 20000);
  time_query (store, "within 20 km", near);

  start = watch_start ();
  yz_store_read_columns (store, all, fields, ignore_row, &sum, NULL, NULL);
  watch_print (start, "four columns of all rows");
}

static void
print_sizes (const char *path)
{
  struct rusage usage;
  GStatBuf stat_buffer;

  getrusage (RUSAGE_SELF, &usage);
  if (g_stat (path, &stat_buffer) == 0)
    g_print ("%-28s %9.1f MB\n", "file", (double) stat_buffer.st_size / 1e6);
  g_print ("%-28s %9.1f MB\n", "peak memory", (double) usage.ru_maxrss / 1e3);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YzClock) clock = yz_clock_new ();
  g_autoptr (YzIdFactory) ids = yz_id_factory_new_seeded (clock, 42);
  g_autoptr (YzStore) store = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  Watch start;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, options, NULL);
  g_option_context_parse (context, &argc, &argv, &error);
  fail_on (error);
  folder = g_dir_make_tmp ("bench-store-XXXXXX", &error);
  fail_on (error);
  path = kept_path != NULL ? g_strdup (kept_path) : g_build_filename (folder, "bench.yizhan", NULL);

  store = yz_store_open (path, YZ_STORE_CREATE, clock, ids, &error);
  fail_on (error);
  time_writing (store, ids);
  time_reading (store);
  print_sizes (path);
  start = watch_start ();
  yz_store_close (store, &error);
  fail_on (error);
  watch_print (start, "close, with the day's backup");

  if (kept_path == NULL)
    {
      g_autofree char *command = g_strdup_printf ("rm -r '%s'", folder);

      return g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL) ? 0 : 1;
    }
  return g_rmdir (folder);
}

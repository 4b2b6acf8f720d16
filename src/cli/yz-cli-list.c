/* list and show: records of any kind, for people and for scripts. */
#include "config.h"

#include "yz-cli-record.h"

#include "yz-kinds.h"
#include "yz-station-status.h"
#include "yz-value-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The options of list; what a shell user may combine. */
typedef struct
{
  char *where;
  char *search;
  char *near;
  char *open_at;
  char *order;
  int limit;
  gboolean trash;
  gboolean json;
  gboolean csv;
  gboolean reveal;
} ListOptions;

static void
list_options_clear (ListOptions *options)
{
  g_free (options->where);
  g_free (options->search);
  g_free (options->near);
  g_free (options->open_at);
  g_free (options->order);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ListOptions, list_options_clear)

static void
append_csv_cell (GString *out, const char *text)
{
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
append_csv_head (GString *out, const YzKind *kind)
{
  g_string_append (out, "id");
  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (out, ",%s", kind->fields[i].name);
  g_string_append (out, "\r\n");
}

static void
append_csv_row (GString *out, YzStore *store, YzRecord *record, gboolean reveal)
{
  const YzKind *kind = yz_record_get_kind (record);

  g_string_append (out, yz_record_get_id (record));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *text = yz_cli_format_field (store, record, i, reveal);

      g_string_append_c (out, ',');
      append_csv_cell (out, text);
    }
  g_string_append (out, "\r\n");
}

/* A line has no headings: it tells words, and neither bare numbers nor what has no end. Of a station, few of many. */
static gboolean
is_in_line (const YzKind *kind, const YzField *field)
{
  static const char *const of_station[] = { "code", "state", "district", "address", "hours", "phones", NULL };

  if (kind == &yz_station_kind)
    return g_strv_contains (of_station, field->name);
  switch (field->type)
    {
    case YZ_FIELD_TEXT:
    case YZ_FIELD_CHOICE:
    case YZ_FIELD_DATE:
    case YZ_FIELD_TIME:
    case YZ_FIELD_LIST:
    case YZ_FIELD_REF:
      return (field->flags & YZ_FIELD_INTERNAL) == 0 && !g_str_equal (field->name, kind->title_field);
    case YZ_FIELD_NOTE:
    case YZ_FIELD_INTEGER:
    case YZ_FIELD_REAL:
    case YZ_FIELD_MONEY:
    case YZ_FIELD_BOOLEAN:
    case YZ_FIELD_MAP:
    default:
      return FALSE;
    }
}

/* For people: the title and what tells records apart. */
static void
append_line (GString *out, YzStore *store, YzRecord *record, gboolean reveal)
{
  const YzKind *kind = yz_record_get_kind (record);
  g_autofree char *title = yz_record_to_words (record, reveal);

  g_string_append_printf (out, "%s  %s", yz_record_get_id (record), title);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *text = is_in_line (kind, &kind->fields[i]) ? yz_cli_format_field (store, record, i, reveal)
                                                                  : g_strdup ("");

      if (*text != '\0')
        g_string_append_printf (out, "  %s", text);
    }
  g_string_append_c (out, '\n');
}

static gboolean
set_near (YzQuery *query, const char *near)
{
  g_auto (GStrv) parts = g_strsplit (near, ",", -1);
  double numbers[3];

  if (g_strv_length (parts) != G_N_ELEMENTS (numbers))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      char *end;

      numbers[i] = g_ascii_strtod (g_strstrip (parts[i]), &end);
      if (end == parts[i] || *end != '\0')
        return FALSE;
    }
  if (!(numbers[0] >= -90 && numbers[0] <= 90 && numbers[1] >= -180 && numbers[1] <= 180 && numbers[2] >= 0))
    return FALSE;

  yz_query_set_near (query, numbers[1], numbers[0], numbers[2]);
  return TRUE;
}

static YzQuery *
make_query (const YzKind *kind, const ListOptions *options, int *status)
{
  g_autoptr (YzQuery) query = yz_query_new (kind);

  if (options->near != NULL && yz_kind_find_field (kind, "lon") == NULL)
    *status = yz_cli_usage (_ ("%s has no position"), kind->name);
  else if (options->near != NULL && !set_near (query, options->near))
    *status = yz_cli_usage ("%s", _ ("--near wants LAT,LON,METRES, such as 34.75,113.62,500"));
  else if (options->order != NULL && !g_str_equal (options->order, "created") &&
           !g_str_equal (options->order, "changed") && yz_cli_find_field (kind, options->order) == NULL)
    *status = YZ_CLI_USAGE;
  if (*status != YZ_CLI_DONE)
    return NULL;

  yz_query_set_expression (query, options->where);
  yz_query_set_search (query, options->search);
  if (options->trash)
    yz_query_set_trash (query, YZ_QUERY_TRASHED);
  if (options->order != NULL)
    yz_query_set_order (query, options->order, FALSE);
  /* what is open is found out afterwards: the limit counts what is shown */
  if (options->open_at == NULL && options->limit > 0)
    yz_query_set_limit (query, (guint) options->limit);
  return g_steal_pointer (&query);
}

static gboolean
parse_open_at (const YzKind *kind, const char *text, YzClock *clock, gint64 *at)
{
  static const YzField field = { "at", YZ_FIELD_TIME, "at" };
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GDateTime) local = NULL;

  if (yz_kind_find_field (kind, "hours") == NULL)
    return FALSE;
  if (g_str_equal (text, "now"))
    local = yz_clock_get_local (clock);
  else if (yz_field_parse (&field, text, &value, NULL) && value != NULL)
    local = yz_office_time (g_variant_get_int64 (value));
  if (local == NULL)
    return FALSE;
  *at = yz_civil_instant (local);
  return TRUE;
}

/* What stations are asked besides the query: whether they are open at an instant. */
typedef struct
{
  gint64 at;
  YzHolidays *holidays;
  guint n_in_doubt; /* of which it is not known, as the year's holidays are not */
} OpenAt;

static gboolean
is_open (YzRecord *station, OpenAt *open_at)
{
  const YzStationHoursSource source = yz_station_hours_source (station);
  g_autoptr (YzStationHours) hours = yz_station_hours_new (&source, open_at->holidays);
  YzStationLook look = yz_station_look (yz_record_get_text (station, "state"), hours, open_at->at);

  if (look == YZ_STATION_LOOK_UNKNOWN && hours != NULL && yz_station_hours_get_missing_year (hours, open_at->at) != 0)
    open_at->n_in_doubt++;
  return look == YZ_STATION_LOOK_OPEN;
}

static void
tell_doubt (const OpenAt *open_at)
{
  GDate date;

  if (open_at->n_in_doubt == 0)
    return;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, yz_hours_instant_get_julian (open_at->at));
  yz_cli_say (ngettext ("the workspace has no holiday data for %d: %u station, whose hours depend on it, is left out",
                        "the workspace has no holiday data for %d: %u stations, whose hours depend on it, are left out",
                        open_at->n_in_doubt),
              g_date_get_year (&date), open_at->n_in_doubt);
}

static void
append_record (GString *out, YzStore *store, YzRecord *record, const ListOptions *options, guint n_before)
{
  if (options->json)
    {
      g_string_append (out, n_before > 0 ? ",\n" : "");
      yz_cli_append_object (out, record);
    }
  else if (options->csv)
    append_csv_row (out, store, record, options->reveal);
  else
    append_line (out, store, record, options->reveal);
}

static void
put_and_clear (GString *out)
{
  yz_cli_put (out->str);
  g_string_truncate (out, 0);
}

static int
list_rows (YzStore *store, const YzKind *kind, GArray *rows, const ListOptions *options, OpenAt *open_at)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint n_shown = 0;

  if (options->json)
    g_string_append_c (out, '[');
  else if (options->csv)
    append_csv_head (out, kind);

  for (guint i = 0; i < rows->len && (options->limit <= 0 || n_shown < (guint) options->limit); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (YzRecord) record = yz_store_load_row (store, kind, g_array_index (rows, gint64, i), &error);

      if (error != NULL)
        return yz_cli_fail (error);
      if (record == NULL || (open_at != NULL && !is_open (record, open_at)))
        continue;
      append_record (out, store, record, options, n_shown++);
      if (out->len > 1 << 16)
        put_and_clear (out);
    }

  if (options->json)
    g_string_append (out, "]\n");
  put_and_clear (out);
  return YZ_CLI_DONE;
}

static int
run_list (YzCli *cli, const YzKind *kind, const ListOptions *options)
{
  g_autoptr (YzQuery) query = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzHolidays) holidays = NULL;
  OpenAt open_at = { 0 };
  YzStore *store;
  int status = YZ_CLI_DONE;

  if (options->open_at != NULL && !parse_open_at (kind, options->open_at, yz_cli_get_clock (cli), &open_at.at))
    return yz_cli_usage ("%s", _ ("--open-at wants a time such as 2026-11-20T14:30 or now, and a kind with hours"));
  query = make_query (kind, options, &status);
  if (query == NULL)
    return status;
  store = yz_cli_open (cli, YZ_STORE_NONE);
  if (store == NULL)
    return YZ_CLI_CANNOT_OPEN;
  rows = yz_store_query (store, query, NULL, &error);
  open_at.holidays = holidays = rows != NULL ? yz_holidays_load (store, NULL, &error) : NULL;
  if (holidays == NULL)
    return yz_cli_fail (error);
  status = list_rows (store, kind, rows, options, options->open_at != NULL ? &open_at : NULL);
  tell_doubt (&open_at);
  return status;
}

int
yz_cli_list (YzCli *cli, int argc, char **argv)
{
  g_auto (ListOptions) options = { 0 };
  const GOptionEntry entries[] = {
    { "where", 0, 0, G_OPTION_ARG_STRING, &options.where, N_ ("Only records that fit, “state = 'open' and area > 20”"),
      "EXPR" },
    { "search", 0, 0, G_OPTION_ARG_STRING, &options.search, N_ ("Name, address, pinyin, initials, telephone"), "TEXT" },
    { "near", 0, 0, G_OPTION_ARG_STRING, &options.near, N_ ("Within a distance of a place (WGS-84)"),
      "LAT,LON,METRES" },
    { "open-at", 0, 0, G_OPTION_ARG_STRING, &options.open_at, N_ ("Open at that local time, or “now”"), "TIME" },
    { "order", 0, 0, G_OPTION_ARG_STRING, &options.order, N_ ("Order by a field"), "FIELD" },
    { "limit", 0, 0, G_OPTION_ARG_INT, &options.limit, N_ ("At most that many"), "N" },
    { "trash", 0, 0, G_OPTION_ARG_NONE, &options.trash, N_ ("What is in the trash"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("One JSON array of objects"), NULL },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &options.csv, N_ ("A table with the fields' names as heading"), NULL },
    { "reveal", 0, 0, G_OPTION_ARG_NONE, &options.reveal, N_ ("Personal data in full, not masked"), NULL },
    { NULL }
  };
  const YzKind *kind;

  if (!yz_cli_parse (cli, entries, "KIND", &argc, &argv))
    return YZ_CLI_USAGE;
  if (argc != 2)
    return yz_cli_usage ("%s", _ ("list wants one kind, such as station"));
  if (options.json && options.csv)
    return yz_cli_usage ("%s", _ ("--json or --csv, not both"));
  if (options.limit < 0)
    return yz_cli_usage ("%s", _ ("--limit wants a number of records"));
  kind = yz_cli_find_kind (argv[1]);
  return kind != NULL ? run_list (cli, kind, &options) : YZ_CLI_USAGE;
}

static void
put_record (YzStore *store, YzRecord *record, gboolean reveal)
{
  const YzKind *kind = yz_record_get_kind (record);
  g_autoptr (GString) out = g_string_new (NULL);

  g_string_append_printf (out, "id: %s\n", yz_record_get_id (record));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *text = yz_cli_format_field (store, record, i, reveal);

      if (*text != '\0')
        g_string_append_printf (out, "%s (%s): %s\n", _ (kind->fields[i].title), kind->fields[i].name, text);
    }
  yz_cli_put (out->str);
}

int
yz_cli_show (YzCli *cli, int argc, char **argv)
{
  gboolean json = FALSE, reveal = FALSE;
  const GOptionEntry entries[] = { { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("One JSON object"), NULL },
                                   { "reveal", 0, 0, G_OPTION_ARG_NONE, &reveal,
                                     N_ ("Personal data in full, not masked"), NULL },
                                   { NULL } };
  g_autoptr (YzRecord) record = NULL;
  g_autoptr (GString) document = NULL;
  YzStore *store;
  int status;

  if (!yz_cli_parse (cli, entries, "KIND ID", &argc, &argv))
    return YZ_CLI_USAGE;
  if (argc != 3)
    return yz_cli_usage ("%s", _ ("show wants a kind and an id or code"));
  status = yz_cli_find_record (cli, argv[1], argv[2], &store, &record);
  if (status != YZ_CLI_DONE)
    return status;

  if (!json)
    {
      put_record (store, record, reveal);
      return YZ_CLI_DONE;
    }
  document = g_string_new (NULL);
  yz_cli_append_object (document, record);
  yz_cli_put_document (document);
  return YZ_CLI_DONE;
}

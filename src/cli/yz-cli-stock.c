/* stock: what lies where, now or at an instant, and whether the books are sound. */
#include "config.h"

#include "yz-cli-stock.h"

#include "yz-json.h"
#include "yz-kinds.h"
#include "yz-place-names.h"
#include "yz-stock-verify.h"
#include "yz-stock.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>

YzRecord *
yz_cli_stock_find (YzStore *store, const YzKind *kind, const char *text)
{
  g_autoptr (YzQuery) query = yz_query_new (kind);
  g_autoptr (GPtrArray) named = NULL;
  g_autoptr (GError) error = NULL;
  YzRecord *record = yz_store_find (store, kind, text, &error);

  if (record != NULL)
    return record;
  yz_query_add (query, kind->title_field, YZ_COMPARE_EQUAL, g_variant_new_string (text));
  named = yz_store_load_records (store, query, NULL);
  if (named != NULL && named->len == 1)
    return g_object_ref (g_ptr_array_index (named, 0));
  if (named != NULL && named->len > 1)
    yz_cli_say (_ ("there are several called “%s”: give the id or the code"), text);
  else if (g_error_matches (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND))
    /* Translators: a kind of record, and what was typed */
    yz_cli_say (_ ("there is no %s “%s”: give the id, the code or the name in full"), _ (kind->title), text);
  else
    yz_cli_fail (error);
  return NULL;
}

char *
yz_cli_stock_dup_place (YzStore *store, const char *text)
{
  const YzKind *const kinds[] = { &yz_station_kind, &yz_place_kind };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (YzQuery) query = yz_query_new (kinds[i]);
      g_autoptr (GPtrArray) named = NULL;
      g_autoptr (YzRecord) found = yz_store_find (store, kinds[i], text, NULL);

      if (found != NULL)
        return g_strdup (yz_record_get_id (found));
      yz_query_add (query, "name", YZ_COMPARE_EQUAL, g_variant_new_string (text));
      named = yz_store_load_records (store, query, NULL);
      if (named != NULL && named->len == 1)
        return g_strdup (yz_record_get_id (g_ptr_array_index (named, 0)));
    }
  yz_cli_say (_ ("there is no station or place “%s”, or several: give the id or the code"), text);
  return NULL;
}

/* A heap with what it is about. */
typedef struct
{
  YzRecord *station;
  YzRecord *place;
  YzRecord *item;
  YzRecord *lot;
  char *where; /* the place, with its cabinet or station */
  gint64 quantity;
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_clear_object (&line->station);
  g_clear_object (&line->place);
  g_clear_object (&line->item);
  g_clear_object (&line->lot);
  g_free (line->where);
  g_free (line);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Line, line_free)

static void
on_heap (const YzStockHeap *heap, gpointer heaps)
{
  g_array_append_vals (heaps, heap, 1);
}

static gboolean
load_line (YzStore *store, const YzStockHeap *heap, Line *line, GError **error)
{
  line->quantity = heap->quantity;
  line->place = yz_store_load_row (store, &yz_place_kind, heap->place, error);
  if (line->place != NULL)
    line->item = yz_store_load_row (store, &yz_item_kind, heap->item, error);
  if (line->item == NULL)
    return FALSE;
  line->where = yz_place_dup_name (store, line->place, NULL);
  if (heap->lot != 0)
    line->lot = yz_store_load_row (store, &yz_lot_kind, heap->lot, error);
  if (heap->holder > 0)
    line->station = yz_store_load_row (store, &yz_station_kind, heap->holder, error);
  return (heap->lot == 0 || line->lot != NULL) && (heap->holder <= 0 || line->station != NULL);
}

static GPtrArray *
read_lines (YzStore *store, const YzStockQuestion *question, GError **error)
{
  g_autoptr (GArray) heaps = g_array_new (FALSE, FALSE, sizeof (YzStockHeap));
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);

  if (!yz_stock_read (store, question, on_heap, heaps, NULL, error))
    return NULL;
  for (guint i = 0; i < heaps->len; i++)
    {
      Line *line = g_new0 (Line, 1);

      g_ptr_array_add (lines, line);
      if (!load_line (store, &g_array_index (heaps, YzStockHeap, i), line, error))
        return NULL;
    }
  return g_steal_pointer (&lines);
}

static const char *
text_of (YzRecord *record, const char *field)
{
  return record != NULL ? yz_record_get_text (record, field) : NULL;
}

void
yz_cli_stock_append_member (GString *out, const char *name, const char *text)
{
  g_string_append_c (out, ',');
  yz_json_append_string (out, name);
  g_string_append_c (out, ':');
  if (text != NULL)
    yz_json_append_string (out, text);
  else
    g_string_append (out, "null");
}

void
yz_cli_stock_append_number (GString *out, const char *name, gint64 number)
{
  g_string_append_c (out, ',');
  yz_json_append_string (out, name);
  g_string_append_printf (out, ":%" G_GINT64_FORMAT, number);
}

static void
append_object (GString *out, const Line *line)
{
  g_string_append_printf (out, "{\"quantity\":%" G_GINT64_FORMAT, line->quantity);
  yz_cli_stock_append_member (out, "unit", text_of (line->item, "unit"));
  yz_cli_stock_append_member (out, "item", yz_record_get_id (line->item));
  yz_cli_stock_append_member (out, "item_name", yz_record_get_title (line->item));
  yz_cli_stock_append_member (out, "place", yz_record_get_id (line->place));
  yz_cli_stock_append_member (out, "place_name", yz_record_get_title (line->place));
  yz_cli_stock_append_member (out, "station", line->station != NULL ? yz_record_get_id (line->station) : NULL);
  yz_cli_stock_append_member (out, "station_name", text_of (line->station, "name"));
  yz_cli_stock_append_member (out, "lot", line->lot != NULL ? yz_record_get_id (line->lot) : NULL);
  yz_cli_stock_append_member (out, "lot_number", text_of (line->lot, "number"));
  yz_cli_stock_append_member (out, "expiry", text_of (line->lot, "expiry"));
  g_string_append_printf (out, ",\"recalled\":%s}",
                          line->lot != NULL && yz_record_get_boolean (line->lot, "recalled") ? "true" : "false");
}

static void
append_line (GString *out, const Line *line)
{
  g_string_append_printf (out, "%s  %s  %" G_GINT64_FORMAT " %s", line->where, yz_record_get_title (line->item),
                          line->quantity, text_of (line->item, "unit"));
  if (line->lot != NULL)
    g_string_append_printf (out, "  %s", yz_record_get_title (line->lot));
  if (text_of (line->lot, "expiry") != NULL)
    g_string_append_printf (out, "  %s", text_of (line->lot, "expiry"));
  g_string_append_c (out, '\n');
}

static void
put_lines (GPtrArray *lines, gboolean json)
{
  g_autoptr (GString) out = g_string_new (json ? "[" : NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      if (!json)
        append_line (out, g_ptr_array_index (lines, i));
      else
        {
          g_string_append (out, i > 0 ? ",\n" : "");
          append_object (out, g_ptr_array_index (lines, i));
        }
    }
  if (!json)
    yz_cli_put (out->str);
  else
    {
      g_string_append_c (out, ']');
      yz_cli_put_document (out);
    }
}

static int
list (YzStore *store, const YzStockQuestion *question, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = read_lines (store, question, &error);

  if (lines == NULL)
    return yz_cli_fail (error);
  put_lines (lines, json);
  return YZ_CLI_DONE;
}

static void
on_heap_below (const YzStockHeap *heap, gpointer heaps)
{
  if (heap->quantity < 0)
    g_array_append_vals (heaps, heap, 1);
}

/* What was given out although the books had less is allowed, and waits for somebody who counts. */
static gboolean
tell_below (YzStore *store, GError **error)
{
  const YzStockQuestion all = { 0 };
  g_autoptr (GArray) heaps = g_array_new (FALSE, FALSE, sizeof (YzStockHeap));

  if (!yz_stock_read (store, &all, on_heap_below, heaps, NULL, error))
    return FALSE;
  for (guint i = 0; i < heaps->len; i++)
    {
      g_autoptr (Line) line = g_new0 (Line, 1);
      g_autofree char *lacking = NULL;

      if (!load_line (store, &g_array_index (heaps, YzStockHeap, i), line, error))
        return FALSE;
      lacking = g_strdup_printf ("%" G_GINT64_FORMAT, -line->quantity);
      /* Translators: an item, a place, a number and its unit */
      yz_cli_say (_ ("%s at %s: %s %s more were given out than the books had: count it"),
                  yz_record_get_title (line->item), line->where, lacking, text_of (line->item, "unit"));
    }
  return TRUE;
}

static int
verify (YzCli *cli, int argc, char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = { { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("as JSON"), NULL }, { NULL } };
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  YzStore *store;

  if (!yz_cli_parse (cli, entries, NULL, &argc, &argv))
    return YZ_CLI_USAGE;
  if (argc != 1)
    return yz_cli_usage (_ ("%s wants nothing behind it"), "stock verify");
  store = yz_cli_open (cli, YZ_STORE_NONE);
  if (store == NULL)
    return YZ_CLI_CANNOT_OPEN;
  findings = yz_stock_verify (store, NULL, &error);
  if (findings == NULL || !tell_below (store, &error))
    return yz_cli_fail (error);
  yz_cli_put_findings (findings, json);
  yz_cli_say ("%s", findings->len == 0
                      ? _ ("the books of stock are sound")
                      : _ ("The program writes no such books: look at a copy of the workspace from before"));
  return findings->len == 0 ? YZ_CLI_DONE : YZ_CLI_REFUSED;
}

typedef struct
{
  char *station;
  char *place;
  char *item;
  char *at;
  gboolean json;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->station);
  g_free (options->place);
  g_free (options->item);
  g_free (options->at);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* @record: (out): stays for as long as its id is part of the question */
static gboolean
narrow (YzStore *store, const YzKind *kind, const char *text, YzRecord **record, const char **id)
{
  if (text == NULL)
    return TRUE;
  *record = yz_cli_stock_find (store, kind, text);
  *id = *record != NULL ? yz_record_get_id (*record) : NULL;
  return *record != NULL;
}

static int
answer (YzCli *cli, const Options *options)
{
  YzStore *store = yz_cli_open (cli, YZ_STORE_NONE);
  g_autoptr (YzRecord) station = NULL;
  g_autoptr (YzRecord) place = NULL;
  g_autoptr (YzRecord) item = NULL;
  YzStockQuestion question = { 0 };

  if (store == NULL)
    return YZ_CLI_CANNOT_OPEN;
  if (options->at != NULL && !yz_cli_stock_read_time (cli, options->at, TRUE, &question.at))
    return YZ_CLI_USAGE;
  if (!narrow (store, &yz_station_kind, options->station, &station, &question.station) ||
      !narrow (store, &yz_place_kind, options->place, &place, &question.place) ||
      !narrow (store, &yz_item_kind, options->item, &item, &question.item))
    return YZ_CLI_REFUSED;
  return list (store, &question, options->json);
}

/* What is neither the stock itself nor a verb that moves some. */
static const struct
{
  const char *name;
  int (*run) (YzCli *cli, int argc, char **argv);
} others[] = {
  { "audit", yz_cli_stock_audit },   { "cabinet", yz_cli_stock_cabinet },     { "count", yz_cli_stock_count },
  { "due", yz_cli_stock_due },       { "equipment", yz_cli_stock_equipment }, { "kit", yz_cli_stock_kit },
  { "ledger", yz_cli_stock_ledger }, { "take-back", yz_cli_stock_take_back }, { "verify", verify },
};

int
yz_cli_stock (YzCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "station", 0, 0, G_OPTION_ARG_STRING, &options.station, N_ ("only what lies at this station"), N_ ("STATION") },
    { "place", 0, 0, G_OPTION_ARG_STRING, &options.place, N_ ("only what lies in this place"), N_ ("PLACE") },
    { "item", 0, 0, G_OPTION_ARG_STRING, &options.item, N_ ("only this item"), N_ ("ITEM") },
    { "at", 0, 0, G_OPTION_ARG_STRING, &options.at, N_ ("as it was at this time"), N_ ("TIME") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("as JSON"), NULL },
    { NULL },
  };

  yz_cli_set_group (cli, "stock");
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (argv[1], others[i].name))
      return others[i].run (cli, argc - 1, argv + 1);
  if (argc > 1 && argv[1][0] != '-')
    {
      int status = yz_cli_stock_do (cli, argc - 1, argv + 1);

      return status >= 0 ? status : yz_cli_usage (_ ("stock knows no “%s”"), argv[1]);
    }
  if (!yz_cli_parse (cli, entries,
                     "[receive|issue|write-off|return|move|transfer|arrive|count|due|kit|cabinet|equipment|audit|"
                     "ledger|take-back|verify …]",
                     &argc, &argv))
    return YZ_CLI_USAGE;
  return answer (cli, &options);
}

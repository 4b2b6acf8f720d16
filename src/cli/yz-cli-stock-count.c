/* stock count: stocktakes from the sheet to the confirmation, also by spreadsheet. */
#include "config.h"

#include "yz-cli-stock.h"

#include "yz-json.h"
#include "yz-kinds.h"
#include "yz-stocktake-file.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char **items;
  char *at;
  char *by;
  char *due;
  char *number;
  char *note;
  char *sheet;
  char *reason;
  char *place;
  char *lot;
  char *expiry;
  int line;
  gboolean open;
  gboolean again;
  gboolean review;
  gboolean json;
} Options;

static void
options_clear (Options *options)
{
  char **const texts[] = { &options->at,    &options->by,     &options->due,   &options->number, &options->note,
                           &options->sheet, &options->reason, &options->place, &options->lot,    &options->expiry };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
  g_clear_pointer (&options->items, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (YzCli *cli, Options *options, const char *arguments, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "item", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->items, N_ ("only this item; may be repeated"), N_ ("ITEM") },
    { "open", 0, 0, G_OPTION_ARG_NONE, &options->open, N_ ("with the figures of the books on the sheet"), NULL },
    { "at", 0, 0, G_OPTION_ARG_STRING, &options->at, N_ ("when it happened, if not now"), N_ ("TIME") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options->by, N_ ("who counts, or who confirms"), N_ ("NAME") },
    { "due", 0, 0, G_OPTION_ARG_STRING, &options->due, N_ ("until when it is to be counted"), N_ ("DATE") },
    { "number", 0, 0, G_OPTION_ARG_STRING, &options->number, N_ ("of the sheet, if not the next one"), N_ ("NUMBER") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options->note, N_ ("what else is to be said"), N_ ("TEXT") },
    { "sheet", 0, 0, G_OPTION_ARG_FILENAME, &options->sheet, N_ ("a spreadsheet: written, or with enter read"),
      N_ ("FILE") },
    { "again", 0, 0, G_OPTION_ARG_NONE, &options->again, N_ ("it is the second count"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options->reason, N_ ("of the differences"), N_ ("TEXT") },
    { "place", 0, 0, G_OPTION_ARG_STRING, &options->place, N_ ("where it was found"), N_ ("PLACE") },
    { "lot", 0, 0, G_OPTION_ARG_STRING, &options->lot, N_ ("the number of the lot"), N_ ("LOT") },
    { "expiry", 0, 0, G_OPTION_ARG_STRING, &options->expiry, N_ ("the last day of use"), N_ ("DATE") },
    { "line", 0, 0, G_OPTION_ARG_INT, &options->line, N_ ("the empty line in which it was written"), N_ ("N") },
    { "review", 0, 0, G_OPTION_ARG_NONE, &options->review, N_ ("with the books beside the counts"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, N_ ("as JSON"), NULL },
    { NULL },
  };

  return yz_cli_parse (cli, entries, arguments, argc, argv);
}

/* What a verb works on. */
typedef struct
{
  YzCli *cli;
  YzStore *store;
  const Options *options;
  YzRecord *stocktake; /* (nullable): begin has none, list neither */
  gint64 at;
  char **arguments; /* behind the number of the stocktake */
  guint n_arguments;
} Task;

static const char *
get_id (const Task *task)
{
  return yz_record_get_id (task->stocktake);
}

/* Takes @edit; @error: (inout): why there is none, which is known only once it was to be made */
static int
apply (Task *task, YzEdit *edit, GError **error)
{
  g_autoptr (YzEdit) owned = edit;
  g_autoptr (YzAction) action = edit != NULL ? yz_store_apply (task->store, edit, NULL, error) : NULL;

  return *error != NULL ? yz_cli_fail (*error) : YZ_CLI_DONE;
}

/* --- what there is ------------------------------------------------------------------------------------------------ */

/* @value: (nullable): a number of a record */
static void
append_number (GString *out, const char *name, GVariant *value)
{
  g_string_append (out, ",");
  yz_json_append_string (out, name);
  if (value != NULL)
    g_string_append_printf (out, ":%" G_GINT64_FORMAT, g_variant_get_int64 (value));
  else
    g_string_append (out, ":null");
}

static void
append_time (GString *out, const char *name, GVariant *value)
{
  g_autofree char *text = value != NULL ? yz_value_format_time (g_variant_get_int64 (value)) : NULL;

  yz_cli_stock_append_member (out, name, text);
}

static void
append_stocktake (GString *out, const YzStocktakeSheet *sheet)
{
  static const char *const texts[] = { "number", "scope", "state", "due", "counted_by", "confirmed_by", "note" };
  YzStockCountSum sum;

  yz_stocktake_sheet_sum (sheet, 0, &sum);
  g_string_append_printf (out, "{\"blind\":%s,\"pages\":%u,\"n_lines\":%u,\"n_counted\":%u,\"n_nothing\":%u",
                          yz_record_get_boolean (sheet->stocktake, "blind") ? "true" : "false", sheet->n_pages,
                          sum.n_lines, sum.n_counted, sum.n_nothing);
  yz_cli_stock_append_member (out, "id", yz_record_get_id (sheet->stocktake));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    yz_cli_stock_append_member (out, texts[i], yz_record_get_text (sheet->stocktake, texts[i]));
  yz_cli_stock_append_member (out, "place", yz_record_get_id (sheet->place));
  yz_cli_stock_append_member (out, "place_name", yz_record_get_title (sheet->place));
  append_time (out, "begun", yz_record_get (sheet->stocktake, "begun"));
  append_time (out, "confirmed_at", yz_record_get (sheet->stocktake, "confirmed_at"));
}

static void
append_review (GString *out, const YzStockCount *count)
{
  static const char *const results[] = { "not_counted", "same", "more", "less", "below" };
  gint64 fen;

  g_string_append_printf (out, ",\"book\":%" G_GINT64_FORMAT ",\"now\":%" G_GINT64_FORMAT, count->book, count->now);
  g_string_append_printf (out, ",\"difference\":%" G_GINT64_FORMAT, yz_stock_count_get_difference (count));
  if (yz_stock_count_get_value (count, &fen))
    g_string_append_printf (out, ",\"value_fen\":%" G_GINT64_FORMAT, fen);
  else
    g_string_append (out, ",\"value_fen\":null");
  yz_cli_stock_append_member (out, "result", results[yz_stock_count_judge (count)]);
}

static void
append_line (GString *out, const YzStocktakeLine *line, const YzStockCount *count, gboolean review)
{
  g_string_append_printf (out, "{\"line\":%u,\"page\":%u,\"added\":%s", line->number, line->page,
                          yz_record_get_boolean (line->record, "added") ? "true" : "false");
  yz_cli_stock_append_member (out, "item", yz_record_get_id (line->item));
  yz_cli_stock_append_member (out, "item_name", yz_record_get_title (line->item));
  yz_cli_stock_append_member (out, "code", yz_record_get_text (line->item, "code"));
  yz_cli_stock_append_member (out, "unit", yz_record_get_text (line->item, "unit"));
  yz_cli_stock_append_member (out, "place_name", yz_record_get_title (line->place));
  yz_cli_stock_append_member (out, "lot_number", line->lot != NULL ? yz_record_get_title (line->lot) : NULL);
  yz_cli_stock_append_member (out, "expiry", line->lot != NULL ? yz_record_get_text (line->lot, "expiry") : NULL);
  append_number (out, "counted", yz_record_get (line->record, "counted"));
  append_number (out, "recounted", yz_record_get (line->record, "recounted"));
  append_time (out, "counted_at", yz_record_get (line->record, "counted_at"));
  yz_cli_stock_append_member (out, "reason", yz_record_get_text (line->record, "reason"));
  if (review)
    append_review (out, count);
  g_string_append_c (out, '}');
}

static void
put_json (const YzStocktakeSheet *sheet, gboolean review)
{
  g_autoptr (GString) out = g_string_new (NULL);
  YzStockCountSum sum;

  append_stocktake (out, sheet);
  if (review)
    {
      yz_stocktake_sheet_sum (sheet, 0, &sum);
      g_string_append_printf (out,
                              ",\"n_different\":%u,\"n_unvalued\":%u,\"surplus_fen\":%" G_GINT64_FORMAT
                              ",\"shortage_fen\":%" G_GINT64_FORMAT,
                              sum.n_different, sum.n_unvalued, sum.surplus, sum.shortage);
    }
  g_string_append (out, ",\"lines\":[");
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      g_string_append (out, i > 0 ? ",\n" : "");
      append_line (out, g_ptr_array_index (sheet->lines, i), yz_stocktake_sheet_get_count (sheet, i), review);
    }
  g_string_append (out, "]}");
  yz_cli_put_document (out);
}

static void
append_difference (GString *out, gint64 book, gint64 difference)
{
  g_autofree char *there = g_strdup_printf ("%" G_GINT64_FORMAT, book);
  g_autofree char *apart = g_strdup_printf ("%" G_GINT64_FORMAT, ABS (difference));

  g_string_append (out, "  ");
  /* Translators: what the books have, a number */
  g_string_append_printf (out, _ ("in the books %s"), there);
  if (difference == 0)
    return;
  g_string_append (out, "  ");
  /* Translators: by how many the count differs from the books */
  g_string_append_printf (out, difference > 0 ? C_ ("count", "%s more") : C_ ("count", "%s fewer"), apart);
}

static void
put_line (const YzStocktakeLine *line, const YzStockCount *count, gboolean review)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_string_append_printf (out, "%u  %s  %s", line->number, yz_record_get_title (line->place),
                          yz_record_get_title (line->item));
  if (line->lot != NULL)
    g_string_append_printf (out, "  %s", yz_record_get_title (line->lot));
  if (count->is_counted)
    g_string_append_printf (out, "  %" G_GINT64_FORMAT " %s", count->counted, yz_record_get_text (line->item, "unit"));
  else
    g_string_append_printf (out, "  %s", _ ("not counted"));
  if (review && count->is_counted)
    append_difference (out, count->book, yz_stock_count_get_difference (count));
  if (yz_record_get_text (line->record, "reason") != NULL)
    g_string_append_printf (out, "  %s", yz_record_get_text (line->record, "reason"));
  g_string_append_c (out, '\n');
  yz_cli_put (out->str);
}

static int
show (Task *task)
{
  const Options *options = task->options;
  YzStocktakeBooks books = options->review ? YZ_STOCKTAKE_WITH_BOOKS : YZ_STOCKTAKE_BLIND;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzStocktakeSheet) sheet = NULL;

  if (!yz_record_get_boolean (task->stocktake, "blind"))
    books = YZ_STOCKTAKE_WITH_BOOKS;
  sheet = yz_stocktake_sheet_load (task->store, get_id (task), books, NULL, &error);
  if (sheet == NULL || (options->sheet != NULL && !yz_stocktake_export (sheet, options->sheet, books, &error)))
    return yz_cli_fail (error);
  if (options->json)
    put_json (sheet, options->review);
  else if (options->sheet == NULL)
    for (guint i = 0; i < sheet->lines->len; i++)
      put_line (g_ptr_array_index (sheet->lines, i), yz_stocktake_sheet_get_count (sheet, i), options->review);
  return YZ_CLI_DONE;
}

static void
put_short (const YzStocktakeSheet *sheet)
{
  const YzField *field = yz_kind_find_field (&yz_stocktake_kind, "state");
  g_autofree char *state = yz_field_format (field, yz_record_get (sheet->stocktake, "state"));
  g_autofree char *line = NULL;
  YzStockCountSum sum;

  yz_stocktake_sheet_sum (sheet, 0, &sum);
  line = g_strdup_printf ("%s  %s  %s  %u/%u\n", yz_record_get_title (sheet->stocktake),
                          yz_record_get_title (sheet->place), state, sum.n_counted, sum.n_lines);
  yz_cli_put (line);
}

static int
list (Task *task)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_stocktake_kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stocktakes = NULL;
  g_autoptr (GString) out = g_string_new ("[");

  yz_query_set_order (query, "begun", TRUE);
  stocktakes = yz_store_load_records (task->store, query, &error);
  if (stocktakes == NULL)
    return yz_cli_fail (error);
  for (guint i = 0; i < stocktakes->len; i++)
    {
      const char *id = yz_record_get_id (g_ptr_array_index (stocktakes, i));
      g_autoptr (YzStocktakeSheet) sheet = yz_stocktake_sheet_load (task->store, id, YZ_STOCKTAKE_BLIND, NULL, &error);

      if (sheet == NULL)
        return yz_cli_fail (error);
      if (!task->options->json)
        put_short (sheet);
      g_string_append (out, i > 0 ? ",\n" : "");
      append_stocktake (out, sheet);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
  if (task->options->json)
    yz_cli_put_document (out);
  return YZ_CLI_DONE;
}

/* --- what is done ------------------------------------------------------------------------------------------------- */

/* (nullable): the ids of the items, %NULL after saying what is wrong */
static char **
dup_items (Task *task)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; task->options->items[i] != NULL; i++)
    {
      g_autoptr (YzRecord) item = yz_cli_stock_find (task->store, &yz_item_kind, task->options->items[i]);

      if (item == NULL)
        return NULL;
      g_strv_builder_add (ids, yz_record_get_id (item));
    }
  return g_strv_builder_end (ids);
}

static int
begin (Task *task)
{
  const Options *options = task->options;
  g_autofree char *place = yz_cli_stock_dup_place (task->store, task->arguments[0]);
  g_auto (GStrv) items = place != NULL && options->items != NULL ? dup_items (task) : NULL;
  g_autofree char *due = NULL, *id = NULL;
  g_autoptr (GError) error = NULL;
  YzStocktakePlan plan = { task->at,       options->number, place, (const char *const *) items,
                           !options->open, options->by,     NULL,  options->note };
  int status;

  if (place == NULL || (options->items != NULL && items == NULL) ||
      !yz_cli_stock_read_day (task->cli, options->due, &due))
    return YZ_CLI_REFUSED;
  plan.due = due;
  status = apply (task, yz_stocktake_make_begin (task->store, &plan, &id, &error), &error);
  if (status != YZ_CLI_DONE)
    return status;
  task->stocktake = yz_store_load (task->store, &yz_stocktake_kind, id, &error);
  if (task->stocktake == NULL)
    return yz_cli_fail (error);
  if (!options->json)
    {
      g_autofree char *line = g_strconcat (yz_record_get_title (task->stocktake), "\n", NULL);

      yz_cli_put (line);
    }
  return options->json || options->sheet != NULL ? show (task) : YZ_CLI_DONE;
}

/* "3=12", or "3=" for not counted */
static gboolean
read_entry (Task *task, const char *text, YzStocktakeEntry *entry)
{
  const char *equals = strchr (text, '=');
  g_autofree char *number = equals != NULL ? g_strndup (text, equals - text) : NULL;
  gint64 line;

  *entry =
    (YzStocktakeEntry){ .counted = -1, .again = task->options->again, .at = task->at, .reason = task->options->reason };
  if (equals != NULL && yz_value_parse_integer (number, NULL, &line) && line > 0 && line <= G_MAXINT &&
      (equals[1] == '\0' || (yz_value_parse_integer (equals + 1, NULL, &entry->counted) && entry->counted >= 0)))
    {
      entry->line = (guint) line;
      return TRUE;
    }
  yz_cli_say (_ ("“%s” is no count: write LINE=COUNT, or LINE= for not counted"), text);
  return FALSE;
}

static int
enter_sheet (Task *task)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzStocktakeAnswer)
    answer = yz_stocktake_read_file (task->store, get_id (task), task->options->sheet, task->at, NULL, &error);
  int status;

  if (answer == NULL)
    return yz_cli_fail (error);
  for (guint i = 0; i < answer->findings->len; i++)
    {
      const YzStocktakeFinding *finding = g_ptr_array_index (answer->findings, i);

      yz_cli_say (_ ("row %u: %s"), finding->row, finding->reason);
    }
  if (answer->findings->len > 0)
    {
      yz_cli_say ("%s", _ ("nothing was entered"));
      return YZ_CLI_REFUSED;
    }
  status = apply (task, g_object_ref (answer->edit), &error);
  if (status == YZ_CLI_DONE)
    yz_cli_say (_ ("%u lines counted, of which %u were added; %u not counted"), answer->n_counted, answer->n_added,
                answer->n_empty);
  return status;
}

static int
enter (Task *task)
{
  g_autofree YzStocktakeEntry *entries = g_new0 (YzStocktakeEntry, task->n_arguments + 1);
  g_autoptr (GError) error = NULL;

  if (task->options->sheet != NULL)
    return enter_sheet (task);
  for (guint i = 0; i < task->n_arguments; i++)
    if (!read_entry (task, task->arguments[i], &entries[i]))
      return YZ_CLI_REFUSED;
  return apply (task, yz_stocktake_make_entries (task->store, get_id (task), entries, task->n_arguments, &error),
                &error);
}

static int
find (Task *task)
{
  const Options *options = task->options;
  g_autoptr (YzRecord) item = yz_cli_stock_find (task->store, &yz_item_kind, task->arguments[0]);
  g_autofree char *place = options->place != NULL ? yz_cli_stock_dup_place (task->store, options->place) : NULL;
  g_autofree char *expiry = NULL;
  g_autoptr (GError) error = NULL;
  YzStocktakeFind found = {
    .line = (guint) MAX (options->line, 0), .place = place, .lot = options->lot, .at = task->at
  };

  if (item == NULL || (options->place != NULL && place == NULL) ||
      !yz_cli_stock_read_day (task->cli, options->expiry, &expiry))
    return YZ_CLI_REFUSED;
  if (!yz_value_parse_integer (task->arguments[1], yz_record_get_text (item, "unit"), &found.counted) ||
      found.counted < 0)
    {
      yz_cli_say (_ ("“%s” is no quantity: a whole number, at least 0"), task->arguments[1]);
      return YZ_CLI_REFUSED;
    }
  found.item = yz_record_get_id (item);
  found.expiry = expiry;
  return apply (task, yz_stocktake_make_find (task->store, get_id (task), &found, &error), &error);
}

static int
explain (Task *task)
{
  g_autofree guint *lines = g_new0 (guint, task->n_arguments + 1);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < task->n_arguments; i++)
    {
      gint64 number = 0;

      if (!yz_value_parse_integer (task->arguments[i], NULL, &number) || number < 1 || number > G_MAXINT)
        return yz_cli_usage (_ ("“%s” is no number of a line"), task->arguments[i]);
      lines[i] = (guint) number;
    }
  return apply (task,
                yz_stocktake_make_reason (task->store, get_id (task), lines, task->n_arguments, task->options->reason,
                                          &error),
                &error);
}

static int
finish (Task *task)
{
  g_autoptr (GError) error = NULL;

  return apply (task, yz_stocktake_make_finish (task->store, get_id (task), task->options->by, &error), &error);
}

static int
reopen (Task *task)
{
  g_autoptr (GError) error = NULL;

  return apply (task, yz_stocktake_make_reopening (task->store, get_id (task), &error), &error);
}

static int
cancel (Task *task)
{
  g_autoptr (GError) error = NULL;

  return apply (task, yz_stocktake_make_cancellation (task->store, get_id (task), &error), &error);
}

static int
confirm (Task *task)
{
  g_autoptr (GError) error = NULL;

  return apply (task,
                yz_stocktake_make_confirmation (task->store, get_id (task), task->options->by, task->options->reason,
                                                task->at, &error),
                &error);
}

static int
take_back (Task *task)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = NULL;
  gint64 seq;

  if (!yz_stocktake_find_confirmation (task->store, get_id (task), &seq, &error))
    return yz_cli_fail (error);
  action = yz_store_undo (task->store, seq, NULL, &error);
  return action != NULL ? YZ_CLI_DONE : yz_cli_fail (error);
}

/* @n_arguments: behind the number of a stocktake; -1 for any number of them */
typedef struct
{
  const char *name;
  const char *arguments;
  gboolean has_stocktake;
  int n_arguments;
  int (*run) (Task *task);
} Verb;

/* clang-format off */
static const Verb verbs[] = {
  { "begin", "PLACE", FALSE, 1, begin },
  { "list", "", FALSE, 0, list },
  { "show", "STOCKTAKE", TRUE, 0, show },
  { "enter", "STOCKTAKE LINE=COUNT… | STOCKTAKE --sheet=FILE", TRUE, -1, enter },
  { "find", "STOCKTAKE ITEM QUANTITY", TRUE, 2, find },
  { "explain", "STOCKTAKE LINE… --reason=TEXT", TRUE, -1, explain },
  { "finish", "STOCKTAKE", TRUE, 0, finish },
  { "reopen", "STOCKTAKE", TRUE, 0, reopen },
  { "cancel", "STOCKTAKE", TRUE, 0, cancel },
  { "confirm", "STOCKTAKE --by=NAME", TRUE, 0, confirm },
  { "take-back", "STOCKTAKE", TRUE, 0, take_back },
};
/* clang-format on */

static int
run_on (YzCli *cli, const Verb *verb, Task *task, int n_arguments, char **arguments)
{
  int n_own = verb->has_stocktake ? 1 : 0;

  if (!yz_cli_stock_read_happened (cli, task->options->at, &task->at))
    return YZ_CLI_USAGE;
  task->store = yz_cli_open (cli, YZ_STORE_NONE);
  if (task->store == NULL)
    return YZ_CLI_CANNOT_OPEN;
  if (verb->has_stocktake)
    {
      task->stocktake = yz_cli_stock_find (task->store, &yz_stocktake_kind, arguments[0]);
      if (task->stocktake == NULL)
        return YZ_CLI_REFUSED;
    }
  task->arguments = arguments + n_own;
  task->n_arguments = (guint) (n_arguments - n_own);
  return verb->run (task);
}

/* @arguments: what the help says of them */
static int
run_verb (YzCli *cli, const Verb *verb, const char *arguments, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  Task task = { .cli = cli, .options = &options };
  int least = (verb->has_stocktake ? 1 : 0) + MAX (verb->n_arguments, 0), status;

  if (!parse (cli, &options, arguments, &argc, &argv))
    return YZ_CLI_USAGE;
  if (argc - 1 < least || (verb->n_arguments >= 0 && argc - 1 > least))
    return yz_cli_usage (_ ("stock %s %s wants: %s"), "count", verb->name, verb->arguments);
  status = run_on (cli, verb, &task, argc - 1, argv + 1);
  g_clear_object (&task.stocktake);
  return status;
}

int
yz_cli_stock_count (YzCli *cli, int argc, char **argv)
{
  gboolean is_named = argc > 1 && argv[1][0] != '-';
  const char *name = is_named ? argv[1] : "list";

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (!g_str_equal (name, verbs[i].name))
        continue;
      if (!is_named)
        return run_verb (cli, &verbs[i],
                         "[list|begin|show|enter|find|explain|finish|reopen|cancel|confirm|take-back …]", argc, argv);
      yz_cli_set_group (cli, "stock count");
      return run_verb (cli, &verbs[i], verbs[i].arguments, argc - 1, argv + 1);
    }
  return yz_cli_usage (_ ("stock %s knows no “%s”"), "count", name);
}

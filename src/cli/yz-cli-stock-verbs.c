/* stock receive, issue, write-off, return, move, transfer, arrive: one item a call, one action. */
#include "config.h"

#include "yz-cli-stock.h"

#include "yz-kinds.h"
#include "yz-stock-verbs.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *at;
  char *lot;
  char *expiry;
  char *source;
  char *supplier;
  char *cost;
  char *number;
  char *due;
  char *document;
  char *handler;
  char *recipient;
  char *campaign;
  char *reason;
  int people;
  gboolean forced;
} Options;

static void
options_clear (Options *options)
{
  char **const texts[] = { &options->at,       &options->lot,     &options->expiry,    &options->source,
                           &options->supplier, &options->cost,    &options->number,    &options->due,
                           &options->document, &options->handler, &options->recipient, &options->campaign,
                           &options->reason };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (YzCli *cli, Options *options, const char *arguments, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "at", 0, 0, G_OPTION_ARG_STRING, &options->at, N_ ("when it happened, if not now"), N_ ("TIME") },
    { "lot", 0, 0, G_OPTION_ARG_STRING, &options->lot, N_ ("the number of the lot"), N_ ("LOT") },
    { "expiry", 0, 0, G_OPTION_ARG_STRING, &options->expiry, N_ ("the last day of use"), N_ ("DATE") },
    { "source", 0, 0, G_OPTION_ARG_STRING, &options->source, N_ ("bought, donated, campaign, opening"), N_ ("SOURCE") },
    { "supplier", 0, 0, G_OPTION_ARG_STRING, &options->supplier, N_ ("supplier or donor"), N_ ("NAME") },
    { "cost", 0, 0, G_OPTION_ARG_STRING, &options->cost, N_ ("of one unit, in yuan"), N_ ("YUAN") },
    { "number", 0, 0, G_OPTION_ARG_STRING, &options->number, N_ ("of the slip of a transfer"), N_ ("NUMBER") },
    { "due", 0, 0, G_OPTION_ARG_STRING, &options->due, N_ ("when a transfer is expected"), N_ ("DATE") },
    { "document", 0, 0, G_OPTION_ARG_STRING, &options->document, N_ ("number of a delivery note"), N_ ("NUMBER") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options->handler, N_ ("who did it"), N_ ("NAME") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options->recipient, N_ ("who was given it"), N_ ("NAME") },
    { "people", 0, 0, G_OPTION_ARG_INT, &options->people, N_ ("how many people were given something"), N_ ("N") },
    { "campaign", 0, 0, G_OPTION_ARG_STRING, &options->campaign, N_ ("for which campaign"), N_ ("NAME") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options->reason, N_ ("why"), N_ ("TEXT") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &options->forced, N_ ("it happened, though the books have less"), NULL },
    { NULL },
  };

  return yz_cli_parse (cli, entries, arguments, argc, argv);
}

/* What a verb works on; every text outlives it. */
typedef struct
{
  YzStore *store;
  const Options *options;
  YzStockNote note;
  YzRecord *item;
  char *place;
  char *target;
  char *lot;    /* its id */
  char *expiry; /* (nullable): as the books write days */
  char *due;    /* (nullable) */
  gint64 quantity;
} Task;

static void
task_clear (Task *task)
{
  g_clear_object (&task->item);
  g_free (task->place);
  g_free (task->target);
  g_free (task->lot);
  g_free (task->expiry);
  g_free (task->due);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Task, task_clear)

static gboolean
read_note (YzCli *cli, Task *task)
{
  const Options *options = task->options;

  task->note = (YzStockNote){
    .document = options->document,
    .handler = options->handler,
    .recipient = options->recipient,
    .campaign = options->campaign,
    .reason = options->reason,
    .people = options->people,
    .forced = options->forced,
  };
  if (options->people < 0)
    {
      yz_cli_say (_ ("“%d” is no number of people"), options->people);
      return FALSE;
    }
  return yz_cli_stock_read_happened (cli, options->at, &task->note.at) &&
         yz_cli_stock_read_day (cli, options->expiry, &task->expiry) &&
         yz_cli_stock_read_day (cli, options->due, &task->due);
}

static gboolean
read_quantity (Task *task, const char *text)
{
  if (yz_value_parse_integer (text, NULL, &task->quantity) && task->quantity > 0)
    return TRUE;
  yz_cli_say (_ ("“%s” is no quantity: a whole number, at least 1"), text);
  return FALSE;
}

/* Of the item: one number may be on the boxes of several. */
static gboolean
find_lot (Task *task)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_lot_kind);
  g_autoptr (GPtrArray) lots = NULL;

  if (task->options->lot == NULL)
    return TRUE;
  yz_query_add (query, "item", YZ_COMPARE_EQUAL, g_variant_new_string (yz_record_get_id (task->item)));
  yz_query_add (query, "number", YZ_COMPARE_EQUAL, g_variant_new_string (task->options->lot));
  lots = yz_store_load_records (task->store, query, NULL);
  if (lots != NULL && lots->len == 1)
    task->lot = g_strdup (yz_record_get_id (g_ptr_array_index (lots, 0)));
  else
    yz_cli_say (_ ("%s has no lot “%s”, or several"), yz_record_get_title (task->item), task->options->lot);
  return task->lot != NULL;
}

static gboolean refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID, format, arguments));
  va_end (arguments);
  return FALSE;
}

/* Where goods are from and what they cost. */
static gboolean
read_origin (const Options *options, YzStockArrival *arrival, GError **error)
{
  const YzField *field = yz_kind_find_field (&yz_lot_kind, "source");
  const YzChoice *source = options->source != NULL ? yz_field_find_choice (field, options->source) : NULL;

  if (options->source != NULL && source == NULL)
    return refuse (error, _ ("“%s” is no source: bought, donated, campaign or opening"), options->source);
  if (options->cost != NULL && (!yz_value_parse_money (options->cost, &arrival->cost) || arrival->cost < 0))
    return refuse (error, _ ("“%s” is not an amount"), options->cost);
  arrival->source = source != NULL ? source->nick : NULL;
  return TRUE;
}

static YzEdit *
receive (Task *task, GError **error)
{
  const Options *options = task->options;
  YzStockArrival arrival = { .item = yz_record_get_id (task->item),
                             .quantity = task->quantity,
                             .lot = options->lot,
                             .expiry = task->expiry,
                             .supplier = options->supplier,
                             .cost = -1 };

  if (!read_origin (options, &arrival, error))
    return NULL;
  return yz_stock_make_receipt (task->store, task->place, &arrival, 1, &task->note, error);
}

static YzStockLine
get_line (Task *task)
{
  return (YzStockLine){ yz_record_get_id (task->item), task->lot, task->quantity };
}

static YzEdit *
issue (Task *task, GError **error)
{
  YzStockLine line = get_line (task);

  return yz_stock_make_hand_out (task->store, task->place, &line, 1, &task->note, error);
}

static YzEdit *
write_off (Task *task, GError **error)
{
  YzStockLine line = get_line (task);

  return yz_stock_make_write_off (task->store, task->place, &line, 1, &task->note, error);
}

static YzEdit *
give_back (Task *task, GError **error)
{
  YzStockLine line = get_line (task);

  return yz_stock_make_return (task->store, task->place, &line, 1, &task->note, error);
}

static YzEdit *
move (Task *task, GError **error)
{
  YzStockLine line = get_line (task);

  return yz_stock_make_move (task->store, task->place, task->target, &line, 1, &task->note, error);
}

static YzEdit *
transfer (Task *task, GError **error)
{
  YzStockLine line = get_line (task);

  return yz_stock_make_transfer (task->store, task->options->number, task->place, task->target, task->due, &line, 1,
                                 &task->note, error);
}

typedef struct
{
  const char *name;
  const char *arguments;
  int n_arguments;
  YzEdit *(*make) (Task *task, GError **error);
} Verb;

static const Verb verbs[] = {
  { "receive", "STATION ITEM QUANTITY", 3, receive },     { "issue", "STATION ITEM QUANTITY", 3, issue },
  { "write-off", "STATION ITEM QUANTITY", 3, write_off }, { "return", "STATION ITEM QUANTITY", 3, give_back },
  { "move", "FROM TO ITEM QUANTITY", 4, move },           { "transfer", "FROM TO ITEM QUANTITY", 4, transfer },
};

int
yz_cli_stock_apply (YzStore *store, YzEdit *made, const GError *failure)
{
  g_autoptr (YzEdit) edit = made;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = NULL;

  if (edit == NULL)
    return yz_cli_fail (failure);
  action = yz_store_apply (store, edit, NULL, &error);
  return error != NULL ? yz_cli_fail (error) : YZ_CLI_DONE;
}

static gboolean
read_task (YzCli *cli, Task *task, const Verb *verb, char **arguments)
{
  int i = 0;

  task->place = yz_cli_stock_dup_place (task->store, arguments[i++]);
  if (task->place != NULL && verb->n_arguments == 4)
    task->target = yz_cli_stock_dup_place (task->store, arguments[i++]);
  if (task->place == NULL || (verb->n_arguments == 4 && task->target == NULL))
    return FALSE;
  task->item = yz_cli_stock_find (task->store, &yz_item_kind, arguments[i++]);
  return task->item != NULL && read_quantity (task, arguments[i]) && read_note (cli, task) &&
         (verb->make == receive || find_lot (task));
}

static int
run_verb (YzCli *cli, const Verb *verb, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_auto (Task) task = { .options = &options };
  g_autoptr (GError) error = NULL;
  YzEdit *edit;

  if (!parse (cli, &options, verb->arguments, &argc, &argv))
    return YZ_CLI_USAGE;
  if (argc != verb->n_arguments + 1)
    return yz_cli_usage (_ ("stock %s wants: %s"), verb->name, verb->arguments);
  task.store = yz_cli_open (cli, YZ_STORE_NONE);
  if (task.store == NULL)
    return YZ_CLI_CANNOT_OPEN;
  if (!read_task (cli, &task, verb, argv + 1))
    return YZ_CLI_REFUSED;
  edit = verb->make (&task, &error);
  return yz_cli_stock_apply (task.store, edit, error);
}

/* By its number, which some that were taken back may have as well. */
static YzRecord *
find_transfer (YzStore *store, const char *text)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_transfer_kind);
  g_autoptr (GPtrArray) named = NULL;

  yz_query_add (query, "number", YZ_COMPARE_EQUAL, g_variant_new_string (text));
  named = yz_store_load_records (store, query, NULL);
  for (guint i = 0; named != NULL && i < named->len; i++)
    {
      YzRecord *transfer = g_ptr_array_index (named, i);
      gboolean is_meant = yz_record_get (transfer, "closed") != NULL;

      if (is_meant || (yz_stock_read_is_on_way (store, yz_record_get_id (transfer), &is_meant, NULL) && is_meant))
        return g_object_ref (transfer);
    }
  return yz_cli_stock_find (store, &yz_transfer_kind, text);
}

/* What came, as it was sent. */
static void
add_all (GPtrArray *sent, GArray *lines)
{
  for (guint i = 0; i < sent->len; i++)
    {
      const YzStockSent *one = g_ptr_array_index (sent, i);
      YzStockLine line = { one->item, one->lot, one->quantity };

      if (one->quantity > 0)
        g_array_append_val (lines, line);
    }
}

/* @arguments: ITEM QUANTITY, any number of times; none of an item came where 0 is said */
static gboolean
add_named (Task *task, char **arguments, GPtrArray *items, GArray *lines)
{
  for (guint i = 0; arguments[i] != NULL; i += 2)
    {
      YzStockLine line = { 0 };

      g_set_object (&task->item, NULL);
      task->item = yz_cli_stock_find (task->store, &yz_item_kind, arguments[i]);
      if (task->item == NULL || !find_lot (task))
        return FALSE;
      if (!yz_value_parse_integer (arguments[i + 1], NULL, &line.quantity) || line.quantity < 0)
        {
          yz_cli_say (_ ("“%s” is no quantity: a whole number, at least 0"), arguments[i + 1]);
          return FALSE;
        }
      g_ptr_array_add (items, g_object_ref (task->item));
      line.item = yz_record_get_id (task->item);
      line.lot = task->lot;
      if (line.quantity > 0)
        g_array_append_val (lines, line);
    }
  return TRUE;
}

static int
apply_arrival (Task *task, YzRecord *transfer, char **arguments)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (YzStockLine));
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sent = yz_stock_read_sent (task->store, yz_record_get_id (transfer), &error);
  YzEdit *edit;

  if (sent == NULL)
    return yz_cli_fail (error);
  if (arguments[0] == NULL)
    add_all (sent, lines);
  else if (!add_named (task, arguments, items, lines))
    return YZ_CLI_REFUSED;
  edit = yz_stock_make_arrival (task->store, yz_record_get_id (transfer), (YzStockLine *) lines->data, lines->len,
                                &task->note, &error);
  return yz_cli_stock_apply (task->store, edit, error);
}

/* A transfer arrives whole, or with what is said of each item. */
static int
arrive (YzCli *cli, int argc, char **argv)
{
  static const char arguments[] = "TRANSFER [ITEM QUANTITY…]";
  g_auto (Options) options = { 0 };
  g_auto (Task) task = { .options = &options };
  g_autoptr (YzRecord) record = NULL;

  if (!parse (cli, &options, arguments, &argc, &argv))
    return YZ_CLI_USAGE;
  if (argc % 2 != 0 || (options.lot != NULL && argc != 4))
    return yz_cli_usage (_ ("stock %s wants: %s"), "arrive", arguments);
  task.store = yz_cli_open (cli, YZ_STORE_NONE);
  if (task.store == NULL)
    return YZ_CLI_CANNOT_OPEN;
  record = find_transfer (task.store, argv[1]);
  if (record == NULL || !read_note (cli, &task))
    return YZ_CLI_REFUSED;
  return apply_arrival (&task, record, argv + 2);
}

int
yz_cli_stock_do (YzCli *cli, int argc, char **argv)
{
  if (g_str_equal (argv[0], "arrive"))
    return arrive (cli, argc, argv);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (argv[0], verbs[i].name))
      return run_verb (cli, &verbs[i], argc, argv);
  return -1;
}

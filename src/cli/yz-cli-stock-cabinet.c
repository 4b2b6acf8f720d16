/* stock cabinet: what is in smart cabinets, and what is done with them. */
#include "config.h"

#include "yz-cli-stock-cabinet-words.h"

#include "yz-kinds.h"
#include "yz-pickups.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *station;
  char *cabinet;
  char *code;
  char *cap;
  char *from;
  char *at;
  char *handler;
  char *recipient;
  char *until;
  int rows;
  int columns;
  gboolean fill;
  gboolean again;
  gboolean dry_run;
  gboolean json;
} Options;

static void
options_clear (Options *options)
{
  char **const texts[] = { &options->station, &options->cabinet, &options->code,      &options->cap,  &options->from,
                           &options->at,      &options->handler, &options->recipient, &options->until };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

typedef struct
{
  YzCli *cli;
  YzStore *store;
  const Options *options;
  YzStockNote note;
} Task;

/* --- what is meant ------------------------------------------------------------------------------------------------ */

static gboolean
read_quantity (const char *text, gint64 *quantity)
{
  if (yz_value_parse_integer (text, NULL, quantity) && *quantity > 0)
    return TRUE;
  yz_cli_say (_ ("“%s” is no quantity: a whole number, at least 1"), text);
  return FALSE;
}

/* The id of a slot of a cabinet, or NULL after saying what is wrong. */
static char *
find_slot (Task *task, const char *cabinet, const char *name)
{
  g_autoptr (YzRecord) record = yz_cli_stock_find (task->store, &yz_cabinet_kind, cabinet);
  g_autoptr (YzCabinetView) view = NULL;
  g_autoptr (GError) error = NULL;
  const YzSlot *slot;

  if (record == NULL)
    return NULL;
  view = yz_cabinet_read (task->store, yz_record_get_id (record), task->note.at, &error);
  if (view == NULL)
    {
      yz_cli_fail (error);
      return NULL;
    }
  slot = yz_cabinet_find_slot (view, name);
  if (slot == NULL)
    yz_cli_say (_ ("%s has no slot “%s”"), yz_record_get_title (record), name);
  return slot != NULL ? g_strdup (yz_record_get_id (slot->place)) : NULL;
}

/* @id: (out) (nullable): %NULL where nothing was named */
static gboolean
find_named (Task *task, const YzKind *kind, const char *text, char **id)
{
  g_autoptr (YzRecord) record = text != NULL ? yz_cli_stock_find (task->store, kind, text) : NULL;

  *id = record != NULL ? g_strdup (yz_record_get_id (record)) : NULL;
  return text == NULL || record != NULL;
}

static gboolean
find_source (Task *task, char **from)
{
  *from = task->options->from != NULL ? yz_cli_stock_dup_place (task->store, task->options->from) : NULL;
  return task->options->from == NULL || *from != NULL;
}

/* --- looking ------------------------------------------------------------------------------------------------------ */

static int
put (GString *out, gboolean json)
{
  if (json)
    {
      g_string_append_c (out, ']');
      yz_cli_put_document (out);
    }
  else
    yz_cli_put (out->str);
  return YZ_CLI_DONE;
}

static int
list (Task *task, char **operands)
{
  gboolean json = task->options->json;
  g_autofree char *station = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cabinets = NULL;
  g_autoptr (GString) out = g_string_new (json ? "[" : NULL);

  if (!find_named (task, &yz_station_kind, task->options->station, &station))
    return YZ_CLI_REFUSED;
  cabinets = yz_cabinet_list (task->store, station, &error);
  for (guint i = 0; cabinets != NULL && i < cabinets->len; i++)
    {
      g_autoptr (YzCabinetView)
        view = yz_cabinet_read (task->store, yz_record_get_id (g_ptr_array_index (cabinets, i)), task->note.at, &error);

      if (view == NULL)
        return yz_cli_fail (error);
      g_string_append (out, json && i > 0 ? ",\n" : "");
      yz_cli_cabinet_append (out, view, json);
    }
  return cabinets != NULL ? put (out, json) : yz_cli_fail (error);
}

static int
list_pickups (Task *task, char **operands)
{
  gboolean json = task->options->json;
  g_autofree char *cabinet = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pickups = NULL;
  g_autoptr (GString) out = g_string_new (json ? "[" : NULL);

  if (!find_named (task, &yz_cabinet_kind, task->options->cabinet, &cabinet))
    return YZ_CLI_REFUSED;
  pickups = yz_pickup_list_open (task->store, cabinet, &error);
  for (guint i = 0; pickups != NULL && i < pickups->len; i++)
    {
      g_string_append (out, json && i > 0 ? ",\n" : "");
      yz_cli_cabinet_append_pickup (out, task->store, g_ptr_array_index (pickups, i), json);
    }
  return pickups != NULL ? put (out, json) : yz_cli_fail (error);
}

/* --- a cabinet and its slots -------------------------------------------------------------------------------------- */

static int
add (Task *task, char **operands)
{
  const Options *options = task->options;
  g_autofree char *station = NULL;
  g_autoptr (GError) error = NULL;
  gint64 cap = -1;
  YzEdit *edit;

  if (options->cap != NULL && !yz_value_parse_money (options->cap, &cap))
    return yz_cli_usage (_ ("“%s” is not an amount"), options->cap);
  if (!find_named (task, &yz_station_kind, operands[0], &station))
    return YZ_CLI_REFUSED;
  edit = yz_cabinet_make (task->store, operands[1], options->code, station, (guint) MAX (options->rows, 0),
                          (guint) MAX (options->columns, 0), cap, &error);
  return yz_cli_stock_apply (task->store, edit, error);
}

static int
assign (Task *task, char **operands)
{
  g_autofree char *slot = find_slot (task, operands[0], operands[1]);
  g_autofree char *item = NULL;
  g_autoptr (GError) error = NULL;
  gint64 capacity;
  YzEdit *edit;

  if (slot == NULL || !find_named (task, &yz_item_kind, operands[2], &item) || !read_quantity (operands[3], &capacity))
    return YZ_CLI_REFUSED;
  edit = yz_slot_make_assignment (task->store, slot, item, capacity, &error);
  return yz_cli_stock_apply (task->store, edit, error);
}

static int
put_out_of_order (Task *task, char **operands)
{
  g_autofree char *slot = find_slot (task, operands[0], operands[1]);
  g_autoptr (GError) error = NULL;
  YzEdit *edit;

  if (slot == NULL)
    return YZ_CLI_REFUSED;
  edit = yz_slot_make_broken (task->store, slot, operands[2], &error);
  return yz_cli_stock_apply (task->store, edit, error);
}

static int
put_in_order (Task *task, char **operands)
{
  g_autofree char *slot = find_slot (task, operands[0], operands[1]);
  g_autoptr (GError) error = NULL;
  YzEdit *edit;

  if (slot == NULL)
    return YZ_CLI_REFUSED;
  edit = yz_slot_make_broken (task->store, slot, NULL, &error);
  return yz_cli_stock_apply (task->store, edit, error);
}

static int
clear (Task *task, char **operands)
{
  g_autofree char *slot = find_slot (task, operands[0], operands[1]);
  g_autoptr (GError) error = NULL;
  YzEdit *edit;

  if (slot == NULL)
    return YZ_CLI_REFUSED;
  edit = yz_slot_make_clearance (task->store, slot, &task->note, &error);
  return yz_cli_stock_apply (task->store, edit, error);
}

/* --- filling ------------------------------------------------------------------------------------------------------ */

/* What is in the slot is in it: beyond what the cabinet may be given in a month is told, not refused. */
static void
tell_cap (Task *task, const char *name)
{
  g_autofree char *id = NULL;
  g_autoptr (YzRefillRound) round = NULL;
  g_autofree char *filled = NULL, *cap = NULL;
  YzRecord *cabinet;

  if (find_named (task, &yz_cabinet_kind, name, &id))
    round = yz_refill_round_read (task->store, id, NULL, NULL, task->note.at, NULL, NULL);
  if (round == NULL || round->cabinets->len != 1)
    return;
  cabinet = yz_refill_round_get_cabinet (round, 0)->cabinet;
  if (yz_record_get (cabinet, "monthly_cap") == NULL ||
      g_array_index (round->filled, gint64, 0) <= yz_record_get_integer (cabinet, "monthly_cap"))
    return;
  filled = yz_value_format_money (g_array_index (round->filled, gint64, 0));
  cap = yz_value_format_money (yz_record_get_integer (cabinet, "monthly_cap"));
  /* Translators: a cabinet and two amounts in yuan */
  yz_cli_say (_ ("%s: %s yuan were filled in this month, and %s is what it may be given"),
              yz_record_get_title (cabinet), filled, cap);
}

static int
fill_slot (Task *task, char **operands)
{
  g_autofree char *slot = find_slot (task, operands[0], operands[1]);
  g_autofree char *from = NULL;
  g_autoptr (GError) error = NULL;
  gint64 quantity;
  YzEdit *edit;
  int status;

  if (slot == NULL || !read_quantity (operands[2], &quantity) || !find_source (task, &from))
    return YZ_CLI_REFUSED;
  edit = yz_slot_make_refill (task->store, slot, from, quantity, &task->note, &error);
  status = yz_cli_stock_apply (task->store, edit, error);
  if (status == YZ_CLI_DONE)
    tell_cap (task, operands[0]);
  return status;
}

/* Without operands the round of all cabinets, or of those that were named; with them one slot. */
static int
refill (Task *task, char **operands)
{
  g_autofree char *station = NULL;
  g_autofree char *cabinet = NULL;
  g_autofree char *from = NULL;
  g_autoptr (YzRefillRound) round = NULL;
  g_autoptr (GError) error = NULL;
  YzEdit *edit;

  if (*operands != NULL)
    return g_strv_length (operands) == 3
             ? fill_slot (task, operands)
             : yz_cli_usage (_ ("stock %s %s wants: %s"), "cabinet", "refill", "[CABINET SLOT QUANTITY]");
  if (!find_named (task, &yz_station_kind, task->options->station, &station) ||
      !find_named (task, &yz_cabinet_kind, task->options->cabinet, &cabinet) || !find_source (task, &from))
    return YZ_CLI_REFUSED;
  round = yz_refill_round_read (task->store, cabinet, station, from, task->note.at, NULL, &error);
  if (round == NULL)
    return yz_cli_fail (error);
  yz_cli_cabinet_put_round (round, task->options->json);
  if (!task->options->fill)
    return YZ_CLI_DONE;
  edit = yz_refill_round_make (round, task->store, &task->note, &error);
  return yz_cli_stock_apply (task->store, edit, error);
}

/* --- reservations ------------------------------------------------------------------------------------------------- */

static int
reserve (Task *task, char **operands)
{
  g_autofree char *slot = find_slot (task, operands[0], operands[1]);
  g_autoptr (YzEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  gint64 quantity, until = 0;
  int status;

  if (slot == NULL || !read_quantity (operands[2], &quantity))
    return YZ_CLI_REFUSED;
  if (task->options->until != NULL && !yz_cli_stock_read_time (task->cli, task->options->until, TRUE, &until))
    return YZ_CLI_USAGE;
  edit =
    yz_pickup_make_reservation (task->store, slot, quantity, task->options->recipient, until, task->note.at, &error);
  if (edit == NULL)
    return yz_cli_fail (error);
  line = g_strdup_printf ("%s\n", yz_record_get_title (yz_edit_get_change (edit, 0)->record));
  status = yz_cli_stock_apply (task->store, g_object_ref (edit), NULL);
  if (status == YZ_CLI_DONE)
    yz_cli_put (line);
  return status;
}

static int
pick_up (Task *task, char **operands)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzRecord) found = yz_pickup_find (task->store, operands[0], &error);
  YzEdit *edit;

  if (found == NULL)
    return yz_cli_fail (error);
  edit = yz_pickup_make_pickup (task->store, found, &task->note, &error);
  return yz_cli_stock_apply (task->store, edit, error);
}

static int
cancel (Task *task, char **operands)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzRecord) found = yz_pickup_find (task->store, operands[0], &error);

  if (found == NULL)
    return yz_cli_fail (error);
  return yz_cli_stock_apply (task->store, yz_pickup_make_cancellation (found, task->note.at), NULL);
}

static int
release (Task *task, char **operands)
{
  g_autoptr (GError) error = NULL;
  YzEdit *edit;
  guint n;
  int status;

  edit = yz_pickup_make_release (task->store, task->note.at, &error);
  n = edit != NULL ? yz_edit_get_n_changes (edit) : 0;
  status = yz_cli_stock_apply (task->store, edit, error);
  if (status == YZ_CLI_DONE)
    yz_cli_say (ngettext ("%u reservation was not picked up in time and is closed",
                          "%u reservations were not picked up in time and are closed", n),
                n);
  return status;
}

/* --- events ------------------------------------------------------------------------------------------------------- */

static int
bring_in (Task *task, char **operands)
{
  g_autofree char *cabinet = NULL;
  g_autoptr (YzCabinetEvents) events = NULL;
  g_autoptr (GError) error = NULL;
  int status = YZ_CLI_DONE;
  YzEdit *edit;

  if (!find_named (task, &yz_cabinet_kind, task->options->cabinet, &cabinet))
    return YZ_CLI_REFUSED;
  events = yz_cabinet_events_read (task->store, operands[0], cabinet, task->note.at, NULL, &error);
  if (events == NULL)
    return yz_cli_fail (error);
  if (!task->options->dry_run)
    {
      edit = yz_cabinet_events_make (events, task->store, task->options->again, task->options->handler, NULL, &error);
      status = yz_cli_stock_apply (task->store, edit, error);
    }
  if (status == YZ_CLI_DONE)
    yz_cli_cabinet_put_events (events, !task->options->dry_run, task->options->json);
  return status == YZ_CLI_DONE && events->counts[YZ_CABINET_EVENT_REFUSED] > 0 ? YZ_CLI_REFUSED : status;
}

/* ------------------------------------------------------------------------------------------------------------------ */

static const struct
{
  const char *name;
  const char *arguments;
  guint n_arguments; /* at least */
  gboolean more;
  int (*run) (Task *task, char **operands);
} verbs[] = {
  { "list", "", 0, FALSE, list },
  { "add", "STATION NAME", 2, FALSE, add },
  { "assign", "CABINET SLOT ITEM CAPACITY", 4, FALSE, assign },
  { "out-of-order", "CABINET SLOT REASON", 3, FALSE, put_out_of_order },
  { "in-order", "CABINET SLOT", 2, FALSE, put_in_order },
  { "clear", "CABINET SLOT", 2, FALSE, clear },
  { "refill", "[CABINET SLOT QUANTITY]", 0, TRUE, refill },
  { "pickups", "", 0, FALSE, list_pickups },
  { "reserve", "CABINET SLOT QUANTITY", 3, FALSE, reserve },
  { "pickup", "CODE", 1, FALSE, pick_up },
  { "cancel", "CODE", 1, FALSE, cancel },
  { "release", "", 0, FALSE, release },
  { "events", "FILE", 1, FALSE, bring_in },
};

static int
run (YzCli *cli, const char *name, const Options *options, char **operands)
{
  Task task = { .cli = cli, .options = options };
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (!g_str_equal (verbs[i].name, name))
        continue;
      n = g_strv_length (operands);
      if (n < verbs[i].n_arguments || (n > verbs[i].n_arguments && !verbs[i].more))
        return yz_cli_usage (_ ("stock %s %s wants: %s"), "cabinet", name, verbs[i].arguments);
      task.note = (YzStockNote){ .handler = options->handler };
      if (!yz_cli_stock_read_happened (cli, options->at, &task.note.at))
        return YZ_CLI_USAGE;
      task.store = yz_cli_open (cli, YZ_STORE_NONE);
      return task.store != NULL ? verbs[i].run (&task, operands) : YZ_CLI_CANNOT_OPEN;
    }
  return yz_cli_usage (_ ("stock %s knows no “%s”"), "cabinet", name);
}

int
yz_cli_stock_cabinet (YzCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { .rows = 3, .columns = 6 };
  const GOptionEntry entries[] = {
    { "station", 0, 0, G_OPTION_ARG_STRING, &options.station, N_ ("only the cabinets of this station"), N_ ("S") },
    { "cabinet", 0, 0, G_OPTION_ARG_STRING, &options.cabinet, N_ ("only this cabinet"), N_ ("CABINET") },
    { "rows", 0, 0, G_OPTION_ARG_INT, &options.rows, N_ ("rows of a new cabinet"), N_ ("N") },
    { "columns", 0, 0, G_OPTION_ARG_INT, &options.columns, N_ ("slots in a row of a new cabinet"), N_ ("N") },
    { "code", 0, 0, G_OPTION_ARG_STRING, &options.code, N_ ("by which its maker calls it"), N_ ("CODE") },
    { "cap", 0, 0, G_OPTION_ARG_STRING, &options.cap, N_ ("value of goods a month, at most"), N_ ("YUAN") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("where goods are taken from"), N_ ("PLACE") },
    { "fill", 0, 0, G_OPTION_ARG_NONE, &options.fill, N_ ("carry the round out, in one action"), NULL },
    { "for", 0, 0, G_OPTION_ARG_STRING, &options.recipient, N_ ("for whom it is reserved"), N_ ("NAME") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &options.until, N_ ("how long it is kept"), N_ ("TIME") },
    { "again", 0, 0, G_OPTION_ARG_NONE, &options.again, N_ ("bring in again what was taken back"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, N_ ("only tell what would come in"), NULL },
    { "at", 0, 0, G_OPTION_ARG_STRING, &options.at, N_ ("when it happened, if not now"), N_ ("TIME") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.handler, N_ ("who did it"), N_ ("NAME") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("as JSON"), NULL },
    { NULL },
  };

  if (!yz_cli_parse (cli, entries,
                     "[list|add|assign|refill|out-of-order|in-order|clear|reserve|pickup|cancel|release|events …]",
                     &argc, &argv))
    return YZ_CLI_USAGE;
  return run (cli, argc > 1 ? argv[1] : "list", &options, argc > 1 ? argv + 2 : argv + argc);
}

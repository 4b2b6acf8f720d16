/* stock equipment: where pieces are, what is idle or due, what is done with them, and where they should go. */
#include "config.h"

#include "yz-cli-stock.h"

#include <math.h>
#include <string.h>

#include "yz-equipment-proposals.h"
#include "yz-equipment-verbs.h"
#include "yz-json.h"
#include "yz-kinds.h"
#include "yz-value-text.h"
#include "yz-value-words.h"

#include <glib/gi18n-lib.h>

#define DUE_WITHIN_DAYS 30

typedef struct
{
  char *station;
  char *state;
  char *type;
  char *day;
  char *until;
  char *to;
  char *reason;
  int days;
  gboolean json;
} Options;

static void
options_clear (Options *options)
{
  char **const texts[] = { &options->station, &options->state, &options->type,  &options->day,
                           &options->until,   &options->to,    &options->reason };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static char *
format_day (YzCli *cli, int days)
{
  g_autoptr (GDateTime) now = yz_clock_get_local (yz_cli_get_clock (cli));
  g_autoptr (GDateTime) day = g_date_time_add_days (now, days);

  return g_date_time_format (day, "%Y-%m-%d");
}

/* --- what is shown ------------------------------------------------------------------------------------------------ */

static char *
name_field (YzStore *store, YzRecord *piece, const char *field)
{
  return yz_value_to_words (store, yz_kind_find_field (&yz_equipment_kind, field), yz_record_get (piece, field), FALSE);
}

static void
append_reference (GString *out, YzStore *store, YzRecord *piece, const char *field)
{
  g_autofree char *name = g_strconcat (field, "_name", NULL);
  g_autofree char *words = name_field (store, piece, field);

  yz_cli_stock_append_member (out, field, yz_record_get_text (piece, field));
  yz_cli_stock_append_member (out, name, yz_record_get (piece, field) != NULL ? words : NULL);
}

static void
append_piece (GString *out, YzStore *store, YzRecord *piece)
{
  static const char *const references[] = { "item", "station", "place" };
  static const char *const texts[] = { "model",        "serial", "state",      "state_since",
                                       "state_reason", "bought", "lent_until", "next_check" };
  g_autofree char *lent_to = name_field (store, piece, "lent_to");

  g_string_append (out, "{\"tag\":");
  yz_json_append_string (out, yz_record_get_title (piece));
  yz_cli_stock_append_member (out, "id", yz_record_get_id (piece));
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    append_reference (out, store, piece, references[i]);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    yz_cli_stock_append_member (out, texts[i], yz_record_get_text (piece, texts[i]));
  yz_cli_stock_append_member (out, "lent_to", yz_record_get (piece, "lent_to") != NULL ? lent_to : NULL);
  g_string_append (out, ",\"value\":");
  yz_json_append_value (out, yz_record_get (piece, "value"));
  g_string_append_c (out, '}');
}

static void
append_words (GString *out, YzStore *store, YzRecord *piece)
{
  static const char *const fields[] = { "item", "station", "place", "state", "state_since", "next_check" };

  g_string_append (out, yz_record_get_title (piece));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *words = name_field (store, piece, fields[i]);

      if (*words != '\0')
        g_string_append_printf (out, "  %s", words);
    }
  g_string_append_c (out, '\n');
}

static int
put_pieces (YzStore *store, const YzQuery *query, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = yz_store_query (store, query, NULL, &error);
  g_autoptr (GString) out = g_string_new (json ? "[" : NULL);
  gboolean first = TRUE;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      g_autoptr (YzRecord)
        piece = yz_store_load_row (store, &yz_equipment_kind, g_array_index (rows, gint64, i), &error);

      if (error != NULL)
        return yz_cli_fail (error);
      if (piece == NULL)
        continue;
      g_string_append (out, json && !first ? ",\n" : "");
      (json ? append_piece : append_words) (out, store, piece);
      first = FALSE;
    }
  if (rows == NULL)
    return yz_cli_fail (error);
  if (json)
    g_string_append_c (out, ']');
  json ? yz_cli_put_document (out) : yz_cli_put (out->str);
  return YZ_CLI_DONE;
}

/* --- questions ---------------------------------------------------------------------------------------------------- */

static gboolean
narrow (YzStore *store, YzQuery *query, const char *field, const YzKind *kind, const char *text)
{
  g_autoptr (YzRecord) record = text != NULL ? yz_cli_stock_find (store, kind, text) : NULL;

  if (record != NULL)
    yz_query_add (query, field, YZ_COMPARE_EQUAL, g_variant_new_string (yz_record_get_id (record)));
  return text == NULL || record != NULL;
}

static gboolean
narrow_state (YzQuery *query, const char *text)
{
  const YzChoice *choice = text != NULL ? yz_field_find_choice (yz_kind_find_field (&yz_equipment_kind, "state"), text)
                                        : NULL;

  if (choice != NULL)
    yz_query_add (query, "state", YZ_COMPARE_EQUAL, g_variant_new_string (choice->nick));
  else if (text != NULL)
    yz_cli_say (_ ("equipment is in_use, idle, broken, lent or disposed, not “%s”"), text);
  return text == NULL || choice != NULL;
}

static int
list (YzCli *cli, YzStore *store, const Options *options, char **operands)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_equipment_kind);

  if (!narrow (store, query, "station", &yz_station_kind, options->station) ||
      !narrow (store, query, "item", &yz_item_kind, options->type) || !narrow_state (query, options->state))
    return YZ_CLI_REFUSED;
  yz_query_set_order (query, "tag", FALSE);
  return put_pieces (store, query, options->json);
}

static int
list_idle (YzCli *cli, YzStore *store, const Options *options, char **operands)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_equipment_kind);

  if (!narrow (store, query, "item", &yz_item_kind, options->type))
    return YZ_CLI_REFUSED;
  yz_query_add (query, "state", YZ_COMPARE_EQUAL, g_variant_new_string ("idle"));
  yz_query_set_order (query, "state_since", FALSE);
  return put_pieces (store, query, options->json);
}

static int
list_due (YzCli *cli, YzStore *store, const Options *options, char **operands)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_equipment_kind);
  g_autofree char *until = format_day (cli, options->days);

  if (!narrow (store, query, "station", &yz_station_kind, options->station))
    return YZ_CLI_REFUSED;
  yz_query_add (query, "next_check", YZ_COMPARE_LESS_OR_EQUAL, g_variant_new_string (until));
  yz_query_add (query, "state", YZ_COMPARE_NOT_EQUAL, g_variant_new_string ("disposed"));
  yz_query_set_order (query, "next_check", FALSE);
  return put_pieces (store, query, options->json);
}

static void
append_proposal (GString *out, YzStore *store, const YzEquipmentProposal *proposal)
{
  g_string_append (out, "{\"piece\":");
  append_piece (out, store, proposal->piece);
  yz_cli_stock_append_member (out, "to", yz_record_get_id (proposal->to));
  yz_cli_stock_append_member (out, "to_name", yz_record_get_title (proposal->to));
  yz_cli_stock_append_member (out, "reason", proposal->reason);
  g_string_append (out, ",\"metres\":");
  if (isnan (proposal->metres))
    g_string_append (out, "null");
  else
    yz_json_append_real (out, round (proposal->metres));
  g_string_append_c (out, '}');
}

static void
append_proposal_words (GString *out, YzStore *store, const YzEquipmentProposal *proposal)
{
  g_autofree char *distance = isnan (proposal->metres) ? g_strdup ("") : yz_distance_to_words (proposal->metres);

  g_string_append_printf (out, "%s  %s  %s → %s  %s  %s\n", yz_record_get_title (proposal->piece),
                          yz_record_get_title (proposal->item),
                          proposal->from != NULL ? yz_record_get_title (proposal->from) : "?",
                          yz_record_get_title (proposal->to), distance, proposal->reason);
}

static int
propose (YzCli *cli, YzStore *store, const Options *options, char **operands)
{
  g_autofree char *today = format_day (cli, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) proposals = yz_equipment_propose (store, today, NULL, &error);
  g_autoptr (GString) out = g_string_new (options->json ? "[" : NULL);

  if (proposals == NULL)
    return yz_cli_fail (error);
  for (guint i = 0; i < proposals->len; i++)
    {
      g_string_append (out, options->json && i > 0 ? ",\n" : "");
      (options->json ? append_proposal : append_proposal_words) (out, store, g_ptr_array_index (proposals, i));
    }
  if (options->json)
    g_string_append_c (out, ']');
  options->json ? yz_cli_put_document (out) : yz_cli_put (out->str);
  return YZ_CLI_DONE;
}

/* --- verbs -------------------------------------------------------------------------------------------------------- */

/* (nullable): %NULL after saying which one is not there */
static GPtrArray *
find_pieces (YzStore *store, char **tags, guint n_tags)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_tags; i++)
    {
      YzRecord *piece = yz_cli_stock_find (store, &yz_equipment_kind, tags[i]);

      if (piece == NULL)
        return NULL;
      g_ptr_array_add (pieces, piece);
    }
  return g_steal_pointer (&pieces);
}

static int
move (YzCli *cli, YzStore *store, const Options *options, char **operands)
{
  guint n = g_strv_length (operands);
  g_autoptr (GPtrArray) pieces = n >= 2 ? find_pieces (store, operands, n - 1) : NULL;
  g_autofree char *where = pieces != NULL ? yz_cli_stock_dup_place (store, operands[n - 1]) : NULL;
  g_autoptr (GError) error = NULL;
  YzEdit *edit;

  if (n < 2)
    return yz_cli_usage (_ ("stock %s %s wants: %s"), "equipment", "move", "TAG… PLACE");
  if (where == NULL)
    return YZ_CLI_REFUSED;
  edit = yz_equipment_make_move (store, pieces, where, NULL, &error);
  return yz_cli_stock_apply (store, edit, error);
}

static int
run_verb (YzCli *cli, YzStore *store, YzEquipmentVerb verb, const Options *options, char **operands)
{
  g_autoptr (GPtrArray) pieces = NULL;
  g_autofree char *today = format_day (cli, 0);
  g_autofree char *day = NULL;
  g_autofree char *until = NULL;
  g_autoptr (GError) error = NULL;
  YzEquipmentNote note = { .reason = options->reason, .lent_to = options->to };
  YzEdit *edit;

  if (*operands == NULL)
    return yz_cli_usage (_ ("stock %s %s wants: %s"), "equipment", yz_equipment_verb_get_nick (verb), "TAG…");
  if (!yz_cli_stock_read_day (cli, options->day, &day) || !yz_cli_stock_read_day (cli, options->until, &until))
    return YZ_CLI_USAGE;
  pieces = find_pieces (store, operands, g_strv_length (operands));
  if (pieces == NULL)
    return YZ_CLI_REFUSED;
  note.day = day != NULL ? day : today;
  note.until = until;
  edit = yz_equipment_make (verb, pieces, &note, &error);
  return yz_cli_stock_apply (store, edit, error);
}

static const struct
{
  const char *name;
  int (*answer) (YzCli *cli, YzStore *store, const Options *options, char **operands);
} questions[] = {
  { "list", list }, { "idle", list_idle }, { "due", list_due }, { "propose", propose }, { "move", move },
};

static int
run (YzCli *cli, const char *name, const Options *options, char **operands)
{
  YzStore *store = yz_cli_open (cli, YZ_STORE_NONE);

  if (store == NULL)
    return YZ_CLI_CANNOT_OPEN;
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      if (!g_str_equal (questions[i].name, name))
        continue;
      if (*operands != NULL && questions[i].answer != move)
        return yz_cli_usage (_ ("%s wants nothing behind it"), name);
      return questions[i].answer (cli, store, options, operands);
    }
  for (guint i = 0; i < YZ_N_EQUIPMENT_VERBS; i++)
    if (g_str_equal (yz_equipment_verb_get_nick ((YzEquipmentVerb) i), name))
      return run_verb (cli, store, (YzEquipmentVerb) i, options, operands);
  return yz_cli_usage (_ ("stock %s knows no “%s”"), "equipment", name);
}

int
yz_cli_stock_equipment (YzCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { .days = DUE_WITHIN_DAYS };
  const GOptionEntry entries[] = {
    { "station", 0, 0, G_OPTION_ARG_STRING, &options.station, N_ ("only what is at this station"), N_ ("STATION") },
    { "state", 0, 0, G_OPTION_ARG_STRING, &options.state, N_ ("in_use, idle, broken, lent, disposed"), N_ ("STATE") },
    { "type", 0, 0, G_OPTION_ARG_STRING, &options.type, N_ ("only this item"), N_ ("ITEM") },
    { "days", 0, 0, G_OPTION_ARG_INT, &options.days, N_ ("how far ahead"), N_ ("N") },
    { "at", 0, 0, G_OPTION_ARG_STRING, &options.day, N_ ("when it happened, if not today"), N_ ("DATE") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &options.until, N_ ("lent until, or to be checked next"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("whom it is lent to"), N_ ("NAME") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, N_ ("why"), N_ ("TEXT") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("as JSON"), NULL },
    { NULL },
  };
  const char *usage = "list|idle|due|propose|move|lend|give-back|break|repair|set-aside|put-to-use|check|dispose …";

  if (!yz_cli_parse (cli, entries, usage, &argc, &argv))
    return YZ_CLI_USAGE;
  return run (cli, argc > 1 ? argv[1] : "list", &options, argc > 1 ? argv + 2 : argv + 1);
}

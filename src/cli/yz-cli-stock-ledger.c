/* stock ledger: what happened, a sentence for each movement; stock take-back: that it did not. */
#include "config.h"

#include "yz-cli-stock.h"

#include "yz-json.h"
#include "yz-kinds.h"
#include "yz-mask.h"
#include "yz-stock-entries.h"
#include "yz-stock-ledger-query.h"
#include "yz-stock-sentences.h"
#include "yz-stock-take-back.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>

/* A country's ledger is a gigabyte; it goes out piece by piece. */
#define MOST_HELD (64 * 1024)

/* A movement with what is said of it. */
typedef struct
{
  YzRecord *movement;
  char *sentence;
  char *at;
  YzStockStanding standing;
} Line;

static void
line_clear (Line *line)
{
  g_clear_object (&line->movement);
  g_clear_pointer (&line->sentence, g_free);
  g_clear_pointer (&line->at, g_free);
  yz_stock_standing_clear (&line->standing);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Line, line_clear)

static void
append_object (GString *out, const Line *line)
{
  static const char *const texts[] = { "type",   "item",     "lot",      "source",   "target",    "handler",
                                       "reason", "campaign", "document", "transfer", "stocktake", "takes_back" };
  const YzStockStanding *standing = &line->standing;
  g_autofree char *changed_at = yz_value_format_time (standing->changed_at);

  g_string_append_printf (out, "{\"quantity\":%" G_GINT64_FORMAT, yz_record_get_integer (line->movement, "quantity"));
  yz_cli_stock_append_member (out, "id", yz_record_get_id (line->movement));
  yz_cli_stock_append_member (out, "at", line->at);
  yz_cli_stock_append_member (out, "sentence", line->sentence);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    yz_cli_stock_append_member (out, texts[i], yz_record_get_text (line->movement, texts[i]));
  g_string_append_printf (out, ",\"forced\":%s", yz_record_get_boolean (line->movement, "forced") ? "true" : "false");
  if (standing->in_effect)
    g_string_append_printf (out, ",\"taken_back\":false,\"balance\":%" G_GINT64_FORMAT, standing->balance);
  else
    {
      g_string_append (out, ",\"taken_back\":true,\"balance\":null");
      yz_cli_stock_append_member (out, "taken_back_at", changed_at);
      yz_cli_stock_append_member (out, "taken_back_by", standing->changed_by);
    }
  g_string_append_c (out, '}');
}

static void
append_line (GString *out, const Line *line)
{
  const char *takes_back = yz_record_get_text (line->movement, "takes_back");
  g_autofree char *balance = g_strdup_printf ("%" G_GINT64_FORMAT, line->standing.balance);
  g_autoptr (GDateTime) time = yz_office_time (yz_record_get_integer (line->movement, "at"));
  g_autofree char *at = g_date_time_format (time, "%Y-%m-%d %H:%M");

  g_string_append_printf (out, "%s  %s  ", at, line->sentence);
  if (takes_back != NULL)
    /* Translators: the id of a movement */
    g_string_append_printf (out, _ ("takes back %s"), takes_back);
  else if (line->standing.in_effect)
    /* Translators: how many of an item are left, a number */
    g_string_append_printf (out, C_ ("stock", "%s left"), balance);
  else
    g_string_append (out, _ ("taken back"));
  g_string_append_printf (out, "  %s\n", yz_record_get_id (line->movement));
}

typedef struct
{
  YzStore *store;
  YzStockLedgerFilter *filter;
  YzStockSentences *sentences;
  GString *out;
  gboolean json;
} Ledger;

static gboolean
put_movement (Ledger *self, gint64 row, gboolean first, GError **error)
{
  g_auto (Line) line = { .movement = yz_store_load_row (self->store, &yz_movement_kind, row, error) };
  gboolean everywhere = self->filter->station == NULL && self->filter->place == NULL;
  const char *place = line.movement != NULL && everywhere ? yz_stock_sentences_find_place (line.movement)
                                                          : self->filter->place;

  if (line.movement == NULL)
    return *error == NULL; /* gone meanwhile */
  if (!yz_stock_read_standing (self->store, row, self->filter->station, place, &line.standing, error))
    return FALSE;
  line.sentence = yz_stock_sentences_make (self->sentences, line.movement, YZ_SENTENCE_PLAIN);
  line.at = yz_value_format_time (yz_record_get_integer (line.movement, "at"));
  if (self->json && !first)
    g_string_append (self->out, ",\n");
  (self->json ? append_object : append_line) (self->out, &line);
  if (self->out->len < MOST_HELD)
    return TRUE;
  yz_cli_put (self->out->str);
  g_string_truncate (self->out, 0);
  return TRUE;
}

static int
put_ledger (Ledger *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzQuery) query = yz_stock_ledger_make_query (self->store, self->filter, &error);
  g_autoptr (GArray) rows = query != NULL ? yz_store_query (self->store, query, NULL, &error) : NULL;
  g_autoptr (YzStockSentences)
    sentences = yz_stock_sentences_new (self->store, self->filter->station, self->filter->place);
  g_autoptr (GString) out = g_string_new (self->json ? "[" : NULL);

  if (rows == NULL)
    return yz_cli_fail (error);
  self->sentences = sentences;
  self->out = out;
  for (guint i = 0; i < rows->len; i++)
    if (!put_movement (self, g_array_index (rows, gint64, i), i == 0, &error))
      return yz_cli_fail (error);
  if (self->json)
    yz_cli_put_document (g_string_append_c (out, ']'));
  else
    yz_cli_put (out->str);
  return YZ_CLI_DONE;
}

/* Takes @text. */
static gboolean
find_id (YzStore *store, const YzKind *kind, char *text, char **id)
{
  g_autofree char *name = text;
  g_autoptr (YzRecord) record = name != NULL ? yz_cli_stock_find (store, kind, name) : NULL;

  *id = record != NULL ? g_strdup (yz_record_get_id (record)) : NULL;
  return name == NULL || record != NULL;
}

static gboolean
is_type (const char *type)
{
  for (guint i = 0; i < YZ_N_MOVEMENT_TYPES; i++)
    if (g_str_equal (type, yz_movement_type_get_nick ((YzMovementType) i)))
      return TRUE;
  yz_cli_say (_ ("there is no type of movement “%s”"), type);
  return FALSE;
}

static gboolean
find_ids (Ledger *self)
{
  YzStockLedgerFilter *filter = self->filter;

  return find_id (self->store, &yz_station_kind, g_steal_pointer (&filter->station), &filter->station) &&
         find_id (self->store, &yz_place_kind, g_steal_pointer (&filter->place), &filter->place) &&
         find_id (self->store, &yz_item_kind, g_steal_pointer (&filter->item), &filter->item) &&
         find_id (self->store, &yz_lot_kind, g_steal_pointer (&filter->lot), &filter->lot);
}

int
yz_cli_stock_ledger (YzCli *cli, int argc, char **argv)
{
  g_autofree char *since = NULL, *until = NULL;
  g_auto (YzStockLedgerFilter) filter = { 0 };
  Ledger ledger = { .filter = &filter };
  const GOptionEntry entries[] = {
    { "station", 0, 0, G_OPTION_ARG_STRING, &filter.station, N_ ("only what concerns this station"), N_ ("STATION") },
    { "place", 0, 0, G_OPTION_ARG_STRING, &filter.place, N_ ("only what concerns this place"), N_ ("PLACE") },
    { "item", 0, 0, G_OPTION_ARG_STRING, &filter.item, N_ ("only this item"), N_ ("ITEM") },
    { "lot", 0, 0, G_OPTION_ARG_STRING, &filter.lot, N_ ("only this lot"), N_ ("LOT") },
    { "type", 0, 0, G_OPTION_ARG_STRING, &filter.type, N_ ("only receive, hand_out, write_off…"), N_ ("TYPE") },
    { "person", 0, 0, G_OPTION_ARG_STRING, &filter.person, N_ ("only what this person did or was given"), N_ ("NAME") },
    { "since", 0, 0, G_OPTION_ARG_STRING, &since, N_ ("from this time or day on"), N_ ("TIME") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &until, N_ ("until this time or day"), N_ ("TIME") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &filter.counters, N_ ("counter-entries too"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &ledger.json, N_ ("as JSON"), NULL },
    { NULL },
  };

  if (!yz_cli_parse (cli, entries, NULL, &argc, &argv))
    return YZ_CLI_USAGE;
  if ((filter.type != NULL && !is_type (filter.type)) ||
      (since != NULL && !yz_cli_stock_read_time (cli, since, FALSE, &filter.since)) ||
      (until != NULL && !yz_cli_stock_read_time (cli, until, TRUE, &filter.until)))
    return YZ_CLI_USAGE;
  ledger.store = yz_cli_open (cli, YZ_STORE_NONE);
  if (ledger.store == NULL)
    return YZ_CLI_CANNOT_OPEN;
  return find_ids (&ledger) ? put_ledger (&ledger) : YZ_CLI_REFUSED;
}

static int
take_back (YzStore *store, const char *id, gboolean whole, gboolean dry_run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzStockTakeBack) prepared = yz_stock_take_back_prepare (store, id, whole, &error);
  g_autoptr (YzAction) action = NULL;
  g_autofree char *blocker = prepared != NULL ? yz_stock_take_back_describe (prepared, store) : NULL;

  if (prepared == NULL)
    return yz_cli_fail (error);
  if (blocker != NULL)
    {
      yz_cli_say (_ ("something later lives on it: %s"), blocker);
      yz_cli_say (_ ("take that back first: %s"), yz_record_get_id (prepared->blocker));
      return YZ_CLI_REFUSED;
    }
  if (prepared->n_movements > 1)
    yz_cli_say (ngettext ("%u movement is taken back", "%u movements are taken back", prepared->n_movements),
                prepared->n_movements);
  action = dry_run ? NULL : yz_stock_take_back_apply (prepared, store, &error);
  return error != NULL ? yz_cli_fail (error) : YZ_CLI_DONE;
}

int
yz_cli_stock_take_back (YzCli *cli, int argc, char **argv)
{
  gboolean whole = FALSE, dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "whole", 0, 0, G_OPTION_ARG_NONE, &whole, N_ ("everything that was done with it"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("only tell what is in the way"), NULL },
    { NULL },
  };
  YzStore *store;
  g_autoptr (YzRecord) movement = NULL;
  g_autoptr (GError) error = NULL;

  if (!yz_cli_parse (cli, entries, "MOVEMENT", &argc, &argv))
    return YZ_CLI_USAGE;
  if (argc != 2)
    return yz_cli_usage (_ ("stock %s wants: %s"), "take-back", "MOVEMENT");
  store = yz_cli_open (cli, YZ_STORE_NONE);
  if (store == NULL)
    return YZ_CLI_CANNOT_OPEN;
  /* a counter-entry is found by what it takes back, too */
  movement = yz_store_load (store, &yz_movement_kind, argv[1], NULL);
  if (movement == NULL)
    movement = yz_store_find (store, &yz_movement_kind, argv[1], &error);
  if (movement == NULL)
    return yz_cli_fail (error);
  return take_back (store, yz_record_get_id (movement), whole, dry_run);
}

/* stock kit: recipes, what can be put together of what is there, and a season planned. */
#include "config.h"

#include "yz-cli-stock.h"

#include "yz-json.h"
#include "yz-kinds.h"
#include "yz-kit-planning.h"
#include "yz-text.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *station;
  char *item;
  char *lot;
  char *at;
  char *handler;
  char *reason;
  char *due;
  char **givers;
  gboolean own_only;
  gboolean send;
  gboolean json;
} Options;

static void
options_clear (Options *options)
{
  char **const texts[] = { &options->station, &options->item,   &options->lot, &options->at,
                           &options->handler, &options->reason, &options->due };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
  g_clear_pointer (&options->givers, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What a verb works on. */
typedef struct
{
  YzStore *store;
  const Options *options;
  YzStockNote note;
} Task;

/* --- what is meant ------------------------------------------------------------------------------------------------ */

static gboolean
is_called (const YzRecipe *recipe, const char *text)
{
  return g_str_equal (yz_record_get_title (recipe->kit), text) ||
         g_str_equal (yz_record_get_title (recipe->item), text) ||
         g_strcmp0 (yz_record_get_text (recipe->item, "code"), text) == 0 ||
         g_str_has_prefix (yz_record_get_id (recipe->kit), text);
}

/* Kits that have one name are told apart by the code of what they become. */
static const YzRecipe *
find_recipe (GPtrArray *recipes, const char *text)
{
  const YzRecipe *found = NULL;
  guint n = 0;

  for (guint i = 0; *text != '\0' && i < recipes->len; i++)
    if (is_called (g_ptr_array_index (recipes, i), text))
      {
        found = g_ptr_array_index (recipes, i);
        n++;
      }
  if (n > 1)
    yz_cli_say (_ ("there are several called “%s”: give the id or the code"), text);
  else if (n == 0)
    yz_cli_say (_ ("there is no kit “%s”"), text);
  return n == 1 ? found : NULL;
}

static gboolean
read_quantity (const char *text, gint64 *quantity)
{
  if (yz_value_parse_integer (text, NULL, quantity) && *quantity > 0)
    return TRUE;
  yz_cli_say (_ ("“%s” is no quantity: a whole number, at least 1"), text);
  return FALSE;
}

/* "NAME=NUMBER"; the number is what follows the last sign */
static gboolean
split_pair (const char *text, char **name, gint64 *number)
{
  const char *sign = strrchr (text, '=');

  if (sign == NULL)
    {
      yz_cli_say (_ ("“%s” has no number: write NAME=NUMBER"), text);
      return FALSE;
    }
  *name = g_strndup (text, (gsize) (sign - text));
  return read_quantity (sign + 1, number);
}

/* --- list --------------------------------------------------------------------------------------------------------- */

static void
append_parts (GString *out, const YzRecipe *recipe, const YzKitStock *stock)
{
  g_string_append (out, ",\"parts\":[");
  for (guint i = 0; i < recipe->parts->len; i++)
    {
      const YzRecipePart *part = yz_recipe_get_part (recipe, i);

      g_string_append (out, i > 0 ? ",{\"item\":" : "{\"item\":");
      yz_json_append_string (out, yz_record_get_id (part->item));
      yz_cli_stock_append_member (out, "item_name", yz_record_get_title (part->item));
      yz_cli_stock_append_number (out, "quantity", part->quantity);
      if (stock != NULL)
        yz_cli_stock_append_number (out, "usable", stock->usable[i]);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static const char *
get_scarce (const YzRecipe *recipe, guint scarce)
{
  return scarce < recipe->parts->len ? yz_record_get_title (yz_recipe_get_part (recipe, scarce)->item) : NULL;
}

static void
append_recipe (GString *out, const YzRecipe *recipe, const YzKitStock *stock)
{
  g_string_append (out, "{\"kit\":");
  yz_json_append_string (out, yz_record_get_id (recipe->kit));
  yz_cli_stock_append_member (out, "name", yz_record_get_title (recipe->kit));
  yz_cli_stock_append_number (out, "version", yz_record_get_integer (recipe->kit, "version"));
  yz_cli_stock_append_member (out, "item", yz_record_get_id (recipe->item));
  append_parts (out, recipe, stock);
  if (stock != NULL)
    {
      yz_cli_stock_append_number (out, "ready", stock->ready);
      yz_cli_stock_append_number (out, "possible", stock->possible);
      yz_cli_stock_append_member (out, "scarce", get_scarce (recipe, stock->scarce));
    }
  g_string_append_c (out, '}');
}

static void
append_recipe_words (GString *out, const YzRecipe *recipe, const YzKitStock *stock)
{
  g_string_append_printf (out, "%s  v%d ", yz_record_get_title (recipe->kit),
                          (int) yz_record_get_integer (recipe->kit, "version"));
  for (guint i = 0; i < recipe->parts->len; i++)
    g_string_append_printf (out, "%s %s×%d", i > 0 ? " +" : "",
                            yz_record_get_title (yz_recipe_get_part (recipe, i)->item),
                            (int) yz_recipe_get_part (recipe, i)->quantity);
  if (stock != NULL)
    {
      g_autofree char *ready = g_strdup_printf ("%" G_GINT64_FORMAT, stock->ready);
      g_autofree char *possible = g_strdup_printf ("%" G_GINT64_FORMAT, stock->possible);
      const char *scarce = get_scarce (recipe, stock->scarce);

      g_string_append (out, "  ");
      /* Translators: two numbers of kits and the name of an item */
      g_string_append_printf (out, _ ("%s ready, %s more can be put together; scarce: %s"), ready, possible,
                              scarce != NULL ? scarce : "–");
    }
  g_string_append_c (out, '\n');
}

static int
list (Task *task, char **operands)
{
  gboolean json = task->options->json;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) recipes = yz_recipes_load (task->store, &error);
  g_autoptr (GString) out = g_string_new (json ? "[" : NULL);
  g_autofree char *holder = NULL;

  if (recipes == NULL)
    return yz_cli_fail (error);
  if (task->options->station != NULL)
    {
      holder = yz_cli_stock_dup_place (task->store, task->options->station);
      if (holder == NULL)
        return YZ_CLI_REFUSED;
    }
  for (guint i = 0; i < recipes->len; i++)
    {
      const YzRecipe *recipe = g_ptr_array_index (recipes, i);
      g_autoptr (YzKitStock) stock = NULL;

      if (holder != NULL)
        stock = yz_kit_stock_read (task->store, recipe, holder, task->note.at, &error);
      if (error != NULL)
        return yz_cli_fail (error);
      g_string_append (out, json && i > 0 ? ",\n" : "");
      (json ? append_recipe : append_recipe_words) (out, recipe, stock);
    }
  if (json)
    g_string_append_c (out, ']');
  json ? yz_cli_put_document (out) : yz_cli_put (out->str);
  return YZ_CLI_DONE;
}

/* --- verbs -------------------------------------------------------------------------------------------------------- */

static gboolean
add_part (Task *task, const char *text, GArray *lines, GPtrArray *items)
{
  g_autofree char *name = NULL;
  YzStockLine line = { NULL, NULL, 0 };
  YzRecord *item;

  if (!split_pair (text, &name, &line.quantity))
    return FALSE;
  item = yz_cli_stock_find (task->store, &yz_item_kind, name);
  if (item == NULL)
    return FALSE;
  g_ptr_array_add (items, item);
  line.item = yz_record_get_id (item);
  g_array_append_val (lines, line);
  return TRUE;
}

/* The item that the newest recipe of that name becomes; *@item is %NULL for a new one. */
static gboolean
find_item (Task *task, const char *name, char **item)
{
  g_autoptr (YzRecord) record = NULL;
  g_autoptr (GPtrArray) recipes = NULL;

  *item = NULL;
  if (task->options->item != NULL)
    {
      record = yz_cli_stock_find (task->store, &yz_item_kind, task->options->item);
      *item = record != NULL ? g_strdup (yz_record_get_id (record)) : NULL;
      return record != NULL;
    }
  recipes = yz_recipes_load (task->store, NULL);
  for (guint i = 0; recipes != NULL && i < recipes->len && *item == NULL; i++)
    if (is_called (g_ptr_array_index (recipes, i), name))
      *item = g_strdup (yz_record_get_id (((const YzRecipe *) g_ptr_array_index (recipes, i))->item));
  return TRUE;
}

static int
write_recipe (Task *task, char **operands)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (YzStockLine));
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *item = NULL;
  g_autoptr (GError) error = NULL;
  YzEdit *edit;

  for (guint i = 1; operands[i] != NULL; i++)
    if (!add_part (task, operands[i], lines, items))
      return YZ_CLI_REFUSED;
  if (!find_item (task, operands[0], &item))
    return YZ_CLI_REFUSED;
  edit = yz_kit_make_recipe (task->store, operands[0], item, (YzStockLine *) lines->data, lines->len, &error);
  return yz_cli_stock_apply (task->store, edit, error);
}

static int
assemble (Task *task, char **operands)
{
  g_autofree char *holder = yz_cli_stock_dup_place (task->store, operands[0]);
  g_autoptr (GPtrArray) recipes = holder != NULL ? yz_recipes_load (task->store, NULL) : NULL;
  const YzRecipe *recipe = recipes != NULL ? find_recipe (recipes, operands[1]) : NULL;
  g_autoptr (GError) error = NULL;
  gint64 quantity;
  YzEdit *edit;

  if (recipe == NULL || !read_quantity (operands[2], &quantity))
    return YZ_CLI_REFUSED;
  edit = yz_kit_make_assembly (task->store, holder, yz_record_get_id (recipe->kit), quantity, &task->note, &error);
  return yz_cli_stock_apply (task->store, edit, error);
}

static char *
find_lot (Task *task, YzRecord *item)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_lot_kind);
  g_autoptr (GPtrArray) lots = NULL;

  yz_query_add (query, "item", YZ_COMPARE_EQUAL, g_variant_new_string (yz_record_get_id (item)));
  yz_query_add (query, "number", YZ_COMPARE_EQUAL, g_variant_new_string (task->options->lot));
  lots = yz_store_load_records (task->store, query, NULL);
  if (lots != NULL && lots->len == 1)
    return g_strdup (yz_record_get_id (g_ptr_array_index (lots, 0)));
  yz_cli_say (_ ("%s has no lot “%s”, or several"), yz_record_get_title (item), task->options->lot);
  return NULL;
}

static int
take_apart (Task *task, char **operands)
{
  g_autofree char *holder = yz_cli_stock_dup_place (task->store, operands[0]);
  g_autoptr (GPtrArray) recipes = holder != NULL ? yz_recipes_load (task->store, NULL) : NULL;
  const YzRecipe *recipe = recipes != NULL ? find_recipe (recipes, operands[1]) : NULL;
  g_autofree char *lot = NULL;
  g_autoptr (GError) error = NULL;
  YzStockLine line = { NULL, NULL, 0 };
  YzEdit *edit;

  if (recipe == NULL || !read_quantity (operands[2], &line.quantity))
    return YZ_CLI_REFUSED;
  if (task->options->lot != NULL)
    {
      lot = find_lot (task, recipe->item);
      if (lot == NULL)
        return YZ_CLI_REFUSED;
    }
  line.item = yz_record_get_id (recipe->item);
  line.lot = lot;
  edit = yz_kit_make_taking_apart (task->store, holder, &line, &task->note, &error);
  return yz_cli_stock_apply (task->store, edit, error);
}

/* --- plan --------------------------------------------------------------------------------------------------------- */

static void
append_needs (GString *out, const YzKitPlanning *planning)
{
  for (guint i = 0; i < planning->sites->len; i++)
    {
      const YzKitSite *site = yz_kit_planning_get_site (planning, i);
      const YzStockKitNeed *need = &g_array_index (planning->plan->needs, YzStockKitNeed, i);

      g_string_append (out, i > 0 ? ",\n{\"place\":" : "{\"place\":");
      yz_json_append_string (out, site->id);
      yz_cli_stock_append_member (out, "place_name", site->name);
      yz_cli_stock_append_number (out, "heads", site->heads);
      yz_cli_stock_append_number (out, "ready", need->ready);
      yz_cli_stock_append_number (out, "assemble", need->assemble);
      yz_cli_stock_append_number (out, "missing", need->missing);
      yz_cli_stock_append_member (out, "scarce", get_scarce (planning->recipe, need->scarce));
      g_string_append_c (out, '}');
    }
}

static void
append_sends (GString *out, const YzKitPlanning *planning)
{
  for (guint i = 0; i < planning->plan->sends->len; i++)
    {
      const YzStockKitSend *send = &g_array_index (planning->plan->sends, YzStockKitSend, i);
      YzRecord *item = yz_kit_planning_get_item (planning, send->part);

      g_string_append (out, i > 0 ? ",\n{\"from\":" : "{\"from\":");
      yz_json_append_string (out, yz_kit_planning_get_site (planning, send->from)->id);
      yz_cli_stock_append_member (out, "from_name", yz_kit_planning_get_site (planning, send->from)->name);
      yz_cli_stock_append_member (out, "to", yz_kit_planning_get_site (planning, send->to)->id);
      yz_cli_stock_append_member (out, "to_name", yz_kit_planning_get_site (planning, send->to)->name);
      yz_cli_stock_append_member (out, "item", yz_record_get_id (item));
      yz_cli_stock_append_member (out, "item_name", yz_record_get_title (item));
      yz_cli_stock_append_number (out, "quantity", send->quantity);
      g_string_append_c (out, '}');
    }
}

static void
append_lacking (GString *out, const YzKitPlanning *planning)
{
  gboolean first = TRUE;

  for (guint i = 0; i < planning->recipe->parts->len; i++)
    {
      if (planning->plan->lacking[i] == 0)
        continue;
      g_string_append (out, first ? "{\"item\":" : ",{\"item\":");
      yz_json_append_string (out, yz_record_get_id (yz_kit_planning_get_item (planning, i)));
      yz_cli_stock_append_member (out, "item_name", yz_record_get_title (yz_kit_planning_get_item (planning, i)));
      yz_cli_stock_append_number (out, "quantity", planning->plan->lacking[i]);
      g_string_append_c (out, '}');
      first = FALSE;
    }
}

/* The lots of what is sent: what somebody takes from the shelves. */
static void
append_picks (GString *out, YzStore *store, YzEdit *edit)
{
  gboolean first = TRUE;

  for (guint i = 0; edit != NULL && i < yz_edit_get_n_changes (edit); i++)
    {
      YzRecord *movement = yz_edit_get_change (edit, i)->record;
      const char *lot_id;
      g_autoptr (YzRecord) place = NULL;
      g_autoptr (YzRecord) item = NULL;
      g_autoptr (YzRecord) lot = NULL;

      if (yz_record_get_kind (movement) != &yz_movement_kind)
        continue;
      lot_id = yz_record_get_text (movement, "lot");
      place = yz_store_load (store, &yz_place_kind, yz_record_get_text (movement, "source"), NULL);
      item = yz_store_load (store, &yz_item_kind, yz_record_get_text (movement, "item"), NULL);
      lot = lot_id != NULL ? yz_store_load (store, &yz_lot_kind, lot_id, NULL) : NULL;
      g_string_append (out, first ? "{\"transfer\":" : ",\n{\"transfer\":");
      yz_json_append_string (out, yz_record_get_text (movement, "transfer"));
      yz_cli_stock_append_member (out, "place_name", place != NULL ? yz_record_get_title (place) : NULL);
      yz_cli_stock_append_member (out, "item_name", item != NULL ? yz_record_get_title (item) : NULL);
      yz_cli_stock_append_member (out, "lot_number", lot != NULL ? yz_record_get_title (lot) : NULL);
      yz_cli_stock_append_number (out, "quantity", yz_record_get_integer (movement, "quantity"));
      g_string_append_c (out, '}');
      first = FALSE;
    }
}

static void
put_json (const YzKitPlanning *planning, YzStore *store, YzEdit *edit)
{
  g_autoptr (GString) out = g_string_new ("{\"needs\":[");

  append_needs (out, planning);
  g_string_append (out, "],\"transfers\":[");
  append_sends (out, planning);
  g_string_append (out, "],\"lacking\":[");
  append_lacking (out, planning);
  g_string_append (out, "],\"picks\":[");
  append_picks (out, store, edit);
  g_string_append (out, "]}");
  yz_cli_put_document (out);
}

static void
append_need_words (GString *out, const YzKitPlanning *planning, guint index)
{
  const YzStockKitNeed *need = &g_array_index (planning->plan->needs, YzStockKitNeed, index);
  const char *scarce = get_scarce (planning->recipe, need->scarce);

  /* Translators: a station, and how many kits it wants, has or is sent, puts together, and lacks */
  g_string_append_printf (out, _ ("%s  wanted %d, ready %d, to put together %d, missing %d"),
                          yz_kit_planning_get_site (planning, index)->name,
                          (int) yz_kit_planning_get_site (planning, index)->heads, (int) need->ready,
                          (int) need->assemble, (int) need->missing);
  g_string_append_printf (out, scarce != NULL ? "  (%s)\n" : "%s\n", scarce != NULL ? scarce : "");
}

static void
put_words (const YzKitPlanning *planning)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < planning->sites->len; i++)
    if (yz_kit_planning_get_site (planning, i)->heads > 0)
      append_need_words (out, planning, i);
  for (guint i = 0; i < planning->plan->sends->len; i++)
    {
      const YzStockKitSend *send = &g_array_index (planning->plan->sends, YzStockKitSend, i);
      YzRecord *item = yz_kit_planning_get_item (planning, send->part);

      g_string_append_printf (out, "%s → %s  %s  %" G_GINT64_FORMAT " %s\n",
                              yz_kit_planning_get_site (planning, send->from)->name,
                              yz_kit_planning_get_site (planning, send->to)->name, yz_record_get_title (item),
                              send->quantity, yz_record_get_text (item, "unit"));
    }
  for (guint i = 0; i < planning->recipe->parts->len; i++)
    if (planning->plan->lacking[i] > 0)
      {
        g_autofree char *lacking = g_strdup_printf ("%" G_GINT64_FORMAT, planning->plan->lacking[i]);

        /* Translators: an item, a number and its unit */
        g_string_append_printf (out, _ ("%s: %s %s would have to be bought"),
                                yz_record_get_title (yz_kit_planning_get_item (planning, i)), lacking,
                                yz_record_get_text (yz_kit_planning_get_item (planning, i), "unit"));
        g_string_append_c (out, '\n');
      }
  yz_cli_put (out->str);
}

static int
show_plan (Task *task, const YzKitPlanning *planning)
{
  g_autoptr (YzEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  if (task->options->send || task->options->json)
    edit = yz_kit_planning_make_transfers (planning, task->store, task->options->due, &task->note, &error);
  if (error != NULL)
    return yz_cli_fail (error);
  if (task->options->json)
    put_json (planning, task->store, edit);
  else
    put_words (planning);
  return task->options->send ? yz_cli_stock_apply (task->store, g_steal_pointer (&edit), NULL) : YZ_CLI_DONE;
}

static gboolean
add_holder (Task *task, const char *name, gint64 heads, GArray *demands, GPtrArray *holders)
{
  YzKitDemand demand = { yz_cli_stock_dup_place (task->store, name), heads };

  if (demand.holder == NULL)
    return FALSE;
  g_ptr_array_add (holders, (gpointer) demand.holder);
  g_array_append_val (demands, demand);
  return TRUE;
}

static gboolean
add_demand (Task *task, const char *text, GArray *demands, GPtrArray *holders)
{
  g_autofree char *name = NULL;
  gint64 heads;

  return split_pair (text, &name, &heads) && add_holder (task, name, heads, demands, holders);
}

static int
plan (Task *task, char **operands)
{
  g_autoptr (GPtrArray) recipes = yz_recipes_load (task->store, NULL);
  const YzRecipe *recipe = recipes != NULL ? find_recipe (recipes, operands[0]) : NULL;
  g_autoptr (GArray) demands = g_array_new (FALSE, FALSE, sizeof (YzKitDemand));
  g_autoptr (GPtrArray) holders = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (YzKitPlanning) planning = NULL;
  g_autoptr (GError) error = NULL;

  if (recipe == NULL)
    return YZ_CLI_REFUSED;
  for (guint i = 1; operands[i] != NULL; i++)
    if (!add_demand (task, operands[i], demands, holders))
      return YZ_CLI_REFUSED;
  for (guint i = 0; task->options->givers != NULL && task->options->givers[i] != NULL; i++)
    if (!add_holder (task, task->options->givers[i], 0, demands, holders))
      return YZ_CLI_REFUSED;
  planning = yz_kit_planning_read (task->store, yz_record_get_id (recipe->kit), (YzKitDemand *) demands->data,
                                   demands->len, !task->options->own_only, task->note.at, NULL, &error);
  return planning != NULL ? show_plan (task, planning) : yz_cli_fail (error);
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
  { "recipe", "NAME ITEM=NUMBER…", 2, TRUE, write_recipe },
  { "assemble", "STATION KIT NUMBER", 3, FALSE, assemble },
  { "take-apart", "STATION KIT NUMBER", 3, FALSE, take_apart },
  { "plan", "KIT STATION=HEADS…", 2, TRUE, plan },
};

static int
run (YzCli *cli, const char *name, Options *options, char **operands)
{
  Task task = { .options = options };
  g_autofree char *due = NULL;
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (!g_str_equal (verbs[i].name, name))
        continue;
      n = g_strv_length (operands);
      if (n < verbs[i].n_arguments || (n > verbs[i].n_arguments && !verbs[i].more))
        return yz_cli_usage (_ ("stock %s %s wants: %s"), "kit", name, verbs[i].arguments);
      task.note = (YzStockNote){ .handler = options->handler, .reason = options->reason };
      if (!yz_cli_stock_read_happened (cli, options->at, &task.note.at) ||
          !yz_cli_stock_read_day (cli, options->due, &due))
        return YZ_CLI_USAGE;
      yz_set_str (&options->due, due);
      task.store = yz_cli_open (cli, YZ_STORE_NONE);
      return task.store != NULL ? verbs[i].run (&task, operands) : YZ_CLI_CANNOT_OPEN;
    }
  return yz_cli_usage (_ ("stock %s knows no “%s”"), "kit", name);
}

int
yz_cli_stock_kit (YzCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "station", 0, 0, G_OPTION_ARG_STRING, &options.station, N_ ("how many are there and can be made"), N_ ("S") },
    { "item", 0, 0, G_OPTION_ARG_STRING, &options.item, N_ ("what a recipe becomes"), N_ ("ITEM") },
    { "lot", 0, 0, G_OPTION_ARG_STRING, &options.lot, N_ ("the number of the lot"), N_ ("LOT") },
    { "at", 0, 0, G_OPTION_ARG_STRING, &options.at, N_ ("when it happened, if not now"), N_ ("TIME") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.handler, N_ ("who did it"), N_ ("NAME") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, N_ ("why"), N_ ("TEXT") },
    { "due", 0, 0, G_OPTION_ARG_STRING, &options.due, N_ ("when transfers are expected"), N_ ("DATE") },
    { "from", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.givers, N_ ("a station that gives too, also several times"),
      N_ ("S") },
    { "no-warehouses", 0, 0, G_OPTION_ARG_NONE, &options.own_only, N_ ("only the stations that were named give"),
      NULL },
    { "send", 0, 0, G_OPTION_ARG_NONE, &options.send, N_ ("send what the plan says, in one action"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("as JSON"), NULL },
    { NULL },
  };

  if (!yz_cli_parse (cli, entries, "[list|recipe|assemble|take-apart|plan …]", &argc, &argv))
    return YZ_CLI_USAGE;
  return run (cli, argc > 1 ? argv[1] : "list", &options, argc > 1 ? argv + 2 : argv + argc);
}

/* stock due: what is to be done about stock, and by when. */
#include "config.h"

#include "yz-cli-stock.h"

#include "yz-json.h"
#include "yz-kinds.h"
#include "yz-stock-due.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>

static void
append_date (GString *out, const char *name, guint32 julian)
{
  g_autofree char *text = yz_value_format_day (julian);

  yz_cli_stock_append_member (out, name, text);
}

static void
append_record (GString *out, const char *name, YzRecord *record)
{
  g_autofree char *title = g_strconcat (name, "_name", NULL);

  yz_cli_stock_append_member (out, name, record != NULL ? yz_record_get_id (record) : NULL);
  yz_cli_stock_append_member (out, title, record != NULL ? yz_record_get_title (record) : NULL);
}

static void
append_object (GString *out, YzStockDueEntry *entry)
{
  const YzStockDue *due = yz_stock_due_entry_get_due (entry);
  YzRecord *giver = yz_stock_due_entry_get_giver (entry);

  g_string_append_printf (out, "{\"there\":%" G_GINT64_FORMAT ",\"lacking\":%" G_GINT64_FORMAT, due->there,
                          due->lacking);
  yz_cli_stock_append_member (out, "type", yz_stock_due_type_get_nick (due->type));
  yz_cli_stock_append_member (out, "verb", yz_stock_due_verb_get_nick (yz_stock_due_entry_get_verb (entry)));
  append_date (out, "by", due->by);
  append_record (out, "where", yz_stock_due_entry_get_holder (entry));
  append_record (out, "item", yz_stock_due_entry_get_item (entry));
  append_record (out, "record", yz_stock_due_entry_get_record (entry));
  append_record (out, "giver", giver);
  if (giver != NULL)
    g_string_append_printf (out, ",\"given\":%" G_GINT64_FORMAT, yz_stock_due_entry_get_given (entry));
  g_string_append_c (out, '}');
}

static void
append_line (GString *out, YzStockDueEntry *entry)
{
  g_autofree char *verb = NULL;
  const char *detail = yz_stock_due_entry_get_detail (entry);

  g_object_get (entry, "verb-label", &verb, NULL);
  g_string_append_printf (out, "%s  %s", yz_stock_due_entry_get_where (entry), yz_stock_due_entry_get_title (entry));
  if (detail != NULL)
    g_string_append_printf (out, "  %s", detail);
  g_string_append_printf (out, "  [%s]\n", verb);
}

static void
put_list (GListModel *list, gboolean json)
{
  g_autoptr (GString) out = g_string_new (json ? "[" : NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (YzStockDueEntry) entry = g_list_model_get_item (list, i);

      if (!json)
        append_line (out, entry);
      else
        {
          g_string_append (out, i > 0 ? ",\n" : "");
          append_object (out, entry);
        }
    }
  if (json)
    yz_cli_put_document (g_string_append_c (out, ']'));
  else
    yz_cli_put (out->str);
}

int
yz_cli_stock_due (YzCli *cli, int argc, char **argv)
{
  g_autofree char *station = NULL;
  int days = -1;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "station", 0, 0, G_OPTION_ARG_STRING, &station, N_ ("only what is due at this station"), N_ ("STATION") },
    { "days", 0, 0, G_OPTION_ARG_INT, &days, N_ ("what expires within so many days"), N_ ("N") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("as JSON"), NULL },
    { NULL },
  };
  YzStore *store;
  g_autoptr (YzRecord) record = NULL;
  g_autoptr (YzStockDueList) list = NULL;
  g_autoptr (GError) error = NULL;

  if (!yz_cli_parse (cli, entries, NULL, &argc, &argv))
    return YZ_CLI_USAGE;
  store = yz_cli_open (cli, YZ_STORE_NONE);
  if (store == NULL)
    return YZ_CLI_CANNOT_OPEN;
  record = station != NULL ? yz_cli_stock_find (store, &yz_station_kind, station) : NULL;
  if (station != NULL && record == NULL)
    return YZ_CLI_REFUSED;
  list = yz_stock_due_list_read (store, record != NULL ? yz_record_get_id (record) : NULL, NULL, days, NULL, &error);
  if (list == NULL)
    return yz_cli_fail (error);
  put_list (G_LIST_MODEL (list), json);
  return YZ_CLI_DONE;
}

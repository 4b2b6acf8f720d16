#include "config.h"

#include "yz-closing-private.h"

#include <glib/gi18n-lib.h>

/* Takes @words. */
static void
append_words (GString *text, int count, char *words)
{
  if (count > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "", words);
  g_free (words);
}

static void
refuse (YzStatement *statement, GError **error)
{
  int items = sqlite3_column_int (statement, 1), pieces = sqlite3_column_int (statement, 2);
  int transfers = sqlite3_column_int (statement, 3), counts = sqlite3_column_int (statement, 4);
  g_autoptr (GString) left = g_string_new (NULL);

  append_words (left, items, g_strdup_printf (ngettext ("%d item in stock", "%d items in stock", items), items));
  append_words (left, pieces,
                g_strdup_printf (ngettext ("%d piece of equipment", "%d pieces of equipment", pieces), pieces));
  append_words (left, transfers,
                g_strdup_printf (ngettext ("%d transfer to receive", "%d transfers to receive", transfers), transfers));
  append_words (left, counts,
                g_strdup_printf (ngettext ("%d unfinished stocktake or audit", "%d unfinished stocktakes or audits",
                                           counts),
                                 counts));
  /* Translators: a station, and what is left there: "3 items in stock, 2 pieces of equipment" */
  g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_DEPENDS,
               _ ("“%s” cannot be closed, it still has %s. Move that to another station first."),
               yz_statement_get_text (statement, 0), left->str);
}

gboolean
yz_closing_check (YzDatabase *database, const YzLogEntry *entry, GError **error)
{
  g_autoptr (YzStatement) statement = yz_database_prepare_named (database, "closed-with-goods", error);
  gboolean found;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, entry->first_change);
  sqlite3_bind_int64 (statement, 2, entry->n_changes);
  if (!yz_statement_step (statement, &found, error))
    return FALSE;
  if (found)
    refuse (statement, error);
  return !found;
}

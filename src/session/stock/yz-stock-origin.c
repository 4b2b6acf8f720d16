#include "config.h"

#include "yz-stock-origin.h"

#include "yz-kinds.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>

static gboolean
is_told (const char *source)
{
  return source != NULL && !g_str_equal (source, "bought") && !g_str_equal (source, "opening");
}

char *
yz_stock_origin_dup_reason (const char *reason, const char *source, const char *supplier, gint64 cost)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *amount = cost >= 0 ? yz_value_format_money (cost) : NULL;

  if (reason != NULL)
    g_ptr_array_add (parts, g_strdup (reason));
  if (is_told (source))
    g_ptr_array_add (parts,
                     g_strdup (_ (yz_field_find_choice (yz_kind_find_field (&yz_lot_kind, "source"), source)->title)));
  if (supplier != NULL)
    g_ptr_array_add (parts, g_strdup (supplier));
  if (amount != NULL)
    /* Translators: what one piece of goods cost */
    g_ptr_array_add (parts, g_strdup_printf (_ ("%s yuan each"), amount));
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  /* Translators: between the parts of a remark */
  return g_strjoinv (_ (", "), (char **) parts->pdata);
}

/* What is decided about rows that may be double: one by one, or one answer for all that are left. */
#include "config.h"

#include "yz-import-private.h"

static gboolean
is_double (YzImport *self, gpointer row)
{
  return yz_import_plan_get_outcome (self->plan, GPOINTER_TO_UINT (row)) == YZ_IMPORT_DUPLICATE;
}

static void
tell_decided (YzImport *self)
{
  yz_import_notify (self, YZ_IMPORT_PROP_N_WRITTEN);
  yz_import_notify (self, YZ_IMPORT_PROP_N_UNDECIDED);
  yz_import_notify (self, YZ_IMPORT_PROP_N_TOGETHER);
  yz_import_notify (self, YZ_IMPORT_PROP_SUMMARY);
}

void
yz_import_decide_again (YzImport *self)
{
  GHashTableIter iter;
  gpointer row, decision;

  g_hash_table_iter_init (&iter, self->decisions);
  while (g_hash_table_iter_next (&iter, &row, &decision))
    if (is_double (self, row))
      yz_import_plan_decide (self->plan, GPOINTER_TO_UINT (row), GPOINTER_TO_INT (decision));
}

void
yz_import_forget_decisions (YzImport *self)
{
  g_hash_table_remove_all (self->decisions);
  g_hash_table_remove_all (self->together);
}

void
yz_import_decide (YzImport *self, guint row, YzImportDecision decision)
{
  g_return_if_fail (YZ_IS_IMPORT (self));

  if (yz_import_get_plan (self) == NULL)
    return;
  yz_import_plan_decide (self->plan, row, decision);
  g_hash_table_insert (self->decisions, GUINT_TO_POINTER (row), GINT_TO_POINTER (decision));
  g_hash_table_remove (self->together, GUINT_TO_POINTER (row));
  yz_import_rows_refresh (self->rows, row);
  tell_decided (self);
}

void
yz_import_decide_rest (YzImport *self, YzImportDecision decision)
{
  g_return_if_fail (YZ_IS_IMPORT (self));

  if (yz_import_get_plan (self) == NULL)
    return;
  g_hash_table_remove_all (self->together);
  for (guint row = 0; row < yz_import_plan_get_n_rows (self->plan); row++)
    {
      gpointer key = GUINT_TO_POINTER (row);

      if (!is_double (self, key) || yz_import_plan_get_decision (self->plan, row) != YZ_IMPORT_UNDECIDED)
        continue;
      g_hash_table_insert (self->decisions, key, GINT_TO_POINTER (decision));
      g_hash_table_add (self->together, key);
    }
  yz_import_decide_again (self);
  yz_import_rows_refresh_all (self->rows);
  tell_decided (self);
}

void
yz_import_take_back_rest (YzImport *self)
{
  GHashTableIter iter;
  gpointer row;

  g_return_if_fail (YZ_IS_IMPORT (self));

  if (yz_import_get_plan (self) == NULL)
    return;
  g_hash_table_iter_init (&iter, self->together);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    {
      g_hash_table_remove (self->decisions, row);
      if (is_double (self, row))
        yz_import_plan_decide (self->plan, GPOINTER_TO_UINT (row), YZ_IMPORT_UNDECIDED);
    }
  g_hash_table_remove_all (self->together);
  yz_import_rows_refresh_all (self->rows);
  tell_decided (self);
}

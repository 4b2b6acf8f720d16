#include "config.h"

#include "yz-stock-ledger-fold-private.h"

#include "yz-kinds.h"

/* So many movements are looked at for each line: a cabinet is filled slot by slot. */
#define LOOKED_AT 24

void
yz_stock_ledger_fold_free (YzStockLedgerFold *self)
{
  g_array_unref (self->rows);
  g_hash_table_unref (self->more);
  g_free (self);
}

static gboolean
is_same (YzRecord *one, YzRecord *other, const char *field)
{
  return g_strcmp0 (yz_record_get_text (one, field), yz_record_get_text (other, field)) == 0;
}

/* Each line of a stocktake has the instant at which it was counted. */
static gboolean
is_like (YzRecord *one, YzRecord *other)
{
  gboolean at_once = yz_record_get_integer (one, "at") == yz_record_get_integer (other, "at") ||
                     yz_record_get (one, "stocktake") != NULL;

  return at_once && is_same (one, other, "type") && is_same (one, other, "stocktake") &&
         is_same (one, other, "handler");
}

static void
count_more (YzStockLedgerFold *self)
{
  gint64 *first = &g_array_index (self->rows, gint64, self->rows->len - 1);
  guint more = GPOINTER_TO_UINT (g_hash_table_lookup (self->more, first));

  g_hash_table_replace (self->more, g_memdup2 (first, sizeof *first), GUINT_TO_POINTER (more + 1));
}

static YzStockLedgerFold *
fold (YzStore *store, GArray *rows, guint limit, GError **error)
{
  g_autoptr (YzStockLedgerFold) self = g_new0 (YzStockLedgerFold, 1);
  g_autoptr (YzRecord) last = NULL;

  self->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->more = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GError) local_error = NULL;
      gint64 row = g_array_index (rows, gint64, i);
      g_autoptr (YzRecord) movement = yz_store_load_row (store, &yz_movement_kind, row, &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      if (movement == NULL)
        continue;
      if (last != NULL && is_like (last, movement))
        count_more (self);
      else if (self->rows->len < limit)
        g_array_append_val (self->rows, row);
      else
        break;
      g_set_object (&last, movement);
    }
  return g_steal_pointer (&self);
}

typedef struct
{
  YzQuery *query;
  guint limit;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  yz_query_free (question->query);
  g_free (question);
}

static void
free_fold (gpointer self)
{
  yz_stock_ledger_fold_free (self);
}

static void
fold_in_thread (GTask *task, gpointer store, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  GError *error = NULL;
  g_autoptr (GArray) rows = yz_store_query (store, question->query, cancellable, &error);
  YzStockLedgerFold *self = rows != NULL ? fold (store, rows, question->limit, &error) : NULL;

  if (self != NULL)
    g_task_return_pointer (task, self, free_fold);
  else
    g_task_return_error (task, error);
}

void
yz_stock_ledger_fold_async (YzStore *store, const YzQuery *query, guint limit, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  *question = (Question){ yz_query_copy (query), limit };
  yz_query_set_limit (question->query, limit * LOOKED_AT);
  g_task_set_source_tag (task, yz_stock_ledger_fold_async);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, fold_in_thread);
}

YzStockLedgerFold *
yz_stock_ledger_fold_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

#include "config.h"

#include "yz-stock-take-back.h"

#include <glib/gi18n-lib.h>

#include "yz-kinds.h"
#include "yz-stock-entries.h"
#include "yz-stock-sentences.h"
#include "yz-store-columns.h"

/* Of an import of a hundred thousand lines the preview looks at so many; what it missed is refused when it is done. */
#define MOST_LOOKED_AT 5000

void
yz_stock_take_back_free (YzStockTakeBack *self)
{
  g_clear_object (&self->movement);
  g_clear_object (&self->blocker);
  g_clear_object (&self->edit);
  g_free (self->blocker_by);
  g_free (self);
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION, message);
  return FALSE;
}

static gboolean
check_in_effect (YzStore *store, YzRecord *movement, gint64 row, GError **error)
{
  g_auto (YzStockStanding) standing = { 0 };

  if (yz_record_get (movement, "takes_back") != NULL)
    return refuse (error, _ ("This takes something back itself. To bring that back, undo or redo what was done"));
  if (!yz_stock_read_standing (store, row, NULL, NULL, &standing, error))
    return FALSE;
  return standing.in_effect || refuse (error, _ ("This movement is taken back already"));
}

/* A transfer, a count and a kit are several records that belong together. */
static gboolean
belongs_to_more (YzRecord *movement)
{
  YzMovementType type = yz_movement_get_type_of (movement);

  return yz_record_get (movement, "transfer") != NULL || yz_record_get (movement, "stocktake") != NULL ||
         type == YZ_MOVEMENT_ASSEMBLE || type == YZ_MOVEMENT_TAKE_APART;
}

/* What made @movement, also if it was undone and done again since. */
static gboolean
find_action (YzStore *store, YzRecord *movement, gint64 *seq, guint *n_changes, GError **error)
{
  g_autoptr (GPtrArray) entries = yz_store_get_history (store, yz_record_get_id (movement), 0, 1, error);
  const YzAction *action;

  if (entries == NULL)
    return FALSE;
  if (entries->len == 0)
    {
      g_set_error_literal (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND,
                           _ ("The history does not tell how this movement was made"));
      return FALSE;
    }
  action = ((YzHistoryEntry *) g_ptr_array_index (entries, 0))->action;
  *seq = action->mode == YZ_ACTION_DO ? action->seq : action->target;
  *n_changes = action->n_changes;
  return TRUE;
}

/* The rows of the movements that @action made. */
static GArray *
find_movements (YzStore *store, gint64 action, guint n_changes, GError **error)
{
  guint limit = MIN (n_changes, MOST_LOOKED_AT);
  g_autoptr (GPtrArray) entries = yz_store_get_history (store, NULL, action + 1, limit, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (entries == NULL)
    return NULL;
  for (guint i = 0; i < entries->len; i++)
    {
      const YzHistoryEntry *entry = g_ptr_array_index (entries, i);
      gint64 row;

      if (entry->action->seq != action || entry->kind != &yz_movement_kind)
        continue;
      if (!yz_store_find_row (store, &yz_movement_kind, entry->record_id, &row, error))
        return NULL;
      g_array_append_val (rows, row);
    }
  return g_steal_pointer (&rows);
}

static gboolean
find_blocker (YzStockTakeBack *self, YzStore *store, GArray *rows, GError **error)
{
  g_auto (YzStockStanding) standing = { 0 };
  YzStockDependent dependent;

  if (!yz_stock_find_dependent (store, rows, &dependent, error))
    return FALSE;
  if (dependent.movement == 0)
    return TRUE;
  self->blocker = yz_store_load_row (store, &yz_movement_kind, dependent.movement, error);
  if (self->blocker == NULL || !yz_stock_read_standing (store, dependent.movement, NULL, NULL, &standing, error))
    return FALSE;
  self->lacking = dependent.lacking;
  self->blocker_at = standing.changed_at;
  self->blocker_by = g_steal_pointer (&standing.changed_by);
  return TRUE;
}

/* What was brought back is taken back by taking back what brought it back. */
static YzRecord *
find_last (YzStore *store, YzRecord *movement, GError **error)
{
  g_autoptr (YzRecord) last = g_object_ref (movement);

  for (;;)
    {
      g_autoptr (YzQuery) query = yz_query_new (&yz_movement_kind);
      g_autoptr (GPtrArray) next = NULL;

      yz_query_add (query, "takes_back", YZ_COMPARE_EQUAL, g_variant_new_string (yz_record_get_id (last)));
      next = yz_store_load_records (store, query, error);
      if (next == NULL)
        return NULL;
      if (next->len == 0)
        return g_steal_pointer (&last);
      g_set_object (&last, g_ptr_array_index (next, 0));
    }
}

static YzEdit *
make_edit (YzStore *store, YzRecord *movement, GError **error)
{
  g_autofree char *id = yz_id_factory_next (yz_store_get_ids (store));
  g_autoptr (YzRecord) last = find_last (store, movement, error);
  g_autoptr (YzRecord) counter = last != NULL ? yz_movement_new_counter (last, id) : NULL;
  g_autoptr (YzRecord) item = NULL;
  YzEdit *edit;

  if (counter == NULL)
    return NULL;
  item = yz_store_load (store, &yz_item_kind, yz_record_get_text (movement, "item"), error);
  if (item == NULL)
    return NULL;
  edit = yz_edit_new (N_ ("Take a movement of stock back"));
  yz_edit_set_subject (edit, yz_record_get_title (item));
  yz_edit_create (edit, counter);
  return edit;
}

static gboolean
prepare (YzStockTakeBack *self, YzStore *store, gint64 row, gboolean whole, GError **error)
{
  g_autoptr (GArray) rows = NULL;
  gint64 action;
  guint n_changes;

  if (!find_action (store, self->movement, &action, &n_changes, error))
    return FALSE;
  self->must_be_whole = belongs_to_more (self->movement);
  if (whole || self->must_be_whole)
    {
      self->action = action;
      rows = find_movements (store, action, n_changes, error);
    }
  else
    {
      rows = g_array_new (FALSE, FALSE, sizeof row);
      g_array_append_val (rows, row);
      self->edit = make_edit (store, self->movement, error);
    }
  if (rows == NULL || (self->action == 0 && self->edit == NULL))
    return FALSE;
  self->n_movements = rows->len;
  return find_blocker (self, store, rows, error);
}

YzStockTakeBack *
yz_stock_take_back_prepare (YzStore *store, const char *movement, gboolean whole, GError **error)
{
  g_autoptr (YzStockTakeBack) self = g_new0 (YzStockTakeBack, 1);
  gint64 row;

  g_return_val_if_fail (YZ_IS_STORE (store) && movement != NULL, NULL);

  self->movement = yz_store_load (store, &yz_movement_kind, movement, error);
  if (self->movement == NULL || !yz_store_find_row (store, &yz_movement_kind, movement, &row, error) ||
      !check_in_effect (store, self->movement, row, error) || !prepare (self, store, row, whole, error))
    return NULL;
  return g_steal_pointer (&self);
}

typedef struct
{
  char *movement;
  gboolean whole;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->movement);
  g_free (question);
}

static void
prepare_in_thread (GTask *task, gpointer store, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  GError *error = NULL;
  YzStockTakeBack *prepared = yz_stock_take_back_prepare (store, question->movement, question->whole, &error);

  if (prepared != NULL)
    g_task_return_pointer (task, prepared, (GDestroyNotify) yz_stock_take_back_free);
  else
    g_task_return_error (task, error);
}

void
yz_stock_take_back_prepare_async (YzStore *store, const char *movement, gboolean whole, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Question *question;

  g_return_if_fail (YZ_IS_STORE (store) && movement != NULL);

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, yz_stock_take_back_prepare_async);
  question = g_new0 (Question, 1);
  question->movement = g_strdup (movement);
  question->whole = whole;
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, prepare_in_thread);
}

YzStockTakeBack *
yz_stock_take_back_prepare_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

YzAction *
yz_stock_take_back_apply (YzStockTakeBack *self, YzStore *store, GError **error)
{
  g_return_val_if_fail (self != NULL && YZ_IS_STORE (store), NULL);

  if (self->action != 0)
    return yz_store_undo (store, self->action, NULL, error);
  return yz_store_apply (store, self->edit, NULL, error);
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzSession) session = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = yz_store_undo_finish (YZ_STORE (source), result, &error);

  if (action != NULL)
    yz_session_report_applied (session, action);
  else
    yz_session_report_error (session, error);
}

void
yz_stock_take_back_begin (YzStockTakeBack *self, YzSession *session)
{
  g_return_if_fail (self != NULL && YZ_IS_SESSION (session));

  if (self->action != 0)
    yz_store_undo_async (yz_session_get_store (session), self->action, NULL, NULL, NULL, on_undone,
                         g_object_ref (session));
  else
    yz_session_apply (session, self->edit);
}

char *
yz_stock_take_back_describe (YzStockTakeBack *self, YzStore *store)
{
  g_autoptr (YzStockSentences) sentences = NULL;
  g_autoptr (GDateTime) happened = NULL, written = NULL;
  g_autofree char *sentence = NULL, *at = NULL, *entered = NULL;

  if (self->blocker == NULL)
    return NULL;
  sentences = yz_stock_sentences_new (store, NULL, NULL);
  sentence = yz_stock_sentences_make (sentences, self->blocker, YZ_SENTENCE_PLAIN);
  happened = yz_office_time (yz_record_get_integer (self->blocker, "at"));
  written = yz_office_time (self->blocker_at);
  at = g_date_time_format (happened, "%Y-%m-%d %H:%M");
  entered = g_date_time_format (written, "%Y-%m-%d %H:%M");
  if (self->blocker_by == NULL)
    /* Translators: a time, a sentence on what happened then, another time */
    return g_strdup_printf (_ ("%s: %s (entered on %s)"), at, sentence, entered);
  /* Translators: a time, a sentence on what happened then, another time, a name */
  return g_strdup_printf (_ ("%s: %s (entered on %s by %s)"), at, sentence, entered, self->blocker_by);
}

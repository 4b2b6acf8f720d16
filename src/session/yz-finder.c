#include "config.h"

#include "yz-finder.h"

struct _YzFinder
{
  GObject parent_instance;

  YzSession *session;
  YzStore *store;
  YzRecordList *list;
  GCancellable *cancellable; /* of the question that is not answered yet */
};

G_DEFINE_FINAL_TYPE (YzFinder, yz_finder, G_TYPE_OBJECT)

enum
{
  ANSWERED,
};

static guint signals[ANSWERED + 1];

static void
show_rows (YzFinder *self, GArray *rows)
{
  yz_record_list_set_rows (self->list, rows);
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
show_nothing (YzFinder *self)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));

  show_rows (self, rows);
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzFinder) self = g_weak_ref_get (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = yz_store_query_finish (YZ_STORE (source), result, &error);

  g_weak_ref_clear (data);
  g_free (data);
  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* another question was asked since, or nobody asks any more */
  g_clear_object (&self->cancellable);
  if (rows != NULL)
    {
      show_rows (self, rows);
      return;
    }
  yz_session_report_error (self->session, error);
  show_nothing (self);
}

static void
drop_question (YzFinder *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
yz_finder_finalize (GObject *object)
{
  YzFinder *self = YZ_FINDER (object);

  drop_question (self);
  g_clear_object (&self->list);
  g_clear_object (&self->store);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yz_finder_parent_class)->finalize (object);
}

static void
yz_finder_class_init (YzFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yz_finder_finalize;
  signals[ANSWERED] = g_signal_new ("answered", YZ_TYPE_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yz_finder_init (YzFinder *self)
{
}

YzFinder *
yz_finder_new (YzSession *session, const YzKind *kind)
{
  YzFinder *self;

  g_return_val_if_fail (YZ_IS_SESSION (session) && yz_session_get_store (session) != NULL, NULL);

  self = g_object_new (YZ_TYPE_FINDER, NULL);
  self->session = g_object_ref (session);
  self->store = g_object_ref (yz_session_get_store (session));
  self->list = yz_record_list_new (self->store, kind);
  return self;
}

void
yz_finder_ask (YzFinder *self, YzQuery *query)
{
  GWeakRef *reference;

  g_return_if_fail (YZ_IS_FINDER (self));

  drop_question (self);
  if (query == NULL)
    {
      show_nothing (self);
      return;
    }
  reference = g_new0 (GWeakRef, 1);
  g_weak_ref_init (reference, self);
  self->cancellable = g_cancellable_new ();
  yz_store_query_async (self->store, query, self->cancellable, on_answered, reference);
}

YzRecordList *
yz_finder_get_list (YzFinder *self)
{
  g_return_val_if_fail (YZ_IS_FINDER (self), NULL);
  return self->list;
}

#include "config.h"

#include "yz-paged-query.h"

/* More than fit on a screen, but read at once however many there are; each gets its widgets before the first frame. */
#define FIRST_PAGE 80

struct _YzPagedQuery
{
  YzStore *store;
  YzQuery *query;
  gboolean page; /* only the first one is asked for, so far */
  YzPagedFunc func;
  gpointer user_data;
  GCancellable *cancellable;
  guint rest_id; /* until the first page is on screen */
};

static void
clear (gpointer data)
{
  YzPagedQuery *self = data;

  g_clear_object (&self->store);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->query, yz_query_free);
}

static void
release (gpointer self)
{
  g_rc_box_release_full (self, clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzPagedQuery, release)

static void on_answered (GObject *source, GAsyncResult *result, gpointer data);

static void
ask (YzPagedQuery *self)
{
  yz_query_set_limit (self->query, self->page ? FIRST_PAGE : 0);
  yz_store_query_async (self->store, self->query, self->cancellable, on_answered, g_rc_box_acquire (self));
}

static gboolean
ask_for_the_rest (gpointer data)
{
  YzPagedQuery *self = data;

  self->rest_id = 0;
  self->page = FALSE;
  ask (self);
  self->func (YZ_PAGED_REST, NULL, NULL, self->user_data);
  return G_SOURCE_REMOVE;
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzPagedQuery) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = yz_store_query_finish (YZ_STORE (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (!self->page || rows == NULL || rows->len < FIRST_PAGE)
    {
      self->func (YZ_PAGED_WHOLE, rows, error, self->user_data);
      return;
    }
  /* low: when what can be shown is on screen */
  self->rest_id = g_idle_add_full (G_PRIORITY_LOW, ask_for_the_rest, g_rc_box_acquire (self), (GDestroyNotify) release);
  self->func (YZ_PAGED_PAGE, rows, NULL, self->user_data);
}

YzPagedQuery *
yz_paged_query_start (YzStore *store, YzQuery *query, gboolean page_first, YzPagedFunc func, gpointer user_data)
{
  YzPagedQuery *self;

  g_return_val_if_fail (YZ_IS_STORE (store) && query != NULL && func != NULL, NULL);

  self = g_rc_box_new0 (YzPagedQuery);
  self->store = g_object_ref (store);
  self->query = query;
  self->page = page_first;
  self->func = func;
  self->user_data = user_data;
  self->cancellable = g_cancellable_new ();
  ask (self);
  return self;
}

void
yz_paged_query_stop (YzPagedQuery *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  release (self);
}

#include "config.h"

#include "yz-guide-proof.h"

#include "yz-guide-press-private.h"

struct _YzGuideProof
{
  GObject parent_instance;

  YzWorker *worker;
  YzGuidePress *press;
  GCancellable *cancellable;
  GPtrArray *leaves;
  YzGuideProofState state;
  GError *error;
  char *title;
  char *missing;
  guint n_stations;
  guint n_people;
};

static void step (YzGuideProof *self);

static GType
get_item_type (GListModel *model)
{
  return YZ_TYPE_GUIDE_LEAF;
}

static guint
get_n_items (GListModel *model)
{
  return YZ_GUIDE_PROOF (model)->leaves->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  YzGuideProof *self = YZ_GUIDE_PROOF (model);

  return position < self->leaves->len ? g_object_ref (g_ptr_array_index (self->leaves, position)) : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (YzGuideProof, yz_guide_proof, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static guint changed_signal;

static void
yz_guide_proof_finalize (GObject *object)
{
  YzGuideProof *self = YZ_GUIDE_PROOF (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->leaves, g_ptr_array_unref);
  g_clear_pointer (&self->press, yz_guide_press_unref);
  g_clear_object (&self->worker);
  g_clear_error (&self->error);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->missing, g_free);

  G_OBJECT_CLASS (yz_guide_proof_parent_class)->finalize (object);
}

static void
yz_guide_proof_class_init (YzGuideProofClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yz_guide_proof_finalize;
  changed_signal =
    g_signal_new ("changed", YZ_TYPE_GUIDE_PROOF, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yz_guide_proof_init (YzGuideProof *self)
{
  self->cancellable = g_cancellable_new ();
  self->leaves = g_ptr_array_new_with_free_func (g_object_unref);
}

/* What one step has found out; the leaves are those that the proof does not have yet. */
typedef struct
{
  GArray *sizes; /* of two double */
  gboolean done;
  char *title;
  char *missing;
  guint n_stations;
  guint n_people;
} Progress;

static void
progress_free (gpointer data)
{
  Progress *progress = data;

  g_array_unref (progress->sizes);
  g_free (progress->title);
  g_free (progress->missing);
  g_free (progress);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Progress, progress_free)

typedef struct
{
  YzGuidePress *press;
  guint known; /* leaves */
} Step;

static void
step_free (gpointer data)
{
  Step *this = data;

  yz_guide_press_unref (this->press);
  g_free (this);
}

static Progress *
report (const Step *this)
{
  const YzGuidePress *press = this->press;
  Progress *progress = g_new0 (Progress, 1);

  progress->sizes = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  for (guint i = this->known; i < yz_guide_press_count (press); i++)
    {
      double size[2];

      yz_guide_press_get_size (press, i, &size[0], &size[1]);
      g_array_append_val (progress->sizes, size);
    }
  progress->done = yz_pages_is_complete (press->pages);
  progress->title = g_strdup (yz_document_get_title (yz_pages_get_document (press->pages)));
  progress->missing = yz_typesetter_get_missing (yz_pages_get_typesetter (press->pages));
  progress->n_stations = press->content->stations->len;
  progress->n_people = press->content->contacts->len;
  return progress;
}

static void
step_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Step *this = data;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (this->press->pages != NULL)
    yz_guide_press_go_on (this->press, cancellable);
  else if (!yz_guide_press_begin (this->press, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_return_pointer (task, report (this), progress_free);
}

static void
add_leaves (YzGuideProof *self, const GArray *sizes)
{
  guint before = self->leaves->len;

  for (guint i = 0; i < sizes->len; i++)
    {
      const double *size = &g_array_index (sizes, double, 2 * i);

      g_ptr_array_add (self->leaves, yz_guide_leaf_new (self->worker, self->press, before + i, size[0], size[1]));
    }
  if (sizes->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, sizes->len);
}

/* How many pages there are, and on which of them a chapter begins, is known only now. */
static void
redraw (YzGuideProof *self)
{
  for (guint i = 0; i < self->leaves->len; i++)
    yz_guide_leaf_redraw (g_ptr_array_index (self->leaves, i));
}

static void
take_progress (YzGuideProof *self, Progress *progress)
{
  gboolean drawn_before = self->leaves->len > 0;

  add_leaves (self, progress->sizes);
  g_free (self->title);
  self->title = g_steal_pointer (&progress->title);
  g_free (self->missing);
  self->missing = g_steal_pointer (&progress->missing);
  self->n_stations = progress->n_stations;
  self->n_people = progress->n_people;
  if (progress->done)
    self->state = YZ_GUIDE_PROOF_DONE;
  else
    step (self);
  if (progress->done && drawn_before)
    redraw (self);
}

static void
on_step (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzGuideProof) self = g_weak_ref_get (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Progress) progress = g_task_propagate_pointer (G_TASK (result), &error);

  g_weak_ref_clear (data);
  g_free (data);
  if (self == NULL)
    return;
  if (progress != NULL)
    take_progress (self, progress);
  else
    {
      self->state = YZ_GUIDE_PROOF_FAILED;
      self->error = g_steal_pointer (&error);
    }
  g_signal_emit (self, changed_signal, 0);
}

static void
step (YzGuideProof *self)
{
  GWeakRef *reference = g_new0 (GWeakRef, 1);
  g_autoptr (GTask) task = NULL;
  Step *this = g_new0 (Step, 1);

  g_weak_ref_init (reference, self);
  task = g_task_new (NULL, self->cancellable, on_step, reference);
  this->press = yz_guide_press_ref (self->press);
  this->known = self->leaves->len;
  g_task_set_source_tag (task, step);
  g_task_set_task_data (task, this, step_free);
  yz_worker_run (self->worker, task, step_in_worker);
}

YzGuideProof *
yz_guide_proof_new (YzWorker *worker, YzGuideStock *stock, const YzGuideRequest *request)
{
  YzGuideProof *self;

  g_return_val_if_fail (YZ_IS_WORKER (worker) && stock != NULL && request != NULL, NULL);

  self = g_object_new (YZ_TYPE_GUIDE_PROOF, NULL);
  self->worker = g_object_ref (worker);
  self->press = yz_guide_press_new (stock, request);
  step (self);
  return self;
}

YzGuideProofState
yz_guide_proof_get_state (YzGuideProof *self)
{
  g_return_val_if_fail (YZ_IS_GUIDE_PROOF (self), YZ_GUIDE_PROOF_FAILED);
  return self->state;
}

gboolean
yz_guide_proof_shows_sheets (YzGuideProof *self)
{
  g_return_val_if_fail (YZ_IS_GUIDE_PROOF (self), FALSE);
  return yz_guide_request_shows_sheets (self->press->request);
}

const GError *
yz_guide_proof_get_error (YzGuideProof *self)
{
  g_return_val_if_fail (YZ_IS_GUIDE_PROOF (self), NULL);
  return self->error;
}

const char *
yz_guide_proof_get_title (YzGuideProof *self)
{
  g_return_val_if_fail (YZ_IS_GUIDE_PROOF (self), NULL);
  return self->title;
}

const char *
yz_guide_proof_get_missing (YzGuideProof *self)
{
  g_return_val_if_fail (YZ_IS_GUIDE_PROOF (self), NULL);
  return self->missing;
}

guint
yz_guide_proof_get_n_stations (YzGuideProof *self)
{
  g_return_val_if_fail (YZ_IS_GUIDE_PROOF (self), 0);
  return self->n_stations;
}

guint
yz_guide_proof_get_n_people (YzGuideProof *self)
{
  g_return_val_if_fail (YZ_IS_GUIDE_PROOF (self), 0);
  return self->n_people;
}

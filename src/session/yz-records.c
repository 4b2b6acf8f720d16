/* The answer is made by one thread at a time; a newer question cancels the one before it. */
#include "config.h"

#include "yz-records.h"

#include "yz-disclosures.h"
#include "yz-kinds.h"
#include "yz-record-tree.h"
#include "yz-store-columns.h"
#include "yz-text.h"
#include "yz-value-words.h"

struct _YzRecords
{
  YzListing parent_instance;

  char *search;
  GCancellable *cancellable; /* of the question that is not answered yet, otherwise NULL */
  GByteArray *depths;        /* NULL where the order is no tree */
  gboolean reveal;
};

G_DEFINE_FINAL_TYPE (YzRecords, yz_records, YZ_TYPE_LISTING)

typedef enum
{
  PROP_SEARCH = 1,
  PROP_REVEAL,
} YzRecordsProperty;

static GParamSpec *properties[PROP_REVEAL + 1];
static guint words_changed_signal;

static void
notify (YzRecords *self, YzRecordsProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* --- asking --- */

typedef struct
{
  YzStore *store;
  YzQuery *query;
  YzQuery *everything;
  gboolean tree;

  GArray *rows;
  GByteArray *depths;
  gint64 total;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_clear_object (&asking->store);
  g_clear_pointer (&asking->query, yz_query_free);
  g_clear_pointer (&asking->everything, yz_query_free);
  g_clear_pointer (&asking->rows, g_array_unref);
  g_clear_pointer (&asking->depths, g_byte_array_unref);
  g_free (asking);
}

static void
answer_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Asking *asking = data;
  GError *error = NULL;

  if (asking->tree)
    asking->rows = yz_record_tree_load (asking->store, asking->query, &asking->depths, cancellable, &error);
  else
    asking->rows = yz_store_query (asking->store, asking->query, cancellable, &error);
  if (asking->rows != NULL)
    asking->total = yz_store_count (asking->store, asking->everything, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
show_answer (YzRecords *self, Asking *asking)
{
  g_clear_pointer (&self->depths, g_byte_array_unref);
  self->depths = g_steal_pointer (&asking->depths);
  yz_record_list_set_rows (yz_listing_get_list (YZ_LISTING (self)), asking->rows);
  yz_listing_set_counts (YZ_LISTING (self), (guint) asking->total, asking->rows->len);
  g_signal_emit (self, words_changed_signal, 0);
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  YzRecords *self = YZ_RECORDS (source);
  GTask *task = G_TASK (result);
  g_autoptr (GError) error = NULL;
  gboolean answered = g_task_propagate_boolean (task, &error);

  if (g_task_get_cancellable (task) != self->cancellable)
    return; /* another question has been asked since */
  g_clear_object (&self->cancellable);
  yz_listing_set_error (YZ_LISTING (self), error);
  if (answered)
    show_answer (self, g_task_get_task_data (task));
  yz_listing_set_loading (YZ_LISTING (self), FALSE);
}

static gboolean
is_by_title (YzRecords *self)
{
  YzListing *listing = YZ_LISTING (self);

  return !yz_listing_is_descending (listing) &&
         g_str_equal (yz_listing_get_order (listing), yz_listing_get_kind (listing)->title_field);
}

static gboolean
is_tree (YzRecords *self)
{
  return yz_record_tree_find_field (yz_records_get_kind (self)) != NULL && *self->search == '\0' && is_by_title (self);
}

static YzQuery *
make_query (YzRecords *self)
{
  YzListing *listing = YZ_LISTING (self);
  const YzKind *kind = yz_listing_get_kind (listing);
  YzQuery *query = yz_query_new (kind);

  if (*self->search != '\0')
    yz_query_set_search (query, self->search);
  if (is_tree (self) && yz_kind_find_field (kind, "code") != NULL)
    yz_query_set_order (query, "code", FALSE); /* codes keep the divisions in the order that the office knows */
  else if (*self->search == '\0' || !is_by_title (self))
    /* otherwise the best matches come first */
    yz_query_set_order (query, yz_listing_get_order (listing), yz_listing_is_descending (listing));
  return query;
}

static void
ask (YzListing *listing)
{
  YzRecords *self = YZ_RECORDS (listing);
  YzStore *store = yz_listing_get_store (listing);
  g_autoptr (GTask) task = NULL;
  Asking *asking;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  yz_listing_set_loading (listing, store != NULL);
  if (store == NULL)
    return;

  asking = g_new0 (Asking, 1);
  asking->store = g_object_ref (store);
  asking->query = make_query (self);
  asking->everything = yz_query_new (yz_listing_get_kind (listing));
  asking->tree = is_tree (self);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, on_answered, NULL);
  g_task_set_source_tag (task, ask);
  g_task_set_task_data (task, asking, asking_free);
  g_task_run_in_thread (task, answer_in_thread);
}

/* --- following the workspace --- */

static gboolean
refers_to (const YzKind *kind, const char *other)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (g_strcmp0 (kind->fields[i].ref_kind, other) == 0)
      return TRUE;
  return FALSE;
}

static void
changed (YzListing *listing, const char *kind, const char *const *ids)
{
  const YzKind *own = yz_listing_get_kind (listing);

  if (kind == NULL || refers_to (own, kind))
    g_signal_emit (listing, words_changed_signal, 0);
  if (kind == NULL || g_str_equal (kind, own->name))
    ask (listing);
}

static void
started (YzListing *listing)
{
  g_clear_pointer (&YZ_RECORDS (listing)->depths, g_byte_array_unref);
  ask (listing);
}

/* --- the object --- */

static void
leave_trace (YzRecords *self)
{
  YzListing *listing = YZ_LISTING (self);
  guint n_shown;

  g_object_get (self, "shown", &n_shown, NULL);
  if (n_shown > 0)
    yz_disclosure_record_shown (yz_listing_get_session (listing), yz_listing_get_kind (listing), NULL, n_shown);
}

static void
set_reveal (YzRecords *self, gboolean reveal)
{
  if (self->reveal == reveal)
    return;
  self->reveal = reveal;
  notify (self, PROP_REVEAL);
  if (reveal)
    leave_trace (self);
  g_signal_emit (self, words_changed_signal, 0);
}

static void
set_search (YzRecords *self, const char *search)
{
  if (!yz_set_str (&self->search, search != NULL ? search : ""))
    return;
  set_reveal (self, FALSE); /* what was revealed is what was shown then */
  notify (self, PROP_SEARCH);
  ask (YZ_LISTING (self));
}

static void
yz_records_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzRecords *self = YZ_RECORDS (object);

  switch ((YzRecordsProperty) prop_id)
    {
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    case PROP_REVEAL:
      g_value_set_boolean (value, self->reveal);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_records_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzRecords *self = YZ_RECORDS (object);

  switch (prop_id)
    {
    case PROP_SEARCH:
      set_search (self, g_value_get_string (value));
      break;
    case PROP_REVEAL:
      set_reveal (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_records_dispose (GObject *object)
{
  YzRecords *self = YZ_RECORDS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (yz_records_parent_class)->dispose (object);
}

static void
yz_records_finalize (GObject *object)
{
  YzRecords *self = YZ_RECORDS (object);

  g_clear_pointer (&self->depths, g_byte_array_unref);
  g_clear_pointer (&self->search, g_free);

  G_OBJECT_CLASS (yz_records_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GParamFlags writable = flags | G_PARAM_WRITABLE;

  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, "", writable);
  properties[PROP_REVEAL] = g_param_spec_boolean ("reveal", NULL, NULL, FALSE, writable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yz_records_class_init (YzRecordsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  YzListingClass *listing_class = YZ_LISTING_CLASS (klass);

  listing_class->started = started;
  listing_class->ask = ask;
  listing_class->changed = changed;
  object_class->get_property = yz_records_get_property;
  object_class->set_property = yz_records_set_property;
  object_class->dispose = yz_records_dispose;
  object_class->finalize = yz_records_finalize;
  install_properties (object_class);

  words_changed_signal =
    g_signal_new ("words-changed", YZ_TYPE_RECORDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yz_records_init (YzRecords *self)
{
  self->search = g_strdup ("");
}

YzRecords *
yz_records_new (YzSession *session)
{
  g_autoptr (GPtrArray) kinds = yz_records_list_kinds ();
  YzRecords *self;

  g_return_val_if_fail (YZ_IS_SESSION (session), NULL);

  self = g_object_new (YZ_TYPE_RECORDS, NULL);
  yz_listing_follow (YZ_LISTING (self), session, g_ptr_array_index (kinds, 0));
  return self;
}

GPtrArray *
yz_records_list_kinds (void)
{
  guint n_kinds;
  const YzKind *const *all = yz_kinds_get_all (&n_kinds);
  GPtrArray *kinds = g_ptr_array_new ();

  for (guint i = 0; i < n_kinds; i++)
    if (!all[i]->has_own_place)
      g_ptr_array_add (kinds, (gpointer) all[i]);
  return kinds;
}

const YzKind *
yz_records_get_kind (YzRecords *self)
{
  g_return_val_if_fail (YZ_IS_RECORDS (self), NULL);
  return yz_listing_get_kind (YZ_LISTING (self));
}

void
yz_records_set_kind (YzRecords *self, const YzKind *kind)
{
  g_return_if_fail (YZ_IS_RECORDS (self));
  g_return_if_fail (kind != NULL);

  if (yz_records_get_kind (self) == kind)
    return;
  set_reveal (self, FALSE);
  if (yz_set_str (&self->search, ""))
    notify (self, PROP_SEARCH);
  yz_listing_set_kind (YZ_LISTING (self), kind);
}

GPtrArray *
yz_records_list_columns (const YzKind *kind)
{
  GPtrArray *columns = g_ptr_array_new ();
  const YzField *title = yz_kind_find_field (kind, kind->title_field);

  g_ptr_array_add (columns, (gpointer) title);
  for (guint i = 0; i < kind->n_fields; i++)
    if (&kind->fields[i] != title && (kind->fields[i].flags & YZ_FIELD_INTERNAL) == 0)
      g_ptr_array_add (columns, (gpointer) &kind->fields[i]);
  return columns;
}

guint
yz_records_get_depth (YzRecords *self, guint position)
{
  g_return_val_if_fail (YZ_IS_RECORDS (self), 0);
  return self->depths != NULL && position < self->depths->len ? self->depths->data[position] : 0;
}

char *
yz_records_dup_words (YzRecords *self, YzRecord *record, const YzField *field)
{
  g_return_val_if_fail (YZ_IS_RECORDS (self), NULL);
  g_return_val_if_fail (YZ_IS_RECORD (record), NULL);

  return yz_value_to_words (yz_listing_get_store (YZ_LISTING (self)), field, yz_record_get (record, field->name),
                            self->reveal);
}

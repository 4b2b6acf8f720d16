/* The answer is made by one thread at a time; a newer question cancels the one before it. */
#include "config.h"

#include "yz-records.h"

#include "yz-disclosures.h"
#include "yz-kinds.h"
#include "yz-record-tree.h"
#include "yz-store-columns.h"
#include "yz-text.h"
#include "yz-value-words.h"

#include <glib/gi18n-lib.h>

struct _YzRecords
{
  GObject parent_instance;

  YzSession *session;
  YzStore *store;
  gulong store_changed_id;

  const YzKind *kind;
  char *search;
  char *order;
  gboolean descending;

  GCancellable *cancellable; /* of the question that is not answered yet, otherwise NULL */
  YzRecordList *list;
  GByteArray *depths; /* NULL where the order is no tree */
  guint total;
  char *error;

  YzRecord *current;
  GArray *selected; /* rows */
  gboolean reveal;
};

G_DEFINE_FINAL_TYPE (YzRecords, yz_records, G_TYPE_OBJECT)

typedef enum
{
  PROP_SESSION = 1,
  PROP_KIND,
  PROP_LIST,
  PROP_TOTAL,
  PROP_SHOWN,
  PROP_LOADING,
  PROP_SEARCH,
  PROP_ORDER,
  PROP_DESCENDING,
  PROP_CURRENT,
  PROP_N_SELECTED,
  PROP_REVEAL,
  PROP_ERROR,
} YzRecordsProperty;

static GParamSpec *properties[PROP_ERROR + 1];
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
set_error (YzRecords *self, const GError *error)
{
  if (yz_set_str (&self->error, error != NULL ? error->message : NULL))
    notify (self, PROP_ERROR);
}

static void
show_answer (YzRecords *self, Asking *asking)
{
  g_clear_pointer (&self->depths, g_byte_array_unref);
  self->depths = g_steal_pointer (&asking->depths);
  self->total = (guint) asking->total;
  yz_record_list_set_rows (self->list, asking->rows);
  notify (self, PROP_TOTAL);
  notify (self, PROP_SHOWN);
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
  set_error (self, error);
  if (answered)
    show_answer (self, g_task_get_task_data (task));
  notify (self, PROP_LOADING);
}

static gboolean
is_tree (YzRecords *self)
{
  return yz_record_tree_find_field (self->kind) != NULL && *self->search == '\0' && !self->descending &&
         g_str_equal (self->order, self->kind->title_field);
}

static YzQuery *
make_query (YzRecords *self)
{
  YzQuery *query = yz_query_new (self->kind);
  gboolean by_title = g_str_equal (self->order, self->kind->title_field) && !self->descending;

  if (*self->search != '\0')
    yz_query_set_search (query, self->search);
  if (is_tree (self))
    /* codes keep the divisions in the order that the office knows */
    yz_query_set_order (query, yz_kind_find_field (self->kind, "code") != NULL ? "code" : self->order, FALSE);
  else if (*self->search == '\0' || !by_title)
    yz_query_set_order (query, self->order, self->descending); /* otherwise the best matches come first */
  return query;
}

static void
ask (YzRecords *self)
{
  g_autoptr (GTask) task = NULL;
  Asking *asking;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->store == NULL)
    return;

  asking = g_new0 (Asking, 1);
  asking->store = g_object_ref (self->store);
  asking->query = make_query (self);
  asking->everything = yz_query_new (self->kind);
  asking->tree = is_tree (self);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, on_answered, NULL);
  g_task_set_source_tag (task, ask);
  g_task_set_task_data (task, asking, asking_free);
  g_task_run_in_thread (task, answer_in_thread);
  notify (self, PROP_LOADING);
}

/* --- the current record and the selected ones --- */

static void
set_current (YzRecords *self, YzRecord *record)
{
  if (g_set_object (&self->current, record))
    notify (self, PROP_CURRENT);
}

static YzRecord *
load_live (YzRecords *self, const char *id)
{
  g_autoptr (YzRecord) record = yz_store_load (self->store, self->kind, id, NULL);

  return record != NULL && yz_record_get_deleted_at (record) == 0 ? g_steal_pointer (&record) : NULL;
}

static void
reload_current (YzRecords *self)
{
  g_autoptr (YzRecord) record = NULL;

  if (self->current == NULL)
    return;
  record = load_live (self, yz_record_get_id (self->current));
  if (record == NULL || !yz_record_equal (record, self->current))
    set_current (self, record);
}

static void
forget_selection (YzRecords *self)
{
  g_array_unref (self->selected);
  self->selected = g_array_new (FALSE, FALSE, sizeof (gint64));
  notify (self, PROP_N_SELECTED);
  set_current (self, NULL);
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
on_store_changed (YzRecords *self, const char *kind, const char *const *ids)
{
  if (kind == NULL || refers_to (self->kind, kind))
    g_signal_emit (self, words_changed_signal, 0);
  if (kind != NULL && !g_str_equal (kind, self->kind->name))
    return;

  yz_record_list_refresh (self->list);
  reload_current (self);
  ask (self);
}

static void
start_list (YzRecords *self)
{
  g_clear_object (&self->list);
  g_clear_pointer (&self->depths, g_byte_array_unref);
  self->total = 0;
  if (self->store != NULL)
    self->list = yz_record_list_new (self->store, self->kind);
  forget_selection (self);
  notify (self, PROP_LIST);
  notify (self, PROP_TOTAL);
  notify (self, PROP_SHOWN);
  ask (self);
}

static void
on_store_notify (YzRecords *self)
{
  YzStore *store = yz_session_get_store (self->session);

  if (store == self->store)
    return;
  if (self->store != NULL)
    g_clear_signal_handler (&self->store_changed_id, self->store);
  g_set_object (&self->store, store);
  if (store != NULL)
    self->store_changed_id =
      g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  set_error (self, NULL);
  start_list (self);
}

/* --- the object --- */

static guint
count_shown (YzRecords *self)
{
  return self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
}

static void
leave_trace (YzRecords *self)
{
  YzDisclosed disclosed = { .kind = self->kind, .n_records = count_shown (self) };
  g_autoptr (YzEdit) edit = NULL;

  if (disclosed.n_records == 0)
    return;
  edit = yz_disclosure_new_edit (self->store, &disclosed);
  yz_session_apply (self->session, edit);
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
  ask (self);
}

static void
yz_records_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzRecords *self = YZ_RECORDS (object);

  switch ((YzRecordsProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_KIND:
      g_value_set_string (value, self->kind->name);
      break;
    case PROP_LIST:
      g_value_set_object (value, self->list);
      break;
    case PROP_TOTAL:
      g_value_set_uint (value, self->total);
      break;
    case PROP_SHOWN:
      g_value_set_uint (value, count_shown (self));
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->cancellable != NULL);
      break;
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    case PROP_ORDER:
      g_value_set_string (value, self->order);
      break;
    case PROP_DESCENDING:
      g_value_set_boolean (value, self->descending);
      break;
    case PROP_CURRENT:
      g_value_set_object (value, self->current);
      break;
    case PROP_N_SELECTED:
      g_value_set_uint (value, self->selected->len);
      break;
    case PROP_REVEAL:
      g_value_set_boolean (value, self->reveal);
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
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
  if (self->store != NULL)
    g_clear_signal_handler (&self->store_changed_id, self->store);
  g_clear_object (&self->current);
  g_clear_object (&self->list);
  g_clear_object (&self->store);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yz_records_parent_class)->dispose (object);
}

static void
yz_records_finalize (GObject *object)
{
  YzRecords *self = YZ_RECORDS (object);

  g_clear_pointer (&self->selected, g_array_unref);
  g_clear_pointer (&self->depths, g_byte_array_unref);
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->order, g_free);
  g_clear_pointer (&self->error, g_free);

  G_OBJECT_CLASS (yz_records_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GParamFlags writable = flags | G_PARAM_WRITABLE;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, YZ_TYPE_SESSION, flags);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, YZ_TYPE_RECORD_LIST, flags);
  properties[PROP_TOTAL] = g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_SHOWN] = g_param_spec_uint ("shown", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, "", writable);
  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, NULL, flags);
  properties[PROP_DESCENDING] = g_param_spec_boolean ("descending", NULL, NULL, FALSE, flags);
  properties[PROP_CURRENT] = g_param_spec_object ("current", NULL, NULL, YZ_TYPE_RECORD, flags);
  properties[PROP_N_SELECTED] = g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_REVEAL] = g_param_spec_boolean ("reveal", NULL, NULL, FALSE, writable);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yz_records_class_init (YzRecordsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

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
  g_autoptr (GPtrArray) kinds = yz_records_list_kinds ();

  self->kind = g_ptr_array_index (kinds, 0);
  self->search = g_strdup ("");
  self->order = g_strdup (self->kind->title_field);
  self->selected = g_array_new (FALSE, FALSE, sizeof (gint64));
}

YzRecords *
yz_records_new (YzSession *session)
{
  YzRecords *self;

  g_return_val_if_fail (YZ_IS_SESSION (session), NULL);

  self = g_object_new (YZ_TYPE_RECORDS, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (on_store_notify), self, G_CONNECT_SWAPPED);
  on_store_notify (self);
  return self;
}

YzSession *
yz_records_get_session (YzRecords *self)
{
  g_return_val_if_fail (YZ_IS_RECORDS (self), NULL);
  return self->session;
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
  return self->kind;
}

void
yz_records_set_kind (YzRecords *self, const YzKind *kind)
{
  g_return_if_fail (YZ_IS_RECORDS (self));
  g_return_if_fail (kind != NULL);

  if (self->kind == kind)
    return;
  forget_selection (self);
  set_reveal (self, FALSE);
  self->kind = kind;
  self->descending = FALSE;
  yz_set_str (&self->order, kind->title_field);
  yz_set_str (&self->search, "");
  for (guint property = PROP_SEARCH; property <= PROP_DESCENDING; property++)
    notify (self, property);
  notify (self, PROP_KIND);
  start_list (self);
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

YzRecordList *
yz_records_get_list (YzRecords *self)
{
  g_return_val_if_fail (YZ_IS_RECORDS (self), NULL);
  return self->list;
}

void
yz_records_set_order (YzRecords *self, const char *field, gboolean descending)
{
  g_return_if_fail (YZ_IS_RECORDS (self));
  g_return_if_fail (yz_kind_find_field (self->kind, field) != NULL);

  if (g_str_equal (self->order, field) && self->descending == descending)
    return;
  if (yz_set_str (&self->order, field))
    notify (self, PROP_ORDER);
  if (self->descending != descending)
    {
      self->descending = descending;
      notify (self, PROP_DESCENDING);
    }
  ask (self);
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

  return yz_value_to_words (self->store, field, yz_record_get (record, field->name), self->reveal);
}

YzRecord *
yz_records_get_current (YzRecords *self)
{
  g_return_val_if_fail (YZ_IS_RECORDS (self), NULL);
  return self->current;
}

void
yz_records_select_id (YzRecords *self, const char *id)
{
  g_autoptr (YzRecord) record = NULL;

  g_return_if_fail (YZ_IS_RECORDS (self));

  if (id != NULL && self->store != NULL)
    record = load_live (self, id);
  set_current (self, record);
}

guint
yz_records_get_current_position (YzRecords *self)
{
  gint64 row;

  g_return_val_if_fail (YZ_IS_RECORDS (self), G_MAXUINT);

  if (self->current == NULL || self->list == NULL)
    return G_MAXUINT;
  row = yz_store_find_row (self->store, self->kind, yz_record_get_id (self->current));
  return row != 0 ? yz_record_list_find (self->list, row) : G_MAXUINT;
}

void
yz_records_set_selected (YzRecords *self, GArray *rows)
{
  g_autoptr (YzRecord) record = NULL;

  g_return_if_fail (YZ_IS_RECORDS (self));
  g_return_if_fail (rows != NULL);

  g_array_ref (rows);
  g_array_unref (self->selected);
  self->selected = rows;
  notify (self, PROP_N_SELECTED);
  if (rows->len == 1)
    record = yz_store_load_row (self->store, self->kind, g_array_index (rows, gint64, 0), NULL);
  if (record != NULL &&
      (self->current == NULL || !g_str_equal (yz_record_get_id (record), yz_record_get_id (self->current))))
    set_current (self, record);
}

char **
yz_records_dup_selected_ids (YzRecords *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_return_val_if_fail (YZ_IS_RECORDS (self), NULL);

  for (guint i = 0; i < self->selected->len; i++)
    {
      g_autoptr (YzRecord)
        record = yz_store_load_row (self->store, self->kind, g_array_index (self->selected, gint64, i), NULL);

      if (record != NULL)
        g_ptr_array_add (ids, g_strdup (yz_record_get_id (record)));
    }
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&ids), FALSE);
}

void
yz_records_delete_selected (YzRecords *self)
{
  g_auto (GStrv) ids = NULL;
  g_autoptr (YzEdit) edit = NULL;

  g_return_if_fail (YZ_IS_RECORDS (self));

  ids = yz_records_dup_selected_ids (self);
  if (ids[0] == NULL && self->current != NULL)
    {
      g_strfreev (ids);
      ids = g_strdupv ((char *[]){ (char *) yz_record_get_id (self->current), NULL });
    }
  edit = yz_edit_new (N_ ("Move to the trash"));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (YzRecord) record = load_live (self, ids[i]);

      if (record != NULL)
        yz_edit_delete (edit, record);
    }
  if (yz_edit_get_n_changes (edit) > 0)
    yz_session_apply (self->session, edit);
}
